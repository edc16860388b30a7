// `writ lsp --stdio`: the language server, for any editor that starts one.
import type { DeclareCommand } from '../command.ts';
import { addGuide, type Guide } from '../guide.ts';

const guide: Guide = {
  about: 'It ends when the editor says so, closes its input, or is gone.',
  examples: [['writ lsp --stdio', 'what an editor is configured to start']],
  status: [
    'the editor has ended it in order',
    'its input ended, or the editor was gone, before that',
    'the arguments are wrong',
  ],
};

export const declareLsp: DeclareCommand = (program, context) => {
  const command = program
    .command('lsp')
    .summary('the language server, for any editor')
    .description("Runs the language server. Which folders it looks at is the editor's to say.")
    .requiredOption('--stdio', 'speak on standard input and output')
    .option('--clientProcessId <pid>', 'end when this process does; some editors add it')
    .action(async () => {
      // To load the server is to start it, with the arguments of this process; no other command waits for that.
      const { started } = await import('../../lsp/node.ts');
      await started;
      context.end(0);
    });
  addGuide(command, context.host, guide);
};
