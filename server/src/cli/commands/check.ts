// `writ check`: findings, answers of queries and outcomes of expectations.
import { type CheckOptions, checkOnce } from '../check.ts';
import { checking } from '../checking.ts';
import type { DeclareCommand } from '../command.ts';
import { addGuide, type Guide, noColor } from '../guide.ts';
import type { ExitStatus, Host } from '../host.ts';
import type { Kept } from '../load.ts';
import { addCommonOptions, formatOption, readCount } from '../options.ts';
import { reporters } from '../reporters/registry.ts';
import { repeatOnChange } from '../watch.ts';

const guide: Guide = {
  examples: [
    ['writ check', 'the project of the current folder'],
    ['writ check policies/desk.writ', 'one file, as part of its project'],
    ['writ check --format sarif > writ.sarif', 'for code scanning'],
    ['writ check --max-warnings 0', 'fail on warnings, too'],
    ['writ check --watch', 'again after each change'],
  ],
  status: [
    'nothing is an error and every expectation holds',
    'something is, one does not, or there are more warnings than --max-warnings',
    'the run could not be done, or a PATH or a .writ file could not be read',
  ],
  environment: [
    noColor,
    ['GITHUB_WORKSPACE', 'the root of the repository, from which sarif, junit and github name files'],
  ],
};

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
    .action(async (paths: readonly string[], options: CheckOptions & { readonly watch?: true }) => {
      context.end(await check(context.host, paths, options));
    });
  addGuide(command, context.host, guide);
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
  const isWatched = await repeatOnChange(host, async (disk) => {
    // What stands on the screen is of another state of the files.
    if (host.stdout.isTerminal) host.stdout.write(clearScreen);
    status = await checkOnce({ host: { ...host, disk }, job: checking, paths, options, kept });
    if (host.stderr.isTerminal) host.stderr.write('watching for changes\n');
  });
  return isWatched ? status : 2;
}
