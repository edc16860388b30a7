// `A and B or A and C` as `A and (B or C)`, and the other way round.
import type { Formula, Junction } from '../model/symbols.ts';
import { allOf, anyOf } from './build.ts';
import { keyOf } from './key.ts';

/** The parts of a junction, the first that has parts in common with later ones taken together with those. */
export function factored(parts: readonly Formula[], op: Junction['op']): readonly Formula[] {
  const isInner = (part: Formula): part is Junction => part.op === (op === 'and' ? 'or' : 'and');
  for (const [i, part] of parts.entries()) {
    if (!isInner(part)) continue;
    const later = parts.slice(i + 1).filter(isInner);
    for (const shared of part.parts) {
      const near = later.filter((other) => has(other, shared));
      if (near.length === 0) continue;
      const one = together(part, near, op);
      return parts.map((each) => (each === part ? one : each)).filter((each) => !near.some((other) => other === each));
    }
  }
  return parts;
}

function has(junction: Junction, part: Formula): boolean {
  return junction.parts.some((each) => keyOf(each) === keyOf(part));
}

/** What all have in common, where it stands in the first, and once beside it what each has besides: nothing where that is all of the first. */
function together(first: Junction, others: readonly Junction[], op: Junction['op']): Formula {
  const isCommon = (part: Formula) => [first, ...others].every((junction) => has(junction, part));
  const join = (of: Junction['op'], parts: readonly Formula[]) => (of === 'and' ? allOf(parts) : anyOf(parts));
  const rests = [first, ...others].map(({ parts }) =>
    join(
      first.op,
      parts.filter((part) => !isCommon(part)),
    ),
  );
  const rest = join(op, rests);
  const at = first.parts.findIndex((part) => !isCommon(part));
  const parts = first.parts.flatMap((part, i) => (i === at ? [rest] : isCommon(part) ? [part] : []));
  return join(first.op, parts);
}
