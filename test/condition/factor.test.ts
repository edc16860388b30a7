// What parts of a junction have in common, taken out; and where it stands then.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { factored } from '../../server/src/condition/factor.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { formula } from '../support/formulas.ts';

/** `parts => parts`, `;` between them; without `=>` they stay the same. */
function check(op: 'and' | 'or', ...lines: readonly string[]): void {
  for (const line of lines) {
    const [given = '', expected] = line.split(' => ');
    const parts = given.split('; ').map(formula);
    const found = factored(parts, op);
    if (expected === undefined) assert.equal(found, parts, line);
    else assert.equal(found.map(printFormula).join('; '), expected, line);
  }
}

describe('what parts have in common', () => {
  it('stands once, beside what each has besides', () => {
    check(
      'or',
      'Total is 1 and Paid is true; Total is 1 and Note is "a" => Total is 1 and (Paid is true or Note is "a")',
      'Paid is true and Total is 1; Note is "a" and Total is 1 => (Paid is true or Note is "a") and Total is 1',
      'Total is 1 and Paid is true; Note is "a" and Total is 1 and Region is "b" => Total is 1 and (Paid is true or Note is "a" and Region is "b")',
      'Total is 1 and Paid is true; Total is 1 and Note is "a"; Total is 1 and Region is "b" => Total is 1 and (Paid is true or Note is "a" or Region is "b")',
      'Total is 1 and Paid is true and Note is "a"; Total is 1 and Note is "a" and Region is "b" => Total is 1 and (Paid is true or Region is "b") and Note is "a"',
    );
    check(
      'and',
      'Total is 1 or Paid is true; Total is 1 or Note is "a" => Total is 1 or Paid is true and Note is "a"',
      'Paid is true or Total is 1; Note is "a" or Total is 1 => Paid is true and Note is "a" or Total is 1',
    );
  });

  it('stands where the first of them stood, the others as they are', () => {
    check(
      'or',
      'Region is "b"; Total is 1 and Paid is true; Note is empty; Total is 1 and Note is "a" => Region is "b"; Total is 1 and (Paid is true or Note is "a"); Note is empty',
      'Total is 1 and Paid is true; Region is "b" and Note is empty; Total is 1 and Note is "a" => Total is 1 and (Paid is true or Note is "a"); Region is "b" and Note is empty',
      'Region is "b" and Note is empty; Total is 1 and Paid is true; Total is 1 and Note is "a" => Region is "b" and Note is empty; Total is 1 and (Paid is true or Note is "a")',
    );
  });

  it('is all of a part that another one has in it', () => {
    check('or', 'Total is 1 and Paid is true; Paid is true and Total is 1 => Total is 1 and Paid is true');
    check(
      'or',
      'Total is 1 and Paid is true; Total is 1 and Paid is true and Note is "a" => Total is 1 and Paid is true',
    );
  });

  it('is looked for in junctions of the other kind alone', () => {
    check(
      'or',
      'Total is 1 and Paid is true; Note is "a" and Region is "b"',
      'Total is 1; Total is 1 and Paid is true',
    );
    check('and', 'Total is 1 and Paid is true; Total is 1 and Note is "a"', 'Total is 1 or Paid is true; Note is "a"');
  });
});
