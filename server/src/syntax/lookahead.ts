// Which way the parser goes at its next token. The library walks all paths of the grammar for each place where there is a
// choice; where the next token alone decides, what the parts can begin with says the same, and takes a tenth of the time.
import {
  Alternation,
  type EmbeddedActionsParser,
  type ILookaheadStrategy,
  type IOrAlt,
  LLkLookaheadStrategy,
  Option,
  type OptionalProductionType,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
} from 'chevrotain';
import { type Firsts, firstsOf, firstsOfAll, type Placed, placedIn } from './firsts.ts';

const kinds = {
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Alternation,
} as const satisfies Readonly<Record<OptionalProductionType | 'Alternation', unknown>>;

/** Where the next token does not decide, up to so many are looked at. */
export const maxLookahead = 3;

/** The library's, for comparison. */
export const generalLookahead: ILookaheadStrategy = new LLkLookaheadStrategy({ maxLookahead });

/** Every answer is found when it is first asked for: many places of the grammar no text gets to. */
export const lookahead: ILookaheadStrategy = {
  validate: (options) => generalLookahead.validate(options),
  buildLookaheadForAlternation(options) {
    let choose: Choose | undefined;
    return function ask(this: EmbeddedActionsParser, alternatives?: IOrAlt<unknown>[]) {
      choose ??= chooseIn(options);
      return choose.call(this, alternatives);
    };
  },
  buildLookaheadForOptional(options) {
    let isNext: IsNext | undefined;
    return function ask(this: EmbeddedActionsParser) {
      isNext ??= isNextIn(options);
      return isNext.call(this);
    };
  },
};

type Choose = (this: EmbeddedActionsParser, alternatives?: IOrAlt<unknown>[]) => number | undefined;
type IsNext = (this: EmbeddedActionsParser) => boolean;

function chooseIn(options: Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0]): Choose {
  const { rule, prodOccurrence, hasPredicates } = options;
  const alternatives = find(rule, 'Alternation', prodOccurrence)?.part.definition.map(firstsOf);
  if (alternatives === undefined || !areApart(alternatives))
    return generalLookahead.buildLookaheadForAlternation(options);
  return hasPredicates ? choiceOfAllowed(alternatives) : choiceOf(alternatives);
}

function isNextIn(options: Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0]): IsNext {
  const { rule, prodOccurrence, prodType } = options;
  const found = find(rule, prodType, prodOccurrence);
  const inside = found && firstsOfAll(found.part.definition);
  if (found === undefined || inside === undefined || !areApart([inside, firstsOfAll(found.rest)]))
    return generalLookahead.buildLookaheadForOptional(options);
  const { types, mayBeEmpty } = inside;
  return function isNext() {
    return mayBeEmpty || types.has(this.LA(1).tokenTypeIdx);
  };
}

const placed = new WeakMap<Rule, readonly Placed[]>();

function find(rule: Rule, kind: keyof typeof kinds, occurrence: number): Placed | undefined {
  const all = placed.get(rule) ?? placedIn(rule);
  placed.set(rule, all);
  return all.find(({ part }) => part instanceof kinds[kind] && part.idx === occurrence);
}

/** Whether no two can begin with the same token. */
function areApart(all: readonly Firsts[]): boolean {
  const seen = new Set<number>();
  let count = 0;
  for (const { types } of all) {
    count += types.size;
    for (const type of types) seen.add(type);
  }
  return seen.size === count;
}

/** The first that can begin with the token. */
function choiceOf(alternatives: readonly Firsts[]): Choose {
  const empty = alternatives.findIndex(({ mayBeEmpty }) => mayBeEmpty);
  const reachable = empty < 0 ? alternatives : alternatives.slice(0, empty + 1);
  const byType = new Map(reachable.flatMap(({ types }, i) => [...types].map((type) => [type, i] as const)));
  const otherwise = empty < 0 ? undefined : empty;
  return function choose() {
    return byType.get(this.LA(1).tokenTypeIdx) ?? otherwise;
  };
}

/** Likewise, among those whose gate is open. */
function choiceOfAllowed(alternatives: readonly Firsts[]): Choose {
  return function choose(gated = []) {
    const next = this.LA(1).tokenTypeIdx;
    const at = alternatives.findIndex(
      ({ types, mayBeEmpty }, i) => (mayBeEmpty || types.has(next)) && gated[i]?.GATE?.call(this) !== false,
    );
    return at < 0 ? undefined : at;
  };
}
