// Conditions as a changed copy of the model says them.
import type { Atom, AtomTest, Bound, Formula, Group, Operand, Principal, User } from '../../model/symbols.ts';
import type { Memberships } from './memberships.ts';

export type Replaced = ReadonlyMap<Principal, Principal>;

/** The same condition of the people who stand in the copy for others. */
export function copyFormula(formula: Formula, replaced: Replaced): Formula {
  if (replaced.size === 0) return formula;
  return mapAtoms(formula, (atom) => ({ ...atom, test: copyTest(atom.test, replaced) }));
}

function mapAtoms(formula: Formula, of: (atom: Atom) => Formula): Formula {
  switch (formula.op) {
    case 'atom':
      return of(formula);
    case 'not':
      return { op: 'not', part: mapAtoms(formula.part, of) };
    case 'and':
    case 'or':
      return { op: formula.op, parts: formula.parts.map((part) => mapAtoms(part, of)) };
    default:
      return formula;
  }
}

function copyTest(test: AtomTest, replaced: Replaced): AtomTest {
  const operand = (of: Operand): Operand => {
    if (of.kind !== 'literal' || typeof of.value !== 'object') return of;
    return { ...of, value: replaced.get(of.value) ?? of.value };
  };
  const bound = (of: Bound | undefined) => of && { ...of, value: operand(of.value) };
  switch (test.is) {
    case 'equals':
      return { ...test, value: operand(test.value) };
    case 'one of':
      return { ...test, values: test.values.map(operand) };
    case 'range':
      return { ...test, low: bound(test.low), high: bound(test.high) };
    default:
      return test;
  }
}

/** A condition that spoke of who was in a group before, in a world in which some have joined it or left. */
export function withFormerMembers(formula: Formula, before: (user: User) => ReadonlySet<Group>, after: Memberships) {
  if (after.size === 0) return formula;
  return mapAtoms(formula, (atom) => {
    if (atom.test.is !== 'in group') return atom;
    const { group } = atom.test;
    const joined = [...after].filter(([user, groups]) => groups.has(group) && !before(user).has(group));
    const left = [...after].filter(([user, groups]) => !groups.has(group) && before(user).has(group));
    const stayed: Formula = { op: 'and', parts: [atom, { op: 'not', part: holdsOneOf(atom, joined) }] };
    return { op: 'or', parts: [stayed, holdsOneOf(atom, left)] };
  });
}

function holdsOneOf(atom: Atom, entries: readonly (readonly [User, unknown])[]): Formula {
  const values = entries.map(([value]): Operand => ({ kind: 'literal', value, source: value.name }));
  return { ...atom, test: { is: 'one of', values } };
}
