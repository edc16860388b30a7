// A grant of what the role, or everybody who holds it, has already.
import { inForce } from '../access/question-scope.ts';
import {
  emptySet,
  intersection,
  isEmpty,
  isSubset,
  overlaps,
  type PermissionSet,
  setOf,
  union,
} from '../catalogue/permission-set.ts';
import type { Model } from '../model/model.ts';
import type { Group, Principal, Role, RoleGrant } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { notesOn } from '../text/notes.ts';
import { removeDeclaration, removeElement } from './edits/fix.ts';
import type { Fix } from './finding.ts';
import { accountsWith, holdersOf, isHeldFirmly, reachOf, rolesBeside } from './holders.ts';
import { canAct } from './people.ts';
import { quoted } from './quoted.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const redundantGrant: Rule = byObject(
  {
    id: 'redundant-grant',
    severity: 'warning',
    category: 'Without effect',
    title: 'a grant that another one of the role includes, or that every holder has by another role',
  },
  {
    ground: (context) => checkRoles(context, context.model.roles.values()),
    object: (context, object) => checkRoles(context, object.roles.values()),
    beside: (_, role, granted) => overlaps(role.permissions, granted),
  },
);

/** Of one place: a grant of an object makes none of the organization redundant, nor one of another object. */
function checkRoles(context: RuleContext, all: Iterable<Role>): Report[] {
  const left = new Map<Role, PermissionSet>();
  const roles = [...all].filter((role) => !role.managed && role.sound && inForce(role, context.today));
  // The later of two roles that grant the same gives way; what goes there makes nothing else redundant.
  return roles.reverse().flatMap((role) => checkRole(context, role, left));
}

/** `left` is what roles grant without their redundant grants, where they have such. */
function checkRole(context: RuleContext, role: Role, left: Map<Role, PermissionSet>): Report[] {
  const inside = grantsInside(role);
  const others = role.grants.filter((grant) => !inside.some((each) => each.grant === grant));
  const outside = heldAnyway(context, role, { grants: others, left });
  if (outside.length > 0) {
    const kept = others.filter((grant) => !outside.some((each) => each.grant === grant));
    left.set(role, setOf(kept.flatMap(({ permissions }) => permissions)));
  }
  const isWhole = outside.length > 1 && outside.length === others.length;
  return [
    ...inside.map(({ grant, by }) => reportInside(context, grant, by)),
    ...(isWhole
      ? reportWhole(context, role, [...new Set(outside.flatMap(({ by }) => by))])
      : outside.map(({ grant, by }) => reportOutside(context, role, grant, by))),
  ];
}

interface Inside {
  readonly grant: RoleGrant;
  readonly by: RoleGrant;
}

const insideOf = notesOn<Role, readonly Inside[]>();

/** Grants with another one of the role that has all that they grant: of two that grant the same, the first. */
function grantsInside(role: Role): readonly Inside[] {
  const known = insideOf.get(role) ?? findInside(role);
  insideOf.set(role, known);
  return known;
}

function findInside({ grants }: Role): readonly Inside[] {
  const reaches = grants.map(({ permissions }) => reachOf(setOf(permissions)));
  return grants.flatMap((grant, i): Inside[] => {
    const own = reaches[i];
    if (own === undefined || isEmpty(own)) return [];
    const at = reaches.findIndex((reach, j) => j !== i && isSubset(own, reach) && (j < i || !isSubset(reach, own)));
    const by = grants[at];
    return by === undefined ? [] : [{ grant, by }];
  });
}

interface Candidates {
  readonly grants: readonly RoleGrant[];
  readonly left: ReadonlyMap<Role, PermissionSet>;
}

/**
 * The grants of which every holder has all that they grant by other roles, with those roles. That somebody is an
 * administrator makes no other role of theirs superfluous.
 */
function heldAnyway(
  { model, today }: RuleContext,
  role: Role,
  { grants, left }: Candidates,
): { readonly grant: RoleGrant; readonly by: readonly Role[] }[] {
  // Whoever comes to it by a record is no member whose other roles could be looked at.
  const holders = role.autoShare.size > 0 ? [] : holdersOf(model, role);
  const granted = (other: Role) => left.get(other) ?? other.permissions;
  const alike = (other: Role) => other.sound && overlaps(granted(other), role.permissions);
  const beside = holders.length === 0 ? [] : rolesBeside(model, role, today).filter(alike);
  let held = beside.length === 0 ? emptySet() : role.permissions;
  for (const holder of holders) {
    if (isEmpty(held)) return [];
    const own = beside.filter((other) => isHeldAlike(model, other, holder));
    held = intersection(held, own.map(granted).reduce(union, emptySet()));
  }
  return grants.flatMap((grant) => {
    const own = setOf(grant.permissions);
    if (isEmpty(own) || !isSubset(own, held)) return [];
    const gives = (other: Role) => overlaps(own, granted(other));
    const isOfSome = (other: Role) => holders.some((holder) => isHeldAlike(model, other, holder));
    return [{ grant, by: beside.filter((other) => gives(other) && isOfSome(other)) }];
  });
}

/**
 * True where the holder has the other role by name or by a group that somebody keeps. What everybody has is a floor: a
 * role of a few that says it again is whole in itself, and stays so when the floor is taken away.
 */
function isHeldAlike(model: Model, role: Role, holder: Principal): boolean {
  if (holder.kind !== 'user') return isHeldFirmly(model, role, holder);
  const groups = model.groupsOf.get(holder);
  return role.members.some(
    ({ member }) =>
      member === holder || (member.kind === 'group' && !fillsItself(member) && groups?.has(member) === true),
  );
}

function fillsItself({ system, domain }: Group): boolean {
  return system !== undefined || domain !== undefined;
}

function reportInside(context: RuleContext, grant: RoleGrant, by: RoleGrant): Report {
  const [place, includes] = [context.place(grant.origin), context.place(by.origin)];
  const message = `${quoted(context, includes, 'another grant of the role')} includes ${quoted(context, place, 'this')}`;
  const fixes = () => removeGrant(context, grant, true);
  return { place, message, related: [{ place: includes, message: 'it is granted here' }], fixes };
}

function reportOutside(context: RuleContext, role: Role, grant: RoleGrant, by: readonly Role[]): Report {
  const place = context.place(grant.origin);
  const message = `everybody who holds \`${role.name}\` has ${quoted(context, place, 'this')} already, by ${namesOf(by)}`;
  const fixes = () => removeGrant(context, grant, isHeldByAll(role));
  return { place, message, related: whereGranted(context, by), fixes };
}

/** A role that comes to nothing is one finding, however much it grants. */
function reportWhole(context: RuleContext, role: Role, by: readonly Role[]): Report[] {
  const { name, origin } = role;
  if (origin === undefined) return [];
  const message = `everybody who holds \`${name}\` has all that it grants already, by ${namesOf(by)}`;
  // Where accounts name it, it cannot just go.
  const isNamed = accountsWith(context.model, role).length > 0;
  const options = { safe: isHeldByAll(role) };
  const fixes = () => (isNamed ? [] : removeDeclaration(context, `Remove the role \`${name}\``, origin, options));
  return [{ place: context.place(origin), message, related: whereGranted(context, by), fixes }];
}

function namesOf(roles: readonly Role[]): string {
  const names = roles.map(({ name, object }) =>
    object === undefined ? `\`${name}\` of the organization` : `\`${name}\``,
  );
  return listWords(names, 'and');
}

function whereGranted({ place }: RuleContext, roles: readonly Role[]): NonNullable<Report['related']> {
  return roles.flatMap(({ name, origin }) =>
    origin === undefined ? [] : [{ place: place(origin), message: `\`${name}\` grants it to them` }],
  );
}

/** Of a group that is empty today nobody holds anything, and whoever joins it would. */
function isHeldByAll({ members }: Role): boolean {
  return members.every(({ member }) => canAct(member));
}

function removeGrant(context: RuleContext, { origin }: RoleGrant, safe: boolean): Fix[] {
  return removeElement(context, `Remove ${quoted(context, context.place(origin), 'the grant')}`, origin, { safe });
}
