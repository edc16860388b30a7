// How far a change goes: the declarations that have to be bound anew, because they changed or hold symbols of such.
import type { Unit } from '../syntax/source-file.ts';
import { isMovable, keyOf, type Part } from './parts.ts';
import type { Slot } from './slots.ts';

export interface Reach {
  readonly units: ReadonlySet<Unit>;
  /** Keys of what they declare. */
  readonly keys: ReadonlySet<string>;
  /** Roles of the organization are among them. */
  readonly roles: boolean;
}

/** Undefined where it goes as far as people and the organization. `also`: what else has to be bound anew. */
export function reachOf(slots: readonly Slot[], also: (part: Part) => boolean = () => false): Reach | undefined {
  const units = new Set<Unit>();
  const keys = new Set<string>();
  let left: readonly Slot[] = slots;
  for (;;) {
    const reached = left.filter((slot) => isReached(slot, keys) || (slot.part !== undefined && also(slot.part)));
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
  return { units, keys, roles: [...units].some(({ declaration }) => declaration?.kind === 'role') };
}

function isReached({ unit, part }: Slot, keys: ReadonlySet<string>): boolean {
  if (part === undefined) return true;
  const own = keyOf(unit.declaration);
  if (own !== undefined && keys.has(own)) return true;
  for (const needed of part.needs) if (keys.has(needed)) return true;
  return false;
}
