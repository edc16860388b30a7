// Grounds of which any is enough, divided so that each policy stays short.
import { bytesOf } from './bytes.ts';
import { print } from './expression.ts';
import type { Ground } from './policy.ts';

/** Amazon Verified Permissions takes policies of up to 10,000 bytes, and a policy may have two such blocks. */
const mostText = 3500;

/** In their order; none of nothing. */
export function blocksOf(grounds: readonly Ground[]): Ground[][] {
  const blocks: Ground[][] = [];
  let length = mostText;
  for (const ground of grounds) {
    const own = bytesOf(print(ground.expression)) + bytesOf(ground.note);
    if (length + own > mostText) {
      blocks.push([]);
      length = 0;
    }
    blocks.at(-1)?.push(ground);
    length += own;
  }
  return blocks;
}
