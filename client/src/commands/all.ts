// The commands of the palette, one line each.
import { commands, type Disposable } from 'vscode';
import type { Command, Writ } from '../writ.ts';
import { applyRemedy } from './apply-remedy.ts';
import { compareAccess } from './compare-access.ts';
import { evaluateAccess } from './evaluate-access.ts';
import { expectDifference } from './expect-difference.ts';
import { explainQuery } from './explain-query.ts';
import { insertQuestion } from './insert-question.ts';
import { newPolicyProject } from './new-policy-project.ts';
import { openAfter } from './open-after.ts';
import { openBefore } from './open-before.ts';
import { renameAt } from './rename-at.ts';
import { restartServer } from './restart-server.ts';
import { showDifference } from './show-difference.ts';
import { showEffectivePermissions } from './show-effective-permissions.ts';
import { showList } from './show-list.ts';
import { showReferences } from './show-references.ts';
import { showRule } from './show-rule.ts';
import { showServerLog } from './show-server-log.ts';
import { whatCan } from './what-can.ts';
import { whatIf } from './what-if.ts';
import { whoCan } from './who-can.ts';

export const allCommands: readonly Command[] = [
  evaluateAccess,
  whatIf,
  insertQuestion,
  whoCan,
  whatCan,
  explainQuery,
  showEffectivePermissions,
  showReferences,
  showList,
  showRule,
  restartServer,
  showServerLog,
  renameAt,
  compareAccess,
  showDifference,
  expectDifference,
  openBefore,
  openAfter,
  newPolicyProject,
  applyRemedy,
];

export function registerCommands(writ: Writ): Disposable[] {
  return allCommands.map(({ id, run }) => commands.registerCommand(id, (argument: unknown) => run(writ, argument)));
}
