// `--format json`: the values as they are, as check.schema.json describes them.
import { printableLines, withoutCommands } from '../printable.ts';
import type { Reporter } from './reporter.ts';

export const reportJson: Reporter = (result) => toJson(result);

/** What JSON would leave as it is and a terminal or a build server obeys is escaped too, which changes no value. */
export function toJson(value: unknown): string {
  return `${withoutCommands(printableLines(JSON.stringify(value, undefined, 2)))}\n`;
}
