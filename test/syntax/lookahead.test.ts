// The parser goes the same ways as with the parser library's own lookahead, which walks all paths of the grammar.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { lex } from '../../server/src/syntax/lexer.ts';
import { WritParser } from '../../server/src/syntax/parser.ts';
import { noise, soup, topDeclarations } from './soup.ts';

/** One that is checked takes the library's. */
const [ours, general] = [new WritParser({ validate: false }), new WritParser({ validate: true })];

function check(text: string): void {
  const tokens = [...lex(text).tokens];
  assert.deepEqual(ours.read(tokens, text, 0), general.read(tokens, text, 0), JSON.stringify(text));
}

describe('lookahead', () => {
  it('is the same in sound declarations, whole and without any one token', () => {
    for (const text of topDeclarations) {
      check(text);
      for (const { startOffset, image } of lex(text).tokens) {
        check(text.slice(0, startOffset) + text.slice(startOffset + image.length));
        check(text.slice(0, startOffset));
        check(`${text.slice(0, startOffset)} ${image} ${text.slice(startOffset)}`);
      }
    }
  });

  it('is the same in any text', () => {
    fc.assert(fc.property(fc.oneof(soup, noise), check), { numRuns: 2000, seed: 20_261_121 });
  });

  it('is the same behind any beginning', () => {
    const cut = fc.tuple(fc.constantFrom(...topDeclarations), fc.double({ min: 0, max: 1, noNaN: true }), soup);
    fc.assert(
      fc.property(cut, ([text, share, rest]) => check(text.slice(0, Math.floor(text.length * share)) + rest)),
      { numRuns: 2000, seed: 20_261_121 },
    );
  });
});
