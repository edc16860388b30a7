// What the index says of a decision, by example: by which role, through which group, in which words.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { AccessIndex } from '../../../server/src/access/index/access-index.ts';
import { decideWithReason, reasonText, waysOf } from '../../../server/src/access/index/explain.ts';
import { numberNamed, principalAt } from '../../../server/src/access/index/people.ts';
import type { NamedRecord } from '../../../server/src/access/index/record.ts';
import { answer, indexOf, reasonFor, waysFor } from './asked.ts';

const text = `
  user ada "ada@a.cc"  user bo "bo@a.cc"  user cy "cy@a.cc" { inactive }  user dee "dee@a.cc"
  group Sales { members ada, bo }  group Support { members bo, ada }
  role Last { members bo grants READ_RECORDS, CREATE_ROLES }
  role Old { members ada grants READ_RECORDS, CREATE_ROLES expires 2026-11-20 }
  role Reader { members Support, Sales, ada grants READ_RECORDS, UPDATE_RECORDS }
  role Boss { members Sales grants ADMIN }
  role Idle { grants READ_RECORDS }
  app Desk {
    field Total: number
    role Worker { members Sales, ada grants UPDATE_RECORDS }
    role Clerk { members bo grants CREATE_RECORDS }
    default policy
    policy "Big" { to Sales, dee when Total > 10 }
    policy "All" { to Support, Desk.bot }
    service account bot { roles Worker, organization.Last, Shop.Worker }
    service account off { roles Worker inactive }
  }
  app Shop { role Worker { grants UPDATE_RECORDS, DELETE_RECORDS } service account bot { roles Desk.Worker } }`;

describe('access index: explanations, by example', () => {
  const indexed = () => indexOf(text, { adminSeesAllRecords: false });
  const seeing = () => indexOf(text);

  const waysIn = (
    of: AccessIndex,
    [principal, permission, object, total]: readonly [string, string, string?, (number | null)?],
  ) =>
    waysFor(of, {
      principal,
      permission,
      object,
      record: object === undefined ? undefined : { fields: total === undefined ? {} : { Total: total } },
    });

  const rows: readonly (readonly [
    asked: readonly [string, string, string?, (number | null)?],
    ways: readonly string[],
  ])[] = [
    [
      ['ada', 'READ_RECORDS', 'Desk', 1],
      [
        'Reader',
        'Boss by ADMIN through Sales',
        'sees by the default policy through `Internal Users`',
        'sees by policy `Big` through `Sales`: false',
        'sees by policy `All` through `Support`',
      ],
    ],
    [
      ['ada', 'UPDATE_RECORDS', 'Desk', 1],
      [
        'Reader',
        'Boss by ADMIN through Sales',
        'Worker',
        'sees by the default policy through `Internal Users`',
        'sees by policy `Big` through `Sales`: false',
        'sees by policy `All` through `Support`',
      ],
    ],
    [['ada', 'CREATE_RECORDS', 'Desk', 1], ['Boss by ADMIN through Sales']],
    [['ada', 'CREATE_ROLES'], ['Boss by ADMIN through Sales']],
    [
      ['bo', 'READ_RECORDS', 'Desk', 1],
      [
        'Last',
        'Reader through Sales',
        'Boss by ADMIN through Sales',
        'sees by the default policy through `Internal Users`',
        'sees by policy `Big` through `Sales`: false',
        'sees by policy `All` through `Support`',
      ],
    ],
    [
      ['bo', 'UPDATE_RECORDS', 'Desk', 1],
      [
        'Reader through Sales',
        'Boss by ADMIN through Sales',
        'Worker through Sales',
        'sees by the default policy through `Internal Users`',
        'sees by policy `Big` through `Sales`: false',
        'sees by policy `All` through `Support`',
      ],
    ],
    [
      ['bo', 'CREATE_RECORDS', 'Desk', 1],
      ['Boss by ADMIN through Sales', 'Clerk'],
    ],
    [
      ['bo', 'CREATE_ROLES'],
      ['Last', 'Boss by ADMIN through Sales'],
    ],
    [['cy', 'READ_RECORDS', 'Desk', 1], []],
    [['cy', 'UPDATE_RECORDS', 'Desk', 1], []],
    [['cy', 'CREATE_RECORDS', 'Desk', 1], []],
    [['cy', 'CREATE_ROLES'], []],
    [
      ['dee', 'READ_RECORDS', 'Desk', 1],
      ['sees by the default policy through `Internal Users`', 'sees by policy `Big`: false'],
    ],
    [
      ['dee', 'UPDATE_RECORDS', 'Desk', 1],
      ['sees by the default policy through `Internal Users`', 'sees by policy `Big`: false'],
    ],
    [['dee', 'CREATE_RECORDS', 'Desk', 1], []],
    [['dee', 'CREATE_ROLES'], []],
    [
      ['Sales', 'READ_RECORDS', 'Desk', 1],
      ['Reader', 'Boss by ADMIN', 'sees by policy `Big`: false'],
    ],
    [
      ['Sales', 'UPDATE_RECORDS', 'Desk', 1],
      ['Reader', 'Boss by ADMIN', 'Worker', 'sees by policy `Big`: false'],
    ],
    [['Sales', 'CREATE_RECORDS', 'Desk', 1], ['Boss by ADMIN']],
    [['Sales', 'CREATE_ROLES'], ['Boss by ADMIN']],
    [
      ['Support', 'READ_RECORDS', 'Desk', 1],
      ['Reader', 'sees by policy `All`'],
    ],
    [
      ['Support', 'UPDATE_RECORDS', 'Desk', 1],
      ['Reader', 'sees by policy `All`'],
    ],
    [['Support', 'CREATE_RECORDS', 'Desk', 1], []],
    [['Support', 'CREATE_ROLES'], []],
    [
      ['Desk.bot', 'READ_RECORDS', 'Desk', 1],
      ['Last', 'sees by policy `All`'],
    ],
    [
      ['Desk.bot', 'UPDATE_RECORDS', 'Desk', 1],
      ['Worker', 'sees by policy `All`'],
    ],
    [['Desk.bot', 'CREATE_RECORDS', 'Desk', 1], []],
    [['Desk.bot', 'CREATE_ROLES'], ['Last']],
    [['Desk.off', 'READ_RECORDS', 'Desk', 1], []],
    [['Desk.off', 'UPDATE_RECORDS', 'Desk', 1], []],
    [['Desk.off', 'CREATE_RECORDS', 'Desk', 1], []],
    [['Desk.off', 'CREATE_ROLES'], []],
    [['Shop.bot', 'READ_RECORDS', 'Desk', 1], []],
    [['Shop.bot', 'UPDATE_RECORDS', 'Desk', 1], ['Worker']],
    [['Shop.bot', 'CREATE_RECORDS', 'Desk', 1], []],
    [['Shop.bot', 'CREATE_ROLES'], []],
  ];
  for (const [asked, expected] of rows)
    it(`the ways of ${asked.join(' ')}`, () => assert.deepEqual(waysIn(indexed(), asked), expected));

  it('tells of those who see everything', () => {
    assert.deepEqual(waysIn(seeing(), ['ada', 'DELETE_RECORDS', 'Desk', 1]), [
      'Boss by ADMIN through Sales',
      'sees by role `Boss` (`ADMIN`) through `Sales`',
      'sees by the default policy through `Internal Users`',
      'sees by policy `Big` through `Sales`: false',
      'sees by policy `All` through `Support`',
    ]);
    assert.deepEqual(waysIn(seeing(), ['Sales', 'DELETE_RECORDS', 'Desk', 1]), [
      'Boss by ADMIN',
      'sees by role `Boss` (`ADMIN`)',
      'sees by policy `Big`: false',
    ]);
  });

  it('says it in one line', () => {
    const reasons: readonly (readonly [
      principal: string,
      permission: string,
      object: string | undefined,
      total: number,
      reason: string,
    ])[] = [
      ['ada', 'READ_RECORDS', 'Desk', 11, 'allowed: role `Reader`; the default policy through `Internal Users`'],
      ['ada', 'UPDATE_RECORDS', 'Desk', 11, 'allowed: role `Reader`; the default policy through `Internal Users`'],
      ['ada', 'CREATE_RECORDS', 'Desk', 11, 'allowed: role `Boss` (`ADMIN`) through `Sales`'],
      ['ada', 'CREATE_ROLES', undefined, 11, 'allowed: role `Boss` (`ADMIN`) through `Sales`'],
      ['bo', 'READ_RECORDS', 'Desk', 11, 'allowed: role `Last`; the default policy through `Internal Users`'],
      [
        'bo',
        'UPDATE_RECORDS',
        'Desk',
        11,
        'allowed: role `Reader` through `Sales`; the default policy through `Internal Users`',
      ],
      ['bo', 'CREATE_RECORDS', 'Desk', 11, 'allowed: role `Clerk`'],
      ['bo', 'CREATE_ROLES', undefined, 11, 'allowed: role `Last`'],
      ['cy', 'READ_RECORDS', 'Desk', 11, 'refused: `cy` is inactive'],
      ['cy', 'UPDATE_RECORDS', 'Desk', 11, 'refused: `cy` is inactive'],
      ['cy', 'CREATE_RECORDS', 'Desk', 11, 'refused: `cy` is inactive'],
      ['cy', 'CREATE_ROLES', undefined, 11, 'refused: `cy` is inactive'],
      ['dee', 'READ_RECORDS', 'Desk', 11, 'refused: no role grants it to `dee`'],
      ['dee', 'UPDATE_RECORDS', 'Desk', 11, 'refused: no role grants it to `dee`'],
      ['dee', 'CREATE_RECORDS', 'Desk', 11, 'refused: no role grants it to `dee`'],
      ['dee', 'CREATE_ROLES', undefined, 11, 'refused: no role grants it to `dee`'],
      ['Sales', 'READ_RECORDS', 'Desk', 11, 'allowed: role `Reader`; policy `Big`'],
      ['Sales', 'UPDATE_RECORDS', 'Desk', 11, 'allowed: role `Reader`; policy `Big`'],
      ['Sales', 'CREATE_RECORDS', 'Desk', 11, 'allowed: role `Boss` (`ADMIN`)'],
      ['Sales', 'CREATE_ROLES', undefined, 11, 'allowed: role `Boss` (`ADMIN`)'],
      ['Support', 'READ_RECORDS', 'Desk', 11, 'allowed: role `Reader`; policy `All`'],
      ['Support', 'UPDATE_RECORDS', 'Desk', 11, 'allowed: role `Reader`; policy `All`'],
      ['Support', 'CREATE_RECORDS', 'Desk', 11, 'refused: no role grants it to `Support`'],
      ['Support', 'CREATE_ROLES', undefined, 11, 'refused: no role grants it to `Support`'],
      ['Desk.bot', 'READ_RECORDS', 'Desk', 11, 'allowed: role `Last`; policy `All`'],
      ['Desk.bot', 'UPDATE_RECORDS', 'Desk', 11, 'allowed: role `Worker`; policy `All`'],
      ['Desk.bot', 'CREATE_RECORDS', 'Desk', 11, 'refused: no role grants it to `Desk.bot`'],
      ['Desk.bot', 'CREATE_ROLES', undefined, 11, 'allowed: role `Last`'],
      ['Desk.off', 'READ_RECORDS', 'Desk', 11, 'refused: `Desk.off` is inactive'],
      ['Desk.off', 'UPDATE_RECORDS', 'Desk', 11, 'refused: `Desk.off` is inactive'],
      ['Desk.off', 'CREATE_RECORDS', 'Desk', 11, 'refused: `Desk.off` is inactive'],
      ['Desk.off', 'CREATE_ROLES', undefined, 11, 'refused: `Desk.off` is inactive'],
      ['Shop.bot', 'READ_RECORDS', 'Desk', 11, 'refused: no role grants it to `Shop.bot`'],
      ['Shop.bot', 'UPDATE_RECORDS', 'Desk', 11, 'refused: no policy or share lets `Shop.bot` see the record'],
      ['Shop.bot', 'CREATE_RECORDS', 'Desk', 11, 'refused: no role grants it to `Shop.bot`'],
      ['Shop.bot', 'CREATE_ROLES', undefined, 11, 'refused: no role grants it to `Shop.bot`'],
    ];
    const index = indexed();
    for (const [principal, permission, object, total, reason] of reasons) {
      const record = object === undefined ? undefined : { fields: { Total: total } };
      assert.equal(reasonFor(index, { principal, permission, object, record }), reason, `${principal} ${permission}`);
    }
  });
});

describe('access index: administrators', () => {
  it('see every record, by a group and by a role of an account as well', () => {
    const index = indexOf(`user ada "ada@a.cc"  user bo "bo@a.cc"  group Sales { members ada }
      role Boss { members Sales grants ADMIN }
      app Desk { policy "P" { to bo } service account bot { roles Boss } service account other }`);
    const verdicts = ['ada', 'bo', 'Sales', 'Desk.bot', 'Desk.other'].map((principal) =>
      answer(index, { principal, permission: 'READ_RECORDS', object: 'Desk', record: { fields: {} } }),
    );
    assert.deepEqual(verdicts, ['allowed', 'no-role', 'allowed', 'allowed', 'no-role']);
  });
});

describe('access index: explanations of records', () => {
  const index = () =>
    indexOf(`user ada "ada@a.cc"  user bo "bo@a.cc"
      role Reader { members ada grants READ_RECORDS }
      app Desk { field Owner: user  field Team: group
        policy "Free" { to ada when Owner is empty }  policy "All" { to ada } }`);
  const ways = (record: NamedRecord) =>
    waysFor(index(), { principal: 'ada', permission: 'READ_RECORDS', object: 'Desk', record });

  it('know an empty field from one that is not said', () => {
    assert.deepEqual(ways({ fields: { Owner: null } }), ['Reader', 'sees by policy `Free`', 'sees by policy `All`']);
    assert.deepEqual(ways({ fields: { Owner: 'bo' } }), [
      'Reader',
      'sees by policy `Free`: false',
      'sees by policy `All`',
    ]);
    assert.deepEqual(ways({ fields: {} }), ['Reader', 'sees by policy `Free`: unknown', 'sees by policy `All`']);
  });

  it('are none where the index cannot say', () => {
    const open = indexOf(`user ada "ada@a.cc" role Reader { members ada grants READ_RECORDS }
      app Desk { field T: number policy "P" { to ada when T > 1 } }`);
    assert.equal(reasonFor(open, { principal: 'ada', permission: 'READ_RECORDS', object: 'Desk' }), undefined);
  });

  it('take nothing from a record that names somebody who is not there', () => {
    assert.deepEqual(ways({ fields: { Owner: null }, relations: { share: ['zoe'] } }), [
      'Reader',
      'sees by policy `Free`: unknown',
      'sees by policy `All`',
    ]);
  });
});

describe('access index: principals', () => {
  const indexed = () => indexOf(text);

  it('have numbers in the order of the model', () => {
    const names = ['ada', 'bo', 'cy', 'dee', 'Sales', 'Support', 'Internal Users', 'External Users'];
    const accounts = ['Desk.bot', 'Desk.off', 'Shop.bot'];
    const { people } = indexed();
    const numbers = [...names, ...accounts].map((name) => numberNamed(people, name));
    assert.deepEqual(
      [...numbers].sort((a, b) => a - b),
      numbers.map((_, i) => i),
    );
    assert.deepEqual([people.firstGroup, people.firstAccount], [4, 8]);
    for (const name of [...names, ...accounts]) {
      const symbol = principalAt(people, numberNamed(people, name));
      assert.equal(symbol?.kind === 'service account' ? `${symbol.object.name}.${symbol.name}` : symbol?.name, name);
    }
    assert.equal(numberNamed(people, 'zoe'), -1);
    assert.equal(principalAt(people, 11), undefined);
    assert.deepEqual([...people.flags], [0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0]);
  });

  it('that are nobody are not asked about', () => {
    const index = indexed();
    for (const principal of [-1, 'zoe']) {
      const question = { principal, permission: 'READ_RECORDS', object: undefined };
      assert.equal(decideWithReason(index, question), undefined);
    }
    const asked = { permission: 'READ_RECORDS', object: undefined };
    const beyond = decideWithReason(index, { ...asked, principal: 99 });
    assert.equal(beyond?.verdict, 'no-role');
    assert.ok(beyond !== undefined);
    assert.equal(reasonText(index, beyond), 'no-role');
    assert.deepEqual(waysOf(index, beyond), { permissions: [], sight: [] });
  });
});
