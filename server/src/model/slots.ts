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
  if (source === old) return { file, parts: all, slots: live.flatMap((at) => slotOf(file, all, at, at)) };
  const { units } = source;
  const shorter = Math.min(all.length, units.length);
  let start = 0;
  while (start < shorter && all[start]?.unit === units[start]) start++;
  let end = 0;
  while (end < shorter - start && all.at(-1 - end)?.unit === units.at(-1 - end)) end++;
  const parts = all.slice(start, all.length - end);
  const gone = parts.map(({ unit }) => unit);
  const come = units.slice(start, units.length - end);
  // Without an organization the domains are in doubt where anything at all cannot be read.
  const isOpen = before.model.organization.origin === undefined;
  const inDoubt = isOpen && [...gone, ...come].some(({ problems }) => problems.length > 0);
  const wasOpen = parts.some(leavesPeopleOpen);
  if (inDoubt || wasOpen || !declareAlike(gone, come)) return undefined;
  const [rest, by] = [all.length - end, units.length - all.length];
  return {
    file,
    parts: [...all.slice(0, start), ...come.map(() => undefined), ...all.slice(rest)],
    slots: [
      ...live.filter((at) => at < start).flatMap((at) => slotOf(file, all, at, at)),
      ...come.map((unit, i) => ({ file, at: start + i, unit, part: undefined })),
      ...live.filter((at) => at >= rest).flatMap((at) => slotOf(file, all, at, at + by)),
    ],
  };
}

/** Whether an error leaves open who a user is, or which of two declarations of one name is meant. */
export function leavesPeopleOpen({ unit: { declaration }, problems }: Pick<Part, 'unit' | 'problems'>): boolean {
  if (declaration?.kind === 'user') return problems.length > 0;
  return declaration?.kind === 'group' && problems.some(({ rule }) => rule === 'duplicate-name');
}

function slotOf(file: string, all: readonly Part[], old: number, at: number): Slot[] {
  const part = all[old];
  return part === undefined ? [] : [{ file, at, unit: part.unit, part }];
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
