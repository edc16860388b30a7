// `writ help`: the help of the program, or of a command.
import { nearest } from '../../text/nearest.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { addGuide, type Guide } from '../guide.ts';

const guide: Guide = { status: ['it is printed', undefined, 'there is no such command'] };

export const declareHelp: DeclareCommand = (program, context) => {
  const command = program
    .command('help')
    .summary('the help of a command')
    .description('Prints the help of the program, or of a command.')
    .argument('[command]', 'a command')
    .action((name: string | undefined) => {
      const known = program.commands.find((each) => each.name() === name);
      if (name === undefined || known !== undefined) return (known ?? program).outputHelp();
      const [near] = nearest(
        name,
        program.commands.map((each) => each.name()),
      );
      complain(
        context.host,
        `there is no command \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
      );
      context.end(2);
    });
  addGuide(command, context.host, guide);
};
