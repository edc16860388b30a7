// Lenses of what a declaration does to access, compared with an earlier state: above every one that an entry comes from.
import type { Snapshot } from '../../project/types.ts';
import { type Span, shift } from '../../text/span.ts';
import type { Tally } from '../difference/attribution.ts';
import { type DeclarationKey, declaredIn } from '../difference/declared.ts';
import { signsOf, wordsOf } from '../difference/signs.ts';

export interface DifferenceLens {
  readonly key: DeclarationKey;
  /** Of the name, in the file. */
  readonly span: Span;
  /** Such as "+3 −1". */
  readonly title: string;
  /** The same in words. */
  readonly tooltip: string;
}

/** In the order of the text; an object that is opened several times has it above the first of this file. */
export function differenceLenses(
  snapshot: Snapshot,
  path: string,
  tallies: ReadonlyMap<DeclarationKey, Tally>,
): DifferenceLens[] {
  const source = snapshot.source(path);
  if (source === undefined || tallies.size === 0) return [];
  const met = new Set<DeclarationKey>();
  const lenses: DifferenceLens[] = [];
  source.units.forEach(({ declaration }, i) => {
    for (const { key, name } of declaredIn(declaration)) {
      const tally = tallies.get(key);
      if (tally === undefined || met.has(key)) continue;
      met.add(key);
      lenses.push({ key, span: shift(name, source.starts[i] ?? 0), title: signsOf(tally), tooltip: wordsOf(tally) });
    }
  });
  return lenses;
}
