// The search over contents that stand for all: what it finds, and after how many of them it gives up.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type Contents, contentsOf } from '../../server/src/condition/clusters.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { find, pushedDown } from '../../server/src/condition/search.ts';
import { holdableIn } from '../../server/src/condition/solve.ts';
import type { Field, Formula } from '../../server/src/model/symbols.ts';
import { field, formula, groupsOf, showRecord, today, world } from '../support/formulas.ts';

function found(of: Formula, left: number, contents = contentsOf(of, holdableIn(world()), today)): string {
  const record = find(of, { contents, groupsOf, left, hopeless: new Set() });
  return typeof record === 'string' ? record : showRecord(record);
}

/** `condition | tries => record`, or `none` or `unknown`. */
function check(...lines: readonly string[]): void {
  for (const line of lines) {
    const [given = '', expected] = line.split(' => ');
    const [condition = '', tries = '1000'] = given.split(' | ');
    assert.equal(found(pushedDown(formula(condition)), Number(tries)), expected, line);
  }
}

const words = Array.from({ length: 14 }, (_, i) => `Note contains "w${String.fromCharCode(97 + i)}"`).join(' and ');

describe('the search', () => {
  it('tries one content after the other, and gives up after as many as it may try', () => {
    check(
      'Total is 3 | 2 => Total 3',
      'Total is 3 | 1 => unknown',
      'Total is 3 and Paid is true | 3 => Total 3, Paid true',
      'Total is 3 and Paid is true | 2 => unknown',
      'Total is 3 and Total is 4 => none',
      'Total is 3 and (Paid is true or Note is "a") => Total 3, Paid true',
      'true => ',
      'false => none',
    );
  });

  it('is open where a part stays open and no other one holds', () => {
    const open = `Note is field Region and ${words} and not Region contains "wa"`;
    check(
      `${open} => unknown`,
      `(${open}) or (Total is 1 and Total is 2) => unknown`,
      `(Total is 1 and Total is 2) or (${open}) => unknown`,
      `(${open}) or Total is 1 => Total 1`,
      `(${open}) and Total is 1 => unknown`,
      `Total is 1 and (${open}) => unknown`,
      `(${open}) and Total is 1 and Total is 2 => none`,
      'Total is 1 and Total is 2 or Paid is true and Paid is false => none',
      `Paid is not empty and (Paid is false or (${open})) and (Paid is true or (${open})) => unknown`,
      `Paid is not empty and (Paid is false or (${open})) => Paid false`,
      `(Paid is true and (${open})) or (Paid is false and (${open})) => unknown`,
      `Paid is not empty and (Paid is false or (${open})) and (Paid is true or Total is 1 and Total is 2) => unknown`,
    );
  });

  it('makes the contents of texts with many patterns from what is demanded', () => {
    const made = found(formula(`${words} and not Note contains "z"`), 1000);
    assert.equal(made, 'Note "xwaxwbxwcxwdxwexwfxwgxwhxwixwjxwkxwlxwmxwnx"');
    check(`${words} and not Note contains "w" => none`, `${words} | 3 => unknown`);
    check(`(${words} or Paid is true) and not Note contains "w" => Note "x", Paid true`);
  });

  it('is open where contents are missing, or do not stand for all', () => {
    const of = formula('Total is 3');
    assert.equal(found(of, 10, new Map()), 'unknown');
    const few = (complete: boolean): ReadonlyMap<Field, Contents> =>
      new Map([[field('Total'), { values: [1, 2], complete, alone: true }]]);
    assert.equal(found(of, 10, few(true)), 'none');
    assert.equal(found(of, 10, few(false)), 'unknown');
    const text = 'Note is not empty and (not Note contains "a" or Total is 3)';
    const either = formula(`${text} and (Note contains "a" or Paid is true and Paid is false)`);
    const also = new Map([...few(false), [field('Note'), { values: [], complete: false, alone: true }]]);
    also.set(field('Paid'), { values: [true, false, null], complete: true, alone: true });
    assert.equal(found(pushedDown(either), 1000, also), 'unknown');
  });
});

describe('negations', () => {
  it('are of comparisons only once they are pushed down', () => {
    const shown = (text: string) => printFormula(pushedDown(formula(text)));
    assert.equal(
      shown('not (Total is 1 and (Paid is true or Note is "a"))'),
      'Total is not 1 or not Paid is true and Note is not "a"',
    );
    assert.equal(shown('not (not (Total is 1))'), 'Total is 1');
    assert.equal(shown('Total is 1 and not (Paid is true)'), 'Total is 1 and not Paid is true');
    assert.equal(shown('not (Total is 1 or not (Paid is true))'), 'Total is not 1 and Paid is true');
  });
});
