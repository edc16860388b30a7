// Puts a property into a declaration, or an element into a list, laid out like what is there.
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { SourceFile } from '../source-file.ts';
import { commentsIn, followsOnLine, indentOf, isBlank, lineBreakOf, lineEnd, lineStart } from './layout.ts';

/** Spans in the file. */
export interface Block {
  readonly span: Span;
  /** From `{` to `}`; undefined where there are none. */
  readonly braces: Span | undefined;
  readonly items: readonly Span[];
}

/** Takes a closed block; gives what makes `text` its first property, with braces where it had none. */
export function insertFirst(file: SourceFile, block: Block, text: string): TextEdit {
  const { braces, items } = block;
  const [item] = items;
  if (braces === undefined) return insertion(block.span.end, ` { ${text} }`);
  if (item === undefined) return insertIntoEmpty(file, block, braces, text);
  // Before the comment that stands above the first one and speaks of that.
  const above = commentsIn(file, { start: braces.start, end: item.start }).find(
    (comment) => indentOf(file.text, comment.start) !== undefined,
  );
  return insertion(above?.start ?? item.start, `${text}${gapOf(file, block, item)}`);
}

/** Takes a closed block; gives what makes `text` its last property, with braces where it had none. */
export function insertLast(file: SourceFile, block: Block, text: string): TextEdit {
  const { braces, items } = block;
  const item = items.at(-1);
  if (braces === undefined) return insertion(block.span.end, ` { ${text} }`);
  if (item === undefined) return insertIntoEmpty(file, block, braces, text);
  const indent = indentOf(file.text, item.start);
  if (indent === undefined) return insertion(item.end, `${gapOf(file, block, item)}${text}`);
  // Behind the comment that ends the line of the last one.
  const comment = commentsIn(file, { start: item.end, end: lineEnd(file.text, item.end) }).at(-1);
  return insertion(comment?.end ?? item.end, `${lineBreakOf(file)}${indent}${text}`);
}

/** The same of several, in that order. */
export function insertAllLast(file: SourceFile, block: Block, texts: readonly string[]): TextEdit[] {
  // Into an empty block they go together: what is put in takes the place of what is there.
  const parts = block.items.length === 0 && texts.length > 0 ? [texts.join('  ')] : texts;
  return parts.map((text) => insertLast(file, block, text));
}

/** Takes a closed block; gives what puts `text` before the item of that index, or makes it the last where there is none. */
export function insertAt(file: SourceFile, block: Block, index: number, text: string): TextEdit {
  const item = block.items[index - 1];
  if (item === undefined) return insertFirst(file, block, text);
  const rest = followsOnLine(file, item.end);
  const isLast = rest === undefined || index >= block.items.length;
  if (isLast) return insertLast(file, { ...block, items: block.items.slice(0, index) }, text);
  return insertion(item.end, `${inlineGap(file, block)}${text}`);
}

/** Takes the elements of a list; gives what puts `text` before one of them. */
export function insertBefore(element: Span, text: string): TextEdit {
  return insertion(element.start, `${text}, `);
}

/** Takes the elements of a list, at least one; gives what makes `text` the last: on a line of its own where each has one. */
export function append(file: SourceFile, elements: readonly Span[], text: string): TextEdit[] {
  const [before, last] = [elements.at(-2), elements.at(-1)];
  if (last === undefined) return [];
  const indent = before === undefined ? undefined : indentOf(file.text, last.start);
  return [insertion(last.end, indent === undefined ? `, ${text}` : `,${lineBreakOf(file)}${indent}${text}`)];
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

function insertIntoEmpty(file: SourceFile, block: Block, braces: Span, text: string): TextEdit {
  const inside = file.text.slice(braces.start + 1, braces.end - 1);
  if (isBlank(inside)) return { span: { start: braces.start + 1, end: braces.end - 1 }, text: ` ${text} ` };
  const lineEnds = lineBreakOf(file);
  return insertion(braces.start + 1, `${lineEnds}${indentOfLine(file, block.span.start)}  ${text}`);
}

function indentOfLine({ text }: SourceFile, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';
}

/** What parts an item from the next: a new line where it begins one, else what parts the first two. */
function gapOf(file: SourceFile, { items }: Block, item: Span): string {
  const indent = indentOf(file.text, item.start);
  return indent === undefined ? inlineGap(file, { items }) : `${lineBreakOf(file)}${indent}`;
}

/** What parts the first two items where they stand on one line. */
function inlineGap(file: SourceFile, { items }: Pick<Block, 'items'>): string {
  const [first, second] = items;
  const gap = first && second && file.text.slice(first.end, second.start);
  return gap !== undefined && /^[ \t]+$/.test(gap) ? gap : ' ';
}
