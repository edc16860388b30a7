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

/** Takes the declarations of a file, a blank line between those that have blocks; gives it as the formatter leaves it. */
export function writeFile(declarations: readonly (string | Written)[]): string {
  return formatText(`${linesOf(declarations).join('\n')}\n`);
}

function linesOf(items: readonly (string | Written)[]): string[] {
  return items.flatMap((item, i) => {
    const before = items[i - 1];
    const isApart = i > 0 && (hasBlock(item) || hasBlock(before));
    return [...(isApart ? [''] : []), ...(typeof item === 'string' ? [item] : blockOf(item))];
  });
}

function hasBlock(item: string | Written | undefined): boolean {
  return typeof item === 'object' && item.lines.length > 0;
}

function blockOf({ head, lines }: Written): string[] {
  return lines.length === 0 ? [`${head} {}`] : [`${head} {`, ...linesOf(lines), '}'];
}
