// What holds of every simplified condition: it is the same one, in the same order, no longer, and nothing in it is superfluous.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { allOf, anyOf, negate } from '../../server/src/condition/build.ts';
import { costOf } from '../../server/src/condition/cost.ts';
import { keyOf } from '../../server/src/condition/key.ts';
import { atomsOf, operandsOf } from '../../server/src/condition/operands.ts';
import { printFormula } from '../../server/src/condition/print.ts';
import { simplify } from '../../server/src/condition/simplify.ts';
import { valid, type World } from '../../server/src/condition/solve.ts';
import type { Atom, Formula, Group } from '../../server/src/model/symbols.ts';
import { parseFile } from '../../server/src/syntax/parse.ts';
import { actor, fields, groups, world } from '../support/formulas.ts';
import { share } from '../support/share.ts';
import { formulaOn, formulas } from './arbitraries.ts';

const unit = parseFile('user a "a@b.c"').units[0] ?? assert.fail();

const seed = process.env['SEED'];
const replay = seed === undefined ? {} : { seed: Number(seed) };

/** Symbols print as pages of text: a failure says its own message and how to run it again, not its values. */
function checkAll(of: fc.Arbitrary<Formula>, check: (formula: Formula, simple: Formula, text: string) => void): void {
  const property = fc.property(of, (formula) => {
    const simple = simplify(formula);
    check(formula, simple, `${printFormula(formula)} => ${printFormula(simple)}`);
  });
  const details = fc.check(property, { numRuns: share(400), ...replay });
  if (!details.failed) return;
  const { errorInstance, seed: used } = details;
  assert.fail(`${errorInstance instanceof Error ? errorInstance.message : errorInstance}\nSEED=${used}`);
}

/** Groups beyond those that conditions name. */
const moreGroups: readonly Group[] = ['More', 'Others'].map((name) => ({
  ...(groups[0] ?? assert.fail()),
  name,
  members: new Set(),
}));

/** Everybody in turn acts, named by conditions or not. */
const worlds: readonly World[] = ['ada', 'bo', 'cy', 'bot', 'Orders.bot', 'Orders.Night Shift', 'Sales'].map(
  (name) => ({
    ...world(actor(name)),
    groups: [...groups, ...moreGroups],
  }),
);

/** Whether the same records meet both, whoever acts. */
function areSame(one: Formula, other: Formula): boolean {
  const same = anyOf([allOf([one, other]), allOf([negate(one), negate(other)])]);
  return worlds.every((of) => {
    const { kind } = valid({ op: 'or', parts: [same] }, of);
    assert.notEqual(kind, 'unknown');
    return kind === 'yes';
  });
}

/** The formula without each of its parts, and without each value of a list. */
function* withoutOne(formula: Formula): Generator<Formula> {
  if (formula.op === 'not') for (const less of withoutOne(formula.part)) yield negate(less);
  if (formula.op === 'and' || formula.op === 'or')
    for (const [i, part] of formula.parts.entries()) {
      yield { op: formula.op, parts: formula.parts.toSpliced(i, 1) };
      for (const less of withoutOne(part)) yield { op: formula.op, parts: formula.parts.with(i, less) };
    }
  if (formula.op !== 'atom') return;
  const { test } = formula;
  if (test.is === 'one of' && test.values.length > 1)
    for (const i of test.values.keys()) yield { ...formula, test: { ...test, values: test.values.toSpliced(i, 1) } };
  if (test.is === 'overlaps' && test.options.length > 1)
    for (const i of test.options.keys()) yield { ...formula, test: { ...test, options: test.options.toSpliced(i, 1) } };
}

const worldly: readonly Atom['test']['is'][] = ['in group', 'contains current user', 'relative'];

/** True of what means the same in every world but for who acts: no groups of people, no days, no attributes. */
function isWorldless({ test }: Atom): boolean {
  return !worldly.includes(test.is) && operandsOf(test).every(({ kind }) => kind !== 'attribute');
}

/** The same formula, each comparison with the place of its standing. */
function numbered(formula: Formula, count = { atoms: 0 }): Formula {
  switch (formula.op) {
    case 'atom': {
      const start = count.atoms++;
      return { ...formula, origin: { file: '', unit, span: { start, end: start } } };
    }
    case 'not':
      return { op: 'not', part: numbered(formula.part, count) };
    case 'and':
    case 'or':
      return { op: formula.op, parts: formula.parts.map((part) => numbered(part, count)) };
    default:
      return formula;
  }
}

/** Where the first comparison of a part stands in the source. */
function firstPlace(formula: Formula): number {
  return Math.min(...atomsOf(formula).map((atom) => atom.origin?.span.start ?? -1));
}

/** Parts that do not stand in the order of the source, in words. */
function outOfOrder(formula: Formula): string[] {
  if (formula.op === 'not') return outOfOrder(formula.part);
  if (formula.op !== 'and' && formula.op !== 'or') return [];
  const found = formula.parts.flatMap(outOfOrder);
  for (const [i, part] of formula.parts.entries()) {
    const before = formula.parts[i - 1];
    if (before !== undefined && firstPlace(before) > firstPlace(part))
      found.push(`${printFormula(before)} before ${printFormula(part)}`);
  }
  return found;
}

describe('every simplified condition', () => {
  it('is the same condition, whoever acts', () => {
    checkAll(formulas, (formula, simple, text) => assert.ok(areSame(formula, simple), text));
  });

  it('has nothing in it that could be left out', () => {
    const small = formulas.filter((formula) => atomsOf(formula).length <= 8 && atomsOf(formula).every(isWorldless));
    checkAll(small, (_, simple, text) => {
      for (const less of withoutOne(simple))
        assert.ok(!areSame(simple, less), `${text}, which is the same as ${printFormula(less)}`);
    });
  });

  it('has nothing in it that could be left out where fields are compared with each other', () => {
    for (const type of ['number', 'choice', 'user', 'date', 'text', 'group'] as const) {
      const among = fields.filter((field) => field.type === type);
      const small = formulaOn(among).filter(
        (formula) => atomsOf(formula).length <= 5 && atomsOf(formula).every(isWorldless),
      );
      checkAll(small, (_, simple, text) => {
        for (const less of withoutOne(simple))
          assert.ok(!areSame(simple, less), `${text}, which is the same as ${printFormula(less)}`);
      });
    }
  });

  it('is no longer than before, in cost and in words', () => {
    checkAll(formulas, (formula, simple, text) => {
      assert.ok(costOf(simple) <= costOf(formula), text);
      assert.ok(printFormula(simple).length <= printFormula(formula).length, text);
    });
  });

  it('stands in the order of the source', () => {
    checkAll(formulas, (formula, _, text) => {
      assert.deepEqual(outOfOrder(simplify(numbered(formula))), [], text);
    });
  });

  it('stays as it is when it is simplified again', () => {
    checkAll(formulas, (_, simple, text) => assert.equal(keyOf(simplify(simple)), keyOf(simple), text));
  });
});
