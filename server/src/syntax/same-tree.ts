// Compares what was read of two texts, whatever their blanks: trees, problems, comments.
import type { Gaps } from './print-gaps.ts';
import type { SourceFile, Unit } from './source-file.ts';

interface Read {
  readonly file: SourceFile;
  readonly gaps: Gaps;
}

/** Gives the index of the first unit in which two files differ, -1 where they are the same. */
export function firstDifference(one: Read, other: Read): number {
  const count = Math.max(one.file.units.length, other.file.units.length);
  for (let i = 0; i < count; i++) if (!isSameUnit(one.file.units[i], other.file.units[i])) return i;
  return isSameRest(one, other) ? -1 : Math.max(0, count - 1);
}

function isSameUnit(one: Unit | undefined, other: Unit | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const messages = ({ problems }: Unit) => problems.map(({ message }) => message);
  return (
    one.displaced === other.displaced &&
    isSame(one.declaration, other.declaration) &&
    isSame(one.rest, other.rest) &&
    isSame(messages(one), messages(other))
  );
}

function isSameRest(one: Read, other: Read): boolean {
  const comments = ({ gaps }: Gaps) => gaps.map((gap) => gap.comments.map(({ text }) => text));
  const images = ({ tokens }: Gaps) => tokens.map(({ image }) => image);
  return (
    one.file.problems.length === other.file.problems.length &&
    isSame(images(one.gaps), images(other.gaps)) &&
    isSame(comments(one.gaps), comments(other.gaps))
  );
}

/** Equal values, wherever in their texts they stand. Every node of a text comes by here: nothing is made for the comparison. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (isSpan(one, keys) && isSpan(other, others)) return true;
  const [own, same] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
  return keys.length === others.length && keys.every((key) => Object.hasOwn(other, key) && isSame(own[key], same[key]));
}

function isSpan(value: object, { length }: readonly string[]): boolean {
  return length === 2 && 'start' in value && 'end' in value;
}
