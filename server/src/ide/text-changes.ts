// What has changed between two texts, as few edits as lines allow and as a patch to read.
import { createTwoFilesPatch, diffLines } from 'diff';
import type { TextEdit } from '../text/edit.ts';

/** Where so many lines differ, looking for the fewest edits takes longer than anybody waits for it. */
const mostLines = 600;

/** Edits of `before` that make `after` of it, in order; spans in UTF-16 offsets. */
export function textChanges(before: string, after: string): TextEdit[] {
  const changes = diffLines(before, after, { maxEditLength: mostLines });
  if (changes === undefined) return [middleOf(before, after)];
  const edits: TextEdit[] = [];
  let at = 0;
  let open: { start: number; end: number; text: string } | undefined;
  const close = () => {
    if (open !== undefined) edits.push({ span: { start: open.start, end: open.end }, text: open.text });
    open = undefined;
  };
  for (const { value, added, removed } of changes) {
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

/** All that lies between what both texts begin and end with, whole lines of it. */
function middleOf(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const lineStart = before.indexOf('\n', before.length - same);
  const end = lineStart < 0 ? before.length : lineStart;
  return { span: { start, end }, text: after.slice(start, after.length - (before.length - end)) };
}

/** As `diff -u` writes it, with three lines around each change. */
export function patchOf(path: string, before: string, after: string): string {
  return createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 3 });
}
