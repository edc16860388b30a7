// What names files by their paths, rewritten for files and folders that are about to have others.
import { directoryPath } from '../model/bind-directories.ts';
import { relativeTo } from '../project/file-system.ts';
import { excludeGlobs } from '../project/settings-globs.ts';
import { settingsPath } from '../project/settings-report.ts';
import { textOf } from '../project/sources.ts';
import type { Snapshot } from '../project/types.ts';
import type { Fix } from '../rules/finding.ts';
import { shift } from '../text/span.ts';

/** Of a file or a folder with all that is in it; paths relative to the project's root. */
export interface Move {
  readonly from: string;
  /** Undefined where it leaves the project. */
  readonly to: string | undefined;
}

/** Edits of the texts where they are now. What leaves the project is named as it was: nothing names it from then on. */
export function editsForMoves(snapshot: Snapshot, moves: readonly Move[]): Fix['edits'] {
  return [...directoryEdits(snapshot, moves), ...settingsEdits(snapshot, moves)];
}

function directoryEdits(snapshot: Snapshot, moves: readonly Move[]): Fix['edits'][number][] {
  return [...snapshot.input.files.keys()].flatMap((file) => {
    const { units = [], starts = [] } = snapshot.source(file) ?? {};
    return units.flatMap(({ declaration }, i) => {
      const path = declaration?.kind === 'directory' ? declaration.path : undefined;
      const text = path && movedPath(file, path.text, moves);
      if (path === undefined || text === undefined) return [];
      return [{ place: { file, span: shift(path.span, starts[i] ?? 0) }, text: JSON.stringify(text) }];
    });
  });
}

/** The path as it has to be written afterwards; undefined where it stays, or cannot be written. */
function movedPath(file: string, path: string, moves: readonly Move[]): string | undefined {
  const named = directoryPath(file, path);
  const [to, target] = [moved(file, moves), named && moved(named, moves)];
  if (to === undefined || target === undefined || directoryPath(to, path) === target) return undefined;
  const plain = relativePath(to, target);
  return path.startsWith('./') && !plain.startsWith('.') ? `./${plain}` : plain;
}

/** Where a file is afterwards, in the project or not. */
function moved(path: string, moves: readonly Move[]): string | undefined {
  for (const { from, to } of moves) {
    const below = relativeTo(from, path);
    if (below !== undefined) return to === undefined || below === '' ? to : `${to}/${below}`;
  }
  return path;
}

/** From the folder of a file to another file. */
function relativePath(file: string, target: string): string {
  const [from, to] = [file.split('/').slice(0, -1), target.split('/')];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

const special = /[*?[\]{}()!+@\\]/;

/** What a glob says word for word in front: the file, or a folder around what it stands for. */
function settingsEdits({ input }: Snapshot, moves: readonly Move[]): Fix['edits'][number][] {
  return excludeGlobs(textOf(input.settings) ?? '').flatMap(({ glob, span }) => {
    const [start = ''] = /^(?:\.\/)*/.exec(glob) ?? [];
    const parts = glob.slice(start.length).split('/');
    const end = parts.findIndex((part) => special.test(part));
    const plain = (end < 0 ? parts : parts.slice(0, end)).join('/').replace(/\/+$/, '');
    const to = plain === '' ? undefined : moved(plain, moves);
    if (to === undefined || to === plain || special.test(to)) return [];
    const text = JSON.stringify(`${start}${to}${glob.slice(start.length + plain.length)}`);
    return [{ place: { file: settingsPath, span }, text }];
  });
}
