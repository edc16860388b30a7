// Why the index decided as it did: every way to the permission and to the record, made only when it is asked for.
import { has } from '../../catalogue/permission-set.ts';
import { permission as permissionNamed } from '../../catalogue/permissions.ts';
import { always, never } from '../../model/formulas.ts';
import type { Principal, Role } from '../../model/symbols.ts';
import { actorOf } from '../actor.ts';
import type { PermissionWay, SightWay } from '../answer.ts';
import { permissionWays } from '../permission-ways.ts';
import type { Scope } from '../question-scope.ts';
import { reasonOf } from '../reason.ts';
import { sightWays } from '../sight-ways.ts';
import type { AccessIndex } from './access-index.ts';
import { decideAsk, needsSight, type Verdict } from './decide.ts';
import { factsOf } from './facts.ts';
import { holdersOf } from './holders.ts';
import { groupAt, principalAt } from './people.ts';
import { type Ask, askOf, type Question } from './question.ts';

/** A decision that can be explained: the rows of the index know their origins, so nothing is noted while it is made. */
export interface Reasoned {
  readonly verdict: Verdict;
  readonly ask: Ask;
}

/** Undefined where the index cannot say, as `decide`. */
export function decideWithReason(index: AccessIndex, question: Question): Reasoned | undefined {
  const ask = askOf(index, question);
  if (ask === undefined) return undefined;
  const verdict = decideAsk(index, ask);
  return verdict === undefined ? undefined : { verdict, ask };
}

/** The decision in one line, in the words of every other answer. */
export function reasonText(index: AccessIndex, reasoned: Reasoned): string {
  const { verdict, ask } = reasoned;
  const principal = principalAt(index.people, ask.principal);
  if (principal === undefined) return verdict;
  const [outcome, refusal, when] =
    verdict === 'allowed' ? (['allowed', undefined, always] as const) : (['refused', verdict, never] as const);
  const ways = verdict === 'allowed' ? waysOf(index, reasoned) : { permissions: [], sight: [] };
  return reasonOf({ outcome, refusal, when, ...ways }, principal);
}

export interface Ways {
  /** Every way to the permission, whether it holds or not. */
  readonly permissions: readonly PermissionWay[];
  /** Every way to see the record; empty where no sight is needed. */
  readonly sight: readonly SightWay[];
}

/** The ways of the decision, each with the role, grant, group or policy that it goes by. */
export function waysOf(index: AccessIndex, { verdict, ask }: Reasoned): Ways {
  const principal = principalAt(index.people, ask.principal);
  if (principal === undefined || verdict === 'inactive') return { permissions: [], sight: [] };
  const scope = scopeOf(index, ask, principal);
  const permissions = permissionsOf(index, ask, scope);
  const sight = scope.facts === undefined || !needsSight(ask.permission) ? [] : sightWays(scope, scope.facts);
  return { permissions, sight };
}

/** Roles that a relation gives are few; where one might count here, the rows do not tell all. */
function permissionsOf(index: AccessIndex, ask: Ask, scope: Scope): PermissionWay[] {
  const shared = ask.object === undefined ? [] : [...index.organization.shared, ...ask.object.shared];
  if (shared.some(({ grants }) => has(grants, ask.permission))) return permissionWays(scope, ask.permission);
  return holdersOf(index, ask).flatMap(({ role, through }) => {
    const byMembership = { autoShare: undefined, when: always, holds: 'true' } as const;
    return [{ ...grantedBy(role, ask), ...byMembership, through: groupThrough(index, ask, through) }];
  });
}

/** Undefined where it is the principal itself. */
function groupThrough({ people }: AccessIndex, { principal }: Ask, through: number): PermissionWay['through'] {
  return through === principal ? undefined : groupAt(people, through);
}

const admin = permissionNamed('ADMIN');

function grantedBy(role: Role, { permission }: Ask): Pick<PermissionWay, 'permission' | 'role' | 'grant' | 'byAdmin'> {
  const byAdmin = !has(role.permissions, permission);
  const granted = byAdmin && admin !== undefined ? admin : permission;
  const grant = role.grants.find(({ permissions }) => permissions.includes(granted));
  return { permission, role, grant, byAdmin };
}

function scopeOf(index: AccessIndex, ask: Ask, principal: Principal): Scope {
  const { model, today } = index;
  const facts = ask.object === undefined ? undefined : factsOf(index, ask, ask.object);
  return { model, actor: actorOf(model, principal), facts, given: true, today };
}
