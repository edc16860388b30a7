// Writ: Show Effective Permissions… shows a matrix: who may do what at a place, or what somebody may do everywhere.

import type { ProjectParams } from '../../../server/src/lsp/protocol.ts';
import type { MatrixSubject } from '../../../server/src/lsp/protocol-lists.ts';
import { projectOf, textsIn } from '../arguments.ts';
import { chooseSubject } from '../matrix/subjects.ts';
import { choicesOf } from '../principals.ts';
import { openMatrix } from '../views/matrix-panel.ts';
import type { Command, Writ } from '../writ.ts';

/** Called with `{ principal }` or `{ place }` and perhaps a `project`, it asks nothing. Gives what the matrix is like. */
export const showEffectivePermissions: Command = {
  id: 'writ.showEffectivePermissions',
  async run(writ, argument) {
    const project = await projectOf(writ, argument);
    if (project === undefined) return undefined;
    const { principal, place } = textsIn(argument);
    if (principal !== undefined) return openMatrix(writ, project, { of: principal });
    if (place !== undefined) return openMatrix(writ, project, { in: place });
    const subject = await choose(writ, project);
    return subject === undefined ? undefined : openMatrix(writ, project, subject);
  },
};

async function choose(writ: Writ, project: ProjectParams): Promise<MatrixSubject | undefined> {
  const choices = await choicesOf(writ, project);
  return choices && chooseSubject(writ.ask, choices);
}
