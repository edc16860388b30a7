// What a rule reports.

export type Severity = 'error' | 'warning' | 'info' | 'hint';

export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
}

/** A finding that a comment has hidden, with the reason that it gives. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** A stretch of a file of the project. `span` in UTF-16 offsets of the file. */
export interface Place {
  readonly file: string;
  readonly span: { readonly start: number; readonly end: number };
}

export interface Fix {
  /** Imperative and short: what it does, such as "Change to `members`". */
  readonly title: string;
  readonly edits: readonly { readonly place: Place; readonly text: string }[];
  /** It cannot change access, and changes no expectation, test or suppression. */
  readonly safe: boolean;
  /** The one that is meant when there is only one sensible one. */
  readonly preferred: boolean;
  /** It leaves something to write: the finding stays until that is written. */
  readonly unfinished?: true;
}
