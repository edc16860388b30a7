// The slower way to a record, by contents of all its fields: it decides as the first try does.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findByContents } from '../../server/src/condition/by-contents.ts';
import { contentsOf } from '../../server/src/condition/clusters.ts';
import { evaluate } from '../../server/src/condition/evaluate.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import type { Found } from '../../server/src/condition/search.ts';
import { holdableIn, satisfy } from '../../server/src/condition/solve.ts';
import type { Formula } from '../../server/src/model/symbols.ts';
import { actor, fields, formula, scene, showRecord, today, world } from '../support/formulas.ts';
import { share } from '../support/share.ts';
import { actorsOf, formulas } from './arbitraries.ts';

function found(of: Formula, by = actor('ada'), budget = 20_000): Found {
  return findByContents(of, scene(new Map(), by), holdableIn(world(by)), budget);
}

/** `condition | actor => record`, or `none` or `unknown`. */
function check(...lines: readonly string[]): void {
  for (const line of lines) {
    const [given = '', expected] = line.split(' => ');
    const [condition = '', by = 'ada'] = given.split(' | ');
    const record = found(formula(condition), actor(by));
    assert.equal(typeof record === 'string' ? record : showRecord(record), expected, line);
  }
}

describe('a record by contents', () => {
  it('knows ranges that move with the day, wherever they stand', () => {
    check(
      'Due in the last 3 days and Due before 2026-03-28 => none',
      'Due in the last 3 days and Due before 2026-03-29 => Due 20540',
      'not (Due in the last 3 days) and Due after 2026-03-27 and Due before 2026-04-01 => none',
      'Paid is true and (Due in the next 1 days or Due is empty) and Due after 2026-04-01 => none',
      'not (Paid is true or not (Due in the last 1 days)) and Due before 2026-03-31 => Paid false, Due 20542',
    );
  });

  it('compares fields that hang together by others', () => {
    check(
      'Total > field Discount and "not" > 3 and Discount > field "not" => Discount 5, Total 6, not 4',
      'Total > field Discount and "not" > 3 and Discount > field "not" and Total <= 3 => none',
      'Owner is field Checker and Owner is in Sales and Checker is not ada => none',
    );
  });

  it('gives contents of all fields that hang together, and says which stand alone', () => {
    const shown = [
      ...contentsOf(
        formula('Total > 1 and Discount > 5 and "not" is 9 and Total > field Discount'),
        holdableIn(world()),
        today,
      ),
    ];
    assert.deepEqual(
      shown.map(([{ name }, { values, complete, alone }]) => `${name}: ${values.join(' ')} ${complete} ${alone}`),
      ['Total: -1 0 1 2 3 5 6 7  true false', 'Discount: -1 0 1 2 3 5 6 7  true false', 'not: 8 9 10  true true'],
    );
  });

  it('says nothing where it may try no more', () => {
    assert.equal(
      found(formula('Total > field Discount and Note contains "a" and Paid is true'), actor('ada'), 2),
      'unknown',
    );
  });

  it('decides as the first try does', () => {
    fc.assert(
      fc.property(formulas, actorsOf, (of, by) => {
        const record = found(of, by);
        const first = satisfy(of, world(by));
        const text = printFormula(of);
        if (record === 'unknown' || first.kind === 'unknown') return;
        assert.equal(record === 'none', first.kind === 'no', text);
        if (typeof record === 'string') return;
        const full = new Map(fields.map((field) => [field, record.get(field) ?? null]));
        assert.equal(evaluate(of, scene(full, by)), 'true', `${text}: ${showRecord(record)}`);
      }),
      { numRuns: share(400) },
    );
  });
});
