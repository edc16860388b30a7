// Conditions and what they come to.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { atomsOf } from '../../server/src/condition/operands.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { simplify } from '../../server/src/condition/simplify.ts';
import type { Formula } from '../../server/src/model/symbols.ts';
import { formula } from '../support/formulas.ts';

/** `condition => simplified`; without `=>` it stays as it is. */
function checkSimple(...lines: readonly string[]): void {
  for (const line of lines) {
    const [written = '', expected = written] = line.split(' => ');
    assert.equal(printFormula(simplify(formula(written))), expected, written);
  }
}

describe('simplify', () => {
  it('drops constants, doubles and nesting, and keeps the order', () => {
    const part = formula('Total is 1');
    const always: Formula = { op: 'true' };
    const never: Formula = { op: 'false' };
    const printed = (...parts: readonly Formula[]) => printFormula(simplify({ op: 'and', parts }));
    assert.equal(printed(always, part, always), 'Total is 1');
    assert.equal(printed(part, never), 'false');
    assert.equal(printed(), 'true');
    assert.equal(printFormula(simplify({ op: 'or', parts: [part, always] })), 'true');
    assert.equal(printFormula(simplify({ op: 'or', parts: [] })), 'false');
    checkSimple(
      'Total is 1 and (Note is "a" and (Paid is true and Total is 1)) => Total is 1 and Note is "a" and Paid is true',
      'Note is "a" or Total is 1 or Note is "a" => Note is "a" or Total is 1',
      'not (not (Total > 1)) => Total > 1',
      'Team is Sales or not (Team is Sales) => true',
      'Team is Sales and Team is not Sales => false',
      'Status is "Open" and (Owner is current user or Total >= 3)',
    );
  });

  it('absorbs what another part says already', () => {
    checkSimple(
      'Note is "a" or Note is "a" and Total is 1 => Note is "a"',
      'Note is "a" and (Total is 1 or Note is "a") => Note is "a"',
      'Note is "a" and (Note is not "a" or Total is 1) => Note is "a" and Total is 1',
      'Note is "a" or Note is not "a" and Total is 1 => Note is "a" or Total is 1',
      'Total is 1 and Paid is true or Paid is true and Total is 1 and Note is "x" => Total is 1 and Paid is true',
      'not (Paid is true and Total > 3) and Paid is true => not Total > 3 and Paid is true',
      '(Total > 3 or Paid is true) and (Paid is true or Total > 1) => Total > 3 or Paid is true',
    );
  });

  it('takes out what parts have in common', () => {
    checkSimple(
      'Total is 1 and Paid is true or Total is 1 and Paid is false => Total is 1 and Paid is not empty',
      'Owner is ada and Total is 1 or not Owner is ada and Total is 1 => Total is 1',
      'Total is 1 and Note is "a" or Paid is true or Total is 1 and Note contains "b" => Total is 1 and (Note is "a" or Note contains "b") or Paid is true',
      '(Total is 1 or Paid is true) and (Total is 1 or Paid is false) => Total is 1',
      'Total is 1 and Note contains "a" and Paid is true or Total is 1 and Status is "New" => Total is 1 and (Note contains "a" and Paid is true or Status is "New")',
    );
  });

  it('absorbs what another part implies, however long the condition is', () => {
    const many = Array.from({ length: 22 }, (_, i) => `Region contains "${String.fromCharCode(97 + i)}x"`);
    const [any, all] = [many.join(' or '), many.join(' and ')];
    const [narrow, wide] = ['Total > 3 or Due is 2026-01-01', 'Total > 1 or Due is not empty'];
    checkSimple(
      `(${narrow}) and (${wide}) and (${any}) => (${narrow}) and (${any})`,
      `(${wide}) and (${narrow}) and (${any}) => (${narrow}) and (${any})`,
      `(${any}) and (${wide}) and (${narrow}) => (${any}) and (${narrow})`,
      `(Total <= 3 or Total >= 9 or Paid is true) and Total > 3 and (${any}) and Total < 9 => Paid is true and Total > 3 and (${any}) and Total < 9`,
      `(Total <= 3 or Total >= 9 or Paid is true) and (${any}) and Total > 3 and Total < 9 => Paid is true and (${any}) and Total > 3 and Total < 9`,
      `Note is "z" and (Total <= 3 or Total >= 9 or Paid is true) and (${any}) and Total > 3 and Total < 9 => Note is "z" and Paid is true and (${any}) and Total > 3 and Total < 9`,
      `Total > 3 and Due is 2026-01-01 or Total > 1 and Due is not empty or ${all} => Total > 1 and Due is not empty or ${all}`,
    );
  });

  it('puts comparisons of one field together where one says it', () => {
    checkSimple(
      'Status is "New" or Status is "Open" => Status is one of ("New", "Open")',
      'Status is "New" or Status is "Open" or Status is "Closed" => Status is not empty',
      'Status is not "New" and Status is not "Open" and Status is not "Closed" => Status is empty',
      'Status is one of ("New", "Open") and Status is not "Open" => Status is "New"',
      'Note is one of ("a", "b") and Note is one of ("b", "c") => Note is "b"',
      'Note is one of ("a", "a") => Note is "a"',
      'Total >= 3 and Paid is true and Total <= 3 => Total is 3 and Paid is true',
      '(Total is one of (1, 2) or Paid is true) and Total is one of (1, 2, 123456789) => (Total is not 123456789 or Paid is true) and Total is one of (1, 2, 123456789)',
      '(Total is one of (1, 2) or Paid is true) and Total is one of (1, 2, 1234567890) => (Total <= 2 or Paid is true) and Total is one of (1, 2, 1234567890)',
      'Total is 1 and Total is 2 => false',
      'Total is 1 and Total > 0 => Total is 1',
      'Total is not 1 and Total is 2 => Total is 2',
      'Total > 3 and Total > 5 => Total > 5',
      'Total >= 3 and Total <= 5 => Total between 3 and 5',
      'Total > 3 and Total < 5',
      'Total > 5 and Total < 3 => false',
      'Total < 3 or Total is 3 => Total <= 3',
      'Paid is true or Paid is false => Paid is not empty',
      'not Paid is true and Paid is not empty => Paid is false',
      'Owner is ada or Owner is bo => Owner is one of (ada, bo)',
      'Owner is ada and Owner is bo => false',
      'Tags contains "gift" or Tags contains "rush" => Tags overlaps ("gift", "rush")',
      'Tags overlaps ("gift", "rush")',
      'Tags overlaps ("gift", "rush", "b2b") => Tags is not empty',
      'Tags contains "gift" and Tags contains "rush"',
      'Placed is 2026-01-01 or Placed is 2026-01-02 => Placed between 2026-01-01 and 2026-01-02',
      'Due after 2026-01-01 and Due before 2026-01-02 => false',
      'Due is 2026-01-01 or Due is 2026-01-02 => Due between 2026-01-01 and 2026-01-02',
      'Due is 2026-01-01 or Due is 2026-01-03',
    );
  });

  it('minds empties', () => {
    checkSimple(
      'Total is not 1',
      'Total is not 1 or Total is 1 => true',
      'Total > 1 or Total <= 1 => Total is not empty',
      'Total is empty or Total > 1 or Total <= 1 => true',
      'not Total > 1 and Total is not empty => Total <= 1',
      'not Total > 1 and not Total <= 1 => Total is empty',
      'Total is not 1 and Total is empty => Total is empty',
      'Total is field Total => Total is not empty',
      'Total is field Discount and Total is empty => false',
      'Total is not field Discount or Total is empty => Total is not field Discount',
      'Due in the last 3 days and Due is not empty => Due in the last 3 days',
      'Note contains "a" and Note is empty => false',
    );
  });

  it('knows what patterns of texts say of each other', () => {
    checkSimple(
      'Note starts with "ab" and Note starts with "a" => Note starts with "ab"',
      'Note starts with "ab" and Note starts with "b" => false',
      'Note contains "abc" or Note contains "b" => Note contains "b"',
      'Note is "secret" and Note contains "sec" => Note is "secret"',
      'Note is "x" and Note contains "sec" => false',
      'Note starts with "a" and Note ends with "b"',
      'Note contains "a" and not Note ends with "a"',
    );
  });

  it('assumes nothing of who is in which group and who acts', () => {
    checkSimple(
      'Owner is ada and Owner is in Sales',
      'Owner is ada and Owner is current user',
      'Owner is in Sales and Owner is in Support',
      'Owner is in Sales or Owner is not empty => Owner is not empty',
      'Team contains current user and Team is Sales',
      'Region is current user.Region and Region is "EU"',
    );
  });

  it('knows which ranges that move with the day lie in others on every day', () => {
    checkSimple(
      'Due in the last 3 days or Due in the last 1 weeks => Due in the last 1 weeks',
      'Due in the last 2 months and Due in the last 1 years => Due in the last 2 months',
      'Due in the next 4 weeks and Due in the next 1 months => Due in the next 4 weeks',
      'Due in the next 1 months or Due in the next 31 days => Due in the next 31 days',
      'Due in the next 1 months and Due in the next 30 days',
      'Due in the last 3 days and Due in the next 1 weeks',
      'Due in the last 3 days and Done in the last 1 weeks',
      '(Placed is 2026-01-01 or Paid is true) and Placed before 2026-01-02',
      '(Due is 2026-01-01 or Paid is true) and Due before 2026-01-02',
      'Due in the last 3 days and (Done in the last 1 weeks or Total > 1) and Total is not 5',
    );
  });

  it('leaves out what the rest says together', () => {
    checkSimple(
      'Total > field Discount and Discount > field "not" and Total > field "not" => Total > field Discount and Discount > field "not"',
      'Total > field Discount and Discount < field Total => Total > field Discount',
      'Total is field Discount and Total <= field Discount => Total is field Discount',
      'Total > field Discount and Total < field Discount => false',
      'Total is field Discount or Total is not field Discount => true',
      'Total > field Discount and Paid is true and Total is not empty => Total > field Discount and Paid is true',
      'Status is field Before and Status is not "Closed" => Status is field Before',
      'Owner is current user and Checker is current user and Owner is field Checker => Owner is current user and Checker is current user',
      'Region is current user.Region and Note is current user.Region and Note is field Region => Region is current user.Region and Note is current user.Region',
      'Paid is true and Total is 1 or not Paid is true and Note is "a" or Total is 1 and Note is "a" => Paid is true and Total is 1 or not Paid is true and Note is "a"',
      'Status is one of ("New", "Open") and (Status is "New" or Total is 1) and (Status is "Open" or Total is 2) => (Status is "New" or Total is 1) and (Status is "Open" or Total is 2)',
      'Status is one of ("New", "Open") and (Status is "New" or Total is 1) and (Status is "Open" or Note is "a")',
    );
  });

  it('says once what is said twice in one comparison', () => {
    checkSimple(
      'Owner is one of (current user, current user) => Owner is current user',
      'Owner is one of (current user, ada, current user) => Owner is one of (current user, ada)',
      'Tags overlaps ("gift", "gift") => Tags contains "gift"',
      'Total between field Discount and field Discount => Total is field Discount',
    );
  });

  it('knows what groups never hold, and what no group holds', () => {
    checkSimple(
      'Team is "Internal Users" => false',
      'Team is not "Internal Users" => true',
      'Team is one of (Sales, "Internal Users") => Team is Sales',
      'Owner is Orders.bot and Owner is in Sales => false',
    );
  });

  it('keeps the order of the source', () => {
    checkSimple(
      'Note is "a" and Total > 3 or Paid is true or Note is "b" and Total > 3 => Note is one of ("a", "b") and Total > 3 or Paid is true',
      'Paid is true and Total is 1 or Note is "x" and Paid is true => Paid is true and (Total is 1 or Note is "x")',
    );
  });

  it('keeps the origin of what stays, and for several the first', () => {
    const [first] = atomsOf(formula('Status is "New" or Total is 1'));
    const [merged] = atomsOf(simplify(formula('Status is "New" or Total is 1 or Status is "Open"')));
    assert.deepEqual(merged?.origin?.span, first?.origin?.span);
    assert.notEqual(merged?.origin, undefined);
  });
});
