// How Writ files that an import makes may name the files that it read.
import { directoryPath } from '../model/bind-directories.ts';
import { joinPath, relativeTo } from '../project/file-system.ts';
import type { Host } from './host.ts';
import type { SourceFile } from './import-sources.ts';
import { pathFrom } from './paths.ts';

/**
 * Takes the absolute folder that the Writ files are to stand in and the root of their project, of which neither need be there
 * yet; gives the way from there to each file, undefined where it lies outside of the project or has a name that means something
 * else on another platform.
 */
export async function linksFrom(
  host: Host,
  { folder, root }: { readonly folder: string; readonly root: string },
  files: readonly SourceFile[],
): Promise<(path: string) => string | undefined> {
  const realRoot = (await host.disk.realPath(root)) ?? root;
  const below = relativeTo(root, folder) ?? '';
  const realFolder = joinPath(realRoot, below);
  const places = new Map(files.map(({ path, place }) => [path, place]));
  return (path) => {
    const place = places.get(path);
    const file = place === undefined ? undefined : relativeTo(realRoot, place);
    if (place === undefined || file === undefined) return undefined;
    const link = pathFrom(realFolder, place);
    const isSame = directoryPath(below === '' ? 'a.writ' : `${below}/a.writ`, link) === file;
    return isSame ? link : undefined;
  };
}
