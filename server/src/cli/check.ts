// One check: from the PATHs of a command line to its results and its status.
import pc from 'picocolors';
import { relativeTo } from '../project/file-system.ts';
import { settingsName } from '../project/membership.ts';
import type { Snapshot } from '../project/types.ts';
import { formatDay } from '../text/calendar.ts';
import type { CheckResult, ProjectResult } from './check-result.ts';
import { useColor } from './color.ts';
import { complain } from './command.ts';
import { type ExitStatus, type Host, worse } from './host.ts';
import { type Kept, loadProject } from './load.ts';
import { type CommonOptions, evaluationDate } from './options.ts';
import { pathFrom } from './paths.ts';
import { type Progress, startProgress, timingLines } from './progress.ts';
import { reporters } from './reporters/registry.ts';
import type { ReportContext } from './reporters/reporter.ts';
import { statusOf, troubleOf } from './status.ts';
import { findTargets, type Target } from './targets.ts';
import { coversOf, projectResult } from './to-result.ts';

export interface CheckOptions extends CommonOptions {
  readonly format: string;
  readonly maxWarnings?: number;
  readonly timing?: true;
}

export interface CheckRun {
  readonly host: Host;
  readonly paths: readonly string[];
  readonly options: CheckOptions;
  /** What earlier runs of the same command have read. */
  readonly kept: Kept;
}

/** A project that was checked, with the values that are told of it. */
interface Checked {
  readonly snapshot: Snapshot;
  readonly result: ProjectResult;
  readonly status: ExitStatus;
}

/** Prints the results on standard output, and what could not be done on standard error. */
export async function checkOnce(run: CheckRun): Promise<ExitStatus> {
  const { host, options } = run;
  const progress = startProgress(host);
  try {
    const { status, text } = await checkAll(run, progress);
    progress.end();
    host.stdout.write(text);
    if (options.timing === true) host.stderr.write(timingLines(progress.times));
    return status;
  } finally {
    progress.end();
  }
}

async function checkAll(run: CheckRun, progress: Progress): Promise<{ status: ExitStatus; text: string }> {
  const { host, paths, options, kept } = run;
  const found = await progress.stage('reading', 'files', () => findTargets(host, paths, options.project));
  for (const problem of found.problems) complain(host, problem);
  let status: ExitStatus = found.problems.length > 0 ? 2 : 0;
  if (found.targets.length === 0) return { status: 2, text: '' };
  const today = evaluationDate(options, host);
  const checked: Checked[] = [];
  for (const target of found.targets) {
    const root = pathFrom(found.cwd, target.project.root);
    const project = await progress.stage('reading', root, () => loadProject(host.disk, target.project, today, kept));
    const one = await checkProject(host, { target, root, snapshot: project.snapshot() }, progress);
    checked.push(one);
    status = worse(status, one.status);
  }
  const result: CheckResult = { version: 1, asOf: formatDay(today), projects: checked.map((each) => each.result) };
  const context = await contextOf(host, found.cwd, checked);
  const report = reporters.get(options.format) ?? (() => '');
  const text = await progress.stage('report', options.format, () => report(result, context));
  return { status: worse(status, statusOf(result, options.maxWarnings)), text };
}

interface Subject {
  readonly target: Target;
  readonly root: string;
  readonly snapshot: Snapshot;
}

async function checkProject(host: Host, { target, root, snapshot }: Subject, progress: Progress): Promise<Checked> {
  // Each of these is computed when first asked for, and kept: the order makes the times tell them apart.
  await progress.stage('model', root, () => snapshot.model);
  await progress.stage('queries', root, () => snapshot.answers);
  await progress.stage('expectations', root, () => snapshot.outcomes);
  await progress.stage('rules', root, () => snapshot.findings);
  const covers = coversOf([...target.paths, ...target.others]);
  const trouble = troubleOf(snapshot, covers);
  const strangers = target.others.filter((path) => path !== settingsName && !snapshot.directoryPaths.includes(path));
  for (const path of strangers) complain(host, `\`${path}\` is no file of the project \`${root}\``);
  for (const message of trouble.messages) complain(host, root === '.' ? message : `in \`${root}\`: ${message}`);
  const status = strangers.length > 0 ? 2 : trouble.status;
  return { snapshot, result: projectResult(snapshot, root, covers), status };
}

async function contextOf(host: Host, cwd: string, checked: readonly Checked[]): Promise<ReportContext> {
  const snapshots = new Map(checked.map(({ result, snapshot }) => [result, snapshot]));
  const workspace = host.env['GITHUB_WORKSPACE'];
  const repository = workspace === undefined ? undefined : await host.disk.realPath(host.resolve(workspace));
  return {
    colors: pc.createColors(useColor(host, host.stdout)),
    width: host.stdout.columns ?? 120,
    folder: repository === undefined ? '' : (relativeTo(repository, cwd) ?? ''),
    lineText: (project, file, line) => lineText(snapshots.get(project), file, line),
  };
}

function lineText(snapshot: Snapshot | undefined, file: string, line: number): string | undefined {
  const lines = snapshot?.lines(file);
  if (snapshot === undefined || lines === undefined) return undefined;
  const { settings } = snapshot.input;
  const isSettings = file === settingsName && settings !== undefined && 'text' in settings;
  const text = isSettings ? settings.text : snapshot.source(file)?.text;
  return text?.slice(lines.lineStart(line), lines.lineEnd(line));
}
