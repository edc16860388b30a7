// What relations to a record let somebody hold and see: every relation, who is reached by it, fields with assignees.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { AccessIndex } from '../../../server/src/access/index/access-index.ts';
import type { NamedRecord } from '../../../server/src/access/index/record.ts';
import { answer, indexOf, listed, waysFor } from './asked.ts';

const people = `
  user ada "ada@a.cc"  user bo "bo@a.cc"  user cy "cy@a.cc"
  group Sales { members ada }  group Support { members bo, ada }`;
const everybody = ['ada', 'bo', 'cy', 'Sales', 'Support', '"Internal Users"', 'Desk.bot'].map((name) =>
  name.replaceAll('"', ''),
);

/** Of everybody: 1 allowed, 0 no role, - not in sight, ? open. */
function row(index: AccessIndex, record: NamedRecord | undefined, permission = 'READ_RECORDS'): string {
  const signs = { allowed: '1', 'no-role': '0', 'no-data-access': '-', inactive: 'x' } as const;
  return everybody
    .map((principal) => {
      const verdict = answer(index, { principal, permission, object: 'Desk', record });
      return verdict === undefined ? '?' : signs[verdict];
    })
    .join('');
}

const kinds = ['watch', 'mention', 'share', 'assign', 'approval'] as const;

describe('access index: roles by relations', () => {
  for (const word of kinds)
    it(`on ${word}, of that record alone`, () => {
      const index = indexOf(`${people}
        role Helper { grants CREATE_RECORDS auto-share on ${word} }
        app Desk { policy "All" { to ada, bo, cy, Sales, Support, "Internal Users", Desk.bot } service account bot }`);
      const given = (kind: string, ...names: readonly string[]) =>
        row(index, { fields: {}, relations: { [kind]: names } }, 'CREATE_RECORDS');
      assert.equal(row(index, { fields: {} }, 'CREATE_RECORDS'), '0000000');
      assert.equal(row(index, undefined, 'CREATE_RECORDS'), '0000000');
      assert.equal(row(index, { fields: {}, relations: {} }, 'CREATE_RECORDS'), '0000000');
      assert.equal(given(word), '0000000');
      assert.equal(given(word, 'ada'), '1000000');
      assert.equal(given(word, 'Support'), '1100100');
      assert.equal(given(word, 'Sales', 'cy'), '1011000');
      assert.equal(given(word, 'Internal Users'), '1110010');
      assert.equal(given(word, 'Desk.bot'), '0000001');
      for (const other of kinds) if (other !== word) assert.equal(given(other, 'ada'), '0000000', other);
      // Who is named there and is nobody leaves it open; a permission that the role has not is held by nobody.
      assert.equal(given(word, 'nobody'), '???????');
      assert.equal(row(index, { fields: {}, relations: { [word]: ['nobody'] } }, 'DELETE_RECORDS'), '0000000');
    });

  it('of the object, besides those that are held', () => {
    const index = indexOf(`${people}
      role Reader { members bo grants READ_RECORDS }
      app Desk {
        role Worker { members cy grants UPDATE_RECORDS auto-share on watch, mention }
        role Idle { grants CREATE_RECORDS }
        policy "All" { to ada, bo, cy }
        service account bot
      }
      app Other { policy "All" { to ada } }`);
    const record = { fields: {}, relations: { watch: ['ada'], mention: ['bo'], share: ['cy'] } };
    assert.equal(row(index, record, 'UPDATE_RECORDS'), '1110000');
    assert.equal(row(index, record, 'READ_RECORDS'), '0100000');
    assert.equal(row(index, record, 'CREATE_RECORDS'), '0000000');
    const elsewhere = { principal: 'ada', permission: 'UPDATE_RECORDS', object: 'Other', record };
    assert.equal(answer(index, elsewhere), 'no-role');
    assert.deepEqual(waysFor(index, { ...elsewhere, object: 'Desk' }), ['Worker on watch', 'sees by policy `All`']);
    assert.deepEqual(waysFor(index, { ...elsewhere, principal: 'cy', object: 'Desk' }), [
      'Worker',
      'sees by policy `All`',
      'sees by shared with it',
    ]);
  });

  it('give all permissions with `ADMIN`, and no sight', () => {
    const index = indexOf(`${people}
      role Helper { grants ADMIN auto-share on watch }
      app Desk { policy "All" { to ada } service account bot }`);
    const record = { fields: {}, relations: { watch: ['ada', 'bo'] } };
    assert.equal(row(index, record, 'UPDATE_RECORDS'), '1-00000');
    assert.equal(row(index, record, 'CREATE_RECORDS'), '1100000');
  });

  it('end with their day', () => {
    for (const [day, expected] of [
      ['2026-11-20', '0000000'],
      ['2026-11-21', '1000000'],
      ['2026-11-22', '1000000'],
    ] as const) {
      const index = indexOf(`${people}
        role Helper { grants CREATE_RECORDS auto-share on watch expires ${day} }
        app Desk { service account bot }`);
      assert.equal(row(index, { fields: {}, relations: { watch: ['ada'] } }, 'CREATE_RECORDS'), expected, day);
    }
  });

  it('on assign, by the fields that say who is assigned', () => {
    const index = indexOf(`${people}
      role Helper { grants CREATE_RECORDS auto-share on assign }
      app Desk {
        field Note: text  field Owner: user as assignee  field Other: user  field Team: group as assignee
        service account bot
      }`);
    const of = (fields: NamedRecord['fields']) => row(index, { fields }, 'CREATE_RECORDS');
    assert.equal(of({ Owner: null, Team: null }), '0000000');
    assert.equal(of({ Owner: 'ada', Team: null }), '1000000');
    assert.equal(of({ Owner: null, Other: 'ada', Team: null }), '0000000');
    assert.equal(of({ Owner: 'Desk.bot', Team: null }), '0000001');
    assert.equal(of({ Owner: null, Team: 'Support' }), '1100100');
    assert.equal(of({ Owner: 'cy', Team: 'Sales' }), '1011000');
    // Open: the owner may be anybody with a number of their own, the team any but a system group.
    assert.equal(of({ Team: null }), '???????');
    assert.equal(of({ Owner: null }), '??0??00');
    assert.equal(of({ Owner: 'ada' }), '1?0??00');
  });

  it('on assign, where nothing is said of the record', () => {
    const index = indexOf(`${people}
      role Helper { grants CREATE_RECORDS auto-share on assign }
      app Desk { field Owner: user as assignee  field Team: group as assignee  service account bot }`);
    assert.equal(row(index, undefined, 'CREATE_RECORDS'), '???????');
    assert.equal(row(index, { fields: {} }, 'CREATE_RECORDS'), '???????');
  });

  it('in the whole object by records that are declared, where the settings say so', () => {
    const text = `${people}
      role Helper { grants CREATE_RECORDS, READ_RECORDS auto-share on watch, assign }
      app Desk { field Owner: user as assignee  policy "All" { to ada, bo, cy } service account bot }
      app Other { policy "All" { to ada, bo, cy } }
      record one in Desk { watched by Sales }
      record two in Desk { Owner bo }
      record three in Other { watched by cy }
      record four in Desk { watched by Desk.bot }`;
    const whole = indexOf(text, { autoShareReach: 'object' });
    const single = indexOf(text);
    const none = { fields: { Owner: null } };
    assert.equal(row(whole, none), '110-00-');
    assert.equal(row(single, none), '0000000');
    const other = (index: AccessIndex) =>
      ['ada', 'bo', 'cy'].map((principal) => answer(index, { principal, permission: 'READ_RECORDS', object: 'Other' }));
    assert.deepEqual(other(whole), ['no-role', 'no-role', 'allowed']);
    assert.deepEqual(other(single), ['no-role', 'no-role', 'no-role']);
    assert.equal(listed(whole, 'READ_RECORDS', 'Desk'), undefined);
    assert.equal(listed(whole, 'DELETE_RECORDS', 'Desk')?.length, 0);
    const watched = indexOf(text.replace('watch, assign', 'watch').replace(' as assignee', ''), {
      autoShareReach: 'object',
    });
    assert.equal(listed(watched, 'READ_RECORDS', 'Desk'), undefined);
  });
});

describe('access index: sight by relations', () => {
  const world = (shares: string, fields = '') => `${people}
    role Reader { members ada, bo, cy, Sales, Support, "Internal Users" grants READ_RECORDS }
    app Desk { ${fields} ${shares} service account bot { roles Reader } }`;

  it('comes with every share, whatever the object shares besides', () => {
    const index = indexOf(world(''));
    const given = (kind: string, ...names: readonly string[]) =>
      row(index, { fields: {}, relations: { [kind]: names } });
    assert.equal(row(index, { fields: {} }), '-------');
    assert.equal(row(index, undefined), '-------');
    assert.equal(given('share', 'ada'), '1------');
    assert.equal(given('share', 'Support'), '11--1--');
    assert.equal(given('share', 'Desk.bot'), '------1');
    assert.equal(given('share', 'nobody'), '???????');
    for (const kind of ['watch', 'mention', 'assign', 'approval']) assert.equal(given(kind, 'ada'), '-------');
    const open = indexOf(world('policy "P" { to ada when T > 1 }', 'field T: number'));
    assert.equal(row(open, undefined), '?------');
    assert.equal(row(open, { fields: {} }), '?------');
    assert.equal(row(open, { fields: {}, relations: { share: ['ada'] } }), '1------');
  });

  for (const [word, kind, users, groups] of [
    ['watch', 'watch', true, true],
    ['mention', 'mention', true, true],
    ['approval', 'approval', true, true],
    ['assign', 'assign', true, false],
    ['group-assign', 'assign', false, true],
  ] as const)
    it(`comes with ${word}: ${users ? 'users' : ''} ${groups ? 'groups' : ''}`, () => {
      const index = indexOf(world(`auto-share records on ${word}`));
      const given = (...names: readonly string[]) => row(index, { fields: {}, relations: { [kind]: names } });
      assert.equal(given('bo'), users ? '-1-----' : '-------');
      assert.equal(given('Desk.bot'), users ? '------1' : '-------');
      assert.equal(given('Support'), groups ? '11--1--' : '-------');
      assert.equal(given('Internal Users'), groups ? '111--1-' : '-------');
      assert.equal(given('Sales', 'bo', 'cy'), groups ? (users ? '1111---' : '1--1---') : '-11----');
      assert.equal(row(index, { fields: {}, relations: { share: ['cy'] } }), '--1----');
    });

  const fields = 'field Owner: user as assignee  field Team: group as assignee  field Third: user';

  it('comes with fields of assignees, of users and of groups apart', () => {
    const users = indexOf(world('auto-share records on assign', fields));
    const groups = indexOf(world('auto-share records on group-assign', fields));
    const both = indexOf(world('auto-share records on assign, group-assign', fields));
    const all = (of: NamedRecord['fields']) => [users, groups, both].map((index) => row(index, { fields: of }));
    assert.deepEqual(all({ Owner: 'ada', Team: 'Support', Third: 'cy' }), ['1------', '11--1--', '11--1--']);
    assert.deepEqual(all({ Owner: null, Team: null }), ['-------', '-------', '-------']);
    assert.deepEqual(all({ Owner: 'ada', Team: null }), ['1------', '-------', '1------']);
    assert.deepEqual(all({ Owner: null }), ['-------', '??-??--', '??-??--']);
    assert.deepEqual(all({ Owner: null, Team: 'Internal Users' }), ['-------', '-------', '-------']);
    assert.deepEqual(all({ Team: 'Sales' }), ['???????', '1--1---', '1??1???']);
    // Without shares of records no field counts, and without such a field no share of it.
    assert.equal(row(indexOf(world('', fields)), { fields: {} }), '-------');
    assert.equal(row(indexOf(world('auto-share records on watch', fields)), { fields: {} }), '-------');
    assert.equal(row(indexOf(world('auto-share records on assign', 'field Owner: user')), { fields: {} }), '-------');
  });

  it('tells by which relation and through which group', () => {
    const index = indexOf(world('auto-share records on watch, assign, group-assign', fields));
    const of = (record: NamedRecord, principal: string) =>
      waysFor(index, { principal, permission: 'READ_RECORDS', object: 'Desk', record }).filter((way) =>
        way.startsWith('sees'),
      );
    const record = {
      fields: { Owner: 'bo', Team: 'Support' },
      relations: { watch: ['Sales', 'bo'], share: ['Internal Users'] },
    };
    assert.deepEqual(of(record, 'ada'), [
      'sees by shared with it through `Internal Users`',
      'sees by shared on `watch` through `Sales`',
      'sees by shared on `assign`: false',
      'sees by shared on `group-assign` through `Sales`: false',
      'sees by shared on `group-assign` through `Support`',
    ]);
    assert.deepEqual(of(record, 'bo'), [
      'sees by shared with it through `Internal Users`',
      'sees by shared on `watch`',
      'sees by shared on `assign`',
      'sees by shared on `group-assign` through `Support`',
    ]);
    assert.deepEqual(of(record, 'Sales'), [
      'sees by shared on `watch` through `Sales`',
      'sees by shared on `assign`: false',
      'sees by shared on `group-assign` through `Sales`: false',
    ]);
    assert.deepEqual(of(record, 'Desk.bot'), ['sees by shared on `assign`: false']);
  });
});
