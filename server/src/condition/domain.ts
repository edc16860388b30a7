// All that one field may hold, cut into points: what some comparisons of the field can tell apart, as sets of points.
import type { Atom, Content, Field, Literal, User } from '../model/symbols.ts';
import { nobody, otherGroup } from './actor.ts';
import { evaluateAtom, type View } from './evaluate.ts';
import { keyOf } from './key.ts';
import { literalsOf } from './operands.ts';
import { plainValues } from './plain-values.ts';
import { isAlwaysWithin } from './relative.ts';
import { alikeOptions } from './set-values.ts';

/** A set of points is a number of which bit `i` stands for point `i`. */
export interface Domain {
  readonly field: Field;
  readonly all: bigint;
  /** Where a comparison holds, by its key; comparisons that are not here were too many to be weighed. */
  readonly sets: ReadonlyMap<string, bigint>;
  /** The contents that the points are made from, empty last, with the points of each. */
  readonly contents: readonly { readonly content: Content; readonly points: bigint }[];
  /** The contents that stand for nothing but themselves. */
  readonly constants: readonly Literal[];
  /** Options that the comparisons do not tell apart, in groups. */
  readonly alike: readonly (readonly string[])[];
}

const mostPoints = 1024;

/**
 * The points of a field: one for each content that comparisons with literals can tell apart, and for each way in which
 * the other comparisons may turn out for it, as if they were independent, but for ranges that lie within each other on every
 * day. So a set that holds another one here does in every world, whoever acts and whatever the day.
 */
export function domainOf(field: Field, atoms: readonly Atom[]): Domain | undefined {
  const distinct = [...new Map(atoms.map((atom) => [keyOf(atom), atom])).values()];
  const contents = contentsOf(field, distinct);
  if (contents === undefined) return undefined;
  const weighed = affordable(distinct, contents);
  const sets = new Map(weighed.map((atom) => [keyOf(atom), 0n]));
  const cells: { content: Content; points: bigint }[] = [];
  let at = 0n;
  for (const content of contents) {
    const truths = weighed.map((atom) => evaluateAtom(atom, holding(field, content)));
    const open = weighed.filter((_, i) => truths[i] === 'unknown');
    const width = 1n << BigInt(open.length);
    const points = ((1n << width) - 1n) << at;
    weighed.forEach((atom, i) => {
      const key = keyOf(atom);
      const held = truths[i] === 'true' ? points : truths[i] === 'false' ? 0n : half(open.indexOf(atom), width) << at;
      sets.set(key, (sets.get(key) ?? 0n) | held);
    });
    cells.push({ content, points });
    at += width;
  }
  const all = ((1n << at) - 1n) & ~impossible(weighed, sets);
  return {
    field,
    all,
    sets: new Map([...sets].map(([key, set]) => [key, set & all])),
    contents: cells.map(({ content, points }) => ({ content, points: points & all })),
    constants: constantsOf(field, distinct),
    alike: alikeOptions(field, distinct).named,
  };
}

/** Where something would lie in a range that moves with the day, and not in one that always goes farther. */
function impossible(atoms: readonly Atom[], sets: ReadonlyMap<string, bigint>): bigint {
  const setOf = (atom: Atom) => sets.get(keyOf(atom)) ?? 0n;
  let points = 0n;
  for (const one of atoms)
    for (const other of atoms)
      if (one.test.is === 'relative' && other.test.is === 'relative' && isAlwaysWithin(one.test, other.test))
        points |= setOf(one) & ~setOf(other);
  return points;
}

/** Where a comparison of the field holds that has only literals in it, whether the domain was made for it or not. */
export function pointsOf(domain: Domain, atom: Atom): bigint | undefined {
  const known = domain.sets.get(keyOf(atom));
  if (known !== undefined) return known;
  let set = 0n;
  for (const { content, points } of domain.contents) {
    const truth = evaluateAtom(atom, holding(domain.field, content));
    if (truth === 'unknown') return undefined;
    if (truth === 'true') set |= points;
  }
  return set;
}

function contentsOf(field: Field, atoms: readonly Atom[]): readonly Content[] | undefined {
  const plain = plainValues(field, { fields: [field], atoms }, 0);
  if (plain !== undefined)
    return plain.complete && plain.values.length < mostPoints ? [...plain.values, null] : undefined;
  const symbols = literalsOf(atoms).filter((literal) => typeof literal === 'object');
  const named = symbols.filter((symbol) => symbol.kind !== 'group' || symbol.system === undefined);
  return named.length < mostPoints
    ? [...named, field.type === 'user' ? unnamed(named) : otherGroup(0), null]
    : undefined;
}

function constantsOf(field: Field, atoms: readonly Atom[]): readonly Literal[] {
  if (field.type === 'boolean') return [true, false];
  const equalities = atoms.filter(({ test }) => test.is === 'equals' || test.is === 'one of');
  if (field.type !== 'choice') return literalsOf(field.type === 'text' ? equalities : atoms);
  const named = new Set(literalsOf(equalities));
  const options = field.options.filter((option) => named.has(option));
  return field.options.length === options.length + 1 ? field.options : options;
}

function unnamed(named: readonly Literal[]): User {
  let n = 0;
  while (named.includes(nobody(n))) n++;
  return nobody(n);
}

/** One field's content, and nothing else known. */
function holding(field: Field, content: Content): View {
  return {
    value: (of) => (of === field ? content : undefined),
    actor: undefined,
    today: undefined,
    groupsOf: () => undefined,
  };
}

/** The comparisons that together make no more points than can be weighed; each that stays open doubles a content's points. */
function affordable(atoms: readonly Atom[], contents: readonly Content[]): Atom[] {
  const counts = contents.map(() => 1);
  return atoms.filter((atom) => {
    const doubled = contents.map((content) => evaluateAtom(atom, holding(atom.field, content)) === 'unknown');
    const total = counts.reduce((sum, count, i) => sum + (doubled[i] === true ? 2 * count : count), 0);
    if (total > mostPoints) return false;
    doubled.forEach((double, i) => {
      if (double) counts[i] = (counts[i] ?? 1) * 2;
    });
    return true;
  });
}

/** The numbers below `width` of which bit `index` is set, as a set. */
function half(index: number, width: bigint): bigint {
  const run = 1n << BigInt(index);
  let set = ((1n << run) - 1n) << run;
  for (let size = run * 2n; size < width; size *= 2n) set |= set << size;
  return set;
}
