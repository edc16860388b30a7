// Formatting as editors ask for it: of a document, of what is selected, and of what was just typed.
import { nodesBelow } from '../syntax/ast-path.ts';
import { indentOf, lineEnd, lineStart } from '../syntax/edits/layout.ts';
import { lex } from '../syntax/lexer.ts';
import { format, type Indentation, within } from '../syntax/print.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { Comma, endOf, LCurly, LParen, RCurly, RParen, wordType } from '../syntax/tokens.ts';
import type { TextEdit } from '../text/edit.ts';
import { covers, type Span, shift } from '../text/span.ts';

/** Gives edits that are apart, each of blanks alone. */
export function formatDocument(file: SourceFile, style: Indentation): readonly TextEdit[] {
  return format(file, style).edits;
}

/** Changes whole items: those of the innermost block around the range that it touches. */
export function formatRange(file: SourceFile, range: Span, style: Indentation): readonly TextEdit[] {
  const items = itemsAround(file, range).filter(({ start, end }) => start <= range.end && range.start <= end);
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return [];
  return format(file, style, within({ start: lineStartOf(file, first.start), end: last.end })).edits;
}

/** The blanks before an item on its line belong to it. */
function lineStartOf({ text }: SourceFile, offset: number): number {
  const indent = indentOf(text, offset);
  if (indent === undefined) return offset;
  // Line ends before it are one blank with its indentation.
  let at = offset;
  while (at > 0 && /[ \t\r\n\f\v\u00a0]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** The items of the innermost block that holds the range, or the declarations of the file. */
function itemsAround(file: SourceFile, range: Span): readonly Span[] {
  const units = file.units.map(({ declaration, length }, i) => {
    return shift(declaration?.span ?? { start: 0, end: length }, file.starts[i] ?? 0);
  });
  const at = units.findIndex((unit) => covers(unit, range));
  const declaration = file.units[at]?.declaration;
  let items: readonly Span[] = units;
  for (const node of declaration === undefined ? [] : nodesBelow(declaration)) {
    if (!('items' in node)) continue;
    const braces = 'braces' in node ? node.braces : node.span;
    const base = file.starts[at] ?? 0;
    if (braces === undefined || !covers(shift({ start: braces.start + 1, end: braces.end - 1 }, base), range)) continue;
    items = node.items.map(({ span }) => shift(span, base));
  }
  return items;
}

/** Takes the offset behind a character that was just typed, a closing brace or a line end. */
export function formatTyped(file: SourceFile, offset: number, typed: string, style: Indentation): readonly TextEdit[] {
  return typed === '}' ? formatClosed(file, offset, style) : indentLine(file, offset, style);
}

/** The block whose closing brace ends at the offset, with what it belongs to. */
function formatClosed(file: SourceFile, offset: number, style: Indentation): readonly TextEdit[] {
  for (const [i, { declaration }] of file.units.entries()) {
    const base = file.starts[i] ?? 0;
    if (declaration === undefined || !covers(shift(declaration.span, base), { start: offset, end: offset })) continue;
    for (const node of nodesBelow(declaration)) {
      if (!('items' in node)) continue;
      const braces = 'braces' in node ? node.braces : node.span;
      if (braces === undefined || !node.closed || base + braces.end !== offset) continue;
      const { start } = shift(node.span, base);
      return format(file, style, within({ start: lineStartOf(file, start), end: offset })).edits;
    }
  }
  return [];
}

const goesOn = new Set([Comma, LParen, wordType('and'), wordType('or'), wordType('not')]);

/** The indentation of the line of the offset, by the braces that are open before it. What it holds may be broken. */
function indentLine({ text, comments }: SourceFile, offset: number, { indent }: Indentation): readonly TextEdit[] {
  const start = lineStart(text, offset);
  const end = start + (/^[ \t]*/.exec(text.slice(start, lineEnd(text, start)))?.[0].length ?? 0);
  if (comments.some((comment) => comment.start < start && start <= comment.end)) return [];
  const before = lex(text.slice(0, start)).tokens;
  let level = 0;
  for (const { tokenType } of before) {
    if (tokenType === LCurly || tokenType === LParen) level++;
    else if (tokenType === RCurly || tokenType === RParen) level = Math.max(0, level - 1);
  }
  const last = before.at(-1);
  const closes = /^[})]/.test(text.slice(end, end + 1));
  if (last !== undefined && last.tokenType !== LParen && goesOn.has(last.tokenType)) level++;
  const wanted = indent.repeat(Math.max(0, level - (closes ? 1 : 0)));
  if (last !== undefined && endOf(last) > start) return [];
  return text.slice(start, end) === wanted ? [] : [{ span: { start, end }, text: wanted }];
}
