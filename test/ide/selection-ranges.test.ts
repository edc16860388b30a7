// What a selection grows to, from the cursor outwards: one line for each step.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { selectionRanges } from '../../server/src/ide/selection-ranges.ts';
import { covers } from '../../server/src/text/span.ts';
import { fixture, onlyCursor, snapshotOf } from '../support/fixture.ts';

function checkGrows(text: string, wanted: readonly string[]): void {
  const made = fixture(text);
  const { path, offset } = onlyCursor(made);
  const whole = made.files.get(path) ?? '';
  const found = selectionRanges(made.snapshot, path, offset).map(({ start, end }) => whole.slice(start, end));
  assert.deepEqual(found, wanted.at(-1) === whole ? wanted : [...wanted, whole]);
}

describe('selection ranges', () => {
  it('grow from a name to its list, property, block, declaration and file', () => {
    checkGrows('user a "a@x.com"\ngroup G { description "d"  members a, bo$0b }\n// end', [
      'bob',
      'members a, bob',
      'description "d"  members a, bob',
      '{ description "d"  members a, bob }',
      'group G { description "d"  members a, bob }',
      'group G { description "d"  members a, bob }\n// end',
    ]);
  });

  it('grow from a word of a text to the text without its quotes, and with them', () => {
    checkGrows('role R { description "Reads a$0ll of it" }', [
      'all',
      'Reads all of it',
      '"Reads all of it"',
      'description "Reads all of it"',
      '{ description "Reads all of it" }',
      'role R { description "Reads all of it" }',
    ]);
  });

  it('grow by the parts of a condition and of a qualified name', () => {
    checkGrows('app A {\r\n  policy P { to B when not (S is "x" and T is A.$0C) }\r\n}', [
      'C',
      'A.C',
      'is A.C',
      'T is A.C',
      'S is "x" and T is A.C',
      '(S is "x" and T is A.C)',
      'not (S is "x" and T is A.C)',
      'when not (S is "x" and T is A.C)',
      'to B when not (S is "x" and T is A.C)',
      '{ to B when not (S is "x" and T is A.C) }',
      'policy P { to B when not (S is "x" and T is A.C) }',
      '{\r\n  policy P { to B when not (S is "x" and T is A.C) }\r\n}',
      'app A {\r\n  policy P { to B when not (S is "x" and T is A.C) }\r\n}',
    ]);
  });

  it('grow from a word of a comment to its text, the comment and the run of comments', () => {
    checkGrows('// one\n// t$0wo words\n\n// three\nuser a "a@x.com"', [
      'two',
      'two words',
      '// two words',
      '// one\n// two words',
    ]);
    checkGrows('/** a\n b$0 */ user a "a@x.com"', ['b', 'a\n b', '/** a\n b */']);
  });

  it('grow in broken text, in text that is none, and in an empty file', () => {
    checkGrows('group G { members a, ]] b$0', ['b', 'members a, ]] b', '{ members a, ]] b']);
    checkGrows('\u{1F600} ) al$0i', ['ali', '\u{1F600} ) ali']);
    checkGrows('$0', []);
    checkGrows('role R { description "no e$0nd\n}', [
      'end',
      'no end',
      '"no end',
      'description "no end',
      '{ description "no end\n}',
      'role R { description "no end\n}',
    ]);
  });

  it('are there for every place, each around the one before, whatever the text', () => {
    for (const text of [
      'user al\u{1F600} "a@x.com" { external }\r\n/* c',
      'app A { field S: choice("a",) record } }} query',
      '\ufeffgroup "G" {}',
    ])
      for (let offset = -1; offset <= text.length + 1; offset++) {
        const found = selectionRanges(snapshotOf(text), 'main.writ', offset);
        for (const [i, span] of found.entries()) {
          const inner = found[i - 1];
          if (inner !== undefined) assert.ok(covers(span, inner) && span.end - span.start > inner.end - inner.start);
        }
        if (offset >= 0 && offset <= text.length) assert.deepEqual(found.at(-1), { start: 0, end: text.length });
      }
    assert.deepEqual(selectionRanges(snapshotOf(''), 'none.writ', 0), []);
  });
});
