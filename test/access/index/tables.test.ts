// The flat tables that an index is made of: sets of policies, subjects with what they are named for, groups of users, kept rows.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  addWords,
  beginRow,
  isHeld,
  makeRoom,
  newHoldings,
  policiesOf,
  rowAt,
  setPolicies,
  wordCount,
} from '../../../server/src/access/index/holdings.ts';
import { isIn, listHas, membersByGroup } from '../../../server/src/access/index/memberships.ts';
import { peopleOf } from '../../../server/src/access/index/people.ts';
import { noPolicies, policySets } from '../../../server/src/access/index/policy-sets.ts';
import { eachRow, find, grants, subjectTable } from '../../../server/src/access/index/subject-table.ts';
import { setOf } from '../../../server/src/catalogue/permission-set.ts';
import { permissions } from '../../../server/src/catalogue/permissions.ts';
import { modelOf } from './asked.ts';

const setOfNumbers = (...numbers: readonly number[]) =>
  setOf(permissions.filter(({ index }) => numbers.includes(index)));
const last = permissions.length - 1;

describe('access index: sets of policies', () => {
  it('have one number each, and are joined in order', () => {
    const sets = policySets();
    assert.equal(noPolicies, 0);
    assert.equal(sets.of([]), noPolicies);
    const [a, b, c] = [sets.of([1, 12]), sets.of([2, 12]), sets.of([11, 2])];
    assert.deepEqual([a, b, c], [1, 2, 3]);
    assert.equal(sets.of([1, 12]), a);
    const joined = sets.union(a, b);
    assert.deepEqual(sets.list(joined), [1, 2, 12]);
    assert.equal(sets.union(b, a), joined);
    assert.equal(sets.of([1, 2, 12]), joined);
    assert.equal(sets.union(a, a), a);
    assert.equal(sets.union(a, noPolicies), a);
    assert.equal(sets.union(noPolicies, a), a);
    assert.deepEqual(sets.list(sets.union(a, c)), [1, 2, 11, 12]);
    assert.deepEqual(sets.list(sets.union(sets.of([3]), sets.of([20]))), [3, 20]);
    assert.deepEqual(sets.list(noPolicies), []);
    assert.deepEqual(sets.list(99), []);
  });

  it('that are joined with a third differ', () => {
    const sets = policySets();
    const [a, b, c] = [sets.of([1]), sets.of([2]), sets.of([3])];
    assert.deepEqual(sets.list(sets.union(a, c)), [1, 3]);
    assert.deepEqual(sets.list(sets.union(b, c)), [2, 3]);
    assert.deepEqual(sets.list(sets.union(a, b)), [1, 2]);
  });

  it('are not joined anew', () => {
    const sets = policySets();
    const [a, b] = [sets.of([1]), sets.of([2])];
    const list = sets.list(sets.union(a, b));
    assert.equal(sets.list(sets.union(b, a)), list);
  });
});

describe('access index: subject tables', () => {
  const made = () =>
    subjectTable({
      roles: [
        { subjects: Uint32Array.of(7, 3), grants: setOfNumbers(0, 33) },
        { subjects: Uint32Array.of(3, 900), grants: setOfNumbers(31, last) },
      ],
      policies: [
        { subjects: Uint32Array.of(3) },
        { subjects: Uint32Array.of(0) },
        { subjects: Uint32Array.of(0, 3, 7) },
      ],
    });
  const subjects = [7, 3, 900, 0];

  it('number their subjects as they come', () => {
    const table = made();
    assert.deepEqual(
      [7, 3, 900, 0, 1, 8, 4096].map((subject) => find(table, subject)),
      [0, 1, 2, 3, -1, -1, -1],
    );
    const rows = new Map<number, number>();
    eachRow(table, (subject, row) => rows.set(subject, row));
    assert.deepEqual(
      [...rows].sort(([a], [b]) => a - b),
      [
        [0, 3],
        [3, 1],
        [7, 0],
        [900, 2],
      ],
    );
  });

  it('join what roles grant', () => {
    const table = made();
    const granted = subjects.map((subject) =>
      permissions.flatMap(({ index }) => (grants(table, find(table, subject), index) ? [index] : [])),
    );
    assert.deepEqual(granted, [[0, 33], [0, 31, 33, last], [31, last], []]);
  });

  it('list roles and policies of each subject in order', () => {
    const table = made();
    const listsOf = ({ starts, items }: typeof table.roles) =>
      subjects.map((subject) => {
        const row = find(table, subject);
        return [...items.subarray(starts[row], starts[row + 1])];
      });
    assert.deepEqual(listsOf(table.roles), [[0], [0, 1], [1], []]);
    assert.deepEqual(listsOf(table.policies), [[2], [0, 2], [], [1, 2]]);
  });

  it('find each of many, and nobody else', () => {
    for (const [count, step] of [
      [1, 1],
      [2, 1],
      [3, 5],
      [64, 1],
      [500, 3],
      [1000, 1],
    ] as const) {
      const subjects = Uint32Array.from({ length: count }, (_, i) => i * step);
      const many = subjectTable({ roles: [{ subjects, grants: setOfNumbers(1) }], policies: [{ subjects }] });
      subjects.forEach((subject, i) => {
        assert.equal(find(many, subject), i);
      });
      for (let other = 0; other < 50; other++) assert.equal(find(many, count * step + other), -1);
      if (step > 1) assert.equal(find(many, 1), -1);
      // At most half of the places are taken, and not many more are there than that needs.
      assert.ok(
        many.places.length >= 4 * 2 * count && many.places.length <= Math.max(16, 16 * 2 * count),
        `${many.places.length}`,
      );
      assert.equal(many.places.length, 2 * 2 ** (32 - many.shift));
    }
  });

  it('of nobody have nobody in them', () => {
    const empty = subjectTable({ roles: [], policies: [] });
    assert.equal(find(empty, 0), -1);
    assert.equal(empty.places.length, 8);
    eachRow(empty, () => assert.fail('there is none'));
    assert.deepEqual([empty.words.length, empty.roles.items.length, [...empty.policies.starts]], [0, 0, [0]]);
  });
});

describe('access index: memberships', () => {
  const names = Array.from({ length: 12 }, (_, i) => `u${i}`);
  const users = names.map((name) => `user ${name} "${name}@a.cc"`).join('\n');

  it('share the lists of users in the same groups', () => {
    const model = modelOf(`${users}
      group A { members u0, u1, u2 }  group B { members u1, u2, u3 }  group C { members u5 }  group D { members u3 }`);
    const people = peopleOf(model);
    const { starts, lists } = people.memberships;
    const groups = people.groups.map(({ name }) => name);
    const listOf = (user: number) => {
      const start = starts[user] ?? 0;
      return [...lists.subarray(start + 1, start + 1 + (lists[start] ?? 0))].map((n) => groups[n - people.firstGroup]);
    };
    assert.deepEqual(listOf(0), ['Internal Users', 'A']);
    assert.deepEqual(listOf(1), ['Internal Users', 'A', 'B']);
    assert.deepEqual(listOf(3), ['Internal Users', 'B', 'D']);
    assert.deepEqual(listOf(4), ['Internal Users']);
    assert.deepEqual(listOf(5), ['Internal Users', 'C']);
    assert.equal(starts[1], starts[2]);
    assert.equal(starts[4], starts[11]);
    assert.equal(new Set(starts).size, 5);
    // The empty list, and one for each of the five sets of groups: 1 + (3 + 4 + 4 + 2 + 3).
    assert.equal(lists.length, 17);
    const [a, b, c] = ['A', 'B', 'C'].map((name) => people.firstGroup + groups.indexOf(name));
    assert.ok(a !== undefined && b !== undefined && c !== undefined);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((user) => isIn(people.memberships, user, a)),
      [true, true, true, false, false, false],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((user) => isIn(people.memberships, user, b)),
      [false, true, true, true, false, false],
    );
    // A group is in no group here, not even in itself, and the number of no user is in none.
    assert.deepEqual(
      [a, b, 999].map((n) => isIn(people.memberships, n, a)),
      [false, false, false],
    );
    assert.equal(listHas(lists, 0, 0), false);
    const members = membersByGroup(people.memberships, people.firstGroup, people.groups.length);
    const of = (name: string) => {
      const at = groups.indexOf(name);
      return [...members.items.subarray(members.starts[at], members.starts[at + 1])];
    };
    assert.deepEqual([of('A'), of('B'), of('C'), of('D')], [[0, 1, 2], [1, 2, 3], [5], [3]]);
    assert.deepEqual(
      of('Internal Users'),
      names.map((_, i) => i),
    );
    assert.deepEqual(of('External Users'), []);
    assert.equal(membersByGroup(people.memberships, people.firstGroup, people.groups.length), members);
  });

  it('have room for many groups of few users, and for many different sets', () => {
    const count = 200;
    const many = Array.from({ length: count }, (_, i) => {
      const members = names.filter((_name, user) => (i * 7 + user) % 3 === 0 || ((i >> user) & 1) === 1);
      return `group G${i} { members ${members.join(', ')} }`;
    });
    const model = modelOf(`${users}\n${many.join('\n')}`);
    const people = peopleOf(model);
    for (const user of model.users.values())
      for (const [group, number] of people.groupNumbers)
        assert.equal(isIn(people.memberships, user.index, number), model.groupsOf.get(user)?.has(group) === true);
  });

  it('have room for one user in very many groups', () => {
    const many = Array.from({ length: 200 }, (_, i) => `group G${i} { members u }`).join(' ');
    const people = peopleOf(modelOf(`user u "u@a.cc" ${many}`));
    const missing = Array.from({ length: 200 }, (_, i) => `G${i}`).filter(
      (name) => !isIn(people.memberships, 0, people.numbers.get(name) ?? -1),
    );
    assert.deepEqual(missing, []);
  });

  it('of nobody are there', () => {
    const people = peopleOf(modelOf('group A { description "nobody" }'));
    assert.equal(people.memberships.starts.length, 0);
    assert.deepEqual([...people.memberships.lists], [0]);
    const members = membersByGroup(people.memberships, 0, people.groups.length);
    assert.deepEqual([...members.starts], people.groups.map(() => 0).concat(0));
  });
});

describe('access index: holdings', () => {
  it('keep rows apart by principal and by place', () => {
    const holdings = newHoldings();
    const rows = new Map<string, number>();
    for (let principal = 0; principal < 10; principal++)
      for (let place = 0; place < 10; place++) {
        makeRoom(holdings);
        const at = rowAt(holdings, principal, place);
        assert.equal(holdings.cells[at], 0);
        assert.equal(at % 8, 0);
        beginRow(holdings, at, principal, place);
        addWords(holdings, at, setOfNumbers(principal, 32 + place));
        setPolicies(holdings, at, [principal, place]);
        rows.set(`${principal} ${place}`, at);
      }
    assert.equal(holdings.rows, 100);
    for (let principal = 0; principal < 10; principal++)
      for (let place = 0; place < 10; place++) {
        const at = rowAt(holdings, principal, place);
        assert.equal(at, rows.get(`${principal} ${place}`));
        const held = permissions.flatMap(({ index }) => (isHeld(holdings, at, index) ? [index] : []));
        assert.deepEqual(held, [principal, 32 + place]);
        const start = policiesOf(holdings, at);
        assert.deepEqual([...holdings.lists.subarray(start, start + 3)], [2, principal, place]);
      }
  });

  it('tell many principals at one place apart, and many places of one', () => {
    for (const key of [(n: number) => [n, 1] as const, (n: number) => [1, n] as const]) {
      const holdings = newHoldings();
      for (let n = 0; n < 120; n++) {
        makeRoom(holdings);
        const [principal, place] = key(n);
        const at = rowAt(holdings, principal, place);
        assert.equal(holdings.cells[at], 0);
        beginRow(holdings, at, principal, place);
        assert.equal(rowAt(holdings, principal, place), at);
      }
    }
  });

  it('begin anew with twice the room when half is taken, up to two megabytes', () => {
    const holdings = newHoldings();
    const bytes = new Set<number>();
    for (let principal = 0; principal < 40_000; principal++) {
      makeRoom(holdings);
      const at = rowAt(holdings, principal, 1);
      beginRow(holdings, at, principal, 1);
      setPolicies(holdings, at, []);
      const size = holdings.cells.length / 8;
      if (!bytes.has(size)) assert.deepEqual([holdings.rows, holdings.end], [1, 1]);
      bytes.add(size);
      assert.ok(holdings.rows <= size / 2);
      assert.equal(size, 2 ** (32 - holdings.shift));
    }
    assert.deepEqual(
      [...bytes],
      [8, 9, 10, 11, 12, 13, 14, 15].map((bits) => 2 ** bits),
    );
    assert.equal(holdings.cells[rowAt(holdings, 39_999, 1)], 40_000);
  });

  it('begin anew with the same room when too much is listed', () => {
    const holdings = newHoldings();
    const long = Array.from({ length: 2 ** 17 }, (_, i) => i);
    const add = (principal: number) => {
      makeRoom(holdings);
      const at = rowAt(holdings, principal, 0);
      beginRow(holdings, at, principal, 0);
      setPolicies(holdings, at, long);
      return at;
    };
    add(0);
    add(1);
    assert.deepEqual([holdings.rows, holdings.end], [2, 2 * (2 ** 17 + 1)]);
    const at = add(2);
    assert.deepEqual([holdings.rows, holdings.end, holdings.cells.length], [1, 2 ** 17 + 1, 8 * 256]);
    assert.equal(policiesOf(holdings, at), 0);
    assert.deepEqual([holdings.lists[0], holdings.lists[1], holdings.lists[2 ** 17]], [2 ** 17, 0, 2 ** 17 - 1]);
  });

  it('are not begun anew with just as much listed as may be', () => {
    const holdings = newHoldings();
    const at = rowAt(holdings, 0, 0);
    beginRow(holdings, at, 0, 0);
    setPolicies(
      holdings,
      at,
      Array.from({ length: 2 ** 18 - 1 }, () => 1),
    );
    assert.equal(holdings.end, 2 ** 18);
    makeRoom(holdings);
    assert.equal(holdings.rows, 1);
  });

  it('join words from where they are told', () => {
    const holdings = newHoldings();
    const at = rowAt(holdings, 5, 5);
    beginRow(holdings, at, 5, 5);
    const words = new Uint32Array(2 * wordCount);
    words.set(setOfNumbers(0, 40), 0);
    words.set(setOfNumbers(31, last), wordCount);
    addWords(holdings, at, words, wordCount);
    assert.deepEqual(
      [0, 31, 40, last].map((n) => isHeld(holdings, at, n)),
      [false, true, false, true],
    );
    addWords(holdings, at, words);
    // Its principal, its place and three words that are not empty: what else is told is not of the row.
    assert.equal(holdings.cells.filter((cell) => cell !== 0).length, 5);
    assert.deepEqual(
      [0, 31, 40, last, 1].map((n) => isHeld(holdings, at, n)),
      [true, true, true, true, false],
    );
  });

  it('grow their lists as needed', () => {
    const holdings = newHoldings();
    for (let principal = 0; principal < 20; principal++) {
      const at = rowAt(holdings, principal, 0);
      beginRow(holdings, at, principal, 0);
      setPolicies(
        holdings,
        at,
        Array.from({ length: principal }, (_, i) => i + 100),
      );
    }
    for (let principal = 0; principal < 20; principal++) {
      const start = policiesOf(holdings, rowAt(holdings, principal, 0));
      const list = [...holdings.lists.subarray(start, start + 1 + principal)];
      assert.deepEqual(list, [principal, ...Array.from({ length: principal }, (_, i) => i + 100)]);
    }
    assert.equal(holdings.lists.length, 256);
    const exact = newHoldings();
    setPolicies(
      exact,
      0,
      Array.from({ length: 63 }, () => 1),
    );
    assert.equal(exact.lists.length, 64);
    setPolicies(
      exact,
      0,
      Array.from({ length: 199 }, () => 1),
    );
    assert.equal(exact.lists.length, 264);
  });
});
