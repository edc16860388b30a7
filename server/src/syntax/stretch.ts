// A stretch of text to its units: all of a file, or the part of it that an edit touched.
import type { IToken } from 'chevrotain';
import { lex } from './lexer.ts';
import { writParser } from './parser.ts';
import type { SyntaxProblem } from './parser-base.ts';
import type { SourceFile, Unit } from './source-file.ts';
import { endOf, OpenString, Unknown } from './tokens.ts';
import { unitStarts } from './units.ts';

export function lexicalProblems(tokens: readonly IToken[], base: number): SyntaxProblem[] {
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

/** Units by their text: each is taken over once. */
export type KnownUnits = Map<string, Unit[]>;

/** Of the text of units that stand behind each other. */
export function unitsByText(text: string, units: readonly Unit[], starts: readonly number[]): KnownUnits {
  const known: KnownUnits = new Map();
  for (const [i, unit] of units.entries()) {
    const start = starts[i] ?? 0;
    const same = text.slice(start, start + unit.length);
    const list = known.get(same);
    if (list === undefined) known.set(same, [unit]);
    else list.push(unit);
  }
  return known;
}

/** All offsets are in the stretch. */
export interface Stretch extends Pick<SourceFile, 'units' | 'starts' | 'comments' | 'strays'> {
  readonly openComment: boolean;
  /** What stands before the stretch might have a say in how it is split. */
  readonly isOpenBefore: boolean;
}

/** Takes the units that may stand again where one starts; offsets are in the stretch. */
export function readStretch(text: string, knownAt: (start: number) => KnownUnits): Stretch {
  const { tokens, comments, openComment } = lex(text);
  const { starts: indices, displaced, strays, isOpenBefore } = unitStarts(text, tokens);
  const offsetOf = (index: number) => tokens[index]?.startOffset ?? 0;
  const starts = indices.map(offsetOf);
  const units = indices.map((index, i) => {
    const start = starts[i] ?? 0;
    const last = tokens[(indices[i + 1] ?? tokens.length) - 1];
    const end = last === undefined ? start : endOf(last);
    const same = knownAt(start).get(text.slice(start, end))?.shift();
    const isDisplaced = displaced.has(index);
    if (same !== undefined && same.displaced === isDisplaced) return same;
    const unit = readUnit(tokens.slice(index, indices[i + 1] ?? tokens.length), text, start, end - start);
    return isDisplaced ? { ...unit, displaced: true } : unit;
  });
  return { units, starts, comments, strays: strays.map(offsetOf), openComment, isOpenBefore };
}
