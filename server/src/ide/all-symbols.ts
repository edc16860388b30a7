// Symbols of a model as one kind of thing: whatever can be named, and where it is declared.
import type { Model, Reference } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import { originIn } from '../model/profiles.ts';
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
export function declarationsOf(model: Model, symbol: AnySymbol): readonly Origin[] {
  if (symbol.kind === 'object') return symbol.openings;
  // What a directory file brings has the `directory` declaration for its origin, which names none of it.
  if ((symbol.kind === 'user' || symbol.kind === 'group') && !symbol.declared) return [];
  const origin = originIn(model, symbol);
  return origin === undefined ? [] : [origin];
}

/** Everything that the project declares and the platform and directories bring. */
export function* allSymbols(model: Model): Generator<AnySymbol> {
  yield model.organization;
  yield* model.users.values();
  yield* model.groups.values();
  yield* model.roles.values();
  for (const object of model.objects.values()) yield* objectSymbols(object);
  yield* model.records.values();
  yield* testSymbols(model);
}

/** Tests and the records in them. */
export function* testSymbols({ tests }: Model): Generator<AnySymbol> {
  for (const test of tests) {
    yield test;
    yield* test.records.values();
  }
}
