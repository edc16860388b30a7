// Which tokens a part of the grammar can begin with, and what may stand behind it in its rule.
import {
  Alternation,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
} from 'chevrotain';

export interface Firsts {
  /** By their number, with those that count as one of them. */
  readonly types: ReadonlySet<number>;
  readonly mayBeEmpty: boolean;
}

interface Sequence {
  readonly definition: IProduction[];
}

const known = new WeakMap<Rule, Firsts>();

/** Of a part that may be made of others. */
export function firstsOf(part: IProduction): Firsts {
  if (part instanceof Terminal) return firstsOfTerminal(part);
  if (part instanceof NonTerminal) return firstsOfRule(part.referencedRule);
  if (!isSequence(part)) return { types: new Set(), mayBeEmpty: true };
  if (part instanceof Alternation) return oneOf(part.definition.map(firstsOf));
  const { types, mayBeEmpty } = firstsOfAll(part.definition);
  return { types, mayBeEmpty: mayBeEmpty || isOptional(part) };
}

/** Of parts one behind the other. */
export function firstsOfAll(parts: readonly IProduction[]): Firsts {
  const types = new Set<number>();
  for (const part of parts) {
    const firsts = firstsOf(part);
    for (const type of firsts.types) types.add(type);
    if (!firsts.mayBeEmpty) return { types, mayBeEmpty: false };
  }
  return { types, mayBeEmpty: true };
}

function firstsOfTerminal({ terminalType: { tokenTypeIdx, categoryMatches = [] } }: Terminal): Firsts {
  return { types: new Set(tokenTypeIdx === undefined ? [] : [tokenTypeIdx, ...categoryMatches]), mayBeEmpty: false };
}

function firstsOfRule(rule: Rule): Firsts {
  const firsts = known.get(rule) ?? firstsOfAll(rule.definition);
  known.set(rule, firsts);
  return firsts;
}

function oneOf(all: readonly Firsts[]): Firsts {
  return {
    types: new Set(all.flatMap(({ types }) => [...types])),
    mayBeEmpty: all.some(({ mayBeEmpty }) => mayBeEmpty),
  };
}

function isSequence(part: IProduction): part is IProduction & Sequence {
  return 'definition' in part;
}

function isOptional(part: IProduction): boolean {
  return part instanceof Option || part instanceof Repetition || part instanceof RepetitionWithSeparator;
}

/** One of the parts that a parser decides about. */
export type Deciding = IProduction & Sequence & { readonly idx: number };

/** A part of a rule, and what stands behind it there. */
export interface Placed {
  readonly part: Deciding;
  readonly rest: readonly IProduction[];
}

function isDeciding(part: IProduction): part is Deciding {
  return isSequence(part) && 'idx' in part;
}

/** All such parts of a rule, whatever they are in. */
export function placedIn({ definition }: Sequence, behind: readonly IProduction[] = []): Placed[] {
  return definition.flatMap((part, i) => {
    if (part instanceof NonTerminal || !isSequence(part)) return [];
    const rest = [...definition.slice(i + 1), ...behind];
    const inside = part instanceof Alternation ? part.definition.map((each) => ({ definition: [each] })) : [part];
    return [...(isDeciding(part) ? [{ part, rest }] : []), ...inside.flatMap((each) => placedIn(each, rest))];
  });
}
