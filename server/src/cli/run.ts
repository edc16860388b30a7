// Runs one command line: arguments and a host in, an exit status out.
import { Command, CommanderError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import type { CommandContext } from './command.ts';
import { addGuide, type Guide, helpWidth, noColor } from './guide.ts';
import type { ExitStatus, Host } from './host.ts';
import { printableLines } from './printable.ts';
import { commands } from './registry.ts';

/** Takes the arguments after the program's name. Never throws: what goes wrong is told on standard error, and is status 2. */
export async function run(argv: readonly string[], host: Host): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const context: CommandContext = {
    host,
    end: (result) => {
      status = result;
    },
  };
  try {
    await programOf(context).parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    host.stderr.write(`writ: internal error: ${printableLines(faultOf(error, host))}\n`);
    return 2;
  }
}

const guide: Guide = {
  about: 'Results are on standard output, everything else on standard error; there is colour on a terminal only.',
  examples: [
    ['writ init policies', 'a new project'],
    ['writ check policies', 'what is wrong in it'],
    ['writ help check', 'all about a command'],
  ],
  status: [
    'nothing is wrong',
    'something is: a finding, an expectation, or what an option asks for',
    'the run, or a part of it, could not be done',
  ],
  environment: [noColor, ['WRIT_DEBUG', 'where an internal error arose is told with it']],
};

/** Every command, as it is declared to commander. */
export function programOf(context: CommandContext): Command {
  const { stdout, stderr } = context.host;
  const program = new Command('writ')
    .description('Access as code: checks who may do what, and answers questions about it.')
    .version(packageJson.version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError('(`writ --help` lists what there is)')
    .exitOverride()
    .configureHelp({
      subcommandTerm: (command) => `${command.name()} ${command.usage().replace('[options] ', '')}`.trim(),
    })
    .configureOutput({
      writeOut: stdout.write,
      // What the user wrote comes back in these messages.
      writeErr: (text) => stderr.write(printableLines(text)),
      getOutHelpWidth: () => helpWidth(stdout.columns),
      getErrHelpWidth: () => helpWidth(stderr.columns),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const declare of commands) declare(program, context);
  return addGuide(program, context.host, guide);
}

/** A bug of the program's own: the place of it is worth knowing where somebody asks for it. */
function faultOf(error: unknown, host: Host): string {
  if (!(error instanceof Error)) return String(error);
  return host.env['WRIT_DEBUG'] ? (error.stack ?? error.message) : error.message;
}
