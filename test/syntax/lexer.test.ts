// Tokens as the lexer reads them by hand, beside the patterns that say what they are.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { contextualWords, reservedWords } from '../../server/src/syntax/keywords.ts';
import { type Lexed, lex } from '../../server/src/syntax/lexer.ts';

/** The first that fits where the last one ended, as section 2 of the language has them. */
const patterns: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['space', /[ \t\r\n\f\v\u00a0\ufeff]+/y],
  ['comment', /\/\/[^\r\n]*/y],
  ['comment', /\/\*[\s\S]*?\*\//y],
  ['open comment', /\/\*[\s\S]*/y],
  ['String', /"(?:\\[^\r\n]|[^"\\\r\n])*"/y],
  ['OpenString', /"(?:\\[^\r\n]|[^"\\\r\n])*\\?/y],
  ['DateTime', /\d+-\d+-\d+[Tt][0-9:.]*(?:[Zz]|[+-][0-9:]*)?/y],
  ['Date', /\d+-\d+-\d+/y],
  ['Number', /-?\d+(?:\.\d+)?/y],
  ['sign', />=|<=|[><{}(),:.]/y],
  ['Identifier', /[\p{L}_][\p{L}0-9_-]*/uy],
  ['Unknown', /[\s\S]/uy],
];

const words = new Set<string>([...reservedWords, ...contextualWords]);

function byPatterns(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    for (const [name, pattern] of patterns) {
      pattern.lastIndex = start;
      if (!pattern.test(text)) continue;
      at = pattern.lastIndex;
      const image = text.slice(start, at);
      const kind = name === 'sign' ? image : name === 'Identifier' && words.has(image) ? `K_${image}` : name;
      if (name !== 'space') found.push(`${start}-${at} ${kind}`);
      break;
    }
    assert.ok(at > start);
  }
  return found;
}

function byHand({ tokens, comments, openComment }: Lexed): string[] {
  const all = tokens.map(({ startOffset, image, tokenType, tokenTypeIdx }) => {
    assert.equal(tokenTypeIdx, tokenType.tokenTypeIdx);
    return [startOffset, startOffset + image.length, tokenType.name] as const;
  });
  const others = comments.map(({ start, end }, i) => {
    const isOpen = openComment && i === comments.length - 1;
    return [start, end, isOpen ? 'open comment' : 'comment'] as const;
  });
  return [...all, ...others].sort(([a], [b]) => a - b).map(([start, end, name]) => `${start}-${end} ${name}`);
}

function check(text: string): void {
  const lexed = lex(text);
  assert.deepEqual(byHand(lexed), byPatterns(text), JSON.stringify(text));
  for (const { image, startOffset } of lexed.tokens)
    assert.equal(image, text.slice(startOffset, startOffset + image.length));
}

const pieces = [
  ...['"', '\\', '\\"', '/', '//', '/*', '*/', '*', '\n', '\r', '\r\n', ' ', '\t', '\f', '\v', '\u00a0', '\ufeff'],
  ...['-', '0', '7', '12', '.', ':', 'T', 't', 'Z', 'z', '+', '2026-11-21', '10:30', '1.5', '>', '<', '=', '>='],
  ...['{', '}', '(', ')', ',', '_', 'a', 'Ab', 'é', 'ß', '人', '\u{1f600}', '\u{10400}', '\ud800', '\udc00', '\u2028'],
  ...['#', '~', '\u0000', '\u007f', '\u0080', 'role', 'auto-share', 'is', 'current', 'users', '‘', '‐'],
];

describe('tokens', () => {
  it('of text that has each kind', () => {
    check(
      'user é-1 "a \\" b" // c\nrole R { x >= -1.5 y < 2026-11-21T10:30:00.5+01:00 } /* d */ 2026-1-2 "open\n~ /* e',
    );
  });

  it('of text of single pieces, and of any two and three of them', () => {
    for (const a of pieces)
      for (const b of pieces) {
        check(a + b);
        for (const c of pieces) check(a + b + c);
      }
  });

  it('of longer text', () => {
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 60 })), check), {
      numRuns: 3000,
      seed: 20_261_121,
    });
  });
});
