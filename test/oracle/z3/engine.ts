// What the engine says of a pair.
import { evaluate } from '../../../server/src/condition/evaluate.ts';
import { atomsOf, fieldsOf } from '../../../server/src/condition/operands.ts';
import { reduce } from '../../../server/src/condition/reduce.ts';
import { satisfy, valid } from '../../../server/src/condition/solve.ts';
import type { Content, Field, Formula } from '../../../server/src/model/symbols.ts';
import { type Pair, type QuestionName, sceneOf } from './pair.ts';

export interface Said {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** A record that is behind a yes to `satisfiable`, or a no to the others: what some of its fields hold. */
  readonly record: ReadonlyMap<Field, Content> | undefined;
}

/** Asks as the rest of Writ does: with what is known of the record put into the conditions first. */
export function ask(name: QuestionName, pair: Pair): Said {
  const { a, b } = pair.known.size === 0 ? pair : reduced(pair);
  switch (name) {
    case 'satisfiable':
      return said(satisfy({ op: 'and', parts: [a, b] }, pair.world));
    case 'implies':
      return said(valid(implication(a, b), pair.world));
    case 'equal':
      return said(valid({ op: 'and', parts: [implication(a, b), implication(b, a)] }, pair.world));
  }
}

function reduced(pair: Pair): { readonly a: Formula; readonly b: Formula } {
  const scene = sceneOf(pair, pair.known);
  return { a: reduce(pair.a, scene), b: reduce(pair.b, scene) };
}

function implication(a: Formula, b: Formula): Formula {
  return { op: 'or', parts: [{ op: 'not', part: a }, b] };
}

type Answer = { readonly kind: Said['answer']; readonly record?: ReadonlyMap<Field, Content> };

function said(answer: Answer): Said {
  return { answer: answer.kind, record: answer.record };
}

/**
 * Whether the evaluation, too, finds that the formula holds of the record. What the record leaves out may be anything,
 * which evaluation part by part does not always see: then it is asked with all of that empty.
 */
export function isBorneOut(formula: Formula, pair: Pair, record: ReadonlyMap<Field, Content>): boolean {
  const values = new Map([...pair.known, ...record]);
  const truth = evaluate(formula, sceneOf(pair, values));
  if (truth !== 'unknown') return truth === 'true';
  for (const field of atomsOf(formula).flatMap(fieldsOf)) if (!values.has(field)) values.set(field, null);
  return evaluate(formula, sceneOf(pair, values)) === 'true';
}
