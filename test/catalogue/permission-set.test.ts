// Sets of permissions against plain sets of constants.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  addPermission,
  addSet,
  difference,
  emptySet,
  equal,
  has,
  intersection,
  isEmpty,
  isSubset,
  list,
  newBuilder,
  setOf,
  size,
  union,
} from '../../server/src/catalogue/permission-set.ts';
import { permissions } from '../../server/src/catalogue/permissions.ts';
import type { Permission } from '../../server/src/catalogue/types.ts';

const subset = fc.subarray([...permissions]);

function sorted(of: Iterable<Permission>): Permission[] {
  return [...of].sort((a, b) => a.index - b.index);
}

describe('permission sets', () => {
  it('behave as sets do', () => {
    fc.assert(
      fc.property(subset, subset, (left, right) => {
        const [a, b] = [setOf(left), setOf(right)];
        const [x, y] = [new Set(left), new Set(right)];
        assert.deepEqual(list(a), sorted(x));
        assert.deepEqual(list(union(a, b)), sorted(new Set([...x, ...y])));
        assert.deepEqual(list(intersection(a, b)), sorted(left.filter((each) => y.has(each))));
        assert.deepEqual(list(difference(a, b)), sorted(left.filter((each) => !y.has(each))));
        assert.equal(size(a), x.size);
        assert.equal(
          isSubset(a, b),
          left.every((each) => y.has(each)),
        );
        assert.equal(equal(a, b), x.size === y.size && left.every((each) => y.has(each)));
        assert.ok(permissions.every((each) => has(a, each) === x.has(each)));
      }),
    );
  });

  it('hold all and nothing', () => {
    const all = setOf(permissions);
    assert.equal(size(all), permissions.length);
    assert.ok(isEmpty(emptySet()) && isSubset(emptySet(), all) && !isSubset(all, emptySet()));
    assert.ok(isEmpty(difference(all, all)));
    assert.ok(equal(union(all, all), all));
  });

  it('are built in place without touching what they are built from', () => {
    const first = permissions[0];
    const last = permissions.at(-1);
    assert.ok(first && last);
    const part = setOf([last]);
    const builder = newBuilder();
    addPermission(builder, first);
    addPermission(builder, first);
    addSet(builder, part);
    assert.deepEqual(list(builder), [first, last]);
    assert.deepEqual(list(part), [last]);
    assert.ok(isEmpty(emptySet()));
  });

  it('take ADMIN as a permission like any other', () => {
    const admin = permissions.filter((each) => each.constant === 'ADMIN');
    assert.equal(size(setOf(admin)), 1);
  });
});
