// The ways to a permission and to the sight of a record, and what is missing where there is none.

import type { Decision, PermissionWay, SightWay } from '../access/answer.ts';
import { grantsAdmin } from '../access/permission-ways.ts';
import { rolesAt, type Scope, sceneOf } from '../access/question-scope.ts';
import { has } from '../catalogue/permission-set.ts';
import type { Permission } from '../catalogue/types.ts';
import type { ObjectSymbol, Policy, Principal, Role } from '../model/symbols.ts';
import { formatDay } from '../text/calendar.ts';
import { explainCondition } from './explain-condition.ts';
import { type Explanation, judged, line, type State } from './explain-tree.ts';
import { join, type Phrase, phrase, words } from './phrase.ts';
import { recordWith } from './written.ts';

const maxHints = 5;

/** Whether a permission is held: every way to it; without one, the roles that would grant it. */
export function explainPermission(scope: Scope, permission: Permission, decision: Decision): Explanation {
  const ways = decision.permissions.filter((way) => way.permission === permission);
  const state = best(ways.map((way) => way.holds));
  const written = scope.facts?.object.origin;
  if (ways.length > 0) {
    return judged(state, grantedText(permission, state), {
      written,
      children: inOrder(ways).map((way) => explainPermissionWay(scope, way)),
      join: 'any',
    });
  }
  // A managed role that nobody wrote has no members: it is no help to name it.
  const roles = rolesAt(scope.model, scope.facts?.object).filter(
    (role) => role.origin !== undefined && (has(role.permissions, permission) || grantsAdmin(role)),
  );
  const hints = roles.slice(0, maxHints).map((role) => roleHint(scope, role));
  if (roles.length > maxHints) hints.push(line(words(`and ${roles.length - maxHints} more roles`)));
  const missing = phrase`no role of ${scope.actor.principal.name} grants ${permission.constant} here`;
  return judged('false', missing, { written, children: hints });
}

function grantedText({ constant }: Permission, state: State): Phrase {
  if (state === 'true') return phrase`${constant} is granted`;
  return state === 'false' ? phrase`${constant} is not granted` : phrase`whether ${constant} is granted depends on it`;
}

function explainPermissionWay(scope: Scope, way: PermissionWay): Explanation {
  const { role, through, byAdmin, autoShare } = way;
  const text: Phrase = [
    ...roleText(role),
    ...(byAdmin ? phrase` (${'ADMIN'})` : []),
    ...throughText(through),
    ...(autoShare === undefined ? [] : phrase`, by auto-share on ${autoShare}`),
  ];
  const children = explainCondition(way.when, sceneOf(scope));
  return judged(way.holds, text, { origin: way.grant?.origin ?? role.origin, children });
}

/** A role by its kind, name and object. */
export function roleText(role: Role): Phrase {
  const name = role.managed ? phrase`managed role ${role.name}` : phrase`role ${role.name}`;
  return role.object === undefined ? name : [...name, ...phrase` of ${role.object.name}`];
}

function throughText(through: { readonly name: string } | undefined): Phrase {
  return through === undefined ? [] : phrase` through ${through.name}`;
}

function roleHint({ today }: Scope, role: Role): Explanation {
  const members = role.members.slice(0, 3).map(({ member }) => phrase`${member.name}`);
  const more = role.members.length > 3 ? [` and ${role.members.length - 3} more`] : [];
  const held =
    members.length === 0 ? words('has no members') : [...words('its members are '), ...join(members), ...more];
  const expired = role.expires !== undefined && role.expires < today ? [`, expired on ${formatDay(role.expires)}`] : [];
  return { ...line([...roleText(role), ' would; ', ...held, ...expired]), origin: role.origin };
}

/** Whether the record is in sight: every way to it; without one that holds, the policies that are for others. */
export function explainSight(scope: Scope, object: ObjectSymbol, decision: Decision): Explanation {
  const state = best(decision.sight.map((way) => way.holds));
  const ways = inOrder(decision.sight).map((way) => explainSightWay(scope, way));
  const named = new Set(decision.sight.flatMap((way) => (way.by === 'policy' ? [way.policy] : [])));
  const others = state === 'true' ? [] : object.policies.filter((policy) => !named.has(policy));
  const children = [...ways, ...others.slice(0, maxHints).map((policy) => policyHint(policy, scope.actor.principal))];
  if (others.length > maxHints) children.push(line(words(`and ${others.length - maxHints} more policies for others`)));
  if (children.length === 0) children.push(line(phrase`${object.name} has no policy`));
  const texts: Readonly<Record<State, string>> = {
    true: 'the record is in sight',
    false: 'the record is not in sight',
    unknown: 'whether the record is in sight depends on it',
  };
  return judged(state, words(texts[state]), { written: object.origin, children, join: 'any' });
}

function explainSightWay(scope: Scope, way: SightWay): Explanation {
  const children = explainCondition(way.when, sceneOf(scope));
  const through = throughText(way.through);
  switch (way.by) {
    case 'admin':
      return judged(way.holds, [...roleText(way.role), ...phrase` (${'ADMIN'})`, ...through], {
        origin: way.role.origin,
      });
    case 'policy':
      return judged(way.holds, [...policyName(way.policy), ...through], { origin: way.policy.origin, children });
    case 'share':
      return judged(way.holds, [...words('the record is shared with it'), ...through], {
        written: scope.facts && (recordWith(scope.model, scope.facts) ?? scope.facts.object).origin,
        children,
      });
    case 'auto-share':
      return judged(way.holds, [...phrase`shared by auto-share on ${way.word}`, ...through], {
        written: scope.facts?.object.origin,
        children,
      });
  }
}

function policyName(policy: Policy): Phrase {
  return policy.isDefault ? words('the default policy') : phrase`policy ${policy.name}`;
}

function policyHint(policy: Policy, principal: Principal): Explanation {
  if (policy.when === undefined)
    return { ...judged('false', [...policyName(policy), ' has an error and opens nothing']), origin: policy.origin };
  const to = policy.to.slice(0, 3).map(({ subject }) => phrase`${subject.name}`);
  const whom = to.length === 0 ? words('nobody') : join(to);
  const text = [...policyName(policy), ' is for ', ...whom, ...phrase`, not for ${principal.name}`];
  return judged('false', text, { origin: policy.origin });
}

/** What holds first, and of that the shortest way. */
function inOrder<W extends { readonly holds: State; readonly through: unknown }>(ways: readonly W[]): readonly W[] {
  const order: readonly State[] = ['true', 'unknown', 'false'];
  const cost = (way: W) =>
    order.indexOf(way.holds) * 10 +
    (way.through === undefined ? 0 : 1) +
    ('byAdmin' in way && way.byAdmin ? 1 : 0) +
    ('autoShare' in way && way.autoShare !== undefined ? 2 : 0);
  return ways.toSorted((a, b) => cost(a) - cost(b));
}

function best(states: readonly State[]): State {
  if (states.includes('true')) return 'true';
  return states.includes('unknown') ? 'unknown' : 'false';
}
