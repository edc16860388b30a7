// One way to write a construct: its words, and the places for values between them.

export interface Form {
  readonly parts: readonly Part[];
  /** Markdown. */
  readonly documentation: string | undefined;
}

export type Part = string | Parameter;

export interface Parameter {
  /** What stands for the value: `date`, `option`. */
  readonly value: string;
  /** Which value of the construct it is. */
  readonly index: number;
  /** What may stand there, as Markdown. */
  readonly about: string | undefined;
}

export function parameter(value: string, index: number, about?: string): Parameter {
  return { value, index, about };
}
