// Coloured words with their columns as the client counts them.
import type { FileTokens } from '../ide/semantic-tokens.ts';
import { type Encoded, numbersOfToken } from '../ide/tokens/encode.ts';
import { type LineMap, lineMap } from '../text/line-map.ts';
import { type Encoding, encodedLines } from './position-encoding.ts';

/** Takes words in UTF-16 units, the first relative to the start of a text; gives the same in units of its `encoded` lines. */
export function encodedData(data: readonly number[], lines: LineMap, encoded: LineMap): readonly number[] {
  if (lines === encoded) return data;
  const all: number[] = [];
  let [line, character, last] = [0, 0, 0];
  for (let i = 0; i < data.length; i += numbersOfToken) {
    const [down = 0, right = 0, length = 0, ...look] = data.slice(i, i + numbersOfToken);
    line += down;
    character = down === 0 ? character + right : right;
    const start = lines.lineStart(line) + character;
    const [from, to] = [encoded.position(start).character, encoded.position(start + length).character];
    all.push(down, down === 0 ? from - last : from, to - from, ...look);
    last = from;
  }
  return all;
}

const known: Readonly<Record<Encoding, WeakMap<Encoded, Encoded>>> = {
  'utf-8': new WeakMap(),
  'utf-16': new WeakMap(),
  'utf-32': new WeakMap(),
};

/** The stretches of a file, likewise: what was the same before is the same after. */
export function encodedStretches({ stretches, lead, source }: FileTokens, encoding: Encoding): readonly Encoded[] {
  if (encoding === 'utf-16') return stretches;
  const { text, starts } = source;
  return stretches.map((stretch, i) => {
    const own = () => (i === 0 ? lead : text.slice(starts[i - 1], starts[i]));
    const made = known[encoding].get(stretch) ?? encodedStretch(stretch, own(), encoding);
    known[encoding].set(stretch, made);
    return made;
  });
}

/** `text` is all of the stretch. */
function encodedStretch(stretch: Encoded, text: string, encoding: Encoding): Encoded {
  const lines = lineMap(text);
  const encoded = encodedLines(lines, text, encoding);
  if (lines === encoded) return stretch;
  // The end as if it were one more word: that is what the tail says.
  const { lines: down, chars } = stretch.tail;
  const all = encodedData([...stretch.data, down, chars, 0, 0, 0], lines, encoded);
  const [tailLines = 0, tailChars = 0] = all.slice(-numbersOfToken);
  return { data: all.slice(0, -numbersOfToken), tail: { lines: tailLines, chars: tailChars } };
}
