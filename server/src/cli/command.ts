// What a command of the command line is made of.
import type { Command } from 'commander';
import type { ExitStatus, Host } from './host.ts';
import { printable, withoutCommands } from './printable.ts';

export interface CommandContext {
  readonly host: Host;
  /** Says with which status the command has ended. */
  readonly end: (status: ExitStatus) => void;
}

/** Adds a command to the program, with what it does when it is called. */
export type DeclareCommand = (program: Command, context: CommandContext) => void;

/** Tells the user why something could not be done; the text may hold words of theirs. */
export function complain(host: Host, message: string): void {
  host.stderr.write(withoutCommands(`writ: ${printable(message)}\n`));
}
