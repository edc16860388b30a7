// Users, groups and service accounts, qualified where they must be.
import type { Model } from '../../model/model.ts';
import { addressOf } from '../../model/profiles.ts';
import type { Group, ObjectSymbol, ServiceAccount, User } from '../../model/symbols.ts';
import type { PrincipalSlot } from '../../syntax/context-slots.ts';
import { accountText, groupText, userText } from './documents.ts';
import { closestUsers } from './letters.ts';
import { closest, matcher } from './match.ts';
import { type Found, type Request, ranks, type Suggestion } from './suggestion.ts';

/** Of each kind; together with all else it stays under what a list shows. */
const most = 60;

/** What a name is looked up in. */
interface Scope {
  readonly model: Model;
  /** The object whose accounts need no qualifier, and hide what the organization calls the same. */
  readonly home: ObjectSymbol | undefined;
}

export function principals(request: Request, slot: PrincipalSlot): Found {
  const { model } = request.snapshot;
  const scope: Scope = { model, home: slot.home === undefined ? undefined : model.objects.get(slot.home) };
  const { qualifier, takes } = slot;
  const { typed } = request.context;
  const matches = matcher(typed);
  if (qualifier?.kind === 'object') {
    const accounts = takes.includes('service account') ? model.objects.get(qualifier.name)?.accounts : undefined;
    return named(
      [...(accounts?.values() ?? [])].map((each) => account(each, undefined)),
      qualifier.name,
      slot.named,
    );
  }
  const groups = takes.includes('group')
    ? closest(model.groups.values(), most, (each, worst) => matches(each.name, worst))
    : none;
  const users = takes.includes('user') ? closestUsers(model, most, typed) : none;
  const here = qualifier === undefined ? scope : { model, home: undefined };
  const accounts =
    takes.includes('service account') && qualifier === undefined
      ? closest(accountsOf(model), most, (each) => matches(each.name) ?? matches(each.object.name))
      : none;
  const all = [
    ...groups.best.map((each) => group(each, here)),
    ...users.best.map((each) => user(each, here)),
    ...accounts.best.map((each) => account(each, scope)),
  ];
  const rest = named(all, qualifier === undefined ? undefined : 'organization', slot.named);
  return groups.cut || users.cut || accounts.cut ? { first: rest } : rest;
}

const none = { best: [], cut: false } as const;

function* accountsOf(model: Model): Generator<ServiceAccount> {
  for (const object of model.objects.values()) yield* object.accounts.values();
}

/** Less those that the list names already. */
function named(
  all: readonly Suggestion[],
  prefix: string | undefined,
  listed: readonly string[],
): readonly Suggestion[] {
  if (listed.length === 0) return all;
  const known = new Set(listed);
  return all.filter(({ label }) => !known.has(prefix === undefined ? label : `${prefix}.${label}`));
}

/** The organization's own, which an account of the object may hide. */
function outside(name: string, { home }: Scope): Pick<Suggestion, 'label' | 'insert'> {
  if (home?.accounts.has(name) !== true) return { label: name, insert: { name } };
  return { label: `organization.${name}`, insert: { name, qualifier: { kind: 'organization' } } };
}

export function user(of: User, scope: Scope): Suggestion {
  const address = addressOf(scope.model, of);
  const flags = [address, ...(of.external ? ['external'] : []), ...(of.inactive ? ['inactive'] : [])];
  return {
    kind: 'user',
    ...outside(of.name, scope),
    detail: flags.join(', '),
    document: () => userText(scope.model, of),
    found: address === of.name ? of.name : `${of.name} ${address}`,
    rank: of.inactive ? ranks.seldom : ranks.name + 1,
  };
}

function countText(count: number): string {
  return count === 1 ? '1 member' : `${count} members`;
}

export function group(of: Group, scope: Scope): Suggestion {
  return {
    kind: 'group',
    ...outside(of.name, scope),
    detail: of.system === undefined ? countText(of.members.size) : 'group that always exists',
    document: () => groupText(of),
    rank: of.system === undefined ? ranks.name : ranks.name + 3,
  };
}

/** Bare in its own object and after its qualifier (no scope), qualified elsewhere. */
export function account(of: ServiceAccount, scope: Scope | undefined): Suggestion {
  const { name, object } = of;
  const bare = scope === undefined || scope.home === object;
  return {
    kind: 'service-account',
    label: bare ? name : `${object.name}.${name}`,
    insert: bare ? { name } : { name, qualifier: { kind: 'object', name: object.name } },
    detail: of.inactive ? 'service account, inactive' : 'service account',
    document: () => accountText(of),
    ...(bare ? {} : { found: `${name} ${object.name}.${name}` }),
    rank: of.inactive ? ranks.seldom : bare ? ranks.name - 1 : ranks.name + 2,
  };
}
