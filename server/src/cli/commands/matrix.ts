// `writ matrix`: the principals of a place, or the places of a principal, against permissions.
import { Option } from 'commander';
import { baseCells } from '../../ide/matrix/compare.ts';
import { type MatrixFormat, matrixFormats } from '../../ide/matrix/formats/registry.ts';
import { type Table, tableOf } from '../../ide/matrix/formats/table.ts';
import { matrixOf, type Subject } from '../../ide/matrix/subject.ts';
import { type Filter, inhabited, type View, viewOf } from '../../ide/matrix/view.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { addGuide, type Guide } from '../guide.ts';
import { type ExitStatus, type Host, worse } from '../host.ts';
import { type MatrixStates, matrixStates } from '../matrix-states.ts';
import { tableLines } from '../matrix-table.ts';
import { addCommonOptions, type CommonOptions, evaluationDate, formatOption } from '../options.ts';
import { withoutCommands } from '../printable.ts';
import { startProgress } from '../progress.ts';
import { tellSideTrouble } from '../side-trouble.ts';
import { troubleOf } from '../status.ts';

interface MatrixOptions extends CommonOptions {
  readonly in?: string;
  readonly of?: string;
  readonly principals?: readonly string[];
  readonly places?: readonly string[];
  readonly permissions?: readonly string[];
  readonly only?: Filter['only'];
  readonly all?: true;
  readonly against?: string;
  readonly format: 'table' | MatrixFormat;
}

const guide: Guide = {
  about:
    "TEXT is some words of a name, a kind or an address, or of a permission's name or group, in any case. Given more than once, " +
    'any of them is enough.',
  examples: [
    ['writ matrix', 'everybody, in the organization'],
    ['writ matrix --in "Service Desk" --permissions records', 'everybody, with records of an object'],
    ['writ matrix --of alice --format csv > alice.csv', 'alice, in every place'],
    ['writ matrix --against main --only different', 'what is another than on main'],
  ],
  status: [
    'all is said',
    'something broken leaves a cell open',
    'there is no such place or principal, or the project could not be read',
  ],
};

const more = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export const declareMatrix: DeclareCommand = (program, context) => {
  const command = program
    .command('matrix')
    .summary('principals and permissions of a place, or places and permissions of a principal')
    .description('Prints who may do what at a place, or what somebody may do where, as a table.')
    .addOption(new Option('--in <place>', 'the principals of an object (default: the organization)').conflicts('of'))
    .option('--of <principal>', 'the places of a principal')
    .option('--permissions <text>', 'only these permissions', more)
    .addOption(new Option('--principals <text>', 'only these principals').argParser(more).conflicts('of'))
    .addOption(new Option('--places <text>', 'with --of: only these places').argParser(more).conflicts('in'))
    .addOption(
      new Option('--only <verdict>', 'only rows and columns in which there is such a cell').choices([
        'allowed',
        'allowed-when',
        'refused',
        'error',
        'different',
      ]),
    )
    .option('--against <state>', 'say of each cell how it differs from a folder or git revision')
    .option('--all', 'table: rows and columns in which nothing is allowed, too');
  addCommonOptions(command)
    .addOption(formatOption(['table', ...Object.keys(matrixFormats)]))
    .action(async (options: MatrixOptions) => {
      context.end(await printMatrix(context.host, options));
    });
  addGuide(command, context.host, guide);
};

async function printMatrix(host: Host, options: MatrixOptions): Promise<ExitStatus> {
  const progress = startProgress(host);
  try {
    const today = evaluationDate(options, host);
    const wanted = { project: options.project, against: options.against, today };
    const states = await matrixStates(host, wanted, progress);
    if ('problem' in states) return refuse(host, states.problem);
    const view = await progress.stage('evaluating', 'permissions', () => chosen(states, options));
    progress.end();
    if ('problem' in view) return refuse(host, view.problem);
    const trouble = tellTrouble(host, states);
    return worse(trouble, await print(host, titled(tableOf(view, today), options.against), { view, options }));
  } finally {
    progress.end();
  }
}

function refuse(host: Host, problem: string): ExitStatus {
  complain(host, problem);
  return 2;
}

function tellTrouble(host: Host, { now, before }: MatrixStates): ExitStatus {
  const trouble = troubleOf(now, () => false);
  for (const message of trouble.messages) complain(host, message);
  if (before === undefined) return trouble.status;
  return worse(trouble.status, tellSideTrouble(host, before.name, before.snapshot, before.side.project));
}

function titled(table: Table, against: string | undefined): Table {
  return against === undefined ? table : { ...table, title: `${table.title}, compared with ${against}` };
}

function chosen({ now, before }: MatrixStates, options: MatrixOptions): View | { readonly problem: string } {
  const subject: Subject = options.of === undefined ? { in: options.in ?? 'organization' } : { of: options.of };
  const matrix = matrixOf(now, subject);
  if ('problem' in matrix) return matrix;
  if (options.places !== undefined && options.of === undefined) return { problem: '`--places` needs `--of`' };
  const { permissions, only } = options;
  if (only === 'different' && before === undefined) return { problem: '`--only different` needs `--against`' };
  const base = before && baseCells(now, subject, { snapshot: before.snapshot });
  if (base !== undefined && 'problem' in base) return base;
  const rows = options.principals ?? options.places;
  const filter: Filter = {
    ...(rows === undefined ? {} : { rows }),
    ...(permissions === undefined ? {} : { permissions }),
    ...(only === undefined ? {} : { only }),
  };
  const view = viewOf(matrix, filter, base);
  const isWhole = options.format !== 'table' || options.all === true || only !== undefined;
  return isWhole ? view : inhabited(view);
}

/** Large ones are on their way before the last row is found. */
async function print(
  host: Host,
  whole: Table,
  { view, options: { format } }: { readonly view: View; readonly options: MatrixOptions },
): Promise<ExitStatus> {
  let isOpen = false;
  const table = watched(whole, () => {
    isOpen = true;
  });
  const { stdout } = host;
  if (format === 'table') {
    for (const line of tableLines(table, stdout.columns ?? 120)) await stdout.send(withoutCommands(`${line}\n`));
    if (view.left !== undefined) await stdout.send(`${leftOut(view.left)}\n`);
  } else {
    for (const piece of matrixFormats[format](table)) await stdout.send(piece);
  }
  return isOpen ? 1 : 0;
}

/** Tells of cells that something broken leaves open as they pass. */
function watched(table: Table, tell: () => void): Table {
  return {
    ...table,
    *rows() {
      for (const row of table.rows()) {
        if (row.cells.some(({ verdict, change }) => verdict === 'error' || change === 'unsure')) tell();
        yield row;
      }
    },
  };
}

function leftOut({ rows, columns }: NonNullable<View['left']>): string {
  const parts = [...(rows > 0 ? [counted(rows, 'row')] : []), ...(columns > 0 ? [counted(columns, 'column')] : [])];
  return `Left out, as nothing is allowed in them: ${parts.join(', ')}. \`--all\` shows them.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
