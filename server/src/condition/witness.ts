// A content that meets some comparisons and does not meet others, made from them: where there are too many to try contents.
import type { Atom, Content, Field } from '../model/symbols.ts';
import { evaluateAtom, type View } from './evaluate.ts';
import { literalsOf } from './operands.ts';
import { unusedLetter } from './text-values.ts';

/** A comparison of one field with literals, and whether it is to hold. */
export interface Demand {
  readonly atom: Atom;
  readonly holds: boolean;
}

/**
 * A content of a field of texts or of sets of options that meets all demands; undefined where none does.
 *
 * Why one try is enough: of the non-empty contents that meet what is to hold, this one meets the fewest other
 * comparisons. Where it meets one that is not to hold, so do all the others. Of sets it is one with just the options
 * that are demanded, of each `overlaps` one that is not forbidden; of texts see `leastText`.
 */
export function witness(field: Field, demands: readonly Demand[]): Content | undefined {
  const tries = field.type === 'text' ? textsFor(demands) : [leastSet(field, demands)];
  return [...tries, null].find((content) => demands.every((demand) => isMet(demand, content)));
}

/** What `witness` gives, or a text that reads better. */
export function example(field: Field, demands: readonly Demand[]): Content | undefined {
  const tries = field.type === 'text' ? plainTexts(demands) : [];
  return tries.find((content) => demands.every((demand) => isMet(demand, content))) ?? witness(field, demands);
}

/** What is demanded alone, and all of it one after the other, in either order. */
function plainTexts(demands: readonly Demand[]): readonly string[] {
  const held = demands.filter(({ holds }) => holds).map(({ atom }) => atom);
  const [starts, contained, ends] = (['starts with', 'contains', 'ends with'] as const).map((operator) =>
    literalsOf(held.filter(({ test }) => test.is === operator)),
  );
  const all = [...(starts ?? []), ...(contained ?? []), ...(ends ?? [])].map(String);
  const turned = [...(starts ?? []), ...(contained ?? []).toReversed(), ...(ends ?? [])];
  return [...all, all.join(''), turned.join('')];
}

function isMet({ atom, holds }: Demand, content: Content): boolean {
  const view: View = {
    value: (of) => (of === atom.field ? content : undefined),
    actor: undefined,
    today: undefined,
    groupsOf: () => undefined,
  };
  return evaluateAtom(atom, view) === (holds ? 'true' : 'false');
}

/** Where the text must equal something, what it may equal; what equals itself may be anything. */
function textsFor(demands: readonly Demand[]): readonly Content[] {
  const held = demands.filter(({ holds }) => holds).map(({ atom }) => atom);
  const equality = held.find((atom) => isEquality(atom) && literalsOf([atom]).length > 0);
  return equality === undefined ? [leastText(demands, held)] : literalsOf([equality]);
}

function isEquality({ test }: Atom): boolean {
  return test.is === 'equals' || test.is === 'one of';
}

/**
 * The text that begins as it must, ends as it must and contains what it must, with a letter between that stands in no
 * pattern and no constant. It equals no constant, and every pattern that it meets lies within one of its parts: any
 * text that meets what is to hold meets that pattern too.
 */
function leastText(demands: readonly Demand[], held: readonly Atom[]): string {
  const named = literalsOf(demands.map(({ atom }) => atom)).filter((literal) => typeof literal === 'string');
  const between = unusedLetter(new Set(named.flatMap((text) => [...text])));
  const texts = (operator: Atom['test']['is']) =>
    literalsOf(held.filter(({ test }) => test.is === operator)).filter((literal) => typeof literal === 'string');
  const longest = (of: readonly string[]) => of.reduce((long, text) => (text.length > long.length ? text : long), '');
  return [longest(texts('starts with')), ...texts('contains'), longest(texts('ends with'))].join(between) || between;
}

function leastSet(field: Field, demands: readonly Demand[]): ReadonlySet<string> {
  const options = (holds: boolean) =>
    demands.filter((demand) => demand.holds === holds).map(({ atom }) => optionsOf(atom));
  const forbidden = new Set(options(false).flat());
  const allowed = (option: string) => !forbidden.has(option);
  const demanded = options(true).flatMap((some) => some.filter(allowed).slice(0, 1));
  return new Set(demanded.length > 0 ? demanded : field.options.filter(allowed).slice(0, 1));
}

function optionsOf({ test }: Atom): readonly string[] {
  if (test.is === 'has') return [test.option];
  return test.is === 'overlaps' ? test.options : [];
}
