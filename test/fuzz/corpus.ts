// The projects that are fuzzed: the samples, the agreed readings, and one in which much depends on being read whole.
import { readdirSync } from 'node:fs';
import { at } from '../../scripts/places.ts';
import type { FileContent, ProjectInput } from '../../server/src/project/types.ts';
import { diskProject } from '../support/snapshot.ts';
import type { Random } from './random.ts';

export interface CorpusProject {
  readonly name: string;
  readonly input: ProjectInput;
}

export async function readCorpus(): Promise<CorpusProject[]> {
  const folders = [
    ['test', 'conformance', 'desk'],
    ['test', 'conformance', 'shop'],
    ['test', 'fuzz', 'laws'],
    ...readdirSync(at('samples')).map((name) => ['samples', name]),
  ];
  const projects: CorpusProject[] = [];
  for (const folder of folders)
    projects.push({ name: folder.at(-1) ?? '', input: (await diskProject(...folder)).input });
  return projects;
}

/** One file of the project, with its text; every project has one. */
export function pickFile({ files }: ProjectInput, random: Random): { path: string; text: string } {
  const readable = [...files].flatMap(([path, content]) => ('text' in content ? [{ path, text: content.text }] : []));
  return random.pick(readable);
}

export function withText(input: ProjectInput, path: string, text: string): ProjectInput {
  const files = new Map<string, FileContent>(input.files);
  files.set(path, { text });
  return { ...input, files };
}
