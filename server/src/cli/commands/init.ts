// `writ init`: a new project out of a template, in a folder that has none.
import { Option } from 'commander';
import { joinPath } from '../../project/file-system.ts';
import { settingsName } from '../../project/membership.ts';
import { fill } from '../../project/templates/fill.ts';
import { templates } from '../../project/templates/registry.ts';
import type { NewFile, Template } from '../../project/templates/template.ts';
import { dayOf } from '../../text/calendar.ts';
import { complain, type DeclareCommand } from '../command.ts';
import type { ExitStatus, Host } from '../host.ts';
import { pathFrom } from '../paths.ts';
import { printable } from '../printable.ts';

/** Every template has one. */
const people = 'organization.writ';

interface InitOptions {
  readonly template: string;
  readonly name?: string;
}

const widest = Math.max(...templates.map(({ id }) => id.length));

const help = `
Templates:
${templates.map(({ id, description }) => `  ${id.padEnd(widest)}  ${description}`).join('\n')}

Nothing is ever put over a file that is there: a folder with \`.writ\` files or a \`writ.json\` is left as it is.

Exit status: 0 the project is made; 2 it is not, and nothing is written.`;

export const declareInit: DeclareCommand = (program, context) => {
  const [plainest] = templates;
  const ids = templates.map(({ id }) => id);
  program
    .command('init')
    .summary('makes a new project')
    .description('Makes a new project out of a template.')
    .argument('[dir]', 'the folder of the project, which is made where it is missing (default: the current folder)')
    .addOption(new Option('--template <name>', 'what to begin with').choices(ids).default(plainest.id))
    .option('--name <name>', 'what the organization is called (default: as the folder)')
    .addHelpText('after', help)
    .action(async (dir: string | undefined, options: InitOptions) => {
      const template = templates.find(({ id }) => id === options.template) ?? plainest;
      const folder = context.host.resolve(dir ?? '.');
      const name = options.name ?? folder.slice(folder.lastIndexOf('/') + 1);
      const files = fill(template, { name, today: dayOf(context.host.now()) });
      context.end(await init(context.host, folder, { template, files }));
    });
};

interface NewProject {
  readonly template: Template;
  readonly files: readonly NewFile[];
}

async function init(host: Host, folder: string, { template, files }: NewProject): Promise<ExitStatus> {
  const shown = pathFrom(host.cwd, folder);
  const obstacle = await obstacleOf(host, folder, files);
  if (obstacle !== undefined) {
    complain(host, `no project is made in \`${shown}\`: ${obstacle}`);
    return 2;
  }
  const encoder = new TextEncoder();
  const contents = files.map(({ path, text }) => ({ path: joinPath(folder, path), bytes: encoder.encode(text) }));
  const failed = await host.disk.create(folder, contents);
  if (failed !== undefined) {
    complain(host, `no project is made in \`${shown}\`: ${failed.failure}`);
    return 2;
  }
  host.stdout.write(report(shown, template, files));
  return 0;
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
  if (inTheWay.length === 0) return undefined;
  return `${inTheWay.map((name) => `\`${name}\``).join(', ')} ${inTheWay.length === 1 ? 'is' : 'are'} there already`;
}

function report(shown: string, { title, main }: Template, files: readonly NewFile[]): string {
  const isHere = shown === '.';
  const at = (path: string) => printable(isHere ? path : `${shown}/${path}`);
  const reading = main === people ? '' : `, read \`${at(main)}\``;
  return `${files.map(({ path }) => at(path)).join('\n')}
${title}: ${files.length} files made in ${printable(shown)}

Next: put your own domains and people into \`${at(people)}\`${reading}, and see what it comes to with
  writ check${isHere ? '' : ` ${printable(shown)}`}
`;
}
