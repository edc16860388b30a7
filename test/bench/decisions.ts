// Decisions: Writ's access index beside Cedar, casbin and CASL on the same made-up organizations and the same questions.
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from '../../scripts/run.mjs';
import { mostGigabytes, runCase, together } from './cases.ts';
import { type Figure, type Measured, medianOf, type Options, type Suite } from './figures.ts';
import { type SizeName, sizeNames } from './organization.ts';
import { figureTable, over, slowness, stretchedText, type Target, targetTable } from './targets.ts';

/** In the order in which they run; every other size in the opposite one. */
const engines = ['index', 'casl', 'casbin', 'cedar'] as const;

/** CASL holds several gigabytes for a few thousand people of the largest organization, and takes long to make them. */
const largestCase = 'casl L';

/** Why it is left out; undefined where it is not. */
function whyLeftOut(engine: string, size: SizeName, quick: boolean): string | undefined {
  if (quick && size === 'L') return 'a quick run goes no further than the middle size';
  const isTooLarge = `${engine} ${size}` === largestCase && os.freemem() / 1e9 < mostGigabytes + 1;
  return isTooLarge ? 'it needs more memory' : undefined;
}

async function run({ quick }: Options): Promise<Measured> {
  await ensureInstalled(path.join(import.meta.dirname, 'peers'));
  const measured: Measured[] = [];
  for (const [i, size] of sizeNames.entries()) {
    const order = i % 2 === 0 ? engines : [...engines].reverse();
    for (const engine of order) {
      const why = whyLeftOut(engine, size, quick);
      if (why !== undefined) console.error(`${engine} at ${size} is left out: ${why}`);
      else measured.push(await runCase('decisions-case.ts', engine, size, quick ? 'quick' : 'full'));
    }
  }
  return together(measured);
}

const ours = 'Writ index';

/** How the index's own time is called that was taken in turns with the peer. */
function besideOf(engine: string): string {
  return engine === 'sketch' ? 'decide' : `decide, in turns with ${engine}`;
}

/** What the time of a peer is held against: that which was taken in turns with it. */
function ownTime({ engine, name }: Figure): string {
  return name === 'decide' ? besideOf(engine) : name;
}

function targetsOf(figures: readonly Figure[]): Target[] {
  const own = (name: string, size: string) => medianOf(figures, ours, name, size);
  const times = (engine: string, size: SizeName, atMost: number): Target => {
    const [mine, theirs] = [own(besideOf(engine), size), medianOf(figures, engine, 'decide', size)];
    return { name: `decide, against ${engine}`, size, value: over(mine, theirs), atMost, unit: '×' };
  };
  const perSize = sizeNames.flatMap((size): Target[] => {
    const reasoned = over(own('decide with reason', size), own('decide', size));
    return [
      times('sketch', size, 3),
      { name: 'with reason, against without', size, value: reasoned, atMost: 2, unit: '×' },
      times('cedar-wasm', size, 1 / 500),
      times('casbin', size, 1 / 100),
      ...(size === 'S' ? [] : [times('CASL', size, 1 / 3)]),
      ...(size === 'S' ? [] : [memoryTarget(figures, size)]),
    ];
  });
  const ofL = (name: string, atMost: number): Target => ({
    name,
    size: 'L',
    value: own(name, 'L'),
    atMost,
    unit: 'ms',
    scale: slowness(medianOf(figures, 'sketch', 'decide', 'L'), 'L'),
  });
  return [
    ...perSize,
    ofL('build', 150),
    ofL('update after an edit of a role', 2),
    ofL('update after an edit of a policy', 2),
    ofL('who can READ_RECORDS', 5),
    ofL('who can CREATE_RECORDS', 5),
  ];
}

/** The whole index against what CASL holds for as many people as a server may have to do with in a day. */
function memoryTarget(figures: readonly Figure[], size: SizeName): Target {
  const [whole, each] = [medianOf(figures, ours, 'memory', size), medianOf(figures, 'CASL', 'memory per person', size)];
  const value = whole === undefined || each === undefined ? undefined : whole / ((each * 3000) / 1000);
  return { name: 'memory, against CASL for 3,000 people', size, value, atMost: 1 / 20, unit: '×' };
}

function notes({ figures }: Measured): readonly string[] {
  const forms = new Map(
    figures.flatMap(({ engine, name, note }) => (name === 'decide' && note ? [[engine, note]] : [])),
  );
  return [
    stretchedText('L'),
    ...[...forms].map(([engine, form]) => `${engine}: ${form}.`),
    'Each peer is timed in one process in turns with the index, on the same questions: `decide` of the peer stands beside ' +
      '`decide, in turns with` it.',
    'Conditions are those that all engines can say: options, numbers, booleans, current user; no dates, no empty fields. ' +
      'Records and names are made ready beforehand; CASL is asked about those people only whose abilities are held.',
  ];
}

export const decisions: Suite = {
  name: 'decisions',
  run,
  tables: ({ figures }) => [targetTable(targetsOf(figures)), figureTable(figures, ours, ownTime)],
  notes,
};
