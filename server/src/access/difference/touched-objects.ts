// Whom objects that differ reach: those for whom a policy is, and everybody where the object itself or its sharing differs.
import type { Field, ObjectSymbol, Policy, Principal, Role } from '../../model/symbols.ts';
import { inForce } from '../question-scope.ts';
import { sameField, sameFormula } from './same-formula.ts';
import { standIns } from './stand-ins.ts';
import { onlyOne, reach, reachEveryone, reachRelations, type Touch } from './touch.ts';
import { sameWords } from './touched-roles.ts';

export function touchObjects(touch: Touch): void {
  for (const pair of touch.twins.objects.pairs) {
    const home = pair.before ?? pair.after;
    const { before, after } = pair;
    if (home === undefined || before === after) continue;
    if (before === undefined || after === undefined) reachEveryone(touch, home);
    const shares = [before?.recordShares ?? new Set(), after?.recordShares ?? new Set()] as const;
    if (!sameWords(...shares)) reachRelations(touch, home);
    if (before === undefined || after === undefined) continue;
    if (!sameAssignees(touch, before, after) || !sameStandIns(touch, before, after)) reachEveryone(touch, home);
    touchPolicies(touch, home, [before.policies, after.policies]);
  }
}

/** The fields that say who is assigned. */
function sameAssignees({ twins }: Touch, before: ObjectSymbol, after: ObjectSymbol): boolean {
  const of = (object: ObjectSymbol) => [...object.fields.values()].filter((field) => field.assignee);
  const has = (fields: readonly Field[], field: Field) => fields.some((other) => sameField(twins, field, other));
  const [one, other] = [of(before), of(after)];
  return one.length === other.length && one.every((field) => has(other, field));
}

/**
 * Policies have no name that counts: what one side has and the other has not reaches whom it is for. Of two that open the
 * same to others it is those that only one names.
 */
function touchPolicies(
  touch: Touch,
  home: ObjectSymbol,
  [before, after]: readonly [readonly Policy[], readonly Policy[]],
): void {
  const left = [...after];
  const take = (is: (other: Policy) => boolean): Policy | undefined => {
    const at = left.findIndex(is);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const differing = before.filter((policy) => take((other) => samePolicy(touch, policy, other)) === undefined);
  for (const policy of differing) {
    const other = take((each) => sameCondition(touch, policy, each));
    const subjects = subjectsOf(policy);
    reachAll(touch, home, other === undefined ? subjects : onlyOne(touch, subjects, subjectsOf(other)));
  }
  for (const policy of left) reachAll(touch, home, subjectsOf(policy));
}

/** A policy with an error in it opens nothing to anybody. */
function subjectsOf(policy: Policy): Principal[] {
  return policy.when === undefined ? [] : policy.to.map(({ subject }) => subject);
}

function reachAll(touch: Touch, home: ObjectSymbol, principals: readonly Principal[]): void {
  for (const principal of principals) reach(touch, principal, home);
}

function sameCondition(touch: Touch, before: Policy, after: Policy): boolean {
  if (before.when === undefined || after.when === undefined) return before.when === after.when;
  return sameFormula(before.when, after.when, touch);
}

function samePolicy(touch: Touch, before: Policy, after: Policy): boolean {
  return sameCondition(touch, before, after) && onlyOne(touch, subjectsOf(before), subjectsOf(after)).length === 0;
}

/** Whom declared records give a role of the whole object, where the settings let them. */
function sameStandIns(touch: Touch, before: ObjectSymbol, after: ObjectSymbol): boolean {
  const { twins, today } = touch;
  const reaches = (model: Touch['twins']['before']) => model.semantics.autoShareReach === 'object';
  if (!reaches(twins.before) && !reaches(twins.after)) return true;
  const key = (role: Role) => `${role.object === undefined ? 'organization' : 'object'} ${role.name}`;
  const of = (model: Touch['twins']['before'], object: ObjectSymbol) =>
    new Map(
      [...model.roles.values(), ...object.roles.values()]
        .filter((role) => role.autoShare.size > 0 && inForce(role, today))
        .map((role) => [key(role), [...standIns(model, object, role)]] as const),
    );
  const [one, other] = [of(twins.before, before), of(twins.after, after)];
  if (one.size !== other.size) return false;
  return [...one].every(([name, who]) => onlyOne(touch, who, other.get(name) ?? []).length === 0);
}
