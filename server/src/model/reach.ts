// How far a change goes: the declarations that have to be bound anew, because they changed or hold symbols of such.
import type { Unit } from '../syntax/source-file.ts';
import { namesOf, type Renamed } from './names.ts';
import { isMovable, keyOf } from './parts.ts';
import type { Slot } from './slots.ts';

export interface Reach {
  readonly units: ReadonlySet<Unit>;
  /** Where they stand, in the order of the text. */
  readonly slots: readonly Slot[];
  /** Keys of what they declare. */
  readonly keys: ReadonlySet<string>;
  /** The names that come and go. */
  readonly names: Renamed;
  /** Roles of the organization are among them, or went. */
  readonly roles: boolean;
  /** Users are among them. */
  readonly users: boolean;
  /** The names of the groups among them, those that come as well, and of those that went. */
  readonly groups: ReadonlySet<string>;
  /** The names of the objects among them. */
  readonly objects: ReadonlySet<string>;
}

/**
 * Undefined where it goes as far as the organization and what directories bring. `widely`: as far as what names something that
 * nobody knows, which any name that comes or goes may have been meant to be.
 */
export function reachOf(slots: readonly Slot[], names: Renamed, widely: boolean): Reach | undefined {
  const units = new Set<Unit>();
  const keys = new Set<string>([...names.gone, ...names.come]);
  let left: readonly Slot[] = slots;
  for (;;) {
    const reached = left.filter((slot) => isReached(slot, keys) || (widely && slot.part?.uncertain === true));
    if (reached.length === 0) break;
    for (const { unit } of reached) {
      const { declaration } = unit;
      if (!isMovable(unit)) return undefined;
      units.add(unit);
      const own = keyOf(declaration);
      if (own !== undefined) keys.add(own);
    }
    left = left.filter(({ unit }) => !units.has(unit));
  }
  const inOrder = slots.filter(({ unit }) => units.has(unit));
  const declarations = [...units].map(({ declaration }) => declaration);
  const named = (kind: 'object' | 'group') =>
    new Set(declarations.flatMap((each) => (each?.kind === kind && each.name !== undefined ? [each.name.text] : [])));
  const has = (kind: 'role' | 'user') => declarations.some((each) => each?.kind === kind);
  return {
    units,
    slots: inOrder,
    keys,
    names,
    roles: has('role') || namesOf(names.gone, 'role').length > 0,
    users: has('user'),
    groups: new Set([...named('group'), ...namesOf(names.gone, 'group')]),
    objects: named('object'),
  };
}

function isReached({ part }: Slot, keys: ReadonlySet<string>): boolean {
  if (part === undefined) return true;
  if (keys.size === 0) return false;
  if (part.key !== undefined && keys.has(part.key)) return true;
  return keys.size < part.needs.size ? hasAny(part.needs, keys) : hasAny(keys, part.needs);
}

function hasAny(all: ReadonlySet<string>, few: ReadonlySet<string>): boolean {
  for (const each of few) if (all.has(each)) return true;
  return false;
}
