// The first try at a record: what it finds, and after how many branches it gives up.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { findQuickly, findReady, readyFor } from '../../server/src/condition/quick.ts';
import { holdableIn } from '../../server/src/condition/solve.ts';
import type { Formula } from '../../server/src/model/symbols.ts';
import { formula, scene, showRecord, world } from '../support/formulas.ts';

function found(of: Formula, contents = 20_000): string {
  const record = findQuickly(of, scene(new Map()), holdableIn(world()), contents);
  return typeof record === 'string' ? record : showRecord(record);
}

/** `condition | branches => record`, or `none` or `unknown`. */
function check(...lines: readonly string[]): void {
  for (const line of lines) {
    const [given = '', expected] = line.split(' => ');
    const [condition = '', contents] = given.split(' | ');
    assert.equal(found(formula(condition), contents === undefined ? undefined : Number(contents)), expected, line);
  }
}

/** More patterns than there are contents to try. */
const words = Array.from({ length: 14 }, (_, i) => `Note contains "w${String.fromCharCode(97 + i)}"`).join(' and ');
const open = `Note is field Region and ${words} and not Region contains "wa"`;

describe('a first try', () => {
  it('takes what has to hold', () => {
    check(
      'Total > 3 and Note contains "secret" => Total 4, Note "secret"',
      'Total > 3 and Total < 3 => none',
      'not (Total > 3 or Paid is true) and Total > 1 => Total 2, Paid false',
      'Tags contains "gift" and not Tags contains "rush" => Tags (gift)',
      'Tags contains "gift" and not Tags overlaps ("gift", "rush") => none',
      'Total > field Discount and Total is 1 => Total 1, Discount -1',
      'Total > field Discount and Total is empty => none',
    );
  });

  it('needs no branch where what has to hold decides', () => {
    check(
      'Total is 3 and (Total is 1 or Total is 3) | 0 => Total 3',
      'Total is 3 and (Total is 1 or Total is 2) | 0 => none',
      'Total is 3 and not (Total is 1 and Paid is true) | 0 => Total 3',
      'Total is 3 and (not (Total is 3) or Total is 2) | 0 => none',
      'Total is 3 and (not (Total is 2) or Paid is true) | 0 => Total 3',
      'Total is 3 and (Note is current user.Nothing or Total is 2) | 0 => none',
      'Total is 3 and (not (Note is current user.Nothing) or Paid is true) | 0 => Total 3',
    );
  });

  it('gives up where it may take no more branches', () => {
    check(
      'Total is 3 and (Paid is true or Note is "a") | 0 => unknown',
      'Total is 3 and (Paid is true or Note is "a") | 1 => Total 3, Paid true',
      '(Paid is true or Note is "a") and (Total is 1 or Region is "b") | 1 => unknown',
      '(Paid is true or Note is "a") and (Total is 1 or Region is "b") | 2 => Total 1, Paid true',
      '(Paid is true or Paid is false) and (Total is 1 or Total is 2) and Total > field Discount and Discount > 1 => Paid true, Total 2, Discount 1.1',
    );
  });

  it('knows constants wherever they stand', () => {
    const [total, paid] = ['Total is 1', 'Paid is true'].map(formula);
    assert.ok(total !== undefined && paid !== undefined);
    const [always, never]: Formula[] = [{ op: 'true' }, { op: 'false' }];
    assert.ok(always !== undefined && never !== undefined);
    const not = (part: Formula): Formula => ({ op: 'not', part });
    assert.equal(found({ op: 'and', parts: [always, total] }), 'Total 1');
    assert.equal(found({ op: 'and', parts: [never, total] }), 'none');
    assert.equal(found({ op: 'and', parts: [not(never), total] }), 'Total 1');
    assert.equal(found({ op: 'and', parts: [not(always), total] }), 'none');
    assert.equal(found({ op: 'and', parts: [total, { op: 'or', parts: [paid, always] }] }, 0), 'Total 1');
    assert.equal(found({ op: 'and', parts: [total, { op: 'or', parts: [never, not(always)] }] }, 0), 'none');
  });

  it('is open where a branch stays open and no other one holds', () => {
    const [undecided, none, some] = [open, 'Total is 1 and Total is 2', 'Total is 1'];
    check(
      `${undecided} => unknown`,
      `(${undecided}) or (${none}) => unknown`,
      `(${none}) or (${undecided}) => unknown`,
      `(${none}) or (${none}) => none`,
      `(${undecided}) or ${some} => Total 1`,
    );
  });

  it('takes back what a branch has said before it tries the next', () => {
    check(
      '(Total is 1 and Paid is true or Total is 2) and Paid is false => Paid false, Total 2',
      '(Total is 1 and Tags contains "gift" or Total is 2 and Tags contains "rush") and not Tags contains "gift" => Tags (rush), Total 2',
      '(Total > field Discount and Note is "a" or Total is 2) and Note is not "a" => Note "other", Total 2',
    );
  });

  it('is made ready once for several questions', () => {
    const both = formula('Total > 1 and Paid is true');
    const ready = readyFor(both, scene(new Map()), holdableIn(world()));
    assert.ok(ready !== undefined && both.op === 'and');
    for (const part of [...both.parts, both]) assert.equal(typeof findReady(part, ready, 10), 'object');
    // Of what it was not made ready for, it weighs the fields together.
    assert.equal(findReady({ op: 'and', parts: [both, formula('Total is 1')] }, ready, 10_000), 'none');
  });

  it('is none where a field has too many contents', () => {
    const ranges = Array.from({ length: 20 }, (_, i) => `Total between ${i} and ${i + 20}`).join(' or ');
    assert.equal(readyFor(formula(ranges), scene(new Map()), holdableIn(world())), undefined);
    assert.equal(found(formula(ranges)), 'unknown');
  });
});
