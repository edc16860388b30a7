// SCIM files as directories: a declaration that names each file, and nothing of what is in it.
import { systemGroups } from './free-names.ts';
import type { Imported } from './importer.ts';
import { lost, type Notes, quote } from './notes.ts';
import { type DirectoryPages, readPages } from './scim.ts';
import { neverSaid, noteMissingAddresses, noteProblems, type ScimSource } from './scim-notes.ts';
import { writeFile, writeText } from './writ/text.ts';

interface Named {
  readonly source: ScimSource;
  readonly link: string;
  readonly directory: DirectoryPages;
}

/** Takes the files and how each can be named; gives one file of Writ. */
export function nameDirectories(
  sources: readonly ScimSource[],
  linkTo: (path: string) => string | undefined,
  notes: Notes,
): Pick<Imported, 'files' | 'counts' | 'unsaid'> {
  const named: Named[] = [];
  let alone = 0;
  for (const source of sources) {
    const directory = readPages([source.text]);
    alone += missing(directory);
    noteProblems([source], directory, notes);
    noteMissingAddresses([source], directory, 'no domain is theirs', notes);
    const isEmpty = directory.users.length === 0 && directory.groups.length === 0;
    if (source.text === undefined || (isEmpty && directory.problems.length > 0)) continue;
    const link = linkTo(source.path);
    if (link !== undefined) named.push({ source, link, directory });
    else {
      const message =
        'the file lies outside of the project, which a `directory` cannot name: copy it there, or import declarations';
      notes.all.push({ path: source.path, gravity: 'lost', message });
    }
  }
  noteTornPages(sources, notes, alone);
  noteClashes(named, notes);
  const sum = (count: (directory: DirectoryPages) => number) =>
    named.reduce((total, { directory }) => total + count(directory), 0);
  const text = writeFile(named.map(({ link }) => `directory ${writeText(link)}`));
  return {
    files: named.length === 0 ? [] : [{ path: 'directory.writ', text }],
    counts: [
      { what: 'directories', count: named.length },
      { what: 'users', count: sum(({ users }) => users.length) },
      { what: 'inactive users', count: sum(({ users }) => users.filter(({ active }) => !active).length) },
      { what: 'groups', count: sum(({ groups }) => groups.length) },
    ],
    unsaid: neverSaid,
  };
}

/** Notes, once, that the files are pages of each other: read alone, each lacks what is in the others. */
function noteTornPages(sources: readonly ScimSource[], { all }: Notes, alone: number): void {
  const [first] = sources;
  if (first === undefined || sources.length === 1 || alone === 0) return;
  if (missing(readPages(sources.map(({ text }) => text))) >= alone) return;
  const message =
    'each file is read alone, without what it needs of the others: put them into one file, one after the other, or import declarations';
  all.push({ path: first.path, gravity: 'lost', message });
}

function missing({ problems }: DirectoryPages): number {
  return problems.filter(({ kind }) => kind === 'unknown-member' || kind === 'incomplete').length;
}

/** Notes who is left out because somebody else, or a group, has the name. */
function noteClashes(named: readonly Named[], notes: Notes): void {
  const taken = new Set(systemGroups);
  const addresses = new Set<string>();
  for (const { source, directory } of named) {
    const clashes = [];
    for (const { name, address, place } of directory.users) {
      const same = address.toLowerCase();
      if (addresses.has(same)) continue;
      if (taken.has(name)) clashes.push({ place, message: `the user ${quote(name)}` });
      else {
        taken.add(name);
        addresses.add(same);
      }
    }
    for (const { name, place } of directory.groups) {
      if (taken.has(name)) clashes.push({ place, message: `the group ${quote(name)}` });
      else taken.add(name);
    }
    const places = directory.find(clashes.map(({ place }) => place));
    for (const [index, { message }] of clashes.entries()) {
      const line = places[index]?.line ?? 0;
      lost(notes, { path: source.path, line }, `${message} is left out: the name is taken`);
    }
  }
}
