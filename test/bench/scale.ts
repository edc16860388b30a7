// Growth: what the same questions cost as the organization grows, against what its text grows by.
import { runCase, together } from './cases.ts';
import type { Figure, Measured, Options, Suite } from './figures.ts';
import { growth, growthTable, growthTargets, type Measure } from './growth.ts';
import { makeOrganization, type SizeName, sizeNames, sizes } from './organization.ts';
import { organizationText } from './organization-text.ts';
import { ratioText, targetTable } from './targets.ts';

/** A quick run goes no further than the middle one. */
const quickSizes: readonly SizeName[] = ['S', 'M'];

/** What is compared from size to size, and who it is measured of. */
const measures: readonly Measure[] = [
  ['build', 'Writ index'],
  ['update after an edit of a role', 'Writ index'],
  ['update after an edit of a policy', 'Writ index'],
  ['decide', 'Writ index'],
  ['decide, reason and all its ways', 'Writ index'],
  ['who can READ_RECORDS', 'Writ index'],
  ['who can CREATE_RECORDS', 'Writ index'],
  ['difference by one role', 'Writ'],
  ['memory', 'Writ index'],
];

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

const text: Measure = ['text', 'Writ'];

export const scale: Suite = {
  name: 'scale',
  run,
  tables: ({ figures }) => [targetTable(growthTargets(figures, text, measures)), growthTable(figures, text, measures)],
  notes: ({ figures }) => {
    const data = growth(figures, text, ['S', 'L']);
    return data === undefined ? [] : [`From S to L the text of the organization grows ${ratioText(data)} times.`];
  },
};
