// Where places of a text stand after its edits.
import type { Fix } from '../../rules/finding.ts';

/** Takes a file and an offset; gives the offset in the edited file. Inside of what is replaced it is where that begins. */
export type Moved = (file: string, offset: number) => number;

export function movedBy(edits: Fix['edits']): Moved {
  const byFile = new Map<string, { readonly start: number; readonly end: number; readonly grown: number }[]>();
  for (const { place, text } of edits) {
    const { start, end } = place.span;
    byFile.set(place.file, [...(byFile.get(place.file) ?? []), { start, end, grown: text.length - (end - start) }]);
  }
  for (const all of byFile.values()) all.sort((a, b) => a.start - b.start);
  return (file, offset) => {
    let grown = 0;
    for (const edit of byFile.get(file) ?? []) {
      if (edit.start >= offset) break;
      if (offset < edit.end) return edit.start + grown;
      grown += edit.grown;
    }
    return offset + grown;
  };
}
