// A text that is read on after an edit: what stays is taken over, and no declaration stands at two places.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { parseFile } from '../../server/src/syntax/parse.ts';
import { reparse } from '../../server/src/syntax/reparse.ts';

const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `user u${from + i} "u${from + i}@acme.com"\n`).join('');

/** Reads the texts one after the other; gives how many declarations of the last one are those of the one before. */
function checkRead(before: string, after: string): number {
  const old = parseFile(before);
  const now = reparse(after, old);
  assert.ok(now, 'it is read on');
  assert.deepEqual(now, parseFile(after));
  assert.equal(new Set(now.units).size, now.units.length, 'each place has a declaration of its own');
  const known = new Set(old.units);
  return now.units.filter((unit) => known.has(unit)).length;
}

describe('syntax: reading on', () => {
  it('takes over what an edit leaves', () => {
    const [start, end] = [people(0, 20), people(20, 40)];
    assert.equal(checkRead(start + end, `${start}group G { members u1 }\n${end}`), 40);
    assert.equal(checkRead(start + end, start.replace('user u19', 'user x19') + end), 39);
  });

  it('tells what is written twice apart', () => {
    const [start, block, end] = [people(0, 9), people(9, 14), people(14, 30)];
    assert.equal(checkRead(start + block + end, start + block + block + end), 30);
    assert.equal(checkRead(start + block + end, start + block.repeat(4) + end), 30);
    // One declaration is copied above those that stand behind the edit.
    for (const copied of [9, 12, 16, 20])
      checkRead(start + block + end, start + people(copied, copied + 1) + block + end);
    assert.equal(checkRead(start + block.repeat(3) + end, start + block.repeat(2) + end), 35);
  });
});
