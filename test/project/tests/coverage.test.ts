// What expectations rest on, and what can go without one noticing: on small texts by hand, and that the two agree.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type Covered, coverageOf, isCovered } from '../../../server/src/project/tests/coverage.ts';
import { tryRemovals } from '../../../server/src/project/tests/mutation.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import type { Place } from '../../../server/src/rules/finding.ts';
import { randomOf } from '../../fuzz/random.ts';
import { snapshotOf } from '../../support/fixture.ts';

const desk = `organization Acme { domains "acme.com" invites any-domain }
user ann "ann@acme.com"
user bob "bob@acme.com"
user eve "eve@acme.com"
group Team { members ann, bob }
role Clerk { members eve grants READ_GROUPS, CREATE_ORGANIZATION_USERS }
app Desk {
  field Open: boolean
  field Total: number
  role Agent { members Team grants READ_RECORDS, UPDATE_RECORDS, READ_MESSAGES }
  policy "What is open" { to Team, eve when Open is true and Total > 5 }
}
`;

function textAt(snapshot: Snapshot, { file, span }: Place): string {
  return (snapshot.source(file)?.text.slice(span.start, span.end) ?? '').replace(/\s+/g, ' ');
}

function line(snapshot: Snapshot, one: Covered): string {
  const times = one.kind === 'comparison' ? `${one.met}+ ${one.unmet}-` : `${one.times}`;
  return `${one.kind} ${textAt(snapshot, one.place)}: ${times}`;
}

function covered(questions: string, text = desk): string[] {
  const snapshot = snapshotOf(text + questions);
  return coverageOf(snapshot).map((one) => line(snapshot, one));
}

function removed(questions: string, text = desk): string[] {
  const snapshot = snapshotOf(text + questions);
  return [...tryRemovals(snapshot, () => true)].map(({ removal, notice }) => `${notice}: ${removal.what}`);
}

describe('coverage', () => {
  it('is nothing without expectations', () => {
    assert.deepEqual(covered(''), [
      'grant READ_GROUPS: 0',
      'grant CREATE_ORGANIZATION_USERS: 0',
      'grant READ_RECORDS: 0',
      'grant UPDATE_RECORDS: 0',
      'grant READ_MESSAGES: 0',
      'policy "What is open": 0',
      'comparison Open is true: 0+ 0-',
      'comparison Total > 5: 0+ 0-',
    ]);
  });

  const rested = (questions: string) => covered(questions).filter((each) => !/: (?:0|0\+ 0-)$/.test(each));

  it('is what lets somebody do what is expected, for the record that is asked about', () => {
    assert.deepEqual(rested('expect ann can READ_RECORDS in Desk with { Open true Total 9 }'), [
      'grant READ_RECORDS: 1',
      'policy "What is open": 1',
      'comparison Open is true: 1+ 0-',
      'comparison Total > 5: 1+ 0-',
    ]);
  });

  it('is what keeps somebody out, too, and no grant, without which it would be the same', () => {
    assert.deepEqual(rested('expect ann cannot READ_RECORDS in Desk with { Open false Total 9 }'), [
      'policy "What is open": 1',
      'comparison Open is true: 0+ 1-',
      'comparison Total > 5: 1+ 0-',
    ]);
  });

  it('is both sides of what a question about all records leaves open', () => {
    assert.deepEqual(rested('expect ann can READ_RECORDS in Desk when Open is true and Total > 7'), [
      'grant READ_RECORDS: 1',
      'policy "What is open": 1',
      'comparison Open is true: 1+ 0-',
      'comparison Total > 5: 1+ 0-',
    ]);
    assert.deepEqual(rested('expect ann cannot READ_RECORDS in Desk when Open is false'), [
      'policy "What is open": 1',
      'comparison Open is true: 0+ 1-',
      'comparison Total > 5: 1+ 1-',
    ]);
  });

  it('of `only` and `nobody` is what keeps out those who are not named', () => {
    assert.deepEqual(rested('expect only bob can UPDATE_RECORDS in Desk with { Open false Total 9 }'), [
      'policy "What is open": 1',
      'comparison Open is true: 0+ 1-',
      'comparison Total > 5: 1+ 0-',
    ]);
  });

  it('of an invitation is what grants the right to invite; of who holds no role for it, nothing', () => {
    assert.deepEqual(rested('expect eve can invite "zoe@acme.com"'), ['grant CREATE_ORGANIZATION_USERS: 1']);
    assert.deepEqual(rested('expect eve cannot READ_RECORDS in Desk'), []);
  });

  it('of a failed expectation counts, and of one that could not be evaluated does not', () => {
    assert.ok(rested('expect ann can READ_RECORDS in Desk').length > 0);
    assert.deepEqual(rested('expect ann can READ_RECORDS in Desk with { Nothing true }'), []);
  });
});

describe('removals', () => {
  it('are each grant, member, policy, further subject, condition and part of one', () => {
    const all = removed('expect ann can READ_RECORDS in Desk with { Open true Total 9 }');
    assert.deepEqual(all, [
      'unnoticed: the member `eve` of `Clerk`',
      'unnoticed: the grant `READ_GROUPS` of `Clerk`',
      'unnoticed: the grant `CREATE_ORGANIZATION_USERS` of `Clerk`',
      'noticed: the member `Team` of `Agent` in `Desk`',
      'noticed: the grant `READ_RECORDS` of `Agent` in `Desk`',
      'unnoticed: the grant `UPDATE_RECORDS` of `Agent` in `Desk`',
      'unnoticed: the grant `READ_MESSAGES` of `Agent` in `Desk`',
      'noticed: the policy `"What is open"` of `Desk`',
      'noticed: `Team` of the policy `"What is open"` of `Desk`',
      'unnoticed: `eve` of the policy `"What is open"` of `Desk`',
      'unnoticed: `Open is true` of the condition of the policy `"What is open"` of `Desk`',
      'unnoticed: the condition of the policy `"What is open"` of `Desk`',
      'unnoticed: `Total > 5` of the condition of the policy `"What is open"` of `Desk`',
    ]);
  });

  it('that widen are noticed by what is expected not to be', () => {
    const all = removed(`expect ann cannot READ_RECORDS in Desk with { Open false Total 9 }
expect ann cannot READ_RECORDS in Desk with { Open true Total 2 }
`);
    assert.deepEqual(
      all.filter((each) => each.startsWith('noticed')),
      [
        'noticed: `Open is true` of the condition of the policy `"What is open"` of `Desk`',
        'noticed: the condition of the policy `"What is open"` of `Desk`',
        'noticed: `Total > 5` of the condition of the policy `"What is open"` of `Desk`',
      ],
    );
  });

  it('leave alone what is half written, and what an expectation has failed for already notices nothing', () => {
    const broken = removed('', desk.replace('READ_MESSAGES }', 'READ_MESSAGES,, }'));
    assert.deepEqual(
      broken.filter((each) => each.includes('the grant') && each.includes('`Agent`')),
      [],
    );
    const failing = removed('expect eve can ADMIN in organization');
    assert.ok(failing.every((each) => each.startsWith('unnoticed')));
  });

  it('that are noticed are covered', () => {
    const [who, may, where] = [
      ['ann', 'bob', 'eve', 'Team', 'nobody', 'only ann'],
      ['READ_RECORDS', 'UPDATE_RECORDS', 'READ_MESSAGES', 'READ_GROUPS', 'CREATE_ORGANIZATION_USERS'],
      [
        '',
        ' with { Open true }',
        ' with { Open false Total 7 }',
        ' when Total > 3',
        ' when Open is true and Total > 9',
      ],
    ];
    let noticed = 0;
    for (let round = 0; round < 60; round++) {
      const random = randomOf('covered', round);
      const question = () => {
        const [principal, permission] = [random.pick(who), random.pick(may)];
        const can = /^(?:only|nobody)/.test(principal) ? 'can' : random.pick(['can', 'cannot']);
        return `expect ${principal} ${can} ${permission} in Desk${random.pick(where)}\n`;
      };
      const snapshot = snapshotOf(desk + Array.from({ length: 4 }, question).join(''));
      const rested = new Set(
        coverageOf(snapshot).flatMap((one) =>
          one.kind === 'comparison' ? [] : isCovered(one) ? [key(one.place)] : [],
        ),
      );
      for (const { removal, notice } of tryRemovals(snapshot, ({ kind }) => kind === 'grant' || kind === 'policy')) {
        if (notice !== 'noticed') continue;
        noticed++;
        assert.ok(rested.has(key(removal.place)), `round ${round}: ${removal.what}`);
      }
    }
    assert.ok(noticed > 20);
  });
});

function key({ file, span }: Place): string {
  return `${file} ${span.start}`;
}
