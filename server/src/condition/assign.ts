// Contents for fields that are compared with each other, such that some comparisons hold and others do not.
import type { Content, Field } from '../model/symbols.ts';
import type { Contents } from './clusters.ts';
import { evaluateAtom, type View } from './evaluate.ts';
import { fieldsOf } from './operands.ts';
import type { Found } from './search.ts';
import type { Demand } from './witness.ts';

/** How many more contents may be tried. */
export interface Budget {
  left: number;
}

/** One field of the search, and what is to be seen once it and all fields before it have contents. */
interface Level {
  readonly field: Field;
  readonly values: readonly Content[];
  readonly demands: readonly Demand[];
}

/**
 * `none` only where no contents meet the demands and they stand for all; `unknown` also where the budget does not suffice
 * to try them, which it counts down. All fields of the demands have contents.
 */
export function assign(
  demands: readonly Demand[],
  contents: ReadonlyMap<Field, Contents>,
  groupsOf: View['groupsOf'],
  budget: Budget,
): Found {
  const record = new Map<Field, Content>();
  const view: View = { value: (field) => record.get(field), actor: undefined, today: undefined, groupsOf };
  const isMet = ({ atom, holds }: Demand) => evaluateAtom(atom, view) === (holds ? 'true' : 'false');
  const levels = levelsOf(demands, contents, (field, content, own) => {
    record.set(field, content);
    const isLeft = own.every(isMet);
    record.delete(field);
    return isLeft;
  });
  const descend = (depth: number): boolean => {
    const level = levels[depth];
    if (level === undefined) return true;
    for (const content of level.values) {
      if (budget.left-- <= 0) return false;
      record.set(level.field, content);
      if (level.demands.every(isMet) && descend(depth + 1)) return true;
    }
    return false;
  };
  if (descend(0)) return record;
  const isWhole = budget.left >= 0 && levels.every(({ field }) => contents.get(field)?.complete === true);
  return isWhole ? 'none' : 'unknown';
}

/** The fields, those with the fewest contents first, with the contents that meet what is demanded of the field alone. */
function levelsOf(
  demands: readonly Demand[],
  contents: ReadonlyMap<Field, Contents>,
  isLeft: (field: Field, content: Content, own: readonly Demand[]) => boolean,
): Level[] {
  const looked = demands.map((demand) => ({ demand, at: fieldsOf(demand.atom) }));
  const levels = [...new Set(looked.flatMap(({ at }) => at))].map((field) => {
    const own = looked.flatMap(({ demand, at }) => (at.length === 1 && at[0] === field ? [demand] : []));
    const values = (contents.get(field)?.values ?? []).filter((content) => isLeft(field, content, own));
    return { field, values, demands: [] as Demand[] };
  });
  levels.sort((a, b) => a.values.length - b.values.length);
  for (const { demand, at } of looked)
    if (at.length > 1) levels.findLast(({ field }) => at.includes(field))?.demands.push(demand);
  return levels;
}
