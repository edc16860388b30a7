// Projects with everything that they are made of in memory, kept from one run to the next.
import { readDirectories } from '../project/directories.ts';
import type { FoundProject } from '../project/discover.ts';
import type { FileSystem } from '../project/file-system.ts';
import { createProject, type Project } from '../project/project.ts';

/** Projects by root; a run that follows another takes over what has not changed. */
export type Kept = Map<string, Project>;

/** Takes the day to evaluate for, as days since 1970-01-01. */
export async function loadProject(files: FileSystem, found: FoundProject, today: number, kept: Kept): Promise<Project> {
  // A project without settings may share its root with one that has them.
  const key = `${found.root} ${found.settings === undefined ? 'loose' : 'settled'}`;
  const known = kept.get(key);
  const { settings, files: content } = found;
  const input = { files: content, settings, directories: known?.input.directories ?? new Map(), today };
  const project = known ?? createProject(found.root, input);
  project.replace(input);
  kept.set(key, project);
  const directories = await readDirectories(files, found.root, project.snapshot().directoryPaths);
  project.replace({ ...project.input, directories });
  return project;
}
