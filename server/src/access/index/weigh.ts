// For which records principals of one kind may, weighed once for all of them.
import { allOf, anyOf, negate } from '../../condition/build.ts';
import { reduce } from '../../condition/reduce.ts';
import { satisfy } from '../../condition/solve.ts';
import { always } from '../../model/formulas.ts';
import type { Formula, RecordFacts } from '../../model/symbols.ts';
import { actorOf } from '../actor.ts';
import { type Scope, sceneOf } from '../question-scope.ts';
import { worldOf } from '../world.ts';
import type { AccessIndex, ObjectIndex } from './access-index.ts';
import { principalAt } from './people.ts';
import { assignedToSelf } from './shares.ts';
import { type Standing, seesAll } from './standing.ts';

export interface Weighing {
  readonly index: AccessIndex;
  readonly object: ObjectIndex | undefined;
  readonly standing: Standing;
  readonly needsSight: boolean;
  /** By which user fields whoever they hold sees a record. */
  readonly assigned: readonly Formula[];
}

export function weighingOf(
  index: AccessIndex,
  object: ObjectIndex | undefined,
  standing: Standing,
  needsSight: boolean,
): Weighing {
  return { index, object, standing, needsSight, assigned: object === undefined ? [] : assignedToSelf(object) };
}

/** Which records are in sight by these policies, or by `seesAll`. */
export function seenBy({ object, standing, needsSight }: Weighing, policies: number, bits: number): Formula {
  if (!needsSight || (bits & seesAll) !== 0) return always;
  const positions = standing.sets.list(policies);
  return anyOf(positions.flatMap((at) => object?.symbol.policies[object.policies[at]?.at ?? -1]?.when ?? []));
}

/** `never` where no record meets it, `always` where every one does. */
export function extentOf(
  weighing: Pick<Weighing, 'index' | 'object'>,
  formula: Formula,
  principal: number,
): 'never' | 'always' | 'sometimes' {
  const scope = openScope(weighing, principal);
  if (scope === undefined) return 'never';
  const reduced = reduce(formula, sceneOf(scope));
  const world = worldOf(scope);
  if (satisfy(reduced, world).kind === 'no') return 'never';
  return satisfy(negate(reduced), world).kind === 'no' ? 'always' : 'sometimes';
}

/** True where every record that meets the one meets the other too. */
export function isWithin(weighing: Weighing, formula: Formula, other: Formula, principal: number): boolean {
  const scope = openScope(weighing, principal);
  if (scope === undefined) return false;
  const against = reduce(allOf([formula, negate(other)]), sceneOf(scope));
  return satisfy(against, worldOf(scope)).kind === 'no';
}

/** A record of which nothing is said. */
export function openScope({ index, object }: Pick<Weighing, 'index' | 'object'>, principal: number): Scope | undefined {
  const { model, people, today } = index;
  const symbol = principalAt(people, principal);
  if (symbol === undefined) return undefined;
  const facts = object && nothingOf(object);
  return { model, actor: actorOf(model, symbol), facts, given: false, today };
}

function nothingOf({ symbol }: ObjectIndex): RecordFacts {
  return { object: symbol, values: new Map(), relations: new Map() };
}
