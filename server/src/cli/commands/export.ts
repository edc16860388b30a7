// `writ export`: the project in another format, as files of a folder or as one document.
import { Argument } from 'commander';
import type { Exported, ExportedFile, ExportProblem } from '../../exchange/exporter.ts';
import { onePage } from '../../exchange/markdown.ts';
import { exporters } from '../../exchange/registry.ts';
import { joinPath } from '../../project/file-system.ts';
import type { Snapshot } from '../../project/types.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { problemsOf } from '../export-problems.ts';
import { addGuide, type Guide } from '../guide.ts';
import { type ExitStatus, type Host, worse } from '../host.ts';
import { loadProject } from '../load.ts';
import { addCommonOptions, type CommonOptions, evaluationDate } from '../options.ts';
import { startProgress } from '../progress.ts';
import { troubleOf } from '../status.ts';
import { findProject } from '../targets.ts';

interface ExportOptions extends CommonOptions {
  readonly out?: string;
}

const guide: Guide = {
  lists: [
    {
      title: 'Formats',
      rows: [['cedar', 'a schema, policies and entities of Cedar, and a report of what they do not say']],
    },
  ],
  examples: [['writ export cedar --out build/cedar', 'files that a Cedar engine loads']],
  status: [
    'all that is declared is exported, but for what the report names',
    'something is broken, and exported as nothing',
    'the project or a file of it could not be read, or DIR could not be written',
  ],
};

export const declareExport: DeclareCommand = (program, context) => {
  const command = program
    .command('export')
    .summary('the project in another format')
    .description('Exports a project. Without --out the files are printed as one Markdown document.')
    .addArgument(new Argument('<format>', 'what to make of it').choices([...exporters.keys()]))
    .option('--out <dir>', 'write the files into this folder, which is made where it is missing');
  addCommonOptions(command).action(async (format: string, options: ExportOptions) => {
    context.end(await exportProject(context.host, format, options));
  });
  addGuide(command, context.host, guide);
};

async function exportProject(host: Host, format: string, options: ExportOptions): Promise<ExitStatus> {
  const progress = startProgress(host);
  try {
    const found = await progress.stage('reading', 'files', () => findProject(host, options.project));
    if ('problem' in found) {
      progress.end();
      complain(host, found.problem);
      return 2;
    }
    const today = evaluationDate(options, host);
    const project = await progress.stage('reading', 'files', () =>
      loadProject(host.disk, found.project, today, new Map()),
    );
    const snapshot = project.snapshot();
    const problems = await progress.stage('checking', 'declarations', () => problemsOf(snapshot));
    const exported = await progress.stage('exporting', format, () =>
      exporters.get(format)?.({ model: snapshot.model, problems }),
    );
    progress.end();
    if (exported === undefined) return 2;
    const written = await write(host, exported, options.out);
    return worse(written, tellOf(host, snapshot, { exported, problems }));
  } finally {
    progress.end();
  }
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
  return (await host.disk.write(folder, contents))?.failure;
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
