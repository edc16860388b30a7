// Ranges that move with the day: the days that they come to, and which lie in others on every day.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { atomsOf } from '../../server/src/condition/operands.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { isAlwaysWithin, type RelativeTest, relativeRange } from '../../server/src/condition/relative.ts';
import type { Atom } from '../../server/src/model/symbols.ts';
import { parseDate } from '../../server/src/text/calendar.ts';
import { formula } from '../support/formulas.ts';

function relative(text: string): { atom: Atom; test: RelativeTest } {
  const [atom] = atomsOf(formula(text));
  assert.ok(atom?.test.is === 'relative', text);
  return { atom, test: atom.test };
}

describe('ranges that move with the day', () => {
  it('come to days, both ends inside', () => {
    for (const line of [
      'Due in the last 3 days | 2026-03-31 => Due between 2026-03-28 and 2026-03-31',
      'Due in the next 3 days | 2026-03-31 => Due between 2026-03-31 and 2026-04-03',
      'Due in the last 2 weeks | 2026-03-31 => Due between 2026-03-17 and 2026-03-31',
      'Due in the next 1 weeks | 2026-03-31 => Due between 2026-03-31 and 2026-04-07',
      'Due in the last 1 months | 2026-03-31 => Due between 2026-02-28 and 2026-03-31',
      'Due in the next 1 months | 2026-03-31 => Due between 2026-03-31 and 2026-04-30',
      'Due in the last 1 years | 2024-02-29 => Due between 2023-02-28 and 2024-02-29',
      'Due in the next 2 years | 2026-03-31 => Due between 2026-03-31 and 2028-03-31',
      'Sent in the last 1 days | 2026-03-31 => Sent between 2026-03-30 and 2026-03-31',
    ]) {
      const [given = '', expected] = line.split(' => ');
      const [text = '', day = ''] = given.split(' | ');
      const { atom, test } = relative(text);
      const range = relativeRange(atom, test, parseDate(day) ?? assert.fail(day));
      assert.equal(printFormula({ ...atom, test: range }), expected, line);
      assert.equal(range.high?.open, text.startsWith('Sent'), line);
    }
  });

  it('lie in others on every day, or not', () => {
    const within = (line: string) => {
      const [one = '', other = ''] = line.split(' in ').map((each) => relative(`Due in the ${each}`).test);
      return isAlwaysWithin(one as RelativeTest, other as RelativeTest);
    };
    for (const line of [
      'last 2 days in last 2 days',
      'last 2 days in last 3 days',
      'last 1 weeks in last 7 days',
      'last 7 days in last 1 weeks',
      'last 28 days in last 1 months',
      'last 1 months in last 31 days',
      'last 1 months in last 1 months',
      'last 3 months in last 3 months',
      'last 40 days in last 2 months',
      'last 1 months in last 2 months',
      'last 12 months in last 1 years',
      'last 1 years in last 12 months',
      'last 4 weeks in last 1 months',
      'last 360 days in last 1 years',
      'last 1 years in last 371 days',
      'next 2 days in next 3 days',
    ])
      assert.ok(within(line), line);
    for (const line of [
      'last 3 days in last 2 days',
      'last 2 days in next 3 days',
      'last 8 days in last 1 weeks',
      'last 29 days in last 1 months',
      'last 1 months in last 30 days',
      'last 2 months in last 1 months',
      'last 2 months in last 45 days',
      'last 13 months in last 1 years',
      'last 367 days in last 1 years',
      'last 1 years in last 364 days',
      'last 2 months in last 58 days',
    ])
      assert.ok(!within(line), line);
  });
});
