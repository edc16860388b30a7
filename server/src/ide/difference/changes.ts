// The kinds of change in the order in which they are shown, what weighs most first, each with its heading.
import type { Change } from '../../access/difference/types.ts';

export const changeTitles: ReadonlyMap<Change, string> = new Map([
  ['gained', 'Gained'],
  ['widened', 'Widened: for more records'],
  ['changed', 'Changed: for other records'],
  ['narrowed', 'Narrowed: for fewer records'],
  ['lost', 'Lost'],
]);
