// Formulas put together: what is evident is left out at once.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { allOf, anyOf, negate } from '../../server/src/condition/build.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import type { Formula } from '../../server/src/model/symbols.ts';
import { formula } from '../support/formulas.ts';

/** Parts with `;` between them, each read on its own, put together by `and` and by `or`. */
function check(parts: string, all: string, any: string): void {
  const formulas =
    parts === ''
      ? []
      : parts
          .split('; ')
          .map((part, i) => (/^(?:true|false)$/.test(part) ? formula(part) : formula(`${part}${' '.repeat(i)}`)));
  assert.deepEqual([printFormula(allOf(formulas)), printFormula(anyOf(formulas))], [all, any], parts);
}

describe('formulas put together', () => {
  it('leave out what changes nothing and are decided by what decides', () => {
    check('', 'true', 'false');
    assert.deepEqual([allOf([]), anyOf([])], [{ op: 'true' }, { op: 'false' }]);
    check('true', 'true', 'true');
    check('false', 'false', 'false');
    check('true; Total > 1', 'Total > 1', 'true');
    check('Total > 1; false; Paid is true', 'false', 'Total > 1 or Paid is true');
  });

  it('say each part once, in order, also those of parts of the same kind', () => {
    check('Total > 1; Paid is true; Total > 1', 'Total > 1 and Paid is true', 'Total > 1 or Paid is true');
    check(
      'Total > 1; Note is "a" and Total > 1',
      'Total > 1 and Note is "a"',
      'Total > 1 or Note is "a" and Total > 1',
    );
    check(
      'Total > 1 or Note is "a"; Total > 1',
      '(Total > 1 or Note is "a") and Total > 1',
      'Total > 1 or Note is "a"',
    );
    check('Total > 1; Total > 1', 'Total > 1', 'Total > 1');
  });

  it('know a part and its opposite', () => {
    check('Total > 1; Paid is true; not (Total > 1)', 'false', 'true');
    check('Total > 1; not (Note is "a")', 'Total > 1 and Note is not "a"', 'Total > 1 or Note is not "a"');
  });

  it('are negated without a doubled negation', () => {
    const shown = (of: Formula) => printFormula(negate(of));
    assert.deepEqual(
      ['true', 'false', 'Total > 1'].map((text) => shown(formula(text))),
      ['false', 'true', 'not Total > 1'],
    );
    assert.equal(shown(negate(formula('Total > 1'))), 'Total > 1');
  });
});
