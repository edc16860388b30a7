// Runs one command line: arguments and a host in, an exit status out.
import { Command, CommanderError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import type { CommandContext } from './command.ts';
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

function programOf(context: CommandContext): Command {
  const { stdout, stderr } = context.host;
  const width = (columns: number | undefined) => columns ?? 80;
  const program = new Command('writ')
    .description('Access as code: checks who may do what, and answers questions about it.')
    .version(packageJson.version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('(`writ --help` lists what there is)')
    .exitOverride()
    .configureOutput({
      writeOut: stdout.write,
      // What the user wrote comes back in these messages.
      writeErr: (text) => stderr.write(printableLines(text)),
      getOutHelpWidth: () => width(stdout.columns),
      getErrHelpWidth: () => width(stderr.columns),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const declare of commands) declare(program, context);
  return program;
}

/** A bug of the program's own: the place of it is worth knowing where somebody asks for it. */
function faultOf(error: unknown, host: Host): string {
  if (!(error instanceof Error)) return String(error);
  return host.env['WRIT_DEBUG'] ? (error.stack ?? error.message) : error.message;
}
