// Contents of a repository's files by the names of their objects; those that are asked for at once are read at once.
import type { Failure } from '../../project/file-system.ts';
import type { Git } from './git.ts';

export type Blob = { readonly bytes: Uint8Array } | Failure;

/** A larger file is no policy that anyone wrote: as on a disk. */
const largestBytes = 256 * 1024 * 1024;

/** As much is in memory twice for a moment. */
const bytesAtOnce = 64 * 1024 * 1024;

/** Takes the folder of the repository; gives what reads an object. */
export function blobReader(git: Git, folder: string): (id: string) => Promise<Blob> {
  let waiting: string[] = [];
  let batch: Promise<ReadonlyMap<string, Blob>> | undefined;
  return async (id) => {
    waiting.push(id);
    batch ??= Promise.resolve().then(() => {
      const ids = [...new Set(waiting)];
      waiting = [];
      batch = undefined;
      return readAll(git, folder, ids);
    });
    return (await batch).get(id) ?? gone;
  };
}

const gone: Failure = { failure: 'its content is not in this clone', missing: false };

async function readAll(git: Git, folder: string, ids: readonly string[]): Promise<ReadonlyMap<string, Blob>> {
  const found = new Map<string, Blob>();
  const sizes = await sizesOf(git, folder, ids);
  if ('failure' in sizes) return new Map(ids.map((id) => [id, sizes]));
  let some: string[] = [];
  let bytes = 0;
  const flush = async () => {
    if (some.length > 0) await readSome({ git, folder, found }, some, bytes);
    some = [];
    bytes = 0;
  };
  for (const [id, size] of sizes) {
    if (size > largestBytes) found.set(id, { failure: 'it is larger than 256 MB', missing: false });
    if (size > largestBytes) continue;
    if (bytes + size > bytesAtOnce) await flush();
    some.push(id);
    bytes += size;
  }
  await flush();
  return found;
}

const headerBytes = 100;

const headerLine = /^([0-9a-f]+) blob (\d+)$/;

async function sizesOf(git: Git, folder: string, ids: readonly string[]): Promise<Map<string, number> | Failure> {
  const input = ids.map((id) => `${id}\n`).join('');
  const output = await git({ folder, args: ['cat-file', '--batch-check'], input, most: ids.length * headerBytes });
  if ('failure' in output) return { failure: output.failure, missing: false };
  const sizes = new Map<string, number>();
  for (const line of new TextDecoder().decode(output.bytes).split('\n')) {
    const [, id, size] = headerLine.exec(line) ?? [];
    if (id !== undefined) sizes.set(id, Number(size));
  }
  return sizes;
}

interface Reading {
  readonly git: Git;
  readonly folder: string;
  readonly found: Map<string, Blob>;
}

async function readSome({ git, folder, found }: Reading, ids: readonly string[], size: number): Promise<void> {
  const input = ids.map((id) => `${id}\n`).join('');
  const most = size + ids.length * headerBytes;
  const output = await git({ folder, args: ['cat-file', '--batch'], input, most });
  if ('failure' in output) {
    for (const id of ids) found.set(id, { failure: output.failure, missing: false });
    return;
  }
  const { bytes } = output;
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) return;
    const [, id, length] = headerLine.exec(decoder.decode(bytes.subarray(at, end))) ?? [];
    at = end + 1;
    if (id === undefined) continue;
    found.set(id, { bytes: bytes.subarray(at, at + Number(length)) });
    // A line end follows the content.
    at += Number(length) + 1;
  }
}
