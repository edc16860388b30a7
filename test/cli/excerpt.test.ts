// Lines of source with carets, and text made safe to show.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { widthOf } from '../../server/src/cli/cells.ts';
import { excerpt } from '../../server/src/cli/excerpt.ts';
import { printable, printableLines } from '../../server/src/cli/printable.ts';

/** Takes a line in which `[` and `]` stand around the part; gives what shows, as two lines. */
function show(marked: string, width = 80): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const { source, carets } = excerpt({ line: marked.replace('[', '').replace(']', ''), start, end }, width);
  return `${source}\n${carets}`;
}

describe('an excerpt', () => {
  it('has carets under the part', () => {
    assert.equal(show('role [Agent] { }'), 'role Agent { }\n     ^^^^^');
    assert.equal(show('[role] Agent'), 'role Agent\n^^^^');
  });

  it('has one where the part is empty, at the end too', () => {
    assert.equal(show('role [] { }'), 'role  { }\n     ^');
    assert.equal(show('role[]'), 'role\n    ^');
    assert.equal(show('[]'), '\n^');
    assert.equal(show('x[]   '), 'x\n ^');
  });

  it('keeps tabs and wide characters in line', () => {
    assert.equal(show('\t[to] x'), '    to x\n    ^^');
    assert.equal(show('a\t[to] x'), 'a   to x\n    ^^');
    assert.equal(show('"日本" [x]'), '"日本" x\n       ^');
    assert.equal(show('[日本]'), '日本\n^^^^');
    assert.equal(show('😀👩‍👩‍👧 [x]'), '😀👩‍👩‍👧 x\n     ^');
    assert.equal(show('e\u0301e\u0301 [x]'), 'e\u0301e\u0301 x\n   ^');
  });

  it('spells out what does not show', () => {
    assert.equal(show('a\u001b[x]'), 'a\\u001Bx\n       ^');
    assert.equal(show('[\u202e] x'), '\\u202E x\n^^^^^^');
    assert.equal(show('\ud800[x]'), '\\uD800x\n      ^');
  });

  it('is cut around the part where the line is too long', () => {
    const word = 'abcdefghij'.repeat(10);
    assert.equal(show(`[ab]${word.slice(2)}`, 20), 'abcdefghijabcdefgh…\n^^');
    const middle = show(`${word}[XY]${word}`, 20);
    assert.equal(middle, '…efghijXYabcdefghij…\n       ^^');
    assert.equal(show(`${word}[XY]`, 20), '…efghijXY\n       ^^');
    assert.equal(show(`${word}[${word}]`, 20), `…efghijabcdefghijab…\n       ^^^^^^^^^^^^`);
  });

  it('of a line of millions is made at once', () => {
    const started = performance.now();
    const { source, carets } = excerpt({ line: 'x'.repeat(5_000_000), start: 3_000_000, end: 4_000_000 }, 40);
    assert.ok(performance.now() - started < 500);
    assert.equal(source.length, 40);
    assert.ok(carets.trimStart().startsWith('^') && carets.length <= 40);
  });
});

describe('text that is shown', () => {
  it('holds nothing that a terminal obeys', () => {
    assert.equal(printable('a\u0007\u009b\r\n\tb\u2066\u200b\ufeff'), 'a\\u0007\\u009B\\r\\n\\tb\\u2066\\u200B\\uFEFF');
    assert.equal(printable('Größe 日本 😀 👩‍👩‍👧'), 'Größe 日本 😀 👩‍👩‍👧');
    assert.equal(printable('\u{e0041}'), '\\uDB40\\uDC41');
    assert.equal(printableLines('a\r\nb\u001b\nc'), 'a\nb\\u001B\nc');
  });

  it('is as wide as it is', () => {
    assert.deepEqual(['', 'abc', '日本', '👩‍👩‍👧', 'e\u0301', 'ｆ'].map(widthOf), [0, 3, 4, 2, 1, 2]);
  });
});
