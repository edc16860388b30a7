// The text of a question as a line: without its comments and line breaks, whatever is quoted left as it is.
import { commentsIn } from '../syntax/edits/layout.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Span } from '../text/span.ts';

/** Takes a span of the file. */
export function questionText(source: SourceFile, at: Span): string {
  let text = '';
  let from = at.start;
  for (const comment of commentsIn(source, at)) {
    // A comment parts words, as a blank does.
    text += `${source.text.slice(from, comment.start)} `;
    from = comment.end;
  }
  return oneLine(text + source.text.slice(from, Math.max(from, at.end)));
}

/** The same without the keyword that opens it. */
export function withoutKeyword(text: string, keyword: string): string {
  return text.startsWith(keyword) ? text.slice(keyword.length).trimStart() : text;
}

function oneLine(text: string): string {
  return text.replace(/"(?:[^"\\\r\n]|\\.)*"|\s+/g, (part) => (part.startsWith('"') ? part : ' ')).trim();
}
