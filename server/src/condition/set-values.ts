// Sets of options that stand for all others.
import type { Atom, Field } from '../model/symbols.ts';
import type { Values } from './line-values.ts';

/** More options than this that a formula tells apart have too many sets to try them all. */
const mostKinds = 10;

/**
 * Non-empty sets such that comparisons cannot tell any other set from all of them. Options that the same comparisons
 * name are alike: a set meets what the set of their first ones meets. Options that none names are alike too.
 */
export function setValues(field: Field, atoms: readonly Atom[]): Values<ReadonlySet<string>> {
  const kinds = new Map<string, string>();
  for (const option of field.options) {
    const kind = atoms.map((atom) => (names(atom, option) ? '1' : '0')).join('');
    if (!kinds.has(kind)) kinds.set(kind, option);
  }
  const unnamed = [...kinds].filter(([kind]) => !kind.includes('1')).map(([, option]) => new Set([option]));
  const named = [...kinds].filter(([kind]) => kind.includes('1')).map(([, option]) => option);
  const complete = named.length <= mostKinds;
  return { values: [...(complete ? subsets(named) : someSubsets(named)), ...unnamed], complete };
}

function names({ test }: Atom, option: string): boolean {
  return (test.is === 'has' && test.option === option) || (test.is === 'overlaps' && test.options.includes(option));
}

/** Small ones first, the empty one left out. */
function subsets(options: readonly string[]): ReadonlySet<string>[] {
  let sets: string[][] = [[]];
  for (const option of options) sets = [...sets, ...sets.map((set) => [...set, option])];
  return sets
    .slice(1)
    .sort((a, b) => a.length - b.length)
    .map((set) => new Set(set));
}

/** Of too many, the ones with one option or two, without one, and with all. */
function someSubsets(options: readonly string[]): ReadonlySet<string>[] {
  const pairs = options.flatMap((one, i) => options.slice(i + 1, i + mostKinds).map((other) => new Set([one, other])));
  const without = options.map((one) => new Set(options.filter((other) => other !== one)));
  return [...options.map((one) => new Set([one])), ...pairs, ...without, new Set(options)];
}
