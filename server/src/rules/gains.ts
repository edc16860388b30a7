// What people gain who can make somebody else act: permissions and records that they lack themselves, exactly.
import { actorOf } from '../access/actor.ts';
import { recordText } from '../access/counterexample.ts';
import { groundsOf } from '../access/grounds.ts';
import { sceneOf } from '../access/question-scope.ts';
import { worldOf } from '../access/world.ts';
import {
  difference,
  has,
  intersection,
  isEmpty,
  isSubset,
  list,
  overlaps,
  type PermissionSet,
  setOf,
  union,
} from '../catalogue/permission-set.ts';
import { permission, permissions } from '../catalogue/permissions.ts';
import type { Permission } from '../catalogue/types.ts';
import { allOf, negate } from '../condition/build.ts';
import { keyOf } from '../condition/key.ts';
import { satisfy } from '../condition/solve.ts';
import { substitute } from '../condition/substitute.ts';
import { always } from '../model/formulas.ts';
import type { Formula, ObjectSymbol, User } from '../model/symbols.ts';
import type { Lent } from './lent.ts';
import { isKnownIn } from './memberships.ts';
import type { Dated } from './rule.ts';
import { heldIn, likenessOf, standingOf } from './standing.ts';
import { isShaky } from './whoever.ts';

/** In one object, by one or several people. */
export interface Gain {
  readonly object: ObjectSymbol;
  /** What they do not hold there at all. */
  readonly permissions: PermissionSet;
  /** True where they come to records that they do not see, or may not do that with, though they hold the rest. */
  readonly isMoreRecords: boolean;
  /** One that they come to, in words; empty where any would do. */
  readonly record: string | undefined;
}

export interface Gains {
  readonly people: readonly User[];
  readonly gains: readonly Gain[];
}

const onRecords = setOf(permissions.filter(({ record }) => record));

/** What is gained by what is lent in one object, and who gains it. */
export interface GainBy {
  readonly gain: Gain;
  readonly people: ReadonlySet<User>;
}

export function gainsThrough(context: Dated, lent: readonly Lent[], people: readonly User[]): Gains {
  return together(
    people,
    lent.flatMap((each) => gainBy(context, each, people) ?? []),
  );
}

/** Undefined where nobody gains; so it is where an error leaves open what they hold or see. */
export function gainBy(context: Dated, lent: Lent, people: readonly User[]): GainBy | undefined {
  const isIdle = lent.records.op === 'false' && isSubset(lent.permissions, onRecords);
  return isIdle || isOpen(context, lent) ? undefined : gainIn(context, lent, people);
}

/** What the same people gain by all of it, those who do in their order. */
export function together(people: readonly User[], all: readonly GainBy[]): Gains {
  const gaining = people.filter((user) => all.some((each) => each.people.has(user)));
  return { people: gaining, gains: byObject(all.map(({ gain }) => gain)) };
}

/** Several actions may reach one object. */
function byObject(gains: readonly Gain[]): Gain[] {
  const merged = new Map<ObjectSymbol, Gain>();
  for (const gain of gains) {
    const known = merged.get(gain.object);
    merged.set(gain.object, {
      object: gain.object,
      permissions: known === undefined ? gain.permissions : union(known.permissions, gain.permissions),
      isMoreRecords: known?.isMoreRecords === true || gain.isMoreRecords,
      record: known?.record ?? gain.record,
    });
  }
  return [...merged.values()];
}

function isOpen({ model }: Dated, { object, records }: Lent): boolean {
  const broken = model.broken.objects.get(object);
  return broken?.sight === true || broken?.roles === true || isShaky(records);
}

function gainIn(context: Dated, lent: Lent, people: readonly User[]): GainBy | undefined {
  const gaining = new Set<User>();
  const known = new Map<string, Own | undefined>();
  let lacking = setOf([]);
  let record: string | undefined;
  let isMoreRecords = false;
  for (const user of people) {
    if (!isKnownIn(context, user, lent.object) || decidesIn(context, user, lent.object)) continue;
    const likeness = likenessOf(context, user, lent.object, lent.permissions);
    if (!known.has(likeness)) known.set(likeness, ownGain(context, lent, user));
    const own = known.get(likeness);
    if (own === undefined) continue;
    gaining.add(user);
    lacking = union(lacking, own.lacking);
    isMoreRecords ||= own.isMoreRecords;
    record ??= own.record;
  }
  if (gaining.size === 0) return undefined;
  return { gain: { object: lent.object, permissions: lacking, isMoreRecords, record }, people: gaining };
}

const deciding = ['CREATE_DATA_ACCESS', 'UPDATE_ASPECT_ROLES'].map(permission);

/** True of whoever writes policies and roles there: they borrow nothing that they could not give themselves. */
function decidesIn(context: Dated, user: User, object: ObjectSymbol): boolean {
  const held = heldIn(context, user, object);
  return deciding.every((each) => each !== undefined && has(held, each));
}

interface Own {
  readonly lacking: PermissionSet;
  readonly isMoreRecords: boolean;
  readonly record: string | undefined;
}

function ownGain(context: Dated, lent: Lent, user: User): Own | undefined {
  const { held, shareable, seen } = standingOf(context, user, lent.object);
  const away = difference(lent.permissions, held);
  const none = difference(away, shareable);
  const record = recordBeyond(context, lent, user, seen);
  // Without a record that it reaches, what acts on records is lent to nobody.
  const isReached = !overlaps(none, onRecords) || record !== undefined || reaches(context, lent, user);
  const lacking = isReached ? none : difference(none, onRecords);
  const both = intersection(lent.permissions, intersection(held, onRecords));
  const bySharing = list(intersection(away, shareable)).flatMap((each) => {
    const reached = each.record ? lent : { ...lent, records: always };
    return recordBeyond(context, reached, user, allowedTo(context, lent.object, user, each)) ?? [];
  });
  const more = (isEmpty(both) ? undefined : record) ?? bySharing[0];
  if (isEmpty(lacking) && more === undefined) return undefined;
  const example = more ?? (overlaps(lacking, onRecords) ? record : undefined);
  return { lacking, isMoreRecords: more !== undefined, record: example };
}

/** For which records somebody is allowed what auto-share may give. */
function allowedTo({ model, today }: Dated, object: ObjectSymbol, user: User, permission: Permission): Formula {
  const facts = { object, values: new Map(), relations: new Map() };
  const place = { kind: 'object', object, facts, record: undefined, given: false, when: undefined } as const;
  const { held, seen, scope } = groundsOf(model, { principal: user, permissions: [permission], place, today });
  return substitute(allOf([held, seen]), sceneOf(scope));
}

const found = new WeakMap<Lent, Map<string, string | undefined>>();

/** A record that is lent and not among those, in words. */
function recordBeyond(context: Dated, lent: Lent, user: User, own: Formula): string | undefined {
  const { records, object } = lent;
  const known = found.get(lent) ?? new Map<string, string | undefined>();
  found.set(lent, known);
  const key = keyOf(own);
  if (known.has(key)) return known.get(key);
  const { model, today } = context;
  const facts = { object, values: new Map(), relations: new Map() };
  const world = worldOf({ model, actor: actorOf(model, user), facts, given: false, today });
  const satisfaction = satisfy(allOf([records, negate(own)]), world);
  const record = satisfaction.kind === 'yes' ? recordText(satisfaction.record) : undefined;
  known.set(key, record);
  return record;
}

function reaches(context: Dated, lent: Lent, user: User): boolean {
  return recordBeyond(context, lent, user, { op: 'false' }) !== undefined;
}
