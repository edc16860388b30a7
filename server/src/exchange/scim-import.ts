// Imports users and groups from SCIM 2.0: as declarations, or as a directory that stays the file's.
import type { Imported, ImportFile, ImportForm, ImportRequest } from './importer.ts';
import { inOrder, type Notes } from './notes.ts';
import { readPages } from './scim.ts';
import { declarePeople } from './scim-declarations.ts';
import { nameDirectories } from './scim-live.ts';
import { noteProblems, noteRepeats, readTexts } from './scim-notes.ts';

/** How the names of its files end. */
export const scimEndings: readonly string[] = ['.json', '.jsonl', '.ndjson'];

const live = 'directory';

export const scimForms: readonly ImportForm[] = [
  { name: 'declarations', summary: 'each user and group as a declaration, once' },
  { name: live, summary: 'a `directory` that names the FILE, which has to lie in the project and is read each time' },
];

/** Takes files that are a directory each, or pages of one. */
export function importScim(files: readonly ImportFile[], { form, linkTo }: ImportRequest): Imported {
  const notes: Notes = { all: [] };
  const sources = readTexts(files, notes);
  for (const source of sources) noteRepeats(source, notes);
  if (form === live) {
    const { files: written, counts, unsaid } = nameDirectories(sources, linkTo, notes);
    return { files: written, counts, unsaid, notes: inOrder(notes.all) };
  }
  const directory = readPages(sources.map(({ text }) => text));
  noteProblems(sources, directory, notes);
  const { files: written, counts, unsaid } = declarePeople(sources, directory, notes);
  return { files: written, counts, unsaid, notes: inOrder(notes.all) };
}
