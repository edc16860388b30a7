// What was measured against what the project wants of itself.
import { type Figure, medianOf, shortNumber, type Table } from './figures.ts';
import type { SizeName } from './organization.ts';

/** What is measured, where, and at most what: a ratio (`×`), a share of all (`%`) or a time. */
export interface Target {
  readonly name: string;
  readonly size: string;
  /** Undefined where it was not measured. */
  readonly value: number | undefined;
  readonly atMost: number;
  readonly unit: string;
  /** How many times as long this machine takes as the one that a time was set on; 1 unless it says so. */
  readonly scale?: number | undefined;
}

/** What a decision of the sketch took, in microseconds, on the machine that the limits in milliseconds were set on. */
const sketchThere: Readonly<Record<SizeName, number>> = { S: 0.11, M: 0.18, L: 0.63 };

/** How many times as long this machine takes; never under one, as a limit holds on a quicker machine, too. */
export function stretch(here = 0, there = Number.POSITIVE_INFINITY): number {
  return Math.max(1, here / there);
}

/** By what the sketch takes. */
export function slowness(sketchHere: number | undefined, size: SizeName): number {
  return stretch(sketchHere, sketchThere[size]);
}

export function stretchedText(size: SizeName): string {
  return `A limit in ms was set on a machine on which the sketch takes ${sketchThere[size]} µs at ${size}: it is stretched by what the sketch takes longer here.`;
}

/** Undefined where one of them was not measured. */
export function over(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a / b;
}

/** Ratios under one are said the other way round: `1/7` is seven times as fast. */
export function ratioText(value: number): string {
  return value >= 1 ? `${shortNumber(value)}` : `1/${shortNumber(1 / value)}`;
}

function valueText(value: number, unit: string): string {
  return unit === '×' ? ratioText(value) : `${shortNumber(value)} ${unit}`;
}

export function targetTable(targets: readonly Target[]): Table {
  const rows = targets.flatMap(({ name, size, value, atMost, unit, scale = 1 }) => {
    if (value === undefined) return [];
    const times = scale === 1 ? '' : ` × ${shortNumber(scale)}`;
    const limit = `at most ${valueText(atMost, unit)}${times}`;
    return [[name, size, valueText(value, unit), limit, value <= atMost * scale ? 'met' : 'missed']];
  });
  return { title: 'Targets', rows: [['target', 'size', 'measured', 'limit', ''], ...rows] };
}

/** Every figure with its spread and its ratio to a figure of `ours`: to the one of the same name, unless `to` names another. */
export function figureTable(
  figures: readonly Figure[],
  ours: string,
  to: (figure: Figure) => string = ({ name }) => name,
): Table {
  const sorted = [...figures].sort((a, b) => a.name.localeCompare(b.name) || a.engine.localeCompare(b.engine));
  const rows = sorted.map((figure) => {
    const { name, engine, size, unit, median, min, max, samples } = figure;
    const ratio = engine === ours ? undefined : over(median, medianOf(figures, ours, to(figure), size));
    const spread = samples === 1 ? ['', ''] : [shortNumber(min), shortNumber(max)];
    const text = ratio === undefined ? '' : `${shortNumber(ratio)}×`;
    return [`${name}, ${engine}`, size, `${shortNumber(median)} ${unit}`, ...spread, text];
  });
  return { title: 'Figures', rows: [['figure', 'size', 'median', 'min', 'max', `to ${ours}`], ...rows] };
}
