// Every command of the command line, in the order of the help.
import type { DeclareCommand } from './command.ts';
import { declareCheck } from './commands/check.ts';
import { declareCompletion } from './commands/completion.ts';
import { declareDiff } from './commands/diff.ts';
import { declareEval } from './commands/eval.ts';
import { declareExport } from './commands/export.ts';
import { declareFix } from './commands/fix.ts';
import { declareFmt } from './commands/fmt.ts';
import { declareHelp } from './commands/help.ts';
import { declareImport } from './commands/import.ts';
import { declareInit } from './commands/init.ts';
import { declareLsp } from './commands/lsp.ts';
import { declareMatrix } from './commands/matrix.ts';
import { declareMcp } from './commands/mcp.ts';
import { declareMerge } from './commands/merge.ts';
import { declareRules } from './commands/rules.ts';
import { declareTest } from './commands/test.ts';

export const commands: readonly DeclareCommand[] = [
  declareInit,
  declareCheck,
  declareTest,
  declareEval,
  declareMatrix,
  declareDiff,
  declareFmt,
  declareFix,
  declareImport,
  declareExport,
  declareRules,
  declareMerge,
  declareCompletion,
  declareLsp,
  declareMcp,
  declareHelp,
];
