// Edits between two texts: made, they give the second one.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { textChanges } from '../../server/src/ide/text-changes.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

function checkChanges(before: string, after: string, count: number): void {
  const edits = textChanges(before, after);
  assert.equal(applyEdits(before, edits), after);
  assert.equal(edits.length, count);
}

const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `line ${from + i}`);

describe('text changes', () => {
  it('are whole lines, as few as there are', () => {
    checkChanges('a\nb\nc\n', 'a\nx\nc\n', 1);
    checkChanges('a\r\nb\r\nc\r\nd', 'x\r\nb\r\nc\r\ny', 2);
    checkChanges('', 'a\n', 1);
    checkChanges('a\n', '', 1);
  });

  it('are one where very much differs', () => {
    const lines = numbered(0, 2000);
    const [first, last] = ['// 😀 first\r\n', 'last'];
    const before = `${first}${lines.join('\r\n')}\r\n${last}`;
    checkChanges(before, `${first}${lines.toReversed().join('\r\n')}\r\n${last}`, 1);
    checkChanges(before, lines.toReversed().join('\n'), 1);
    checkChanges(lines.join('\n'), `${numbered(3000, 5000).join('\n')}\n`, 1);
    checkChanges(
      `${numbered(0, 900).join('\n')}\n`,
      `${numbered(0, 900).join('\n')}\n${numbered(0, 900).join('\n')}\n`,
      1,
    );
    checkChanges(`\n${numbered(0, 900).join('\n')}`, numbered(5000, 5900).join('\n'), 1);
    checkChanges(`x\n${numbered(0, 900).join('\n')}`, `x\n${numbered(5000, 5900).join('\n')}`, 1);
  });
});
