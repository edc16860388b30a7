// The formatter, on edited files: a second time it changes nothing, and the text says what it said.
import { strict as assert } from 'node:assert';
import { lex } from '../../server/src/syntax/lexer.ts';
import { parseFile, syntaxProblems } from '../../server/src/syntax/parse.ts';
import { format, twoSpaces } from '../../server/src/syntax/print.ts';
import { suppressions } from '../../server/src/syntax/suppressions.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { lineMap } from '../../server/src/text/line-map.ts';
import { type CorpusProject, pickFile } from './corpus.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';

/** What a text says, without where: tokens, comments, trees, problems, and which tokens each suppression speaks of. */
function readingOf(text: string) {
  const file = parseFile(text);
  const { tokens } = lex(text);
  const lines = lineMap(text);
  const strip = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && 'start' in value && 'end' in value ? undefined : value;
  return {
    tokens: tokens.map(({ image }) => image),
    comments: file.comments.map(({ start, end }) => text.slice(start, end).replace(/[ \t]+$/, '')),
    trees: file.units.map(({ declaration }) => JSON.stringify(declaration, strip)),
    problems: syntaxProblems(file).map(({ message }) => message),
    suppressed: suppressions(file, () => lines).map(({ line }) =>
      tokens.flatMap(({ startOffset }, i) => (lines.position(startOffset).line === line ? [i] : [])),
    ),
  };
}

/** Holds of every text. */
export function checkFormatting(text: string): void {
  const file = parseFile(text);
  const { edits, refused } = format(file, twoSpaces);
  for (const { span } of edits) assert.match(text.slice(span.start, span.end), /^[ \t\r\n\f\v\u00a0\ufeff]*$/);
  const once = applyEdits(text, edits);
  assert.equal(refused, undefined, 'is not refused');
  assert.deepEqual(readingOf(once), readingOf(text));
  const again = format(parseFile(once), twoSpaces);
  assert.equal(applyEdits(once, again.edits), once, 'a second time it changes nothing');
}

/** Blanks where blanks are, of another kind. */
function shake(text: string, random: Random): string {
  const kinds = [' ', '  ', '\n', '\n\n\n', '\t', ' \r\n', '\n      '];
  return text.replace(/[ \n]+/g, (blank) => (random.chance(0.1) ? random.pick(kinds) : blank));
}

function round(random: Random, corpus: readonly CorpusProject[]): void {
  const { text } = pickFile(random.pick(corpus).input, random);
  const shaken = random.chance(0.6) ? shake(text, random) : text;
  checkFormatting(random.chance(0.6) ? mutate(shaken, random) : shaken);
}

export const formatting: Target = { name: 'formatting', weight: 1, round };
