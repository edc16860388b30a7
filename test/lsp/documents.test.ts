// Open documents after changes that no client should send: places outside of the text, backwards, in any columns.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Range } from 'vscode-languageserver';
import { documentsIn } from '../../server/src/lsp/documents.ts';
import { encodings } from '../../server/src/lsp/position-encoding.ts';

/** `line:character-line:character`. */
function rangeOf(text: string): Range {
  const [a = 0, b = 0, c = 0, d = 0] = text.split(/[:-]/).map(Number);
  return { start: { line: a, character: b }, end: { line: c, character: d } };
}

describe('changes outside of a document', () => {
  const cases: readonly (readonly [before: string, changes: readonly (readonly [string, string])[], after: string])[] =
    [
      ['x', [['67:1-66:109', '\n']], 'x\n'],
      [
        'x',
        [
          ['67:1-66:109', '\n'],
          ['1:0-2:0', 'y'],
          ['0:0-1:0', ''],
        ],
        'y',
      ],
      [
        'a\nb\n',
        [
          ['9:0-12:4', 'c\nd\n'],
          ['3:0-4:0', ''],
        ],
        'a\nb\nc\n',
      ],
      [
        'a\r\nb',
        [
          ['0:99-0:99', '!'],
          ['1:99-7:0', '\r\n?'],
          ['2:0-2:1', '.'],
        ],
        'a!\r\nb\r\n.',
      ],
      ['ä\nb', [['0:99-1:0', '']], 'äb'],
    ];
  for (const encoding of encodings)
    for (const [before, changes, after] of cases)
      it(`are cut to it: ${JSON.stringify(before)} to ${JSON.stringify(after)} in ${encoding}`, () => {
        const { create, update } = documentsIn(() => encoding);
        const all = changes.map(([range, text]) => ({ range: rangeOf(range), text }));
        const document = update(create('file:///a.writ', 'writ', 1, before), all, 7);
        assert.deepEqual([document.getText(), document.version], [after, 7]);
        assert.equal(document.lineCount, after.split('\n').length);
      });
});
