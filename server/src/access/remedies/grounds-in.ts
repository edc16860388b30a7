// For which records something is allowed in a view: the ways that a decision rests on, joined.
import type { Permission } from '../../catalogue/types.ts';
import { allOf, anyOf } from '../../condition/build.ts';
import { satisfy } from '../../condition/solve.ts';
import { substitute } from '../../condition/substitute.ts';
import { always, never } from '../../model/formulas.ts';
import type { Formula } from '../../model/symbols.ts';
import { isActive } from '../actor.ts';
import type { Asked } from '../grounds.ts';
import { needsSight } from '../index/decide.ts';
import { permissionWays } from '../permission-ways.ts';
import { type Scope, sceneOf } from '../question-scope.ts';
import { sightWays } from '../sight-ways.ts';
import { actorIn, scopeIn, spokenAt, type View, worldIn } from './view.ts';

/** With what is known of the record put in. It is not made short: nobody reads it. */
export function allowedIn(scope: Scope, permissions: readonly Permission[]): Formula {
  if (!isActive(scope.actor.principal)) return never;
  const held = allOf(permissions.map((each) => anyOf(permissionWays(scope, each).map(({ when }) => when))));
  const isSeen = scope.facts !== undefined && permissions.some(needsSight);
  return substitute(allOf([held, isSeen ? seenIn(scope) : always]), sceneOf(scope));
}

export function seenIn(scope: Scope): Formula {
  return scope.facts === undefined ? never : anyOf(sightWays(scope, scope.facts).map(({ when }) => when));
}

/** Whether `decide` would say of all records that are spoken of that it is allowed. */
export function isAllowed(view: View, asked: Asked): boolean {
  const scope = scopeIn(view, actorIn(view, asked.principal), spokenAt(asked.place), asked.today);
  const allowed = allowedIn(scope, asked.permissions);
  if (allowed.op === 'true' || allowed.op === 'false') return allowed.op === 'true';
  const when = asked.place.kind === 'object' ? asked.place.when : undefined;
  const spoken = when === undefined ? always : substitute(when, sceneOf(scope));
  const meets = (formula: Formula) => satisfy(formula, worldIn(view, scope, formula)).kind;
  return meets(allOf([spoken, { op: 'not', part: allowed }])) === 'no' && meets(allOf([spoken, allowed])) !== 'no';
}
