// `writ init`: a new project out of a template, or of what another system exports, in a folder that has none.
import { type Command, Option } from 'commander';
import type { Imported } from '../../exchange/importer.ts';
import { settingsName } from '../../project/membership.ts';
import { fill, plainName } from '../../project/templates/fill.ts';
import { templates } from '../../project/templates/registry.ts';
import type { NewFile, Template } from '../../project/templates/template.ts';
import { writeName } from '../../syntax/keywords.ts';
import { dayOf } from '../../text/calendar.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { addGuide, type Guide, type Row } from '../guide.ts';
import type { ExitStatus, Host } from '../host.ts';
import { importReport, importStatus } from '../import-report.ts';
import { allForms, runImport } from '../importing.ts';
import { makeAll, thereAlready } from '../new-files.ts';
import { pathFrom } from '../paths.ts';
import { printable } from '../printable.ts';

/** Every project has one. */
const people = 'organization.writ';

interface InitOptions {
  readonly template: string;
  readonly name?: string;
  readonly from?: readonly string[];
  readonly as?: string;
}

const [plainest] = templates;

const guide: Guide = {
  about: `Nothing is ever put over a file that is there: a folder with \`.writ\` files or a \`writ.json\` is left as it is.

With --from the project is what other files become, as \`writ import\` makes it. The ends of their names tell the format.`,
  lists: [{ title: 'Templates', rows: templates.map(({ id, description }): Row => [id, description]) }],
  examples: [
    ['writ init policies', 'the smallest project, in a new folder'],
    ['writ init policies --template contractors', 'people from outside, and roles that end'],
    ['writ init policies --from export.tf', "what the vendor's tool exported"],
  ],
  status: [
    'the project is made',
    'it is made, and something of the files is lost',
    'it is not made, and nothing is written',
  ],
};

export const declareInit: DeclareCommand = (program, context) => {
  const command: Command = program
    .command('init')
    .summary('makes a new project')
    .description('Makes a new project out of a template, or of what another system exports.')
    .argument('[dir]', 'the folder of the project, which is made where it is missing (default: the current folder)')
    .addOption(
      new Option('--template <name>', 'what to begin with').choices(templates.map(({ id }) => id)).default(plainest.id),
    )
    .addOption(new Option('--from <file...>', 'files to import, or folders of them').conflicts('template'))
    .addOption(new Option('--as <form>', 'with --from: what to make of it').choices(allForms))
    .option('--name <name>', 'what the organization is called (default: as the folder)')
    .action(async (dir: string | undefined, options: InitOptions) => {
      const folder = context.host.resolve(dir ?? '.');
      const name = options.name ?? folder.slice(folder.lastIndexOf('/') + 1);
      if (options.as !== undefined && options.from === undefined) command.error('error: option `--as` needs `--from`');
      const { from, as } = options;
      const { host } = context;
      context.end(
        from === undefined
          ? await initTemplate(host, folder, { id: options.template, name })
          : await initImport(host, folder, { from, as, name }),
      );
    });
  addGuide(command, context.host, guide);
};

async function initTemplate(
  host: Host,
  folder: string,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<ExitStatus> {
  const template = templates.find((each) => each.id === id) ?? plainest;
  const files = fill(template, { name, today: dayOf(host.now()) });
  const shown = pathFrom(host.cwd, folder);
  if (!(await make(host, folder, files))) return 2;
  host.stdout.write(report(shown, template, files));
  return 0;
}

async function initImport(
  host: Host,
  folder: string,
  { from, as, name }: { readonly from: readonly string[]; readonly as: string | undefined; readonly name: string },
): Promise<ExitStatus> {
  const task = { names: from, format: undefined, form: as, folder, root: folder };
  const imported = await runImport(host, task);
  if (imported === undefined) return 2;
  const files = projectOf(imported, name);
  if (!(await make(host, folder, files))) return 2;
  host.stderr.write(importReport(imported));
  const shown = pathFrom(host.cwd, folder);
  host.stdout.write(`${listed(shown, files)}
${files.length} files made in ${printable(shown)}

Next: put the domains of the organization into \`${at(shown, people)}\`, and see what it comes to with
${checking(shown)}
`);
  return importStatus(imported);
}

/** What is imported, and what every project has: settings, and an organization with its name. */
function projectOf({ files }: Imported, name: string): NewFile[] {
  const organization = `organization ${writeName(plainName(name))} {}\n`;
  const own = files.find(({ path }) => path === people);
  const begun = { path: people, text: own === undefined ? organization : `${organization}\n${own.text}` };
  return [{ path: settingsName, text: '{}\n' }, begun, ...files.filter((file) => file !== own)];
}

/** Gives whether they are made; says what was in the way. */
async function make(host: Host, folder: string, files: readonly NewFile[]): Promise<boolean> {
  const obstacle = (await obstacleOf(host, folder, files)) ?? (await makeAll(host, folder, files));
  if (obstacle !== undefined) complain(host, `no project is made in \`${pathFrom(host.cwd, folder)}\`: ${obstacle}`);
  return obstacle === undefined;
}

/** What is in the way of these files, in words. Other policies would become part of the project, too. */
async function obstacleOf(host: Host, folder: string, files: readonly NewFile[]): Promise<string | undefined> {
  const listed = await host.disk.list(folder);
  if (!('entries' in listed)) {
    if (!listed.missing) return listed.failure;
    return 'bytes' in (await host.disk.read(folder)) ? 'it is a file' : undefined;
  }
  const wanted = new Set(files.map(({ path }) => path));
  const inTheWay = listed.entries
    .map(({ name }) => name)
    .filter((name) => name === settingsName || name.endsWith('.writ') || wanted.has(name))
    .toSorted();
  return thereAlready(inTheWay);
}

function at(shown: string, path: string): string {
  return printable(shown === '.' ? path : `${shown}/${path}`);
}

function listed(shown: string, files: readonly NewFile[]): string {
  return files.map(({ path }) => at(shown, path)).join('\n');
}

function checking(shown: string): string {
  return `  writ check${shown === '.' ? '' : ` ${printable(shown)}`}`;
}

function report(shown: string, { title, main }: Template, files: readonly NewFile[]): string {
  const reading = main === people ? '' : `, read \`${at(shown, main)}\``;
  return `${listed(shown, files)}
${title}: ${files.length} files made in ${printable(shown)}

Next: put your own domains and people into \`${at(shown, people)}\`${reading}, and see what it comes to with
${checking(shown)}
`;
}
