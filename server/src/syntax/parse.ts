// Text of a file to its units: the entry to everything in this folder.
import type { IToken } from 'chevrotain';
import { type Span, shift } from '../text/span.ts';
import type { Declaration, Hole } from './ast.ts';
import type { Question } from './ast-question.ts';
import { writParser } from './parser.ts';
import type { SyntaxProblem } from './parser-base.ts';
import { endOf, lex, OpenString, Unknown } from './tokens.ts';
import { unitStarts } from './units.ts';

/** One declaration of a file with whatever trails it. Immutable; every span in it is relative to its start. */
export interface Unit {
  /** Length of the unit's text, up to where the next one starts. */
  readonly length: number;
  /** Undefined where the text begins with no declaration. */
  readonly declaration: Declaration | undefined;
  /** What stands behind the declaration and could not be read. */
  readonly rest: Hole | undefined;
  /** It may have stood inside of something whose beginning was lost: whose it is cannot be told. */
  readonly displaced: boolean;
  readonly problems: readonly SyntaxProblem[];
}

export interface SourceFile {
  readonly text: string;
  readonly units: readonly Unit[];
  /** Where each unit starts in the text, ascending. */
  readonly starts: readonly number[];
  /** Spans in the file, in order, each from its first slash. */
  readonly comments: readonly Span[];
  /** Problems that belong to no declaration; spans in the file. */
  readonly problems: readonly SyntaxProblem[];
}

function lexicalProblems(tokens: readonly IToken[], base: number): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (const token of tokens) {
    const span = { start: token.startOffset - base, end: endOf(token) - base };
    if (token.tokenType === OpenString) {
      const fix = { title: 'Close the quote', span: { start: span.end, end: span.end }, text: '"' };
      problems.push({ span, message: 'this text lacks its closing quote', fix });
      continue;
    }
    if (token.tokenType !== Unknown) continue;
    const last = problems.at(-1);
    // A run of such characters is one problem.
    if (last !== undefined && last.span.end === span.start && last.fix === undefined) problems.pop();
    const start =
      last !== undefined && last.span.end === span.start && last.fix === undefined ? last.span.start : span.start;
    const message =
      last !== undefined && start === last.span.start
        ? last.message
        : `unexpected character \`${printable(token.image)}\``;
    problems.push({ span: { start, end: span.end }, message });
  }
  return problems;
}

function printable(image: string): string {
  const code = image.codePointAt(0) ?? 0;
  const hidden = code < 32 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000) || code === 0xfffd;
  return hidden ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : image;
}

function readUnit(tokens: IToken[], text: string, base: number, length: number): Unit {
  const { declaration, rest, problems } = writParser().read(tokens, text, base);
  const lexical = lexicalProblems(tokens, base);
  // What the lexer could not read says it best: the grammar's word on the same place is left out.
  const told = new Set(lexical.map((p) => p.span.start));
  const all = [...lexical, ...problems.filter((p) => !told.has(p.span.start))];
  all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { length, declaration, rest, displaced: false, problems: all };
}

/**
 * Reads any text: never throws, and every character belongs to a unit or stands before the first. A unit of `before`
 * whose text stands here unchanged is taken over: all in it is relative to its start.
 */
export function parseFile(text: string, before?: SourceFile): SourceFile {
  const known = before === undefined ? undefined : unitsByText(before);
  const { tokens, comments, openComment } = lex(text);
  const { starts: indices, displaced } = unitStarts(text, tokens);
  const starts = indices.map((index) => tokens[index]?.startOffset ?? 0);
  const units = indices.map((index, i) => {
    const start = starts[i] ?? 0;
    const end = starts[i + 1] ?? text.length;
    const same = known?.get(text.slice(start, end))?.shift();
    const isDisplaced = displaced.has(index);
    if (same !== undefined && same.displaced === isDisplaced) return same;
    const unit = readUnit(tokens.slice(index, indices[i + 1] ?? tokens.length), text, start, end - start);
    return isDisplaced ? { ...unit, displaced: true } : unit;
  });
  const last = comments.at(-1);
  const problems: SyntaxProblem[] = [];
  if (openComment && last !== undefined)
    problems.push({ span: { start: last.start, end: last.start + 2 }, message: 'this comment lacks its `*/`' });
  return { text, units, starts, comments, problems };
}

function unitsByText({ text, units, starts }: SourceFile): Map<string, Unit[]> {
  const known = new Map<string, Unit[]>();
  for (const [i, unit] of units.entries()) {
    const start = starts[i] ?? 0;
    const same = text.slice(start, start + unit.length);
    const list = known.get(same);
    if (list === undefined) known.set(same, [unit]);
    else list.push(unit);
  }
  return known;
}

/** Every syntax problem of a file, spans in the file, in order. */
export function syntaxProblems(file: SourceFile): SyntaxProblem[] {
  const all = [...file.problems];
  file.units.forEach((unit, i) => {
    const by = file.starts[i] ?? 0;
    for (const problem of unit.problems) {
      const span = shift(problem.span, by);
      const { fix } = problem;
      all.push(
        fix === undefined ? { ...problem, span } : { ...problem, span, fix: { ...fix, span: shift(fix.span, by) } },
      );
    }
  });
  return all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Reads one question on its own, as after `query`. */
export function parseQuestion(text: string): { question: Question | undefined; problems: readonly SyntaxProblem[] } {
  const { tokens } = lex(text);
  const { question, problems } = writParser().readQuestion([...tokens], text);
  return { question, problems: [...lexicalProblems(tokens, 0), ...problems] };
}
