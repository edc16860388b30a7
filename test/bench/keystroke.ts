// From a keystroke to what is found, through the protocol: Writ's server beside others on text of the same organization.
import path from 'node:path';
import { ensureInstalled } from '../../scripts/run.mjs';
import { runCase, together } from './cases.ts';
import { type Figure, type Measured, type Options, p95Of, type Suite, shortNumber, type Table } from './figures.ts';
import { bundleNames, makeBundle } from './peers/bundles.ts';
import { over, type Target, targetTable } from './targets.ts';
import { nameOfAll } from './typing/keystrokes.ts';
import { emptyServer, jsonService, ours, type ServerId, servers, tunedLangium } from './typing/servers.ts';
import { protocolScale, scaledText, sizeText } from './typing/sizes.ts';

type Row = readonly [server: ServerId, lines: number, files: number];

const ids = Object.keys(servers) as ServerId[];
const manyFiles = 500;

/** Every server on one file of each size; those that know of projects on many files as well. */
const full: readonly Row[] = [
  ...[1000, 10_000, 100_000].flatMap((lines) => ids.map((id): Row => [id, lines, 1])),
  ...[10_000, 100_000].flatMap((lines) =>
    (['writ', 'empty', 'langium'] as const).map((id): Row => [id, lines, manyFiles]),
  ),
];

/** All servers on the smallest size, and Writ on more. */
const quick: readonly Row[] = [
  ...ids.filter((id) => id !== 'langium-default').map((id): Row => [id, 1000, 1]),
  ['writ', 10_000, 1],
  ['empty', 10_000, 1],
  ['writ', 10_000, manyFiles],
];

/** Makes the bundles of all servers, with what they are made of. */
export async function makeBundles(): Promise<void> {
  await ensureInstalled(path.join(import.meta.dirname, 'peers'));
  for (const name of bundleNames) await makeBundle(name);
}

async function run({ quick: isQuick }: Options): Promise<Measured> {
  await makeBundles();
  const measured: Measured[] = [];
  for (const [id, lines, files] of isQuick ? quick : full)
    measured.push(await runCase('keystroke-case.ts', id, `${lines}`, `${files}`, isQuick ? 'quick' : 'full'));
  return together(measured);
}

const inside = 'inside a declaration';
const textName = 'text';
const isInside = ({ name }: Figure) => name === inside;
const isQuestion = ({ name }: Figure) => /^(?:hover|completion|semantic)/.test(name);
const isOfKind = (figure: Figure) => !isInside(figure) && !isQuestion(figure) && figure.name !== textName;
const largest = sizeText(100_000);

function targetsOf(figures: readonly Figure[]): Target[] {
  const scale = protocolScale(figures);
  const own = (name: string, size: string) => p95Of(figures, ours, name, size);
  const inTime = (name: string, size: string, atMost: number): Target => ({
    name: `${name}, p95`,
    size,
    value: own(name, size),
    atMost,
    unit: 'ms',
    scale,
  });
  const against = (engine: string, atMost: number): Target => ({
    name: `${inside}, against ${engine}`,
    size: largest,
    value: over(own(inside, largest), p95Of(figures, engine, inside, largest)),
    atMost,
    unit: '×',
  });
  return [
    inTime(inside, sizeText(1000), 1.5),
    inTime(inside, sizeText(10_000), 3),
    inTime(inside, sizeText(10_000, manyFiles), 3),
    inTime(inside, largest, 8),
    inTime(inside, sizeText(100_000, manyFiles), 8),
    inTime(nameOfAll, largest, 60),
    inTime(nameOfAll, sizeText(100_000, manyFiles), 60),
    against(tunedLangium, 1 / 200),
    against(jsonService, 1 / 25),
    ...['completion', 'hover', 'semantic tokens: delta'].map((name) => inTime(name, largest, 3)),
  ];
}

const head = ['p50', 'p95', 'max', 'samples'];
const cells = ({ median, p95 = Number.NaN, max, samples }: Figure) => [
  ...[median, p95, max].map(shortNumber),
  `${samples}`,
];

function serverTable(figures: readonly Figure[]): Table {
  const rows = figures.filter(isInside).map((figure) => {
    const { engine, size, p95 } = figure;
    const ratio = engine === ours ? undefined : over(p95, p95Of(figures, ours, inside, size));
    const text = figures.find((each) => each.name === textName && each.engine === engine && each.size === size);
    const kilobytes = text === undefined ? '' : `${shortNumber(text.median)} KB, ${text.note}`;
    return [engine, size, kilobytes, ...cells(figure), ratio === undefined ? '' : `${shortNumber(ratio)}×`];
  });
  const columns = ['server', 'size', 'text', ...head, `p95 to ${ours}`];
  return { title: 'Keystroke to findings, in ms', rows: [columns, ...rows] };
}

/** Writ's own figures, one row each; how long the empty server takes for the same stands beside it. */
function ownTable(title: string, figures: readonly Figure[], isChosen: (figure: Figure) => boolean): Table {
  const rows = figures
    .filter((figure) => figure.engine === ours && isChosen(figure))
    .map((figure) => {
      const floor = p95Of(figures, emptyServer, figure.name, figure.size);
      return [figure.name, figure.size, ...cells(figure), floor === undefined ? '' : shortNumber(floor)];
    });
  return { title, rows: [['', 'lines', ...head, 'p95, empty server'], ...rows] };
}

export const keystroke: Suite = {
  name: 'keystroke',
  run,
  tables: ({ figures }) => [
    targetTable(targetsOf(figures)),
    serverTable(figures),
    ownTable('Writ by kind of edit, in ms', figures, isOfKind),
    ownTable('Other questions to Writ, in ms', figures, isQuestion),
  ],
  notes: ({ figures }) => [
    'A size is the number of lines of the organization as Writ text. JSON and YAML say the same in more or fewer.',
    'A keystroke ends when everything that is found in the new text has arrived, in whatever file it stands.',
    scaledText(figures),
  ],
};
