// Fields and service accounts of an object.
import type { AccountDecl, FieldDecl } from '../syntax/ast.ts';
import {
  type AccountDraft,
  findItem,
  hasProblem,
  lostBehind,
  type ObjectDraft,
  onceEach,
  originOf,
  report,
  type Site,
  stretchOf,
  withTaint,
} from './draft.ts';
import { duplicate } from './duplicate.ts';
import { resolvePrincipal, resolveRole } from './lookup.ts';
import type { Field, ServiceAccount } from './symbols.ts';

export function declareField(site: Site, object: ObjectDraft, declaration: FieldDecl): void {
  const { name, type } = declaration;
  if (name === undefined) return;
  const first = object.fields.get(name.text);
  if (first !== undefined) {
    duplicate(site, name, first, 'field');
    // Which of the two was meant is open, and with it what the field may hold.
    object.fields.set(first.name, { ...first, broken: true });
    return;
  }
  const options = new Set<string>();
  for (const option of type?.options ?? []) {
    if (options.has(option.text)) report(site, 'duplicate-name', option.span, `a second option \`${option.text}\``);
    else if (option.text === '')
      report(site, 'invalid-value', option.span, 'an option needs a text: the empty one is an empty field');
    options.add(option.text);
  }
  options.delete('');
  const takesOptions = type?.name === 'choice' || type?.name === 'choices';
  if (type !== undefined && takesOptions && type.options.length === 0 && !hasProblem(site, declaration.span))
    report(site, 'invalid-value', type.span, `a ${type.name} field needs at least one option`);
  const assignable = type?.name === 'user' || type?.name === 'group';
  if (declaration.assignee !== undefined && type !== undefined && !assignable)
    report(
      site,
      'operator-type',
      declaration.assignee,
      `only a user or group field says who is assigned, not a ${type.name} field`,
    );
  const origin = originOf(site, name.span);
  const assignee = declaration.assignee !== undefined && assignable;
  const isEmpty = takesOptions && options.size === 0;
  const broken = hasProblem(site, stretchOf(site, declaration)) || type === undefined || isEmpty;
  const field: Field = {
    kind: 'field',
    name: name.text,
    origin,
    object,
    type: type?.name,
    options: [...options],
    assignee,
    ...(broken ? { broken } : {}),
  };
  object.fields.set(field.name, field);
}

export function declareAccount(site: Site, object: ObjectDraft, declaration: AccountDecl): void {
  const { name } = declaration;
  if (name === undefined) return;
  const first = object.accounts.get(name.text);
  if (first !== undefined) {
    duplicate(site, name, first, 'service account');
    return;
  }
  const account: AccountDraft = {
    kind: 'service account',
    name: name.text,
    origin: originOf(site, name.span),
    object,
    index: object.accounts.size,
    purpose: findItem(declaration.items, 'purpose')?.text?.text,
    inactive: declaration.items.some((item) => item.kind === 'inactive'),
    // A stretch that could not be read might have said `inactive`.
    sound:
      declaration.holes.length === 0 && declaration.closed && !lostBehind(site, declaration, ['inactive', 'usable']),
    roles: [],
    rolesSound: !hasProblem(site, declaration.span),
    usableBy: [],
    usableSound: !hasProblem(site, declaration.span),
  };
  object.accounts.set(account.name, account);
  const items = onceEach(site, declaration.items);
  site.draft.pending.later.push(() => {
    const own = withTaint(site, () => {
      account.rolesSound = false;
      site.taint();
    });
    const uses = withTaint(site, () => {
      account.usableSound = false;
    });
    account.roles = bindRoles(own, object, findItem(items, 'roles')?.refs ?? []);
    const usable = findItem(items, 'usable by');
    if (usable?.complete === false) account.usableSound = false;
    account.usableBy = bindUsers(uses, object, usable?.complete === true ? usable.refs : []);
  });
}

type Refs = Parameters<typeof resolveRole>[1][];

function bindRoles(site: Site, object: ObjectDraft, refs: readonly Refs[number][]): ServiceAccount['roles'] {
  return refs.flatMap((ref) => {
    const { name } = ref;
    const person = name === undefined || ref.qualifier !== undefined ? undefined : site.draft.people.get(name.text);
    const isRole = name !== undefined && (object.roles.has(name.text) || site.draft.roles.has(name.text));
    if (person !== undefined && !isRole) {
      const message = `\`${person.name}\` is a ${person.kind}: a service account has roles`;
      report(site, 'invalid-member', ref.span, { message, about: person });
      return [];
    }
    const role = resolveRole(site, ref, object);
    return role === undefined ? [] : [{ role, origin: originOf(site, ref.span) }];
  });
}

function bindUsers(site: Site, object: ObjectDraft, refs: readonly Refs[number][]): ServiceAccount['usableBy'] {
  return refs.flatMap((ref) => {
    const subject = resolvePrincipal(site, ref, object);
    if (subject === undefined) return [];
    if (subject.kind !== 'service account') return [{ subject, origin: originOf(site, ref.span) }];
    const message = `\`${subject.name}\` is a service account: only people pick one`;
    report(site, 'invalid-member', ref.span, { message, about: subject });
    return [];
  });
}
