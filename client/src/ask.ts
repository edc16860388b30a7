// What a dialogue with the user can do, so that what asks need not know an editor.

export interface Option<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** The heading that it is listed under, with those beside it that have the same one. */
  readonly heading?: string;
  readonly value: T;
}

/** What a search can do besides. */
export interface SearchMore<T> {
  /** Called with what the user has come to. */
  readonly preview?: (value: T) => void;
  /** A button, which ends the search with all that was found last. */
  readonly all?: { readonly label: string; readonly run: (values: readonly T[]) => void };
}

/** `undefined` is always the user who leaves the dialogue. */
export interface Ask {
  pick<T>(title: string, options: readonly Option<T>[]): Promise<T | undefined>;
  /** Of too many to be listed: `find` gives those that fit what is typed. */
  search<T>(
    title: string,
    find: (text: string) => Promise<readonly Option<T>[]>,
    more?: SearchMore<T>,
  ): Promise<T | undefined>;
  pickSeveral<T>(title: string, options: readonly Option<T>[]): Promise<readonly T[] | undefined>;
  /** `problem` says what is wrong with what is typed, undefined where nothing is. */
  type(title: string, problem: (text: string) => string | undefined): Promise<string | undefined>;
}
