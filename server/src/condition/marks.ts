// What each comparison of a formula says of its field, as bits: one bit for each content that stands for others.
import type { Atom, AtomTest, Content, Field, Formula, Operand } from '../model/symbols.ts';
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
  /** Empty last; none where demands are collected. */
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

/** Looks at two fields or more. */
export interface CrossingMark {
  readonly kind: 'crossing';
  readonly atom: Atom;
}

export type Marks = ReadonlyMap<Atom, Mark>;

/** Bits of a number that can be set and taken as they are. */
const mostContents = 31;

/** The marks of all comparisons of a formula; undefined where a field has too many contents. */
export function marksOf(formula: Formula, scene: Scene, holdable: Holdable): Marks | undefined {
  const marks = new Map<Atom, Mark>();
  const alone = new Map<Field, { readonly given: Atom; readonly atom: Atom }[]>();
  const visit = (part: Formula): void => {
    if (part.op === 'not') visit(part.part);
    else if (part.op === 'and' || part.op === 'or') part.parts.forEach(visit);
    if (part.op !== 'atom' || marks.has(part)) return;
    const atom = resolved(part, scene);
    if (atom.op !== 'atom') marks.set(part, atom.op === 'true');
    else if (isCrossing(atom)) marks.set(part, { kind: 'crossing', atom });
    else {
      marks.set(part, true);
      const own = alone.get(atom.field);
      if (own === undefined) alone.set(atom.field, [{ given: part, atom }]);
      else own.push({ given: part, atom });
    }
  };
  visit(formula);
  for (const [field, own] of alone) {
    const atoms = own.map(({ atom }) => atom);
    const marked =
      atoms.some(isPattern) || field.type === 'choices' ? demanding(field) : pointing(field, atoms, scene, holdable);
    if (marked === undefined) return undefined;
    for (const { given, atom } of own) marks.set(given, marked(atom));
  }
  return marks;
}

/** The comparison with values in place of what is known of the actor and the day. */
function resolved(atom: Atom, scene: Scene): Formula {
  const { test } = atom;
  if (test.is === 'relative') return { ...atom, test: relativeRange(atom, test, scene.today) };
  return isPlain(test) ? atom : substitute(atom, scene);
}

function isPlain(test: AtomTest): boolean {
  return test.is !== 'contains current user' && operandsOf(test).every(isFixed);
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
  if (!complete || values.length >= mostContents) return undefined;
  const contents = [...values, null];
  const slot: Slot = { field, contents, left: 2 ** contents.length - 1, demands: undefined };
  let content: Content = null;
  const view: View = { value: () => content, actor: undefined, today: undefined, groupsOf: holdable.groupsOf };
  return (atom) => {
    let points = 0;
    for (let i = 0; i < contents.length; i++) {
      content = contents[i] ?? null;
      if (evaluateAtom(atom, view) === 'true') points |= 1 << i;
    }
    return { kind: 'points', atom, slot, points };
  };
}
