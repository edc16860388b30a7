// Writ: Show Effective Permissions… shows a matrix: who may do what at a place, or what somebody may do everywhere.
import { window } from 'vscode';
import type { MatrixSubject, ProjectParams } from '../../../server/src/lsp/protocol.ts';
import { chooseSubject } from '../matrix/subjects.ts';
import { choicesOf } from '../principals.ts';
import { openMatrix } from '../views/matrix-panel.ts';
import { type Command, chooseProject, type Writ } from '../writ.ts';

/** Called with `{ principal }` or `{ place }` and perhaps a `project`, it asks nothing. Gives what the matrix is like. */
export const showEffectivePermissions: Command = {
  id: 'writ.showEffectivePermissions',
  async run(writ, argument) {
    const given = typeof argument === 'object' && argument !== null ? new Map(Object.entries(argument)) : undefined;
    const root = given?.get('project');
    const active = window.activeTextEditor?.document.uri.toString();
    const project = typeof root === 'string' ? { project: root } : await chooseProject(writ, active);
    if (project === undefined) return undefined;
    const [principal, place] = [given?.get('principal'), given?.get('place')];
    if (typeof principal === 'string') return openMatrix(writ, project, { of: principal });
    if (typeof place === 'string') return openMatrix(writ, project, { in: place });
    const subject = await choose(writ, project);
    return subject === undefined ? undefined : openMatrix(writ, project, subject);
  },
};

async function choose(writ: Writ, project: ProjectParams): Promise<MatrixSubject | undefined> {
  const choices = await choicesOf(writ, project);
  return choices && chooseSubject(writ.ask, choices);
}
