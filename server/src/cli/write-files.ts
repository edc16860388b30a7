// Writes several files of one folder so that no reader ever finds half of one.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

export interface FileToWrite {
  /** Without folders. */
  readonly path: string;
  readonly text: string;
}

/**
 * Makes the folder where it is missing. All files are written beside their places first; only when all are whole do they take
 * them. Gives why it could not be done.
 */
export async function writeFiles(folder: string, files: readonly FileToWrite[]): Promise<string | undefined> {
  const drafts = files.map((file) => ({
    text: file.text,
    place: path.join(folder, file.path),
    draft: path.join(folder, `.${file.path}.${process.pid}.tmp`),
  }));
  try {
    await mkdir(folder, { recursive: true });
    for (const { draft, text } of drafts) await writeFile(draft, text);
    for (const { draft, place } of drafts) await rename(draft, place);
    return undefined;
  } catch (error) {
    for (const { draft } of drafts) await rm(draft, { force: true }).catch(() => undefined);
    return reasonOf(error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'it is no folder',
  EISDIR: 'a folder has the name of a file in it',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it is no folder',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return reasons[code] ?? code;
}
