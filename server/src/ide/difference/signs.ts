// How many entries a difference has, in signs and in words: nothing is told by colour alone.
import type { Tally } from './attribution.ts';

export interface Counted extends Tally {
  readonly unknown?: number;
}

/** `+3 −1 ±1 ?2`; nothing where nothing differs. */
export function signsOf({ more, less, other, unknown = 0 }: Counted): string {
  return [sign('+', more), sign('−', less), sign('±', other), sign('?', unknown)]
    .filter((part) => part !== '')
    .join(' ');
}

function sign(of: string, count: number): string {
  return count > 0 ? `${of}${count}` : '';
}

/** `3 gained or widened, 1 lost or narrowed`; "nobody may do more or less" where nothing differs. */
export function wordsOf({ more, less, other, unknown = 0 }: Counted): string {
  const parts = [
    part(more, 'gained or widened'),
    part(less, 'lost or narrowed'),
    part(other, 'for other records'),
    part(unknown, 'not decided'),
  ].filter((each) => each !== '');
  return parts.length === 0 ? 'nobody may do more or less' : parts.join(', ');
}

function part(count: number, what: string): string {
  return count > 0 ? `${count} ${what}` : '';
}
