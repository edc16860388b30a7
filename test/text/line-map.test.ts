// Lines of a text: the same whether they are found in all of it, or taken over from the text before a change.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeBetween } from '../../server/src/text/change.ts';
import { type LineMap, lineMap, lineMapAfter } from '../../server/src/text/line-map.ts';

const startsIn = (lines: LineMap) => Array.from({ length: lines.lineCount }, (_, line) => lines.lineStart(line));

describe('lines', () => {
  it('end at LF, CRLF and a lone CR', () => {
    assert.deepEqual(startsIn(lineMap('a\nb\r\nc\rd\n\r')), [0, 2, 5, 7, 9, 10]);
    assert.deepEqual(startsIn(lineMap('')), [0]);
  });

  it('are the same after a change as of the text alone', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '𝔸'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, text, (head, old, now, tail) => {
        const [before, after] = [head + old + tail, head + now + tail];
        const lines = lineMapAfter(lineMap(before), changeBetween(before, after), after);
        assert.deepEqual(startsIn(lines), startsIn(lineMap(after)));
        assert.equal(lines.length, after.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('are the same after one change upon the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (texts) => {
        let [before = ''] = texts;
        let lines = lineMap(before);
        for (const after of texts.slice(1)) {
          lines = lineMapAfter(lines, changeBetween(before, after), after);
          assert.deepEqual(startsIn(lines), startsIn(lineMap(after)));
          before = after;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are the same after many changes within lines, here and there', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
    const edit = fc.record({ at: fc.nat(), removed: fc.nat(1), text: fc.constantFrom('', 'x', 'yy', '\n') });
    fc.assert(
      fc.property(fc.array(line, { minLength: 30, maxLength: 40 }), fc.array(edit, { minLength: 60 }), (all, edits) => {
        let before = all.join('\r\n');
        let lines = lineMap(before);
        for (const { at, removed, text } of edits) {
          const from = at % (before.length + 1);
          const after = before.slice(0, from) + text + before.slice(from + removed);
          lines = lineMapAfter(lines, changeBetween(before, after), after);
          assert.deepEqual(startsIn(lines), startsIn(lineMap(after)));
          for (const offset of [from, after.length >> 1])
            assert.deepEqual(lines.position(offset), lineMap(after).position(offset));
          before = after;
        }
      }),
      { numRuns: 60 },
    );
  });
});
