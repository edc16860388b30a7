// What of a project is named somewhere, text that cannot be read included.
import type { Origin } from '../model/origin.ts';
import type { AnySymbol } from '../model/symbols.ts';
import { writeName } from '../syntax/keywords.ts';
import type { Unit } from '../syntax/parse.ts';
import { namesIn } from '../syntax/spelled.ts';
import type { RuleContext } from './rule.ts';

/** A symbol that is written, with the place of its name. */
export type Written<S extends AnySymbol> = S & { readonly origin: Origin };

const namedIn = new WeakMap<RuleContext, ReadonlySet<AnySymbol>>();

/** Those of the symbols that nothing names: sound text does not, and broken text does not spell them. */
export function unnamed<S extends AnySymbol>(context: RuleContext, symbols: Iterable<S>): Written<S>[] {
  const named = namedIn.get(context) ?? new Set(context.model.references.map(({ target }) => target));
  namedIn.set(context, named);
  return [...symbols].filter(
    (symbol): symbol is Written<S> =>
      isWritten(symbol) && !named.has(symbol) && !isSpelled(context, symbol.name, symbol.origin),
  );
}

function isWritten<S extends AnySymbol>(symbol: S): symbol is Written<S> {
  return symbol.origin !== undefined;
}

/** How often each name stands in a unit with an error. */
type Spelled = ReadonlyMap<Unit, ReadonlyMap<string, number>>;

interface Broken {
  readonly spelled: Spelled;
  /** What is offered in place of names that are unknown. */
  readonly meant: ReadonlySet<string>;
}

const brokenOf = new WeakMap<RuleContext, Broken>();

/** Whether what is wrong somewhere might be the naming of it. */
function isSpelled(context: RuleContext, name: string, origin: Origin): boolean {
  const broken = brokenOf.get(context) ?? findBroken(context);
  brokenOf.set(context, broken);
  for (const [unit, counts] of broken.spelled)
    if ((counts.get(name) ?? 0) > (unit === origin.unit ? 1 : 0)) return true;
  return [...broken.meant].some((text) => text === writeName(name) || text.endsWith(`.${writeName(name)}`));
}

function findBroken({ model, sources }: RuleContext): Broken {
  const wrong = new Set(model.problems.map(({ origin }) => origin.unit));
  const spelled = new Map<Unit, Map<string, number>>();
  for (const { text, units, starts } of sources.values())
    for (const [i, unit] of units.entries()) {
      if (unit.problems.length === 0 && !wrong.has(unit)) continue;
      const start = starts[i] ?? 0;
      const counts = new Map<string, number>();
      for (const name of namesIn(text.slice(start, start + unit.length))) counts.set(name, (counts.get(name) ?? 0) + 1);
      spelled.set(unit, counts);
    }
  return { spelled, meant: new Set(model.problems.flatMap(({ instead = [] }) => instead)) };
}
