// Writ: Show Effective Permissions… lists all that a principal may do, place by place.
import { window } from 'vscode';
import {
  type EvaluationChoices,
  effectivePermissionsRequest,
  evaluationChoicesRequest,
  type MarkdownResult,
  type ProjectParams,
} from '../../../server/src/lsp/protocol.ts';
import { choosePrincipal } from '../evaluation-flow.ts';
import { type Command, chooseProject, type Writ } from '../writ.ts';

/** Called with `{ principal }` and perhaps a `project`, it asks nothing. */
export const showEffectivePermissions: Command = {
  id: 'writ.showEffectivePermissions',
  async run(writ, argument) {
    const given = typeof argument === 'object' && argument !== null ? new Map(Object.entries(argument)) : undefined;
    const root = given?.get('project');
    const active = window.activeTextEditor?.document.uri.toString();
    const project = typeof root === 'string' ? { project: root } : await chooseProject(writ, active);
    if (project === undefined) return undefined;
    const named = given?.get('principal');
    const principal = typeof named === 'string' ? named : await choose(writ, project);
    if (principal === undefined) return undefined;
    const params = { ...project, principal };
    const result = await writ.client.sendRequest<MarkdownResult | null>(effectivePermissionsRequest, params);
    return result === null ? undefined : writ.explanations.show(`${principal} - permissions`, result.markdown);
  },
};

async function choose({ client, ask }: Writ, project: ProjectParams): Promise<string | undefined> {
  const choices = await client.sendRequest<EvaluationChoices | null>(evaluationChoicesRequest, project);
  return choices === null ? undefined : choosePrincipal(ask, choices, 'Whose permissions?');
}
