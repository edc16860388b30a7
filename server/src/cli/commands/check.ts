// `writ check`: findings, answers of queries and outcomes of expectations.
import { type CheckOptions, checkOnce } from '../check.ts';
import { checking } from '../checking.ts';
import type { DeclareCommand } from '../command.ts';
import type { ExitStatus, Host } from '../host.ts';
import type { Kept } from '../load.ts';
import { addCommonOptions, formatOption, readCount } from '../options.ts';
import { reporters } from '../reporters/registry.ts';
import { repeatOnChange } from '../watch.ts';

const exitHelp = `
Exit status: 0 nothing is an error and every expectation holds; 1 something is, one does not, or there are more warnings
than --max-warnings; 2 the run could not be done, or a PATH or a .writ file could not be read.`;

export const declareCheck: DeclareCommand = (program, context) => {
  const command = program
    .command('check')
    .summary('findings, answers of queries and outcomes of expectations')
    .description('Checks projects: findings, answers of queries and outcomes of expectations.')
    .argument('[path...]', 'files and folders to report on, each as part of the project that it belongs to');
  addCommonOptions(command)
    .addOption(formatOption([...reporters.keys()]))
    .option('--max-warnings <n>', 'fail where there are more warnings than this', readCount)
    .option('--timing', 'tell on standard error how long each stage and each rule took')
    .option('--watch', 'check again whenever a file changes, until interrupted')
    .addHelpText('after', exitHelp)
    .action(async (paths: readonly string[], options: CheckOptions & { readonly watch?: true }) => {
      context.end(await check(context.host, paths, options));
    });
};

const clearScreen = '\u001b[2J\u001b[3J\u001b[H';

async function check(
  host: Host,
  paths: readonly string[],
  options: CheckOptions & { readonly watch?: true },
): Promise<ExitStatus> {
  const kept: Kept = new Map();
  if (options.watch !== true) return checkOnce({ host, job: checking, paths, options, kept });
  let status: ExitStatus = 0;
  await repeatOnChange(host, async (disk) => {
    // What stands on the screen is of another state of the files.
    if (host.stdout.isTerminal) host.stdout.write(clearScreen);
    status = await checkOnce({ host: { ...host, disk }, job: checking, paths, options, kept });
    if (host.stderr.isTerminal) host.stderr.write('watching for changes\n');
  });
  return status;
}
