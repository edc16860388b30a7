// What remains of conditions for an actor and a record that is known in part.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { atomsOf } from '../../server/src/condition/operands.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { reduce } from '../../server/src/condition/reduce.ts';
import { actor, formula, record, scene } from '../support/formulas.ts';

/** `condition | what is known | actor => what remains` */
function checkRest(...lines: readonly string[]): void {
  for (const line of lines) {
    const [given = '', expected = ''] = line.split(' => ');
    const [condition = '', body = '', by = 'ada'] = given.split('|').map((each) => each.trim());
    assert.equal(printFormula(reduce(formula(condition), scene(record(body), actor(by)))), expected, line);
  }
}

describe('reduce', () => {
  it('decides what is known and keeps the rest', () => {
    checkRest(
      'Total > 3 and Note is "a" | Total 4 => Note is "a"',
      'Total > 3 and Note is "a" | Total 1 => false',
      'Total > 3 or Note is "a" | Total 4 => true',
      'not (Total > 3 and Note is "a") | Total 4 => Note is not "a"',
      'Total > 3 | Note "a" => Total > 3',
    );
  });

  it('puts the actor in', () => {
    checkRest(
      'Owner is current user => Owner is ada',
      'Owner is not current user || bo => Owner is not bo',
      'Owner is current user || Orders.bot => Owner is Orders.bot',
      'Owner is current user || Sales => Owner is current user',
      'Owner is one of (bo, current user) || bo => Owner is bo',
      'Region is current user.Region => Region is "EU"',
      'Region is current user.Region || cy => false',
      'Region is not current user.Region || cy => true',
      'Region is one of ("x", current user.Region) || cy => Region is "x"',
      'Team contains current user => Team is one of (Sales, Support)',
      'Team contains current user || bo => Team is Support',
      'Team contains current user || cy => false',
      'Team contains current user || Empty => Team is Empty',
      'Due in the last 3 days => Due in the last 3 days',
      'Owner is in Sales => Owner is in Sales',
    );
  });

  it('turns comparisons of fields to the field that is unknown', () => {
    checkRest(
      'Total is field Discount | Total 3 => Discount is 3',
      'Total is field Discount | Discount 3 => Total is 3',
      'Total > field Discount | Total 3 => Discount < 3',
      'Total <= field Discount | Total 3 => Discount >= 3',
      'Total <= field Discount | Total empty => false',
      'Total is not field Discount | Discount empty => true',
      'Total between field Discount and field "not" | Total 3 => Discount <= 3 and "not" >= 3',
      'Total between field Discount and 2 | Total 3 => false',
      'Total between field Discount and 9 | Total 3 => Discount <= 3',
      'Total between field Discount and field "not" | Discount 3 => Total between 3 and field "not"',
      'Due after field Done | Due 2026-01-05 => Done before 2026-01-05',
      'Due between field Done and 2026-02-01 | Due 2026-01-05 => Done before 2026-01-06',
      'Placed before field Sent | Placed 2026-01-05T10:00Z => Sent after 2026-01-05T10:00Z',
      'Owner is field Checker | Owner bo => Checker is bo',
      'Owner is not field Checker | Checker cy => Owner is not cy',
      'Status is field Before | Status "Open" => Before is "Open"',
    );
  });

  it('keeps origins, also of comparisons that it turns', () => {
    const [before] = atomsOf(formula('Total is field Discount'));
    const [after] = atomsOf(reduce(formula('Total is field Discount'), scene(record('Total 3'))));
    assert.deepEqual(after?.origin?.span, before?.origin?.span);
  });
});
