// The commands of the command line as whole processes, on organizations of all sizes: time, memory, and what both grow by.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { common } from '../../scripts/build.ts';
import { cacheFolder } from '../../scripts/places.ts';
import { type Folders, makeFolders } from './command-folders.ts';
import { type AllResults, checkInParts } from './command-results.ts';
import {
  type Check,
  type Figure,
  figureOf,
  load,
  type Measured,
  type Options,
  type Suite,
  shortNumber,
} from './figures.ts';
import { growthTable, growthTargets, type Measure } from './growth.ts';
import { type SizeName, sizeNames } from './organization.ts';
import { targetTable } from './targets.ts';
import { type Ran, runWhole } from './whole-process.ts';

interface Given extends Folders {
  readonly results: AllResults;
}

interface Command {
  readonly name: string;
  readonly args: (given: Given) => readonly string[];
  /** Whether it did what it was asked to do. */
  readonly isRight: (ran: Ran, given: Given) => boolean;
}

const engine = 'Writ';
/** Says next to nothing: what it takes is the start of a process. */
const nothing = '--version';

const people = ({ organization: { users, accounts, groups } }: Folders) =>
  users.length + accounts.length + groups.length;

const commands: readonly Command[] = [
  { name: nothing, args: () => [nothing], isRight: ({ status, lines }) => status === 0 && lines === 1 },
  {
    name: 'check',
    args: () => ['check', '--format', 'json'],
    isRight: ({ status, end, bytes }) => status === 0 && bytes > 1000 && end.endsWith('}\n'),
  },
  {
    name: 'test',
    args: () => ['test'],
    isRight: ({ status, end }, { expectations }) =>
      status === 0 && end.includes(`\n${expectations} of ${expectations} expectations hold`),
  },
  {
    name: 'diff',
    args: ({ changed }) => ['diff', changed, '.'],
    isRight: ({ status, end }) => status === 0 && /^\+ .+\n {4}now by role/m.test(end),
  },
  {
    name: 'matrix',
    args: ({ app }) => ['matrix', '--in', app, '--all', '--format', 'csv'],
    isRight: ({ status, lines }, folders) => status === 0 && lines > people(folders),
  },
  {
    name: 'matrix of a person',
    args: ({ person }) => ['matrix', '--of', person, '--all', '--format', 'csv'],
    isRight: ({ status, lines }, { organization: { apps } }) => status === 0 && lines > apps.length,
  },
  {
    name: 'export cedar',
    args: ({ out }) => ['export', 'cedar', '--out', out],
    isRight: ({ status, errors }) => status === 0 && errors === '',
  },
  {
    name: 'export terraform',
    args: ({ hcl, out }) => ['export', 'terraform', '--beside', hcl, '--out', out],
    isRight: ({ status, errors }) => status === 0 && !/not exported: \S+ (?:group|role|policy) /.test(errors),
  },
  {
    name: 'import terraform',
    args: ({ hcl, out }) => ['import', 'terraform', hcl, '--out', out],
    isRight: ({ errors }, { organization: { groups, apps, policies, users } }) =>
      ['users', 'groups', 'apps', 'policies'].every((what, i) =>
        errors.includes(`${what} ${[users, groups, apps, policies][i]?.length}`),
      ) && errors.includes('unreadable policies 0'),
  },
  {
    name: 'import scim',
    args: ({ scim, out }) => ['import', 'scim', scim, '--out', out],
    isRight: ({ status, errors }, { organization: { users, groups } }) =>
      status === 0 && errors.includes(`users ${users.length}`) && errors.includes(`groups ${groups.length}`),
  },
  {
    name: 'merge of SARIF',
    args: ({ results }) => ['merge', results.sarif.folder],
    isRight: ({ status, lines }, { results }) => status === 0 && lines === results.sarif.lines,
  },
  {
    name: 'merge of JUnit',
    args: ({ results }) => ['merge', results.junit.folder],
    isRight: ({ status, lines }, { results }) => status === 0 && lines === results.junit.lines,
  },
];

const script = path.join(cacheFolder, 'bench', 'cli.cjs');

async function measure({ name, args, isRight }: Command, given: Given, times: number): Promise<Ran[]> {
  const all: Ran[] = [];
  for (let i = 0; i < times; i++) {
    rmSync(given.out, { recursive: true, force: true });
    const ran = await runWhole(script, args(given), given.project);
    all.push(ran);
    if (!isRight(ran, given)) break;
  }
  const last = all.at(-1);
  console.error(
    `${name}: ${shortNumber((last?.ms ?? 0) / 1000)} s, ${shortNumber(last?.megabytes ?? 0)} MB, load ${shortNumber(load())}`,
  );
  return all;
}

function measured(command: Command, size: SizeName, given: Given, all: readonly Ran[]): Measured {
  const wrong = all.find((ran) => !command.isRight(ran, given));
  const what = { name: command.name, engine, size } as const;
  const check: Check = {
    name: `${command.name} at ${size} does what it says`,
    passed: wrong === undefined,
    detail: wrong === undefined ? '' : `status ${wrong.status}: ${wrong.errors}${wrong.end}`,
  };
  return {
    figures: [
      figureOf(
        { ...what, unit: 'ms' },
        all.map(({ ms }) => ms),
      ),
      figureOf(
        { ...what, name: memoryOf(command.name), unit: 'MB' },
        all.map(({ megabytes }) => megabytes),
      ),
    ],
    checks: [check],
  };
}

const memoryOf = (name: string) => `${name}, memory`;
const text: Measure = ['text', engine];

async function run({ quick }: Options): Promise<Measured> {
  await build({ ...common, entryPoints: ['server/src/cli/main.ts'], outfile: script, minify: true, logLevel: 'error' });
  const figures: Figure[] = [];
  const checks: Check[] = [];
  for (const size of quick ? sizeNames.slice(0, 2) : sizeNames) {
    const folders = makeFolders(size);
    try {
      const given = { ...folders, results: await checkInParts(script, folders.project, folders.workers) };
      figures.push(figureOf({ name: text[0], engine, size, unit: 'KB' }, [folders.kilobytes]));
      for (const command of commands) {
        const own = measured(command, size, given, await measure(command, given, quick ? 1 : 3));
        figures.push(...own.figures);
        checks.push(...own.checks);
      }
    } finally {
      folders.remove();
    }
  }
  return { figures, checks };
}

/** What each takes beyond a process that does nothing. */
function beyondStart(figures: readonly Figure[]): Figure[] {
  return figures.map((figure) => {
    const { size, unit, median, min, max } = figure;
    const start = figures.find((each) => isOfNothing(each) && each.size === size && each.unit === unit)?.median;
    if (start === undefined || isOfNothing(figure)) return figure;
    const less = (value: number) => Math.max(0, value - start);
    return { ...figure, median: less(median), min: less(min), max: less(max) };
  });
}

function isOfNothing({ name }: Figure): boolean {
  return name === nothing || name === memoryOf(nothing);
}

const measures = commands
  .filter(({ name }) => name !== nothing)
  .flatMap(({ name }): Measure[] => [
    [name, engine],
    [memoryOf(name), engine],
  ]);

export const wholeCommands: Suite = {
  name: 'commands',
  run,
  tables: ({ figures }) => {
    const own = beyondStart(figures);
    return [targetTable(growthTargets(own, text, measures)), growthTable(own, text, measures)];
  },
  notes: ({ figures }) => {
    const [ms, megabytes] = figures.filter(isOfNothing).map(({ median }) => shortNumber(median));
    return ms === undefined
      ? []
      : [`What a process takes that does nothing is not counted: ${ms} ms and ${megabytes} MB.`];
  },
};
