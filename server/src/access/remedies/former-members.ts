// What a condition said of who was in a group before some have joined it or left.
import type { Atom, Formula, Group, Operand, User } from '../../model/symbols.ts';
import type { Memberships } from './memberships.ts';

/** The same condition in a world in which people are in the groups of `after`. */
export function withFormerMembers(
  formula: Formula,
  before: (user: User) => ReadonlySet<Group>,
  after: Memberships,
): Formula {
  switch (formula.op) {
    case 'atom':
      return formula.test.is === 'in group' ? formerly(formula, formula.test.group, before, after) : formula;
    case 'not':
      return { op: 'not', part: withFormerMembers(formula.part, before, after) };
    case 'and':
    case 'or':
      return { op: formula.op, parts: formula.parts.map((part) => withFormerMembers(part, before, after)) };
    default:
      return formula;
  }
}

function formerly(atom: Atom, group: Group, before: (user: User) => ReadonlySet<Group>, after: Memberships): Formula {
  const joined = [...after].filter(([user, groups]) => groups.has(group) && !before(user).has(group));
  const left = [...after].filter(([user, groups]) => !groups.has(group) && before(user).has(group));
  if (joined.length + left.length === 0) return atom;
  const stayed: Formula = { op: 'and', parts: [atom, { op: 'not', part: holdsOneOf(atom, joined) }] };
  return { op: 'or', parts: [stayed, holdsOneOf(atom, left)] };
}

function holdsOneOf(atom: Atom, entries: readonly (readonly [User, unknown])[]): Formula {
  const values = entries.map(([value]): Operand => ({ kind: 'literal', value, source: value.name }));
  return { ...atom, test: { is: 'one of', values } };
}
