// The cheapest single comparison that says what some comparisons of one field say together.
import type { Atom, Bound, Literal } from '../model/symbols.ts';
import type { FieldTypeName } from '../syntax/ast.ts';
import { costOf } from './cost.ts';
import { type Domain, pointsOf } from './domain.ts';
import type { Comparison } from './facts.ts';
import { printFormula } from './print.ts';
import { literal } from './substitute.ts';

/** What is looked for: a comparison that holds, of the points that are left, where `set` is. */
interface Wanted {
  readonly domain: Domain;
  readonly left: bigint;
  readonly set: bigint;
}

/** A comparison that costs less than those that it stands for and is no longer; undefined where there is none. */
export function cheaper(wanted: Wanted, said: readonly [Comparison, ...Comparison[]]): Comparison | undefined {
  const [like] = said;
  const base = like.op === 'atom' ? like : like.part;
  const without = { ...wanted, set: wanted.domain.all & ~wanted.set };
  const limit = said.reduce((sum, part) => sum + costOf(part), 0);
  let best: Comparison | undefined;
  let least = limit;
  const offer = (atom: Atom, sought: Wanted): void => {
    const formula: Comparison = sought === wanted ? atom : { op: 'not', part: atom };
    const cost = costOf(formula);
    const points = cost < least ? pointsOf(wanted.domain, atom) : undefined;
    if (points === undefined || ((points ^ sought.set) & sought.left) !== 0n) return;
    if (printFormula(formula).length > lengthOf(said)) return;
    best = formula;
    least = cost;
  };
  for (const sought of [wanted, without]) {
    offer({ ...base, test: { is: 'empty' } }, sought);
    if (limit > 2) for (const test of candidates(sought)) offer({ ...base, test }, sought);
  }
  return best;
}

const joiner = ' or ';

/** Of some comparisons one after the other. */
function lengthOf(said: readonly Comparison[]): number {
  return said.map(printFormula).join(joiner).length;
}

const takesLists: ReadonlySet<FieldTypeName> = new Set(['text', 'number', 'choice', 'user', 'group']);

/** Comparisons that may say it; whether they do is still to be seen. */
function candidates(wanted: Wanted): Atom['test'][] {
  const { type } = wanted.domain.field;
  if (type === 'choices') return overlapping(wanted);
  const line = type === 'number' || type === 'date' || type === 'datetime';
  return [...equalities(wanted), ...(line ? ranges(wanted) : [])];
}

function equalities({ domain, left, set }: Wanted): Atom['test'][] {
  const { field, contents, constants } = domain;
  const isWithin = (constant: Literal): boolean => {
    const points = (contents.find(({ content }) => content === constant)?.points ?? 0n) & left;
    return points !== 0n && (points & ~set) === 0n;
  };
  const values = constants.filter(isWithin).map((constant) => literal(constant, field));
  const [only] = values;
  if (only === undefined) return [];
  if (values.length === 1) return [{ is: 'equals', value: only }];
  return takesLists.has(field.type ?? 'attachment') ? [{ is: 'one of', values }] : [];
}

function overlapping({ domain, left, set }: Wanted): Atom['test'][] {
  const options = domain.alike.filter((alike) => {
    const having = domain.contents.filter(({ content }) => content instanceof Set && content.has(alike[0]));
    return having.every(({ points }) => (points & left & ~set) === 0n);
  });
  const all = options.flat();
  const [only] = all;
  if (only === undefined) return [];
  return [all.length === 1 ? { is: 'has', option: only } : { is: 'overlaps', options: all }];
}

/** The range from the first to the last content that is in the set. */
function ranges({ domain, left, set }: Wanted): Atom['test'][] {
  const { contents, constants } = domain;
  const held = contents.filter(({ points }) => (points & left & set) !== 0n).map(({ content }) => content);
  const numbers = held.filter((content) => typeof content === 'number');
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined || numbers.length < held.length) return [];
  const sorted = constants.filter((constant) => typeof constant === 'number').sort((a, b) => a - b);
  const low = sorted.findLast((constant) => constant <= first);
  const high = sorted.find((constant) => constant >= last);
  const bound = (value: number | undefined, open: boolean): Bound | undefined =>
    value === undefined ? undefined : { value: literal(value, domain.field), open };
  if (low === undefined && high === undefined) return [];
  return [{ is: 'range', low: bound(low, low !== first), high: bound(high, high !== last) }];
}
