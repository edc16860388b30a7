// The projects that the server holds, each with its counts.
import type { Context } from './context.ts';
import { viewProject } from './context.ts';
import type { HeldProject } from './held-project.ts';
import { baseName } from './paths.ts';
import type { ProjectInfo } from './protocol.ts';

/** By their URIs. */
export function listProjects(context: Context): ProjectInfo[] {
  const infos = context.workspace.projects().map((held) => describe(context, held));
  return infos.sort((a, b) => (a.root < b.root ? -1 : 1));
}

function describe(context: Context, held: HeldProject): ProjectInfo {
  const { findings, outcomes, input } = viewProject(context, held);
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
