// `what can … do`: every permission of a principal at a place, with the records for which it is held.

import { has } from '../catalogue/permission-set.ts';
import { permissions } from '../catalogue/permissions.ts';
import { printFormula } from '../condition/print.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { BoundPlace, BoundWhat } from '../model/question.ts';
import { isActive } from './actor.ts';
import type { Answer, ListEntry } from './answer.ts';
import { decide } from './decide.ts';
import type { Asked } from './grounds.ts';
import { grantsAdmin } from './permission-ways.ts';
import { rolesAt } from './question-scope.ts';
import { originOf } from './reason.ts';

export function whatCan(model: Model, question: BoundWhat, today: number): Answer {
  const { principal, place } = question;
  const entries = permissionsAt(model, { principal, permissions: [], place, today });
  const always = entries.filter((entry) => entry.when === undefined).length;
  const some = `${entries.length} permissions, ${always} of them without condition`;
  const none = isActive(principal) ? 'nothing' : `nothing: \`${principalPath(principal)}\` is inactive`;
  return { kind: 'list', entries, reason: entries.length === 0 ? none : some };
}

/** The permissions that can be asked for there at all: an object has no place for what only an organization grants. */
function candidates(model: Model, place: BoundPlace): typeof permissions {
  const roles = rolesAt(model, place.kind === 'organization' ? undefined : place.object);
  return permissions.filter(
    (permission) =>
      permission.scopes.includes(place.kind) &&
      roles.some((role) => has(role.permissions, permission) || grantsAdmin(role)),
  );
}

/** One entry for each permission that is held for some record, in catalogue order. */
export function permissionsAt(model: Model, asked: Asked): ListEntry[] {
  return candidates(model, asked.place).flatMap((permission): ListEntry[] => {
    const decision = decide(model, { ...asked, permissions: [permission] });
    if (decision.outcome === 'refused' || decision.outcome === 'unknown') return [];
    const always = decision.outcome === 'allowed';
    return [
      {
        name: permission.constant,
        principal: undefined,
        permission,
        when: always ? undefined : decision.when,
        whenText: always ? undefined : printFormula(decision.when),
        ...originOf(decision.permissions, decision.sight),
      },
    ];
  });
}
