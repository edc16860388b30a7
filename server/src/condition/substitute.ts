// A formula with what is known put into it: what it still says speaks of what is unknown only.
import { always, never } from '../model/formulas.ts';
import type { Atom, Bound, Content, Field, Formula, Group, Literal, Operand } from '../model/symbols.ts';
import { allOf, anyOf, negate } from './build.ts';
import { evaluateAtom, isEmpty, operandValue, type View } from './evaluate.ts';
import { printLiteral } from './print-value.ts';
import type { RangeTest } from './relative.ts';

/**
 * Replaces comparisons that the view decides by constants, and in the others the actor, its attributes and known fields
 * by their values. A known field against an unknown one becomes a comparison of the unknown one. What stays keeps its
 * origin and its order.
 */
export function substitute(formula: Formula, view: View): Formula {
  switch (formula.op) {
    case 'true':
    case 'false':
      return formula;
    case 'not':
      return negate(substitute(formula.part, view));
    case 'and':
      return allOf(formula.parts.map((part) => substitute(part, view)));
    case 'or':
      return anyOf(formula.parts.map((part) => substitute(part, view)));
    case 'atom': {
      const truth = evaluateAtom(formula, view);
      if (truth !== 'unknown') return truth === 'true' ? always : never;
      const held = view.value(formula.field);
      return held === undefined ? withValues(formula, view) : turned(formula, held, view);
    }
  }
}

export function literal(value: Literal, field: Field): Operand {
  return { kind: 'literal', value, source: printLiteral(value, field) };
}

/** The comparison of an unknown field, with literals for what is known. */
function withValues(atom: Atom, view: View): Formula {
  const { field, test } = atom;
  const known = (operand: Operand) => asLiteral(operand, field, view);
  switch (test.is) {
    case 'equals':
    case 'contains':
    case 'starts with':
    case 'ends with':
      return withTest(atom, { ...test, value: known(test.value) }, test.value.kind === 'literal');
    case 'one of':
      return among(atom, test.values.filter((value) => !isMissing(value, view)).map(known), test.values);
    case 'range': {
      const bound = (of: Bound | undefined) => of && { ...of, value: known(of.value) };
      const same = [test.low, test.high].every((each) => each === undefined || each.value.kind === 'literal');
      return withTest(atom, { is: 'range', low: bound(test.low), high: bound(test.high) }, same);
    }
    case 'contains current user':
      if (view.actor === undefined) return atom;
      return among(
        atom,
        [...view.actor.groups].filter(isDeclared).map((group) => literal(group, field)),
        [],
      );
    default:
      return atom;
  }
}

function withTest(atom: Atom, test: Atom['test'], same: boolean): Atom {
  return same ? atom : { ...atom, test };
}

function isMissing(operand: Operand, view: View): boolean {
  const value = operandValue(operand, view);
  return value !== undefined && isEmpty(value);
}

/** No group field holds a system group. */
function isDeclared(group: Group): boolean {
  return group.system === undefined;
}

function among(atom: Atom, values: readonly Operand[], before: readonly Operand[]): Atom {
  const [only] = values;
  if (only !== undefined && values.length === 1) return { ...atom, test: { is: 'equals', value: only } };
  const same = values.length === before.length && values.every((value, i) => value === before[i]);
  return same ? atom : { ...atom, test: { is: 'one of', values } };
}

function asLiteral(operand: Operand, field: Field, view: View): Operand {
  const value = operand.kind === 'literal' ? undefined : operandValue(operand, view);
  return isLiteral(value) ? literal(value, field) : operand;
}

function isLiteral(value: Content | undefined): value is Literal {
  return value !== undefined && value !== null && !(value instanceof Set);
}

/** A known field against unknown ones: comparisons of those with what the known one holds. */
function turned(atom: Atom, held: Content, view: View): Formula {
  if (!isLiteral(held)) return atom;
  const parts = pieces(atom).map((piece) => {
    const truth = evaluateAtom(piece, view);
    if (truth !== 'unknown') return truth === 'true' ? always : never;
    return turnedPiece(piece, held);
  });
  return atom.test.is === 'one of' ? anyOf(parts) : allOf(parts);
}

/** The comparisons with one operand each that a list or a range is made of. */
function pieces(atom: Atom): Atom[] {
  const { test } = atom;
  if (test.is === 'one of') return test.values.map((value) => ({ ...atom, test: { is: 'equals', value } }));
  if (test.is !== 'range') return [atom];
  return (['low', 'high'] as const).flatMap((end) => {
    const bound = test[end];
    return bound === undefined ? [] : [{ ...atom, test: oneEnd(bound, end) }];
  });
}

function oneEnd(bound: Bound, end: 'low' | 'high'): RangeTest {
  return end === 'low' ? { is: 'range', low: bound, high: undefined } : { is: 'range', low: undefined, high: bound };
}

/** `A >= field B` of a known `A` is `B <= …`. */
function turnedPiece(atom: Atom, held: Literal): Atom {
  const { test } = atom;
  if (test.is === 'equals' && test.value.kind === 'field') {
    const { field } = test.value;
    return { ...atom, field, test: { is: 'equals', value: literal(held, field) } };
  }
  const bound = test.is === 'range' ? (test.low ?? test.high) : undefined;
  if (test.is !== 'range' || bound?.value.kind !== 'field') return atom;
  const { field } = bound.value;
  const end = test.low === undefined ? 'low' : 'high';
  return { ...atom, field, test: oneEnd({ value: literal(held, field), open: bound.open }, end) };
}
