// Runs a command in a folder in memory that stays, so that what it wrote can be read and checked.
import type { Disk } from '../../server/src/cli/disk.ts';
import { type Files, memoryDisk, type Ran, writ } from './memory-host.ts';

export interface RanInFolder extends Ran {
  readonly disk: Disk;
  /** What a file of the folder holds by then, or why it holds nothing. */
  readonly textOf: (name: string) => Promise<string>;
}

/** Takes files by their paths in the working folder. */
export async function runInFolder(args: readonly string[], files: Files): Promise<RanInFolder> {
  const disk = memoryDisk(
    Object.fromEntries(Object.entries(files).map(([name, entry]) => [`/project/${name}`, entry])),
  );
  const textOf = async (name: string) => {
    const read = await disk.read(`/project/${name}`);
    return 'bytes' in read ? new TextDecoder().decode(read.bytes) : read.failure;
  };
  return { ...(await writ(args, {}, { disk })), disk, textOf };
}
