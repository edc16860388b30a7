// What the engine says of a pair.
import { findByContents } from '../../../server/src/condition/by-contents.ts';
import { evaluate } from '../../../server/src/condition/evaluate.ts';
import { atomsOf, fieldsOf } from '../../../server/src/condition/operands.ts';
import { findQuickly } from '../../../server/src/condition/quick.ts';
import { reduce } from '../../../server/src/condition/reduce.ts';
import { holdableIn, satisfy, valid } from '../../../server/src/condition/solve.ts';
import type { Content, Field, Formula } from '../../../server/src/model/symbols.ts';
import { type Pair, type QuestionName, questionNames, sceneOf, soughtBy } from './pair.ts';

export interface Said {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** A record that is behind a yes to `satisfiable`, or a no to the others: what some of its fields hold. */
  readonly record: ReadonlyMap<Field, Content> | undefined;
}

/** The three answers, asked for as the rest of Writ does: with what is known of the record put into the conditions first. */
export function ask(pair: Pair): Readonly<Record<QuestionName, Said>> {
  const { a, b } = pair.known.size === 0 ? pair : reduced(pair);
  const both: Formula = { op: 'and', parts: [implication(a, b), implication(b, a)] };
  return {
    satisfiable: said(satisfy({ op: 'and', parts: [a, b] }, pair.world)),
    implies: said(valid(implication(a, b), pair.world)),
    equal: said(valid(both, pair.world)),
  };
}

function reduced(pair: Pair): Pair {
  const scene = sceneOf(pair, pair.known);
  return { ...pair, a: reduce(pair.a, scene), b: reduce(pair.b, scene) };
}

function implication(a: Formula, b: Formula): Formula {
  return { op: 'or', parts: [{ op: 'not', part: a }, b] };
}

type Answer = { readonly kind: Said['answer']; readonly record?: ReadonlyMap<Field, Content> };

function said(answer: Answer): Said {
  return { answer: answer.kind, record: answer.record };
}

export type Way = 'quickly' | 'by contents';
export const ways: readonly Way[] = ['quickly', 'by contents'];

const finders = { quickly: findQuickly, 'by contents': findByContents } as const;

/** The same answers by each of the two ways in which the engine decides, one of which it would do without. */
export function askOneWay(way: Way, pair: Pair): readonly Said['answer'][] {
  const simple = pair.known.size === 0 ? pair : reduced(pair);
  const scene = sceneOf(pair, new Map());
  return questionNames.map((name) => {
    const found = finders[way](soughtBy(name, simple), scene, holdableIn(pair.world), 20_000);
    if (found === 'unknown') return found;
    return (found === 'none') === (name === 'satisfiable') ? 'no' : 'yes';
  });
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
