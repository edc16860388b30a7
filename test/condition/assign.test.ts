// Contents for fields that are compared with each other, out of given ones and within a number of tries.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { assign } from '../../server/src/condition/assign.ts';
import type { Contents } from '../../server/src/condition/clusters.ts';
import { atomsOf } from '../../server/src/condition/operands.ts';
import type { Field } from '../../server/src/model/symbols.ts';
import { field, formula, groupsOf, showRecord } from '../support/formulas.ts';

/**
 * `demands | contents | tries => found`: demands with `;` between them, those with `!` before them not to hold; of each
 * field the numbers to try, with `…` behind them where there are more.
 */
function check(line: string): void {
  const [given = '', expected] = line.split(' => ');
  const [demanded = '', offered = '', tries = '100'] = given.split(' | ');
  const demands = demanded
    .split('; ')
    .flatMap((text) => atomsOf(formula(text.replace('!', ''))).map((atom) => ({ atom, holds: !text.startsWith('!') })));
  const contents = new Map<Field, Contents>();
  for (const text of offered.split('; ')) {
    const [name = '', ...values] = text.split(' ');
    const numbers = values.filter((value) => value !== '…').map(Number);
    contents.set(field(name), { values: numbers, complete: !values.includes('…'), alone: false });
  }
  const found = assign(demands, contents, groupsOf, { left: Number(tries) });
  assert.equal(typeof found === 'string' ? found : showRecord(found), expected, line);
}

describe('assign', () => {
  it('finds contents that meet what is demanded of fields together and alone', () => {
    check('Total > field Discount | Total 1 2; Discount 1 2 => Total 2, Discount 1');
    check('Total > field Discount; Total < 3 | Total 1 2 3; Discount 1 2 => Total 2, Discount 1');
    check('!Total > field Discount; !Total is 1 | Total 1 2; Discount 1 2 => Total 2, Discount 2');
  });

  it('says that there are none only where what was tried is all that there is', () => {
    check('Total > field Discount | Total 1; Discount 1 2 => none');
    check('Total > field Discount | Total 1 …; Discount 1 2 => unknown');
    check('Total > field Discount | Total 1; Discount 1 2 … => unknown');
  });

  it('says nothing where it has no tries left, and all that it found where they just suffice', () => {
    check('Total > field Discount | Total 1; Discount 1 2 | 3 => none');
    check('Total > field Discount | Total 1; Discount 1 2 | 2 => unknown');
    check('Total > field Discount | Total 2; Discount 1 | 2 => Total 2, Discount 1');
    check('Total > field Discount | Total 2; Discount 1 | 1 => unknown');
  });

  it('begins with the field that has the fewest contents', () => {
    // From the other one on it would take more tries.
    check('Total > field Discount | Total 1 2 3 4 5; Discount 4 | 6 => Discount 4, Total 5');
  });

  it('looks at a comparison as soon as its fields have contents', () => {
    // None of the 9 contents of the third field is tried.
    check('Total > field Discount; Discount < field "not" | Total 1; Discount 1 2; not 1 2 3 4 5 6 7 8 9 | 3 => none');
  });
});
