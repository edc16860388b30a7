// Symbols of a model as one kind of thing: whatever can be named, and where it is declared.
import type { Reference } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { ObjectSymbol } from '../model/symbols.ts';

/** Whatever has a name. */
export type AnySymbol = Reference['target'];

/** An object and all that is declared in it, wherever it is opened. */
export function* objectSymbols(object: ObjectSymbol): Generator<AnySymbol> {
  yield object;
  yield* object.fields.values();
  yield* object.roles.values();
  yield* object.policies;
  yield* object.accounts.values();
  yield* object.automations;
  yield* object.agents;
}

/** Where a symbol is declared: an object wherever it is opened; nowhere for what the platform or a directory brings. */
export function declarationsOf(symbol: AnySymbol): readonly Origin[] {
  if (symbol.kind === 'object') return symbol.openings;
  // What a directory file brings has the `directory` declaration for its origin, which names none of it.
  if ((symbol.kind === 'user' || symbol.kind === 'group') && !symbol.declared) return [];
  return symbol.origin === undefined ? [] : [symbol.origin];
}
