// A text as its tokens and what stands between them: comments, and blanks, which are all that a formatter may change.
import type { IToken } from 'chevrotain';
import type { Span } from '../text/span.ts';
import { lex } from './lexer.ts';
import { endOf } from './tokens.ts';

/** What stands before a token, or behind the last one. */
export interface Gap {
  /** Line comments without the blanks at their ends. */
  readonly comments: readonly Comment[];
  /** Blanks before each comment and behind the last: always one more than there are comments. */
  readonly blanks: readonly Blank[];
  /** True where a line ends in any of the blanks. */
  readonly breaks: boolean;
}

export interface Comment {
  readonly span: Span;
  readonly text: string;
  /** It goes on to the end of its line. */
  readonly toLineEnd: boolean;
}

export interface Blank {
  readonly span: Span;
  /** How many lines end in it. */
  readonly breaks: number;
}

export interface Gaps {
  readonly tokens: readonly IToken[];
  /** `gaps[i]` stands before token `i`; the last one behind all. */
  readonly gaps: readonly Gap[];
}

/** Takes any text; a byte order mark at its beginning belongs to no gap. */
export function readGaps(text: string): Gaps {
  const { tokens, comments, openComment } = lex(text);
  const gaps: Gap[] = [];
  let next = 0;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    const end = token?.startOffset ?? text.length;
    const inside: Span[] = [];
    for (let span = comments[next]; span !== undefined && span.end <= end; span = comments[++next]) inside.push(span);
    const isOpen = (span: Span) => openComment && span === comments.at(-1);
    gaps.push(
      gapOf(
        text,
        { start: at, end },
        inside.map((span) => commentOf(text, span, isOpen(span))),
      ),
    );
    at = token === undefined ? end : endOf(token);
  }
  return { tokens, gaps };
}

function commentOf(text: string, { start, end }: Span, isOpen: boolean): Comment {
  const whole = text.slice(start, end);
  const toLineEnd = !isOpen && whole.startsWith('//');
  const own = toLineEnd ? whole.replace(/[ \t]+$/, '') : whole;
  return { span: { start, end: start + own.length }, text: own, toLineEnd };
}

function gapOf(text: string, { start, end }: Span, comments: readonly Comment[]): Gap {
  const blanks: Blank[] = [];
  let at = start;
  for (const { span } of comments) {
    blanks.push(blankOf(text, { start: at, end: span.start }));
    at = span.end;
  }
  blanks.push(blankOf(text, { start: at, end }));
  return { comments, blanks, breaks: blanks.some((blank) => blank.breaks > 0) };
}

function blankOf(text: string, span: Span): Blank {
  return { span, breaks: text.slice(span.start, span.end).match(/\r\n|\r|\n/g)?.length ?? 0 };
}
