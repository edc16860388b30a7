// `writ export`: the project in another format, as files of a folder or as one document.
import { Argument } from 'commander';
import type { Exported, ExportedFile, ExportFormat, ExportProblem, ExportSource } from '../../exchange/exporter.ts';
import type { ImportFile } from '../../exchange/importer.ts';
import { onePage } from '../../exchange/markdown.ts';
import { exporters } from '../../exchange/registry.ts';
import { joinPath } from '../../project/file-system.ts';
import type { Snapshot } from '../../project/types.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { reasonOf } from '../disk.ts';
import { positionOf, problemsOf } from '../export-problems.ts';
import { addGuide, type Guide } from '../guide.ts';
import { type ExitStatus, type Host, worse } from '../host.ts';
import { readSources } from '../import-sources.ts';
import { loadProject } from '../load.ts';
import { addCommonOptions, type CommonOptions, evaluationDate } from '../options.ts';
import { startProgress } from '../progress.ts';
import { troubleOf } from '../status.ts';
import { findProject } from '../targets.ts';

interface ExportOptions extends CommonOptions {
  readonly out?: string;
  readonly beside?: string;
}

const guide: Guide = {
  about: `With --beside, terraform refers to what the files of that folder declare, as the vendor's tool exports them with -d, \
and knows the ids of options. Without, it looks everything up by name, and stands alone.`,
  lists: [{ title: 'Formats', rows: [...exporters].map(([name, { summary }]) => [name, summary] as const) }],
  examples: [
    ['writ export cedar --out build/cedar', 'files that a Cedar engine loads'],
    [
      'writ export terraform --beside ei --out ei',
      'files that Terraform deploys, beside an export of the vendor’s tool',
    ],
  ],
  status: [
    'all that is declared is exported, but for what the report names',
    'something is broken, and exported as nothing; or a file of an export before is still there',
    'the project or a file of it or of --beside could not be read, or DIR could not be written',
  ],
};

export const declareExport: DeclareCommand = (program, context) => {
  const command = program
    .command('export')
    .summary('the project in another format')
    .description('Exports a project. Without --out the files are printed as one Markdown document.')
    .addArgument(new Argument('<format>', 'what to make of it').choices([...exporters.keys()]))
    .option('--out <dir>', 'write the files into this folder, which is made where it is missing')
    .option('--beside <dir>', 'the export of the vendor’s tool that it is put beside (terraform)');
  addCommonOptions(command).action(async (format: string, options: ExportOptions) => {
    const exporter = exporters.get(format);
    context.end(exporter === undefined ? 2 : await exportProject(context.host, { name: format, ...exporter }, options));
  });
  addGuide(command, context.host, guide);
};

interface NamedFormat extends ExportFormat {
  readonly name: string;
}

async function exportProject(host: Host, format: NamedFormat, options: ExportOptions): Promise<ExitStatus> {
  const progress = startProgress(host);
  try {
    const beside = await progress.stage('reading', 'files', () => neighboursOf(host, format, options));
    const found = await progress.stage('reading', 'files', () => findProject(host, options.project));
    const problems = [...beside.problems, ...('problem' in found ? [found.problem] : [])];
    if (problems.length > 0 || 'problem' in found) {
      progress.end();
      for (const problem of problems) complain(host, problem);
      return 2;
    }
    const today = evaluationDate(options, host);
    const project = await progress.stage('reading', 'files', () =>
      loadProject(host.disk, found.project, today, new Map()),
    );
    const snapshot = project.snapshot();
    const broken = await progress.stage('checking', 'declarations', () => problemsOf(snapshot));
    const place: ExportSource['place'] = (origin) => positionOf(snapshot, snapshot.place(origin));
    const source = { model: snapshot.model, problems: broken, place, beside: beside.files };
    const exported = await progress.stage('exporting', format.name, () => format.make(source));
    progress.end();
    const written = await write(host, exported, options.out);
    const told = worse(written, tellOf(host, snapshot, { exported, problems: broken }));
    return written === 2 ? told : worse(told, await tellLeftovers(host, exported, options.out));
  } finally {
    progress.end();
  }
}

interface Beside {
  /** Undefined where none is named. */
  readonly files: readonly ImportFile[] | undefined;
  readonly problems: readonly string[];
}

async function neighboursOf(
  host: Host,
  { name, besideEndings }: NamedFormat,
  { beside }: ExportOptions,
): Promise<Beside> {
  if (beside === undefined) return { files: undefined, problems: [] };
  if (besideEndings === undefined)
    return { files: undefined, problems: [`\`${name}\` stands beside nothing: leave out --beside`] };
  return readSources(host, [beside], besideEndings);
}

/** What an export before this one wrote and this one did not would still be deployed. */
async function tellLeftovers(host: Host, { files, isOwn }: Exported, out: string | undefined): Promise<ExitStatus> {
  if (out === undefined || isOwn === undefined) return 0;
  const listed = await host.disk.list(host.resolve(out));
  const written = new Set(files.map(({ path }) => path));
  const names = 'entries' in listed ? listed.entries.map(({ name }) => name) : [];
  const left = names.filter((name) => isOwn(name) && !written.has(name)).sort();
  for (const name of left)
    complain(host, `\`${joinPath(out, name)}\` is of an export before, and is still deployed: delete it`);
  return left.length > 0 ? 1 : 0;
}

async function write(host: Host, { files }: Exported, out: string | undefined): Promise<ExitStatus> {
  if (out === undefined) {
    for (const piece of onePage(files)) await host.stdout.send(piece);
    return 0;
  }
  // Most likely a variable of a script that is not set.
  const failure = out === '' ? 'an empty name names nothing' : await writeInto(host, host.resolve(out), files);
  if (failure === undefined) return 0;
  complain(host, `\`${out}\` cannot be written: ${failure}`);
  return 2;
}

/** Gives why they cannot be written. */
async function writeInto(host: Host, folder: string, files: readonly ExportedFile[]): Promise<string | undefined> {
  const encoder = new TextEncoder();
  const contents = files.map(({ path, text }) => ({ path: joinPath(folder, path), bytes: encoder.encode(text) }));
  const failed = await host.disk.write(folder, contents);
  return failed && reasonOf(failed, folder);
}

interface Told {
  readonly exported: Exported;
  readonly problems: readonly ExportProblem[];
}

/** Says what the files do not. */
function tellOf(host: Host, snapshot: Snapshot, { exported, problems }: Told): ExitStatus {
  const trouble = troubleOf(snapshot, () => false);
  for (const message of trouble.messages) complain(host, message);
  for (const line of exported.lacking) complain(host, `not exported: ${line}`);
  const [first] = problems;
  if (first === undefined) return trouble.status;
  const more = problems.length === 1 ? '' : `, and ${problems.length - 1} more`;
  complain(host, `exported without what is broken: ${first.place} ${first.message}${more}`);
  return worse(1, trouble.status);
}
