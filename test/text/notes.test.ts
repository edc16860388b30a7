// What is noted on things: it is found again by its kind, and by nobody who lists, copies or compares them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { detached } from '../../server/src/text/detached.ts';
import { notesOn } from '../../server/src/text/notes.ts';

describe('notes', () => {
  it('are found by the thing and their kind', () => {
    const [colours, sizes] = [notesOn<object, string>(), notesOn<object, number>()];
    const [one, other] = [{}, []];
    colours.set(one, 'red');
    sizes.set(one, 3);
    colours.set(one, 'blue');
    assert.deepEqual([colours.get(one), sizes.get(one)], ['blue', 3]);
    assert.deepEqual([colours.get(other), sizes.get(other)], [undefined, undefined]);
  });

  it('show nowhere else', () => {
    const notes = notesOn<object, string>();
    const thing = { name: 'a' };
    notes.set(thing, 'known');
    assert.deepEqual(thing, { name: 'a' });
    assert.equal(JSON.stringify(thing), '{"name":"a"}');
    assert.equal(notes.get({ ...thing }), undefined);
  });
});

describe('a detached part of a text', () => {
  it('has the same characters', () => {
    const text = 'role Lead { grants READ_RECORDS } // 𝔸';
    for (const [start, end] of [
      [0, 0],
      [5, 9],
      [0, text.length],
      [text.length - 1, text.length],
    ] as const)
      assert.equal(detached(text, start, end), text.slice(start, end));
  });
});
