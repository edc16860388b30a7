// Places as people and terminals read them.
import type { Located, ProjectResult } from '../check-result.ts';
import { fileBelow } from '../paths.ts';
import { printable } from '../printable.ts';

/** `desk.writ:3:5`, lines and columns from 1, as editors and terminals make links of it. */
export function placeText(project: ProjectResult, { file, range }: Located): string {
  return printable(`${fileBelow(project.root, file)}:${range.start.line + 1}:${range.start.character + 1}`);
}
