// Paths as they are shown: from the working folder, with `/`.
import { joinPath, relativeTo } from '../project/file-system.ts';

/** The way from one folder to another, `.` for itself; where there is none (another drive), the whole path. */
export function pathFrom(from: string, to: string): string {
  const below = relativeTo(from, to);
  if (below !== undefined) return below === '' ? '.' : below;
  const [start, end] = [partsOf(from), partsOf(to)];
  // The first part of an absolute path is its drive, or empty.
  if (start[0] !== end[0]) return to;
  let common = 0;
  while (common < start.length && common < end.length && start[common] === end[common]) common++;
  const up = start.slice(common).map(() => '..');
  return [...up, ...end.slice(common)].join('/');
}

/** A file of a project whose root is shown in this way. */
export function fileBelow(root: string, file: string): string {
  if (root === '.') return file;
  return file === '.' ? root : joinPath(root, file);
}

/** A file of a project from another folder above the working one, without steps that lead back. */
export function fileFrom(folder: string, root: string, file: string): string {
  const path = fileBelow(root, file);
  return isAbsolute(path) ? path : withoutDetours(fileBelow(folder === '' ? '.' : folder, path));
}

/** Only where there is no way from the working folder: on another drive. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:\//i.test(path);
}

function withoutDetours(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function partsOf(path: string): string[] {
  return path.endsWith('/') ? path.slice(0, -1).split('/') : path.split('/');
}
