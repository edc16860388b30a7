// Where symbols are declared and named.
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { Unit } from '../syntax/source-file.ts';
import type { Span } from '../text/span.ts';
import { type AnySymbol, declarationsOf, objectSymbols, testSymbols } from './all-symbols.ts';

export interface Occurrence {
  readonly symbol: AnySymbol;
  readonly origin: Origin;
  /** The span of `origin`, relative to its unit. */
  readonly span: Span;
  readonly declaration: boolean;
}

/** What is named in a unit, declarations first; `index` is its position among the units of its file. */
export function occurrencesIn(
  model: Model,
  { path, unit, index }: { readonly path: string; readonly unit: Unit; readonly index: number },
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const symbol of declaredBy(model, unit))
    for (const origin of declarationsOf(model, symbol)) if (origin.unit === unit) found.push(declared(symbol, origin));
  const declarations = found.length;
  for (const { origin, target } of model.referencesAt(path, index))
    if (origin.unit === unit && !isAmong(found, declarations, origin)) found.push(used(target, origin));
  return found;
}

/** Every place where the symbol is named, its declarations first. */
export function occurrencesOf(model: Model, symbol: AnySymbol): readonly Occurrence[] {
  const found = declarationsOf(model, symbol).map((origin) => declared(symbol, origin));
  const declarations = found.length;
  for (const { origin, target } of model.referencesTo(symbol))
    if (!isAmong(found, declarations, origin)) found.push(used(target, origin));
  return found;
}

function declared(symbol: AnySymbol, origin: Origin): Occurrence {
  return { symbol, origin, span: origin.span, declaration: true };
}

function used(symbol: AnySymbol, origin: Origin): Occurrence {
  return { symbol, origin, span: origin.span, declaration: false };
}

/** The model notes the opening of an object as a use of it too. */
function isAmong(found: readonly Occurrence[], count: number, { unit, span }: Origin): boolean {
  for (let i = 0; i < count; i++) {
    const one = found[i];
    if (one?.origin.unit === unit && one.span.start === span.start && one.span.end === span.end) return true;
  }
  return false;
}

/** The symbols that the unit's declaration may declare: found by its name, whether or not it is the one that counts. */
function* declaredBy(model: Model, { declaration }: Unit): Generator<AnySymbol> {
  if (declaration === undefined) return;
  if (declaration.kind === 'organization') yield model.organization;
  if (!('name' in declaration) || declaration.name === undefined) return;
  const { text } = declaration.name;
  const known = {
    user: model.users,
    group: model.groups,
    role: model.roles,
    object: model.objects,
    record: model.records,
  };
  if (declaration.kind === 'test') yield* testSymbols(model);
  else if (declaration.kind !== 'organization') yield* fromObject(known[declaration.kind].get(text));
}

function* fromObject(symbol: AnySymbol | undefined): Generator<AnySymbol> {
  if (symbol === undefined) return;
  if (symbol.kind === 'object') yield* objectSymbols(symbol);
  else yield symbol;
}
