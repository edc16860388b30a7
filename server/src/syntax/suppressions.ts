// `// writ-ignore rule, rule: reason`: which findings a file's comments hide.

import type { LineMap } from '../text/line-map.ts';
import type { Span } from '../text/span.ts';
import type { SourceFile } from './source-file.ts';

export interface Suppression {
  /** The comment, in the file. */
  readonly span: Span;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** Without a reason it hides nothing; `reasonToWrite` is none. */
  readonly reason: string;
  /** Zero-based line whose findings it hides: its own, or the next where it stands alone. */
  readonly line: number;
}

const form = /^\/\/\s*writ-ignore(?![\w-])([^:]*)(?::(.*))?$/;

/** Stands where the reason is still to be written. */
export const reasonToWrite = 'TODO';
const noReason = new RegExp(`^${reasonToWrite}[^\\p{L}\\p{N}]*$`, 'iu');

/** True of the text of a comment that is a suppression, with or without a reason. */
export function isSuppression(comment: string): boolean {
  return form.test(comment);
}

/** In order of the text; the lines of the file are looked up where it has any. */
export function suppressions(file: SourceFile, lineMap: () => LineMap): Suppression[] {
  return file.comments.flatMap((span) => {
    const match = mayBeOne(file.text, span) ? form.exec(file.text.slice(span.start, span.end)) : null;
    if (match === null) return [];
    const listed = match[1] ?? '';
    const from = span.start + file.text.slice(span.start, span.end).indexOf('writ-ignore') + word.length;
    const lines = lineMap();
    const { line } = lines.position(span.start);
    const alone = file.text.slice(lines.lineStart(line), span.start).trim() === '';
    return [{ span, rules: ruleIds(listed, from), reason: reasonIn(match[2]), line: alone ? line + 1 : line }];
  });
}

/** Most comments are none, and that shows at their first word. */
function mayBeOne(text: string, { start, end }: Span): boolean {
  let at = start + 2;
  while (at < end && text.charCodeAt(at) === space) at++;
  // Of other blanks the expression knows.
  return text.startsWith(word, at) || text.charCodeAt(at) < space || text.charCodeAt(at) > lastPlain;
}

const word = 'writ-ignore';
const [space, lastPlain] = [32, 126];

function reasonIn(text = ''): string {
  const reason = text.trim();
  return noReason.test(reason) ? '' : reason;
}

function ruleIds(listed: string, from: number): Suppression['rules'] {
  return [...listed.matchAll(/[^\s,]+/g)].map((word) => {
    const start = from + word.index;
    return { id: word[0], span: { start, end: start + word[0].length } };
  });
}
