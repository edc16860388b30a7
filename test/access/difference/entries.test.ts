// The entries of a difference: where, in which order, with which exceptions and examples.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { PlaceItem } from '../../../server/src/access/difference/types.ts';
import { compare } from './compared.ts';

const people = `
user alice "alice@acme.com"
user bob   "bob@acme.com"
user carol "carol@acme.com"
user dana  "dana@partner.io" { external }
group Agents { members alice, bob }
`;

function placeText(place: PlaceItem): string {
  if (place.kind === 'organization') return 'organization';
  if (place.kind === 'every object') return `every object but [${place.except.join(' ')}]`;
  return place.only === undefined ? place.name : `${place.name} only ${place.only}`;
}

/** Of each entry its change, permissions and places. */
function where(text: string): string[] {
  return compare(text).entries.map(({ change, matter, places }) => {
    const what = matter.kind === 'permissions' ? matter.constants.join(' ') : matter.kind;
    return `${change} ${what}: ${places.map(placeText).join(', ')}`;
  });
}

const apps = (names: readonly string[]) =>
  names.map((name) => `app ${name} { field F: text default policy }`).join('\n');
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const top = 'role Top { members carol grants CREATE_RECORDS }';
const own = (names: readonly string[], grants = 'CREATE_RECORDS') =>
  names.map((name) => `app ${name} { role R { members carol grants ${grants} } }`).join('\n');

describe('difference: entries', () => {
  it('names places by name, those that are new or gone with that', () => {
    assert.deepEqual(
      where(
        `${people}${apps(['Z', 'Y', 'X'])}\n--- before\n--- after\n${own(['Y', 'Z'])}\napp New { field N: number role R { members carol grants CREATE_RECORDS } }`,
      ),
      ['gained CREATE_RECORDS: New only after, Y, Z'],
    );
    assert.deepEqual(
      where(
        `${people}${apps(['Z', 'Y'])}\n--- before\n${own(['Z', 'Y'])}\napp Old { field N: number role R { members carol grants CREATE_RECORDS } }\n--- after\n`,
      ),
      ['lost CREATE_RECORDS: Old only before, Y, Z'],
    );
    assert.deepEqual(
      where(
        `${people}\n--- before\napp Desk { field A: text field B: text }\n--- after\napp Shop { field A: text field B: text role R { members carol grants CREATE_RECORDS } }`,
      ),
      ['gained CREATE_RECORDS: Shop'],
    );
    assert.deepEqual(
      where(
        `${people}\n--- before\napp Desk { field A: text field B: text role R { members carol grants CREATE_RECORDS } }\n--- after\napp Shop { field A: text field B: text }`,
      ),
      ['lost CREATE_RECORDS: Shop'],
    );
  });

  it('every object: of at least four all, or all but one of twenty', () => {
    const gained = (count: number, without: number) =>
      where(
        `${people}${apps(letters.slice(0, count))}\n--- before\n${own(letters.slice(0, without).reverse())}\n--- after\n${own(letters.slice(0, without).reverse())}\n${top}`,
      );
    assert.deepEqual(gained(3, 0), ['gained CREATE_RECORDS: organization, A, B, C']);
    assert.deepEqual(gained(4, 0), ['gained CREATE_RECORDS: organization, every object but []']);
    assert.deepEqual(gained(5, 1), ['gained CREATE_RECORDS: organization, B, C, D, E']);
    assert.deepEqual(
      gained(20, 1).map((text) => text.slice(0, 60)),
      ['gained CREATE_RECORDS: organization, B, C, D, E, F, G, H, I,'],
    );
    assert.deepEqual(gained(21, 1), ['gained CREATE_RECORDS: organization, every object but [A]']);
    assert.deepEqual(
      gained(22, 2).map((text) => text.slice(0, 60)),
      ['gained CREATE_RECORDS: organization, C, D, E, F, G, H, I, J,'],
    );
    assert.deepEqual(where(`${people}${apps(['A', 'B', 'C', 'D'])}\n--- before\n${top}\n${apps(['E'])}\n--- after\n`), [
      'lost CREATE_RECORDS: organization, every object but []',
    ]);
    assert.deepEqual(where(`${people}${apps(['A', 'B', 'C'])}\n--- before\n--- after\n${apps(['D'])}\n${top}`), [
      'gained CREATE_RECORDS: organization, every object but []',
    ]);
    assert.deepEqual(
      where(`${people}${apps(['A', 'B', 'C', 'D'])}\n--- before\napp Old { field N: number }\n--- after\n${top}`),
      ['gained CREATE_RECORDS: organization, every object but []'],
    );
  });

  it('sorts by place, change, principals and permissions, what relations give last', () => {
    const desk = (rest: string) =>
      `app Desk { field F: text field Owner: user ${rest} }\napp Alp { field F: text default policy ${rest} }`;
    const one = `role R { members alice, carol, dana grants READ_RECORDS } policy A { to alice when F is "a" } policy B { to bob when F is "a" } policy C { to carol when F is "a" } policy D { to dana when F is "x" } role S { members bob grants READ_RECORDS, CREATE_RECORDS }`;
    const two = `role R { members alice, bob, carol, dana grants READ_RECORDS } policy A { to alice when F is "a" or F is "b" } policy B { to bob when F is "b" } policy C { to carol when F is "a" and Owner is carol } policy D { to dana when F is "y" } auto-share records on mention role T { members alice grants CREATE_RECORDS }`;
    assert.deepEqual(
      compare(
        `${people}\n--- before\n${desk(one)}\n--- after\n${desk(two)}\nrole Org { members dana, alice grants READ_GROUPS } role Two { members alice grants READ_ACTIVITY_LOGS }`,
      ).entries.map(({ change, relations, matter, places, principals, before, after }) => {
        const what = matter.kind === 'permissions' ? matter.constants.join(' ') : matter.kind;
        const who = principals.map((item) => ('name' in item ? item.name : item.kind)).join(' ');
        return `${places.map(placeText).join(' ')} ${relations ? 'related ' : ''}${change} ${who} ${what}: ${before} -> ${after}`;
      }),
      [
        'organization gained alice READ_ACTIVITY_LOGS READ_GROUPS: undefined -> undefined',
        'organization gained dana READ_GROUPS: undefined -> undefined',
        'Alp Desk gained alice READ_ACTIVITY_LOGS CREATE_RECORDS: undefined -> undefined',
        'Alp Desk changed dana READ_RECORDS: F is "x" -> F is "y"',
        'Alp Desk lost bob CREATE_RECORDS: undefined -> undefined',
        'Alp Desk related widened dana READ_RECORDS: F is "x" or shared with current user -> F is "y" or shared with current user or mentions current user',
        'Desk widened alice READ_RECORDS: F is "a" -> F is "a" or F is "b"',
        'Desk changed bob READ_RECORDS: F is "a" -> F is "b"',
        'Desk narrowed carol READ_RECORDS: F is "a" -> F is "a" and Owner is carol',
        'Desk related widened alice READ_RECORDS: F is "a" or shared with current user -> F is "a" or F is "b" or shared with current user or mentions current user',
        'Desk related widened bob READ_RECORDS: F is "a" or shared with current user -> F is "b" or shared with current user or mentions current user',
        'Desk related widened carol READ_RECORDS: F is "a" or shared with current user -> F is "a" and Owner is carol or shared with current user or mentions current user',
      ],
    );
  });

  it('tells the use of one account from that of another and from inviting', () => {
    const bots = (users: string) => `app Desk { service account Zed { ${users} } service account Bot { ${users} } }`;
    assert.deepEqual(
      compare(
        `${people}role Inviter { members carol grants CREATE_ORGANIZATION_USERS }\n--- before\n${bots('')}\norganization A { domains "a.com" invites allowed-domains }\n--- after\n${bots('usable by carol')}\norganization A { domains "a.com" invites any-domain }`,
      ).entries.map(({ change, matter }) => `${change} ${JSON.stringify(matter)}`),
      [
        'widened {"kind":"invite"}',
        'gained {"kind":"use","account":"Desk.Bot"}',
        'gained {"kind":"use","account":"Desk.Zed"}',
      ],
    );
  });

  it('an example speaks in the names and options of its side', () => {
    const examples = (text: string) =>
      compare(people + text).entries.map(({ example }) =>
        example === undefined
          ? 'none'
          : `${example.principal} in ${example.place} ${example.allowed}: ${example.record}`,
      );
    const role = 'role R { members alice, bob, Agents grants READ_RECORDS }';
    const of = (own: string, to: string, when: string) =>
      `app Desk { ${own} ${role} policy P { to ${to} when ${when} } }`;
    const change = (one: string, other: string) => examples(`\n--- before\n${one}\n--- after\n${other}`);
    const empty = (own: string) => `app Desk { ${own} ${role} }`;
    const fields = 'field Owner: user field Team: group field Tags: choices("a", "b") field F: text';
    assert.deepEqual(change(empty(fields), of(fields, 'alice', 'Owner is current user')), [
      'alice in Desk after: Owner alice',
    ]);
    assert.deepEqual(change(empty(fields), of(fields, 'Agents', 'Owner is current user')), [
      'alice in Desk after: Owner alice',
    ]);
    assert.deepEqual(change(empty(fields), of(fields, 'alice', 'Team is Agents')), [
      'alice in Desk after: Team Agents',
    ]);
    assert.deepEqual(change(empty(fields), of(fields, 'alice', 'Tags contains "a"')), [
      'alice in Desk after: Tags "a"',
    ]);
    assert.deepEqual(change(empty(fields), of(fields, 'alice', 'F is empty')), ['alice in Desk after: F empty']);
    assert.deepEqual(
      change(`user erin "e@x.com"\n${empty(fields)}`, `user eve "e@x.com"\n${of(fields, 'alice', 'Owner is eve')}`),
      ['alice in Desk after: Owner eve'],
    );
    assert.deepEqual(
      change(`user erin "e@x.com"\n${of(fields, 'alice', 'Owner is erin')}`, `user eve "e@x.com"\n${empty(fields)}`),
      ['alice in Desk before: Owner erin'],
    );
    assert.deepEqual(change(empty(fields), of(fields, 'alice', 'Owner is not empty')), [
      'alice in Desk after: Owner "someone in no group"',
    ]);
    assert.deepEqual(change(of('field A: number', 'alice', 'A > 1'), of('field B: number', 'alice, bob', 'B > 1')), [
      'bob in Desk after: B 2',
    ]);
    assert.deepEqual(change(of('field A: number', 'alice, bob', 'A > 1'), of('field B: number', 'alice', 'B > 1')), [
      'bob in Desk before: A 2',
    ]);
    assert.deepEqual(change(of('field A: number', 'alice', 'A > 1'), of('field A: text', 'alice', 'A is "x"')), [
      'alice in Desk after: A "x"',
    ]);
    const gone = `app Desk { field A: number ${role} policy P { to alice, Agents } auto-share records on mention }`;
    assert.deepEqual(
      change(
        gone.replace('auto-share records on mention', '').replace('policy P { to alice, Agents }', ''),
        gone.replace('policy P { to alice, Agents }', ''),
      ),
      ['alice in Desk after: mentions alice'],
    );
  });
});
