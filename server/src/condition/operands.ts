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
      return [test.low, test.high].flatMap((bound) => (bound === undefined ? [] : [bound.value]));
    default:
      return [];
  }
}

/** The fields that a comparison looks at, its own first. */
export function fieldsOf(atom: Atom): Field[] {
  const others = operandsOf(atom.test).flatMap((operand) => (operand.kind === 'field' ? [operand.field] : []));
  return [...new Set([atom.field, ...others])];
}

/** The values that comparisons name, each once. */
export function literalsOf(atoms: readonly Atom[]): Literal[] {
  const operands = atoms.flatMap((atom) => operandsOf(atom.test));
  return [...new Set(operands.flatMap((operand) => (operand.kind === 'literal' ? [operand.value] : [])))];
}

/** Items by what they have in common, in order of the first of each kind. */
export function grouped<K, T>(items: Iterable<T>, kindOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const kind = kindOf(item);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [item]);
    else group.push(item);
  }
  return groups;
}
