// Writes Writ text: declarations out of lines and the blocks in them.
import { writeName } from '../../syntax/keywords.ts';
import { formatText } from '../../syntax/print.ts';

/** A declaration: its first line without the brace, and what stands in its block. */
export interface Written {
  readonly head: string;
  readonly lines: readonly (string | Written)[];
}

/** A list of names, in the order given. */
export function writeNames(names: readonly string[]): string {
  return names.map(writeName).join(', ');
}

/** Any text, quoted. */
export function writeText(text: string): string {
  return JSON.stringify(text.toWellFormed());
}

/** So many declarations are formatted at a time: the formatter holds on to every token of what it is given. */
const chunk = 200;

/** Takes the declarations of a file, a blank line between those that have blocks; gives it as the formatter leaves it. */
export function writeFile(declarations: readonly (string | Written)[]): string {
  const parts: string[] = [];
  for (let from = 0; from === 0 || from < declarations.length; from += chunk) {
    if (isApart(declarations, from)) parts.push('\n');
    parts.push(formatText(`${linesOf(declarations.slice(from, from + chunk)).join('\n')}\n`));
  }
  return parts.join('');
}

function linesOf(items: readonly (string | Written)[]): string[] {
  return items.flatMap((item, i) => [
    ...(isApart(items, i) ? [''] : []),
    ...(typeof item === 'string' ? [item] : blockOf(item)),
  ]);
}

/** Whether a blank line stands above an item. */
function isApart(items: readonly (string | Written)[], i: number): boolean {
  return i > 0 && (hasBlock(items[i]) || hasBlock(items[i - 1]));
}

function hasBlock(item: string | Written | undefined): boolean {
  return typeof item === 'object' && item.lines.length > 0;
}

function blockOf({ head, lines }: Written): string[] {
  return lines.length === 0 ? [`${head} {}`] : [`${head} {`, ...linesOf(lines), '}'];
}
