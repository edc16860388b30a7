// `writ fix`: makes the fixes that cannot change access.
import { InvalidArgumentError } from 'commander';
import { patchOf } from '../../ide/text-changes.ts';
import { joinPath } from '../../project/file-system.ts';
import { type FixedAll, fixAll } from '../../project/fix-all.ts';
import { settingsName } from '../../project/membership.ts';
import { textOf } from '../../project/sources.ts';
import type { Snapshot } from '../../project/types.ts';
import { ruleNames } from '../../rules/registry.ts';
import { nearest } from '../../text/nearest.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { addGuide, type Guide } from '../guide.ts';
import { type ExitStatus, type Host, worse } from '../host.ts';
import { loadProject } from '../load.ts';
import { addCommonOptions, type CommonOptions, evaluationDate } from '../options.ts';
import { pathFrom } from '../paths.ts';
import { printable } from '../printable.ts';
import { type Progress, startProgress } from '../progress.ts';
import { type Rewrite, rewrite } from '../rewrite.ts';
import { troubleOf } from '../status.ts';
import { findTargets, type Target } from '../targets.ts';
import { coversOf } from '../to-result.ts';

interface FixOptions extends CommonOptions {
  readonly rule?: readonly string[];
  readonly dryRun?: true;
}

const guide: Guide = {
  about:
    'A fix is safe when nobody may do more or less after it, and no query, expectation, test or suppression changes. That is ' +
    'decided for each, with all it touches, before anything is written.',
  examples: [
    ['writ fix --dry-run', 'what would change, as a patch'],
    ['writ fix --rule unused-role', 'the fixes of one rule'],
  ],
  status: [
    'all that could be fixed is',
    undefined,
    'the run could not be done, or a file could not be read or written',
  ],
};

export const declareFix: DeclareCommand = (program, context) => {
  const command = program
    .command('fix')
    .summary('makes the fixes that cannot change access')
    .description('Makes the safe fixes: those that cannot change access.')
    .argument('[path...]', 'files and folders to change, each as part of the project that it belongs to');
  addCommonOptions(command)
    .option('--rule <id>', 'make the fixes of this rule only; may be given several times', readRule)
    .option('--dry-run', 'print what would change, as a patch, and write nothing')
    .action(async (paths: readonly string[], options: FixOptions) => {
      context.end(await fix(context.host, paths, options));
    });
  addGuide(command, context.host, guide);
};

function readRule(id: string, before: readonly string[] = []): readonly string[] {
  if (ruleNames.known.has(id)) return [...before, id];
  const [near] = nearest(id, ruleNames.known);
  throw new InvalidArgumentError(near === undefined ? 'There is no such rule.' : `Did you mean ${near}?`);
}

async function fix(host: Host, paths: readonly string[], options: FixOptions): Promise<ExitStatus> {
  const progress = startProgress(host);
  try {
    const found = await progress.stage('reading', 'files', () => findTargets(host, paths, options.project));
    for (const problem of found.problems) complain(host, problem);
    let status: ExitStatus = found.problems.length > 0 || found.targets.length === 0 ? 2 : 0;
    for (const target of found.targets) {
      const root = pathFrom(found.cwd, target.project.root);
      status = worse(status, await fixProject({ host, options, progress }, target, root));
    }
    return status;
  } finally {
    progress.end();
  }
}

interface Run {
  readonly host: Host;
  readonly options: FixOptions;
  readonly progress: Progress;
}

async function fixProject({ host, options, progress }: Run, target: Target, root: string): Promise<ExitStatus> {
  const today = evaluationDate(options, host);
  const project = await progress.stage('reading', root, () => loadProject(host.disk, target.project, today, new Map()));
  const snapshot = project.snapshot();
  const covers = coversOf([...target.paths, ...target.others]);
  const { rule } = options;
  const isWanted = (id: string) => rule === undefined || rule.includes(id);
  const fixed = await progress.stage('fixing', root, () => fixAll(snapshot, { covers, isWanted }));
  progress.end();
  // No findings are printed here that would tell of it.
  const trouble = troubleOf(snapshot, () => false);
  for (const message of trouble.messages) complain(host, message);
  const status: ExitStatus = trouble.status === 2 ? 2 : 0;
  const changes = changesOf(snapshot, fixed, target.project.root);
  const failure = options.dryRun === true ? undefined : await rewrite(host.disk, changes);
  if (failure !== undefined) {
    complain(host, `nothing of \`${root}\` is written: ${failure}`);
    return 2;
  }
  host.stdout.write(options.dryRun === true ? patches(changes, target.project.root, root) : report(fixed, root));
  return status;
}

function changesOf(snapshot: Snapshot, { after }: FixedAll, root: string): Rewrite[] {
  const files = [...snapshot.input.files.keys(), settingsName];
  return files.flatMap((path): Rewrite[] => {
    const [before, now] = [contentOf(snapshot, path), contentOf(after, path)];
    if (before === undefined || now === undefined || before === now) return [];
    return [{ path: joinPath(root, path), before, after: now }];
  });
}

function contentOf({ input }: Snapshot, path: string): string | undefined {
  return textOf(path === settingsName ? input.settings : input.files.get(path));
}

/** `shown`: the root as it is named from the working folder, from where the patch can be applied. */
function patches(changes: readonly Rewrite[], root: string, shown: string): string {
  return changes
    .map(({ path, before, after }) => patchOf(pathBelow(shown, path.slice(root.length + 1)), before, after))
    .join('');
}

function pathBelow(root: string, path: string): string {
  return root === '.' ? path : `${root}/${path}`;
}

/** A line for each fix: where its finding stood, which rule it is of, and what was done. */
function report({ made }: FixedAll, root: string): string {
  const lines = made.map(({ finding: { place, rule }, fix: { title }, line }) => {
    return printable(`${pathBelow(root, place.file)}:${line + 1} ${rule}: ${title}`);
  });
  const count = `${made.length} ${made.length === 1 ? 'fix' : 'fixes'} made in ${printable(root)}, access unchanged`;
  return [...lines, count, ''].join('\n');
}
