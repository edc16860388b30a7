// What a lens is: a few words above a declaration, and what is done when somebody picks them.
import type { Place } from '../../rules/finding.ts';
import type { Span } from '../../text/span.ts';

export type LensKind = 'members' | 'permissions' | 'used by' | 'evaluate' | 'why' | 'list';

/** What can be switched off by itself; `users`: whether lenses stand above users, too. */
export const lensSwitches = ['members', 'permissions', 'usedBy', 'questions', 'users', 'difference'] as const;

export type LensSwitch = (typeof lensSwitches)[number];

/** Where one stands: above the line of a name or a question. What it says costs more than that. */
export interface CodeLens {
  readonly kind: LensKind;
  /** In the file. */
  readonly span: Span;
}

export interface LensText {
  /** Plain words, on one line. */
  readonly title: string;
  /** Undefined where the words are all there is. */
  readonly action: LensAction | undefined;
}

export type LensAction =
  /** Every place of the name that the lens stands above, but for its declarations. */
  | { readonly does: 'references' }
  | { readonly does: 'show'; readonly places: readonly Place[] }
  /** By the name that a question has for the principal, or for the object. */
  | { readonly does: 'permissions'; readonly of: { readonly principal: string } | { readonly place: string } }
  /** The lines of the answer, of a question as it is written. */
  | { readonly does: 'list'; readonly question: string }
  /** Who, what and where, as the question writes it; which record is asked. */
  | { readonly does: 'evaluate'; readonly principal: string; readonly permission: string; readonly place: string }
  /** Why the question there comes out as it does. */
  | { readonly does: 'explain' };
