// How a stretch of a file lies among its lines and comments: what edits ask so that they leave well-formed text.
import type { Span } from '../../text/span.ts';
import type { SourceFile } from '../source-file.ts';

/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the line of an offset ends, before its line end. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

/** Where the next line starts, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

/** The line end of the file: that of its first line. */
export function lineBreakOf({ text }: SourceFile): string {
  const end = lineEnd(text, 0);
  return end === text.length ? '\n' : text.slice(end, nextLine(text, 0));
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** The blanks before an offset if nothing else stands on its line before it; undefined where something does. */
export function indentOf(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return isBlank(before) ? before : undefined;
}

/** The comments that lie in a stretch. */
export function commentsIn({ comments }: SourceFile, within: Span): readonly Span[] {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.start ?? 0) < within.start) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let i = low; i < comments.length; i++) {
    const comment = comments[i];
    if (comment === undefined || comment.end > within.end) break;
    found.push(comment);
  }
  return found;
}

/** Where what stands behind an offset on its line begins, comments passed over; undefined where nothing does. */
export function followsOnLine(file: SourceFile, offset: number): number | undefined {
  const { text } = file;
  const end = lineEnd(text, offset);
  let at = offset;
  for (const comment of commentsIn(file, { start: offset, end })) {
    if (!isBlank(text.slice(at, comment.start))) break;
    at = comment.end;
  }
  while (at < end && isBlank(text.charAt(at))) at++;
  return at < end ? at : undefined;
}

/** Where what stands before an offset ends, blanks and line ends passed over. */
export function endBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isBlank(text.charAt(at - 1))) at--;
  return at;
}

/** True of an offset right behind a comment that goes on to the end of its line. */
export function isBehindLineComment(file: SourceFile, offset: number): boolean {
  const [comment] = commentsIn(file, { start: lineStart(file.text, offset), end: offset }).slice(-1);
  return comment !== undefined && comment.end === offset && file.text.startsWith('//', comment.start);
}
