// A formula as it is in every world: who acts, the day and who is in which group are fields of their own, free to be anything.
import type { Atom, AtomTest, Bound, Field, Formula, Group, Operand } from '../model/symbols.ts';
import { nobody, otherGroup } from './actor.ts';
import { directoryAmong, type Person, peopleAmong } from './directory.ts';
import type { Scene } from './evaluate.ts';
import { keyOf } from './key.ts';
import { atomsOf, literalsOf, operandsOf } from './operands.ts';
import type { Holdable } from './people-values.ts';
import { isAlwaysWithin } from './relative.ts';

export interface Generic {
  /** A formula of the same comparisons, or of fewer, on these fields; of the same comparison always the same. */
  read(formula: Formula): Formula;
  /** What is so in every world. */
  readonly given: readonly Formula[];
  readonly scene: Scene;
  readonly holdable: Holdable;
}

const noGroups: ReadonlySet<Group> = new Set();

/** Formulas that are the same here are the same in every world. */
export function genericOf(formula: Formula): Generic {
  const atoms = atomsOf(formula);
  const own = new Map<string, Field>();
  const ownField = (key: string, type: 'user' | 'text' | 'boolean', { object }: Field): Field => {
    const found = own.get(key);
    if (found !== undefined) return found;
    const like = { kind: 'field', origin: undefined, object, options: [], assignee: false } as const;
    const made: Field = { ...like, name: key, type };
    own.set(key, made);
    return made;
  };
  const atomsRead = new Map<Atom, Formula>();
  const readOnce = (atom: Atom): Formula => {
    const made = atomsRead.get(atom) ?? readAtom(atom, ownField);
    atomsRead.set(atom, made);
    return made;
  };
  const read = (of: Formula): Formula => {
    if (of.op === 'atom') return readOnce(of);
    if (of.op === 'not') return { op: 'not', part: read(of.part) };
    return of.op === 'and' || of.op === 'or' ? { op: of.op, parts: of.parts.map(read) } : of;
  };
  const actor = { principal: nobody(0), self: nobody(0), groups: noGroups, attributes: new Map<string, string>() };
  return {
    read,
    given: rangesWithin(atoms, ownField),
    scene: { actor, today: 0, value: () => undefined, groupsOf: () => noGroups },
    holdable: holdableFor(atoms),
  };
}

type OwnField = (key: string, type: 'user' | 'text' | 'boolean', like: Field) => Field;

const selfKey = 'current user';

function readAtom(atom: Atom, ownField: OwnField): Formula {
  const { field, test } = atom;
  if (isOpaque(test)) return opaque(atom, ownField);
  const read = (operand: Operand): Operand => {
    if (operand.kind === 'current user') return { kind: 'field', field: ownField(selfKey, 'user', field) };
    if (operand.kind !== 'attribute') return operand;
    return { kind: 'field', field: ownField(`${selfKey}.${operand.name}`, 'text', field) };
  };
  const bound = (of: Bound | undefined) => of && { ...of, value: read(of.value) };
  switch (test.is) {
    case 'equals':
      return { ...atom, test: { is: 'equals', value: read(test.value) } };
    case 'one of':
      return { ...atom, test: { is: 'one of', values: test.values.map(read) } };
    case 'range':
      return { ...atom, test: { is: 'range', low: bound(test.low), high: bound(test.high) } };
    default:
      return atom;
  }
}

/** Tests that may turn out either way of anything but empty. Patterns that are attributes count as such. */
function isOpaque(test: AtomTest): boolean {
  switch (test.is) {
    case 'relative':
    case 'in group':
    case 'contains current user':
      return true;
    case 'contains':
    case 'starts with':
    case 'ends with':
      return operandsOf(test).some(({ kind }) => kind !== 'literal');
    default:
      return false;
  }
}

function opaque(atom: Atom, ownField: OwnField): Formula {
  const holds: Formula = {
    op: 'atom',
    field: ownField(keyOf(atom), 'boolean', atom.field),
    test: { is: 'equals', value: { kind: 'literal', value: true, source: 'true' } },
    origin: undefined,
  };
  return { op: 'and', parts: [{ op: 'not', part: { ...atom, test: { is: 'empty' } } }, holds] };
}

/** What is in a range that moves with the day is in those around it. */
function rangesWithin(atoms: readonly Atom[], ownField: OwnField): Formula[] {
  return atoms.flatMap((atom) =>
    atoms.flatMap((other): Formula[] => {
      if (atom.field !== other.field || atom.test.is !== 'relative' || other.test.is !== 'relative') return [];
      if (keyOf(atom) === keyOf(other) || !isAlwaysWithin(atom.test, other.test)) return [];
      return [{ op: 'or', parts: [{ op: 'not', part: opaque(atom, ownField) }, opaque(other, ownField)] }];
    }),
  );
}

/** Those who are named, and others. */
function holdableFor(atoms: readonly Atom[]): Holdable {
  const named = literalsOf(atoms).filter((literal) => typeof literal === 'object');
  const groups = named.filter((symbol) => symbol.kind === 'group' && symbol.system === undefined);
  const others = [...new Set(atoms.map(({ field }) => field))].filter(({ type }) => type === 'group');
  return {
    people: peopleAmong(named.filter((symbol): symbol is Person => symbol.kind !== 'group')),
    further: undefined,
    groups: directoryAmong([...(groups as Group[]), ...others.map((_, n) => otherGroup(n))]),
    groupsOf: () => noGroups,
    self: nobody(0),
  };
}
