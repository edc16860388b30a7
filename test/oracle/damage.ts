// Lines of a sound text with one thing in them broken.
import type { Chance } from './chance.ts';

/** A token of a line: a word, a quoted text, or a sign. */
const tokens = /"(?:[^"\\]|\\.)*"|[\p{L}\p{N}_.:+-]+|[^\s]/gu;

export interface Token {
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
export interface Damage {
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

export function damage(chance: Chance, line: string): Damage {
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
 * The text without what is broken: a member or grant or property of a role, group, account or share where it is one, the
 * whole line for a policy. Undefined for the rest of a role or group, of which the sound parts count, and for what stands
 * between two properties.
 */
export function without(lines: readonly string[], index: number, { token, how }: Damage): string[] | undefined {
  const line = lines[index] ?? '';
  const isWhole = /^\s*(policy|default)/.test(line);
  if (
    how.startsWith('put a sign') &&
    /^(policy|default|members|grants|roles|usable|auto-share|expires)$/.test(token.text)
  )
    return undefined;
  const stretch = isWhole ? { start: 0, end: line.length } : smallest(line, token);
  if (stretch === undefined) return undefined;
  const left = line.slice(0, stretch.start) + line.slice(stretch.end);
  return lines.map((each, i) => (i === index ? left : each));
}
