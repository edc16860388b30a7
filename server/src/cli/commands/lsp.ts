// `writ lsp --stdio`: the language server, for any editor that starts one.
import type { DeclareCommand } from '../command.ts';

export const declareLsp: DeclareCommand = (program, context) => {
  program
    .command('lsp')
    .summary('the language server, for any editor')
    .description("Runs the language server. What it looks at, and for which day, is the editor's to say.")
    .requiredOption('--stdio', 'speak on standard input and output')
    .option('--clientProcessId <id>', 'end with the process of this id, as editors add it')
    .action(async () => {
      // Here alone: no other command waits for the server to load.
      const { startStdio } = await import('../../lsp/node.ts');
      startStdio();
      context.end(0);
    });
};
