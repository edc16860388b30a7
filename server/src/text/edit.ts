// Replacements of stretches of one text.
import { type Span, shift } from './span.ts';

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Applies edits that do not overlap, in any order given; two insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let from = 0;
  for (const edit of inOrder(edits)) {
    out += text.slice(from, edit.span.start) + edit.text;
    from = edit.span.end;
  }
  return out + text.slice(from);
}

/** An insertion stands before what is replaced at the same place. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
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
  const ordered = inOrder(edits);
  return ordered.every(({ span }, i) => (ordered[i - 1]?.span.end ?? 0) <= span.start);
}

/**
 * Takes edits of a text, and edits of what those make of it, both apart; gives edits that do what the two do one after the
 * other, apart and in the order of the text.
 */
export function composed(first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  if (second.length === 0) return first;
  const all: TextEdit[] = [];
  // Where the same place stands in the text, and in what the first edits make of it.
  let at = 0;
  let now = 0;
  for (const { span, text } of inOrder(first)) {
    const from = now + span.start - at;
    const to = from + text.length;
    for (const part of partsIn(second, now, from)) all.push({ ...part, span: shift(part.span, at - now) });
    const inside = partsIn(second, from, to).map((part) => ({ ...part, span: shift(part.span, -from) }));
    all.push({ span, text: applyEdits(text, inside) });
    at = span.end;
    now = to;
  }
  for (const part of partsIn(second, now, Number.POSITIVE_INFINITY))
    all.push({ ...part, span: shift(part.span, at - now) });
  return all;
}

/** What edits do from one offset up to another. One that begins before puts its text there. */
function partsIn(edits: readonly TextEdit[], from: number, to: number): TextEdit[] {
  return edits.flatMap(({ span: { start, end }, text }): TextEdit[] => {
    const isOwn = from <= start && start < to;
    if (!isOwn && (end <= from || to <= start || start >= from)) return [];
    return [{ span: { start: Math.max(start, from), end: Math.min(end, to) }, text: isOwn ? text : '' }];
  });
}
