// The parts of a formula in the order of the source that it was made from.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { allOf } from '../../server/src/condition/build.ts';
import { atomsOf } from '../../server/src/condition/operands.ts';
import { inOrderOf } from '../../server/src/condition/order.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import type { Atom, Formula } from '../../server/src/model/symbols.ts';
import { formula } from '../support/formulas.ts';

/** `source | formula => formula in order`. */
function check(...lines: readonly string[]): void {
  for (const line of lines) {
    const [given = '', expected] = line.split(' => ');
    const [source = '', of = ''] = given.split(' | ');
    assert.equal(printFormula(inOrderOf(formula(source), formula(of))), expected, line);
  }
}

const ordered = (source: Formula, ...parts: readonly Formula[]) => printFormula(inOrderOf(source, allOf(parts)));

describe('the order of the source', () => {
  it('is that of comparisons that say the same, at every depth', () => {
    check(
      'Total is 1 and Note is "a" | Note is "a" and Total is 1 => Total is 1 and Note is "a"',
      'Total is 1 and Note is "a" and Paid is true | Paid is true or Note is "a" or Total is 1 => Total is 1 or Note is "a" or Paid is true',
      'Paid is true and Total is 1 and Note is "a" | (Note is "a" or Total is 1) and Paid is true => Paid is true and (Total is 1 or Note is "a")',
      'Total is 1 and Note is "a" and Paid is true | Note is "a" and (Paid is true or Total is 1) => (Total is 1 or Paid is true) and Note is "a"',
      'Paid is true and Total is 1 and Note is "a" | not (Note is "a" and Paid is true) => not (Paid is true and Note is "a")',
      'Total is 1 or Note is "a" or Total is 1 | Note is "a" or Total is 1 => Total is 1 or Note is "a"',
      'Total is 1 | Note is "a" => Note is "a"',
    );
    assert.deepEqual(inOrderOf(formula('Total is 1'), { op: 'true' }), { op: 'true' });
  });

  it('leaves what the source does not have where it is', () => {
    check(
      'Total is 1 and Note is "a" | Note is "a" and Due is empty and Total is 1 => Total is 1 and Note is "a" and Due is empty',
      'Total is 1 and Note is "a" | Due is empty and Note is "a" and Total is 1 => Due is empty and Total is 1 and Note is "a"',
    );
  });

  it('is that of where comparisons come from', () => {
    const source = formula('Total is 1 and Note is "a" and Total is 2');
    const [first, second, third] = atomsOf(source);
    assert.ok(first?.origin !== undefined && second !== undefined && third !== undefined);
    const changed: Atom = { ...first, test: { is: 'empty' } };
    assert.equal(ordered(source, second, changed), 'Total is empty and Note is "a"');
    const made: Atom = { ...changed, origin: undefined };
    assert.equal(ordered(source, second, made), 'Note is "a" and Total is empty');
  });

  it('tells comparisons of the source that say the same by which they are', () => {
    const source = formula('Total is 1 or Note is "a" or (Total is 1 and Paid is true)');
    const [, note, again] = atomsOf(source);
    assert.ok(note !== undefined && again !== undefined);
    assert.equal(ordered(source, again, note), 'Note is "a" and Total is 1');
  });

  it('is that of the first place where something stands twice', () => {
    const nowhere = { origin: undefined };
    const parts = ['Total is 1', 'Note is "a"', 'Total is 1'].flatMap((text) => atomsOf(formula(text)));
    const source: Formula = { op: 'and', parts: parts.map((atom) => ({ ...atom, ...nowhere })) };
    const [total, note] = parts;
    assert.ok(total !== undefined && note !== undefined);
    assert.equal(ordered(source, { ...note, ...nowhere }, { ...total, ...nowhere }), 'Total is 1 and Note is "a"');
  });
});
