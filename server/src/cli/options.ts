// The options that every command takes, and how their values are read.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { dayOf, parseDate } from '../text/calendar.ts';
import type { Host } from './host.ts';

export interface CommonOptions {
  readonly project?: string;
  /** Days since 1970-01-01. */
  readonly asOf?: number;
}

export function addCommonOptions(command: Command): Command {
  return command
    .option('--project <dir>', 'the project to look at (default: the one that the current folder belongs to)')
    .option('--as-of <date>', 'the evaluation date, such as 2026-11-21 (default: today, UTC)', readDate);
}

/** The first format is the one without the option. */
export function formatOption(formats: readonly string[]): Option {
  return new Option('--format <format>', 'how to print it').choices(formats).default(formats[0]);
}

export function readDate(text: string): number {
  const day = parseDate(text);
  if (day === undefined) throw new InvalidArgumentError('It must be a day of the calendar, such as 2026-11-21.');
  return day;
}

export function readCount(text: string): number {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(count)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return count;
}

export function evaluationDate(options: CommonOptions, host: Host): number {
  return options.asOf ?? dayOf(host.now());
}
