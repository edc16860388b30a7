// Puts files that are made of something else into a folder: all of them or none, and never over what is there.
import { findRoot } from '../project/discover.ts';
import { joinPath } from '../project/file-system.ts';
import { settingsName } from '../project/membership.ts';
import { reasonOf } from './disk.ts';
import type { Host } from './host.ts';

export interface NewText {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** As many as a person reads. */
const maxNamed = 5;

/**
 * Takes an absolute folder, which is made where it is missing. Where it belongs to no project, it becomes one by a
 * `writ.json`. Gives the files that it made, or why it made none.
 */
export async function makeFiles(
  host: Host,
  folder: string,
  files: readonly NewText[],
): Promise<{ readonly made: readonly NewText[] } | { readonly obstacle: string }> {
  const root = await findRoot(host.disk, folder);
  const made = root === undefined ? [{ path: settingsName, text: '{}\n' }, ...files] : files;
  const obstacle = (await whatIsThere(host, folder, made)) ?? (await makeAll(host, folder, made));
  return obstacle === undefined ? { made } : { obstacle };
}

/** Takes an absolute folder and files that it has none of; makes all of them or none, and gives why it made none. */
export async function makeAll(host: Host, folder: string, files: readonly NewText[]): Promise<string | undefined> {
  const unsafe = unsafePath(files);
  if (unsafe !== undefined) return unsafe;
  const encoder = new TextEncoder();
  const contents = files.map(({ path, text }) => ({ path: joinPath(folder, path), bytes: encoder.encode(text) }));
  const failed = await host.disk.create(folder, contents);
  return failed && reasonOf(failed, folder);
}

/** Names are made of what others wrote: none leads out of the folder, and no two are one where a disk ignores case. */
function unsafePath(files: readonly NewText[]): string | undefined {
  const seen = new Set<string>();
  for (const { path } of files) {
    const same = path.normalize('NFC').toLowerCase();
    if (seen.has(same)) return `two files would have the name \`${path}\``;
    if (!path.split('/').every(isPlainName)) return `\`${path}\` is no name that a file of a project can have`;
    seen.add(same);
  }
  return undefined;
}

/** A name that means the same on every platform, and that projects look at. */
function isPlainName(name: string): boolean {
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);
  return !isDevice && !/^\.|^$|[\\:*?"<>|\p{Cc}]|[. ]$/u.test(name);
}

async function whatIsThere(host: Host, folder: string, files: readonly NewText[]): Promise<string | undefined> {
  const found = await host.disk.kind(folder);
  if ('failure' in found) return found.missing ? undefined : found.failure;
  if (found.kind !== 'folder') return 'it is a file';
  const there: string[] = [];
  for (const { path } of files) {
    const each = await host.disk.kind(joinPath(folder, path));
    if ('kind' in each || !each.missing) there.push(path);
  }
  return thereAlready(there);
}

/** Takes names that are in the way; gives it in words, undefined where there is none. */
export function thereAlready(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const more = names.length > maxNamed ? ` and ${names.length - maxNamed} more` : '';
  const said = names.slice(0, maxNamed).map((name) => `\`${name}\``);
  return `${said.join(', ')}${more} ${names.length === 1 ? 'is' : 'are'} there already`;
}
