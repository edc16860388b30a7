// `writ import`: what another system exports as Writ files, into a folder or as one document.
import { Argument, Option } from 'commander';
import type { Imported } from '../../exchange/importer.ts';
import { type ImportFormat, importers } from '../../exchange/importers.ts';
import { onePage } from '../../exchange/markdown.ts';
import { findRoot } from '../../project/discover.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { addGuide, type Guide, type Row } from '../guide.ts';
import type { ExitStatus, Host } from '../host.ts';
import { importReport, importStatus } from '../import-report.ts';
import { allForms, runImport } from '../importing.ts';
import { makeFiles } from '../new-files.ts';

export interface ImportOptions {
  readonly as?: string;
  readonly out?: string;
}

const formats = [...importers].flatMap(([name, { summary, forms }]): Row[] => [
  [name, summary],
  ...forms.map((form): Row => [`  --as ${form.name}`, form.summary]),
]);

const guide: Guide = {
  about: `Nothing is ever put over a file that is there. Where DIR belongs to no project it becomes one: a \`writ.json\` is added. \
What came over, what did not, and where that stands is said on standard error.`,
  lists: [{ title: 'Formats', rows: formats }],
  examples: [
    ['writ import terraform export --out policies', 'all .tf files of a folder'],
    ['writ import scim users.json groups.json', 'two pages of a list, printed'],
  ],
  status: [
    'all came over',
    'something is lost',
    'a FILE could not be read, nothing could be made of it, or DIR could not be written; then nothing is written',
  ],
};

export const declareImport: DeclareCommand = (program, context) => {
  const command = program
    .command('import')
    .summary('what another system exports, as Writ')
    .description('Imports files of another system. Without --out the files are printed as one Markdown document.')
    .addArgument(new Argument('<format>', 'what the files are').choices([...importers.keys()]))
    .argument('<file...>', 'files, or folders whose files of that format are meant')
    .addOption(new Option('--as <form>', 'what to make of it, where a format has several forms').choices(allForms))
    .option('--out <dir>', 'write the files into this folder, which is made where it is missing')
    .action(async (name: string, names: readonly string[], options: ImportOptions) => {
      const format = importers.get(name);
      context.end(format === undefined ? 2 : await importFiles(context.host, format, names, options));
    });
  addGuide(command, context.host, guide);
};

/** Takes files and folders as the user wrote them; gives the exit status. */
export async function importFiles(
  host: Host,
  format: ImportFormat,
  names: readonly string[],
  options: ImportOptions,
): Promise<ExitStatus> {
  const folder = host.resolve(options.out ?? '.');
  const root = (await findRoot(host.disk, folder)) ?? folder;
  const imported = await runImport(host, { names, format, form: options.as, folder, root });
  if (imported === undefined) return 2;
  const obstacle = await write(host, imported, options.out);
  if (obstacle !== undefined) {
    complain(host, `nothing is written to \`${options.out}\`: ${obstacle}`);
    return 2;
  }
  host.stderr.write(importReport(imported));
  return importStatus(imported);
}

/** Gives what is in the way. */
async function write(host: Host, { files }: Imported, out: string | undefined): Promise<string | undefined> {
  if (out === undefined) {
    for (const piece of onePage(files)) await host.stdout.send(piece);
    return undefined;
  }
  // Most likely a variable of a script that is not set.
  if (out === '') return 'an empty name names nothing';
  const result = await makeFiles(host, host.resolve(out), files);
  return 'obstacle' in result ? result.obstacle : undefined;
}
