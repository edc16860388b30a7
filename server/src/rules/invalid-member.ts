// A member of a kind that the list does not take.
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { Group, Principal, Role, ServiceAccount } from '../model/symbols.ts';
import { writeName } from '../syntax/keywords.ts';
import { elementRemoval, fixOf, removeElement } from './edits/fix.ts';
import { principalNameIn, roleNameIn } from './edits/names.ts';
import { addToList } from './edits/properties.ts';
import { nodeAround, removeNode } from './edits/remove.ts';
import { changeTo, replacement } from './edits/replace.ts';
import { listAround, objectAround } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { activeMembers } from './people.ts';
import { allRoles } from './roles.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const invalidMember = fromModel(
  {
    id: 'invalid-member',
    severity: 'error',
    category: 'Broken policy',
    title: 'a member of a kind that the list does not take',
  },
  mend,
);

const asAlternative = { preferred: false };
/** More names in the place of one nobody would want to read. */
const mostMembers = 20;
const mostChoices = 3;

function mend(context: RuleContext, { origin, about }: Problem): readonly Fix[] {
  const list = nodeAround(origin, ['members', 'roles', 'usable by', 'built by', 'domain']);
  if (list?.kind === 'domain') return chooseMembers(context, origin, list);
  if (about === undefined || !isPrincipal(about) || list === undefined) return [];
  if (list.kind === 'built by') return about.kind === 'group' ? chooseBuilder(context, origin, about) : [];
  const fixes =
    list.kind === 'members' ? mendMembers(context, origin, about) : mendRoles(context, { origin, list }, about);
  const title = `Remove \`${about.name}\` from \`${list.kind}\``;
  return [...fixes, ...removeElement(context, title, origin, { preferred: fixes.length === 0 })];
}

function isPrincipal(symbol: NonNullable<Problem['about']>): symbol is Principal {
  return symbol.kind === 'user' || symbol.kind === 'group' || symbol.kind === 'service account';
}

/** A group that is in another is its members; an account that is in a role takes the role itself. */
function mendMembers(context: RuleContext, origin: Origin, member: Principal): Fix[] {
  if (member.kind === 'group') return spellOut(context, origin, member);
  const role = roleAround(context.model, origin);
  return member.kind === 'service account' && role !== undefined ? takeRole(context, origin, member, role) : [];
}

function spellOut(context: RuleContext, origin: Origin, group: Group): Fix[] {
  const written = listAround(context, origin);
  if (written === undefined || group.system !== undefined || group.domain !== undefined) return [];
  const { source, list } = written;
  const named = new Set(list.elements.map(({ start, end }) => source.text.slice(start, end)));
  const names = [...group.members].map(({ name }) => writeName(name)).filter((name) => !named.has(name));
  if (names.length === 0 || names.length > mostMembers) return [];
  const edits = replacement(context, origin, origin.span, names.join(', '));
  return fixOf(context, `Name the members of \`${group.name}\` instead`, edits);
}

/** The role that the list is of. */
function roleAround(model: Model, origin: Origin): Role | undefined {
  const name = nodeAround(origin, ['role'])?.name?.text ?? '';
  const isOfObject = origin.unit.declaration?.kind === 'object';
  return (isOfObject ? objectAround(model, origin)?.roles : model.roles)?.get(name);
}

function takeRole(context: RuleContext, origin: Origin, account: ServiceAccount, role: Role): Fix[] {
  const has = account.roles.some((each) => each.role === role);
  const name = roleNameIn(role, account.object);
  if (has || account.origin === undefined) return [];
  const added = addToList(context, account.origin, 'roles', name);
  const gone = elementRemoval(context, origin);
  if (added.length === 0 || gone.length === 0) return [];
  const title = `Name \`${role.name}\` in the \`roles\` of \`${account.name}\` instead`;
  return fixOf(context, title, [...added, ...gone]);
}

interface InList {
  readonly origin: Origin;
  readonly list: { readonly kind: string };
}

/** Somebody in `roles` has the role that is meant, or may use the account. */
function mendRoles(context: RuleContext, { origin, list }: InList, person: Principal): Fix[] {
  const account = list.kind === 'roles' ? accountAround(context.model, origin) : undefined;
  if (account?.origin === undefined || person.kind === 'service account') return [];
  const { object } = account;
  const isTheirs = (role: Role) =>
    !role.managed &&
    role.members.some(({ member }) => member === person) &&
    account.roles.every((r) => r.role !== role);
  const theirs = allRoles(context.model).filter((role) => isTheirs(role) && (role.object ?? object) === object);
  const roles = theirs.slice(0, mostChoices - 1).flatMap((role) => {
    const name = roleNameIn(role, object);
    return changeTo(context, origin, name, asAlternative);
  });
  return [...roles, ...moveToUsable(context, origin, { account, person })];
}

function accountAround(model: Model, origin: Origin): ServiceAccount | undefined {
  return objectAround(model, origin)?.accounts.get(nodeAround(origin, ['service account'])?.name?.text ?? '');
}

function moveToUsable(
  context: RuleContext,
  origin: Origin,
  { account, person }: { readonly account: ServiceAccount; readonly person: Principal },
): Fix[] {
  const title = `Name \`${person.name}\` in \`usable by\` instead`;
  const name = principalNameIn(person, account.object);
  const written = listAround(context, origin);
  if (written === undefined || account.origin === undefined) return [];
  const isAlone = written.list.elements.length === 1;
  if (isAlone && account.usableBy.length === 0 && account.usableSound) {
    const span = nodeAround(origin, ['roles'])?.span;
    return span === undefined
      ? []
      : fixOf(context, title, replacement(context, origin, span, `usable by ${name}`), asAlternative);
  }
  const isNamed = account.usableBy.some(({ subject }) => subject === person);
  const added = isNamed ? [] : addToList(context, account.origin, 'usable by', name);
  return added.length === 0 ? [] : fixOf(context, title, [...added, ...elementRemoval(context, origin)], asAlternative);
}

function chooseBuilder(context: RuleContext, origin: Origin, group: Group): Fix[] {
  const members = [...activeMembers(group)];
  const options = { preferred: members.length === 1 };
  return members.slice(0, mostChoices).flatMap(({ name }) => changeTo(context, origin, writeName(name), options));
}

/** Of a group that has both. */
function chooseMembers(context: RuleContext, origin: Origin, domain: { readonly span: Origin['span'] }): Fix[] {
  const members = nodeAround(origin, ['group'])?.items.find((item) => item.kind === 'members');
  const keep = removeNode(context, 'Remove `domain`', { origin, node: domain }, asAlternative);
  if (members === undefined) return keep;
  return [...keep, ...removeNode(context, 'Remove `members`', { origin, node: members }, asAlternative)];
}
