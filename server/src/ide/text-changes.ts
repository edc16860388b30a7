// What has changed between two texts, as few edits as lines allow and as a patch to read.
import { createTwoFilesPatch, diffLines } from 'diff';
import type { TextEdit } from '../text/edit.ts';

/** Edits of `before` that make `after` of it, in order; spans in UTF-16 offsets. */
export function textChanges(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let open: { start: number; end: number; text: string } | undefined;
  const close = () => {
    if (open !== undefined) edits.push({ span: { start: open.start, end: open.end }, text: open.text });
    open = undefined;
  };
  for (const { value, added, removed } of diffLines(before, after)) {
    if (!added && !removed) {
      close();
      at += value.length;
      continue;
    }
    open ??= { start: at, end: at, text: '' };
    if (added) open.text += value;
    else {
      at += value.length;
      open.end = at;
    }
  }
  close();
  return edits;
}

/** As `diff -u` writes it, with three lines around each change. */
export function patchOf(path: string, before: string, after: string): string {
  return createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 3 });
}
