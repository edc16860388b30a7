// Who can, by example: who is listed, for which records, by what, and whom a group stands for.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { NamedRecord } from '../../../server/src/access/index/record.ts';
import { whoCan } from '../../../server/src/access/index/who.ts';
import { indexOf, listed } from './asked.ts';

const people = `
  user ada "ada@a.cc" { Region "EU" }  user bo "bo@a.cc" { Region "EU" }  user cy "cy@a.cc" { Region "US" }
  user dee "dee@a.cc" { inactive }
  group Sales { members ada, bo, dee }  group Support { members bo, cy }`;

const numbers = Array.from({ length: 20 }, (_, n) => n);

interface Case {
  readonly what: string;
  readonly text: string;
  readonly ask?: string | readonly string[];
  readonly object?: string;
  /** Undefined where the index cannot say. */
  readonly expected: readonly string[] | undefined;
}

const cases: readonly Case[] = [
  {
    what: 'organization',
    expected: ['ada, by role `R`'],
    text: 'role R { members ada, dee grants CREATE_ROLES }',
    ask: 'CREATE_ROLES',
  },
  {
    what: 'organization by group',
    expected: ['Sales, by role `R`', 'cy, by role `R`'],
    text: 'role R { members Sales, cy grants CREATE_ROLES }',
    ask: 'CREATE_ROLES',
  },
  {
    what: 'organization by admin',
    expected: ['Support, by role `R` (`ADMIN`)', 'Desk.bot, by role `R` (`ADMIN`)'],
    text: 'role R { members Support grants ADMIN } app Desk { service account bot { roles R } }',
    ask: 'CREATE_ROLES',
  },
  {
    what: 'two permissions by two roles',
    expected: ['bo, by role `Q`'],
    text: 'role R { members Sales grants CREATE_ROLES } role Q { members bo, Support grants DELETE_ROLES }',
    ask: ['CREATE_ROLES', 'DELETE_ROLES'],
  },
  {
    what: 'one of two permissions',
    expected: [],
    text: 'role R { members ada grants CREATE_ROLES } role Q { members cy grants DELETE_ROLES }',
    ask: ['CREATE_ROLES', 'DELETE_ROLES'],
  },
  {
    what: 'the same permission twice',
    expected: ['ada, by role `R`'],
    text: 'role R { members ada grants CREATE_ROLES }',
    ask: ['CREATE_ROLES', 'CREATE_ROLES'],
  },
  {
    what: 'no sight needed',
    expected: ['Support, by role `R`', 'ada, by role `R`', 'Desk.bot, by role `R`'],
    text: 'role R { members ada, Support grants CREATE_RECORDS } app Desk { service account bot { roles R } }',
    ask: 'CREATE_RECORDS',
    object: 'Desk',
  },
  {
    what: 'no policy',
    expected: [],
    text: 'role R { members ada, Support grants READ_RECORDS } app Desk { service account bot { roles R } }',
    object: 'Desk',
  },
  {
    what: 'policies of some',
    expected: ['ada, by role `R`; policy `P`', 'bo, by role `R` through `Support`; policy `P`'],
    text: `role R { members ada, Support grants READ_RECORDS }
      app Desk { policy "P" { to ada, bo } service account bot { roles R } }`,
    object: 'Desk',
  },
  {
    what: 'a policy of a group whose members hold a role',
    expected: ['ada, by role `R`; policy `P` through `Sales`', 'cy, by role `R`; policy `P` through `Support`'],
    text: 'role R { members ada, cy grants READ_RECORDS } app Desk { policy "P" { to Sales, Support } }',
    object: 'Desk',
  },
  {
    what: 'a group and a member with more',
    expected: ['Sales when T > 1, by role `R`; policy `P`', 'bo when T > 0, by role `R` through `Sales`; policy `Q`'],
    text: `role R { members Sales grants READ_RECORDS }
      app Desk { field T: number policy "P" { to Sales when T > 1 } policy "Q" { to bo when T > 0 } policy "S" { to ada when T > 2 } }`,
    object: 'Desk',
  },
  {
    what: 'a group with a role and another with the policy',
    expected: ['bo, by role `R` through `Sales`; policy `P` through `Support`'],
    text: 'role R { members Sales grants READ_RECORDS } app Desk { policy "P" { to Support } }',
    object: 'Desk',
  },
  {
    what: 'two groups that together say all',
    expected: ['Sales when T > 1, by role `R`; policy `P`', 'Support when T < 3, by role `R`; policy `Q`'],
    text: `role R { members Sales, Support grants READ_RECORDS }
      app Desk { field T: number policy "P" { to Sales when T > 1 } policy "Q" { to Support when T < 3 } }`,
    object: 'Desk',
  },
  {
    what: 'conditions that nothing meets, and that everything meets',
    expected: ['bo, by role `R`; policy `Q`', 'cy when T is empty, by role `R`; policy `S`'],
    text: `role R { members ada, bo, cy grants READ_RECORDS }
      app Desk { field T: number
        policy "P" { to ada when T > 1 and T < 0 }  policy "Q" { to bo when T > 0 or not T > 0 } policy "S" { to cy when T is empty } }`,
    object: 'Desk',
  },
  {
    what: 'admins see all',
    expected: ['Support, by role `R` (`ADMIN`)', 'Desk.bot, by role `R` (`ADMIN`)'],
    text: `role R { members Support grants ADMIN } role Q { members ada grants READ_RECORDS }
      app Desk { service account bot { roles R } service account other { roles Q } }`,
    object: 'Desk',
  },
  {
    what: 'accounts by roles of the organization, of the object and of another',
    expected: ['Desk.a, by role `R`; policy `P`', 'Desk.b, by role `W`; policy `P`', 'Shop.a, by role `W`; policy `P`'],
    text: `role R { grants READ_RECORDS }
      app Desk { role W { grants READ_RECORDS } policy "P" { to Desk.a, Desk.b, Desk.c, Desk.d, Desk.e, Shop.a }
        service account a { roles R } service account b { roles W } service account c { roles Shop.W } service account d
        service account e { roles R inactive } }
      app Shop { role W { grants READ_RECORDS } service account a { roles Desk.W } }`,
    object: 'Desk',
  },
  {
    what: 'what is asked of whoever asks',
    expected: [
      'Sales when Team is Sales, by role `R`; policy `S`',
      'ada when Owner is ada or Title is "EU" or Team is Sales, by role `R`; policy `P`',
      'bo when Owner is bo or Team is one of (Sales, Support), by role `R`; policy `P`',
      'cy when Owner is cy or Title is "US" or Team is Support, by role `R`; policy `P`',
    ],
    text: `role R { members ada, bo, cy, Sales grants READ_RECORDS }
      app Desk { field Owner: user field Title: text field Team: group
        policy "P" { to ada, bo, cy when Owner is current user }
        policy "Q" { to ada, cy when Title is current user.Region }
        policy "S" { to Support, Sales when Team contains current user } }`,
    object: 'Desk',
  },
  {
    what: 'assignees',
    expected: [
      'Support when Owner is current user, by role `R`; shared on `assign`',
      'ada when Owner is ada, by role `R`; shared on `assign`',
      'bo, by role `R` through `Support`; policy `P`',
      'cy when Owner is cy, by role `R` through `Support`; shared on `assign`',
      'Desk.bot when Owner is Desk.bot, by role `R`; shared on `assign`',
    ],
    text: `role R { members ada, Support grants READ_RECORDS }
      app Desk { field Owner: user as assignee field Other: user
        auto-share records on assign policy "P" { to bo } service account bot { roles R } }`,
    object: 'Desk',
  },
  {
    what: 'assigned teams',
    expected: undefined,
    text: `role R { members ada, Support grants READ_RECORDS }
      app Desk { field Team: group as assignee auto-share records on group-assign policy "P" { to bo } }`,
    object: 'Desk',
  },
  {
    what: 'assigned teams that are not shared with',
    expected: ['bo, by role `R` through `Support`; policy `P`'],
    text: `role R { members ada, Support grants READ_RECORDS }
      app Desk { field Team: group as assignee auto-share records on assign policy "P" { to bo } }`,
    object: 'Desk',
  },
  {
    what: 'shares with assigned teams where there are none',
    expected: ['bo, by role `R` through `Support`; policy `P`'],
    text: `role R { members ada, Support grants READ_RECORDS }
      app Desk { field Owner: user as assignee auto-share records on group-assign policy "P" { to bo } }`,
    object: 'Desk',
  },
  {
    what: 'roles by assignment',
    expected: undefined,
    text: `role R { members ada grants READ_RECORDS auto-share on assign }
      app Desk { field Owner: user as assignee policy "P" { to bo } }`,
    object: 'Desk',
  },
  {
    what: 'roles by another relation',
    expected: ['ada, by role `R`; policy `P`'],
    text: `role R { members ada grants READ_RECORDS auto-share on watch }
      app Desk { field Owner: user as assignee policy "P" { to ada, bo } }`,
    object: 'Desk',
  },
  {
    what: 'roles that are over, and in force for the last day',
    expected: ['bo, by role `Q`; policy `P`'],
    text: `role R { members ada grants READ_RECORDS expires 2026-11-20 } role Q { members bo grants READ_RECORDS expires 2026-11-21 }
      app Desk { policy "P" { to ada, bo } }`,
    object: 'Desk',
  },
  {
    what: 'system groups',
    expected: [
      'ada when Team is Sales, by role `R` through `Internal Users`; policy `P` through `Internal Users`',
      'bo, by role `R` through `Internal Users`; policy `Q`',
      'cy when Team is Support, by role `R` through `Internal Users`; policy `P` through `Internal Users`',
    ],
    text: `role R { members "Internal Users" grants READ_RECORDS }
      app Desk { field Team: group policy "P" { to "Internal Users" when Team contains current user } policy "Q" { to bo } }`,
    object: 'Desk',
  },
  {
    what: 'a policy of a group, and of one who is in none',
    expected: ['Sales, by role `R`; policy `P`', 'cy, by role `R`; policy `P`'],
    text: 'role R { members Sales, cy grants READ_RECORDS } app Desk { policy "P" { to Sales, cy } }',
    object: 'Desk',
  },
  {
    what: 'an administrator besides a group, and one by a group',
    expected: [
      'Sales, by role `Boss` (`ADMIN`)',
      'Support when T > 1, by role `R`; policy `P`',
      'cy, by role `Boss` (`ADMIN`)',
    ],
    text: `role Boss { members cy, Sales grants ADMIN } role R { members Support grants READ_RECORDS }
      app Desk { field T: number policy "P" { to Support when T > 1 } }`,
    object: 'Desk',
  },
  {
    what: 'groups of whoever asks, and whoever is in none',
    expected: [
      'ada when Team is Sales, by role `R`; policy `P` through `Internal Users`',
      'cy when Team is Support, by role `R`; policy `P` through `Internal Users`',
    ],
    text: `user eve "eve@a.cc" role R { members ada, cy, eve grants READ_RECORDS }
      app Desk { field Team: group policy "P" { to "Internal Users" when Team contains current user } }`,
    object: 'Desk',
  },
  {
    what: 'whoever asks among others',
    expected: [
      'ada when Owner is one of (cy, ada), by role `R`; policy `P`',
      'bo when Owner is one of (cy, bo), by role `R`; policy `P`',
    ],
    text: `role R { members ada, bo grants READ_RECORDS }
      app Desk { field Owner: user policy "P" { to ada, bo when Owner is one of (cy, current user) } }`,
    object: 'Desk',
  },
  {
    what: 'a permission that needs sight and one that does not',
    expected: ['Sales when T > 1, by role `R`; policy `P`', 'bo when T > 0, by role `R` through `Sales`; policy `Q`'],
    text: `role R { members Sales grants READ_RECORDS, CREATE_RECORDS }
      app Desk { field T: number policy "P" { to Sales when T > 1 } policy "Q" { to bo when T > 0 } }`,
    ask: ['READ_RECORDS', 'CREATE_RECORDS'],
    object: 'Desk',
  },
  {
    what: 'many groups and accounts, two to each of many policies',
    expected: [
      ...numbers.map((n) => `G${n} when T > ${n}, by role \`R\`; policy \`P${n}\``),
      ...numbers.map((n) => `Desk.a${n} when T > ${n}, by role \`R\`; policy \`P${n}\``),
    ],
    text: `${numbers.map((n) => `user u${n} "u${n}@a.cc" group G${n} { members u${n} }`).join(' ')}
      role R { members ${numbers.map((n) => `G${n}`).join(', ')} grants READ_RECORDS }
      app Desk { field T: number
        ${numbers.map((n) => `policy "P${n}" { to G${n}, a${n} when T > ${n} }`).join(' ')}
        ${numbers.map((n) => `service account a${n} { roles R }`).join(' ')} }`,
    object: 'Desk',
  },
  {
    what: 'nobody',
    expected: [],
    text: 'role R { grants READ_RECORDS } app Desk { policy "P" { to ada } }',
    object: 'Desk',
  },
];

const reader = 'role R { members ada, Support, Sales grants READ_RECORDS }';
const ofRecords: readonly (readonly [
  what: string,
  text: string,
  record: NamedRecord,
  expected: readonly string[] | undefined,
])[] = [
  [
    'policies',
    `${reader} app Desk { field T: number policy "P" { to Sales when T > 1 } policy "Q" { to cy when T > 2 } }`,
    { fields: { T: 2 } },
    ['Sales, by role `R`; policy `P`'],
  ],
  [
    'policies of groups and of members',
    `${reader} app Desk { field T: number policy "P" { to Sales when T > 1 } policy "Q" { to cy, bo when T > 2 } }`,
    { fields: { T: 3 } },
    ['Sales, by role `R`; policy `P`', 'cy, by role `R` through `Support`; policy `Q`'],
  ],
  [
    'what is open',
    `${reader} app Desk { field T: number policy "P" { to Sales when T > 1 } }`,
    { fields: {} },
    undefined,
  ],
  [
    'what is open and decides nothing',
    `${reader} app Desk { field T: number policy "P" { to Sales when T > 1 } policy "Q" { to Sales, cy } }`,
    { fields: {} },
    ['Sales, by role `R`; policy `P`', 'cy, by role `R` through `Support`; policy `Q`'],
  ],
  [
    'whoever owns it',
    `${reader} app Desk { field Owner: user policy "P" { to Sales, Support when Owner is current user } }`,
    { fields: { Owner: 'bo' } },
    ['bo, by role `R` through `Sales`; policy `P` through `Sales`'],
  ],
  [
    'shared with a user',
    `${reader} app Desk { service account bot { roles R } }`,
    { fields: {}, relations: { share: ['ada', 'Desk.bot'] } },
    ['ada, by role `R`; shared with it', 'Desk.bot, by role `R`; shared with it'],
  ],
  [
    'shared with a group',
    `${reader} app Desk { service account bot { roles R } }`,
    { fields: {}, relations: { share: ['Support'] } },
    ['Support, by role `R`; shared with it through `Support`'],
  ],
  [
    'shared with nobody known',
    `${reader} app Desk { service account bot { roles R } }`,
    { fields: {}, relations: { share: ['zoe'] } },
    undefined,
  ],
  [
    'a role by a relation of a user',
    'role W { grants READ_RECORDS auto-share on watch } app Desk { policy "P" { to ada, Sales, Support } }',
    { fields: {}, relations: { watch: ['ada'] } },
    ['ada, by role `W` by auto-share on `watch`; policy `P`'],
  ],
  [
    'a role by a relation of a group',
    'role W { grants READ_RECORDS auto-share on watch } app Desk { policy "P" { to Support } policy "Q" { to ada } }',
    { fields: {}, relations: { watch: ['Sales', 'Support'] } },
    [
      'Support, by role `W` through `Support` by auto-share on `watch`; policy `P`',
      'ada, by role `W` through `Sales` by auto-share on `watch`; policy `Q`',
    ],
  ],
  [
    'a role by a relation, another by membership',
    'role W { members cy grants READ_RECORDS auto-share on watch } app Desk { policy "P" { to Support, ada } }',
    { fields: {}, relations: { watch: ['ada'] } },
    ['ada, by role `W` by auto-share on `watch`; policy `P`', 'cy, by role `W`; policy `P` through `Support`'],
  ],
  [
    'admins',
    'role W { members Support, ada grants ADMIN } app Desk { service account bot { roles W } }',
    { fields: {} },
    ['Support, by role `W` (`ADMIN`)', 'ada, by role `W` (`ADMIN`)', 'Desk.bot, by role `W` (`ADMIN`)'],
  ],
  [
    'inactive',
    'role W { members dee, ada grants READ_RECORDS } app Desk { policy "P" { to dee, ada, Desk.bot } service account bot { roles W inactive } }',
    { fields: {} },
    ['ada, by role `W`; policy `P`'],
  ],
  [
    'a group with the role and the member with the policy',
    `${reader} app Desk { policy "P" { to bo } }`,
    { fields: {} },
    ['bo, by role `R` through `Sales`; policy `P`'],
  ],
  [
    'a group that sees it, and its member whom the condition leaves out',
    `${reader} app Desk { field Owner: user policy "P" { to Sales when not (Owner is current user) } policy "Q" { to ada, bo } }`,
    { fields: { Owner: 'ada' } },
    ['Sales, by role `R`; policy `P`', 'ada, by role `R`; policy `Q`'],
  ],
  [
    'a group that gives the role by what it watches, and the member with the policy',
    `role W { grants READ_RECORDS auto-share on watch } app Desk { policy "P" { to Sales } policy "Q" { to cy, bo } }`,
    { fields: {}, relations: { watch: ['Sales', 'Support'] } },
    [
      'Sales, by role `W` through `Sales` by auto-share on `watch`; policy `P`',
      'cy, by role `W` through `Support` by auto-share on `watch`; policy `Q`',
    ],
  ],
  [
    'a group that gives sight of what it is assigned',
    `${reader} app Desk { field Team: group as assignee auto-share records on group-assign }`,
    { fields: { Team: 'Sales' } },
    ['Sales, by role `R`; shared on `group-assign` through `Sales`'],
  ],
];

describe('access index: who can, by example', () => {
  for (const { what, text, ask = 'READ_RECORDS', object, expected } of cases)
    it(what, () => {
      const found = listed(indexOf(`${people}\n${text}`), ask, object);
      assert.deepEqual(found, expected);
    });

  for (const [what, text, record, expected] of ofRecords)
    it(`of a record: ${what}`, () => {
      assert.deepEqual(listed(indexOf(`${people}\n${text}`), 'READ_RECORDS', 'Desk', record), expected);
    });

  it('of a record: several permissions at once', () => {
    const index = indexOf(`${people}
      role R { members ada, Support grants READ_RECORDS, CREATE_RECORDS }
      role W { grants UPDATE_RECORDS auto-share on watch }
      app Desk { policy "P" { to Support } policy "Q" { to ada, cy } }`);
    const record = { fields: {}, relations: { watch: ['ada', 'cy'] } };
    assert.deepEqual(listed(index, ['READ_RECORDS', 'CREATE_RECORDS'], 'Desk', record), [
      'Support, by role `R`; policy `P`',
      'ada, by role `R`; policy `Q`',
    ]);
    const owned = indexOf(`${people} role R { members Support grants READ_RECORDS, CREATE_RECORDS }
      app Desk { field Owner: user policy "P" { to Support when not (Owner is current user) } policy "Q" { to cy } }`);
    assert.deepEqual(listed(owned, ['READ_RECORDS', 'CREATE_RECORDS'], 'Desk', { fields: { Owner: 'cy' } }), [
      'Support, by role `R`; policy `P`',
      'cy, by role `R` through `Support`; policy `Q`',
    ]);
    assert.deepEqual(listed(index, ['READ_RECORDS', 'UPDATE_RECORDS'], 'Desk', record), [
      'ada, by role `R`; policy `Q`',
      'cy, by role `R` through `Support`; policy `Q`',
    ]);
  });

  it('of an organization, which has no records', () => {
    const index = indexOf(`${people} role R { members ada grants CREATE_ROLES }`);
    assert.deepEqual(listed(index, 'CREATE_ROLES', undefined, { fields: {} }), ['ada, by role `R`']);
  });

  it("cannot say of names that are nobody's", () => {
    const index = indexOf(`${people} role R { members ada grants CREATE_ROLES } app Desk { policy "P" { to ada } }`);
    assert.equal(whoCan(index, { permissions: ['NO_SUCH'], object: undefined }), undefined);
    assert.equal(whoCan(index, { permissions: ['CREATE_ROLES', 'NO_SUCH'], object: undefined }), undefined);
    assert.equal(whoCan(index, { permissions: [9999], object: undefined }), undefined);
    assert.equal(whoCan(index, { permissions: ['READ_RECORDS'], object: 'Nowhere' }), undefined);
    assert.equal(whoCan(index, { permissions: ['READ_RECORDS'], object: 9 }), undefined);
    const many = (count: number) => Array.from({ length: count }, () => 'CREATE_ROLES');
    assert.equal(whoCan(index, { permissions: many(31), object: undefined }), undefined);
    assert.deepEqual(listed(index, many(30)), ['ada, by role `R`']);
  });
});
