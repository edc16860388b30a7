// What a refactoring is: it looks at a selection and offers changes, each of which is made only when it is asked for.

import { editContextOf } from '../../project/edit-context.ts';
import type { Snapshot } from '../../project/types.ts';
import type { FileEdits } from '../../rules/edits/fix.ts';
import type { EditContext } from '../../rules/rule.ts';
import { lastAtOrBefore } from '../../text/line-map.ts';
import type { Span } from '../../text/span.ts';
import { type Located, locate } from '../locate.ts';
import type { RefactoringKind } from './kinds.ts';

/** Takes what is selected; gives what may be done there. It looks at what is written, not at what a change would do. */
export type Refactoring = (selected: Selected) => readonly Offer[];

export interface Selected {
  readonly snapshot: Snapshot;
  readonly located: Located;
  /** In the file; empty where there is only a cursor. */
  readonly span: Span;
  readonly context: EditContext;
}

export interface Offer {
  /** Imperative and short, and among the offers of a place the only one of its name. */
  readonly title: string;
  readonly kind: RefactoringKind;
  /** `unchanged`: made only where access stays as it is. `stated`: whatever it does to access is said. */
  readonly access: 'unchanged' | 'stated';
  readonly make: () => Made | Refusal;
}

export interface Made {
  readonly files: readonly FileEdits[];
  /** A group that was not there before: that it may do what its members may is no change. */
  readonly group?: string;
}

export interface Refusal {
  /** Why, in one sentence. */
  readonly refused: string;
}

/** Undefined where the file is unknown, or the selection lies in more than one declaration. */
export function selectionIn(snapshot: Snapshot, path: string, span: Span): Selected | undefined {
  const located = locate(snapshot, path, span.start);
  if (located === undefined || span.end > endOf(snapshot, path, located.start)) return undefined;
  return { snapshot, located, span, context: editContextOf(snapshot) };
}

/** Where the declaration that starts there gives way to the next. */
function endOf(snapshot: Snapshot, path: string, start: number): number {
  const { starts = [], text = '' } = snapshot.source(path) ?? {};
  return starts[lastAtOrBefore(starts, start) + 1] ?? text.length;
}
