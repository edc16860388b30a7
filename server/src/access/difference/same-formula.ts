// Whether two conditions, one of each side, say the same in the same words.
import type { Atom, AtomTest, Bound, Field, Formula, Group, Operand } from '../../model/symbols.ts';
import { homeOfGroup, homeOfLiteral, type Twins } from './twins.ts';

/** What the same words may not mean the same for. */
export interface Sameness {
  readonly twins: Omit<Twins, 'roles'>;
  /** Homes of the groups whose members differ. */
  readonly otherMembers: ReadonlySet<Group>;
}

/** Fields are the same by name and type: an option more or less changes what they may hold, not what is said of them. */
export function sameField({ fields }: Pick<Twins, 'fields'>, before: Field, after: Field): boolean {
  if (before === after || fields.get(after) === before) return true;
  return before.name === after.name && before.type === after.type;
}

/** True where the conditions hold of the same records for the same actors, as far as their words show it. */
export function sameFormula(before: Formula, after: Formula, by: Sameness): boolean {
  if (before === after && by.otherMembers.size === 0) return true;
  switch (before.op) {
    case 'true':
    case 'false':
      return before.op === after.op;
    case 'not':
      return after.op === 'not' && sameFormula(before.part, after.part, by);
    case 'and':
    case 'or':
      return after.op === before.op && sameList(before.parts, after.parts, (one, other) => sameFormula(one, other, by));
    case 'atom':
      return after.op === 'atom' && sameAtom(before, after, by);
  }
}

function sameList<T>(before: readonly T[], after: readonly T[], same: (before: T, after: T) => boolean): boolean {
  if (before.length !== after.length) return false;
  return before.every((one, i) => {
    const other = after[i];
    return other !== undefined && same(one, other);
  });
}

function sameAtom(before: Atom, after: Atom, by: Sameness): boolean {
  return sameField(by.twins, before.field, after.field) && sameTest(before.test, after.test, by);
}

function sameTest(before: AtomTest, after: AtomTest, by: Sameness): boolean {
  const operand = (one: Operand, other: Operand) => sameOperand(one, other, by);
  switch (before.is) {
    case 'empty':
    case 'contains current user':
      return after.is === before.is;
    case 'equals':
    case 'contains':
    case 'starts with':
    case 'ends with':
      return after.is === before.is && operand(before.value, after.value);
    case 'one of':
      return after.is === 'one of' && sameList(before.values, after.values, operand);
    case 'range':
      return after.is === 'range' && sameBound(before.low, after.low, by) && sameBound(before.high, after.high, by);
    case 'relative':
      return (
        after.is === 'relative' &&
        after.direction === before.direction &&
        after.count === before.count &&
        after.unit === before.unit
      );
    case 'has':
      return after.is === 'has' && after.option === before.option;
    case 'overlaps':
      return after.is === 'overlaps' && sameList(before.options, after.options, (one, other) => one === other);
    case 'in group':
      return (
        after.is === 'in group' &&
        homeOfGroup(by.twins, after.group) === before.group &&
        !by.otherMembers.has(before.group)
      );
  }
}

function sameBound(before: Bound | undefined, after: Bound | undefined, by: Sameness): boolean {
  if (before === undefined || after === undefined) return before === after;
  return before.open === after.open && sameOperand(before.value, after.value, by);
}

function sameOperand(before: Operand, after: Operand, { twins }: Sameness): boolean {
  switch (before.kind) {
    case 'literal':
      return after.kind === 'literal' && homeOfLiteral(twins, after.value) === before.value;
    case 'current user':
      return after.kind === 'current user';
    case 'attribute':
      return after.kind === 'attribute' && after.name === before.name;
    case 'field':
      return after.kind === 'field' && sameField(twins, before.field, after.field);
  }
}
