// Puts new text into files that have been read, unless somebody has changed them meanwhile.
import { decode } from '../project/file-system.ts';
import { type Disk, type NewContent, reasonOf } from './disk.ts';

export interface Rewrite {
  /** Absolute, with `/`. */
  readonly path: string;
  /** What was read of it. */
  readonly before: string;
  readonly after: string;
}

const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf];

/** All of them or none; a byte order mark stays. Gives why it was not done. */
export async function rewrite(disk: Disk, files: readonly Rewrite[]): Promise<string | undefined> {
  const contents: NewContent[] = [];
  for (const { path, before, after } of files) {
    const read = await disk.read(path);
    if (!('bytes' in read)) return `\`${path}\`: ${read.failure}`;
    const now = decode(read.bytes);
    if (!('text' in now) || now.text !== before) return `\`${path}\`: it has changed meanwhile`;
    const mark = byteOrderMark.every((byte, i) => read.bytes[i] === byte) ? byteOrderMark : [];
    contents.push({ path, bytes: new Uint8Array([...mark, ...new TextEncoder().encode(after)]) });
  }
  const failed = await disk.replace(contents);
  return failed && reasonOf(failed);
}
