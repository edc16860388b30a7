// Parses a `writ.json`, which is strict JSON, into a tree with offsets, however broken it is.
import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { isClosing, isOpening, nextToken, tokens } from '../exchange/json-scan.ts';
import { nearest } from '../text/nearest.ts';
import { type SettingsProblem, shown } from './settings-values.ts';

/** Settings need four levels; the tree is built by recursion, which text of any depth must not exhaust. */
const deepest = 50;

export interface ParsedSettings {
  readonly root: Node | undefined;
  readonly problems: SettingsProblem[];
}

/** Takes the file's text; gives what tree there is, and what is not JSON about it: all comments and stray commas, and the first other fault. */
export function parseSettings(text: string): ParsedSettings {
  // A blank in place of the byte order mark keeps every offset.
  const body = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  if (body.trim() === '') {
    const problem = {
      message: 'the settings are empty, expected `{}`',
      start: 0,
      end: text.length,
      replacement: '{}\n',
    };
    return { root: undefined, problems: [problem] };
  }
  const { problems, depth } = readTokens(body);
  if (depth > deepest) {
    problems.push({ message: 'the settings are nested too deep to be read', start: 0, end: 1 });
    return { root: undefined, problems };
  }
  const errors: ParseError[] = [];
  const root = parseTree(body, errors, { allowTrailingComma: true });
  const first = errors.toSorted((a, b) => a.offset - b.offset)[0];
  // A comment or string that is not closed runs to the end; what follows from that is no second problem.
  const isTold = problems.some(({ start }) => start === first?.offset);
  if (first !== undefined && !isTold) problems.push(syntaxProblem(body, first, errors.length));
  return { root, problems };
}

/** Comments and commas before a closing bracket, which JSON has not and people write. */
function readTokens(text: string): { problems: SettingsProblem[]; depth: number } {
  const problems: SettingsProblem[] = [];
  const scanner = createScanner(text);
  let depth = 0;
  let open = 0;
  let comma = -1;
  for (let kind = nextToken(scanner); kind !== tokens.end; kind = nextToken(scanner)) {
    const start = scanner.getTokenOffset();
    const end = scanner.getPosition();
    if (kind === tokens.lineComment || kind === tokens.blockComment) {
      const error: number = scanner.getTokenError();
      if (error === 0)
        problems.push({ message: 'settings are JSON, which has no comments', start, end, replacement: '' });
      continue;
    }
    if (isOpening(kind)) open++;
    if (isClosing(kind)) open--;
    if (isClosing(kind) && comma >= 0) {
      const message = 'settings are JSON, which has no comma after the last value';
      problems.push({ message, start: comma, end: comma + 1, replacement: '' });
    }
    depth = Math.max(depth, open);
    comma = kind === tokens.comma ? start : -1;
  }
  return { problems, depth };
}

/** What jsonc-parser expected or found, by its error codes. */
const errorTexts: readonly string[] = [
  '',
  'an unknown word',
  'no number',
  'expected a name in double quotes',
  'expected a value',
  'expected `:`',
  'expected `,`',
  'expected `}`',
  'expected `]`',
  'expected the end of the settings',
  'a comment',
  'a comment that is not closed',
  'a string that is not closed',
  'a number that is not finished',
  'a string with a broken `\\u` escape',
  'a string with an unknown escape',
  'a string with a control character',
];

function syntaxProblem(text: string, { error, offset, length }: ParseError, count: number): SettingsProblem {
  // The scanner counts past the end of a comment that is not closed.
  const span = { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) };
  if (Number(error) !== 1) return { message: `this is not JSON: ${errorTexts[error] ?? ''}`, ...span };
  const word = text.slice(span.start, span.end);
  const message = `\`${shown(word)}\` is no JSON value`;
  const [literal] = nearest(word, ['true', 'false', 'null'], 1);
  const replacement = literal ?? JSON.stringify(word.replace(/^'(.*)'$/su, '$1'));
  const left: ParseError[] = [];
  parseTree(text.slice(0, span.start) + replacement + text.slice(span.end), left, { allowTrailingComma: true });
  return left.length < count ? { message, ...span, replacement } : { message, ...span };
}
