// Takes a declaration, or a property of one, out of a file.
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { SourceFile } from '../source-file.ts';
import { isSuppression } from '../suppressions.ts';
import {
  commentsIn,
  endBefore,
  followsOnLine,
  indentOf,
  isBehindLineComment,
  isBlank,
  lineEnd,
  lineStart,
  nextLine,
} from './layout.ts';

/**
 * Takes the stretch of the item in the file; gives what removes it. One that has its lines for itself goes with them, with
 * the comment behind it, and with the comment directly above it where nothing else follows that this may speak of. Blank
 * lines that would be left double go too.
 */
export function removeItem(file: SourceFile, item: Span): TextEdit {
  const hasLines = indentOf(file.text, item.start) !== undefined && followsOnLine(file, item.end) === undefined;
  return { span: hasLines ? linesOf(file, item) : inlineOf(file, item), text: '' };
}

function linesOf(file: SourceFile, item: Span): Span {
  const { text } = file;
  const end = nextLine(text, item.end);
  const start = startWithComments(file, lineStart(text, item.start), end);
  return withBlankLines(text, { start, end });
}

/** A suppression goes always: it would hide what comes to stand there. At the top of a file a comment speaks of the file. */
function startWithComments(file: SourceFile, start: number, end: number): number {
  const { text } = file;
  const isAlone = end >= text.length || endsBlock(text, end) || isBlank(lineAt(text, end)) || startsComment(text, end);
  let from = start;
  for (;;) {
    const comment = commentAbove(file, from);
    if (comment === undefined) return from;
    const isOwn = isSuppression(text.slice(comment.start, comment.end)) || (isAlone && !isHeader(text, comment));
    if (!isOwn) return from;
    from = lineStart(text, comment.start);
  }
}

/** The comment that has the lines directly above for itself. */
function commentAbove(file: SourceFile, start: number): Span | undefined {
  const { text } = file;
  const end = endBefore(text, start);
  if (start === 0 || nextLine(text, end) !== start) return undefined;
  const comment = commentsIn(file, { start: 0, end }).at(-1);
  return comment?.end === end && indentOf(text, comment.start) !== undefined ? comment : undefined;
}

function isHeader(text: string, comment: Span): boolean {
  const above = endBefore(text, lineStart(text, comment.start));
  return isBlank(text.slice(0, comment.start)) || (above > 0 && isTopComment(text, above));
}

/** True where all lines up to the offset are line comments. */
function isTopComment(text: string, end: number): boolean {
  return text
    .slice(0, end)
    .split(/\r\n|\r|\n/)
    .every((line) => /^\s*\/\//.test(line));
}

function lineAt(text: string, offset: number): string {
  return text.slice(offset, lineEnd(text, offset));
}

function startsComment(text: string, offset: number): boolean {
  return /^\s*\/[/*]/.test(lineAt(text, offset));
}

function endsBlock(text: string, offset: number): boolean {
  return /^\s*\}/.test(lineAt(text, offset));
}

function withBlankLines(text: string, { start, end }: Span): Span {
  const above = endBefore(text, start);
  const isFirst = above === 0 || text.charAt(above - 1) === '{';
  const hasBlankAbove = isFirst || lineStart(text, start) > nextLine(text, above);
  let to = end;
  if (hasBlankAbove) while (to < text.length && isBlank(lineAt(text, to))) to = nextLine(text, to);
  const isLast = to >= text.length || endsBlock(text, to);
  return { start: isLast && !isFirst && above > 0 ? nextLine(text, above) : start, end: to };
}

/** With the blanks on one side: those behind it, or, before a closing brace or the end of the line, those before it. */
function inlineOf(file: SourceFile, item: Span): Span {
  const { text } = file;
  const next = text.slice(item.end).search(/\S/);
  const to = next < 0 ? text.length : item.end + next;
  const isOnLine = to < lineEnd(text, item.end);
  if (isOnLine && text.charAt(to) !== '}' && !text.startsWith('//', to)) return { start: item.start, end: to };
  const from = endBefore(text, item.start);
  // A brace must not come to stand in a comment.
  return isBehindLineComment(file, from) && isOnLine ? { start: item.start, end: to } : { start: from, end: item.end };
}
