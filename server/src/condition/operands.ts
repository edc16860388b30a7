// What the comparisons of a formula name: their fields and their values.
import type { Atom, AtomTest, Field, Formula, Literal, Operand } from '../model/symbols.ts';

/** In order of their first standing, each comparison as often as it stands there. */
export function atomsOf(formula: Formula): Atom[] {
  const atoms: Atom[] = [];
  const visit = (part: Formula): void => {
    if (part.op === 'atom') atoms.push(part);
    else if (part.op === 'not') visit(part.part);
    else if (part.op === 'and' || part.op === 'or') part.parts.forEach(visit);
  };
  visit(formula);
  return atoms;
}

export function operandsOf(test: AtomTest): readonly Operand[] {
  switch (test.is) {
    case 'equals':
    case 'contains':
    case 'starts with':
    case 'ends with':
      return [test.value];
    case 'one of':
      return test.values;
    case 'range':
      if (test.low === undefined) return test.high === undefined ? none : [test.high.value];
      return test.high === undefined ? [test.low.value] : [test.low.value, test.high.value];
    default:
      return none;
  }
}

const none: readonly Operand[] = [];

/** The fields that a comparison looks at, its own first. */
export function fieldsOf(atom: Atom): Field[] {
  const fields = [atom.field];
  for (const operand of operandsOf(atom.test))
    if (operand.kind === 'field' && !fields.includes(operand.field)) fields.push(operand.field);
  return fields;
}

/** The values that comparisons name, each once. */
export function literalsOf(atoms: readonly Atom[]): Literal[] {
  const literals = new Set<Literal>();
  for (const { test } of atoms)
    for (const operand of operandsOf(test)) if (operand.kind === 'literal') literals.add(operand.value);
  return [...literals];
}
