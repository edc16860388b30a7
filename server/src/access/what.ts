// `what can … do`: every permission of a principal at a place, with the records for which it is held.

import { has } from '../catalogue/permission-set.ts';
import { permissions } from '../catalogue/permissions.ts';
import { printFormula } from '../condition/print.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { BoundPlace, BoundWhat } from '../model/question.ts';
import { actorOf, isActive } from './actor.ts';
import type { Answer, ListEntry } from './answer.ts';
import { decide } from './decide.ts';
import type { Asked } from './grounds.ts';
import { grantsAdmin } from './permission-ways.ts';
import type { Scope } from './question-scope.ts';
import { rolesAt } from './question-scope.ts';
import { permissionText, shortest, sightText } from './reason.ts';

export function whatCan(model: Model, question: BoundWhat, today: number): Answer {
  const { principal, place } = question;
  const entries = permissionsAt(model, { principal, permissions: [], place, today });
  const name = principalPath(principal);
  if (!isActive(principal)) return { kind: 'list', entries: [], reason: `nothing: \`${name}\` is inactive` };
  const always = entries.filter((entry) => entry.when === undefined).length;
  const reason =
    entries.length === 0 ? 'nothing' : `${entries.length} permissions, ${always} of them without condition`;
  return { kind: 'list', entries, reason };
}

/** The permissions that can be asked for there at all: an object has no place for what only an organization grants. */
function candidates(place: BoundPlace, scope: Scope): typeof permissions {
  const roles = rolesAt(scope.model, scope.facts?.object);
  const scopeName = place.kind === 'organization' ? 'organization' : 'object';
  return permissions.filter(
    (permission) =>
      permission.scopes.includes(scopeName) &&
      roles.some((role) => has(role.permissions, permission) || grantsAdmin(role)),
  );
}

/** One entry for each permission that is held for some record, in catalogue order. */
export function permissionsAt(model: Model, asked: Asked): ListEntry[] {
  const facts = asked.place.kind === 'object' ? asked.place.facts : undefined;
  const scope: Scope = { model, actor: actorOf(model, asked.principal), facts, given: false, today: asked.today };
  return candidates(asked.place, scope).flatMap((permission): ListEntry[] => {
    const decision = decide(model, { ...asked, permissions: [permission] });
    if (decision.outcome === 'refused' || decision.outcome === 'unknown') return [];
    const way = shortest(decision.permissions);
    const sight = shortest(decision.sight);
    const always = decision.outcome === 'allowed';
    const words = [way === undefined ? '' : permissionText(way), sight === undefined ? '' : sightText(sight)];
    return [
      {
        name: permission.constant,
        principal: undefined,
        permission,
        when: always ? undefined : decision.when,
        whenText: always ? undefined : printFormula(decision.when),
        origin: [...new Set(words.filter((word) => word !== ''))].join('; '),
        place: way?.grant?.origin ?? way?.role.origin,
      },
    ];
  });
}
