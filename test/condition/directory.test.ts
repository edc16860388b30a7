// People and groups as the solver asks for them: in their order, some of each kind.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  directoryAmong,
  groupsHeld,
  type Person,
  peopleAfter,
  peopleAmong,
  peopleOf,
} from '../../server/src/condition/directory.ts';
import type { Group } from '../../server/src/model/symbols.ts';
import { accounts, group, groupsOf, internalUsers, person, users } from '../support/formulas.ts';

const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name).join(' ');
const [sales, support] = [group('Sales'), group('Support')];

describe('a directory', () => {
  it('knows who is in it, and their order', () => {
    const { items, has, sorted } = directoryAmong(['c', 'a', 'b']);
    assert.deepEqual(items(), ['c', 'a', 'b']);
    assert.deepEqual([has('a'), has('d')], [true, false]);
    assert.deepEqual(sorted(['d', 'b', 'a', 'c']), ['c', 'a', 'b', 'd']);
    assert.deepEqual(sorted(new Set(['b', 'c'])), ['c', 'b']);
  });

  it('is made once for the same people', () => {
    assert.equal(peopleOf(users, accounts), peopleOf(users, accounts));
    assert.equal(names(peopleOf(users, accounts).items()), 'ada bo cy bot bot Night Shift');
    const once = users.values();
    assert.equal(names(peopleOf(once, []).items()), names(peopleOf(once, []).items()));
    assert.equal(names(peopleOf(once, accounts).items()), names([...users, ...accounts]));
  });

  it('has no system groups among those that fields hold', () => {
    const all = [sales, internalUsers, support];
    assert.equal(names(groupsHeld(all).items()), 'Sales Support');
    assert.equal(groupsHeld(all), groupsHeld(all));
  });
});

const everybody = {
  'of one list': peopleAmong([...users, ...accounts]),
  'of one list behind another': peopleAfter(peopleAmong(users), accounts),
};

for (const [how, people] of Object.entries(everybody))
  describe(`some people of each kind, ${how}`, () => {
    const some = (of: readonly Group[], count: number) => names(people.someOfEachKind(of, count, groupsOf));

    it('are the first of all where no group matters', () => {
      assert.equal(some([], 2), 'ada bo');
      assert.equal(some([], 4), 'ada bo cy bot');
      assert.equal(some([], 9), 'ada bo cy bot bot Night Shift');
    });

    it('are told apart by the groups that matter', () => {
      // Ada is in both, bo in one, everybody else in none.
      assert.equal(some([sales, support], 1), 'ada bo cy');
      assert.equal(some([sales], 1), 'ada bo');
      assert.equal(some([support], 1), 'ada cy');
      assert.equal(some([support], 2), 'ada bo cy bot');
      assert.equal(some([sales, support], 3), 'ada bo cy bot bot');
    });

    it('stand in order, strangers last', () => {
      const [[first], last] = [users, accounts.at(-1)];
      assert.ok(first !== undefined && last !== undefined);
      const stranger: Person = { ...first, name: 'somebody else' };
      assert.equal(names(people.items()), names([...users, ...accounts]));
      assert.equal(names(people.sorted([stranger, last, first])), names([first, last, stranger]));
      assert.deepEqual([first, last, stranger].map(people.has), [true, true, false]);
    });
  });

describe('some people of each kind', () => {
  it('are looked for once for the same groups and number', () => {
    let asked = 0;
    const of = peopleAmong(users);
    const counting = (who: Person) => {
      asked++;
      return groupsOf(who);
    };
    for (let i = 0; i < 2; i++) of.someOfEachKind([sales], 1, counting);
    assert.equal(asked, users.length);
    of.someOfEachKind([support], 1, counting);
    of.someOfEachKind([sales], 2, counting);
    assert.equal(asked, 3 * users.length);
    assert.equal(names(of.someOfEachKind([sales], 1, counting)), names([person('ada'), person('bo')]));
  });
});
