// What the arguments of a command line name on the disk.
import type { Host } from './host.ts';

export interface Named {
  /** As the user wrote it. */
  readonly text: string;
  /** With every link in it resolved, as all paths of a run are. */
  readonly path: string;
  readonly isFolder: boolean;
}

export interface Unusable {
  readonly problem: string;
}

export async function workingFolder({ disk, cwd }: Host): Promise<string> {
  return (await disk.realPath(cwd)) ?? cwd;
}

export async function namePath({ disk, resolve }: Host, text: string): Promise<Named | Unusable> {
  // Most likely a variable of a script that is not set; it does not mean the working folder.
  if (text === '') return { problem: 'an empty PATH names nothing' };
  const full = resolve(text);
  const found = await disk.kind(full);
  if ('failure' in found) return { problem: `\`${text}\` cannot be read: ${found.failure}` };
  if (found.kind === 'other') return { problem: `\`${text}\` is neither a file nor a folder` };
  return { text, path: (await disk.realPath(full)) ?? full, isFolder: found.kind === 'folder' };
}

/** The folder of `--project`, the working folder without it. */
export async function nameProject(host: Host, dir: string | undefined): Promise<Named | Unusable> {
  if (dir === undefined) return { text: '.', path: await workingFolder(host), isFolder: true };
  const named = await namePath(host, dir);
  return 'problem' in named || named.isFolder ? named : { problem: `\`${dir}\` is no folder` };
}
