// Completion among more names than anybody reads.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { completionsAt, filtered, inOrder } from '../../support/check-completion.ts';

function many(text: string, count: number): string {
  const users = Array.from({ length: count }, (_, i) => `user person${i} "p${i}@acme.com"`).join('\n');
  return `${text}\n--- file: people.writ\n${users}\nuser zoe "zoe@acme.com"\ngroup All { domain "acme.com" }`;
}

describe('completion at scale', () => {
  it('gives the first of many, and says so', () => {
    const list = completionsAt(many('role R { members $0 }', 20_000));
    assert.ok(list.items.length <= 200);
    assert.equal(list.incomplete, true);
    assert.ok(list.items.some(({ label }) => label === 'All'));
  });
  it('finds the one that is typed', () => {
    const list = completionsAt(many('role R { members zo$0 }', 20_000));
    assert.deepEqual(
      filtered(list).map(({ label }) => label),
      ['zoe'],
    );
    assert.equal(list.incomplete, false);
  });
  it('finds names that begin with what is typed before those that hold it', () => {
    const list = completionsAt(many('role R { members person19$0 }', 2000));
    assert.equal(inOrder(filtered(list))[0]?.label, 'person19');
  });
  it('keeps words of the grammar among them', () => {
    const labels = completionsAt(many('query $0', 20_000)).items.map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 2), ['who can', 'what can']);
  });
  it('is cut to what is typed where one source has too many', () => {
    const records = Array.from({ length: 500 }, (_, i) => `record r${i} in A { }`).join('\n');
    const all = completionsAt(`app A { }\n${records}\nquery zoe can READ_RECORDS on $0`);
    assert.deepEqual([all.items.length, all.incomplete], [200, true]);
    const some = completionsAt(`app A { }\n${records}\nquery zoe can READ_RECORDS on r49$0`);
    assert.deepEqual([inOrder(some.items)[0]?.label, some.incomplete], ['r49', true]);
  });
});
