// Sets of options that stand for all others.
import type { Atom, Field } from '../model/symbols.ts';
import { grouped } from '../text/grouped.ts';
import type { Values } from './line-values.ts';

/** More options than this that a formula tells apart have too many sets to try them all. */
const mostKinds = 10;

/** Options in groups: those that the same comparisons name, and last those that none names. */
export function alikeOptions(
  field: Field,
  atoms: readonly Atom[],
): {
  readonly named: readonly (readonly string[])[];
  readonly unnamed: readonly string[];
} {
  const kindOf = (option: string) => atoms.map((atom) => (names(atom, option) ? '1' : '0')).join('');
  const kinds = [...grouped(field.options, kindOf)];
  const isNamed = ([kind]: readonly [string, readonly string[]]) => kind.includes('1');
  return {
    named: kinds.filter(isNamed).map(([, options]) => options),
    unnamed: kinds.find((kind) => !isNamed(kind))?.[1] ?? [],
  };
}

/**
 * Non-empty sets such that comparisons cannot tell any other set from all of them: a set meets what the set of the first
 * options of their groups meets, and one with no option that is named meets what any other such set does.
 */
export function setValues(field: Field, atoms: readonly Atom[]): Values<ReadonlySet<string>> {
  const { named, unnamed } = alikeOptions(field, atoms);
  const firsts = named.flatMap((options) => options.slice(0, 1));
  const complete = firsts.length <= mostKinds;
  const other = unnamed.slice(0, 1).map((option) => new Set([option]));
  return { values: [...(complete ? subsets(firsts) : []), ...other], complete };
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
