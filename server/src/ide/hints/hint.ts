// What a hint is: a few words that an editor shows inside of a line, where they are not written.
import type { Place } from '../../rules/finding.ts';

/** Each kind can be switched off by itself. */
export const hintKinds = ['levels', 'principals', 'answers'] as const;

export type HintKind = (typeof hintKinds)[number];

export interface InlayHint {
  readonly kind: HintKind;
  /** Where it stands in the file: right behind what it speaks of. */
  readonly offset: number;
  /** Plain words, on one line. */
  readonly label: string;
  /** What the words speak of, where that is declared. */
  readonly target?: () => Place | undefined;
  /** All of it, as Markdown in which everything of the user's is inert; made when it is asked for. */
  readonly tooltip: () => string;
}
