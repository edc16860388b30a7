// Conditions as closures: made once, run on a whole record without looking at a formula again.
import { atomsOf, fieldsOf } from '../../condition/operands.ts';
import type { Atom, Formula } from '../../model/symbols.ts';
import { comparison, type Known } from './comparison.ts';
import { type NamedTest, namedTest } from './named-condition.ts';
import { fails, holds, type Test } from './values.ts';

export interface Condition {
  /** Positions of the fields that it looks at: where one of them is unknown, `test` says nothing. */
  readonly slots: readonly number[];
  /** Those of them of which it asks no more than whether they hold the actor: by a name that is known without looking it up. */
  readonly selfSlots: readonly number[];
  /** The others. */
  readonly otherSlots: readonly number[];
  readonly test: Test;
  /** The same of a record in names, where that needs nobody looked up. */
  readonly byName: NamedTest | undefined;
}

/** Takes a condition of the object whose fields have those positions, which holds of the day of the index only. */
export function compileCondition(formula: Formula, known: Known): Condition {
  const atoms = atomsOf(formula);
  const slotsOf = (some: readonly Atom[]) => {
    return [...new Set(some.flatMap(fieldsOf))].map((field) => known.slots.get(field) ?? 0);
  };
  const slots = slotsOf(atoms);
  const otherSlots = slotsOf(atoms.filter((atom) => !isAboutSelf(atom)));
  return {
    slots,
    selfSlots: slots.filter((slot) => !otherSlots.includes(slot)),
    otherSlots,
    test: compile(formula, known),
    byName: namedTest(formula, known.today),
  };
}

function isAboutSelf({ test }: Atom): boolean {
  return test.is === 'equals' && test.value.kind === 'current user';
}

function compile(formula: Formula, known: Known): Test {
  switch (formula.op) {
    case 'true':
      return holds;
    case 'false':
      return fails;
    case 'not':
      return negated(compile(formula.part, known));
    case 'and':
      return allOf(formula.parts.map((part) => compile(part, known)));
    case 'or':
      return anyOf(formula.parts.map((part) => compile(part, known)));
    case 'atom':
      return comparison(formula, known);
  }
}

// What is made below must not hold on to what it was made from: a condition outlives the model that it was compiled for.

function negated(part: Test): Test {
  return (values, actor) => !part(values, actor);
}

/** Two and three parts are most of all: without a loop they take half the time. */
export function allOf(parts: readonly Test[]): Test {
  const [first = holds, second = holds, third = holds] = parts;
  if (parts.length === 2) return (values, actor) => first(values, actor) && second(values, actor);
  if (parts.length === 3)
    return (values, actor) => first(values, actor) && second(values, actor) && third(values, actor);
  return (values, actor) => {
    for (const part of parts) if (!part(values, actor)) return false;
    return true;
  };
}

export function anyOf(parts: readonly Test[]): Test {
  const [first = fails, second = fails, third = fails] = parts;
  if (parts.length === 2) return (values, actor) => first(values, actor) || second(values, actor);
  if (parts.length === 3)
    return (values, actor) => first(values, actor) || second(values, actor) || third(values, actor);
  return (values, actor) => {
    for (const part of parts) if (part(values, actor)) return true;
    return false;
  };
}
