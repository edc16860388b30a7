// The commands of the palette, one line each.
import { commands, type Disposable } from 'vscode';
import type { Command, Writ } from '../writ.ts';
import { evaluateAccess } from './evaluate-access.ts';
import { explainQuery } from './explain-query.ts';
import { renameAt } from './rename-at.ts';
import { restartServer } from './restart-server.ts';
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
];

export function registerCommands(writ: Writ): Disposable[] {
  return allCommands.map(({ id, run }) => commands.registerCommand(id, (argument: unknown) => run(writ, argument)));
}
