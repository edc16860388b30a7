// The commands of the palette, one line each.
import { commands, type Disposable } from 'vscode';
import type { Command, Writ } from '../writ.ts';
import { compareAccess } from './compare-access.ts';
import { evaluateAccess } from './evaluate-access.ts';
import { explainQuery } from './explain-query.ts';
import { openAfter } from './open-after.ts';
import { openBefore } from './open-before.ts';
import { renameAt } from './rename-at.ts';
import { restartServer } from './restart-server.ts';
import { showDifference } from './show-difference.ts';
import { showEffectivePermissions } from './show-effective-permissions.ts';
import { showReferences } from './show-references.ts';
import { showRule } from './show-rule.ts';
import { showServerLog } from './show-server-log.ts';

export const allCommands: readonly Command[] = [
  evaluateAccess,
  explainQuery,
  showEffectivePermissions,
  showReferences,
  showRule,
  restartServer,
  showServerLog,
  renameAt,
  compareAccess,
  showDifference,
  openBefore,
  openAfter,
];

export function registerCommands(writ: Writ): Disposable[] {
  return allCommands.map(({ id, run }) => commands.registerCommand(id, (argument: unknown) => run(writ, argument)));
}
