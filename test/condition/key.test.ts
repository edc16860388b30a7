// Keys of formulas: the same for the same words, and different as soon as anything is said differently.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { keyOf, symbolKey } from '../../server/src/condition/key.ts';
import { field, formula, group } from '../support/formulas.ts';

const conditions = [
  'Total is 1',
  'Total is 2',
  'Discount is 1',
  'not (Total is 1)',
  'Total is empty',
  'Total is field Discount',
  'Total is field "not"',
  'Total is one of (1, 2)',
  'Total is one of (2, 1)',
  'Total is one of (1, 2, 3)',
  'Total > 1',
  'Total >= 1',
  'Total < 1',
  'Total <= 1',
  'Total between 1 and 2',
  'Total between 1 and field Discount',
  'Note is "a"',
  'Note is "1"',
  'Note contains "a"',
  'Note starts with "a"',
  'Note ends with "a"',
  'Note is current user.Region',
  'Note is current user.Nothing',
  'Due in the last 3 days',
  'Due in the next 3 days',
  'Due in the last 4 days',
  'Due in the last 3 weeks',
  'Tags contains "gift"',
  'Tags contains "rush"',
  'Tags overlaps ("gift", "rush")',
  'Tags overlaps ("gift", "b2b")',
  'Owner is ada',
  'Owner is bo',
  'Owner is current user',
  'Owner is in Sales',
  'Owner is in Support',
  'Team is Sales',
  'Team contains current user',
  'Paid is true',
  'Paid is false',
  'Total is 1 and Paid is true',
  'Total is 1 or Paid is true',
  'Paid is true and Total is 1',
  'Total is 1 and (Paid is true or Note is "a")',
  'Total is 1 and (Paid is true and Note is "a")',
  '(Total is 1 and Paid is true) or Note is "a"',
  'Total is 1 or (Paid is true and Note is "a")',
];

describe('keys of formulas', () => {
  it('are the same for the same words, wherever they stand', () => {
    // Read anew where it is not written alike.
    for (const text of conditions) assert.equal(keyOf(formula(text)), keyOf(formula(`(${text})`)), text);
  });

  it('are different for different words', () => {
    const keys = new Map<string, string>();
    for (const text of ['true', 'false', ...conditions]) {
      const key = keyOf(formula(text));
      assert.equal(keys.get(key), undefined, `${text} and ${keys.get(key)}`);
      keys.set(key, text);
    }
  });

  it('of symbols are their own', () => {
    const symbols = [field('Total'), field('Discount'), group('Sales'), group('Support'), {}, {}];
    assert.equal(new Set(symbols.map(symbolKey)).size, symbols.length);
    for (const symbol of symbols) assert.equal(symbolKey(symbol), symbolKey(symbol));
  });
});
