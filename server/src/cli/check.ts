// One run over the projects of a command line: from its PATHs to what is printed of them, and to the exit status.
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
import type { ProjectDetails, ReportContext, Reporter } from './reporters/reporter.ts';
import { findTargets, type Target } from './targets.ts';
import { type Covers, coversOf } from './to-result.ts';

export interface CheckOptions extends CommonOptions {
  readonly format: string;
  readonly maxWarnings?: number;
  readonly timing?: true;
}

/** A project that is looked at, by whom it is told of. */
export interface Subject {
  /** As it is shown. */
  readonly root: string;
  readonly snapshot: Snapshot;
  /** The files that are asked about. */
  readonly covers: Covers;
}

export interface Examined {
  readonly result: ProjectResult;
  readonly details: ProjectDetails;
  /** What the result itself does not say. */
  readonly status: ExitStatus;
  readonly problems: readonly string[];
}

/** What is done with each project, and how the whole is judged and told. */
export interface Job {
  readonly reporters: ReadonlyMap<string, Reporter>;
  examine(subject: Subject, progress: Progress): Promise<Examined>;
  statusOf(result: CheckResult, options: CheckOptions): ExitStatus;
}

export interface CheckRun {
  readonly host: Host;
  readonly job: Job;
  readonly paths: readonly string[];
  readonly options: CheckOptions;
  /** What earlier runs of the same command have read. */
  readonly kept: Kept;
}

type Checked = Subject & Examined;

/** Prints the results on standard output, and what could not be done on standard error. */
export async function checkOnce(run: CheckRun): Promise<ExitStatus> {
  const { host, options } = run;
  const progress = startProgress(host);
  try {
    const { status, text, problems } = await checkAll(run, progress);
    // Not before: the line of the progress would stand in front of them.
    progress.end();
    for (const problem of problems) complain(host, problem);
    host.stdout.write(text);
    if (options.timing === true) host.stderr.write(timingLines(progress));
    return status;
  } finally {
    progress.end();
  }
}

interface Report {
  readonly status: ExitStatus;
  readonly text: string;
  readonly problems: readonly string[];
}

async function checkAll(run: CheckRun, progress: Progress): Promise<Report> {
  const { host, job, paths, options, kept } = run;
  const found = await progress.stage('reading', 'files', () => findTargets(host, paths, options.project));
  if (found.targets.length === 0) return { status: 2, text: '', problems: found.problems };
  const today = evaluationDate(options, host);
  const checked: Checked[] = [];
  for (const target of found.targets) {
    const root = pathFrom(found.cwd, target.project.root);
    const project = await progress.stage('reading', root, () => loadProject(host.disk, target.project, today, kept));
    const one = await examine(run, { target, root, snapshot: project.snapshot() }, progress);
    checked.push(one);
  }
  const result: CheckResult = { version: 1, asOf: formatDay(today), projects: checked.map((each) => each.result) };
  const own = worse(found.problems.length > 0 ? 2 : 0, job.statusOf(result, options));
  const status = checked.map((each) => each.status).reduce(worse, own);
  const problems = [...found.problems, ...checked.flatMap((each) => each.problems)];
  const context = await contextOf(run, found.cwd, { checked, status, problems });
  const report = job.reporters.get(options.format) ?? (() => '');
  const text = await progress.stage('report', options.format, () => report(result, context));
  return { status, text, problems };
}

interface Loaded {
  readonly target: Target;
  readonly root: string;
  readonly snapshot: Snapshot;
}

/** What the job finds, and which of the PATHs name nothing of the project. */
async function examine({ job }: CheckRun, { target, root, snapshot }: Loaded, progress: Progress): Promise<Checked> {
  const covers = coversOf([...target.paths, ...target.others]);
  const subject: Subject = { root, snapshot, covers };
  const examined = await job.examine(subject, progress);
  const strangers = target.others.filter((path) => path !== settingsName && !snapshot.directoryPaths.includes(path));
  const problems = [
    ...strangers.map((path) => `\`${path}\` is no file of the project \`${root}\``),
    ...examined.problems.map((message) => (root === '.' ? message : `in \`${root}\`: ${message}`)),
  ];
  return { ...subject, ...examined, status: strangers.length > 0 ? 2 : examined.status, problems };
}

interface Judged {
  readonly checked: readonly Checked[];
  readonly status: ExitStatus;
  readonly problems: readonly string[];
}

async function contextOf(
  { host, options }: CheckRun,
  cwd: string,
  { checked, status, problems }: Judged,
): Promise<ReportContext> {
  const byResult = new Map(checked.map((each) => [each.result, each]));
  const workspace = host.env['GITHUB_WORKSPACE'];
  const repository = workspace === undefined ? undefined : await host.disk.realPath(host.resolve(workspace));
  return {
    colors: pc.createColors(useColor(host, host.stdout)),
    width: host.stdout.columns ?? 120,
    folder: repository === undefined ? '' : (relativeTo(repository, cwd) ?? ''),
    status,
    problems,
    maxWarnings: options.maxWarnings,
    details: (project) => byResult.get(project)?.details ?? { fixesOf: () => [], suppressed: [] },
    lineText: (project, file, line) => lineText(byResult.get(project)?.snapshot, file, line),
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
