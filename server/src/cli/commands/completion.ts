// `writ completion`: a script by which a shell completes command lines of this program.
import { Argument } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { completions } from '../completion/registry.ts';
import { addGuide, type Guide } from '../guide.ts';
import { shapeOf } from '../program-shape.ts';

const guide: Guide = {
  lists: [
    {
      title: 'To have it in every new shell',
      rows: [
        ['bash', 'add to ~/.bashrc: source <(writ completion bash)'],
        ['zsh', 'add to ~/.zshrc, after compinit: source <(writ completion zsh)'],
        ['fish', 'run: writ completion fish > ~/.config/fish/completions/writ.fish'],
        ['powershell', 'add to the file $PROFILE: writ completion powershell | Out-String | Invoke-Expression'],
      ],
    },
  ],
  status: ['the script is printed', undefined, 'there is none for such a shell'],
};

export const declareCompletion: DeclareCommand = (program, context) => {
  const command = program
    .command('completion')
    .summary('a script by which a shell completes commands')
    .description('Prints a script by which a shell completes commands, options, their values, and files.')
    .addArgument(new Argument('<shell>', 'the shell').choices([...completions.keys()]))
    .action(async (shell: string) => {
      await context.host.stdout.send(completions.get(shell)?.(shapeOf(program)) ?? '');
      context.end(0);
    });
  addGuide(command, context.host, guide);
};
