// Says on a terminal what a run is at, once it has taken a while, and how long each stage took where that is asked for.
import type { Host } from './host.ts';
import { printable } from './printable.ts';

/** A run that is shorter than this says nothing. */
const quietMs = 1000;

const clearLine = '\r\u001b[K';

export interface Progress {
  /** Does a piece of work that belongs to a stage. */
  stage<T>(stage: string, of: string, work: () => T | Promise<T>): Promise<T>;
  /** Takes back what was said; nothing follows. */
  end(): void;
  /** Milliseconds by stage, in the order in which they came. */
  readonly times: ReadonlyMap<string, number>;
}

export function startProgress(host: Host): Progress {
  const started = host.elapsed();
  const times = new Map<string, number>();
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
    async stage(stage, of, work) {
      current = `${stage}: ${of}`;
      const begun = host.elapsed();
      if (begun - started >= quietMs) show();
      try {
        return await work();
      } finally {
        times.set(stage, (times.get(stage) ?? 0) + host.elapsed() - begun);
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

/** The table of `--timing`. */
export function timingLines(times: ReadonlyMap<string, number>): string {
  const rows: [string, number][] = [...times];
  rows.push(['total', rows.reduce((sum, [, ms]) => sum + ms, 0)]);
  const width = Math.max(...rows.map(([stage]) => stage.length));
  return rows.map(([stage, ms]) => `${stage.padEnd(width)} ${ms.toFixed(1).padStart(9)} ms\n`).join('');
}
