// Nothing broken allows, nothing broken passes: sound organizations with one thing in them broken.
import type { Place } from '../../server/src/rules/finding.ts';
import { type Chance, chanceOf } from './chance.ts';
import { errorsOf, type Files, snapshotOf } from './engine.ts';
import {
  allTypes,
  fullExpectation,
  type Organization,
  openExpectation,
  organization,
  type Size,
  today,
} from './random.ts';
import { questionOf } from './random-worlds.ts';
import { check, weight } from './reference/expectations.ts';
import { readWorld, type World } from './reference/world.ts';
import { compare, count, type Tally } from './tally.ts';

const size: Size = { users: 4, objects: 2, fields: 3, types: allTypes, records: 3, depth: 1 };

/** A token of a line: a word, a quoted text, or a sign. */
const tokens = /"(?:[^"\\]|\\.)*"|[\p{L}\p{N}_.:+-]+|[^\s]/gu;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(line: string): Token[] {
  return [...line.matchAll(tokens)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A line with one thing wrong, and in what way. */
interface Damage {
  readonly line: string;
  readonly token: Token;
  readonly how: string;
}

function misspelt(chance: Chance, text: string): string {
  const inner = text.startsWith('"') ? 1 : 0;
  const at = inner + chance.below(Math.max(1, text.length - 2 * inner));
  const letter = chance.pick(['q', 'z', 'x']);
  return chance.oneIn(2)
    ? text.slice(0, at) + letter + text.slice(at)
    : text.slice(0, at) + letter + text.slice(at + 1);
}

function damage(chance: Chance, line: string): Damage {
  const all = tokensOf(line);
  const token = chance.pick(all);
  const { start, end } = token;
  const replaced = (text: string, how: string): Damage => ({
    line: line.slice(0, start) + text + line.slice(end),
    token,
    how: `${how} \`${token.text}\` in \`${line.trim()}\``,
  });
  switch (chance.below(8)) {
    case 0:
      return replaced('', 'removed');
    case 1:
      return replaced(
        `${chance.pick(['%', '}', '{', '"', ',', '(', 'when', 'role', 'members', '7', '/*'])} ${token.text}`,
        'put a sign before',
      );
    case 2:
      return { line: line.slice(0, start), token, how: `cut off from \`${token.text}\` in \`${line.trim()}\`` };
    case 3:
      return replaced(
        token.text.startsWith('"') ? token.text.slice(0, -1) : `"${token.text}`,
        'unbalanced the quotes of',
      );
    default:
      return replaced(misspelt(chance, token.text), 'misspelt');
  }
}

/** One word of a list, or a property, that a token stands in, as a stretch of the line; undefined where nothing that small has it. */
function smallest(
  line: string,
  at: Token,
): { readonly start: number; readonly end: number; readonly all: boolean } | undefined {
  const property =
    /\b(members|grants|roles|usable by|auto-share on|auto-share records on|domains|domain) ((?:"[^"]*"|[^{}"])*?)(?= {2}|\s*\}| (?:auto-share|expires|grants|members|invites|roles|usable|inactive|domains)\b|$)/gu;
  for (const match of line.matchAll(property)) {
    const [whole, word = '', list = ''] = match;
    const from = match.index;
    if (at.start < from || at.end > from + whole.length) continue;
    const listStart = from + word.length + 1;
    if (at.start < listStart) return { start: from, end: from + whole.length, all: true };
    let offset = listStart;
    const parts = list.split(', ');
    for (const part of parts) {
      const end = offset + part.length;
      if (at.start >= offset && at.end <= end) {
        if (parts.length === 1) return { start: from, end: from + whole.length, all: true };
        return offset === listStart
          ? { start: offset, end: end + 2, all: false }
          : { start: offset - 2, end, all: false };
      }
      offset = end + 2;
    }
  }
  return undefined;
}

/**
 * The text without what is broken: a member or grant or property of a role, group or account where it is one, the whole line
 * for a policy or a share. Undefined for the rest of a role or group, of which the sound parts count.
 */
function without(lines: readonly string[], index: number, { token }: Damage): string[] | undefined {
  const line = lines[index] ?? '';
  const isWhole = /^\s*(policy|default|auto-share)/.test(line);
  const stretch = isWhole ? { start: 0, end: line.length } : smallest(line, token);
  if (stretch === undefined) return undefined;
  const left = line.slice(0, stretch.start) + line.slice(stretch.end);
  return lines.map((each, i) => (i === index ? left : each));
}

function filesOf(of: Organization, lines: readonly string[], expectations: readonly string[]): Files {
  return {
    'main.writ': `${lines.join('\n')}\n`,
    'questions.writ': `${expectations.map((text) => `expect ${text}`).join('\n')}\n`,
    ...of.others,
  };
}

/** A world of the reference, if the text is one. */
function worldOf(files: Files): World | undefined {
  if (errorsOf(snapshotOf(files, today)).length > 0) return undefined;
  return readWorld(files);
}

function makeExpectations(chance: Chance, of: Organization, world: World): string[] {
  const all = Array.from({ length: 30 }, () =>
    chance.oneIn(2) ? fullExpectation(chance, of) : openExpectation(chance, of, size.depth),
  );
  return all.filter((text) => weight(world, questionOf(text), today) < 3000);
}

/** Breaks one line after another of one organization, each on its own. */
export function breakWorld(tally: Tally, seed: number): void {
  const chance = chanceOf(seed);
  const of = organization(chance, size);
  const world = readWorld(filesOf(of, of.lines, []));
  const expectations = makeExpectations(chance, of, world);
  const originally = expectations.map((text) => check(world, questionOf(text), today).held);
  for (let i = 0; i < 12; i++) {
    const index = chance.below(of.lines.length);
    const line = of.lines[index] ?? '';
    if (line === '}' || line.startsWith('record')) continue;
    const done = damage(chance, line);
    const lines = of.lines.map((each, at) => (at === index ? done.line : each));
    checkBroken({
      tally,
      seed,
      of,
      lines,
      expectations,
      originally,
      done,
      rest: without(of.lines, index, done),
      index,
    });
  }
}

interface Broken {
  readonly tally: Tally;
  readonly seed: number;
  readonly of: Organization;
  readonly lines: readonly string[];
  readonly expectations: readonly string[];
  readonly originally: readonly boolean[];
  readonly done: Damage;
  readonly rest: readonly string[] | undefined;
  readonly index: number;
}

function checkBroken({ tally, seed, of, lines, expectations, originally, done, rest, index }: Broken): void {
  const files = filesOf(of, lines, expectations);
  const snapshot = snapshotOf(files, today);
  const start = lines.slice(0, index).join('\n').length;
  const end = start + (lines[index] ?? '').length + 2;
  const isThere = ({ file, span }: Place): boolean => file === 'main.writ' && span.start >= start && span.start <= end;
  const onLine = snapshot.findings.filter(({ severity, place }) => severity === 'error' && isThere(place));
  // What is sound on its own, and only makes something else break, is another text and not a broken one.
  if (onLine.length === 0) {
    count(tally, 'damages that leave a sound line');
    return;
  }
  count(tally, 'damages');
  const { outcomes } = snapshot;
  const less = rest === undefined ? undefined : worldOf(filesOf(of, rest, []));
  for (const [i, text] of expectations.entries()) {
    const outcome = outcomes[i]?.outcome;
    if (outcome === undefined) continue;
    count(tally, `broken: ${outcome.outcome}`);
    if (outcome.outcome !== 'held') continue;
    const question = questionOf(text);
    const alone = filesOf(of, lines, [text]);
    const what = `organization ${seed}, ${done.how}: expect ${text}`;
    const expected = originally[i] === true ? 'held' : 'not held: the sound text makes it fail';
    compare(tally, { what, expected, got: 'held', files: alone, today });
    if (
      question.kind !== 'except' &&
      !question.kind.startsWith('w') &&
      'negated' in question &&
      !question.negated &&
      less !== undefined
    ) {
      const held = heldIn(less, text);
      if (held === undefined) continue;
      const wanted = held ? 'held' : 'not held: without what is broken it fails';
      compare(tally, { what: `${what} (without)`, expected: wanted, got: 'held', files: alone, today });
      count(tally, 'compared without what is broken');
    }
  }
}

/** Undefined where the question names something that is no longer there. */
function heldIn(world: World, text: string): boolean | undefined {
  try {
    return check(world, questionOf(text), today).held;
  } catch {
    return undefined;
  }
}
