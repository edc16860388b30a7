// What one state of a project allows that another does not, by looking at every record there can be.
import { actorOf, isActive } from '../../../server/src/access/actor.ts';
import type { Asked } from '../../../server/src/access/grounds.ts';
import { groundsOf } from '../../../server/src/access/grounds.ts';
import { decideInvite, decideUse } from '../../../server/src/access/invite.ts';
import { sceneOf } from '../../../server/src/access/question-scope.ts';
import type { Wish } from '../../../server/src/access/remedies/types.ts';
import { has } from '../../../server/src/catalogue/permission-set.ts';
import { permissions } from '../../../server/src/catalogue/permissions.ts';
import type { Permission } from '../../../server/src/catalogue/types.ts';
import { nobody, strangerOf } from '../../../server/src/condition/actor.ts';
import { evaluate } from '../../../server/src/condition/evaluate.ts';
import { principalPath } from '../../../server/src/model/lookup.ts';
import type { Model } from '../../../server/src/model/model.ts';
import type { BoundPlace } from '../../../server/src/model/question.ts';
import type { Content, Field, Principal, RecordFacts, ServiceAccount } from '../../../server/src/model/symbols.ts';

export interface State {
  readonly model: Model;
  readonly wish: Wish;
}

const accountsOf = (model: Model) => [...model.objects.values()].flatMap(({ accounts }) => [...accounts.values()]);

const everybody = (model: Model): Principal[] => [
  ...model.users.values(),
  ...model.groups.values(),
  ...accountsOf(model),
];

const names = new WeakMap<Model, ReadonlyMap<string, Principal>>();

function named(model: Model, path: string): Principal {
  const known = names.get(model) ?? new Map(everybody(model).map((each) => [principalPath(each), each]));
  names.set(model, known);
  const found = known.get(path);
  if (found === undefined) throw new Error(`nobody is ${path}`);
  return found;
}

const same = (model: Model, principal: Principal) => named(model, principalPath(principal));

/** What a field may hold, as words that mean the same in every state. */
const contents: Readonly<Record<string, readonly string[]>> = {
  Status: ['empty', 'New', 'Open'],
  Owner: ['empty', 'nobody', 'stranger', 'ada', 'bo', 'cy', 'dee', 'Desk.bot', 'Orders.bot'],
  Team: ['empty', 'Sales', 'Support', 'Partners'],
};

type Words = Readonly<Record<string, string>>;

/** A stranger is there only where somebody of a group is asked about, and no record is given. */
function everyRecord(withStranger: boolean): Words[] {
  return Object.entries(contents).reduce<Words[]>(
    (all, [field, words]) =>
      all.flatMap((record) =>
        words.filter((word) => withStranger || word !== 'stranger').map((word) => ({ ...record, [field]: word })),
      ),
    [{}],
  );
}

function contentOf(model: Model, field: Field, word: string, principal: Principal): Content {
  if (word === 'empty') return null;
  if (field.type === 'choice') return word;
  if (word === 'nobody') return nobody(0);
  if (word === 'stranger' && principal.kind === 'group') return strangerOf(principal);
  return named(model, word);
}

interface Spot {
  readonly object: string | undefined;
  /** Of the question itself. */
  readonly record: boolean;
}

function factsAt({ model, wish }: State, { object: name, record }: Spot): RecordFacts | undefined {
  if (record && wish.kind === 'can' && wish.place.kind === 'object') return wish.place.facts;
  const object = name === undefined ? undefined : model.objects.get(name);
  return object === undefined ? undefined : { object, values: new Map(), relations: new Map() };
}

const placeOf = (facts: RecordFacts | undefined, given: boolean): BoundPlace =>
  facts === undefined
    ? { kind: 'organization' }
    : { kind: 'object', object: facts.object, facts, record: undefined, given, when: undefined };

/** For each record, in the order of `records`, whether it is allowed; in the organization for the one that is none. */
function allowedOn(
  state: State,
  spot: Spot,
  of: { principal: Principal; permission: Permission },
  records: readonly Words[],
) {
  const { model, wish } = state;
  const principal = same(model, of.principal);
  if (!isActive(principal)) return records.map(() => false);
  const facts = factsAt(state, spot);
  const asked: Asked = {
    principal,
    permissions: [of.permission],
    place: placeOf(facts, spot.record),
    today: wish.today,
  };
  const { held, seen, scope } = groundsOf(model, asked);
  if (held.op === 'false' || seen.op === 'false') return records.map(() => false);
  const scene = sceneOf(scope);
  return records.map((words) => {
    const value = (field: Field) => {
      const said = scene.value(field);
      return said === undefined ? contentOf(model, field, words[field.name] ?? 'empty', principal) : said;
    };
    const filled = { ...scene, value };
    return evaluate(held, filled) === 'true' && evaluate(seen, filled) === 'true';
  });
}

/** Permissions that the same roles grant in both states are the same question. */
function classes(
  before: State,
  after: State,
  object: string | undefined,
  asked: readonly Permission[],
): Permission[][] {
  const groups = new Map<string, Permission[]>();
  const roles = [before, after].map(({ model }) => [
    ...model.roles.values(),
    ...(object === undefined ? [] : (model.objects.get(object)?.roles.values() ?? [])),
  ]);
  for (const permission of permissions) {
    if (!permission.scopes.includes(object === undefined ? 'organization' : 'object')) continue;
    const granting = roles.map((all) => all.map((role) => (has(role.permissions, permission) ? '1' : '0')).join(''));
    const own = asked.includes(permission) || permission.constant.startsWith('CREATE_') ? permission.constant : '';
    const key = [...granting, permission.record, own].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), permission]);
  }
  return [...groups.values()];
}

const needsSight = ({ record, constant }: Permission) => record && constant !== 'CREATE_RECORDS';

function gainedAt(
  before: State,
  after: State,
  principal: Principal,
  spot: Spot,
): { permission: Permission; records: Words[] }[] {
  const { wish } = before;
  const asked = wish.kind === 'can' ? wish.permissions : [];
  const records = spot.object === undefined ? [{}] : everyRecord(principal.kind === 'group' && !spot.record);
  return classes(before, after, spot.object, asked).flatMap((alike) => {
    const [permission] = alike;
    if (permission === undefined) return [];
    const [was, is] = [before, after].map((state) => allowedOn(state, spot, { principal, permission }, records));
    const more = records.filter((_, i) => is?.[i] === true && was?.[i] === false);
    return more.length === 0 ? [] : alike.map((each) => ({ permission: each, records: more }));
  });
}

function spotsOf({ model, wish }: State): Spot[] {
  const objects = [...model.objects.keys()].map((object) => ({ object, record: false }));
  const place = wish.kind === 'can' && wish.place.kind === 'object' && wish.place.given ? wish.place : undefined;
  const record = place === undefined ? [] : [{ object: place.object.name, record: true }];
  return [...objects, ...record, { object: undefined, record: false }];
}

function isAsked(
  { wish, model }: State,
  spot: Spot,
  { permission, records }: { permission: Permission; records: Words[] },
): boolean {
  if (wish.kind === 'use') return false;
  if (wish.kind === 'invite') return spot.object === undefined && permission.constant === 'CREATE_ORGANIZATION_USERS';
  if (!wish.permissions.includes(permission)) return false;
  if (wish.place.kind === 'organization') return spot.object === undefined;
  const { object, given, when } = wish.place;
  if (spot.object !== object.name) return false;
  if (spot.record) return true;
  if (given) return !needsSight(permission);
  if (when === undefined) return true;
  const principal = same(model, wish.principal);
  return records.every((words) => {
    const value = (field: Field) => contentOf(model, field, words[field.name] ?? 'empty', principal);
    const scope = { model, actor: actorOf(model, principal), facts: undefined, given: false, today: wish.today };
    return evaluate(when, { ...sceneOf(scope), value }) === 'true';
  });
}

/** `PERMISSION place`, or `use account`. */
export function ownGains(before: State, after: State): string[] {
  const { wish } = before;
  const gains = spotsOf(before).flatMap((spot) =>
    gainedAt(before, after, wish.principal, spot)
      .filter((gain) => !isAsked(after, spot, gain))
      .map(({ permission }) => ({ constant: permission.constant, spot })),
  );
  const isRepeated = ({ constant, spot }: (typeof gains)[number]) =>
    spot.record &&
    gains.some((other) => !other.spot.record && other.constant === constant && other.spot.object === spot.object);
  const texts = gains
    .filter((gain) => !isRepeated(gain))
    .map(({ constant, spot }) => `${constant} ${spot.record ? 'record' : (spot.object ?? 'organization')}`);
  const uses = usesGained(before, after, wish.principal).filter(
    (account) => wish.kind !== 'use' || principalPath(account) !== principalPath(wish.account),
  );
  const invites = wish.kind === 'invite' && invitesMore(before, after, wish.address) ? ['invite'] : [];
  return [...texts, ...uses.map((account) => `use ${principalPath(account)}`), ...invites].sort();
}

/** Whether the policy, not the permission, takes an address of another domain than the one that was asked for. */
function invitesMore(before: State, after: State, asked: string): boolean {
  const takes = ({ model: { organization } }: State, domain: string) =>
    organization.invites === 'any-domain' ||
    (organization.invites === 'allowed-domains' && organization.domains.includes(domain));
  const domains = ['acme.com', 'partner.io', 'else.org', 'other.org'].filter((domain) => !asked.endsWith(`@${domain}`));
  return domains.some((domain) => takes(after, domain) && !takes(before, domain));
}

function usesGained(before: State, after: State, principal: Principal): ServiceAccount[] {
  return accountsOf(before.model).filter((account) => {
    const [was, is] = [before, after].map(({ model }) => {
      const own = same(model, account);
      return own.kind === 'service account' && decideUse(model, same(model, principal), own).outcome === 'allowed';
    });
    return is === true && was === false;
  });
}

/** The names of users and service accounts other than whoever asks. */
export function othersGaining(before: State, after: State): string[] {
  const { wish } = before;
  const people = everybody(before.model).filter((each) => each.kind !== 'group' && each !== wish.principal);
  return people
    .filter((person) => gainsAnything(before, after, person))
    .map(principalPath)
    .sort();
}

function gainsAnything(before: State, after: State, person: Principal): boolean {
  if (usesGained(before, after, person).length > 0) return true;
  const { wish } = before;
  if (wish.kind === 'invite') {
    const [was, is] = [before, after].map(
      ({ model }) => decideInvite(model, same(model, person), wish.address, wish.today).outcome === 'allowed',
    );
    if (is === true && was === false) return true;
  }
  return spotsOf(before).some((spot) => gainedAt(before, after, person, spot).length > 0);
}
