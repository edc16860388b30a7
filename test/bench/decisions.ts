// Decisions: Writ's access index beside Cedar, casbin and CASL on the same made-up organizations and the same questions.
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { at } from '../../scripts/places.ts';
import { ensureInstalled, projectNode } from '../../scripts/run.mjs';
import {
  type Check,
  type Figure,
  load,
  type Measured,
  medianOf,
  type Options,
  type Suite,
  shortNumber,
  table,
} from './figures.ts';
import { type SizeName, sizeNames } from './organization.ts';

/** In the order in which they run; every other size in the opposite one. */
const engines = ['index', 'casl', 'casbin', 'cedar'] as const;

/** CASL holds several gigabytes for a few thousand people of the largest organization, and takes long to make them. */
const largestCase = 'casl L';
const gigabytesForIt = 12;

function isLeftOut(one: string, quick: boolean): boolean {
  return one === largestCase && (quick || os.freemem() / 1e9 < gigabytesForIt + 1);
}

function runCase(engine: string, size: SizeName, quick: boolean): Promise<Measured> {
  const file = path.join(import.meta.dirname, 'decisions-case.ts');
  const args = [
    '--expose-gc',
    `--max-old-space-size=${gigabytesForIt * 1000}`,
    file,
    engine,
    size,
    quick ? 'quick' : 'full',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(projectNode(), args, { cwd: at(), stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (bytes: Buffer) => {
      printed += bytes.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(printed));
      else reject(new Error(`${engine} at ${size} ended with status ${code}`));
    });
  });
}

async function run({ quick }: Options): Promise<Measured> {
  await ensureInstalled(path.join(import.meta.dirname, 'peers'));
  const figures: Figure[] = [];
  const checks: Check[] = [];
  for (const [i, size] of sizeNames.entries()) {
    const order = i % 2 === 0 ? engines : [...engines].reverse();
    for (const engine of order) {
      if (isLeftOut(`${engine} ${size}`, quick)) {
        console.error(`${engine} at ${size}: left out${quick ? ' of a quick run' : ', it needs more memory'}`);
        continue;
      }
      const started = performance.now();
      const measured = await runCase(engine, size, quick);
      figures.push(...measured.figures);
      checks.push(...measured.checks);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.error(`${engine} at ${size}: ${seconds} s, load ${shortNumber(load())}`);
    }
  }
  return { figures, checks };
}

const ours = 'Writ index';

/** One target of the project's own: what is measured, at most what, and against what. */
interface Target {
  readonly name: string;
  readonly size: SizeName;
  readonly value: number | undefined;
  readonly atMost: number;
  readonly unit: string;
}

function targetsOf(figures: readonly Figure[]): Target[] {
  const own = (name: string, size: string) => medianOf(figures, ours, name, size);
  const over = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? undefined : a / b;
  const times = (name: string, size: SizeName, against: number | undefined, atMost: number): Target => {
    return { name, size, value: over(own('decide', size), against), atMost, unit: '×' };
  };
  const perSize = sizeNames.flatMap((size): Target[] => {
    const reasoned = over(own('decide with reason', size), own('decide', size));
    const peer = (engine: string) => medianOf(figures, engine, 'decide', size);
    return [
      times('decide, against the sketch', size, peer('sketch'), 3),
      { name: 'with reason, against without', size, value: reasoned, atMost: 2, unit: '×' },
      times('decide, against cedar-wasm', size, peer('cedar-wasm'), 1 / 500),
      times('decide, against casbin', size, peer('casbin'), 1 / 100),
      ...(size === 'S' ? [] : [times('decide, against CASL', size, peer('CASL'), 1 / 3)]),
      ...(size === 'S' ? [] : [memoryTarget(figures, size)]),
    ];
  });
  const ofL = (name: string, atMost: number): Target => ({
    name,
    size: 'L',
    value: own(name, 'L'),
    atMost,
    unit: 'ms',
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

/** Ratios under one are said the other way round: `1/7` is seven times as fast. */
function ratioText(value: number): string {
  return value >= 1 ? `${shortNumber(value)}` : `1/${shortNumber(1 / value)}`;
}

function targetRows(targets: readonly Target[]): string[][] {
  const text = (value: number, unit: string) => (unit === '×' ? ratioText(value) : `${shortNumber(value)} ${unit}`);
  return targets.flatMap(({ name, size, value, atMost, unit }) => {
    if (value === undefined) return [];
    const limit = `at most ${text(atMost, unit)}`;
    return [[name, size, text(value, unit), limit, value <= atMost ? 'met' : 'missed']];
  });
}

function figureRows(figures: readonly Figure[]): string[][] {
  const sorted = [...figures].sort((a, b) => a.name.localeCompare(b.name) || a.engine.localeCompare(b.engine));
  return sorted.map(({ name, engine, size, unit, median, min, max, samples }) => {
    const against = medianOf(figures, ours, name, size);
    const ratio = engine === ours || against === undefined ? '' : `${shortNumber(median / against)}×`;
    const one = samples === 1;
    return [
      `${name}, ${engine}`,
      size,
      `${shortNumber(median)} ${unit}`,
      one ? '' : shortNumber(min),
      one ? '' : shortNumber(max),
      ratio,
    ];
  });
}

function report({ figures }: Measured): string {
  const forms = new Map(
    figures.flatMap(({ engine, name, note }) => (name === 'decide' && note ? [[engine, note]] : [])),
  );
  return [
    table([['', 'size', 'median', 'min', 'max', 'to the index'], ...figureRows(figures)]),
    table([['target', 'size', 'measured', 'limit', ''], ...targetRows(targetsOf(figures))]),
    [...forms].map(([engine, form]) => `${engine}: ${form}.`).join('\n'),
    'Conditions are those that all engines can say: options, numbers, booleans, current user; no dates, no empty fields. ' +
      'Records and names are made ready beforehand; CASL is asked about those people only whose abilities are held.',
  ].join('\n\n');
}

export const decisions: Suite = { name: 'decisions', run, report };
