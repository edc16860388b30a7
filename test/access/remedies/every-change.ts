// Every single change of the kinds that remedies know, useful or not.
import { rolesAt } from '../../../server/src/access/question-scope.ts';
import type { Change, Wish } from '../../../server/src/access/remedies/types.ts';
import { permission as permissionNamed } from '../../../server/src/catalogue/permissions.ts';
import type { Model } from '../../../server/src/model/model.ts';
import type { Role } from '../../../server/src/model/symbols.ts';
import type { RelationKind } from '../../../server/src/syntax/ast-value.ts';

const kinds: readonly RelationKind[] = ['watch', 'mention', 'share', 'assign', 'approval'];

export function everyChange(model: Model, wish: Wish): Change[] {
  const { principal } = wish;
  const changes: Change[] = [];
  if (principal.kind !== 'group' && principal.inactive) changes.push({ kind: 'activate', who: principal });
  if (principal.kind === 'user')
    for (const group of model.groups.values())
      if (group.system === undefined && group.domain === undefined && !group.members.has(principal))
        changes.push({ kind: 'join-group', user: principal, group });
  const object = wish.kind === 'can' && wish.place.kind === 'object' ? wish.place.object : undefined;
  if (wish.kind !== 'use') for (const role of rolesAt(model, object)) changes.push(...ofRole(wish, role));
  if (wish.kind === 'can') changes.push(...ofSight(wish));
  if (wish.kind === 'use') {
    if (wish.account.inactive && wish.account !== principal) changes.push({ kind: 'activate', who: wish.account });
    if (principal.kind !== 'service account')
      changes.push({ kind: 'make-usable', account: wish.account, subject: principal });
  }
  if (wish.kind === 'invite') changes.push({ kind: 'widen-invites', invites: 'any-domain', domain: undefined });
  return changes;
}

function ofRole(wish: Wish, role: Role): Change[] {
  const { principal, today } = wish;
  const place = role.object === undefined ? 'organization' : 'object';
  const create = permissionNamed('CREATE_ORGANIZATION_USERS');
  const asked = wish.kind === 'can' ? wish.permissions : create === undefined ? [] : [create];
  const permissions = asked.filter((each) => each.scopes.includes(place) && each.constant !== 'ADMIN');
  const changes: Change[] = [];
  const isMember = role.members.some(({ member }) => member === principal);
  const isNamed = principal.kind === 'service account' && principal.roles.some((each) => each.role === role);
  if (!isMember && !isNamed) changes.push({ kind: 'add-to-role', principal, role });
  const fresh = permissions.filter((each) => !role.grants.some((grant) => grant.permissions.includes(each)));
  if (!role.managed && fresh.length > 0) changes.push({ kind: 'grant-in-role', role, permissions: fresh });
  if (role.expires !== undefined && role.expires < today) changes.push({ kind: 'extend-expiry', role, until: today });
  return changes;
}

function ofSight({ principal, place }: Extract<Wish, { kind: 'can' }>): Change[] {
  if (place.kind !== 'object') return [];
  const { object, facts, given, when } = place;
  const named = object.policies.flatMap((policy): Change[] => {
    const isNamed = policy.to.some(({ subject }) => subject === principal);
    return policy.isDefault || isNamed ? [] : [{ kind: 'name-in-policy', principal, policy }];
  });
  // Where a field says who is assigned, it is the field that is changed.
  const isField = [...object.fields.values()].some(({ assignee }) => assignee);
  const related = kinds.flatMap((relation): Change[] => {
    if (relation === 'assign' && isField) return [];
    const isRelated = facts.relations.get(relation)?.has(principal) === true;
    return given && !isRelated ? [{ kind: 'relate', facts, relation, principal }] : [];
  });
  return [...named, { kind: 'new-policy', principal, object, when }, ...related];
}
