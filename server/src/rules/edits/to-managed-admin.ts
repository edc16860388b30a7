// Takes `ADMIN` out of a custom role and makes its members members of the managed role that is there for it.
import { managedRoles } from '../../catalogue/managed-roles.ts';
import { has } from '../../catalogue/permission-set.ts';
import { permission } from '../../catalogue/permissions.ts';
import type { Role, RoleGrant } from '../../model/symbols.ts';
import { append, insertFirst } from '../../syntax/edits/insert.ts';
import { lineBreakOf } from '../../syntax/edits/layout.ts';
import { removeFromList } from '../../syntax/edits/remove-elements.ts';
import { removeItem } from '../../syntax/edits/remove-item.ts';
import { writeName } from '../../syntax/keywords.ts';
import type { Fix } from '../finding.ts';
import { accountsWith } from '../holders.ts';
import type { RuleContext } from '../rule.ts';
import { type FileEdits, fixOf } from './fix.ts';
import { blockOf, declarationOf, listAround } from './written.ts';

const admin = permission('ADMIN');
const managedName = managedRoles('organization').find(({ grants }) => admin !== undefined && has(grants, admin))?.name;

/** None for a role that ends, that auto-share gives or that an account names: the managed role has people only, for good. */
export function toManagedAdmin(context: RuleContext, role: Role, grant: RoleGrant): Fix[] {
  const { model } = context;
  const managed = managedName === undefined ? undefined : model.roles.get(managedName);
  const written = role.origin && declarationOf(context, role.origin);
  const isPlain = role.sound && role.expires === undefined && role.autoShare.size === 0;
  if (managed === undefined || written === undefined || !isPlain || accountsWith(model, role).length > 0) return [];
  const known = new Set(managed.members.map(({ member }) => member));
  const joining = role.members.map(({ member }) => member).filter((member) => !known.has(member));
  const names = joining.map(({ name }) => writeName(name)).join(', ');
  const title = names === '' ? 'Take `ADMIN` out' : `Make its members members of \`${managed.name}\``;
  const text = `managed role ${writeName(managed.name)} { members ${names} }`;
  const isAll = role.grants.length === 1;
  if (names !== '' && managed.origin === undefined) {
    const { file, span } = written;
    if (isAll) return fixOf(context, title, [{ file, edits: [{ span, text }] }]);
    const before = { span: { start: span.start, end: span.start }, text: `${text}${lineBreakOf(written.source)}` };
    return fixOf(context, title, [{ file, edits: [before] }, takeOut(context, grant)]);
  }
  const removed = isAll
    ? { file: written.file, edits: [removeItem(written.source, written.span)] }
    : takeOut(context, grant);
  return fixOf(context, title, names === '' ? [removed] : [join(context, managed, names), removed]);
}

const nothing: FileEdits = { file: '', edits: [] };

function takeOut(context: RuleContext, grant: RoleGrant): FileEdits {
  const list = listAround(context, grant.origin);
  return list === undefined
    ? nothing
    : { file: list.file, edits: removeFromList(list.source, list.list, (i) => i === list.index) };
}

/** Into the members that it has; with none, as its members. */
function join(context: RuleContext, { origin, members }: Role, names: string): FileEdits {
  const written = origin && declarationOf(context, origin);
  const block = written && blockOf(written);
  if (written === undefined || block === undefined) return nothing;
  const [first] = members;
  const list = first && listAround(context, first.origin);
  if (list !== undefined) return { file: list.file, edits: append(list.source, list.list.elements, names) };
  return { file: written.file, edits: [insertFirst(written.source, block, `members ${names}`)] };
}
