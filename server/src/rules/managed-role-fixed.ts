// A managed role that is written as if it were custom, or the other way round.
import { managedRoles } from '../catalogue/managed-roles.ts';
import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { RoleDecl } from '../syntax/ast.ts';
import { writeName } from '../syntax/keywords.ts';
import { fixOf } from './edits/fix.ts';
import { freeName } from './edits/names.ts';
import { nodeAround, removeNode } from './edits/remove.ts';
import { replacement } from './edits/replace.ts';
import { objectAround } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const managedRoleFixed = fromModel(
  {
    id: 'managed-role-fixed',
    severity: 'error',
    category: 'Broken policy',
    title: 'a managed role with more than members, or a name that mixes up managed and custom roles',
  },
  mend,
);

function mend(context: RuleContext, { origin }: Problem): readonly Fix[] {
  const role = nodeAround(origin, ['role']);
  if (role?.name === undefined) return [];
  const name = role.name.text;
  if (role.name.span.start !== origin.span.start)
    return [...removeItem(context, origin, role), ...custom(context, origin, role)];
  if (role.managed) return dropManaged(context, origin, role);
  const isManaged = role.items.every((item) => item.kind === 'members');
  const title = `Make it the managed role \`${name}\``;
  const { start } = role.keyword;
  const managed = isManaged
    ? fixOf(context, title, replacement(context, origin, { start, end: start }, 'managed '))
    : [];
  return [...managed, ...rename(context, origin, role)];
}

function removeItem(context: RuleContext, origin: Origin, role: RoleDecl): Fix[] {
  const item = role.items.find(({ span }) => span.start === origin.span.start);
  return item === undefined ? [] : removeNode(context, `Remove \`${item.kind}\``, { origin, node: item });
}

/** A role of its own, under another name: the managed one has nobody then. */
function custom(context: RuleContext, origin: Origin, role: RoleDecl): Fix[] {
  if (role.name === undefined) return [];
  const name = newName(context, origin, role.name.text);
  const keyword = replacement(context, origin, role.keyword, 'role');
  const named = replacement(context, origin, role.name.span, writeName(name));
  return fixOf(context, `Make it the custom role \`${name}\``, [...keyword, ...named], { preferred: false });
}

/** The platform has no such role: what is written is one of the organization's own. */
function dropManaged(context: RuleContext, origin: Origin, role: RoleDecl): Fix[] {
  const title = `Make \`${role.name?.text ?? ''}\` a custom role`;
  return fixOf(context, title, replacement(context, origin, role.keyword, 'role'), { preferred: false });
}

function rename(context: RuleContext, origin: Origin, role: RoleDecl): Fix[] {
  if (role.name === undefined) return [];
  const name = newName(context, origin, role.name.text);
  const edits = replacement(context, origin, role.name.span, writeName(name));
  return fixOf(context, `Rename the role to \`${name}\``, edits, { preferred: false });
}

/** Free in the place where it stands. */
function newName({ model }: RuleContext, origin: Origin, name: string): string {
  const object = objectAround(model, origin);
  const fixed = managedRoles(object === undefined ? 'organization' : 'object');
  const known = object?.roles ?? model.roles;
  return freeName(`Custom ${name}`, (each) => known.has(each) || fixed.some((role) => role.name === each));
}
