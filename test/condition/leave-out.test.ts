// What a condition can do without: one part, one value or one bound at a time.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { withoutOnePart } from '../../server/src/condition/leave-out.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { formula } from '../support/formulas.ts';

/** `condition => the same with one thing less`, or `all` where it needs all of them. */
function check(...lines: readonly string[]): void {
  for (const line of lines) {
    const [condition = '', expected] = line.split(' => ');
    const less = withoutOnePart(formula(condition));
    assert.equal(less === undefined ? 'all' : printFormula(less), expected, line);
  }
}

describe('a condition without one part', () => {
  it('leaves out what the rest says already', () => {
    check(
      'Total > 3 and Total > 1 => Total > 3',
      'Total > 1 or Total > 3 => Total > 1',
      'Total > 1 or not (Total > 1) => true',
      'Total > 1 and not (Total > 1) => false',
      'Total > 1 and Paid is true => all',
      'Total > 1 and Total < 5 => all',
      'Note contains "a" and Note contains "ab" => Note contains "ab"',
      'Note starts with "ab" and Note contains "b" => Note starts with "ab"',
      'Note ends with "ab" and Note contains "b" => Note ends with "ab"',
      'Team is Sales and Team is not Support => Team is Sales',
      'not (Total > 3 or Total > 1) => not Total > 1',
      'not (Total > 3 and Total > 1) => not Total > 3',
      '(Total > 3 and Paid is true) or (Total > 1 and Paid is true) => Total > 1 and Paid is true',
      '(Total > 3 or Paid is true) and (Total > 1 or Paid is true) and Note is "a" => (Total > 3 or Paid is true) and Note is "a"',
      'Total is field Discount and Total > 1 and Discount > 1 => Total is field Discount and Total > 1',
      'Total > field Discount and Discount > field "not" and Total > field "not" => Total > field Discount and Discount > field "not"',
      'Status is "New" or Status is "Open" or Status is "Closed" or Status is empty => true',
      'Status is field Before and Status is "New" and Before is "New" => Status is field Before and Status is "New"',
      'Paid is true or Paid is false or Paid is empty => true',
    );
  });

  it('leaves out values of lists and bounds of ranges', () => {
    check(
      'Total is one of (1, 2) and Total is not 2 => Total is one of (1) and Total is not 2',
      'Total is one of (1, 2, 3) and Total < 3 => Total is one of (1, 2) and Total < 3',
      'Tags overlaps ("gift", "rush") and not Tags contains "rush" => Tags overlaps ("gift") and not Tags contains "rush"',
      'Tags overlaps ("gift", "rush") and Tags contains "rush" => Tags contains "rush"',
      'Total between 1 and 5 and Total < 3 => Total >= 1 and Total < 3',
      'Total between 1 and 5 and Total > 3 => Total <= 5 and Total > 3',
      'Total between 1 and 5 or Total < 3 => Total <= 5 or Total < 3',
      'not (Total between 1 and 5 or Total > 3) => not (Total >= 1 or Total > 3)',
      'Owner is one of (ada, bo) and Owner is one of (bo, cy) => Owner is one of (ada, bo) and Owner is one of (bo)',
    );
  });

  it('leaves out what is superfluous whoever acts, whoever is in which group, and on every day', () => {
    check(
      'Owner is current user and Owner is not empty => Owner is current user',
      'Owner is not empty and Owner is current user => Owner is current user',
      'Owner is current user or Owner is ada => all',
      'Owner is current user or Owner is not current user => true',
      'not (Owner is current user and Owner is in Sales) and Owner is in Sales => Owner is not current user and Owner is in Sales',
      'not (Note is current user.Region) and Note is not current user.Region => Note is not current user.Region',
      'Owner is current user and Owner is ada and Checker is current user and Checker is ada => Owner is current user and Owner is ada and Checker is current user',
      'Owner is field Checker and Owner is current user and Checker is current user => Owner is field Checker and Owner is current user',
      'Note is current user.Region and Note is not empty => Note is current user.Region',
      'Note is current user.Region and Region is current user.Region and Note is field Region => Note is current user.Region and Region is current user.Region',
      'Note is current user.Region and Note is current user.Nothing => all',
      'Note contains current user.Region and Note is not empty => Note contains current user.Region',
      'Note starts with current user.Region and Note is not empty => Note starts with current user.Region',
      'Note ends with current user.Region and Note is not empty => Note ends with current user.Region',
      'Note contains current user.Region or Note contains current user.Nothing or Note is empty => all',
      'Due in the last 2 days or Due in the last 5 days => Due in the last 5 days',
      'Due in the last 2 days and Due in the last 5 days => Due in the last 2 days',
      'Due in the last 2 days and Due in the next 5 days => all',
      'Due in the last 2 days and Done in the last 5 days and Due is not empty => Due in the last 2 days and Done in the last 5 days',
      'Due in the last 1 weeks and Due in the last 7 days => Due in the last 1 weeks',
      'Owner is in Sales and Owner is not empty => Owner is in Sales',
      'Owner is in Sales and Owner is in Support => all',
      'Owner is ada or not (Owner is in Sales) or Owner is in Sales => true',
      'Team contains current user and Team is not empty => Team contains current user',
      'Team is Sales and Team contains current user => all',
      'not (Team is "Internal Users") and Team is Sales => Team is Sales',
      'Owner is one of (ada, current user) and Owner is current user => Owner is current user',
    );
  });

  it('keeps what it needs', () => {
    check(
      'Tags overlaps ("gift", "rush") and not Tags contains "b2b" => all',
      'Total is one of (1, 2) and Total is not 3 => Total is one of (1, 2)',
      'Total is one of (1, 2) and Total is not 1 => Total is one of (2) and Total is not 1',
      'Tags overlaps ("gift", "rush") and not Tags contains "gift" => Tags overlaps ("rush") and not Tags contains "gift"',
      'Total > 1 and Total is not 5 => all',
      'Total between 1 and 5 and Total is not 3 => all',
      'Total > field Discount and Total > 1 => all',
    );
  });

  it('leaves a condition alone of which a field has too many contents', () => {
    const ranges = Array.from({ length: 20 }, (_, i) => `Total between ${i} and ${i + 20}`);
    check(`${ranges.join(' or ')} => all`);
  });

  it('tries no value of longer lists, and nothing of longer conditions', () => {
    const list = (count: number) => Array.from({ length: count }, (_, i) => i + 1).join(', ');
    check(
      `Total is one of (${list(8)}) and Total < 8 => Total is one of (${list(7)}) and Total < 8`,
      `Total is one of (${list(9)}) and Total < 9 => all`,
    );
    const each = (count: number) => Array.from({ length: count }, (_, i) => `Total > ${i}`).join(' and ');
    const last = each(24).replace('Total > 22 and ', '');
    check(`${each(24)} => ${last}`, `${each(25)} => all`);
  });
});
