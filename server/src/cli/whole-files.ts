// Puts several files on the disk of the machine: all of them in their places, or none.
import { chmod, constants, copyFile, link, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { NewContent } from './disk.ts';

/** What has to stand where a file is put: a file, nothing, or either. */
export type Over = 'file' | 'nothing' | 'either';

/** Moves a file over what stands in its place, at once. */
export type Move = (from: string, to: string) => Promise<void>;

/** As the system throws one, with its code. */
export function diskError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** The same error, with the file that it is about. */
function about(file: string): (error: unknown) => never {
  return (error) => {
    throw error instanceof Error ? Object.assign(error, { file }) : error;
  };
}

interface Draft {
  /** Where the content is to stand: links are followed where it takes the place of something. */
  readonly place: string;
  readonly draft: string;
  /** What stood in the place, under another name; undefined where nothing did. */
  readonly old: string | undefined;
}

/**
 * All is written beside its place before any of it takes that, each at once: no reader finds half of a file. Throws an error
 * of the system; then what took its place before is taken back, and what stood there stands there again.
 */
export async function putFiles(files: readonly NewContent[], over: Over, move: Move = rename): Promise<void> {
  const drafts: Draft[] = [];
  const done: Draft[] = [];
  /** Names that may go in the end. */
  const aside = new Set<string>();
  try {
    for (const file of files) {
      const draft = await draftOf(file, over).catch(about(file.path));
      drafts.push(draft);
      for (const name of [draft.draft, draft.old]) if (name !== undefined) aside.add(name);
    }
    for (const each of drafts) {
      await (over === 'nothing' ? placeNew(each) : move(each.draft, each.place)).catch(about(each.place));
      done.push(each);
    }
  } catch (error) {
    for (const each of done.toReversed()) {
      const isBack = await takeBack(each, move);
      // All that is left of what stood there is never removed.
      if (!isBack && each.old !== undefined) aside.delete(each.old);
    }
    throw error;
  } finally {
    for (const name of aside) await rm(name, { force: true }).catch(() => undefined);
  }
}

async function takeBack({ place, old }: Draft, move: Move): Promise<boolean> {
  const back = old === undefined ? rm(place, { force: true }) : move(old, place);
  return back.then(
    () => true,
    () => false,
  );
}

async function draftOf({ path: file, bytes }: NewContent, over: Over): Promise<Draft> {
  const found = over === 'nothing' ? undefined : await whatStands(file, over);
  const place = found?.place ?? file;
  const [draft, old] = [besides(place, 'tmp'), besides(place, 'old')];
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
    if (found === undefined) return { place, draft, old: undefined };
    // What takes its place may be read by the same people.
    await chmod(draft, found.mode);
    await secondName(place, old);
    return { place, draft, old };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

const besides = (place: string, kind: string) =>
  path.join(path.dirname(place), `.${path.basename(place)}.${process.pid}.${kind}`);

/** The file that a path names, links followed. Throws where it is none. */
async function whatStands(
  file: string,
  over: Over,
): Promise<{ readonly place: string; readonly mode: number } | undefined> {
  try {
    const place = await realpath(file);
    const found = await stat(place);
    if (!found.isFile()) throw diskError('EISDIR');
    return { place, mode: found.mode };
  } catch (error) {
    if (over === 'either' && error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A second name, unlike a new file, is refused where there is one of that name. */
const placeNew = ({ draft, place }: Draft) => secondName(draft, place);

async function secondName(file: string, name: string): Promise<void> {
  await link(file, name).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    // Some disks have no second names.
    return copyFile(file, name, constants.COPYFILE_EXCL);
  });
}
