// Every operator on values, on empties and on what is unknown.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { evaluate } from '../../server/src/condition/evaluate.ts';
import { actor, formula, record, scene } from '../support/formulas.ts';

/** `condition: record > truth; record > truth`, the record's fields as in a record's body, `?` for one that is not said. */
function checkTruths(line: string, by = 'ada'): void {
  const [condition = '', cases = ''] = line.split(/: (.*)/s);
  for (const each of cases.split(';')) {
    const [body = '', expected = ''] = each.split('>').map((part) => part.trim());
    const values = record(body === '?' ? '' : body);
    assert.equal(evaluate(formula(condition), scene(values, actor(by))), expected, `${condition}: ${each}`);
  }
}

describe('evaluate', () => {
  it('compares texts exactly', () => {
    checkTruths(
      'Note is "ab": Note "ab" > true; Note "AB" > false; Note "abc" > false; Note empty > false; ? > unknown',
    );
    checkTruths('Note is not "ab": Note "ab" > false; Note "x" > true; Note empty > true; Note "" > true; ? > unknown');
    checkTruths('Note contains "b": Note "abc" > true; Note "ac" > false; Note empty > false; ? > unknown');
    checkTruths('Note starts with "a": Note "abc" > true; Note "ba" > false; Note empty > false; ? > unknown');
    checkTruths('Note ends with "c": Note "abc" > true; Note "ca" > false; Note empty > false; ? > unknown');
    checkTruths('Note is one of ("a", "b"): Note "b" > true; Note "ab" > false; Note empty > false; ? > unknown');
    checkTruths('Note is empty: Note "" > true; Note empty > true; Note " " > false; ? > unknown');
    checkTruths('Note is not empty: Note "" > false; Note empty > false; Note "a" > true; ? > unknown');
  });

  it('takes the empty text as empty on the other side too', () => {
    checkTruths('Note is "": Note "" > false; Note empty > false; Note "a" > false; ? > false');
    checkTruths('Note is not "": Note "" > true; Note "a" > true; ? > true');
    checkTruths('Note contains "": Note "a" > false; ? > false');
    checkTruths('Note is one of ("", "a"): Note "" > false; Note "a" > true; ? > unknown');
  });

  it('compares numbers', () => {
    checkTruths('Total is 3: Total 3 > true; Total 3.0 > true; Total 4 > false; Total empty > false; ? > unknown');
    checkTruths('Total is not 3: Total 3 > false; Total 4 > true; Total empty > true; ? > unknown');
    checkTruths('Total > 3: Total 3 > false; Total 3.5 > true; Total empty > false; ? > unknown');
    checkTruths('Total >= 3: Total 3 > true; Total 2.9 > false; Total empty > false');
    checkTruths('Total < -3: Total -3 > false; Total -4 > true; Total empty > false');
    checkTruths('Total <= 3: Total 3 > true; Total 4 > false; Total empty > false');
    checkTruths(
      'Total between 1 and 3: Total 1 > true; Total 3 > true; Total 0.9 > false; Total 3.1 > false; ? > unknown',
    );
    checkTruths('not Total < 3: Total empty > true; Total 3 > true; Total 2 > false');
    checkTruths('Total is 0: Total 0 > true; Total empty > false');
  });

  it('compares days', () => {
    checkTruths('Due is 2026-03-31: Due 2026-03-31 > true; Due 2026-04-01 > false; Due empty > false; ? > unknown');
    checkTruths('Due after 2026-03-31: Due 2026-03-31 > false; Due 2026-04-01 > true; Due empty > false');
    checkTruths('Due before 2026-03-31: Due 2026-03-31 > false; Due 2026-03-30 > true; Due empty > false');
    checkTruths(
      'Due between 2026-03-30 and 2026-03-31: Due 2026-03-30 > true; Due 2026-03-31 > true; Due 2026-04-01 > false',
    );
  });

  it('takes both ends into relative ranges, months cut to the last day', () => {
    checkTruths(
      'Due in the last 30 days: Due 2026-03-31 > true; Due 2026-03-01 > true; Due 2026-02-28 > false; Due 2026-04-01 > false; Due empty > false; ? > unknown',
    );
    checkTruths(
      'Due in the next 2 weeks: Due 2026-03-31 > true; Due 2026-04-14 > true; Due 2026-04-15 > false; Due 2026-03-30 > false',
    );
    checkTruths('Due in the last 1 months: Due 2026-02-28 > true; Due 2026-02-27 > false');
    checkTruths('Due in the next 1 months: Due 2026-04-30 > true; Due 2026-05-01 > false');
    checkTruths('Due in the last 2 years: Due 2024-03-31 > true; Due 2024-03-30 > false');
    checkTruths(
      'Placed in the last 1 days: Placed 2026-03-30T00:00Z > true; Placed 2026-03-29T23:59:59.999Z > false; Placed 2026-03-31T23:59:59.999Z > true; Placed 2026-04-01T00:00Z > false; Placed 2026-04-01T00:30+01:00 > true',
    );
    checkTruths(
      'Placed in the next 1 days: Placed 2026-03-31T00:00Z > true; Placed 2026-04-01T23:59Z > true; Placed 2026-04-02T00:00Z > false',
    );
  });

  it('takes a date against an instant as its whole day', () => {
    checkTruths(
      'Placed is 2026-01-01: Placed 2026-01-01T00:00Z > true; Placed 2026-01-01T23:59:59.999Z > true; Placed 2026-01-02T00:00Z > false; Placed 2026-01-01T00:00+01:00 > false; Placed empty > false; ? > unknown',
    );
    checkTruths('Placed is not 2026-01-01: Placed 2026-01-01T10:00Z > false; Placed empty > true');
    checkTruths('Placed before 2026-01-01: Placed 2025-12-31T23:59Z > true; Placed 2026-01-01T00:00Z > false');
    checkTruths('Placed after 2026-01-01: Placed 2026-01-01T23:59Z > false; Placed 2026-01-02T00:00Z > true');
    checkTruths(
      'Placed between 2026-01-01 and 2026-01-02: Placed 2026-01-01T00:00Z > true; Placed 2026-01-02T23:59Z > true; Placed 2026-01-03T00:00Z > false',
    );
    checkTruths('Placed is 2026-01-01T10:00+01:00: Placed 2026-01-01T09:00Z > true; Placed 2026-01-01T10:00Z > false');
    checkTruths('Placed after 2026-01-01T10:00Z: Placed 2026-01-01T10:00Z > false; Placed 2026-01-01T10:00:01Z > true');
  });

  it('compares booleans and options', () => {
    checkTruths('Paid is true: Paid true > true; Paid false > false; Paid empty > false; ? > unknown');
    checkTruths('not Paid is true: Paid false > true; Paid empty > true');
    checkTruths('Status is "Open": Status "Open" > true; Status "New" > false; Status empty > false; ? > unknown');
    checkTruths('Status is one of ("Open", "New"): Status "New" > true; Status "Closed" > false; Status empty > false');
    checkTruths(
      'Tags contains "gift": Tags ("gift", "rush") > true; Tags "rush" > false; Tags empty > false; ? > unknown',
    );
    checkTruths(
      'Tags overlaps ("gift", "b2b"): Tags ("rush", "b2b") > true; Tags "rush" > false; Tags empty > false; ? > unknown',
    );
    checkTruths('Tags is empty: Tags empty > true; Tags "gift" > false');
  });

  it('knows who is who and in which groups', () => {
    checkTruths('Owner is bo: Owner bo > true; Owner ada > false; Owner empty > false; ? > unknown');
    checkTruths('Owner is current user: Owner ada > true; Owner bo > false; Owner empty > false; ? > unknown');
    checkTruths('Owner is not current user: Owner empty > true; Owner ada > false');
    checkTruths('Owner is one of (bo, current user): Owner ada > true; Owner bo > true; Owner cy > false');
    checkTruths('Owner is Orders.bot: Owner Orders.bot > true; Owner organization.bot > false');
    checkTruths(
      'Owner is in Support: Owner bo > true; Owner cy > false; Owner Orders.bot > false; Owner empty > false; ? > unknown',
    );
    checkTruths('Owner is in "Internal Users": Owner cy > true; Owner Orders.bot > false');
    checkTruths('Team is Sales: Team Sales > true; Team Support > false; Team empty > false; ? > unknown');
    checkTruths('Team contains current user: Team Sales > true; Team Empty > false; Team empty > false; ? > unknown');
    checkTruths('Team contains current user: Team Sales > false; ? > false', 'cy');
    checkTruths('Team contains current user: Team Support > true; Team Sales > false; ? > unknown', 'Support');
  });

  it('takes a missing or empty attribute as an empty operand', () => {
    checkTruths(
      'Region is current user.Region: Region "EU" > true; Region "US" > false; Region empty > false; ? > unknown',
    );
    checkTruths('Region is current user.Region: Region "EU" > false; Region empty > false; ? > false', 'cy');
    checkTruths('Region is not current user.Region: Region "EU" > true; Region empty > true; ? > true', 'cy');
    checkTruths(
      'Note contains current user.Region: Note "in EU" > true; Note "EU" > true; Note "E" > false; ? > unknown',
    );
    checkTruths('Note contains current user.Nothing: Note "in EU" > false; ? > false');
    checkTruths('Note is one of ("x", current user.Region): Note "EU" > true; Note "x" > true; ? > unknown');
    checkTruths('Region is current user.Region: ? > false', 'Sales');
  });

  it('compares fields with fields, and two empties are not equal', () => {
    checkTruths(
      'Total is field Discount: Total 1 Discount 1 > true; Total 1 Discount 2 > false; Total empty Discount empty > false; Total empty > false; Discount empty > false; Total 1 > unknown',
    );
    checkTruths(
      'Total is not field Discount: Total empty Discount empty > true; Total 1 Discount empty > true; Total empty > true',
    );
    checkTruths(
      'Total > field Discount: Total 2 Discount 1 > true; Total 1 Discount 1 > false; Discount empty > false',
    );
    checkTruths(
      'Total between field Discount and 9: Total 5 Discount 5 > true; Total 5 Discount 6 > false; Total 10 > false; Total 5 > unknown; Discount empty > false; Total 5 Discount empty > false; Discount 10 > false',
    );
    checkTruths('Owner is field Checker: Owner bo Checker bo > true; Owner bo Checker ada > false; ? > unknown');
    checkTruths('Total is field Total: Total 1 > true; Total empty > false; ? > unknown');
    checkTruths('Total > field Total: Total 1 > false; ? > false');
    checkTruths('Total >= field Total: Total 1 > true; Total empty > false; ? > unknown');
  });

  it('leaves unknown only what the known parts do not decide', () => {
    checkTruths('Total is 1 and Note is "a": Total 2 > false; Note "a" > unknown; Total 1 Note "a" > true');
    checkTruths('Total is 1 or Note is "a": Total 1 > true; Note "b" > unknown; Total 2 Note "b" > false');
    checkTruths('not (Total is 1 or Note is "a"): Total 1 > false; Note "b" > unknown');
  });
});
