// Replacements of stretches of one text.
import type { Span } from './span.ts';

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Applies edits that do not overlap, in any order given; two insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let out = '';
  let from = 0;
  for (const { edit } of ordered) {
    out += text.slice(from, edit.span.start) + edit.text;
    from = edit.span.end;
  }
  return out + text.slice(from);
}

const endsInWord = /[\p{L}\p{N}_-]$/u;
const beginsWithWord = /^[\p{L}\p{N}_-]/u;

/**
 * The edit with a blank where its text would otherwise make one word with what stands beside it: a bare name in the place of a
 * quoted one needs the room that quotes do without.
 */
export function withRoom(text: string, edit: TextEdit): TextEdit {
  const { span, text: own } = edit;
  if (own === '') return edit;
  const touches = (left: string, right: string) => endsInWord.test(left) && beginsWithWord.test(right);
  const before = touches(text.slice(Math.max(0, span.start - 2), span.start), own) ? ' ' : '';
  const after = touches(own, text.slice(span.end, span.end + 2)) ? ' ' : '';
  return before === '' && after === '' ? edit : { span, text: `${before}${own}${after}` };
}

/** True where no two of the edits touch the same text; two insertions at one place do not. */
export function areApart(edits: readonly TextEdit[]): boolean {
  const spans = edits.map(({ span }) => span).toSorted((a, b) => a.start - b.start || a.end - b.end);
  return spans.every(({ start }, i) => (spans[i - 1]?.end ?? 0) <= start);
}
