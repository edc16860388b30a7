// What a source of suggestions gives: what there is to write, before it is fitted to what the user has typed.
import type { Snapshot } from '../../project/types.ts';
import type { CursorContext } from '../../syntax/context.ts';
import type { Qualifier } from '../../syntax/context-slots.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { CompletionKind } from './item.ts';

/** Where completion was asked for. */
export interface Request {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly file: SourceFile;
  readonly offset: number;
  readonly context: CursorContext;
}

/**
 * A name is quoted where it must be (`bare`: never must) or a quote is open, a text always, words never: after a quote
 * they do not fit.
 */
export type Insertion =
  | { readonly name: string; readonly qualifier?: Qualifier; readonly tail?: string; readonly bare?: true }
  | { readonly text: string }
  | { readonly words: string }
  | { readonly snippet: string };

export interface Suggestion {
  readonly kind: CompletionKind;
  readonly label: string;
  readonly insert: Insertion;
  readonly detail?: string;
  /** Markdown, made only for what is shown. */
  readonly document?: () => string | Promise<string>;
  /** What it is found by, its label included. */
  readonly found?: string;
  /** Lower comes first; those of one rank stay in their order. */
  readonly rank: number;
  readonly preselect?: boolean;
  /** What is done to the file besides, apart from what is replaced. */
  readonly besides?: readonly TextEdit[];
  /** Where the text begins that it replaces, if not with the word at the cursor. */
  readonly from?: number;
}

/** Ranks that several sources share: what they leave between them is the sources' own. */
export const ranks = { first: 10, name: 20, further: 30, property: 40, declaration: 50, seldom: 60 } as const;

/** All that a source has, or the first of more. */
export type Found = readonly Suggestion[] | { readonly first: readonly Suggestion[] };
