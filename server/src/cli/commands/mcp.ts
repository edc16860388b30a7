// `writ mcp --stdio`: questions of assistants, answered from the project, which is read and never written.

import { assistantTools } from '../../ide/assistant/tools.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { addGuide, type Guide, type Row } from '../guide.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import { findProject } from '../targets.ts';

const guide: Guide = {
  about:
    'The tools read the one project alone, and files of its git revisions; a path outside of it is refused. The project is read ' +
    'anew for each question.',
  lists: [{ title: 'Tools', rows: assistantTools.map(({ name, title }): Row => [name, title]) }],
  examples: [['writ mcp --stdio --project policies', 'what an assistant is configured to start']],
  status: ['the assistant has ended it', undefined, 'the project folder could not be found'],
};

export const declareMcp: DeclareCommand = (program, context) => {
  const command = program
    .command('mcp')
    .summary('read-only tools for assistants')
    .description('Runs a server of the Model Context Protocol with tools that answer questions about access.')
    .requiredOption('--stdio', 'speak on standard input and output');
  addCommonOptions(command).action(async (options: CommonOptions) => {
    const { host } = context;
    const found = await findProject(host, options.project);
    if ('problem' in found) {
      complain(host, found.problem);
      return context.end(2);
    }
    // No other command waits for it to be loaded.
    const { serve } = await import('../mcp/node.ts');
    await serve(host, options);
    context.end(0);
  });
  addGuide(command, context.host, guide);
};
