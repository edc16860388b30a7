// Single comparisons without what they say twice.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { atomsOf } from '../../server/src/condition/operands.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { tidy } from '../../server/src/condition/tidy.ts';
import type { Atom, Bound } from '../../server/src/model/symbols.ts';
import { formula } from '../support/formulas.ts';

function atom(text: string): Atom {
  return atomsOf(formula(text))[0] ?? assert.fail(text);
}

/** `comparison => tidied`; without `=>` it stays the same one. */
function check(...lines: readonly string[]): void {
  for (const line of lines) {
    const [text = '', expected] = line.split(' => ');
    const given = atom(text);
    if (expected === undefined) assert.equal(tidy(given), given, line);
    else assert.equal(printFormula(tidy(given)), expected, line);
  }
}

describe('a comparison', () => {
  it('has each value of a list once, and of one value no list', () => {
    check(
      'Total is one of (1, 2)',
      'Total is one of (1, 2, 1) => Total is one of (1, 2)',
      'Total is one of (1, 1) => Total is 1',
      'Owner is one of (current user, ada, current user) => Owner is one of (current user, ada)',
      'Tags overlaps ("gift", "rush")',
      'Tags overlaps ("gift", "rush", "gift") => Tags overlaps ("gift", "rush")',
      'Tags overlaps ("gift", "gift") => Tags contains "gift"',
    );
    assert.equal(tidy(atom('Tags overlaps ("gift", "gift")')).op, 'atom');
    const none: Atom = { ...atom('Tags overlaps ("gift", "rush")'), test: { is: 'overlaps', options: [] } };
    assert.equal(tidy(none), none);
    const empty: Atom = { ...atom('Total is 1'), test: { is: 'one of', values: [] } };
    assert.equal(tidy(empty), empty);
  });

  it('is no range between twice the same', () => {
    check(
      'Total between 1 and 1 => Total is 1',
      'Total between field Discount and field Discount => Total is field Discount',
    );
    check('Total between 1 and 2', 'Total > 1', 'Total < 1', 'Total is 1', 'Note contains "a"');
    const one = (open: boolean): Bound => ({ value: { kind: 'literal', value: 1, source: '1' }, open });
    const range = (low: boolean, high: boolean): Atom => ({
      ...atom('Total is 1'),
      test: { is: 'range', low: one(low), high: one(high) },
    });
    assert.deepEqual([tidy(range(true, false)), tidy(range(false, true))], [{ op: 'false' }, { op: 'false' }]);
    assert.equal(printFormula(tidy(range(false, false))), 'Total is 1');
  });
});
