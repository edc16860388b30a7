// Formulas in the language's own words.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { strangerOf } from '../../server/src/condition/actor.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { printNumber } from '../../server/src/condition/print-value.ts';
import type { Atom, Bound, Formula } from '../../server/src/model/symbols.ts';
import { parseDate, parseDateTime } from '../../server/src/text/calendar.ts';
import { field, formula, group } from '../support/formulas.ts';

/** Conditions that are printed as they are written, or as what follows `=>`. */
function checkPrinted(...lines: readonly string[]): void {
  for (const line of lines) {
    const [written = '', expected = written] = line.split(' => ');
    assert.equal(printFormula(formula(written)), expected);
  }
}

/** A range as one would bind it: `[1 3)`, `(2026-01-01 ` without an end, `field Done` for another field. */
function range(of: string, text: string): Atom {
  const match = /^([[(])(.*?), (.*?)([\])])$/.exec(text);
  const bound = (value = '', open = false): Bound | undefined => {
    if (value === '') return undefined;
    if (value.startsWith('field ')) return { value: { kind: 'field', field: field(value.slice(6)) }, open };
    const literal = parseDateTime(value) ?? parseDate(value) ?? Number(value);
    return { value: { kind: 'literal', value: literal, source: value }, open };
  };
  const [low, high] = [bound(match?.[2], match?.[1] === '('), bound(match?.[3], match?.[4] === ')')];
  return { op: 'atom', field: field(of), test: { is: 'range', low, high }, origin: undefined };
}

function checkRange(of: string, text: string, expected: string, negated?: string): void {
  const atom = range(of, text);
  assert.equal(printFormula(atom), expected, text);
  if (negated !== undefined) assert.equal(printFormula({ op: 'not', part: atom }), negated, text);
  // Read back, it prints the same: so it says what the words say.
  assert.equal(printFormula(formula(expected)), expected);
}

describe('printFormula', () => {
  it('prints every operator as it is written', () => {
    checkPrinted(
      'Note is "a \\"b\\""',
      'Note is not "a"',
      'Note contains "a"',
      'Note starts with "a"',
      'Note ends with "a"',
      'Note is one of ("a", "b")',
      'Note is current user.Region',
      'Note is field Region',
      'Note is empty',
      'Note is not empty',
      'Total is 3',
      'Total is not -2.5',
      'Total > 3',
      'Total >= 3',
      'Total < 3',
      'Total <= 3',
      'Total between 1 and 5',
      'Total between field Discount and 5',
      'Total between 0 and 5',
      'Total between 3 and 3',
      'Total > field Discount',
      'Due is 2026-01-01',
      'Due is not 2026-01-01',
      'Due after 2026-01-01',
      'Due before field Done',
      'Due between 2026-01-01 and 2026-01-31',
      'Due in the last 30 days',
      'Due in the next 1 months',
      'Paid is true',
      'not Paid is true',
      'Status is "Open"',
      'Status is one of ("New", "Open")',
      'Tags contains "gift"',
      'Tags overlaps ("gift", "rush")',
      'Owner is current user',
      'Owner is not ada',
      'Owner is one of (ada, Orders."Night Shift", current user)',
      'Owner is in Sales',
      'Owner is in "Internal Users"',
      'Owner is field Checker',
      'Team is Sales',
      'Team contains current user',
      'File is not empty',
    );
  });

  it('prints days of instants as days', () => {
    checkPrinted(
      'Placed is 2026-01-01',
      'Placed is not 2026-01-01',
      'Placed before 2026-01-01',
      'Placed after 2026-01-01',
      'Placed between 2026-01-01 and 2026-01-31',
      'Placed is 2026-01-01T09:30Z',
      'Placed is 2026-01-01T09:30+01:00 => Placed is 2026-01-01T08:30Z',
      'Placed before 2026-01-01T00:00Z => Placed before 2026-01-01',
      'Placed after 2026-01-01T00:00Z',
      'Placed between 2026-01-01T00:00Z and 2026-01-02T00:00Z => Placed between 2026-01-01 and 2026-01-02T00:00Z',
      'Placed between field Sent and 2026-01-31',
      'Placed between 2026-01-01 and 2026-01-01 => Placed is 2026-01-01',
    );
  });

  it('puts parentheses only where they are needed', () => {
    checkPrinted(
      'Total is 1 and (Total is 2 or Total is 3)',
      '(Total is 1 and Total is 2) or Total is 3 => Total is 1 and Total is 2 or Total is 3',
      'not (Total is 1 and Total is 2)',
      'not (Note contains "a") => not Note contains "a"',
      'not (not (Total > 1)) => not not Total > 1',
      '((Total is 1 or Total is 2) or Total is 3) => Total is 1 or Total is 2 or Total is 3',
      'not (Total is 1) and not (Note is empty) => Total is not 1 and Note is not empty',
    );
    assert.equal(printFormula({ op: 'and', parts: [] }), 'true');
    assert.equal(printFormula({ op: 'or', parts: [] }), 'false');
    assert.equal(printFormula({ op: 'not', part: { op: 'or', parts: [formula('Total > 1')] } }), 'not Total > 1');
  });

  it('quotes names that a condition would misread and qualifies those that would mean another', () => {
    checkPrinted(
      '"not" > 1',
      'Owner is Orders.bot',
      'Owner is organization.bot',
      'Owner is bot => Owner is Orders.bot',
    );
  });

  it('prints whom a group asked about stands for as the current user', () => {
    const value = { kind: 'literal', value: strangerOf(group('Sales')), source: '' } as const;
    const atom: Formula = { op: 'atom', field: field('Owner'), test: { is: 'equals', value }, origin: undefined };
    assert.equal(printFormula(atom), 'Owner is current user');
  });

  it('prints numbers without exponents', () => {
    for (const [value, text] of [
      [1e21, '1000000000000000000000'],
      [1.5e22, '15000000000000000000000'],
      [1e-7, '0.0000001'],
      [-1.25e-8, '-0.0000000125'],
      [-0, '0'],
      [0.1, '0.1'],
    ] as const)
      assert.equal(printNumber(value), text);
  });

  it('says ranges that no one comparison says by several', () => {
    checkRange('Total', '(1, 3]', 'Total > 1 and Total <= 3', 'not (Total > 1 and Total <= 3)');
    checkRange('Total', '[1, 3]', 'Total between 1 and 3', 'not Total between 1 and 3');
    checkRange('Total', '(field Discount, 3]', 'Total > field Discount and Total <= 3');
    checkRange('Due', '(2026-01-01, 2026-01-05)', 'Due between 2026-01-02 and 2026-01-04');
    checkRange('Due', '(2026-01-01, 2026-01-03)', 'Due is 2026-01-02', 'Due is not 2026-01-02');
    checkRange('Due', '[2026-01-01, ]', 'Due after 2025-12-31');
    checkRange('Due', '[, 2026-01-01]', 'Due before 2026-01-02');
    checkRange('Due', '[field Done, ]', 'Due is field Done or Due after field Done');
    checkRange('Due', '(field Done, 2026-01-05]', 'Due after field Done and Due before 2026-01-06');
    checkRange('Due', '[field Done, 2026-01-05)', 'Due between field Done and 2026-01-04');
    checkRange('Placed', '[2026-01-01T10:00Z, ]', 'Placed is 2026-01-01T10:00Z or Placed after 2026-01-01T10:00Z');
    checkRange('Placed', '[, 2026-01-01T10:00Z]', 'Placed is 2026-01-01T10:00Z or Placed before 2026-01-01T10:00Z');
    checkRange(
      'Placed',
      '(2026-01-01T10:00Z, 2026-01-02T10:00Z)',
      'Placed after 2026-01-01T10:00Z and Placed before 2026-01-02T10:00Z',
    );
    checkRange(
      'Placed',
      '(2026-01-01T10:00Z, 2026-01-02T10:00Z]',
      'Placed between 2026-01-01T10:00Z and 2026-01-02T10:00Z and Placed is not 2026-01-01T10:00Z',
    );
    checkRange('Placed', '[2026-01-01T00:00Z, 2026-01-02T10:00Z]', 'Placed between 2026-01-01 and 2026-01-02T10:00Z');
    checkRange(
      'Placed',
      '[2026-01-01T00:00Z, 2026-01-02T10:00Z)',
      'Placed after 2025-12-31 and Placed before 2026-01-02T10:00Z',
    );
    checkRange(
      'Placed',
      '(2026-01-01T10:00Z, 2026-01-03T00:00Z]',
      'Placed between 2026-01-01T10:00Z and 2026-01-03T00:00Z and Placed is not 2026-01-01T10:00Z',
    );
    checkRange('Total', '[, ]', 'Total is not empty', 'Total is empty');
  });
});
