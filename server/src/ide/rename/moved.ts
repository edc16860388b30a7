// Where places of a text stand after its edits.
import type { Fix } from '../../rules/finding.ts';

/** Takes a file and an offset; gives the offset in the edited file. Inside of what is replaced it is where that begins. */
export type Moved = (file: string, offset: number) => number;

export function movedBy(edits: Fix['edits']): Moved {
  const byFile = new Map<string, Step[]>();
  for (const { place, text } of edits) {
    const { start, end } = place.span;
    const steps = byFile.get(place.file);
    const step = { start, end, grown: text.length - (end - start) };
    if (steps === undefined) byFile.set(place.file, [step]);
    else steps.push(step);
  }
  const sums = new Map([...byFile].map(([file, steps]) => [file, summed(steps)]));
  return (file, offset) => {
    const steps = sums.get(file) ?? [];
    const last = steps[countBefore(steps, offset) - 1];
    if (last === undefined) return offset;
    return offset < last.end ? last.start + last.before : offset + last.before + last.grown;
  };
}

interface Step {
  readonly start: number;
  readonly end: number;
  /** By how much it makes the text longer. */
  readonly grown: number;
}

interface Summed extends Step {
  /** By how much those before it do. */
  readonly before: number;
}

function summed(steps: readonly Step[]): Summed[] {
  let before = 0;
  return steps
    .toSorted((a, b) => a.start - b.start)
    .map((step) => {
      const own = { ...step, before };
      before += step.grown;
      return own;
    });
}

/** How many begin before an offset. */
function countBefore(steps: readonly Step[], offset: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
