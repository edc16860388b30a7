// Duties that do not belong into one hand: permissions of which nobody should hold some on both sides.
import data from './duties.json' with { type: 'json' };
import { permission } from './permissions.ts';
import type { Permission } from './types.ts';

/** Two sets of permissions that are a conflict in one hand. */
export interface Duty {
  readonly name: string;
  readonly first: readonly Permission[];
  readonly second: readonly Permission[];
}

const known = (constants: readonly string[]) => constants.flatMap((constant) => permission(constant) ?? []);

/** Those that every project keeps apart. */
export const builtInDuties: readonly Duty[] = data.duties.map(({ name, first, second }) => ({
  name,
  first: known(first),
  second: known(second),
}));
