// A project's declarations beside those of the state before: which are the same, and whether the others may be bound by themselves.
import type { SourceFile, Unit } from '../syntax/source-file.ts';
import type { Bound } from './bound.ts';
import { keyOf, type Part } from './parts.ts';

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
    return { file, parts: all, slots };
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
  if (inDoubt || wasOpen || !declareAlike(gone, come)) return undefined;
  const [rest, by] = [all.length - end, units.length - all.length];
  for (const at of live) if (at < start) add(at, at);
  for (const [i, unit] of come.entries()) slots.push({ file, at: start + i, unit, part: undefined });
  for (const at of live) if (at >= rest) add(at, at + by);
  const places: readonly (Part | undefined)[] = all;
  return { file, parts: places.toSpliced(start, parts.length, ...come.map(() => undefined)), slots };
}

/** Whether an error leaves open who a user is, or which of two declarations of one name is meant. */
export function leavesPeopleOpen({ unit: { declaration }, problems }: Pick<Part, 'unit' | 'problems'>): boolean {
  if (declaration?.kind === 'user') return problems.length > 0;
  return declaration?.kind === 'group' && problems.some(({ rule }) => rule === 'duplicate-name');
}

/** The names are the same, in the same order, and nobody came, went or changed. */
function declareAlike(gone: readonly Unit[], come: readonly Unit[]): boolean {
  const [before, after] = [gone.map(whatOf), come.map(whatOf)];
  const named = (all: readonly (string | undefined)[]) => all.filter((each) => each !== '');
  const [old, now] = [named(before), named(after)];
  return old.length === now.length && old.every((each, i) => each !== undefined && each === now[i]);
}

/** Equal for units that declare the same name; empty for those that declare none; undefined where others hang on it. */
function whatOf({ declaration, problems }: Unit): string | undefined {
  switch (declaration?.kind) {
    case undefined:
    case 'query':
    case 'expect':
      return '';
    case 'object':
      return `${declaration.object} ${keyOf(declaration) ?? ''}`;
    case 'role':
      return `${declaration.managed} ${keyOf(declaration) ?? ''}`;
    case 'group':
      // Who is in one that fills itself is a matter of all people.
      return declaration.items.some((item) => item.kind === 'domain') ? undefined : keyOf(declaration);
    case 'user':
      // Whoever has an error may be anybody.
      return problems.length > 0 ? undefined : keyOf(declaration);
    case 'record':
    case 'test':
      return keyOf(declaration) ?? declaration.kind;
    default:
      return undefined;
  }
}
