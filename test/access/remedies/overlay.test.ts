// Maps with a few entries of others: what they answer, against a map that was copied.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { mapped, overlay } from '../../../server/src/access/remedies/overlay.ts';

const base = new Map([
  ['a', 1],
  ['b', 2],
  ['c', 3],
]);

/** Everything that a map can be asked. */
function assertSame(found: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): void {
  const seen: unknown[] = [];
  found.forEach((value, key, map) => {
    seen.push([key, value]);
    assert.equal(map, found);
  });
  const entries = [...expected];
  assert.deepEqual([...found], entries);
  assert.deepEqual([...found.entries()], entries);
  assert.deepEqual(seen, entries);
  assert.deepEqual([...found.keys()], [...expected.keys()]);
  assert.deepEqual([...found.values()], [...expected.values()]);
  assert.equal(found.size, expected.size);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'other']) {
    assert.equal(found.get(key), expected.get(key), key);
    assert.equal(found.has(key), expected.has(key), key);
  }
}

describe('maps that are not copied', () => {
  it('with other values in their places, and more after them', () => {
    const over = new Map([
      ['d', 40],
      ['b', 20],
      ['e', 50],
    ]);
    assertSame(overlay(base, over), new Map([...base, ...over]));
    assertSame(overlay(base, new Map([['a', 10]])), new Map([...base, ['a', 10]]));
  });

  it('are the map itself where nothing is another', () => {
    assert.equal(overlay(base, new Map()), base);
  });

  it('with each value made into another', () => {
    assertSame(
      mapped(base, (value) => value * 10),
      new Map([...base].map(([key, value]) => [key, value * 10])),
    );
  });
});
