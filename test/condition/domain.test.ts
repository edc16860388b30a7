// What comparisons of one field tell apart, point by point, and the cheapest comparison for a set of points.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { nobody } from '../../server/src/condition/actor.ts';
import { cheaper } from '../../server/src/condition/cheaper.ts';
import { type Domain, domainOf, pointsOf } from '../../server/src/condition/domain.ts';
import { type Comparison, isComparison } from '../../server/src/condition/facts.ts';
import { keyOf } from '../../server/src/condition/key.ts';
import { atomsOf } from '../../server/src/condition/operands.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import type { Atom, Content } from '../../server/src/model/symbols.ts';
import { formula } from '../support/formulas.ts';

function atomsIn(text: string): Atom[] {
  return text.split('; ').flatMap((each) => atomsOf(formula(each)));
}

function domainFor(atoms: readonly Atom[]): Domain | undefined {
  const [first] = atoms;
  return domainOf(first?.field ?? assert.fail(), atoms);
}

/** The points of a set, the first one first. */
function bits(set: bigint, all: bigint): string {
  return all === 0n ? '' : [...all.toString(2)].map((_, i) => ((set >> BigInt(i)) & 1n).toString()).join('');
}

function name(content: Content): string {
  if (content === null) return 'empty';
  if (typeof content !== 'object') return String(content);
  return 'name' in content ? content.name : [...content].join('+');
}

/** `comparisons => contents, of more than one point with how many`, and below it for each comparison where it holds. */
function check(text: string): void {
  const [head = '', ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const atoms = atomsIn(head.split(' => ')[0] ?? '');
  const domain = domainFor(atoms);
  assert.ok(domain !== undefined);
  const width = (points: bigint) => [...points.toString(2)].filter((bit) => bit === '1').length;
  const contents = domain.contents.map(({ content, points }) =>
    width(points) === 1 ? name(content) : `${name(content)}*${width(points)}`,
  );
  assert.equal(`${head.split(' => ')[0]} => ${contents.join(', ')}`, head);
  assert.deepEqual(
    atoms.map((atom) => {
      const set = pointsOf(domain, atom);
      return `${printFormula(atom)}: ${set === undefined ? 'not weighed' : bits(set, domain.all)}`;
    }),
    rows,
  );
}

describe('the domain of a field', () => {
  it('has a point for each content that comparisons tell apart', () => {
    check(`Total > 1; Total is 3; Total is empty => 0, 1, 2, 3, 4, empty
      Total > 1: 001110
      Total is 3: 000100
      Total is empty: 000001`);
    check(`Paid is true; Paid is empty => true, false, empty
      Paid is true: 100
      Paid is empty: 001`);
    check(`Status is "New"; Status is "Open" => New, Open, Closed, empty
      Status is "New": 1000
      Status is "Open": 0100`);
    check(`Tags contains "gift"; Tags overlaps ("rush", "gift") => gift, rush, gift+rush, b2b, empty
      Tags contains "gift": 10100
      Tags overlaps ("rush", "gift"): 11100`);
    check(`Note is "a"; Note starts with "ab"; Note is one of ("b", "ab") => a, b, x, ab, abx, empty
      Note is "a": 100000
      Note starts with "ab": 000110
      Note is one of ("b", "ab"): 010100`);
    check(`File is empty => attachment, empty
      File is empty: 01`);
  });

  it('has everybody who is named, and somebody who is not', () => {
    check(`Owner is ada; Owner is Orders.bot; Owner is empty => ada, bot, someone in no group, empty
      Owner is ada: 1000
      Owner is Orders.bot: 0100
      Owner is empty: 0001`);
    check(`Team is Sales; Team is "Internal Users" => Sales, another group, empty
      Team is Sales: 100
      Team is "Internal Users": 000`);
    const named = atomsIn('Owner is ada').map(
      (atom): Atom => ({ ...atom, test: { is: 'equals', value: { kind: 'literal', value: nobody(0), source: '' } } }),
    );
    assert.deepEqual(
      domainFor(named)?.contents.map(({ content }) => name(content)),
      ['someone in no group', 'someone in no group (2)', 'empty'],
    );
  });

  it('takes what cannot be told of a content as coming out either way, apart from all else', () => {
    check(`Status is one of ("New", "Open"); Status is field Before => New*2, Open*2, Closed*2, empty
      Status is one of ("New", "Open"): 1111000
      Status is field Before: 0101010`);
    check(`Owner is ada; Owner is current user; Owner is in Sales => ada*4, someone in no group*4, empty
      Owner is ada: 111100000
      Owner is current user: 010101010
      Owner is in Sales: 001100110`);
    check(`Total between field Discount and 3; Total is field "not"; Total is 1 => 0*4, 1*4, 2*4, 3*4, 4*2, empty
      Total between field Discount and 3: 0101010101010101000
      Total is field "not": 0011001100110011010
      Total is 1: 0000111100000000000`);
    check(`Team is Sales; Team contains current user => Sales*2, another group*2, empty
      Team is Sales: 11000
      Team contains current user: 01010`);
  });

  it('knows of ranges that move with the day which lie in which', () => {
    check(`Due in the last 2 days; Due in the last 5 days; Due is 2026-03-31 => 20542*3, 20543*3, 20544*3, empty
      Due in the last 2 days: 0001000100010
      Due in the last 5 days: 0011001100110
      Due is 2026-03-31: 0000101100000`);
    check(`Due in the last 2 days; Due in the next 2 days; Due is empty => 0*4, empty
      Due in the last 2 days: 01010
      Due in the next 2 days: 00110
      Due is empty: 00001`);
  });

  it('leaves out comparisons that would make more points than can be weighed, and weighs those after them', () => {
    // Of two contents each of 9 comparisons doubles one: 513 points, and 1025 with a tenth.
    const open = Array.from({ length: 10 }, (_, i) => `Due in the last ${i + 1} days`);
    const atoms = atomsIn([...open, 'Due is empty'].join('; '));
    const weighed = atoms.map((atom) => domainFor(atoms)?.sets.has(keyOf(atom)));
    assert.deepEqual(weighed, open.map((_, i) => i < 9).concat(true));
  });

  it('is none where the contents do not stand for all', () => {
    const words = [...'abcdefghij'].map((letter) => `Note contains "${letter}"`);
    assert.equal(domainFor(atomsIn(words.join('; '))), undefined);
  });

  it('names the constants that a list may take up', () => {
    const constants = (text: string) => domainFor(atomsIn(text))?.constants.map(name).join(' ');
    assert.equal(constants('Total > 1; Total is one of (3, 4)'), '1 3 4');
    assert.equal(constants('Note starts with "ab"; Note is one of ("b", "c"); Note is "a"'), 'b c a');
    assert.equal(constants('Paid is empty'), 'true false');
    assert.equal(constants('Status is "New"; Status is not empty'), 'New');
    // All options but one are named: the last one is what is left.
    assert.equal(constants('Status is one of ("Open", "New")'), 'New Open Closed');
    assert.equal(constants('Status is field Before'), '');
    assert.equal(constants('Team is Sales; Team is "Internal Users"'), 'Sales Internal Users');
  });
});

/**
 * `comparisons => the one that says what any of them says`, or that all of them do where `and` stands before them; behind
 * `|` what is known of the field.
 */
function checkCheaper(...lines: readonly string[]): void {
  for (const line of lines) {
    const [given = '', expected] = line.split(' => ');
    const [parts = '', fact] = given.replace(/^and /, '').split(' | ');
    const said = parts.split('; ').map(formula).filter(isComparison);
    const known = fact === undefined ? [] : [formula(fact)].filter(isComparison);
    const domain = domainFor([...said, ...known].flatMap(atomsOf));
    const [first, ...others] = said;
    assert.ok(domain !== undefined && first !== undefined, line);
    const setOf = (part: Comparison) => {
      const set = pointsOf(domain, part.op === 'not' ? part.part : part) ?? 0n;
      return part.op === 'not' ? domain.all & ~set : set;
    };
    const set = said.map(setOf).reduce((a, b) => (given.startsWith('and ') ? a & b : a | b));
    const left = known.map(setOf).reduce((a, b) => a & b, domain.all);
    const found = cheaper({ domain, left, set }, [first, ...others]);
    assert.equal(found === undefined ? 'none' : printFormula(found), expected, line);
  }
}

describe('the cheapest comparison', () => {
  it('is a list, a range, or that the field is empty', () => {
    checkCheaper(
      'Total is 1; Total is 2 => Total is one of (1, 2)',
      'Total is 1; Total is one of (2, 3) => Total is one of (1, 2, 3)',
      'Total > 1; Total is 1 => Total >= 1',
      'Total > 1; Total is 5 => Total > 1',
      'and Total >= 5; Total <= 9 => Total between 5 and 9',
      'and Total >= 5; Total < 9 => none',
      'and Total >= 9; Total <= 9 => Total is 9',
      'Note is "a"; Note is "b" => Note is one of ("a", "b")',
      'Tags contains "gift"; Tags contains "rush" => Tags overlaps ("gift", "rush")',
      'and Owner is not ada; Owner is not bo => none',
      'and Owner is not ada; Owner is not bo; Owner is not cy => not Owner is one of (ada, bo, cy)',
      'and Tags overlaps ("gift", "rush"); Tags contains "gift" => Tags contains "gift"',
      'and Tags overlaps ("gift", "rush"); Tags overlaps ("gift", "b2b") => none',
      'Status is "New"; Status is "Open"; Status is "Closed" => Status is not empty',
      'Due is 2026-01-01; Due after 2026-01-01 => Due after 2025-12-31',
    );
  });

  it('need not say what is known', () => {
    checkCheaper(
      'Total is one of (1, 2) | Total is not 2 => Total is 1',
      'Total is one of (1, 2, 3) | Total < 3 => Total is one of (1, 2)',
      'Total is one of (1, 2) | Total is empty => Total is not empty',
      'Status is one of ("New", "Open") | Status is not empty => Status is not "Closed"',
      'Owner is one of (ada, bo) | Owner is not bo => Owner is ada',
      'Total is one of (1, 2) | Total is one of (1, 2) => Total is not empty',
    );
  });

  it('is none where nothing costs less', () => {
    checkCheaper('Total is 1 => none', 'Total > 1; Total is empty => none', 'Total is 1; Total > 3 => none');
  });
});
