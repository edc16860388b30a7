// A project's declarations beside those of the state before: which are the same, and whether the others may be bound by themselves.
import type { SourceFile, Unit } from '../syntax/source-file.ts';
import type { Bound } from './bound.ts';
import { keyOf, type Part } from './parts.ts';

/** A unit as it stands now, with what it was bound to where it stood before. */
export interface Slot {
  readonly file: string;
  readonly unit: Unit;
  readonly part: Part | undefined;
}

/** Undefined where more changed than the contents of what may be bound anew. */
export function slotsOf(file: string, { units }: SourceFile, { parts, model }: Bound): readonly Slot[] | undefined {
  const old = parts.get(file) ?? [];
  const shorter = Math.min(old.length, units.length);
  let start = 0;
  while (start < shorter && old[start]?.unit === units[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end)?.unit === units.at(-1 - end)) end++;
  const gone = old.slice(start, old.length - end).map(({ unit }) => unit);
  const come = units.slice(start, units.length - end);
  // Without an organization the domains are in doubt where anything at all cannot be read.
  const inDoubt =
    model.organization.origin === undefined && [...gone, ...come].some(({ problems }) => problems.length > 0);
  if (inDoubt || !declareAlike(gone, come)) return undefined;
  return units.map((unit, i) => {
    const isBehind = i >= units.length - end;
    const part = i < start ? old[i] : isBehind ? old[i + old.length - units.length] : undefined;
    return { file, unit, part };
  });
}

/** The names are the same, in the same order, and nobody came, went or changed. */
function declareAlike(gone: readonly Unit[], come: readonly Unit[]): boolean {
  const [before, after] = [gone.map(whatOf), come.map(whatOf)];
  const named = (all: readonly (string | undefined)[]) => all.filter((each) => each !== '');
  const [old, now] = [named(before), named(after)];
  return old.length === now.length && old.every((each, i) => each !== undefined && each === now[i]);
}

/** Equal for units that declare the same name; empty for those that declare none; undefined where others hang on it. */
function whatOf({ declaration }: Unit): string | undefined {
  switch (declaration?.kind) {
    case undefined:
    case 'query':
    case 'expect':
      return '';
    case 'object':
      return `${declaration.object} ${keyOf(declaration) ?? ''}`;
    case 'role':
      return `${declaration.managed} ${keyOf(declaration) ?? ''}`;
    case 'record':
    case 'test':
      return keyOf(declaration) ?? declaration.kind;
    default:
      return undefined;
  }
}
