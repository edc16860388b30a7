// What each comparison says of its field, made ready for the solver: contents that it holds of, demands, and what looks at several fields.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type Mark, marksOf } from '../../server/src/condition/marks.ts';
import { atomsOf } from '../../server/src/condition/operands.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { holdableIn } from '../../server/src/condition/solve.ts';
import type { Atom, Content } from '../../server/src/model/symbols.ts';
import { actor, formula, scene, world } from '../support/formulas.ts';

function name(content: Content): string {
  if (content === null) return 'empty';
  return typeof content === 'object' && 'name' in content ? content.name : String(content);
}

/** A mark in words: where it holds, one digit for each content, and the comparison with what is known in it. */
function shown(atom: Atom, mark: Mark): string {
  if (typeof mark === 'boolean') return String(mark);
  const read = printFormula(mark.atom);
  const known = read === printFormula(atom) ? '' : ` (${read})`;
  if (mark.kind !== 'points') return `${mark.kind}${known}`;
  const { contents, left } = mark.slot;
  assert.equal(left, 2 ** contents.length - 1);
  const digits = contents.map((_, i) => (mark.points >> i) & 1).join('');
  return `${digits} of ${contents.map(name).join(' ')}${known}`;
}

function marksIn(condition: string, by = 'ada') {
  const acting = actor(by);
  return marksOf(formula(condition), scene(new Map(), acting), holdableIn(world(acting)));
}

/** A condition, with `|` and who acts behind it, and below it the mark of each of its comparisons. */
function check(text: string): void {
  const [head = '', ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const [condition = '', by] = head.split(' | ');
  const marks = marksIn(condition, by) ?? assert.fail(head);
  const found = atomsOf(formula(condition)).map((atom) => `${printFormula(atom)}: ${shown(atom, marks.of(atom))}`);
  assert.deepEqual(found, rows);
}

describe('marks', () => {
  it('say of which contents a comparison holds', () => {
    check(`Total > 1 and not (Total is 3) and Paid is true
      Total > 1: 001110 of 0 1 2 3 4 empty
      Total is 3: 000100 of 0 1 2 3 4 empty
      Paid is true: 100 of true false empty`);
  });

  it('demand where texts have patterns, and of sets', () => {
    check(`Note contains "a" or Note is "b" or Region is "b"
      Note contains "a": demand
      Note is "b": demand
      Region is "b": 100 of b other empty`);
    check(`Tags contains "gift" and Tags is empty
      Tags contains "gift": demand
      Tags is empty: demand`);
    check(`Note starts with "a"
      Note starts with "a": demand`);
    check(`Note ends with "a" and Note is empty
      Note ends with "a": demand
      Note is empty: demand`);
  });

  it('cross where a comparison looks at several fields', () => {
    check(`Total > field Discount and Total > 1 and Total >= field Total
      Total > field Discount: crossing
      Total > 1: 0010 of 0 1 2 empty
      Total >= field Total: 1110 of 0 1 2 empty`);
  });

  it('have what is known of the one who acts in them', () => {
    check(`Owner is current user and Owner is in Sales and Team contains current user | ada
      Owner is current user: 10000 of ada bo cy someone in no group empty (Owner is ada)
      Owner is in Sales: 10000 of ada bo cy someone in no group empty
      Team contains current user: 1100 of Sales Support Empty empty (Team is one of (Sales, Support))`);
    check(`Owner is current user and Team contains current user | cy
      Owner is current user: 00100 of ada bo cy someone in no group empty (Owner is cy)
      Team contains current user: false`);
    check(`Note is current user.Region and Note is current user.Nothing and Note contains current user.Region
      Note is current user.Region: demand (Note is "EU")
      Note is current user.Nothing: false
      Note contains current user.Region: demand (Note contains "EU")`);
  });

  it('have ranges that move with the day as ranges of that day', () => {
    check(`Due in the last 3 days and Sent in the next 1 days
      Due in the last 3 days: 011100 of 20539 20540 20541 20543 20544 empty (Due between 2026-03-28 and 2026-03-31)
      Sent in the next 1 days: 011000 of 1774828800000 1774915200000 1775001600000 1775088000000 1775174400000 empty (Sent between 2026-03-31 and 2026-04-01)`);
    check(`Owner is one of (ada, current user) and Total between 1 and field Discount
      Owner is one of (ada, current user): 1000 of ada bo someone in no group empty (Owner is one of (ada, ada))
      Total between 1 and field Discount: crossing`);
    check(`Note is one of ("a", current user.Nothing)
      Note is one of ("a", current user.Nothing): 100 of a other empty (Note is "a")`);
  });

  it('are made of comparisons beside those of the formula as well', () => {
    const marks = marksIn('Total > 1') ?? assert.fail();
    const [other, never] = ['Discount is 7', 'Note is current user.Nothing'].flatMap((text) => atomsOf(formula(text)));
    assert.ok(other !== undefined && never !== undefined);
    assert.deepEqual(marks.of(other), { kind: 'crossing', atom: other });
    assert.equal(marks.of(other), marks.of(other));
    assert.equal(marks.of(never), false);
  });

  it('are none where a field has too many contents, and few where they are alike', () => {
    const ranges = Array.from({ length: 20 }, (_, i) => `Total between ${i} and ${i + 20}`);
    assert.equal(marksIn(ranges.join(' or ')), undefined);
    const numbers = Array.from({ length: 40 }, (_, i) => i).join(', ');
    check(`Total is one of (${numbers}) and Total is 3
      Total is one of (${numbers}): 011 of -1 0 3
      Total is 3: 001 of -1 0 3`);
  });
});
