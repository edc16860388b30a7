// All fixes at once that cannot change access, until none is left.
import type { Finding, Fix } from '../rules/finding.ts';
import { editedSnapshot } from './edited.ts';
import { errorsBrought, isWithoutEffect } from './proved-fix.ts';
import type { Snapshot } from './types.ts';

export interface FixAllOptions {
  /** Whether a file may be changed; `path` is relative to the project's root. */
  readonly covers: (path: string) => boolean;
  /** Whose findings are fixed. */
  readonly isWanted: (rule: string) => boolean;
}

export interface FixedAll {
  /** The project with the fixes made; the one that was given where there are none. */
  readonly after: Snapshot;
  readonly made: readonly MadeFix[];
}

export interface MadeFix {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Zero-based, of the text that the fix was made in. */
  readonly line: number;
}

/** A fix may lay open another one. Fixes that undo each other would go on for ever. */
const mostRounds = 20;

/** Only fixes that say they are safe are made, and only those of them that are found to be so here. */
export function fixAll(snapshot: Snapshot, options: FixAllOptions): FixedAll {
  let after = snapshot;
  const made: MadeFix[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const step = makeSome(after, apart(candidates(after, options)));
    if (step.made.length === 0) break;
    after = step.after;
    for (const each of step.made) made.push(each);
  }
  return { after, made };
}

function candidates({ findings, fixesOf, lines }: Snapshot, { covers, isWanted }: FixAllOptions): MadeFix[] {
  return findings.flatMap((finding): MadeFix[] => {
    if (!isWanted(finding.rule)) return [];
    const safe = fixesOf(finding).filter(({ safe, edits }) => safe && edits.every(({ place }) => covers(place.file)));
    const fix = safe.find(({ preferred }) => preferred) ?? safe[0];
    const { file, span } = finding.place;
    return fix === undefined ? [] : [{ finding, fix, line: lines(file)?.position(span.start).line ?? 0 }];
  });
}

/** The first of those that touch the same text: the others come in the next round, as far as they still apply. */
function apart(all: readonly MadeFix[]): MadeFix[] {
  const taken: Fix['edits'][number]['place'][] = [];
  return all.filter(({ fix }) => {
    const places = fix.edits.map(({ place }) => place);
    const isFree = places.every(({ file, span }) =>
      taken.every((each) => each.file !== file || span.end < each.span.start || each.span.end < span.start),
    );
    if (isFree) taken.push(...places);
    return isFree;
  });
}

/** All together where they are without effect together, which is most often so; otherwise by halves. */
function makeSome(before: Snapshot, some: readonly MadeFix[]): FixedAll {
  if (some.length === 0) return { after: before, made: [] };
  const edits = some.flatMap(({ fix }) => fix.edits);
  const after = editedSnapshot(before, edits);
  if (after !== undefined && errorsBrought(before, after).length === 0 && isWithoutEffect(before, after))
    return { after, made: some };
  // The second half could not be placed in a text that the first has changed: it waits for the next round.
  if (some.length === 1) return { after: before, made: [] };
  const middle = some.length >> 1;
  const first = makeSome(before, some.slice(0, middle));
  return first.made.length > 0 ? first : makeSome(before, some.slice(middle));
}
