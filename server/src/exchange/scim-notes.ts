// What an import of SCIM has to say of the files themselves: what is wrong in them, and what is odd.
import { isAddress } from '../model/address.ts';
import { lineMap } from '../text/line-map.ts';
import { fromUtf8 } from '../text/utf8.ts';
import type { ImportFile } from './importer.ts';
import { repeatedNames } from './json-repeats.ts';
import { shorten } from './json-scan.ts';
import { changed, lost, type Notes, quote } from './notes.ts';
import type { DirectoryPages } from './scim.ts';

/** A file with its text; undefined where it has none. */
export interface ScimSource {
  readonly path: string;
  readonly text: string | undefined;
}

/** Takes the files of an import; notes those that hold no text. */
export function readTexts(files: readonly ImportFile[], { all }: Notes): ScimSource[] {
  return files.map(({ path, bytes }) => {
    const text = fromUtf8(bytes);
    if (text === undefined) {
      const [first, second] = bytes;
      const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
      const what = isWide ? 'UTF-16 instead of UTF-8' : 'not UTF-8';
      all.push({ path, gravity: 'lost', message: `the file is ${what}, and nothing of it is imported` });
    }
    return { path, text };
  });
}

/** What no import of SCIM has. */
export const neverSaid: readonly string[] = [
  'roles and policies, of which SCIM says nothing',
  'attributes that are no text, and those of other extensions than the enterprise one',
];

/** As many as a person reads of one kind in one file. */
const mostRepeats = 100;

/** Notes the names that an object has twice. */
export function noteRepeats({ path, text }: ScimSource, notes: Notes): void {
  if (text === undefined) return;
  const repeats = repeatedNames(text, mostRepeats, (name) => name.toLowerCase());
  const lines = repeats.length === 0 ? undefined : lineMap(text);
  for (const { name, offset } of repeats) {
    const message = `${quote(name)} stands in this object already: only one of the two counts`;
    lost(notes, { path, line: lines?.position(offset).line ?? 0 }, message);
  }
  if (repeats.length === mostRepeats) lost(notes, { path, line: 0 }, 'there may be more names that stand twice');
}

/** Notes what is wrong in the files, and groups inside groups, which are flattened. */
export function noteProblems(sources: readonly ScimSource[], { problems }: DirectoryPages, notes: Notes): void {
  for (const { kind, page, line, path, message } of problems) {
    const note = kind === 'nested-group' ? changed : lost;
    const at = path === '' ? '' : `, at \`${shorten(path)}\``;
    note(notes, { path: sources[page]?.path ?? '', line }, `${message}${at}`);
  }
}

/** Notes, once, those who have no address that is one, and what comes of it. */
export function noteMissingAddresses(
  sources: readonly ScimSource[],
  { users, find }: DirectoryPages,
  consequence: string,
  { all }: Notes,
): void {
  const without = users.filter(({ address }) => !isAddress(address));
  const [first] = without;
  const [place] = first === undefined ? [] : find([first.place]);
  if (first === undefined || place === undefined) return;
  const who = without.length === 1 ? 'has' : `and ${without.length - 1} more have`;
  const message = `the user ${quote(first.name)} ${who} no primary e-mail that is an address: ${consequence}`;
  all.push({ path: sources[place.page]?.path ?? '', line: place.line, gravity: 'changed', message });
}
