// What each comparison says of a record, value by value: in names, in numbers, and where nothing is said.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { AccessIndex } from '../../../server/src/access/index/access-index.ts';
import { decide } from '../../../server/src/access/index/decide.ts';
import type { NamedValue } from '../../../server/src/access/index/record.ts';
import { answer, formsOf, indexOf } from './asked.ts';

type Fields = Readonly<Record<string, NamedValue>>;

const world = (when: string) => `
  user ada "ada@a.cc" { Region "EU" }  user bo "bo@a.cc" { Region "" }  user cy "cy@a.cc"
  group Sales { members ada, cy }  group Support { members bo }
  role Reader { members ada, bo, cy, Sales, Support grants READ_RECORDS }
  app Desk {
    field Title: text  field Note: text  field Total: number  field Limit: number  field Due: date  field Done: date
    field Sent: datetime  field Paid: boolean  field Status: choice("New", "Open", "Closed")
    field Tags: choices("New", "Open", "Closed")  field Owner: user  field Reviewer: user  field Team: group
    field File: attachment  field toString: number
    policy "One" { to ada, bo, cy, Sales, Support, Desk.bot when ${when} }
    service account bot { roles Reader }
  }`;

function indexFor(when: string): AccessIndex {
  return indexOf(world(when));
}

/** 1 where the record is seen, 0 where not, `?` where it is open. */
function seen(index: AccessIndex, fields: Fields, principal: string): string {
  const verdict = answer(index, { principal, permission: 'READ_RECORDS', object: 'Desk', record: { fields } });
  if (verdict === undefined) return '?';
  return verdict === 'allowed' ? '1' : verdict === 'no-data-access' ? '0' : verdict;
}

/** Of ada: the answer for each of the values of a field, unknown and empty first. */
function along(when: string, field: string, values: readonly NamedValue[], rest: Fields = {}): string {
  const index = indexFor(when);
  const records = [rest, ...[null, ...values].map((value) => ({ ...rest, [field]: value }))];
  return records.map((fields) => seen(index, fields, 'ada')).join('');
}

const numbers = [-1, 0, 1, 2, 3, 4];
const texts = ['', 'a', 'ab', 'b', 'bab'];
/** 20 to 24 November 2026; the index is for the 21st. */
const days = [20777, 20778, 20779, 20780, 20781];
const noon = 12 * 3600 * 1000;
const instants = days.flatMap((day) => [day * 86_400_000 - 1, day * 86_400_000, day * 86_400_000 + noon]);

const rows: readonly (readonly [when: string, field: string, values: readonly NamedValue[], expected: string])[] = [
  // numbers: unknown, empty, -1, 0, 1, 2, 3, 4
  ['Total is 2', 'Total', numbers, '?0000100'],
  ['Total is not 2', 'Total', numbers, '?1111011'],
  ['Total < 2', 'Total', numbers, '?0111000'],
  ['Total <= 2', 'Total', numbers, '?0111100'],
  ['Total > 2', 'Total', numbers, '?0000011'],
  ['Total >= 2', 'Total', numbers, '?0000111'],
  ['Total > -1', 'Total', numbers, '?0011111'],
  ['Total >= -1', 'Total', numbers, '?0111111'],
  ['Total between 1 and 3', 'Total', numbers, '?0001110'],
  ['not Total between 1 and 3', 'Total', numbers, '?1110001'],
  ['Total between 2 and 2', 'Total', numbers, '?0000100'],
  ['Total is one of (0, 3)', 'Total', numbers, '?0010010'],
  ['Total is one of (2)', 'Total', numbers, '?0000100'],
  ['not Total is one of (0, 3)', 'Total', numbers, '?1101101'],
  ['Total is empty', 'Total', numbers, '?1000000'],
  ['Total is not empty', 'Total', numbers, '?0111111'],
  ['toString > 2', 'toString', numbers, '?0000011'],
  ['toString is 2', 'toString', numbers, '?0000100'],
  ['toString is empty', 'toString', numbers, '?1000000'],
  // texts: unknown, empty, '', a, ab, b, bab
  ['Title is "ab"', 'Title', texts, '?000100'],
  ['Title is one of ("a", "")', 'Title', texts, '?001000'],
  ['Title is one of ("a", "b")', 'Title', texts, '?001010'],
  ['Title contains "a"', 'Title', texts, '?001101'],
  ['Title starts with "a"', 'Title', texts, '?001100'],
  ['Title ends with "b"', 'Title', texts, '?000111'],
  ['Title contains ""', 'Title', texts, '?000000'],
  ['Title starts with ""', 'Title', texts, '?000000'],
  ['Title is empty', 'Title', texts, '?110000'],
  ['not Title is empty', 'Title', texts, '?001111'],
  ['Paid is true', 'Paid', [true, false], '?010'],
  ['Paid is false', 'Paid', [true, false], '?001'],
  ['Status is "Open"', 'Status', ['New', 'Open'], '?001'],
  ['Status is not "Open"', 'Status', ['New', 'Open'], '?110'],
  ['Status is one of ("New", "Closed")', 'Status', ['New', 'Open', 'Closed'], '?0101'],
  ['File is empty', 'File', ['', 'a.txt'], '?110'],
  // options: unknown, empty, (), New, Open, New and Closed
  ['Tags contains "New"', 'Tags', [[], ['New'], ['Open'], ['New', 'Closed']], '?00101'],
  ['Tags overlaps ("Open", "Closed")', 'Tags', [[], ['New'], ['Open'], ['New', 'Closed']], '?00011'],
  ['Tags is empty', 'Tags', [[], ['New'], new Set(), new Set(['New']), 'New'], '?110100'],
  ['Tags contains "New"', 'Tags', [new Set(), new Set(['New']), 'New', 'Open'], '?00110'],
  // people
  ['Owner is bo', 'Owner', ['ada', 'bo', 'cy', 'Desk.bot', 'Sales'], '?00100?'],
  ['Owner is bo', 'Owner', [5, true], '?0??'],
  ['Owner is current user', 'Owner', ['ada', 'bo', 'Desk.bot'], '?0100'],
  ['Owner is not current user', 'Owner', ['ada', 'bo', 'Desk.bot'], '?1011'],
  ['Owner is one of (current user, bo)', 'Owner', ['ada', 'bo', 'cy'], '?0110'],
  ['Owner is one of (cy, bo)', 'Owner', ['ada', 'bo', 'cy'], '?0011'],
  ['Owner is in Sales', 'Owner', ['ada', 'bo', 'cy', 'Desk.bot'], '?01010'],
  ['not Owner is in Sales', 'Owner', ['ada', 'bo', 'cy', 'Desk.bot'], '?10101'],
  ['Owner is empty', 'Owner', ['ada'], '?10'],
  ['Team is Sales', 'Team', ['Sales', 'Support', 'ada'], '?010?'],
  ['Team is one of (Sales, Support)', 'Team', ['Sales', 'Support'], '?011'],
  ['Team contains current user', 'Team', ['Sales', 'Support'], '?010'],
  ['Team is empty', 'Team', ['Sales'], '?10'],
  // days: unknown, empty, 20th, 21st (today), 22nd, 23rd, 24th
  ['Due is 2026-11-22', 'Due', days, '?000100'],
  ['Due before 2026-11-22', 'Due', days, '?011000'],
  ['Due after 2026-11-22', 'Due', days, '?000011'],
  ['Due in the next 2 days', 'Due', days, '?001110'],
  ['Due in the last 1 days', 'Due', days, '?011000'],
  // instants: each day's eve, midnight, noon
  ['Sent in the next 1 days', 'Sent', instants, '?0000011111100000'],
  ['Sent in the last 1 days', 'Sent', instants, '?0011111100000000'],
];

describe('access index: comparisons', () => {
  for (const [when, field, values, expected] of rows)
    it(`${when}: ${expected}`, () => assert.equal(along(when, field, values), expected));

  const against: readonly (readonly [when: string, field: string, other: Fields, expected: string])[] = [
    ['Total is field Limit', 'Total', { Limit: 2 }, '?0000100'],
    ['Total < field Limit', 'Total', { Limit: 2 }, '?0111000'],
    ['Total <= field Limit', 'Total', { Limit: 2 }, '?0111100'],
    ['Total > field Limit', 'Total', { Limit: 2 }, '?0000011'],
    ['Total >= field Limit', 'Total', { Limit: 2 }, '?0000111'],
    ['Total <= field Limit', 'Total', { Limit: null }, '?0000000'],
    ['Total is field Limit', 'Total', { Limit: null }, '?0000000'],
    ['Total between 1 and field Limit', 'Total', { Limit: 3 }, '?0001110'],
    ['Total between field Limit and 3', 'Total', { Limit: 1 }, '?0001110'],
    ['Total between field Limit and 3', 'Total', {}, '????????'],
    ['Total is one of (0, 3) and Limit > 1', 'Total', { Limit: 2 }, '?0010010'],
    ['Total <= field Total', 'Total', {}, '?0111111'],
    ['Total > field Total', 'Total', {}, '?0000000'],
    ['not Total is 2 and Paid is true', 'Total', { Paid: true }, '?1111011'],
    ['not Total is 2 and Paid is true and Limit is 1', 'Total', { Paid: true, Limit: 1 }, '?1111011'],
    ['Total is field Total', 'Total', {}, '?0111111'],
  ];
  for (const [when, field, other, expected] of against)
    it(`${when}, ${JSON.stringify(other)}: ${expected}`, () =>
      assert.equal(along(when, field, numbers, other), expected));

  it('holds nothing equal to the empty text, in names even where nothing is said', () => {
    for (const [when, verdict] of [
      ['Title is ""', 'no-data-access'],
      ['Title is one of ("", "")', 'no-data-access'],
      ['Title is not ""', 'allowed'],
    ] as const) {
      const index = indexFor(when);
      const answers = [{}, { Title: null }, { Title: '' }, { Title: 'a' }].map((fields) => {
        const asked = { principal: 'ada', permission: 'READ_RECORDS', object: 'Desk', record: { fields } };
        return formsOf(index, asked).map((question) => decide(index, question));
      });
      const [, ...said] = answers;
      assert.deepEqual(answers[0], [verdict, verdict, undefined]);
      for (const each of said) assert.deepEqual(each, [verdict, verdict, verdict]);
    }
  });

  it('asks attributes of whoever asks', () => {
    const index = indexFor('Title is current user.Region');
    const titles = ['EU', 'US', '', null].map((Title) => ({ Title }));
    const answers = (principal: string) => [{}, ...titles].map((fields) => seen(index, fields, principal)).join('');
    assert.equal(answers('ada'), '?1000');
    // An empty attribute is equal to nothing, and who has none is nobody with an empty one.
    assert.equal(answers('bo'), '?0000');
    assert.equal(answers('cy'), '?0000');
    assert.equal(answers('Sales'), '?0000');
    assert.equal(answers('Desk.bot'), '?0000');
    const part = indexFor('Title contains current user.Region');
    assert.equal(seen(part, { Title: 'in EU' }, 'ada'), '1');
    assert.equal(seen(part, { Title: 'in US' }, 'ada'), '0');
    assert.equal(seen(part, { Title: 'in EU' }, 'bo'), '0');
    assert.equal(seen(part, { Title: 'in EU' }, 'cy'), '0');
    assert.equal(seen(part, { Title: 'null and undefined' }, 'cy'), '0');
    const any = indexFor('Title is one of ("US", current user.Region)');
    assert.equal(seen(any, { Title: 'EU' }, 'ada'), '1');
    assert.equal(seen(any, { Title: 'US' }, 'ada'), '1');
    assert.equal(seen(any, { Title: 'EU' }, 'cy'), '0');
  });

  it('asks groups of whoever asks, and a group of itself alone', () => {
    const team = indexFor('Team contains current user');
    const who = (Team: string) =>
      ['ada', 'bo', 'cy', 'Sales', 'Support', 'Desk.bot'].map((p) => seen(team, { Team }, p));
    assert.equal(who('Sales').join(''), '101100');
    assert.equal(who('Support').join(''), '010010');
    const owner = indexFor('Owner is current user');
    const owns = (Owner: string) => ['ada', 'bo', 'cy', 'Sales', 'Desk.bot'].map((p) => seen(owner, { Owner }, p));
    assert.equal(owns('ada').join(''), '10000');
    assert.equal(owns('Desk.bot').join(''), '00001');
    const either = indexFor('Owner is current user or Reviewer is current user');
    assert.equal(seen(either, { Owner: 'bo', Reviewer: 'ada' }, 'ada'), '1');
    assert.equal(seen(either, { Owner: 'bo', Reviewer: 'bo' }, 'ada'), '0');
    const same = indexFor('Owner is field Reviewer');
    assert.equal(seen(same, { Owner: 'bo', Reviewer: 'bo' }, 'ada'), '1');
    assert.equal(seen(same, { Owner: 'bo', Reviewer: 'cy' }, 'ada'), '0');
    assert.equal(seen(same, { Owner: null, Reviewer: null }, 'ada'), '0');
    assert.equal(seen(same, { Owner: 'bo' }, 'ada'), '?');
    // Where a field is asked for the actor and for more, it is looked up.
    const both = indexFor('Owner is current user and Owner is in Sales');
    assert.equal(seen(both, { Owner: 'ada' }, 'ada'), '1');
    assert.equal(seen(both, { Owner: 'bo' }, 'bo'), '0');
    assert.equal(seen(both, { Owner: 'cy' }, 'ada'), '0');
    const mixed = indexFor('Owner is current user and Reviewer is in Sales');
    assert.equal(seen(mixed, { Owner: 'ada', Reviewer: 'cy' }, 'ada'), '1');
    assert.equal(seen(mixed, { Owner: 'bo', Reviewer: 'cy' }, 'ada'), '0');
    assert.equal(seen(mixed, { Owner: 'ada', Reviewer: 'bo' }, 'ada'), '0');
    assert.equal(seen(mixed, { Owner: 'ada', Reviewer: 'ada' }, 'bo'), '0');
    assert.equal(seen(mixed, { Owner: 'bo', Reviewer: 'ada' }, 'bo'), '1');
    assert.equal(seen(mixed, { Owner: 'ada' }, 'ada'), '?');
    assert.equal(seen(mixed, { Reviewer: 'cy' }, 'ada'), '?');
  });
});

describe('access index: comparisons joined', () => {
  const parts = ['Paid is true', 'Total is 1', 'Title is "a"', 'Status is "Open"'];
  const fieldsOf = (truths: readonly boolean[]): Fields => ({
    Paid: truths[0] ?? false,
    Total: truths[1] ? 1 : 2,
    Title: truths[2] ? 'a' : 'b',
    Status: truths[3] ? 'Open' : 'New',
  });
  const all = Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].map((bit) => (bits & (1 << bit)) !== 0));
  // With a comparison of people they are looked up, without one they are read as they are.
  for (const [what, more] of [
    ['read', ''],
    ['looked up', ' and Owner is ada'],
  ] as const)
    for (const count of [2, 3, 4])
      it(`${count} of them, ${what}`, () => {
        const own = parts.slice(0, count);
        const [every, some, none] = [own.join(' and '), own.join(' or '), `not (${own.join(' or ')})`].map((when) =>
          indexFor(`(${when})${more}`),
        );
        assert.ok(every && some && none);
        for (const truths of all) {
          const fields = { ...fieldsOf(truths), Owner: 'ada' };
          const mine = truths.slice(0, count);
          assert.equal(seen(every, fields, 'ada'), mine.every(Boolean) ? '1' : '0', `every ${mine}`);
          assert.equal(seen(some, fields, 'ada'), mine.some(Boolean) ? '1' : '0', `some ${mine}`);
          assert.equal(seen(none, fields, 'ada'), mine.some(Boolean) ? '0' : '1', `none ${mine}`);
        }
      });

  // In names a part that decides is enough, wherever it stands.
  for (const count of [2, 3, 4])
    it(`${count} of them, one of them open`, () => {
      const own = parts.slice(0, count);
      const names = ['Paid', 'Total', 'Title', 'Status'];
      const open = (skipped: number, value: boolean) =>
        Object.fromEntries(
          Object.entries(fieldsOf([value, value, value, value])).filter(([name]) => name !== names[skipped]),
        );
      const [every, some] = [own.join(' and '), own.join(' or ')].map(indexFor);
      assert.ok(every && some);
      const named = (index: AccessIndex, fields: Fields) =>
        decide(index, { principal: 'ada', permission: 'READ_RECORDS', object: 'Desk', record: { fields } }) ?? '?';
      for (let skipped = 0; skipped < count; skipped++) {
        assert.equal(named(every, open(skipped, true)), '?');
        assert.equal(named(every, open(skipped, false)), 'no-data-access');
        assert.equal(named(some, open(skipped, true)), 'allowed');
        assert.equal(named(some, open(skipped, false)), '?');
      }
    });
});
