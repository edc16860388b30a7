// The logic of three values.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { every, opposite, some, type Truth, truthOf } from '../../server/src/condition/truth.ts';

const same = (truth: Truth) => truth;
const all = ['true', 'false', 'unknown'] as const;

describe('truth', () => {
  it('is known or not', () => {
    assert.deepEqual([truthOf(true), truthOf(false)], ['true', 'false']);
    assert.deepEqual(all.map(opposite), ['false', 'true', 'unknown']);
  });

  it('of all and of any is unknown only where what is known does not decide', () => {
    assert.deepEqual([every([], same), some([], same)], ['true', 'false']);
    assert.deepEqual(
      all.map((one) => every([one, 'unknown'], same)),
      ['unknown', 'false', 'unknown'],
    );
    assert.deepEqual(
      all.map((one) => every(['unknown', one], same)),
      ['unknown', 'false', 'unknown'],
    );
    assert.deepEqual(
      all.map((one) => some([one, 'unknown'], same)),
      ['true', 'unknown', 'unknown'],
    );
    assert.deepEqual(
      all.map((one) => some(['unknown', one], same)),
      ['true', 'unknown', 'unknown'],
    );
    assert.deepEqual(
      all.map((one) => every([one, 'true'], same)),
      ['true', 'false', 'unknown'],
    );
    assert.deepEqual(
      all.map((one) => some([one, 'false'], same)),
      ['true', 'false', 'unknown'],
    );
  });

  it('asks no more once it is decided', () => {
    const asked: Truth[] = [];
    const ask = (truth: Truth): Truth => {
      asked.push(truth);
      return truth;
    };
    every(['true', 'false', 'unknown'], ask);
    some(['false', 'true', 'unknown'], ask);
    assert.deepEqual(asked, ['true', 'false', 'false', 'true']);
  });
});
