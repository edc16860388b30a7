// Where each symbol is declared and named: an index by unit and by symbol, made once for a model.
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { Unit } from '../syntax/parse.ts';
import type { Span } from '../text/span.ts';
import { type AnySymbol, allSymbols, declarationsOf } from './all-symbols.ts';

export interface Occurrence {
  readonly symbol: AnySymbol;
  readonly origin: Origin;
  /** The span of `origin`, relative to its unit. */
  readonly span: Span;
  readonly declaration: boolean;
}

interface Index {
  readonly byUnit: ReadonlyMap<Unit, readonly Occurrence[]>;
  readonly bySymbol: ReadonlyMap<AnySymbol, readonly Occurrence[]>;
}

const indices = new WeakMap<Model, Index>();

function makeIndex(model: Model): Index {
  const byUnit = new Map<Unit, Occurrence[]>();
  const bySymbol = new Map<AnySymbol, Occurrence[]>();
  const add = (symbol: AnySymbol, origin: Origin, declaration: boolean) => {
    const occurrence = { symbol, origin, span: origin.span, declaration };
    push(byUnit, origin.unit, occurrence);
    push(bySymbol, symbol, occurrence);
  };
  for (const symbol of allSymbols(model)) for (const origin of declarationsOf(symbol)) add(symbol, origin, true);
  for (const { origin, target } of model.references) add(target, origin, false);
  return { byUnit, bySymbol };
}

function push<K>(to: Map<K, Occurrence[]>, key: K, occurrence: Occurrence): void {
  const list = to.get(key);
  if (list === undefined) to.set(key, [occurrence]);
  else list.push(occurrence);
}

function indexOf(model: Model): Index {
  const index = indices.get(model) ?? makeIndex(model);
  indices.set(model, index);
  return index;
}

/** What is named in a unit, declarations first. */
export function occurrencesIn(model: Model, unit: Unit): readonly Occurrence[] {
  return indexOf(model).byUnit.get(unit) ?? [];
}

/** Every place where the symbol is named, its declarations first. */
export function occurrencesOf(model: Model, symbol: AnySymbol): readonly Occurrence[] {
  return indexOf(model).bySymbol.get(symbol) ?? [];
}
