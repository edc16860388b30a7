// Growth: what the same questions cost as the organization grows, against what its text grows by.
import { runCase, together } from './cases.ts';
import { type Figure, type Measured, medianOf, type Options, type Suite, shortNumber, type Table } from './figures.ts';
import { makeOrganization, type SizeName, sizeNames, sizes } from './organization.ts';
import { organizationText } from './organization-text.ts';
import { over, ratioText, type Target, targetTable } from './targets.ts';

/** A quick run goes no further than the middle one. */
const quickSizes: readonly SizeName[] = ['S', 'M'];

/** What is compared from size to size, and who it is measured of. */
const measures = [
  ['build', 'Writ index'],
  ['update after an edit of a role', 'Writ index'],
  ['update after an edit of a policy', 'Writ index'],
  ['decide', 'Writ index'],
  ['decide, reason and all its ways', 'Writ index'],
  ['who can READ_RECORDS', 'Writ index'],
  ['who can CREATE_RECORDS', 'Writ index'],
  ['difference by one role', 'Writ'],
  ['memory', 'Writ index'],
] as const;

function textFigure(size: SizeName): Figure {
  const median = organizationText(makeOrganization(sizes[size])).length / 1000;
  return { name: 'text', engine: 'Writ', size, unit: 'KB', median, min: median, max: median, samples: 1 };
}

/** The index at all sizes: what decisions measured of it in this run, else measured here. */
async function indexAt(size: SizeName, { quick, before }: Options): Promise<Measured> {
  const known = before.find(({ suite }) => suite === 'decisions');
  if (known === undefined) return runCase('decisions-case.ts', 'index', size, quick ? 'quick' : 'full');
  return { figures: known.figures.filter((figure) => figure.size === size), checks: [] };
}

async function run(options: Options): Promise<Measured> {
  const { quick } = options;
  const all: Measured[] = [];
  for (const size of quick ? quickSizes : sizeNames) {
    all.push({ figures: [textFigure(size)], checks: [] });
    all.push(await indexAt(size, options));
    all.push(await runCase('project-case.ts', 'difference', size, quick ? 'quick' : 'full'));
  }
  const { figures, checks } = together(all);
  const engines = new Map<string, string>([text, ...measures]);
  return { figures: figures.filter(({ name, engine }) => engines.get(name) === engine), checks };
}

type Measure = readonly [name: string, engine: string];

const text: Measure = ['text', 'Writ'];

function growth(figures: readonly Figure[], [name, engine]: Measure, from: SizeName, to: SizeName) {
  return over(medianOf(figures, engine, name, to), medianOf(figures, engine, name, from));
}

function growthTable(figures: readonly Figure[]): Table {
  const rows = [text, ...measures].map(([name, engine]) => {
    const cells = sizeNames.map((size) => {
      const figure = figures.find((each) => each.name === name && each.engine === engine && each.size === size);
      return figure === undefined ? '' : `${shortNumber(figure.median)} ${figure.unit}`;
    });
    const grown = (from: SizeName, to: SizeName) => {
      const times = growth(figures, [name, engine], from, to);
      return times === undefined ? '' : `${shortNumber(times)}×`;
    };
    return [name, ...cells, grown('S', 'M'), grown('M', 'L'), grown('S', 'L')];
  });
  return { title: 'Growth', rows: [['', ...sizeNames, 'S to M', 'M to L', 'S to L'], ...rows] };
}

function targetsOf(figures: readonly Figure[]): Target[] {
  const to: SizeName = figures.some(({ size }) => size === 'L') ? 'L' : 'M';
  const data = growth(figures, text, 'S', to);
  return measures.map(([name, engine]): Target => {
    const value = over(growth(figures, [name, engine], 'S', to), data);
    return { name: `${name}: growth against that of the text`, size: `S to ${to}`, value, atMost: 1, unit: '×' };
  });
}

export const scale: Suite = {
  name: 'scale',
  run,
  tables: ({ figures }) => [targetTable(targetsOf(figures)), growthTable(figures)],
  notes: ({ figures }) => {
    const data = growth(figures, text, 'S', 'L');
    return data === undefined ? [] : [`From S to L the text of the organization grows ${ratioText(data)} times.`];
  },
};
