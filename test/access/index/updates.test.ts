// What an edit makes anew of an index, and what stays the same object.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { AccessIndex } from '../../../server/src/access/index/access-index.ts';
import { changeBetween } from '../../../server/src/access/index/change.ts';
import { compile } from '../../../server/src/access/index/compile.ts';
import { updated } from '../../../server/src/access/index/update.ts';
import { parseFile } from '../../../server/src/syntax/parse.ts';
import type { SourceFile } from '../../../server/src/syntax/source-file.ts';
import { answer } from './asked.ts';
import { reread } from './reread.ts';
import { bindSource, today } from './worlds.ts';

const semantics = { adminSeesAllRecords: true, autoShareReach: 'object' } as const;
const text = `user ada "ada@a.cc"
user bo "bo@a.cc"
group Sales { members ada }
role Reader { members ada grants READ_RECORDS }
role Boss { members bo grants ADMIN }
role Watcher { grants READ_RECORDS auto-share on watch }
app Desk { role Worker { members ada grants CREATE_RECORDS } policy "All" { to ada, Desk.bot } service account bot { roles Reader } }
app Shop { policy "All" { to bo } service account bot { roles Reader } }
record one in Desk { shared with ada }
query "Who" { who can READ_RECORDS in Desk }
`;

interface Edited {
  readonly before: AccessIndex;
  readonly after: AccessIndex;
  readonly anew: AccessIndex;
}

function edit(from: string, to: string, of = text): Edited {
  assert.ok(of.includes(from), from);
  const source = parseFile(of);
  const before = compile(bindSource(source, semantics), today);
  // Kept rows of the index before must not be those of the index after.
  for (const principal of ['ada', 'bo']) answer(before, { principal, permission: 'READ_RECORDS', object: 'Desk' });
  const next = reread(source, of.replace(from, to));
  const model = bindSource(next, semantics);
  const change = changeBetween(new Map([['a.writ', source]]), new Map([['a.writ', next]]));
  return { before, after: updated(before, model, change), anew: compile(model, today) };
}

/** What stayed the same: people, the organization, the tables of objects. */
function kept({ before, after }: Edited): string {
  const words = [
    before.people.memberships === after.people.memberships ? 'people' : '',
    before.organization === after.organization ? 'organization' : '',
    ...after.objects.map(({ table, symbol }, i) => (table === before.objects[i]?.table ? symbol.name : '')),
  ];
  return words.filter((word) => word !== '').join(' ');
}

function assertSame({ after, anew }: Edited): void {
  assert.deepEqual({ ...after.people, memberships: 0 }, { ...anew.people, memberships: 0 });
  assert.deepEqual(after.people.memberships, anew.people.memberships);
  assert.deepEqual(after.organization, anew.organization);
  assert.deepEqual([...after.admins].sort(), [...anew.admins].sort());
  assert.deepEqual(after.accountRoles, anew.accountRoles);
  assert.equal(after.model, anew.model);
  assert.equal(after.today, today);
  assert.equal(after.holdings.rows, 0);
  after.objects.forEach((object, i) => {
    const right = anew.objects[i];
    assert.equal(object.symbol, right?.symbol);
    assert.equal(after.objectsByName.get(object.symbol.name), object);
    assert.deepEqual(object.table, right?.table);
    assert.deepEqual(
      object.declaredRecords.map(({ facts }) => facts),
      right?.declaredRecords.map(({ facts }) => facts),
    );
    assert.deepEqual(object.roles, right?.roles);
  });
}

const rows: readonly (readonly [what: string, from: string, to: string, kept: string])[] = [
  ['nothing', 'query', 'query', 'people organization Desk Shop'],
  ['a query', 'READ_RECORDS in Desk }', 'UPDATE_RECORDS in Desk }', 'people organization Desk Shop'],
  ['a record', 'shared with ada }', 'shared with bo }', 'people organization Desk Shop'],
  ['another record', 'query', 'record two in Shop { watched by Sales }\nquery', 'people organization Desk Shop'],
  ['no record', 'record one in Desk { shared with ada }\n', '', 'people organization Desk Shop'],
  ['a role', 'role Reader { members ada', 'role Reader { members bo', 'people Desk Shop'],
  ['what a role grants', 'ada grants READ_RECORDS', 'ada grants UPDATE_RECORDS', 'people Desk Shop'],
  ['the name of a role', 'role Boss', 'role Chief', 'people Desk Shop'],
  ['a role that goes', 'role Boss { members bo grants ADMIN }\n', '', 'people Desk Shop'],
  [
    'a role that comes first',
    'role Reader',
    'role First { members bo grants READ_RECORDS }\nrole Reader',
    'people Desk Shop',
  ],
  ['a role that is over', 'grants ADMIN }', 'grants ADMIN expires 2026-11-20 }', 'people Desk Shop'],
  ['an object', 'policy "All" { to bo }', 'policy "All" { to ada }', 'people organization Desk'],
  ['another object', 'members ada grants CREATE', 'members bo grants CREATE', 'people organization Shop'],
  [
    'an account that is inactive',
    'to bo } service account bot { roles Reader }',
    'to bo } service account bot { roles Reader inactive }',
    'people organization Desk',
  ],
  ['the name of an account', 'to bo } service account bot', 'to bo } service account other', ''],
  ['an account more', 'to bo } service', 'to bo } service account more  service', ''],
  ['the name of an object', 'app Shop', 'app Store', ''],
  ['an object more', 'app Shop', 'app Mall { policy "All" { to bo } }\napp Shop', ''],
  ['an object less', 'app Shop { policy "All" { to bo } service account bot { roles Reader } }\n', '', ''],
  ['a user', '"bo@a.cc"', '"bo@b.cc"', ''],
  ['a user more', 'group', 'user cy "cy@a.cc"\ngroup', ''],
  ['a group', 'members ada }\nrole', 'members bo }\nrole', ''],
];

describe('access index: an edit', () => {
  for (const [what, from, to, expected] of rows)
    it(`of ${what} keeps ${expected || 'nothing'}`, () => {
      const edited = edit(from, to);
      assertSame(edited);
      assert.equal(kept(edited), expected);
    });

  it('leaves what was answered before as it was', () => {
    const asked = { principal: 'Shop.bot', permission: 'READ_RECORDS', object: 'Shop', record: { fields: {} } };
    const { before, after } = edit(
      'to bo } service account bot { roles Reader }',
      'to bo } service account bot { roles Reader inactive }',
    );
    assert.equal(answer(after, asked), 'inactive');
    assert.equal(answer(before, asked), 'no-data-access');
  });

  it('knows nobody who went', () => {
    const { after } = edit('to bo } service account bot { roles Reader }', 'to bo }');
    const asked = { principal: 'Shop.bot', permission: 'READ_RECORDS', object: 'Shop' };
    assert.equal(answer(after, asked), undefined);
  });

  it('knows by which object an account is named', () => {
    const of = `user ada "ada@a.cc"
role Reader { members ada grants READ_RECORDS }
app Desk { policy "All" { to ada } service account bot { roles Reader } }
app Shop { policy "All" { to ada } }`;
    const edited = edit(
      'service account bot { roles Reader } }\napp Shop { policy "All" { to ada } }',
      '}\napp Shop { policy "All" { to ada } service account bot { roles Reader } }',
      of,
    );
    assertSame(edited);
  });

  it('may lose a name', () => {
    assertSame(edit('role Boss {', 'role {'));
    assertSame(edit('app Shop {', 'app {'));
  });

  it('of two objects in one step makes both anew', () => {
    const edited = edit('app Desk', 'app Desk');
    assert.equal(kept(edited), 'people organization Desk Shop');
    const both = edit(
      'service account bot { roles Reader } }\napp Shop { policy',
      'service account bot }\napp Shop { policy "More" { to ada } policy',
    );
    assertSame(both);
    assert.equal(kept(both), 'people organization');
  });

  it('is answered by', () => {
    const asked = { principal: 'bo', permission: 'READ_RECORDS', object: 'Desk', record: { fields: {} } };
    assert.equal(answer(edit('query', 'query').after, asked), 'allowed');
    assert.equal(answer(edit('grants ADMIN', 'grants READ_RECORDS').after, asked), 'no-data-access');
    assert.equal(answer(edit('to ada, Desk.bot', 'to bo').after, asked), 'allowed');
    assert.equal(answer(edit('role Boss { members bo grants ADMIN }\n', '').after, asked), 'no-role');
    const bot = { ...asked, principal: 'Desk.bot' };
    assert.equal(answer(edit('query', 'query').after, bot), 'allowed');
    assert.equal(answer(edit('Desk.bot }', 'Desk.bot } ').after, bot), 'allowed');
    assert.equal(
      answer(
        edit(
          'to ada, Desk.bot } service account bot { roles Reader }',
          'to ada, Desk.bot } service account bot { roles Reader inactive }',
        ).after,
        bot,
      ),
      'inactive',
    );
    const watcher = { ...asked, permission: 'READ_RECORDS', principal: 'bo', object: 'Desk' };
    const watched = edit('grants ADMIN', 'grants CREATE_RECORDS').after;
    assert.equal(answer(watched, watcher), 'no-role');
  });
});

describe('access index: what changed between two states', () => {
  const units = parseFile(
    'user a "a@b.cc"\nuser b "b@b.cc"\nuser c "c@b.cc"\nuser d "d@b.cc"\nuser e "e@b.cc"\n',
  ).units;
  const between = (before: string, after: string) => {
    const file = (names: string): SourceFile => {
      return { ...parseFile(''), units: [...names].flatMap((name) => units['abcde'.indexOf(name)] ?? []) };
    };
    const change = changeBetween(new Map([['x', file(before)]]), new Map([['x', file(after)]]));
    assert.equal(change.elsewhere, false);
    const names = units.map(({ declaration }) => declaration);
    return change.declarations.map((declaration) => 'abcde'[names.indexOf(declaration)]).join('');
  };

  for (const [before, after, expected] of [
    ['abc', 'abc', ''],
    ['abc', 'ab', 'c'],
    ['abc', 'bc', 'a'],
    ['abc', 'ac', 'b'],
    ['ab', 'abc', 'c'],
    ['bc', 'abc', 'a'],
    ['abc', 'adc', 'bd'],
    ['abc', 'abd', 'cd'],
    ['abc', 'dbc', 'ad'],
    ['abcd', 'aecd', 'be'],
    ['abcd', 'acbd', 'bccb'],
    ['', 'abc', 'abc'],
    ['abc', '', 'abc'],
    ['aa', 'aaa', 'a'],
    ['aaa', 'aa', 'a'],
    ['aba', 'a', 'ba'],
    ['a', 'aba', 'ba'],
  ] as const)
    it(`${before || 'nothing'} to ${after || 'nothing'}: ${expected || 'nothing'}`, () =>
      assert.equal(between(before, after), expected));

  it('is told file by file, and not at all where there are others', () => {
    const [a, b] = [parseFile('user a "a@b.cc"'), parseFile('user b "b@b.cc"')];
    const kinds = (before: readonly (readonly [string, SourceFile])[], after: typeof before) => {
      const { declarations, elsewhere } = changeBetween(new Map(before), new Map(after));
      return elsewhere ? 'elsewhere' : declarations.map((each) => each?.kind).join(' ');
    };
    assert.equal(
      kinds(
        [
          ['x', a],
          ['y', b],
        ],
        [
          ['x', a],
          ['y', b],
        ],
      ),
      '',
    );
    assert.equal(
      kinds(
        [
          ['x', a],
          ['y', b],
        ],
        [
          ['x', b],
          ['y', a],
        ],
      ),
      'user user user user',
    );
    assert.equal(
      kinds(
        [
          ['x', a],
          ['y', b],
        ],
        [
          ['x', a],
          ['y', a],
        ],
      ),
      'user user',
    );
    assert.equal(
      kinds(
        [
          ['x', a],
          ['y', b],
        ],
        [['x', a]],
      ),
      'elsewhere',
    );
    assert.equal(
      kinds(
        [['x', a]],
        [
          ['x', a],
          ['y', b],
        ],
      ),
      'elsewhere',
    );
    assert.equal(
      kinds(
        [
          ['x', a],
          ['y', b],
        ],
        [
          ['x', a],
          ['z', b],
        ],
      ),
      'elsewhere',
    );
    assert.equal(
      kinds(
        [
          ['x', a],
          ['y', b],
        ],
        [
          ['w', a],
          ['y', b],
        ],
      ),
      'elsewhere',
    );
  });
});
