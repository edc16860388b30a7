// Writ text that is written by imports: as the formatter leaves it, however much it is.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type Written, writeFile } from '../../server/src/exchange/writ/text.ts';
import { formatText } from '../../server/src/syntax/print.ts';

describe('text that an import writes', () => {
  it('is formatted as a whole, whatever stands where it was taken in parts', () => {
    const user = (i: number) => `user u${i} "u${i}@acme.com"`;
    const group = (i: number): Written => ({ head: `group g${i}`, lines: i % 2 === 0 ? [] : [`members u${i}`] });
    for (const kind of [() => true, () => false, (i: number) => i % 3 === 0, (i: number) => i % 200 < 199]) {
      const all = Array.from({ length: 1001 }, (_, i) => (kind(i) ? user(i) : group(i)));
      const text = writeFile(all);
      assert.equal(formatText(text), text);
      assert.equal(text.match(/^(?:user|group) /gm)?.length, all.length);
      for (const [, above, below] of text.matchAll(/^(.*)\n(?:\n)?((?:user|group) .*)$/gm)) {
        const hasBlank = text.includes(`${above}\n\n${below}`);
        assert.equal(hasBlank, above === '}' || (below ?? '').endsWith('{'), `${above} / ${below}`);
      }
    }
    assert.equal(writeFile([]), '');
  });
});
