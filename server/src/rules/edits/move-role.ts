// Moves a role of the organization into the objects where it is used, with its members and grants.

import { managedRole } from '../../catalogue/managed-roles.ts';
import { levelCap, levelIncludes, permissionGroup } from '../../catalogue/permissions.ts';
import type { ObjectSymbol, Role, RoleGrant, ServiceAccount } from '../../model/symbols.ts';
import { listWords } from '../../model/words.ts';
import { insertLast } from '../../syntax/edits/insert.ts';
import { removeItem } from '../../syntax/edits/remove-item.ts';
import { writeName } from '../../syntax/keywords.ts';
import type { Fix } from '../finding.ts';
import { accountsWith } from '../holders.ts';
import type { EditContext } from '../rule.ts';
import { type FileEdits, fixOf } from './fix.ts';
import { blockOf, declarationOf, type WrittenDeclaration, withComments } from './written.ts';

/** Into more objects nobody copies a role. */
const most = 5;

/** None where an object cannot grant all of it, or has its name for something else. */
export function moveRole(
  context: EditContext,
  role: Role,
  objects: readonly ObjectSymbol[],
  usedBy: (account: ServiceAccount) => readonly ObjectSymbol[],
): Fix[] {
  const written = role.origin && declarationOf(context, role.origin);
  const isFit = objects.every((object) => fits(role, object));
  if (written === undefined || objects.length === 0 || objects.length > most || !isFit) return [];
  const insertions = objects.map((object) => insertInto(context, written, object));
  const references = accountsWith(context.model, role).map((account) =>
    requalify(context, role, account, placesOf(account, objects, usedBy)),
  );
  const all = [...insertions, ...references];
  if (all.some((each) => each === undefined)) return [];
  const removal = { file: written.file, edits: [removeItem(written.source, written.span)] };
  const names = objects.map(({ name }) => `\`${name}\``);
  const title = `Move \`${role.name}\` into ${listWords(names, 'and')}`;
  return fixOf(context, title, [removal, ...all.flatMap((each) => each ?? [])]);
}

/** Whether an object can grant all of a role of the organization, and has its name for nothing else. */
export function fits(role: Role, object: ObjectSymbol): boolean {
  if (object.type === 'table' || object.roles.has(role.name) || managedRole('object', role.name) !== undefined)
    return false;
  // A bare name in an object means its own account first.
  return role.grants.every(isGrantable) && role.members.every(({ member }) => !object.accounts.has(member.name));
}

function isGrantable({ level, permissions }: RoleGrant): boolean {
  if (!permissions.every(({ scopes }) => scopes.includes('object'))) return false;
  const group = level && permissionGroup(level.group);
  const cap = group && levelCap(group, 'object');
  return level === undefined || (cap !== undefined && cap !== null && levelIncludes(cap, level.level));
}

function insertInto(context: EditContext, role: WrittenDeclaration, object: ObjectSymbol): FileEdits | undefined {
  const opening = object.openings[0] && declarationOf(context, object.openings[0]);
  const block = opening && blockOf(opening);
  if (opening === undefined || block?.braces === undefined) return undefined;
  const text = withComments(role.source, role.span).replace(/\n(?=[^\r\n])/g, '\n  ');
  return { file: opening.file, edits: [insertLast(opening.source, block, text)] };
}

function placesOf(
  account: ServiceAccount,
  objects: readonly ObjectSymbol[],
  usedBy: (account: ServiceAccount) => readonly ObjectSymbol[],
): readonly ObjectSymbol[] {
  const used = usedBy(account);
  const own = objects.filter((object) => used.includes(object));
  return own.length > 0 ? own : objects;
}

/** In its own object the bare name is enough. */
function requalify(
  { place }: EditContext,
  role: Role,
  account: ServiceAccount,
  objects: readonly ObjectSymbol[],
): FileEdits | undefined {
  const name = writeName(role.name);
  const text = objects
    .map((object) => (object === account.object ? name : `${writeName(object.name)}.${name}`))
    .join(', ');
  const [named, ...more] = account.roles.filter((each) => each.role === role).map(({ origin }) => place(origin));
  if (named === undefined || more.length > 0) return undefined;
  return { file: named.file, edits: [{ span: named.span, text }] };
}
