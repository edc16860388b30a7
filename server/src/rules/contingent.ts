// What can be seen at a glance of comparisons: that they may turn out either way, so that no search has to show it.

import { atomsOf, fieldsOf } from '../condition/operands.ts';
import { substitute } from '../condition/substitute.ts';
import type { Atom, AtomTest, Bound, Field, Formula, Operand } from '../model/symbols.ts';
import { speaksOfActor, type Viewer } from './whoever.ts';

/** True only of a comparison that some record meets and another does not; an empty field meets none but `is empty`. */
export function isContingent(atom: Atom, viewer: Viewer): boolean {
  if (!speaksOfActor(atom)) return maybeMet(atom);
  if (viewer.whoever.who !== 'one') return true;
  const { actor, today, groupsOf } = viewer.world;
  const seen = substitute(viewer.close(atom), { actor, today, groupsOf, value: () => undefined });
  return seen.op === 'atom' && maybeMet(seen);
}

/**
 * True only where somebody whom the viewer stands for has a record that meets the formula, or does not where that is
 * asked; false also where that is not seen at once.
 */
export function isPlainlyMet(formula: Formula, viewer: Viewer, holds = true): boolean {
  switch (formula.op) {
    case 'not':
      return isPlainlyMet(formula.part, viewer, !holds);
    case 'atom':
      return isContingent(formula, viewer);
    case 'and':
    case 'or': {
      const isOne = (part: Formula) => isPlainlyMet(part, viewer, holds);
      if ((formula.op === 'or') === holds) return formula.parts.some(isOne);
      return areApart(formula.parts) && formula.parts.every(isOne);
    }
    default:
      return (formula.op === 'true') === holds;
  }
}

/**
 * True only where somebody has a record that meets the formula and none of the others; false also where that is not seen
 * at once. Each of the others demands something of fields that nothing else here looks at.
 */
export function isPlainlyBeyond(formula: Formula, others: readonly Formula[], viewer: Viewer): boolean {
  const seen = fieldsIn(formula);
  for (const other of others) {
    const demands = other.op === 'and' ? other.parts : [other];
    const free = demands.find((part) => !looksAt(part, seen) && isPlainlyMet(part, viewer, false));
    if (free === undefined) return false;
    for (const field of fieldsIn(free)) seen.add(field);
  }
  return isPlainlyMet(formula, viewer);
}

/** All that the formula looks at. */
export function fieldsIn(formula: Formula): Set<Field> {
  return new Set(atomsOf(formula).flatMap(fieldsOf));
}

export function looksAt(formula: Formula, fields: ReadonlySet<Field>): boolean {
  return atomsOf(formula).some((atom) => fieldsOf(atom).some((field) => fields.has(field)));
}

function maybeMet({ field, test }: Atom): boolean {
  switch (test.is) {
    case 'equals':
    case 'contains':
    case 'starts with':
    case 'ends with':
      return canBe(field, test.value);
    case 'one of':
      return test.values.some((value) => canBe(field, value));
    case 'range':
      return isWide(field, test);
    case 'in group':
      return test.group.members.size > 0;
    case 'overlaps':
      return test.options.length > 0;
    default:
      return true;
  }
}

/** A field never holds the empty text or a system group. */
function canBe(field: Field, operand: Operand): boolean {
  if (operand.kind === 'field') return operand.field !== field;
  if (operand.kind !== 'literal') return false;
  const { value } = operand;
  return value !== '' && !(typeof value === 'object' && value.kind === 'group' && value.system !== undefined);
}

function isWide(field: Field, { low, high }: Extract<AtomTest, { is: 'range' }>): boolean {
  const [only] = [low, high].filter((bound) => bound !== undefined);
  if (low === undefined || high === undefined) return only === undefined || canBe(field, only.value);
  const [from, to] = [numberOf(low), numberOf(high)];
  if (from === undefined || to === undefined) return false;
  // Only whole days lie between dates: the solver counts them where an end is open.
  return from < to ? field.type !== 'date' || !(low.open || high.open) : from === to && !low.open && !high.open;
}

function numberOf({ value }: Bound): number | undefined {
  return value.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
}

/**
 * True where no two of the formulas look at one field of the record: then each turns out as it likes. Who acts does not
 * tie them together, as somebody brings what makes each of them contingent.
 */
export function areApart(formulas: readonly Formula[]): boolean {
  const seen = new Set<Field>();
  return formulas.every((formula) => {
    if (looksAt(formula, seen)) return false;
    for (const field of fieldsIn(formula)) seen.add(field);
    return true;
  });
}
