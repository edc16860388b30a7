// What `writ import` says of an import besides its files: what came over, what did not, and where that stands.
import type { Imported, ImportNote } from '../exchange/importer.ts';
import type { ExitStatus } from './host.ts';
import { printable, withoutCommands } from './printable.ts';

/** A line for the counts, one for each note in its place, and one for all that the format cannot say. */
export function importReport({ counts, notes, unsaid }: Imported): string {
  const lost = notes.filter(({ gravity }) => gravity === 'lost').length;
  const said = counts.map(({ what, count }) => `${what} ${count}`);
  const lines = [
    `imported: ${said.length === 0 ? 'nothing' : said.join(', ')}`,
    ...notes.map(noteLine),
    ...unsaid.map((line) => `not in view: ${line}`),
    ...(notes.length === 0 ? [] : [`${lost} lost, ${notes.length - lost} changed`]),
  ];
  return withoutCommands(lines.map((line) => `${printable(line)}\n`).join(''));
}

/** What a command that has written all of it ends with. */
export function importStatus({ notes }: Imported): ExitStatus {
  return notes.some(({ gravity }) => gravity === 'lost') ? 1 : 0;
}

/** `people.json:12: lost: …`, the line counted from 1. */
function noteLine({ path, line, gravity, message }: ImportNote): string {
  return `${path}${line === undefined ? '' : `:${line + 1}`}: ${gravity}: ${message}`;
}
