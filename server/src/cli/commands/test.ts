// `writ test`: expectations alone, by test.
import { type CheckOptions, checkOnce } from '../check.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { addGuide, type Guide, noColor } from '../guide.ts';
import { addCommonOptions, formatOption } from '../options.ts';
import { testReporters } from '../reporters/registry.ts';
import { type Depth, testing } from '../testing.ts';

const guide: Guide = {
  examples: [
    ['writ test', 'every expectation of the project'],
    ['writ test tests/desk.writ', 'those of one file'],
    ['writ test --coverage', 'and what no expectation rests on'],
  ],
  status: [
    'every expectation holds',
    'one does not, could not be evaluated, or may be lost in text that is broken',
    'the run could not be done, or a PATH or a .writ file could not be read',
  ],
  environment: [noColor],
};

export const declareTest: DeclareCommand = (program, context) => {
  const command = program
    .command('test')
    .summary('expectations only, by test')
    .description('Checks what is expected: every expectation with its outcome, under its test.')
    .argument(
      '[path...]',
      'files and folders whose expectations count, each as part of the project that it belongs to',
    );
  addCommonOptions(command)
    .addOption(formatOption([...testReporters.keys()]))
    .option('--coverage', 'which grants, policies and comparisons no expectation rests on')
    .option('--mutate', 'which grants, members, policies and conditions can go without an expectation noticing')
    .action(async (paths: readonly string[], options: CheckOptions & Depth) => {
      if (options.format === 'junit' && (options.coverage ?? options.mutate) === true) {
        complain(context.host, '`--coverage` and `--mutate` have no place in `--format junit`');
        return context.end(2);
      }
      context.end(await checkOnce({ host: context.host, job: testing(options), paths, options, kept: new Map() }));
    });
  addGuide(command, context.host, guide);
};
