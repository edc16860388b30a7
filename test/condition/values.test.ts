// The values that stand for all others: nothing that a formula can tell apart is missing among them.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { evaluate } from '../../server/src/condition/evaluate.ts';
import { days, instants, lineValues, numbers } from '../../server/src/condition/line-values.ts';
import { atomsOf, operandsOf } from '../../server/src/condition/operands.ts';
import { plainValues } from '../../server/src/condition/plain-values.ts';
import { setValues } from '../../server/src/condition/set-values.ts';
import { type Patterns, textValues, unusedLetter } from '../../server/src/condition/text-values.ts';
import { type Demand, witness } from '../../server/src/condition/witness.ts';
import type { Atom, Content, Field } from '../../server/src/model/symbols.ts';
import { field, formula, scene, today } from '../support/formulas.ts';
import { share } from '../support/share.ts';
import { formulaOn } from './arbitraries.ts';

/** Literals only, as the solver has them. */
function isPlain(atom: Atom): boolean {
  return operandsOf(atom.test).every((operand) => operand.kind === 'literal');
}

const letters = ['a', 'b', 'z'];

/** All texts of up to `length` letters, the empty one left out. */
function allTexts(length: number): string[] {
  let texts = [''];
  const all: string[] = [];
  for (let n = 0; n < length; n++) {
    texts = texts.flatMap((text) => letters.map((letter) => text + letter));
    all.push(...texts);
  }
  return all;
}

function kindOf(text: string, { equals, starts, ends, contains }: Patterns): string {
  const met = [
    ...equals.map((each) => text === each),
    ...starts.map((each) => text.startsWith(each)),
    ...ends.map((each) => text.endsWith(each)),
    ...contains.map((each) => text.includes(each)),
  ];
  return met.map(Number).join('');
}

function countKinds(texts: readonly string[], patterns: Patterns): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const text of new Set(texts)) kinds.set(kindOf(text, patterns), (kinds.get(kindOf(text, patterns)) ?? 0) + 1);
  return kinds;
}

const pattern = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
const some = (most: number) => fc.uniqueArray(pattern, { maxLength: most });
const patterns = fc.record({ equals: some(2), starts: some(2), ends: some(2), contains: some(2) });

describe('values that stand for all', () => {
  it('are texts of every kind that there is, as many of each as are asked for', () => {
    const every = allTexts(6);
    fc.assert(
      fc.property(patterns, fc.integer({ min: 1, max: 3 }), (asked, count) => {
        const { values, complete } = textValues(asked, count);
        assert.ok(complete);
        const found = countKinds(values, asked);
        for (const [kind, there] of countKinds(every, asked))
          assert.ok((found.get(kind) ?? 0) >= Math.min(there, count), `${JSON.stringify(asked)}: ${kind}`);
      }),
      {
        numRuns: share(150, 40),
        examples: [
          [{ equals: [], starts: ['b'], ends: [], contains: ['a', 'baa'] }, 2],
          [{ equals: [], starts: ['a'], ends: ['aa'], contains: ['ab', 'b'] }, 1],
        ],
      },
    );
  });

  it('are texts that are short, and say that they are others where nothing else is asked', () => {
    const texts = (of: Partial<Patterns>, count: number) =>
      textValues({ equals: [], starts: [], ends: [], contains: [], ...of }, count).values.join(' ');
    assert.equal(texts({}, 2), 'other other 2');
    assert.equal(texts({ equals: ['other'] }, 2), 'other other 2 other 3');
    assert.equal(texts({ starts: ['ab'] }, 1), 'a ab');
    assert.equal(texts({ ends: ['ab'] }, 1), 'a ab');
    assert.equal(texts({ contains: ['a', 'b'] }, 1), 'a b x ab');
    assert.equal(texts({ contains: ['!'] }, 1), '! x');
    assert.equal(texts({ contains: ['x'] }, 1), 'x y');
    assert.equal(texts({ starts: ['aaa'], contains: ['aab'] }, 1), 'a aaa aab aaab');
    assert.equal(texts({ equals: ['ab'], starts: ['a'], contains: ['b'] }, 1), 'a b x ab abb');
    assert.equal(texts({ starts: ['a', 'ab'], ends: ['b'] }, 1), 'a b x ab abx axb');
    const letters = ['', 'x', 'xyz', 'xyzabcdefghijklmnopqrstuvw', 'xyzabcdefghijklmnopqrstuvw\u4e00'];
    assert.deepEqual(
      letters.map((used) => unusedLetter(new Set(used))),
      ['x', 'y', 'a', '\u4e00', '\u4e01'],
    );
  });

  it('are not needed where demands make their own', () => {
    const note = field('Note');
    const demands = fc
      .uniqueArray(formulaOn([note]).map(atomsOf), { maxLength: 3 })
      .map((atoms) => atoms.flat().filter(isPlain));
    fc.assert(
      fc.property(demands, fc.infiniteStream(fc.boolean()), (atoms, signs) => {
        const demanded = atoms.map((atom): Demand => ({ atom, holds: signs.next().value }));
        const found = witness(note, demanded);
        const isMet = (content: Content) =>
          demanded.every(
            ({ atom, holds }) => evaluate(atom, scene(new Map([[note, content]]))) === (holds ? 'true' : 'false'),
          );
        const { values, complete } = plainValues(note, { fields: [note], atoms }, today) ?? {
          values: [],
          complete: false,
        };
        assert.ok(complete);
        assert.equal(found !== undefined, [...values, null].some(isMet));
      }),
    );
  });

  it('are texts that are well formed', () => {
    const { values } = textValues({ equals: [], starts: ['😀a'], ends: ['b😃'], contains: ['😀😃'] }, 2);
    assert.ok(values.length > 4);
    for (const value of values) assert.ok(value.isWellFormed(), JSON.stringify(value));
  });

  it('are numbers and instants from every gap, round ones where there are', () => {
    assert.deepEqual(lineValues([3, 1], numbers(), 1), { values: [0, 1, 2, 3, 4], complete: true });
    assert.deepEqual(lineValues([1, 2], numbers(), 2), { values: [-1, 0, 1, 1.1, 1.2, 2, 3, 4], complete: true });
    assert.deepEqual(lineValues([], numbers(), 2), { values: [0, 1], complete: true });
    assert.deepEqual(lineValues([0, 1], instants(0), 1).values.slice(1), [0, 0.5, 1, 86_400_000]);
    const [, , within] = lineValues([1e15, 1e15 + 1], numbers(), 1).values;
    assert.ok(within !== undefined && within > 1e15 && within < 1e15 + 1);
  });

  it('are as round as there is room for', () => {
    const inside = (constants: readonly number[], count: number) => lineValues(constants, numbers(), count);
    assert.deepEqual(inside([1, 1.3], 3).values, [-2, -1, 0, 1, 1.01, 1.1, 1.2, 1.3, 2, 3, 4]);
    assert.deepEqual(inside([1, 1.3], 2).values, [-1, 0, 1, 1.1, 1.2, 1.3, 2, 3]);
    assert.deepEqual(inside([1, 1.31], 3).values, [-2, -1, 0, 1, 1.1, 1.2, 1.3, 1.31, 2, 3, 4]);
    assert.deepEqual(inside([0.5], 1).values, [0, 0.5, 1]);
    assert.deepEqual(inside([-1.5], 1).values, [-2, -1.5, -1]);
    const step = Number.EPSILON;
    assert.deepEqual(inside([1, 1 + 2 * step], 1), { values: [0, 1, 1 + step, 1 + 2 * step, 2], complete: true });
    assert.deepEqual(inside([1, 1 + 2 * step], 2), {
      values: [-1, 0, 1, 1 + step, 1 + 2 * step, 2, 3],
      complete: false,
    });
  });

  it('go on as far as there are numbers', () => {
    const far = (constants: readonly number[], count: number) => lineValues(constants, numbers(), count);
    assert.deepEqual(far([1e300], 2), { values: [-1, 0, 1e300, 2e300, 4e300], complete: true });
    const { MAX_VALUE, POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;
    assert.deepEqual(far([MAX_VALUE], 2), { values: [-1, 0, MAX_VALUE, POSITIVE_INFINITY], complete: false });
    assert.deepEqual(far([-MAX_VALUE], 2), { values: [NEGATIVE_INFINITY, -MAX_VALUE, 0, 1], complete: false });
    assert.deepEqual(far([1, POSITIVE_INFINITY], 1), { values: [0, 1, 2, POSITIVE_INFINITY], complete: false });
  });

  it('are days, as many in a gap as there are', () => {
    assert.deepEqual(lineValues([10, 11, 13], days(5), 2), { values: [8, 9, 10, 11, 12, 13, 14, 15], complete: true });
    assert.deepEqual(lineValues([], days(5), 3), { values: [5, 6, 7], complete: true });
  });

  it('are said to be incomplete where a gap has numbers that cannot be written', () => {
    assert.equal(lineValues([1, 1 + Number.EPSILON], numbers(), 1).complete, false);
    assert.equal(lineValues([Number.MAX_VALUE], numbers(), 1).complete, false);
    assert.equal(lineValues([Number.POSITIVE_INFINITY], numbers(), 1).complete, false);
    assert.equal(lineValues([-Number.MAX_VALUE], numbers(), 1).complete, false);
    assert.equal(lineValues([-Number.MAX_VALUE / 3], numbers(), 2).complete, false);
  });

  it('are sets of the options that are told apart', () => {
    const sets = (text: string) => {
      const { values, complete } = setValues(field('Tags'), atomsOf(formula(text)));
      assert.ok(complete);
      return values.map((set) => [...set].join('+'));
    };
    assert.deepEqual(sets('Tags contains "gift"'), ['gift', 'rush']);
    assert.deepEqual(sets('Tags overlaps ("gift", "rush")'), ['gift', 'b2b']);
    assert.deepEqual(sets('Tags contains "gift" or Tags contains "rush" or Tags contains "b2b"'), [
      'gift',
      'rush',
      'b2b',
      'gift+rush',
      'gift+b2b',
      'rush+b2b',
      'gift+rush+b2b',
    ]);
    assert.deepEqual(sets('Tags overlaps ("gift", "rush") or Tags contains "gift"'), [
      'gift',
      'rush',
      'gift+rush',
      'b2b',
    ]);
  });

  it('are too many sets where more than ten options are told apart', () => {
    const [atom] = atomsOf(formula('Tags contains "gift"'));
    assert.ok(atom !== undefined);
    const count = (named: number) => {
      const options = Array.from({ length: named + 1 }, (_, i) => `o${i}`);
      const wide: Field = { ...atom.field, options };
      const atoms = options.slice(1).map((option): Atom => ({ ...atom, field: wide, test: { is: 'has', option } }));
      const { values, complete } = setValues(wide, atoms);
      return `${values.length} ${complete}`;
    };
    assert.deepEqual([count(10), count(11)], ['1024 true', '1 false']);
  });
});
