// What a comparison comes to while part of it is unknown: decided as soon as nothing that is unknown could change it.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { evaluate, type View } from '../../server/src/condition/evaluate.ts';
import { atomsOf } from '../../server/src/condition/operands.ts';
import type { Bound } from '../../server/src/model/symbols.ts';
import { actor, formula, groupsOf, record, today } from '../support/formulas.ts';

/** Nobody acts, on no day, and nobody knows who is in which group. */
const nothing = { actor: undefined, today: undefined, groupsOf: () => undefined };

/** `condition | what is known of the record => truth`; what stands in the view is known as well. */
function check(view: Omit<View, 'value'>, ...lines: readonly string[]): void {
  for (const line of lines) {
    const [given = '', truth] = line.split(' => ');
    const [condition = '', body = ''] = given.split(' | ');
    const values = record(body);
    assert.equal(evaluate(formula(condition), { ...view, value: (field) => values.get(field) }), truth, line);
  }
}

const acting = (name: string) => ({ actor: actor(name), today, groupsOf });

describe('evaluate, with part unknown', () => {
  it('leaves open what a field that is not said decides', () => {
    check(
      nothing,
      'Total is 1 => unknown',
      'Total is empty => unknown',
      'Total > 1 => unknown',
      'Note contains "a" => unknown',
      'Tags contains "gift" => unknown',
      'Tags overlaps ("gift", "rush") => unknown',
      'Owner is in Sales => unknown',
      'Team contains current user => unknown',
      'Total is one of (1, 2) => unknown',
      'true => true',
      'false => false',
    );
  });

  it('is false where the other side is empty, whatever the field holds', () => {
    check(
      nothing,
      'Total is field Discount | Discount empty => false',
      'Total > field Discount | Discount empty => false',
      'Total is field Discount | Total empty => false',
      'Note contains "" => false',
      'Note is field Region | Region "" => false',
      'Note is "a" | Note "" => false',
    );
    check(acting('cy'), 'Note is current user.Region => false', 'Note contains current user.Region => false');
    check(acting('ada'), 'Note is current user.Nothing => false', 'Note contains current user.Region => unknown');
  });

  it('is false where the bounds leave nothing between them', () => {
    check(
      nothing,
      'Total between 1 and 3 and Total is empty => unknown',
      'Total between 1 and 1 => unknown',
      'Total between 1 and 3 => unknown',
      'Total between field Discount and 1 | Discount 2 => false',
      'Total between field Discount and 1 | Discount 1 => unknown',
      'Total between 1 and field Discount => unknown',
      'Total between field Discount and 3 => unknown',
    );
  });

  it('is false where both bounds are the same and one is left out', () => {
    const [atom] = atomsOf(formula('Total is 1'));
    assert.ok(atom !== undefined);
    const bound = (open: boolean): Bound => ({ value: { kind: 'literal', value: 1, source: '1' }, open });
    const truth = (low: boolean, high: boolean) =>
      evaluate(
        { ...atom, test: { is: 'range', low: bound(low), high: bound(high) } },
        { ...nothing, value: () => undefined },
      );
    assert.deepEqual(
      [truth(false, false), truth(true, false), truth(false, true), truth(true, true)],
      ['unknown', 'false', 'false', 'false'],
    );
  });

  it('is false as soon as one bound is not kept', () => {
    check(
      nothing,
      'Total between field Discount and 3 | Total 4 => false',
      'Total between field Discount and 3 | Total 2 => unknown',
      'Total between 3 and field Discount | Total 2 => false',
      'Total between 3 and field Discount | Total 4 => unknown',
      'Total between 1 and 3 | Total 3 => true',
      'Total between 1 and 3 | Total 1 => true',
    );
  });

  it('knows a field against itself', () => {
    check(
      nothing,
      'Total > field Total => false',
      'Total < field Total => false',
      'Total >= field Total => unknown',
      'Total >= field Total | Total 1 => true',
      'Total >= field Total | Total empty => false',
    );
  });

  it('needs who acts, the day, or the groups only where they decide', () => {
    check(
      nothing,
      'Owner is current user | Owner ada => unknown',
      'Owner is current user | Owner empty => false',
      'Note is current user.Region | Note "EU" => unknown',
      'Note contains current user.Region | Note "EU" => unknown',
      'Due in the last 3 days | Due 2026-03-31 => unknown',
      'Due in the last 3 days | Due empty => false',
      'Owner is in Sales | Owner ada => unknown',
      // Accounts are in no group.
      'Owner is in Sales | Owner Orders.bot => false',
      'Team contains current user | Team Sales => unknown',
      'Team contains current user | Team empty => false',
    );
    check(
      { ...nothing, today },
      'Due in the last 3 days | Due 2026-03-31 => true',
      'Due in the last 3 days | Due 2026-03-27 => false',
      'Due in the last 3 days => unknown',
    );
    check(
      { ...nothing, actor: actor('ada') },
      // Of the one who acts the groups are known.
      'Owner is in Sales | Owner ada => true',
      'Owner is in Sales | Owner bo => unknown',
      'Owner is in Empty | Owner ada => false',
    );
  });

  it('knows that no field holds a system group, and that nobody without a group is in one', () => {
    check(nothing, 'Team is "Internal Users" => false', 'Team is Sales => unknown', 'Owner is ada => unknown');
    check(
      nothing,
      'Team is one of (Sales, "Internal Users") => unknown',
      'Total is field Discount | Total 1 => unknown',
    );
    check(
      acting('cy'),
      'Team contains current user => false',
      'Owner is in Sales => unknown',
      'Tags contains "gift" => unknown',
      'Tags overlaps ("gift", "rush") => unknown',
    );
    check(acting('ada'), 'Team contains current user => unknown', 'Team contains current user | Team Empty => false');
    check(acting('Orders.bot'), 'Team contains current user => false');
  });

  it('is decided in lists by the value that is met', () => {
    check(
      acting('ada'),
      'Owner is one of (bo, current user) | Owner ada => true',
      'Owner is one of (bo, cy) | Owner ada => false',
    );
    check(
      nothing,
      'Owner is one of (current user, bo) | Owner bo => true',
      'Owner is one of (bo, current user) | Owner ada => unknown',
      'Owner is one of (current user, bo) | Owner ada => unknown',
    );
  });
});
