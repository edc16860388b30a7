// The program itself and each of its commands, as the scripts look them up: by the word that has been typed.
import type { CommandShape, OptionShape, ProgramShape, Value } from '../program-shape.ts';

export interface Scope {
  /** Empty for the program itself, where no command has been typed yet. */
  readonly command: string;
  readonly shape: CommandShape;
}

export function scopesOf(program: ProgramShape): readonly Scope[] {
  return [{ command: '', shape: program }, ...program.commands.map((shape) => ({ command: shape.name, shape }))];
}

/** What each option of a command takes that takes something. */
export function valuesOf({ shape }: Scope): readonly { readonly option: OptionShape; readonly value: Value }[] {
  return shape.options.flatMap((option) => (option.value === undefined ? [] : [{ option, value: option.value }]));
}

/** `words a b`, or the kind alone. */
export function valueText(value: Value): string {
  return value.kind === 'words' ? ['words', ...value.words].join(' ') : value.kind;
}

/** A text of a shell in single quotes, in which `'` is written as `escaped`. */
export function quoted(text: string, escaped: string): string {
  return `'${text.replaceAll("'", escaped)}'`;
}
