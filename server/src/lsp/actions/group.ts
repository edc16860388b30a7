// What may be done at a place comes in groups: what one finding, one refactoring or one look at the whole file gives.
import { type CodeAction, type CodeActionContext, CodeActionKind, type Range } from 'vscode-languageserver';
import type { Fix } from '../../rules/finding.ts';
import type { Context, FileView } from '../context.ts';
import { toEdit } from '../workspace-edit.ts';

/** Where something may be done. */
export interface Spot {
  readonly context: Context;
  readonly view: FileView;
  readonly range: Range;
  readonly only: CodeActionContext['only'];
}

export interface Group {
  /** Makes each in memory, and gives those that do what they say, with all that they do in their titles. */
  readonly prove: () => readonly Proved[];
  /** The same before anything is made, as cheaply as that goes. One that `promises` says in its title all that it may do. */
  readonly offer: () => readonly Offered[];
}

export interface Offered {
  readonly action: CodeAction;
  /** Tells it from the others of the place, before and after it is made. */
  readonly key: string;
  readonly promises: boolean;
}

export interface Proved {
  readonly action: CodeAction;
  readonly key: string;
  readonly does: Doing | { readonly refused: string };
}

/** What an editor is told to do. */
export interface Doing {
  readonly edits: Fix['edits'];
  /** Where the title did not say it yet, somebody should look before it is done. */
  readonly isUnchanged: boolean;
}

/** A kind asks for those below it, the empty one for all. */
export function isWanted(only: CodeActionContext['only'], kind: string): boolean {
  return only === undefined || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
}

/** Whether somebody asks for this very kind of things, not for whatever there is. */
export function isAskedFor(only: CodeActionContext['only'], kind: string): boolean {
  return only !== undefined && isWanted(only, kind);
}

/** An action with its edit; where it is refused, with the reason for clients that show such. */
export function settled({ context, view }: Spot, { action, does }: Proved): CodeAction[] {
  if (!('refused' in does)) return [{ ...action, edit: toEdit(context, view, does.edits) }];
  const can = context.client().textDocument?.codeAction?.disabledSupport === true;
  const isFix = action.kind === CodeActionKind.QuickFix;
  return can && !isFix ? [{ ...action, disabled: { reason: does.refused } }] : [];
}
