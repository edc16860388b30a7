// Something wrong that a layer below the rules has found, named by the rule that reports it.
import type { Origin } from './origin.ts';
import type { AnySymbol } from './symbols.ts';

export interface Problem {
  /** Id of the rule. */
  readonly rule: string;
  readonly origin: Origin;
  readonly message: string;
  readonly related?: readonly { readonly origin: Origin; readonly message: string }[];
  /** Texts that may stand in place of `origin`, best first. */
  readonly instead?: readonly string[];
  /** The object that a name was looked for in, the field whose values are spoken of, or who stands where they cannot. */
  readonly about?: AnySymbol;
}
