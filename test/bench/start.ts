// From nothing to what is found: the start of Writ's server beside others, the memory that it holds, and the size of its bundle.
import { runCase, together } from './cases.ts';
import { type Figure, figureOf, type Measured, medianOf, type Options, type Suite } from './figures.ts';
import { makeBundles } from './keystroke.ts';
import { bundleBytes, bundleNames } from './peers/bundles.ts';
import { keptName } from './start-names.ts';
import { figureTable, over, type Target, targetTable } from './targets.ts';
import { emptyServer, jsonService, ours, type ServerId, servers } from './typing/servers.ts';
import { sizeText } from './typing/sizes.ts';

const ids = Object.keys(servers) as ServerId[];
const [lines, manyLines] = [10_000, 100_000];
const bundleName = 'bundle, minified, read at the start';

/** Which servers start, and of which the memory is looked at, on how many lines. */
const effort = {
  full: { start: ids, memory: ids, held: manyLines },
  quick: { start: ['writ', 'empty', 'json'], memory: ['writ', 'empty'], held: lines },
} as const satisfies Readonly<
  Record<string, { start: readonly ServerId[]; memory: readonly ServerId[]; held: number }>
>;

/** The bundles as they were made for the run; a server stands for itself whatever its arguments are. */
function bundleFigures(): Figure[] {
  return bundleNames.flatMap((bundle) => {
    const server = ids.find((id) => servers[id].bundle === bundle);
    const engine = bundle === 'langium' ? 'Langium' : servers[server ?? 'writ'].name;
    const { atStart, all } = bundleBytes(bundle);
    const figure = (name: string, bytes: number) => figureOf({ name, engine, size: '', unit: 'KB' }, [bytes / 1000]);
    return [figure(bundleName, atStart), figure('bundle, minified, with what is read later', all)];
  });
}

async function run({ quick }: Options): Promise<Measured> {
  await makeBundles();
  const { start, memory, held } = effort[quick ? 'quick' : 'full'];
  const much = quick ? 'quick' : 'full';
  const measured: Measured[] = [{ figures: bundleFigures(), checks: [] }];
  for (const id of start) measured.push(await runCase('start-case.ts', id, 'cold', `${lines}`, much));
  for (const id of memory) measured.push(await runCase('start-case.ts', id, 'memory', `${held}`, much));
  return together(measured);
}

function targetsOf(figures: readonly Figure[]): Target[] {
  const size = sizeText(lines);
  const first = (engine: string, how: string) => medianOf(figures, engine, `start${how}: first diagnostics`, size);
  const held = medianOf(figures, ours, 'memory, garbage collected', sizeText(manyLines));
  const bundle = medianOf(figures, ours, bundleName, '');
  const ratio = (engine: string, atMost: number, how = ''): Target => ({
    name: `start${how}, to first diagnostics, against ${engine}`,
    size,
    value: over(first(ours, how), first(engine, how)),
    atMost,
    unit: '×',
  });
  return [
    ratio(emptyServer, 2.5),
    ratio(emptyServer, 2.5, keptName),
    ratio(jsonService, 1),
    ratio(jsonService, 1, keptName),
    { name: 'memory', size: sizeText(manyLines), value: held, atMost: 200, unit: 'MB' },
    { name: 'bundle of the server, minified, read at the start', size: '', value: bundle, atMost: 500, unit: 'KB' },
  ];
}

export const start: Suite = {
  name: 'start',
  run,
  tables: ({ figures }) => [targetTable(targetsOf(figures)), figureTable(figures, ours)],
  notes: () => [
    'Everything is counted from the start of the process. First diagnostics are the first publish of any kind: Writ says first what the syntax of the open document shows to be wrong. The text has one mistake; `all findings` is when it had been said and nothing more came.',
    '`code kept`: Node keeps the compiled code of every server from one start to the next, as Writ has it do for itself; else nobody’s is kept.',
    'Memory is that of the whole process (resident set), with one file of that many lines open: as it is after a few keystrokes, at most until then, and once garbage is collected, which the target is about.',
  ],
};
