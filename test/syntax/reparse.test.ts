// A text that is read on after an edit: what stays is taken over, and no declaration stands at two places.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { parseFile } from '../../server/src/syntax/parse.ts';
import { reparse } from '../../server/src/syntax/reparse.ts';
import { reread } from '../../server/src/syntax/reread.ts';
import { changeBetween } from '../../server/src/text/change.ts';

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

  it('minds how far a declaration is indented whose line it begins to read with', () => {
    const head = 'user bo "bo@acme.com"\n}\n  expect ada can READ_RECORDS\n  xpect bo can READ_RECORDS\n';
    for (let count = 3; count < 8; count++) {
      const [before, after] = [people(0, count), people(0, count).replace(/u\d+@acme(?=[^@]*$)/, 'changed@acme')];
      checkRead(head + before, head + after);
    }
  });
});

const desk = `app Desk {
  field Open: boolean // whether
  role Clerk {
    description "Does it"
    members ada, bo
    grants READ_RECORDS // for now
  }
  policy All { to ada when Open is true }
  service account Bot { purpose "Sorts" roles Clerk }
  automation Close { trigger createRecord runs as Bot built by ada action message where Open is true }
}
`;

const around = (middle: string) => `${people(0, 9)}${middle}${people(20, 29)}`;

/** An edit of the text in the middle, and whether it is one item or declaration alone that is read for it. */
const edits: readonly { readonly from: string; readonly to: string; readonly isInside: boolean }[] = [
  { from: '"Does it"', to: '"Does it and more"', isInside: true },
  { from: 'members ada, bo', to: 'members ada', isInside: true },
  { from: 'members ada, bo', to: 'members\n\tada,\r\n bo, cy /* and */', isInside: true },
  { from: ' // for now', to: '', isInside: true },
  { from: 'grants READ_RECORDS', to: '// none\n    grants READ_RECORDS', isInside: true },
  { from: 'Open is true }\n  service', to: 'Open is false }\n  service', isInside: true },
  { from: '"Sorts"', to: '"Sorts 🂡"', isInside: true },
  { from: 'where Open is true', to: 'where Open is true and not (Open is empty)', isInside: true },
  // What is broken by it, or opens or closes what stands around it, is read with that.
  { from: 'members ada, bo', to: 'members ada bo', isInside: false },
  { from: '"Does it"', to: '"Does it', isInside: false },
  { from: 'members ada, bo', to: 'members ada, bo } role Other { members ada', isInside: false },
  { from: 'grants READ_RECORDS // for now', to: 'grants READ_RECORDS /* for now', isInside: false },
  { from: ' when Open is true }\n', to: ' when Open is true // }\n', isInside: false },
  { from: 'members ada, bo', to: 'user bo "bo@acme.com"', isInside: false },
  { from: 'role Clerk {', to: 'role Clerk ', isInside: false },
  { from: 'Open: boolean', to: 'Open: text', isInside: false },
];

describe('syntax: an edit in braces', () => {
  it('has the one item read that it is in, and what is not plain read with what is around it', () => {
    for (const { from, to, isInside } of edits) {
      const [old, text] = [around(desk), around(desk.replace(from, to))];
      assert.notEqual(old, text, from);
      const before = parseFile(old);
      const inside = reread(text, before, changeBetween(old, text));
      assert.equal(inside !== undefined, isInside, to);
      if (inside !== undefined) assert.deepEqual(inside, parseFile(text), to);
      assert.deepEqual(parseFile(text, before), parseFile(text), to);
    }
  });

  it('leaves the other items of the object the very same, those behind it further on', () => {
    const before = parseFile(around(desk));
    const after = parseFile(around(desk.replace('ada, bo', 'ada, bo, cy')), before);
    const [old, now] = [before, after].map(({ units }) =>
      units.find(({ declaration }) => declaration?.kind === 'object'),
    );
    assert.ok(old?.declaration?.kind === 'object' && now?.declaration?.kind === 'object');
    assert.equal(old.declaration.items[0], now.declaration.items[0]);
    assert.notEqual(old.declaration.items[1], now.declaration.items[1]);
    assert.equal((now.declaration.items[2]?.span.start ?? 0) - (old.declaration.items[2]?.span.start ?? 0), 4);
    // What is one value in the tree of a text is one in the tree that was moved, too.
    const runs = now.declaration.items.flatMap((item) => (item.kind === 'automation' ? item.items : []))[1];
    assert.ok(runs?.kind === 'runs as' && typeof runs.as === 'object');
    assert.equal(runs.as.span, runs.value);
  });

  it('is read with what is around it where anything near is broken', () => {
    const broken = (near: number) => `${people(0, 9)}${desk}${people(20, 20 + near)}user\n${people(40, 49)}`;
    for (const [near, isInside] of [
      [0, false],
      [3, false],
      [6, true],
    ] as const) {
      const [old, text] = [broken(near), broken(near).replace('ada, bo', 'bo')];
      assert.equal(reread(text, parseFile(old), changeBetween(old, text)) !== undefined, isInside, `${near}`);
      assert.deepEqual(parseFile(text, parseFile(old)), parseFile(text));
    }
  });
});
