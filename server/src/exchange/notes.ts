// Collects what an import has to say of single places.
import { compareTexts } from '../text/order.ts';
import type { ImportNote } from './importer.ts';
import { plain } from './markdown.ts';

/** A block is one; `line` counts from 0. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

export interface Notes {
  readonly all: ImportNote[];
}

/** Something did not come over, or came over as what allows nothing. */
export function lost({ all }: Notes, { path, line }: Place, message: string): void {
  all.push({ path, line, gravity: 'lost', message });
}

/** It came over in another shape. */
export function changed({ all }: Notes, { path, line }: Place, message: string): void {
  all.push({ path, line, gravity: 'changed', message });
}

/** A name of the files in a message: on one line, and no longer than a line takes. */
export function quote(name: string): string {
  const shown = [...plain(name)];
  return `\`${shown.length > 60 ? `${shown.slice(0, 60).join('')}…` : shown.join('')}\``;
}

/** In order of place, each said once. */
export function inOrder(notes: readonly ImportNote[]): ImportNote[] {
  const sorted = [...notes].sort(
    (a, b) => compareTexts(a.path, b.path) || (a.line ?? -1) - (b.line ?? -1) || compareTexts(a.message, b.message),
  );
  return sorted.filter((note, i) => {
    const before = sorted[i - 1];
    return before?.path !== note.path || before.line !== note.line || before.message !== note.message;
  });
}
