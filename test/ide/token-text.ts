// Coloured words as text, for tests: `word type.modifier`, with the places that the numbers say.
import { semanticTokens, type TokenForm } from '../../server/src/ide/semantic-tokens.ts';
import { joined, noGap } from '../../server/src/ide/tokens/encode.ts';
import { tokenModifiers, tokenTypes } from '../../server/src/ide/tokens/legend.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { lineMap } from '../../server/src/text/line-map.ts';
import type { Span } from '../../server/src/text/span.ts';

export interface TokenText extends Span {
  readonly line: number;
  /** `type.modifier.modifier`. */
  readonly look: string;
}

/** Takes numbers as the protocol has them and the text that they are of; gives the words by their places in it. */
export function decodeTokens(data: readonly number[], text: string): TokenText[] {
  const lines = lineMap(text);
  const found: TokenText[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const start = lines.lineStart(line) + character;
    const modifiers = tokenModifiers.filter((_, at) => (bits >> at) % 2 === 1);
    found.push({
      line,
      start,
      end: start + length,
      look: [tokenTypes[type] ?? `type ${type}`, ...modifiers].join('.'),
    });
  }
  return found;
}

/** All words of a file, from nothing. */
export function tokensOf(snapshot: Snapshot, path: string, form: TokenForm): TokenText[] {
  const { stretches = [] } = semanticTokens(snapshot, path, form) ?? {};
  return decodeTokens(joined(stretches, noGap).data, snapshot.source(path)?.text ?? '');
}
