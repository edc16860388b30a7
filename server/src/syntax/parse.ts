// Text of a file to its units: the entry to everything in this folder.
import type { Change } from '../text/change.ts';
import { type Span, shift } from '../text/span.ts';
import type { Question } from './ast-question.ts';
import { lex } from './lexer.ts';
import { writParser } from './parser.ts';
import type { SyntaxProblem } from './parser-base.ts';
import { reparse } from './reparse.ts';
import { notableIn, type SourceFile } from './source-file.ts';
import { lexicalProblems, readStretch, unitsByText } from './stretch.ts';

/**
 * Reads any text: never throws, and every character belongs to a unit or stands before the first. A unit of `before`
 * whose text stands here unchanged is taken over: all in it is relative to its start. `edit` is all that differs from it,
 * where that is known.
 */
export function parseFile(text: string, before?: SourceFile, edit?: Change): SourceFile {
  if (before === undefined && ahead?.text === text) {
    const known = ahead;
    ahead = undefined;
    return known;
  }
  return (before === undefined ? undefined : reparse(text, before, edit)) ?? readWhole(text, before);
}

/** What was read before it was asked for. */
let ahead: SourceFile | undefined;

/** Reads a text that will be asked for: it is not read twice then. */
export function readAhead(text: string): SourceFile {
  ahead = parseFile(text);
  return ahead;
}

function readWhole(text: string, before: SourceFile | undefined): SourceFile {
  const known = unitsByText(before?.text ?? '', before?.units ?? [], before?.starts ?? []);
  const { units, starts, comments, strays, openComment } = readStretch(text, () => known);
  const notable = notableIn(units);
  return { text, units, starts, comments, notable, strays, problems: openComment ? [openProblem(comments)] : [] };
}

function openProblem(comments: readonly Span[]): SyntaxProblem {
  const start = comments.at(-1)?.start ?? 0;
  return { span: { start, end: start + 2 }, message: 'this comment lacks its `*/`' };
}

/** Every syntax problem of a file, spans in the file, in order. */
export function syntaxProblems(file: SourceFile): SyntaxProblem[] {
  const all = [...file.problems];
  for (const at of file.notable) {
    const by = file.starts[at] ?? 0;
    for (const problem of file.units[at]?.problems ?? []) {
      const span = shift(problem.span, by);
      const { fix } = problem;
      all.push(
        fix === undefined ? { ...problem, span } : { ...problem, span, fix: { ...fix, span: shift(fix.span, by) } },
      );
    }
  }
  return all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Reads one question on its own, as after `query`. */
export function parseQuestion(text: string): { question: Question | undefined; problems: readonly SyntaxProblem[] } {
  const { tokens } = lex(text);
  const { question, problems } = writParser().readQuestion([...tokens], text);
  return { question, problems: [...lexicalProblems(tokens, 0), ...problems] };
}
