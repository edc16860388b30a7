// What declarations name: counted once, and handed on from state to state.
import { liveParts, type PartsByFile } from './parts.ts';
import type { AnySymbol } from './symbols.ts';

type Counts = Map<AnySymbol, number>;

/** How many declarations name each symbol. */
export interface Naming {
  /** Whether any does. */
  has(symbol: AnySymbol): boolean;
  /** Gives the counts to the next state, which changes them; asked again, this one counts anew. */
  handOn(): Counts | undefined;
}

export function namingIn(parts: PartsByFile): Naming {
  return namingOf(parts, undefined);
}

/** The same as of the parts alone, from those of the state before. */
export function namingAfter(
  before: { readonly parts: PartsByFile; readonly naming: Naming },
  parts: PartsByFile,
): Naming {
  const [old, now] = [liveParts(before.parts), liveParts(parts)];
  const counts = old.length === now.length ? before.naming.handOn() : undefined;
  if (counts !== undefined)
    for (const [i, part] of old.entries()) {
      const other = now[i];
      if (part === other || other === undefined) continue;
      for (const symbol of other.named) add(counts, symbol, 1);
      for (const symbol of part.named) add(counts, symbol, -1);
    }
  return namingOf(parts, counts);
}

function namingOf(parts: PartsByFile, known: Counts | undefined): Naming {
  let counts = known;
  return {
    has(symbol) {
      counts ??= countsIn(parts);
      return counts.has(symbol);
    },
    handOn() {
      const own = counts;
      counts = undefined;
      return own;
    },
  };
}

function countsIn(parts: PartsByFile): Counts {
  const counts: Counts = new Map();
  for (const { named } of liveParts(parts)) for (const symbol of named) add(counts, symbol, 1);
  return counts;
}

/** What nothing names any more is not kept. */
function add(counts: Counts, symbol: AnySymbol, by: number): void {
  const count = (counts.get(symbol) ?? 0) + by;
  if (count === 0) counts.delete(symbol);
  else counts.set(symbol, count);
}
