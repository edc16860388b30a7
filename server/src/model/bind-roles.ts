// Second pass over roles: members, grants, auto-share and expiry. The sound parts of a role count, the unsound do not.
import { addSet, newBuilder, setOf } from '../catalogue/permission-set.ts';
import { levelCap, levelGrants, levelIncludes, permission, permissionGroup } from '../catalogue/permissions.ts';
import { suggestPermissionGroups, suggestPermissions } from '../catalogue/suggest-permissions.ts';
import type { Permission, PlaceKind } from '../catalogue/types.ts';
import type { Expires, Grant, LevelGrant, PermissionGrant, RoleDecl } from '../syntax/ast.ts';
import type { Name, Ref } from '../syntax/ast-value.ts';
import { writeName } from '../syntax/keywords.ts';
import { parseDate } from '../text/calendar.ts';
import {
  findItem,
  hasProblem,
  holesBehind,
  keywordSpan,
  type ObjectDraft,
  onceEach,
  originOf,
  type RoleDraft,
  report,
  type Site,
  speaksOf,
  unknown,
  withTaint,
} from './draft.ts';
import { resolvePrincipal } from './lookup.ts';
import { instead } from './near.ts';
import type { AutoShareWord, RoleGrant } from './symbols.ts';

const roleWords: readonly AutoShareWord[] = ['watch', 'assign', 'mention', 'share', 'approval'];
const recordWords: readonly AutoShareWord[] = ['watch', 'assign', 'group-assign', 'mention', 'approval'];

export function autoShareWordsOf(what: 'role' | 'records'): readonly AutoShareWord[] {
  return what === 'role' ? roleWords : recordWords;
}

export function bindRole(outer: Site, declaration: RoleDecl, role: RoleDraft): void {
  role.sound = declaration.closed && !hasProblem(outer, declaration.span);
  const site = withTaint(outer, () => {
    role.sound = false;
    outer.taint();
  });
  const items = onceEach(site, declaration.items);
  const members = findItem(items, 'members');
  if (members !== undefined) bindMembers(site, role, members.refs);
  if (site.unit.displaced && role.object === undefined) displace(site, role);
  if (role.managed) {
    for (const item of items) {
      if (item.kind === 'members') continue;
      const message = `\`${role.name}\` is a managed role: it has members only, no \`${item.kind}\``;
      report(site, 'managed-role-fixed', keywordSpan(item), message);
    }
    return;
  }
  role.description = findItem(items, 'description')?.text?.text;
  const place: PlaceKind = role.object === undefined ? 'organization' : 'object';
  role.grants = (findItem(items, 'grants')?.grants ?? []).flatMap((grant) => bindGrant(site, grant, place));
  const all = newBuilder();
  for (const grant of role.grants) addSet(all, setOf(grant.permissions));
  role.permissions = all;
  const share = findItem(items, 'auto-share');
  role.autoShare = bindAutoShare(site, share?.complete === true ? share.words : [], 'role');
  const expires = findItem(items, 'expires');
  if (expires !== undefined) bindExpiry(site, role, expires);
  // An `expires` that was lost must not leave a role in force for ever.
  const lost = [...declaration.holes, ...holesBehind(site, declaration)];
  // A role without its closing brace may go on with one, too.
  if (!declaration.closed || lost.some((hole) => hole.hasDate || speaksOf(hole, ['expires'])))
    role.expiryUnsound = true;
}

/** Taken for a role of the organization it would grant everywhere what may be meant for one object. */
function displace(site: Site, role: RoleDraft): void {
  role.expiryUnsound = true;
  site.taint();
}

function bindMembers(site: Site, role: RoleDraft, refs: readonly Ref[]): void {
  for (const ref of refs) {
    const member = resolvePrincipal(site, ref, role.object as ObjectDraft | undefined);
    if (member === undefined) continue;
    const origin = originOf(site, ref.span);
    if (member.kind !== 'service account') role.members.push({ member, origin });
    else {
      const message = `\`${member.name}\` is a service account: it names this role in its own \`roles\``;
      report(site, 'invalid-member', ref.span, { message, about: member });
    }
  }
}

function bindExpiry(site: Site, role: RoleDraft, { date, span }: Expires): void {
  role.expires = date === undefined ? undefined : parseDate(date.text);
  if (role.expires === undefined) role.expiryUnsound = true;
  if (date !== undefined && role.expires === undefined)
    report(site, 'invalid-value', date.span, `\`${date.text}\` is no date of the calendar`);
  else if (date === undefined) site.taint();
  else if (span.end < date.span.end) site.taint();
}

function bindGrant(site: Site, grant: Grant, place: PlaceKind): RoleGrant[] {
  return grant.kind === 'permission' ? bindPermission(site, grant, place) : bindLevel(site, grant, place);
}

/** The permission that a name means; reports an unknown one with what may stand instead. */
export function resolvePermission(site: Site, name: Name): Permission | undefined {
  const found = permission(name.text);
  if (found === undefined) {
    const near = suggestPermissions(name.text).map((each) => each.constant);
    report(site, 'unknown-permission', name.span, { message: unknown('permission', name.text), instead: near });
  }
  return found;
}

function bindPermission(site: Site, grant: PermissionGrant, place: PlaceKind): RoleGrant[] {
  const found = resolvePermission(site, grant.name);
  if (found === undefined) return [];
  if (!found.scopes.includes(place)) {
    const where =
      place === 'object' ? 'only a role of the organization grants it' : 'only a role of an object grants it';
    report(site, 'wrong-scope', grant.span, `\`${found.constant}\` cannot be granted here: ${where}`);
    return [];
  }
  return [{ origin: originOf(site, grant.span), permissions: [found], level: undefined }];
}

function bindLevel(site: Site, grant: LevelGrant, place: PlaceKind): RoleGrant[] {
  const { group: name, level } = grant;
  if (name === undefined || !grant.complete) return [];
  const group = permissionGroup(name.text);
  if (group === undefined) {
    const near = suggestPermissionGroups(name.text).map((each) => writeName(each.name));
    report(site, 'unknown-permission-group', name.span, {
      message: unknown('permission group', name.text),
      instead: near,
    });
    return [];
  }
  const cap = levelCap(group, place);
  const here = place === 'object' ? 'in an object' : 'in the organization';
  if (cap === null) {
    report(
      site,
      'wrong-scope',
      name.span,
      `\`${group.name}\` cannot be granted ${here}: only a role of the organization grants it`,
    );
    return [];
  }
  if (!levelIncludes(cap, level)) {
    const message = `\`${level} on ${writeName(group.name)}\` cannot be granted ${here}: \`${cap}\` is its highest level`;
    report(site, 'wrong-scope', grant.word, { message, instead: [cap] });
    return [];
  }
  const permissions = levelGrants(group, level, place);
  return [{ origin: originOf(site, grant.span), permissions, level: { level, group: group.name } }];
}

export function bindAutoShare(
  site: Site,
  words: readonly Name[],
  what: 'role' | 'records',
): ReadonlySet<AutoShareWord> {
  const known = autoShareWordsOf(what);
  const found = new Set<AutoShareWord>();
  for (const word of words) {
    const match = known.find((each) => each === word.text);
    if (match !== undefined) found.add(match);
    else {
      const message = `unknown auto-share trigger \`${word.text}\`${what === 'role' ? ' of a role' : ' of records'}`;
      report(site, 'unknown-trigger', word.span, { message, instead: instead(word.text, known) });
    }
  }
  return found;
}
