// What a benchmark measures and how it is said: samples, their medians, checks, and the load of the machine meanwhile.
import os from 'node:os';

/** Of several samples of one thing, in its unit. */
export interface Figure {
  /** What was measured, unique within a suite: `decide`, `build`. */
  readonly name: string;
  readonly engine: string;
  /** S, M or L; empty where there is one size only. */
  readonly size: string;
  readonly unit: 'ns' | 'µs' | 'ms' | 'MB' | 'KB' | '%' | '×';
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** What 95 of 100 samples stay under; left out where there is another way to say how they are spread. */
  readonly p95?: number;
  readonly samples: number;
  readonly note?: string;
}

/** Something that must be so before a time means anything. */
export interface Check {
  readonly name: string;
  readonly passed: boolean;
  readonly detail: string;
}

export interface Measured {
  readonly figures: readonly Figure[];
  readonly checks: readonly Check[];
}

export interface Options {
  /** Under a minute, with fewer samples and without the largest cases of slow engines. */
  readonly quick: boolean;
  /** What the suites before came to in the same run. */
  readonly before: readonly Result[];
}

export interface Suite {
  readonly name: string;
  run(options: Options): Promise<Measured>;
  /** What is said of it: ratios first. */
  tables(measured: Measured): readonly Table[];
  /** What has to be known to read the tables. */
  notes?(measured: Measured): readonly string[];
}

/** The first row is the head. */
export interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

export function figureOf(
  what: Pick<Figure, 'name' | 'engine' | 'size' | 'unit' | 'note'>,
  samples: readonly number[],
): Figure {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
  const [min, max, p95] = [sorted[0] ?? median, sorted.at(-1) ?? median, percentile(sorted, 0.95)];
  return { ...what, median, min, max, p95, samples: sorted.length };
}

/** The least of the values that at least this share of all stays under or at; the values come in order. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The median of the figure; undefined where it was not measured. */
export function medianOf(figures: readonly Figure[], engine: string, name: string, size: string): number | undefined {
  return figures.find((each) => each.engine === engine && each.name === name && each.size === size)?.median;
}

/** What 95 of 100 samples of the figure stay under; undefined where it was not measured. */
export function p95Of(figures: readonly Figure[], engine: string, name: string, size: string): number | undefined {
  return figures.find((each) => each.engine === engine && each.name === name && each.size === size)?.p95;
}

/** Three digits, without an exponent. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function machine(): { readonly cpu: string; readonly cores: number; readonly node: string } {
  const cpus = os.cpus();
  return { cpu: cpus[0]?.model.trim() ?? 'unknown', cores: cpus.length, node: process.version };
}

/** How many processes wanted to run in the last minute, this one among them. */
export function load(): number {
  return os.loadavg()[0] ?? Number.NaN;
}

/** Columns as wide as their widest cell, the first to the left, the others to the right. */
export function tableText({ rows }: Table): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

/** What one suite came to. */
export interface Result extends Measured {
  readonly suite: string;
  readonly loadBefore: number;
  readonly loadAfter: number;
}

/** What a file of `--json` holds. */
export interface Results extends ReturnType<typeof machine> {
  readonly effort: 'quick' | 'full';
  readonly results: readonly Result[];
}
