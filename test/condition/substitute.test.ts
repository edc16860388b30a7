// Formulas with what is known put into them: the record as far as it is said, and who acts.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { View } from '../../server/src/condition/evaluate.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { substitute } from '../../server/src/condition/substitute.ts';
import { actor, formula, record, scene } from '../support/formulas.ts';

const nothing = { actor: undefined, today: undefined, groupsOf: () => undefined };

/** `condition | what is known | who acts => what it says then`; `nobody` where that is not known. */
function check(...lines: readonly string[]): void {
  for (const line of lines) {
    const [given = '', expected] = line.split(' => ');
    const [condition = '', body = '', by = 'ada'] = given.split('|').map((each) => each.trim());
    const values = record(body);
    const view: View = by === 'nobody' ? { ...nothing, value: (field) => values.get(field) } : scene(values, actor(by));
    const of = formula(condition);
    const said = substitute(of, view);
    assert.equal(said === of ? 'the same' : printFormula(said), expected, line);
  }
}

describe('what is known put in', () => {
  it('decides comparisons, and leaves alone what it does not touch', () => {
    check(
      'true => the same',
      'false => the same',
      'Total is 1 => the same',
      'not (Total is 1 and Paid is true) | Paid true => Total is not 1',
      'Total is 1 and Note is "a" | Total 2 => false',
      'Total is 1 or Note is "a" | Total 2 => Note is "a"',
      'Note contains "a" => the same',
      'Owner is one of (ada, bo) => the same',
      'Total is one of (1, 2) => the same',
      'Total between 1 and 5 => the same',
      'Tags contains "gift" => the same',
      'Tags contains "gift" | Tags "gift" => true',
      'Owner is in Sales => the same',
      'Owner is in Sales | Owner bo => false',
      'Due in the last 3 days => the same',
      'Due in the last 3 days | Due 2026-03-30 => true',
    );
  });

  it('stands in place of who acts', () => {
    check(
      'Note contains current user.Region => Note contains "EU"',
      'Note starts with current user.Region => Note starts with "EU"',
      'Note ends with current user.Region => Note ends with "EU"',
      'Note is current user.Region => Note is "EU"',
      'Note is current user.Region | | nobody => Note is current user.Region',
      'Note is one of ("x", current user.Region) => Note is one of ("x", "EU")',
      'Note is one of ("x", current user.Nothing, "y") => Note is one of ("x", "y")',
      'Note is one of (current user.Nothing, "y") => Note is "y"',
      'Note is one of ("x", "y", current user.Nothing) => Note is one of ("x", "y")',
      'Note is one of (current user.Region, current user.Nothing) => Note is "EU"',
      'Owner is one of (ada, current user) => Owner is one of (ada, ada)',
      'Owner is one of (current user, bo) | Owner ada | nobody => Owner is current user',
      'Owner is one of (current user, bo) | Owner bo | nobody => true',
      'Team contains current user => Team is one of (Sales, Support)',
      'Team contains current user | | cy => false',
      'Team contains current user | | bo => Team is Support',
      'Team contains current user | | nobody => the same',
      'Team contains current user | Team Sales => true',
      'Owner is current user | | nobody => Owner is current user',
      'Owner is current user | Owner ada | nobody => the same',
    );
  });

  it('turns comparisons of fields to the one that is unknown', () => {
    check(
      'Total is field Discount | Discount 3 => Total is 3',
      'Total is field Discount | Total 3 => Discount is 3',
      'Total > field Discount | Total 3 => Discount < 3',
      'Total >= field Discount | Total 3 => Discount <= 3',
      'Total < field Discount | Total 3 => Discount > 3',
      'Total <= field Discount | Total 3 => Discount >= 3',
      'Total between field Discount and field "not" | Total 3 => Discount <= 3 and "not" >= 3',
      'Total between 1 and field "not" | Total 3 => "not" >= 3',
      'Total between 4 and field "not" | Total 3 => false',
      'Total between field Discount and 5 | Discount 3 => Total between 3 and 5',
      'Total > field Discount => Total > field Discount',
      'Owner is field Checker | Owner ada => Checker is ada',
      'Owner is field Checker | Owner ada | nobody => Checker is ada',
      'Status is field Before | Status "New" => Before is "New"',
    );
  });
});
