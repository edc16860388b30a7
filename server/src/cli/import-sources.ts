// The files that `writ import` reads: those that are named, and those of folders that are named.
import type { ImportFile } from '../exchange/importer.ts';
import { type Failure, joinPath } from '../project/file-system.ts';
import { isHiddenFolder, settingsName } from '../project/membership.ts';
import type { Host } from './host.ts';
import { namePath } from './named.ts';

export interface Sources {
  /** In the order in which they are named, those of a folder by their names; each once. */
  readonly files: readonly SourceFile[];
  /** Why something that is named cannot be read, as messages. Half of what is meant would look like all of it. */
  readonly problems: readonly string[];
}

export interface SourceFile extends ImportFile {
  /** Absolute, with links resolved. */
  readonly place: string;
}

interface Search {
  readonly host: Host;
  readonly endings: readonly string[];
  readonly files: Map<string, SourceFile>;
  readonly problems: string[];
}

/**
 * Takes FILEs as the user wrote them; of a folder those files are meant whose names end with one of `endings`, but for the
 * settings of a project, which no other system exports.
 */
export async function readSources(host: Host, names: readonly string[], endings: readonly string[]): Promise<Sources> {
  const search: Search = { host, endings, files: new Map(), problems: [] };
  for (const name of names) {
    const named = await namePath(host, name);
    if ('problem' in named) search.problems.push(named.problem);
    else if (!named.isFolder) await addFile(search, name, named.path);
    else if (!(await addFolder(search, name.replace(/(?<=.)[/\\]+$/, ''), named.path)))
      search.problems.push(`\`${name}\` holds no file that ends with ${oneOf(endings)}`);
  }
  return { files: [...search.files.values()], problems: search.problems };
}

async function addFile({ host, files, problems }: Search, shown: string, place: string): Promise<void> {
  if (files.has(place)) return;
  const read = await host.disk.read(place);
  if ('bytes' in read) files.set(place, { path: shown, place, bytes: read.bytes });
  else problems.push(unreadable(shown, read));
}

/** Gives whether there was any file of the format. What lies behind a link to a folder, or in a hidden one, is not meant. */
async function addFolder(search: Search, shown: string, folder: string): Promise<boolean> {
  const { disk } = search.host;
  const listed = await disk.list(folder);
  if ('failure' in listed) {
    search.problems.push(unreadable(shown, listed));
    return true;
  }
  let any = false;
  const entries = listed.entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, kind } of entries) {
    const [below, place] = [joinPath(shown, name), joinPath(folder, name)];
    if (kind === 'folder') {
      if (!isHiddenFolder(name) && (await addFolder(search, below, place))) any = true;
      continue;
    }
    const isMeant = name !== settingsName && search.endings.some((ending) => name.toLowerCase().endsWith(ending));
    if (kind === 'other' || !isMeant) continue;
    const real = (await disk.realPath(place)) ?? place;
    const found = kind === 'link' ? await disk.kind(real) : { kind };
    if ('kind' in found && found.kind === 'folder') continue;
    await addFile(search, below, real);
    any = true;
  }
  return any;
}

function unreadable(shown: string, { failure }: Failure): string {
  return `\`${shown}\` cannot be read: ${failure}`;
}

function oneOf(endings: readonly string[]): string {
  return endings.map((ending) => `\`${ending}\``).join(' or ');
}
