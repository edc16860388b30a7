// Says on a terminal what a run is at, once it has taken a while, and how long each stage took where that is asked for.
import type { Host } from './host.ts';
import { printable } from './printable.ts';

/** A run that is shorter than this says nothing. */
const quietMs = 1000;

const clearLine = '\r\u001b[K';

export interface Progress {
  /** Does a piece of work that belongs to a stage. */
  stage<T>(stage: string, of: string, work: () => T | Promise<T>): Promise<T>;
  /** Does a part of the work of a stage. */
  part<T>(part: string, work: () => T): T;
  /** Takes back what was said; nothing follows. */
  end(): void;
  /** Milliseconds by stage, in the order in which they came. */
  readonly times: ReadonlyMap<string, number>;
  /** Milliseconds by part. */
  readonly parts: ReadonlyMap<string, number>;
}

export function startProgress(host: Host): Progress {
  const started = host.elapsed();
  const times = new Map<string, number>();
  const parts = new Map<string, number>();
  const { stderr } = host;
  let current = '';
  let isShown = false;
  const show = () => {
    if (!stderr.isTerminal || current === '') return;
    isShown = true;
    stderr.write(clearLine + printable(current).slice(0, Math.max(1, (stderr.columns ?? 80) - 1)));
  };
  // While the work waits for a disk the timer tells of it; work that does not wait is told of when it begins.
  const timer = setTimeout(show, quietMs);
  return {
    times,
    parts,
    async stage(stage, of, work) {
      current = `${stage}: ${of}`;
      const begun = host.elapsed();
      if (begun - started >= quietMs) show();
      try {
        return await work();
      } finally {
        add(times, stage, host.elapsed() - begun);
      }
    },
    part(part, work) {
      const begun = host.elapsed();
      try {
        return work();
      } finally {
        add(parts, part, host.elapsed() - begun);
      }
    },
    end() {
      clearTimeout(timer);
      if (isShown) stderr.write(clearLine);
      isShown = false;
      current = '';
    },
  };
}

function add(times: Map<string, number>, key: string, ms: number): void {
  times.set(key, (times.get(key) ?? 0) + ms);
}

/** The tables of `--timing`: the stages with their sum, and their parts, the slowest first. */
export function timingLines({ times, parts }: Pick<Progress, 'times' | 'parts'>): string {
  const total = [...times.values()].reduce((sum, ms) => sum + ms, 0);
  const stages: [string, number][] = [...times, ['total', total]];
  const slowest = [...parts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const width = Math.max(...[...stages, ...slowest].map(([name]) => name.length));
  const tables = [stages, slowest].filter((rows) => rows.length > 0);
  return tables.map((rows) => rows.map((row) => timingLine(row, width)).join('')).join('\n');
}

function timingLine([name, ms]: readonly [string, number], width: number): string {
  return `${name.padEnd(width)} ${ms.toFixed(1).padStart(9)} ms\n`;
}
