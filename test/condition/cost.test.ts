// What a reader has to take in of a condition, in numbers.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { costOf } from '../../server/src/condition/cost.ts';
import { formula } from '../support/formulas.ts';

/** `condition => cost`. */
function check(...lines: readonly string[]): void {
  for (const line of lines) {
    const [text = '', cost] = line.split(' => ');
    assert.equal(String(costOf(formula(text))), cost, line);
  }
}

describe('the cost of a condition', () => {
  it('counts comparisons with their values', () => {
    check(
      'true => 0',
      'false => 0',
      'Total is 1 => 2',
      'Note contains "a" => 2',
      'Total is empty => 1',
      'Team contains current user => 1',
      'Total is one of (1, 2) => 3.5',
      'Tags contains "gift" => 2',
      'Tags overlaps ("gift", "rush", "b2b") => 4.5',
      'Total > 1 => 2',
      'Total between 1 and 2 => 3',
      'Due in the last 3 days => 2',
    );
  });

  it('counts the words around them', () => {
    check(
      'Total is 1 and Paid is true => 5',
      'Total is 1 or Paid is true or Note is empty => 6',
      'not (Total is 1 and Paid is true) => 6',
      // `is not` is one word for two.
      'Total is not 1 => 2',
      'Total is not empty => 1',
      'not (Total > 1) => 3',
      'not (Team contains current user) => 2',
    );
  });
});
