// What each comparison of a formula says of its field, as bits: one bit for each content that stands for others.
import type { Atom, Content, Field, Formula, Operand } from '../model/symbols.ts';
import { valuesOf } from './clusters.ts';
import { evaluateAtom, type Scene, type View } from './evaluate.ts';
import { operandsOf } from './operands.ts';
import type { Holdable } from './people-values.ts';
import { relativeRange } from './relative.ts';
import { substitute } from './substitute.ts';
import type { Demand } from './witness.ts';

/** One field, as far as comparisons look at it and at no other one. */
export interface Slot {
  readonly field: Field;
  /** None where demands are collected. */
  readonly contents: readonly Content[];
  /** The contents that are left: bit `i` stands for content `i`. */
  left: number;
  /** Of texts with patterns and of sets of options, what is demanded: they have too many contents to try. */
  readonly demands: Demand[] | undefined;
}

/** A comparison. Its own truth where nothing can change it. */
export type Mark = boolean | PointMark | DemandMark | CrossingMark;

/** Holds of the contents whose bits are set. */
export interface PointMark {
  readonly kind: 'points';
  readonly atom: Atom;
  readonly slot: Slot;
  readonly points: number;
}

export interface DemandMark {
  readonly kind: 'demand';
  readonly atom: Atom;
  readonly slot: Slot;
}

/** Looks at two fields or more, or at contents that are not among those of its field. */
export interface CrossingMark {
  readonly kind: 'crossing';
  readonly atom: Atom;
}

export interface Marks {
  /** Also of a comparison that is not in the formula: then contents have to be found for all that is said of its fields. */
  of(atom: Atom): Mark;
}

/** Bits of a number that can be set and taken as they are. */
const mostContents = 31;

/** Comparisons that look at one field only: as they are given, and with what is known in them. */
interface Alone {
  readonly field: Field;
  readonly given: Atom[];
  readonly atoms: Atom[];
}

/** The marks of all comparisons of a formula; undefined where a field has too many contents. */
export function marksOf(formula: Formula, scene: Scene, holdable: Holdable): Marks | undefined {
  const marks = new Map<Atom, Mark>();
  const alone: Alone[] = [];
  collect(formula, scene, marks, alone);
  for (const { field, given, atoms } of alone) {
    const isDemanding = field.type === 'choices' || atoms.some(isPattern);
    const marker = isDemanding ? demanding(field) : pointing(field, atoms, scene, holdable);
    if (marker === undefined) return undefined;
    for (const [i, atom] of atoms.entries()) marks.set(given[i] ?? atom, marker(atom));
  }
  return {
    of(given) {
      const known = marks.get(given);
      if (known !== undefined) return known;
      const atom = resolved(given, scene);
      const made: Mark = atom.op === 'atom' ? { kind: 'crossing', atom } : atom.op === 'true';
      marks.set(given, made);
      return made;
    },
  };
}

/** Marks what looks at no field alone, and lists the rest. */
function collect(formula: Formula, scene: Scene, marks: Map<Atom, Mark>, alone: Alone[]): void {
  if (formula.op === 'not') collect(formula.part, scene, marks, alone);
  else if (formula.op === 'and' || formula.op === 'or')
    for (const part of formula.parts) collect(part, scene, marks, alone);
  if (formula.op !== 'atom' || marks.has(formula)) return;
  const atom = resolved(formula, scene);
  marks.set(formula, atom.op === 'atom' ? { kind: 'crossing', atom } : atom.op === 'true');
  if (atom.op !== 'atom' || isCrossing(atom)) return;
  const known = alone.find(({ field }) => field === atom.field);
  if (known === undefined) alone.push({ field: atom.field, given: [formula], atoms: [atom] });
  else {
    known.given.push(formula);
    known.atoms.push(atom);
  }
}

/** The comparison with values in place of what is known of the actor and the day. */
function resolved(atom: Atom, scene: Scene): Formula {
  const { test } = atom;
  if (test.is === 'relative') return { ...atom, test: relativeRange(atom, test, scene.today) };
  const isPlain = test.is !== 'contains current user' && operandsOf(test).every(isFixed);
  return isPlain ? atom : substitute(atom, scene);
}

function isFixed({ kind }: Operand): boolean {
  return kind === 'literal' || kind === 'field';
}

function isCrossing({ field, test }: Atom): boolean {
  return operandsOf(test).some((operand) => operand.kind === 'field' && operand.field !== field);
}

function isPattern({ test }: Atom): boolean {
  return test.is === 'contains' || test.is === 'starts with' || test.is === 'ends with';
}

function demanding(field: Field): (atom: Atom) => Mark {
  const slot: Slot = { field, contents: [], left: 0, demands: [] };
  return (atom) => ({ kind: 'demand', atom, slot });
}

function pointing(
  field: Field,
  atoms: readonly Atom[],
  { today }: Scene,
  holdable: Holdable,
): ((atom: Atom) => Mark) | undefined {
  const { values, complete } = valuesOf(field, { fields: [field], atoms }, holdable, today);
  let content: Content = null;
  const view: View = { value: () => content, actor: undefined, today: undefined, groupsOf: holdable.groupsOf };
  const holds = (atom: Atom, of: Content): boolean => {
    content = of;
    return evaluateAtom(atom, view) === 'true';
  };
  const all = [...values, null];
  const contents = all.length <= mostContents ? all : toldApart(all, atoms, holds);
  if (!complete || contents.length > mostContents) return undefined;
  const slot: Slot = { field, contents, left: 2 ** contents.length - 1, demands: undefined };
  return (atom) => {
    let points = 0;
    for (let i = 0; i < contents.length; i++) if (holds(atom, contents[i] ?? null)) points |= 1 << i;
    return { kind: 'points', atom, slot, points };
  };
}

/** The first of those contents of which the same comparisons hold. */
function toldApart(
  contents: readonly Content[],
  atoms: readonly Atom[],
  holds: (atom: Atom, content: Content) => boolean,
): readonly Content[] {
  const firsts = new Map<string, Content>();
  for (const content of contents) {
    const kind = atoms.map((atom) => (holds(atom, content) ? '1' : '0')).join('');
    if (!firsts.has(kind)) firsts.set(kind, content);
  }
  return [...firsts.values()];
}
