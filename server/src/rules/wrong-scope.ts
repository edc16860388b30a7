// Something where it cannot be granted or declared.
import { levelCap, levelIncludes, permission, permissionGroup } from '../catalogue/permissions.ts';
import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { ObjectSymbol, Role } from '../model/symbols.ts';
import type { Grant, ObjectKind } from '../syntax/ast.ts';
import { writeName } from '../syntax/keywords.ts';
import { addDeclaration } from './edits/declare.ts';
import { elementRemoval, type FileEdits, fixOf, removeElement } from './edits/fix.ts';
import { freeName } from './edits/names.ts';
import { addToList } from './edits/properties.ts';
import { nodeAround, removeNode } from './edits/remove.ts';
import { replacement } from './edits/replace.ts';
import { objectAround, textAt } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const wrongScope = fromModel(
  {
    id: 'wrong-scope',
    severity: 'error',
    category: 'Broken policy',
    title: 'a permission, level, role or item where it cannot stand',
  },
  mend,
);

const asAlternative = { preferred: false };

function mend(context: RuleContext, { origin }: Problem): readonly Fix[] {
  const grant = nodeAround(origin, ['permission', 'level']);
  if (grant === undefined) return mendItem(context, origin);
  const text = textAt(context, { ...origin, span: grant.span });
  const place: Origin = { ...origin, span: grant.span };
  const moved = isOfOrganization(grant) ? move(context, place, text) : [];
  const isLower = grant.kind === 'level' && grant.word.start === origin.span.start;
  const preferred = moved.length === 0 && !isLower;
  return [...moved, ...removeElement(context, `Remove \`${text}\``, place, { preferred })];
}

/** True of what the organization can grant. */
function isOfOrganization(grant: Grant): boolean {
  if (grant.kind === 'permission') return permission(grant.name.text)?.scopes.includes('organization') === true;
  const group = grant.group && permissionGroup(grant.group.text);
  const cap = group === undefined ? null : levelCap(group, 'organization');
  return cap !== null && levelIncludes(cap, grant.level);
}

/** From a role of an object to a role of the organization that the same have, or a new one for them. */
function move(context: RuleContext, grant: Origin, text: string): Fix[] {
  const object = objectAround(context.model, grant);
  const role = object?.roles.get(nodeAround(grant, ['role'])?.name?.text ?? '');
  const removed = elementRemoval(context, grant);
  if (object === undefined || role === undefined || removed.length === 0) return [];
  const same = [...context.model.roles.values()].find((each) => isForTheSame(context, each, role));
  if (same?.origin !== undefined) {
    const added = addToList(context, same.origin, 'grants', text);
    const title = `Move \`${text}\` to the organization's role \`${same.name}\``;
    return added.length === 0 ? [] : fixOf(context, title, [...added, ...removed], asAlternative);
  }
  const name = freeName(`${object.name} ${role.name}`, (each) => context.model.roles.has(each));
  const made = newRole(context, { grant, role, text, name });
  const title = `Move \`${text}\` to a new role \`${name}\` of the organization`;
  return made.length === 0 ? [] : fixOf(context, title, [...made, ...removed], asAlternative);
}

/** A custom role of the organization for the very same people and accounts, as long. */
function isForTheSame({ model }: RuleContext, role: Role, other: Role): boolean {
  const membersOf = ({ members }: Role) => new Set(members.map(({ member }) => member));
  const [own, others] = [membersOf(role), membersOf(other)];
  return (
    !role.managed &&
    role.sound &&
    role.autoShare.size + other.autoShare.size === 0 &&
    role.expires === other.expires &&
    own.size === others.size &&
    [...own].every((each) => others.has(each)) &&
    accountsOf(model.objects.values(), role) === accountsOf(model.objects.values(), other)
  );
}

function accountsOf(objects: Iterable<ObjectSymbol>, role: Role): string {
  const all = [...objects].flatMap((object) => [...object.accounts.values()]);
  const holders = all.filter((account) => account.roles.some((each) => each.role === role));
  return JSON.stringify(holders.map((account) => [account.object.name, account.name]));
}

interface Moved {
  readonly grant: Origin;
  readonly role: Role;
  readonly text: string;
  readonly name: string;
}

/** With the people of the role, and named by the accounts that have that one. */
function newRole(context: RuleContext, { grant, role, text, name }: Moved): FileEdits[] {
  if (role.expiryUnsound) return [];
  const people = [...new Set(role.members.map(({ member }) => writeName(member.name)))];
  const members = people.length === 0 ? '' : `  members ${people.join(', ')}`;
  const expiry = nodeAround(grant, ['role'])?.items.find((item) => item.kind === 'expires');
  const expires = expiry === undefined ? '' : `  ${textAt(context, { ...grant, span: expiry.span })}`;
  const description = `description ${JSON.stringify(`What ${role.name} of ${role.object?.name ?? ''} needs of the organization`)}`;
  const declared = addDeclaration(
    context,
    grant.file,
    'role',
    `role ${writeName(name)} { ${description}${members}  grants ${text}${expires} }`,
  );
  const accounts = [...context.model.objects.values()].flatMap((object) => [...object.accounts.values()]);
  const holders = accounts.filter((account) => account.roles.some((each) => each.role === role));
  const given = holders.flatMap(({ origin }) =>
    origin === undefined ? [] : addToList(context, origin, 'roles', writeName(name)),
  );
  return declared.length === 0 ? [] : [...declared, ...given];
}

/** What an object of its kind has not: it goes, or the object is of the kind that has it all. */
function mendItem(context: RuleContext, origin: Origin): Fix[] {
  const { declaration } = origin.unit;
  const item =
    declaration?.kind === 'object' ? declaration.items.find(({ span }) => touches(span, origin.span)) : undefined;
  const object = objectAround(context.model, origin);
  if (item === undefined || object === undefined) return [];
  const kinds: readonly ObjectKind[] =
    object.type === 'table' && !/account|agent/.test(item.kind) ? ['element', 'app'] : ['app'];
  const changed = kinds.flatMap((kind) => {
    const edits = object.openings.flatMap((opening) => keywordEdits(context, opening, kind));
    return edits.length < object.openings.length
      ? []
      : fixOf(context, `Make \`${object.name}\` an ${kind}`, edits, asAlternative);
  });
  return [...changed, ...removeNode(context, `Remove the ${item.kind}`, { origin, node: item }, asAlternative)];
}

function touches(span: Origin['span'], inner: Origin['span']): boolean {
  return span.start <= inner.start && inner.start < span.end;
}

function keywordEdits(context: RuleContext, opening: Origin, kind: ObjectKind): FileEdits[] {
  const { declaration } = opening.unit;
  return declaration?.kind === 'object' ? replacement(context, opening, declaration.keyword, kind) : [];
}
