// A project's declarations beside those of the state before: which are the same, and whether the others may be bound by themselves.
import type { SourceFile, Unit } from '../syntax/source-file.ts';
import type { Bound } from './bound.ts';
import { namesBetween, nothingRenamed, type Renamed } from './names.ts';
import type { Part } from './parts.ts';

/** A unit as it stands now, with what it was bound to where it stood before. */
export interface Slot {
  readonly file: string;
  /** Its position in the file. */
  readonly at: number;
  readonly unit: Unit;
  readonly part: Part | undefined;
}

/** A file now, beside what it was bound to. */
export interface FileSlots {
  readonly file: string;
  /** All of its parts in their places, with a gap for each unit that is new. */
  readonly parts: readonly (Part | undefined)[];
  /** Those that say anything to others, and the new units. */
  readonly slots: readonly Slot[];
  /** What the new units bring and take away. */
  readonly names: Renamed;
}

/** Undefined where more changed than the contents of what may be bound anew. */
export function slotsOf(
  file: string,
  source: SourceFile,
  before: Bound,
  old: SourceFile | undefined,
): FileSlots | undefined {
  const { all, live } = before.parts.get(file) ?? { all: [], live: [] };
  const slots: Slot[] = [];
  const add = (from: number, at: number) => {
    const part = all[from];
    if (part !== undefined) slots.push({ file, at, unit: part.unit, part });
  };
  if (source === old) {
    for (const at of live) add(at, at);
    return { file, parts: all, slots, names: nothingRenamed };
  }
  const { units } = source;
  const shorter = Math.min(all.length, units.length);
  let start = 0;
  while (start < shorter && all[start]?.unit === units[start]) start++;
  let end = 0;
  const isSameAtEnd = () => all[all.length - 1 - end]?.unit === units[units.length - 1 - end];
  while (end < shorter - start && isSameAtEnd()) end++;
  const parts = all.slice(start, all.length - end);
  const gone = parts.map(({ unit }) => unit);
  const come = units.slice(start, units.length - end);
  // Without an organization the domains are in doubt where anything at all cannot be read.
  const isOpen = before.model.organization.origin === undefined;
  const inDoubt = isOpen && [...gone, ...come].some(({ problems }) => problems.length > 0);
  const wasOpen = parts.some(leavesPeopleOpen);
  const names = inDoubt || wasOpen ? undefined : namesBetween(gone, come);
  if (names === undefined) return undefined;
  const [rest, by] = [all.length - end, units.length - all.length];
  for (const at of live) if (at < start) add(at, at);
  for (const [i, unit] of come.entries()) slots.push({ file, at: start + i, unit, part: undefined });
  for (const at of live) if (at >= rest) add(at, at + by);
  const places: readonly (Part | undefined)[] = all;
  return { file, parts: places.toSpliced(start, parts.length, ...come.map(() => undefined)), slots, names };
}

/** Whether an error leaves open who a user is, or which of two declarations of one name is meant. */
export function leavesPeopleOpen({ unit: { declaration }, problems }: Pick<Part, 'unit' | 'problems'>): boolean {
  if (declaration?.kind === 'user') return problems.length > 0;
  return declaration?.kind === 'group' && problems.some(({ rule }) => rule === 'duplicate-name');
}
