// The commands of the program with all they take, as plain values, from which completion scripts and the manual page are made.
import type { Argument, Command, Option } from 'commander';
import { rules } from '../rules/registry.ts';
import { type Guide, guideOf } from './guide.ts';

export interface ProgramShape extends CommandShape {
  readonly version: string;
  readonly commands: readonly CommandShape[];
}

export interface CommandShape {
  readonly name: string;
  /** What `Usage:` says after the program's name. */
  readonly usage: string;
  readonly summary: string;
  readonly description: string;
  readonly options: readonly OptionShape[];
  readonly arguments: readonly ArgumentShape[];
  readonly guide: Guide | undefined;
}

export interface OptionShape {
  /** With its dashes. */
  readonly name: string;
  /** As the help has it, with the name of its value. */
  readonly flags: string;
  readonly description: string;
  /** Undefined where it takes none. */
  readonly value: Value | undefined;
  /** False where a second one would only be in the place of the first. */
  readonly mayRepeat: boolean;
}

export interface ArgumentShape {
  readonly name: string;
  readonly description: string;
  readonly value: Value;
  readonly isRequired: boolean;
  /** The last one of a command may stand for any number of them. */
  readonly isRepeated: boolean;
}

/** What can be written in a place: one of some words, the path of a file or folder, or words of the user's own. */
export type Value =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' | 'folders' | 'text' };

/** Takes the whole program, with every command declared. */
export function shapeOf(program: Command): ProgramShape {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  return {
    ...commandShape(program, names),
    version: program.version() ?? '',
    commands: commands.map((command) => commandShape(command, names)),
  };
}

function commandShape(command: Command, commands: readonly string[]): CommandShape {
  const help = command.createHelp();
  return {
    name: command.name(),
    usage: command.usage(),
    summary: help.subcommandDescription(command),
    description: command.description(),
    options: help.visibleOptions(command).map((option) => optionShape(option, commands)),
    arguments: command.registeredArguments.map((argument) => argumentShape(argument, commands)),
    guide: guideOf(command),
  };
}

function optionShape(option: Option, commands: readonly string[]): OptionShape {
  const [, placeholder] = /[<[]([^\].>]+)/.exec(option.flags) ?? [];
  const value = placeholder === undefined ? undefined : takenAs(placeholder, option.argChoices, commands);
  return {
    name: option.long ?? option.flags,
    flags: option.flags,
    description: option.description,
    value,
    mayRepeat: value !== undefined && option.argChoices === undefined && value.kind !== 'folders',
  };
}

function argumentShape(argument: Argument, commands: readonly string[]): ArgumentShape {
  return {
    name: argument.name(),
    description: argument.description,
    value: takenAs(argument.name(), argument.argChoices, commands),
    isRequired: argument.required,
    isRepeated: argument.variadic,
  };
}

/** The name of a value says what it is, the same in every command. */
function takenAs(name: string, choices: readonly string[] | undefined, commands: readonly string[]): Value {
  if (choices !== undefined) return { kind: 'words', words: choices };
  switch (name) {
    case 'command':
      return { kind: 'words', words: commands };
    case 'id':
      return { kind: 'words', words: rules.map(({ id }) => id) };
    case 'path':
    case 'file':
      return { kind: 'files' };
    case 'dir':
    case 'old':
    case 'new':
      return { kind: 'folders' };
    default:
      return { kind: 'text' };
  }
}
