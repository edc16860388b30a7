// Reads the directory files that a project's `directory` declarations name.
import { decode, type FileSystem, joinPath, relativeTo } from './file-system.ts';
import type { FileContent } from './types.ts';

/** Takes a project's root and paths below it (a snapshot's `directoryPaths`); gives each with what it holds or why it has nothing. */
export async function readDirectories(
  files: FileSystem,
  root: string,
  paths: readonly string[],
): Promise<Map<string, FileContent>> {
  const contents = await Promise.all(paths.map((path) => readDirectoryFile(files, root, path)));
  return new Map(
    paths.flatMap((path, index) => {
      const content = contents[index];
      return content === undefined ? [] : [[path, content] as const];
    }),
  );
}

async function readDirectoryFile(files: FileSystem, root: string, path: string): Promise<FileContent> {
  const full = joinPath(root, path);
  const [real, realRoot] = await Promise.all([files.realPath(full), files.realPath(root)]);
  // What lies outside is not even opened: whether it is there is nothing that a project may tell.
  const out = { unreadable: 'it is a link that leads out of the project' };
  if (real !== undefined && (realRoot === undefined || relativeTo(realRoot, real) === undefined)) return out;
  const result = await files.read(full);
  if ('failure' in result) return { unreadable: result.failure };
  // It came between the two looks.
  return real === undefined ? out : decode(result.bytes);
}
