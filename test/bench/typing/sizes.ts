// Sizes of texts as the benchmarks of the editor name them, and how fast the machine is.
import { type Figure, p95Of, shortNumber } from '../figures.ts';
import { stretch } from '../targets.ts';
import { emptyServer, type ServerId } from './servers.ts';

/** One server on a text of so many lines in so many files. */
export interface Case {
  readonly server: ServerId;
  readonly lines: number;
  readonly files: number;
  readonly quick: boolean;
}

/** `10k`, `100k in 500`. */
export function sizeText(lines: number, files = 1): string {
  return files === 1 ? `${lines / 1000}k` : `${lines / 1000}k in ${files}`;
}

/** What a keystroke takes an empty server, p95 in milliseconds, on the machine that limits in milliseconds were set on. */
const there: Readonly<Record<string, number>> = { '1k': 0.5, '10k': 2.2, '100k': 5.1 };

/** The largest size at which the empty server was measured. */
function yardstick(figures: readonly Figure[]): { readonly size: string; readonly here: number } | undefined {
  for (const size of ['100k', '10k', '1k']) {
    const here = p95Of(figures, emptyServer, 'inside a declaration', size);
    if (here !== undefined) return { size, here };
  }
  return undefined;
}

/** How many times as long this machine takes to carry a keystroke there and back. */
export function protocolScale(figures: readonly Figure[]): number {
  const found = yardstick(figures);
  return found === undefined ? 1 : stretch(found.here, there[found.size]);
}

export function scaledText(figures: readonly Figure[]): string {
  const size = yardstick(figures)?.size ?? '100k';
  return `A limit in ms was set on a machine on which a keystroke takes an empty server ${shortNumber(there[size] ?? 0)} ms at ${size} (p95): it is stretched by what the empty server takes longer here.`;
}
