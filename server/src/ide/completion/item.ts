// What completion answers: plain values that an editor's layer turns into its protocol's.
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';

export type CompletionKind =
  | 'keyword'
  | 'snippet'
  | 'permission'
  | 'level'
  | 'permission-group'
  | 'role'
  | 'user'
  | 'group'
  | 'service-account'
  | 'object'
  | 'field'
  | 'option'
  | 'operator'
  | 'action'
  | 'tool'
  | 'trigger'
  | 'record'
  | 'value'
  | 'attribute'
  | 'type'
  | 'word'
  | 'rule';

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few plain words beside the label. */
  readonly detail?: string;
  /** What more there is to say, as Markdown; made when it is asked for, since few of a list are looked at. */
  readonly document?: () => string | Promise<string>;
  readonly insertText: string;
  /** `insertText` holds placeholders in the syntax of TextMate: `$0`, `${1:name}`, `${2|a,b|}`. */
  readonly isSnippet: boolean;
  /** In the file, on one line; it holds or touches the cursor. */
  readonly replace: Span;
  /** What the text at `replace` is compared with, where that is not the label. */
  readonly filterText?: string;
  readonly sortText: string;
  readonly preselect?: boolean;
  /** What is done to the file besides: it touches nothing of `replace`. */
  readonly besides?: readonly TextEdit[];
  /** Signs that, typed while it is chosen, take it and are written behind it. */
  readonly commit?: readonly string[];
  /** Something must follow what is inserted: an editor may ask again at once. */
  readonly unfinished?: boolean;
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** There is more than is listed, or was cut to what is typed: ask again when more is typed. */
  readonly incomplete: boolean;
}
