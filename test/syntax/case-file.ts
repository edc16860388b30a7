// Files of cases for the parser: a title, a text with `^^^` under each syntax problem, and the tree that is read.
import { syntaxProblems } from '../../server/src/syntax/parse.ts';
import type { SourceFile } from '../../server/src/syntax/source-file.ts';
import { lineMap } from '../../server/src/text/line-map.ts';

export interface Case {
  readonly title: string;
  /** The text without its markers. */
  readonly text: string;
  /** Text with markers, a line `---` and the tree, as the file has it. */
  readonly body: string;
}

const marker = /^\s*\^+ \S.*$/;

/** `== title` begins a case; what stands before the first is the file's own comment. */
export function readCases(content: string): { comment: string; cases: Case[] } {
  const [comment = '', ...rest] = content.split(/^== /m);
  const cases = rest.map((each): Case => {
    const end = each.indexOf('\n');
    const body = each.slice(end + 1).trimEnd();
    const [marked = ''] = body.split(/^---$/m, 1);
    const lines = marked.split('\n').filter((line) => !marker.test(line));
    return { title: each.slice(0, end), text: lines.join('\n').replace(/\n$/, ''), body };
  });
  return { comment, cases };
}

/** The body of a case as the file would have it for this reading of its text. */
export function writeBody(file: SourceFile, tree: string): string {
  return `${withProblems(file)}\n---\n${tree}`.trimEnd();
}

/** The text with each problem under its line: carets under its span, then its message and what its fix would insert. */
export function withProblems(file: SourceFile): string {
  const map = lineMap(file.text);
  const under = new Map<number, string[]>();
  for (const { span, message, fix } of syntaxProblems(file)) {
    const start = map.position(span.start);
    const end = map.position(span.end);
    const width = end.line === start.line ? end.character - start.character : map.lineEnd(start.line) - span.start;
    const fixed = fix === undefined ? '' : ` [${fix.title}]`;
    const line = `${' '.repeat(start.character)}${'^'.repeat(Math.max(width, 1))} ${message}${fixed}`;
    under.set(start.line, [...(under.get(start.line) ?? []), line]);
  }
  return file.text
    .split('\n')
    .flatMap((line, i) => [line, ...(under.get(i) ?? [])])
    .join('\n');
}

export function writeCases(comment: string, cases: readonly { title: string; body: string }[]): string {
  return comment + cases.map(({ title, body }) => `== ${title}\n${body}\n`).join('\n');
}
