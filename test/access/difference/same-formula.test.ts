// Whether two conditions say the same in the same words, and what of them is one thing on both sides.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { matchModels } from '../../../server/src/access/difference/match.ts';
import { sameFormula } from '../../../server/src/access/difference/same-formula.ts';
import { touchedBy } from '../../../server/src/access/difference/touched.ts';
import type { Formula } from '../../../server/src/model/symbols.ts';
import { modelsOf } from './sides.ts';

const common = `
user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { members alice, bob }
app Desk { field Text: text field Other: text field Number: number field Count: number field Day: date field Due: date
  field Yes: boolean field Kind: choice("a", "b", "c") field Kinds: choices("a", "b", "c")
  field Owner: user field Team: group }
`;

/** Of some conditions on each side, whether the one at a place is the same as the other at another. */
function sameness(
  before: readonly string[],
  after: readonly string[],
  besides: readonly [string, string] = ['', ''],
): (one: number, other: number) => boolean {
  const of = (conditions: readonly string[], i: 0 | 1) => {
    const policies = conditions.map((condition, n) => `policy P${n} { to alice when ${condition} }`).join('\n');
    return `app Desk { ${policies} }\n${besides[i]}`;
  };
  const models = modelsOf(`${common}\n--- before\n${of(before, 0)}\n--- after\n${of(after, 1)}`);
  const when = (side: 'before' | 'after', n: number): Formula => {
    const found = models[side].objects.get('Desk')?.policies.find(({ name }) => name === `P${n}`)?.when;
    if (found === undefined) throw new Error(`the condition is wrong: ${side} ${n}`);
    return found;
  };
  const twins = matchModels(models.before, models.after);
  const { otherMembers } = touchedBy(twins, models.today);
  return (one, other) => sameFormula(when('before', one), when('after', other), { twins, otherMembers });
}

function isSame(before: string, after: string, besides?: readonly [string, string]): boolean {
  return sameness([before], [after], besides)(0, 0);
}

/** One of each kind: each is the same as itself and as no other. */
const conditions = [
  'Text is "x"',
  'Text is "y"',
  'Text is field Other',
  'Other is "x"',
  'Text is not "x"',
  'Text is empty',
  'Text is not empty',
  'Other is empty',
  'Text contains "x"',
  'Text contains "y"',
  'Text starts with "x"',
  'Text ends with "x"',
  'Text is one of ("x", "y")',
  'Text is one of ("x", "z")',
  'Text is one of ("x", "y", "z")',
  'Text is "x" and Other is "y"',
  'Text is "x" or Other is "y"',
  'Text is "x" and Other is "y" and Number > 1',
  'Text is current user.Region',
  'Text is current user.Area',
  'Number > 1',
  'Number >= 1',
  'Number < 1',
  'Number <= 1',
  'Number > 2',
  'Number > field Count',
  'Number between 1 and 2',
  'Number between 1 and 3',
  'Number between 0 and 2',
  'Day in the last 7 days',
  'Day in the next 7 days',
  'Day in the last 8 days',
  'Day in the last 7 weeks',
  'Yes is true',
  'Yes is false',
  'Kind is "a"',
  'Kind is "b"',
  'Kinds contains "a"',
  'Kinds contains "b"',
  'Kinds overlaps ("a", "b")',
  'Kinds overlaps ("a", "c")',
  'Kinds overlaps ("a", "b", "c")',
  'Owner is alice',
  'Owner is bob',
  'Owner is current user',
  'Owner is in Agents',
  'Owner is in "Internal Users"',
  'Team is Agents',
  'Team contains current user',
];

describe('difference: the same condition', () => {
  it('is the same as itself and as no other one', () => {
    const same = sameness(conditions, conditions);
    conditions.forEach((one, i) => {
      conditions.forEach((other, j) => {
        assert.equal(same(i, j), i === j, `${one} | ${other}`);
      });
    });
  });
  it('of groups is the same only where they have the same members', () => {
    const ops = (members: string) => `group Ops { members ${members} }`;
    const of = (one: string, other: string, condition = 'Owner is in Ops') =>
      isSame(condition, condition, [ops(one), ops(other)]);
    assert.equal(of('alice, bob', 'bob, alice'), true);
    assert.equal(of('alice, bob', 'alice'), false);
    assert.equal(of('alice, bob', 'alice', 'Owner is in Agents'), true);
    assert.equal(of('alice, bob', 'alice', 'not (Text is "x" or Owner is in Ops)'), false);
  });

  it('of what goes by another name is the same', () => {
    assert.equal(isSame('Owner is erin', 'Owner is eve', ['user erin "e@x.com"', 'user eve "e@x.com"']), true);
    assert.equal(isSame('Owner is erin', 'Owner is eve', ['user erin "e@x.com"', 'user eve "f@x.com"']), false);
    const groups = ['group Ops { domain "acme.com" }', 'group Crew { domain "acme.com" }'] as const;
    assert.equal(isSame('Owner is in Ops', 'Owner is in Crew', groups), true);
    assert.equal(isSame('Team is Ops', 'Team is Crew', groups), true);
    const fields = ['app Desk { field A: time }', 'app Desk { field B: time }'] as const;
    assert.equal(isSame('Text is "x"', 'Text is "x"', fields), true);
    assert.equal(isSame('A is "x"', 'B is "x"', ['app Desk { field A: text }', 'app Desk { field B: text }']), true);
  });

  it('of fields of a name is the same where they are of a type', () => {
    const of = (one: string, other: string) =>
      isSame('F is "a"', 'F is "a"', [`app Desk { field F: ${one} }`, `app Desk { field F: ${other} }`]);
    assert.equal(of('choice("a")', 'choice("a", "b")'), true);
    assert.equal(of('choice("a")', 'text'), false);
  });
});
