// Takes a comment out of a file.
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { SourceFile } from '../source-file.ts';
import { endBefore, followsOnLine, indentOf, lineStart, nextLine } from './layout.ts';

/** Takes where the comment stands; gives what removes it, with its lines where it has them for itself. */
export function removeComment(file: SourceFile, { start, end }: Span): TextEdit {
  const { text } = file;
  const hasLines = indentOf(text, start) !== undefined && followsOnLine(file, end) === undefined;
  const span = hasLines
    ? { start: lineStart(text, start), end: nextLine(text, end) }
    : { start: endBefore(text, start), end };
  return { span, text: '' };
}
