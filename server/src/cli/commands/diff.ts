// `writ diff`: who gains and loses what, between two folders or git revisions.
import { Option } from 'commander';
import pc from 'picocolors';
import type { AccessDifference } from '../../access/difference/types.ts';
import { compareStates } from '../../project/compare-states.ts';
import { useColor } from '../color.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { markdownDiff } from '../diff/markdown.ts';
import { nameOf, prettyDiff } from '../diff/pretty.ts';
import { type Both, type DiffResult, diffResult, type Read } from '../diff/result.ts';
import { findSides, type Side } from '../diff/sides.ts';
import { addGuide, type Guide, noColor } from '../guide.ts';
import { type ExitStatus, type Host, worse } from '../host.ts';
import { loadProject } from '../load.ts';
import { addCommonOptions, type CommonOptions, evaluationDate, formatOption } from '../options.ts';
import { type Progress, startProgress } from '../progress.ts';
import { toJson } from '../reporters/json.ts';
import { tellSideTrouble } from '../side-trouble.ts';

interface DiffOptions extends CommonOptions {
  readonly format: string;
  readonly failOn?: 'gain' | 'change';
}

const guide: Guide = {
  about: 'OLD and NEW are folders, or git revisions, whose files are read where they stand in the working tree.',
  examples: [
    ['writ diff', 'HEAD and the working tree'],
    ['writ diff main', 'main and the working tree'],
    ['writ diff v1.2 HEAD', 'two revisions'],
    ['writ diff ../old policies', 'two folders'],
    ['writ diff main --fail-on gain', 'fail where anybody may do more than on main'],
  ],
  status: [
    'the difference is known, whatever it is',
    'something broken leaves it open, or --fail-on bites',
    'a side, or a file of one, could not be read',
  ],
  environment: [noColor],
};

export const declareDiff: DeclareCommand = (program, context) => {
  const command = program
    .command('diff')
    .summary('who gains and loses what, between two states')
    .description('Compares who may do what between two folders or git revisions, with an example where records decide.')
    .argument('[old]', 'a folder or git revision (default: HEAD)')
    .argument('[new]', 'a folder or git revision (default: the working tree)');
  addCommonOptions(command)
    .addOption(formatOption(['pretty', 'markdown', 'json']))
    .addOption(failOption())
    .action(async (old: string | undefined, next: string | undefined, options: DiffOptions) => {
      context.end(await diff(context.host, { old, next }, options));
    });
  addGuide(command, context.host, guide);
};

function failOption(): Option {
  const about = 'fail where anybody may do more (gain), or more or less (change), or that is not known';
  return new Option('--fail-on <what>', about).choices(['gain', 'change']);
}

interface Named {
  readonly old: string | undefined;
  readonly next: string | undefined;
}

async function diff(host: Host, named: Named, options: DiffOptions): Promise<ExitStatus> {
  const progress = startProgress(host);
  try {
    const found = await progress.stage('reading', 'files', () =>
      findSides(host, { ...named, project: options.project }),
    );
    if ('problem' in found) {
      progress.end();
      complain(host, found.problem);
      return 2;
    }
    const today = evaluationDate(options, host);
    const both = {
      before: await read(progress, found.before, today),
      after: await read(progress, found.after, today),
    };
    const difference = await progress.stage('comparing', 'access', () =>
      compareStates(both.before.snapshot, both.after.snapshot),
    );
    const result = await progress.stage('comparing', 'errors', () => diffResult(found.cwd, both, difference));
    progress.end();
    host.stdout.write(textOf(host, options.format, result, difference));
    return worse(tellTrouble(host, both, result), statusOf(difference, options.failOn));
  } finally {
    progress.end();
  }
}

async function read(progress: Progress, side: Side, today: number): Promise<Read> {
  const project = await progress.stage('reading', side.name ?? 'working tree', () =>
    loadProject(side.files, side.project, today, new Map()),
  );
  return { side, snapshot: project.snapshot() };
}

function textOf(host: Host, format: string, result: DiffResult, difference: AccessDifference): string {
  if (format === 'json') return toJson(result);
  if (format === 'markdown') return markdownDiff(result, difference);
  return prettyDiff(result, difference, pc.createColors(useColor(host, host.stdout)));
}

/** Says what could not be read of either side, and where there is nothing to read. */
function tellTrouble(host: Host, both: Both, result: DiffResult): ExitStatus {
  let status: ExitStatus = 0;
  for (const name of ['before', 'after'] as const) {
    const { side, snapshot } = both[name];
    status = worse(status, tellSideTrouble(host, nameOf(result[name]), snapshot, side.project));
  }
  return status;
}

function statusOf({ summary }: AccessDifference, failOn: DiffOptions['failOn']): ExitStatus {
  if (summary.unknown > 0) return 1;
  if (failOn === undefined) return 0;
  const more = summary.gained + summary.widened + summary.changed;
  return more + (failOn === 'change' ? summary.lost + summary.narrowed : 0) > 0 ? 1 : 0;
}
