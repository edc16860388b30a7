// Random edits of texts: what a writer does by half, and what no writer would do.
import { reservedWords } from '../../server/src/syntax/keywords.ts';
import { lex } from '../../server/src/syntax/lexer.ts';
import { endOf } from '../../server/src/syntax/tokens.ts';
import type { Span } from '../../server/src/text/span.ts';
import type { Random } from './random.ts';

const scraps = [
  ...[
    '{',
    '}',
    '(',
    ')',
    ',',
    '.',
    ':',
    '"',
    '/*',
    '*/',
    '//',
    '>',
    '=',
    '%',
    '\\',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '\ufeff',
  ],
  ...[
    '😀',
    '\ud83d',
    '𠮷',
    'é',
    '-',
    '3',
    '2026-11-21',
    '"x"',
    'x',
    ' as of 2026-12-01',
    ' current user',
    ' organization',
  ],
];

export function tokenSpans(text: string): Span[] {
  return lex(text).tokens.map((token) => ({ start: token.startOffset, end: endOf(token) }));
}

export const cut = (text: string, { start, end }: Span, by = ''): string => text.slice(0, start) + by + text.slice(end);

type Edit = (text: string, random: Random) => string;

function tokenEdit(edit: (text: string, token: Span, random: Random) => string): Edit {
  return (text, random) => {
    const spans = tokenSpans(text);
    return spans.length === 0 ? text : edit(text, random.pick(spans), random);
  };
}

function lineEdit(edit: (lines: string[], at: number, random: Random) => void): Edit {
  return (text, random) => {
    const lines = text.split('\n');
    edit(lines, random.below(lines.length), random);
    return lines.join('\n');
  };
}

const edits: readonly Edit[] = [
  tokenEdit((text, token) => cut(text, token)),
  tokenEdit((text, token) => cut(text, { start: token.end, end: token.end }, ` ${text.slice(token.start, token.end)}`)),
  tokenEdit((text, token, random) => cut(text, token, random.pick(reservedWords))),
  tokenEdit((text, token, random) => cut(text, token, random.pick(scraps))),
  tokenEdit((text, token) => cut(text, { start: token.start, end: token.start + 1 })),
  tokenEdit((text, token, random) => {
    const other = random.pick(tokenSpans(text));
    return cut(text, token, text.slice(other.start, other.end));
  }),
  lineEdit((lines, at) => lines.splice(at, 1)),
  lineEdit((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  lineEdit((lines, at, random) => {
    const [line = ''] = lines.splice(at, 1);
    lines.splice(random.below(lines.length + 1), 0, line);
  }),
  lineEdit((lines, at, random) => {
    const block = lines.slice(at, at + 1 + random.below(12));
    lines.splice(random.chance(0.5) ? at : random.below(lines.length + 1), 0, ...block);
  }),
  (text, random) => {
    const at = random.below(text.length + 1);
    return cut(text, { start: at, end: at }, random.pick(scraps));
  },
  (text, random) => {
    const start = random.below(text.length + 1);
    return cut(text, { start, end: start + random.below(200) });
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return cut(text, { start: at, end: at }, String.fromCharCode(random.below(0x10000)));
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
];

/** One edit, mostly; now and then several. */
export function mutate(text: string, random: Random): string {
  let edited = random.pick(edits)(text, random);
  while (random.chance(0.3)) edited = random.pick(edits)(edited, random);
  return edited;
}
