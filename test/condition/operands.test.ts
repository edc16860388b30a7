// What comparisons name: their fields, their values, and what items have in common.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { atomsOf, fieldsOf, literalsOf, operandsOf } from '../../server/src/condition/operands.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import type { Atom } from '../../server/src/model/symbols.ts';
import { grouped } from '../../server/src/text/grouped.ts';
import { field, formula, person } from '../support/formulas.ts';

function atom(text: string): Atom {
  return atomsOf(formula(text))[0] ?? assert.fail(text);
}

describe('what a formula names', () => {
  it('are its comparisons in their order, each as often as it stands there', () => {
    const atoms = atomsOf(
      formula('Total is 1 and not (Paid is true or (Note is "a" and Total is 1)) and Due is empty'),
    );
    assert.deepEqual(atoms.map(printFormula), [
      'Total is 1',
      'Paid is true',
      'Note is "a"',
      'Total is 1',
      'Due is empty',
    ]);
    assert.deepEqual(atomsOf({ op: 'true' }), []);
  });

  it('are the operands of each kind of comparison', () => {
    const kinds = (text: string) =>
      operandsOf(atom(text).test)
        .map(({ kind }) => kind)
        .join(' ');
    assert.equal(kinds('Note is "a"'), 'literal');
    assert.equal(kinds('Note contains current user.Region'), 'attribute');
    assert.equal(kinds('Note starts with "a"'), 'literal');
    assert.equal(kinds('Note ends with "a"'), 'literal');
    assert.equal(kinds('Owner is one of (ada, current user)'), 'literal current user');
    assert.equal(kinds('Total between 1 and field Discount'), 'literal field');
    assert.equal(kinds('Total > field Discount'), 'field');
    assert.equal(kinds('Total < 3'), 'literal');
    assert.equal(kinds('Total is empty'), '');
    assert.deepEqual(operandsOf({ is: 'range', low: undefined, high: undefined }), []);
  });

  it('are its fields, its own first, each once', () => {
    const names = (text: string) =>
      fieldsOf(atom(text))
        .map(({ name }) => name)
        .join(' ');
    assert.equal(names('Total is 1'), 'Total');
    assert.equal(names('Total between field Discount and field "not"'), 'Total Discount not');
    assert.equal(names('Total between field Discount and field Discount'), 'Total Discount');
    assert.equal(names('Total >= field Total'), 'Total');
    assert.deepEqual(fieldsOf(atom('Total is 1')), [field('Total')]);
  });

  it('are its values, each once', () => {
    const text =
      'Owner is one of (ada, current user) or Owner is ada or Total between 1 and field Discount or Total is 2';
    assert.deepEqual(literalsOf(atomsOf(formula(text))), [person('ada'), 1, 2]);
  });
});

describe('items in groups', () => {
  it('stand in the order of the first of each kind', () => {
    const groups = grouped(['b1', 'a1', 'b2', 'a2', 'c1'], (item) => item.charAt(0));
    assert.deepEqual(
      [...groups],
      [
        ['b', ['b1', 'b2']],
        ['a', ['a1', 'a2']],
        ['c', ['c1']],
      ],
    );
  });
});
