// Conditions of both sides over one set of fields, people and groups, so that they can be weighed against each other.
import type { Atom, AtomTest, Bound, Field, Formula, Operand } from '../../model/symbols.ts';
import { type Sameness, sameField } from './same-formula.ts';
import { homeOfGroup, homeOfLiteral, homeOfObject, pairOfObject, type Twins } from './twins.ts';

export interface Merging extends Sameness {
  readonly twins: Twins;
  /** Fields with another name now: the one before to the one after. */
  readonly renamed: ReadonlyMap<Field, Field>;
  /** What stands for a field of either side; filled as fields are met. */
  readonly fields: Map<Field, Field>;
  /** Conditions that are merged already. */
  readonly formulas: WeakMap<Formula, Formula>;
}

/**
 * The condition on merged fields, about homes. A field of one side only is itself: on the other side nothing is said of
 * it. A group whose members differ stays apart as the one before and the one after where people are asked to be in it.
 */
export function merged(formula: Formula, by: Merging): Formula {
  const known = by.formulas.get(formula);
  if (known !== undefined) return known;
  const made = mergedParts(formula, by);
  by.formulas.set(formula, made);
  return made;
}

function mergedParts(formula: Formula, by: Merging): Formula {
  switch (formula.op) {
    case 'true':
    case 'false':
      return formula;
    case 'not':
      return { op: 'not', part: mergedParts(formula.part, by) };
    case 'and':
    case 'or':
      return { op: formula.op, parts: formula.parts.map((part) => mergedParts(part, by)) };
    case 'atom':
      return mergedAtom(formula, by);
  }
}

function mergedAtom(atom: Atom, by: Merging): Atom {
  return { ...atom, field: mergedField(atom.field, by), test: mergedTest(atom.test, by) };
}

function mergedTest(test: AtomTest, by: Merging): AtomTest {
  const bound = (of: Bound | undefined) => of && { ...of, value: mergedOperand(of.value, by) };
  switch (test.is) {
    case 'equals':
    case 'contains':
    case 'starts with':
    case 'ends with':
      return { ...test, value: mergedOperand(test.value, by) };
    case 'one of':
      return { ...test, values: test.values.map((value) => mergedOperand(value, by)) };
    case 'range':
      return { ...test, low: bound(test.low), high: bound(test.high) };
    case 'in group': {
      const home = homeOfGroup(by.twins, test.group);
      return by.otherMembers.has(home) ? test : { ...test, group: home };
    }
    default:
      return test;
  }
}

function mergedOperand(operand: Operand, by: Merging): Operand {
  if (operand.kind === 'literal') return { ...operand, value: homeOfLiteral(by.twins, operand.value) };
  return operand.kind === 'field' ? { ...operand, field: mergedField(operand.field, by) } : operand;
}

/** Of both sides, one field that may hold any option of either. */
function mergedField(field: Field, by: Merging): Field {
  const known = by.fields.get(field);
  if (known !== undefined) return known;
  const { before, after } = pairOfObject(by.twins, homeOfObject(by.twins, field.object));
  const renamed = by.twins.fields.get(field);
  const one = renamed ?? before?.fields.get(field.name);
  const other = renamed === undefined ? (by.renamed.get(field) ?? after?.fields.get(field.name)) : field;
  const both = one !== undefined && other !== undefined && sameField(by.twins, one, other);
  const isOwn = one === field || other === field;
  const made = both && isOwn ? withOptions(one, other) : field;
  if (both && isOwn) by.fields.set(one, made).set(other, made);
  else by.fields.set(field, made);
  return made;
}

function withOptions(before: Field, after: Field): Field {
  const added = after.options.filter((option) => !before.options.includes(option));
  return added.length === 0 ? before : { ...before, options: [...before.options, ...added] };
}
