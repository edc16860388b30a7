// What of a project is named somewhere, text that cannot be read included.
import type { Origin } from '../model/origin.ts';
import type { AnySymbol, User } from '../model/symbols.ts';
import { nodesBelow } from '../syntax/ast-path.ts';
import { writeName } from '../syntax/keywords.ts';
import type { Unit } from '../syntax/source-file.ts';
import { namesIn } from '../syntax/spelled.ts';
import { notesOn } from '../text/notes.ts';
import type { RuleContext } from './rule.ts';

/** Whatever carries the place of its own name. */
type Named = Exclude<AnySymbol, User>;

/** A symbol that is written, with the place of its name. */
export type Written<S extends Named> = S & { readonly origin: Origin };

/** Those of the symbols that nothing names: sound text does not, and broken text does not spell them. */
export function unnamed<S extends Named>(context: RuleContext, symbols: Iterable<S>): Written<S>[] {
  const written = [...symbols].filter(isWritten);
  return written.filter((symbol) => !context.model.isNamed(symbol) && !isSpelled(context, symbol));
}

function isWritten<S extends Named>(symbol: S): symbol is Written<S> {
  return symbol.origin !== undefined;
}

interface Broken {
  /** Each unit with an error, with how often it spells each name where it declares nothing. */
  readonly units: readonly { readonly unit: Unit; readonly counts: ReadonlyMap<string, number> }[];
  /** What is offered in place of names that are unknown. */
  readonly meant: ReadonlySet<string>;
}

const brokenOf = notesOn<RuleContext, Broken>();

/** Whether what is wrong somewhere might be the naming of it. */
function isSpelled(context: RuleContext, symbol: AnySymbol): boolean {
  const { name } = symbol;
  const object = 'object' in symbol && symbol.kind !== 'record' ? symbol.object : undefined;
  const broken = brokenOf.get(context) ?? findBroken(context);
  brokenOf.set(context, broken);
  // From outside of its object a name is qualified with that.
  const isInside = (unit: Unit) => object === undefined || object.openings.some((opening) => opening.unit === unit);
  return (
    broken.units.some(
      ({ unit, counts }) =>
        (counts.get(name) ?? 0) > 0 && (isInside(unit) || (counts.get(object?.name ?? '') ?? 0) > 0),
    ) || [...broken.meant].some((text) => text === writeName(name) || text.endsWith(`.${writeName(name)}`))
  );
}

function findBroken({ model, sources, place }: RuleContext): Broken {
  const broken = new Map<Unit, string>();
  for (const [file, { units, notable }] of sources)
    for (const at of notable) {
      const unit = units[at];
      if (unit !== undefined && unit.problems.length > 0) broken.set(unit, file);
    }
  for (const { origin } of model.problems) broken.set(origin.unit, origin.file);
  const units = [...broken].map(([unit, file]) => {
    const { start } = place({ file, unit, span: { start: 0, end: 0 } }).span;
    const text = sources.get(file)?.text.slice(start, start + unit.length) ?? '';
    const counts = countsOf.get(unit) ?? countNames(unit, text);
    countsOf.set(unit, counts);
    return { unit, counts };
  });
  return { units, meant: new Set(model.problems.flatMap(({ instead = [] }) => instead)) };
}

const countsOf = new WeakMap<Unit, ReadonlyMap<string, number>>();

function countNames({ declaration }: Unit, text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by);
  for (const name of namesIn(text)) add(name, 1);
  for (const node of declaration === undefined ? [] : nodesBelow(declaration))
    if ('keyword' in node && 'name' in node && node.name !== undefined) add(node.name.text, -1);
  return counts;
}
