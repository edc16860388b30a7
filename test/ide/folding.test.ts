// What folds: `>` before a line that opens a fold, with the line that the fold ends on.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { folding } from '../../server/src/ide/folding.ts';
import { parseFile } from '../../server/src/syntax/parse.ts';
import { lineMap } from '../../server/src/text/line-map.ts';

function folds(text: string, most?: number): string[] {
  const source = parseFile(text);
  const lines = lineMap(text);
  return folding({ source: () => source, lines: () => lines }, 'a.writ', most).map(
    ({ kind, start, end }) => `${kind} ${start}-${end}`,
  );
}

describe('folding', () => {
  it('folds blocks up to the line before their brace', () => {
    assert.deepEqual(folds('app A {\n  role R {\n    grants B\n  }\n  role S { grants B }\n}\n'), [
      'block 0-4',
      'block 1-2',
    ]);
  });

  it('folds records and bodies of questions', () => {
    assert.deepEqual(folds('record r in A {\n  S "x"\n}\nquery a can B in A with {\n  S "x"\n}'), [
      'block 0-1',
      'block 3-4',
    ]);
  });

  it('keeps a brace that shares its line with words in the fold', () => {
    assert.deepEqual(folds('role R {\n  grants A,\n    B }\nuser a "b"'), ['block 0-2']);
  });

  it('folds comments of several lines and runs of line comments', () => {
    assert.deepEqual(folds('// one\n// two\n//three\nuser a "b" // four\n// five\n\n// six\n/* a\n b */\n'), [
      'comment 0-2',
      'comment 7-8',
    ]);
  });

  it('gives one fold a line, the wider one', () => {
    assert.deepEqual(folds('app A { role R {\n  grants B\n}\n}'), ['block 0-2']);
  });

  it('gives an editor that shows only so many the outer ones', () => {
    const text = 'app A {\n  role R {\n    grants B\n  }\n  role S {\n    grants B\n  }\n}\n/* a\nb */\n';
    assert.deepEqual(folds(text, 3), ['block 0-6', 'block 1-2', 'comment 8-9']);
    assert.deepEqual(folds(text, 2), ['block 0-6', 'comment 8-9']);
    assert.deepEqual(folds(text, 0), []);
    assert.equal(folds(text, 4).length, 4);
  });

  it('folds what never closes to its end', () => {
    assert.deepEqual(folds('app A {\n  role R {\n    grants B\n'), ['block 0-2', 'block 1-2']);
    assert.deepEqual(folds('/* a\nb'), ['comment 0-1']);
    assert.deepEqual(folds(''), []);
  });

  it('knows every line end', () => {
    assert.deepEqual(folds('app A {\r\n  field B: text\r\n}\r\n'), ['block 0-1']);
    assert.deepEqual(folds('app A {\r  field B: text\r}\r'), ['block 0-1']);
  });
});
