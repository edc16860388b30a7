// A small project for random conditions: fields of every type, several of most, and people in groups that overlap.
import { strangerOf } from '../../../server/src/condition/actor.ts';
import type { World } from '../../../server/src/condition/solve.ts';
import { attributesOf } from '../../../server/src/model/profiles.ts';
import type { Field, Group, ServiceAccount, User } from '../../../server/src/model/symbols.ts';
import { createSnapshot } from '../../../server/src/project/snapshot.ts';
import { parseDate } from '../../../server/src/text/calendar.ts';
import type { Random } from '../../fuzz/random.ts';
import { inputOf } from '../../support/fixture.ts';

const project = `
organization "Ground" { domains "g.example" }
user ada "ada@g.example" { Region "ab"  Nothing "" }
user bo  "bo@g.example"  { Region "a" }
user cy  "cy@p.example"  { external }
user dan "dan@p.example" { external  Region "ba" }
user eve "eve@g.example" { inactive }
group Sales    { members ada }
group Support  { members ada, bo }
group Night    { members bo, cy, eve }
group Partners { domain "p.example" }
group Empty    { description "Nobody" }
app Orders {
  field Note: text
  field Region: text
  field Code: text
  field Total: number
  field Discount: number
  field Tax: number
  field Due: date
  field Done: date
  field Placed: datetime
  field Sent: datetime
  field Paid: boolean
  field Shipped: boolean
  field Status: choice("New", "Open", "Closed")
  field Before: choice("New", "Open", "Gone")
  field Only: choice("Open")
  field Tags: choices("gift", "rush", "late", "vip", "b2b")
  field Marks: choices("a", "b", "c")
  field Owner: user
  field Checker: user
  field Helper: user
  field Team: group
  field Other: group
  field File: attachment
  service account bot { purpose "Moves orders" }
  service account shift { purpose "Moves orders at night" }
}
`;

const { model } = createSnapshot(inputOf(new Map([['ground.writ', project]]), 0));
const orders = model.objects.get('Orders');

export const fields: readonly Field[] = [...(orders?.fields.values() ?? [])];
export const users: readonly User[] = [...model.users.values()];
export const accounts: readonly ServiceAccount[] = [...(orders?.accounts.values() ?? [])];
export const groups: readonly Group[] = [...model.groups.values()];
/** The last day of a month, a leap day, the day before one, and a day in the middle. */
export const todays: readonly number[] = ['2026-03-31', '2024-02-29', '2027-02-28', '2026-11-21'].map(
  (date) => parseDate(date) ?? 0,
);

const noGroups: ReadonlySet<Group> = new Set();
const ownGroups = groups.filter(({ system }) => system === undefined);

/** Somebody who acts on some day. Where no record is given it may be among nobody else, and with one group only. */
export function randomWorld(random: Random, given: boolean): World {
  const groupsOf: World['groupsOf'] = (person) =>
    person.kind === 'user' ? (model.groupsOf.get(person) ?? noGroups) : noGroups;
  const actor = actorOf(random.pick([...users, ...users, ...accounts, ...ownGroups]), groupsOf);
  const alone = !given && actor.principal.kind === 'group' && random.chance(0.2);
  return {
    users: alone ? [] : users,
    accounts: alone ? [] : accounts,
    groups: !given && random.chance(0.1) ? ownGroups.slice(0, 1) : groups,
    actor,
    today: random.pick(todays),
    groupsOf,
    actorHeld: !given,
  };
}

function actorOf(principal: User | ServiceAccount | Group, groupsOf: World['groupsOf']): World['actor'] {
  if (principal.kind === 'group')
    return { principal, self: strangerOf(principal), groups: new Set([principal]), attributes: new Map() };
  const attributes = principal.kind === 'user' ? attributesOf(model, principal) : new Map<string, string>();
  return { principal, self: principal, groups: groupsOf(principal), attributes };
}
