// The projects that the server holds, each with its counts.
import type { Context } from './context.ts';
import { viewProject } from './context.ts';
import type { HeldProject } from './held-project.ts';
import { baseName } from './paths.ts';
import type { ProjectInfo, ProjectParams } from './protocol.ts';

/** The project that is meant, alone; where none is named all of them, by their URIs. */
export function listProjects(context: Context, { textDocument }: ProjectParams): ProjectInfo[] {
  const { workspace } = context;
  const own = textDocument === undefined ? undefined : workspace.find(textDocument.uri)?.held;
  const meant = textDocument === undefined ? workspace.projects() : own === undefined ? [] : [own];
  const infos = meant.map((held) => describe(context, held));
  return infos.sort((a, b) => (a.root < b.root ? -1 : 1));
}

function describe(context: Context, held: HeldProject): ProjectInfo {
  const { findings, outcomes, input } = viewProject(context, held).snapshot;
  const count = (severity: string) =>
    held.isSilent ? 0 : findings.filter((each) => each.severity === severity).length;
  return {
    root: held.uri,
    name: baseName(held.uri),
    files: input.files.size,
    errors: count('error'),
    warnings: count('warning'),
    held: outcomes.filter(({ outcome }) => outcome.outcome === 'held').length,
    expectations: outcomes.length,
  };
}
