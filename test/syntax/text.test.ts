// Line ends, byte order marks and characters of two code units: the same trees, and spans that count code units.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parseFile, syntaxProblems } from '../../server/src/syntax/parse.ts';
import { printFile } from '../support/tree.ts';

const desk = readFileSync(new URL('../conformance/desk/desk.writ', import.meta.url), 'utf8');

const found = (text: string) =>
  syntaxProblems(parseFile(text)).map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);

describe('syntax: text', () => {
  it('has no problem in the full example', () => assert.deepEqual(found(desk), []));

  it('means the same with CRLF', () => {
    const text = desk.replaceAll('\n', '\r\n');
    assert.equal(printFile(parseFile(text)), printFile(parseFile(desk)));
    assert.deepEqual(found(text), []);
  });

  it('means the same with a lone CR', () => {
    const text = desk.replaceAll('\n', '\r');
    assert.equal(printFile(parseFile(text)), printFile(parseFile(desk)));
  });

  it('means the same on one line, without comments', () => {
    const text = desk.replaceAll(/\/\/.*$/gm, '').replaceAll('\n', ' ');
    assert.equal(printFile(parseFile(text)), printFile(parseFile(desk)));
  });

  it('means the same with a word on each line, but for catalogue words', () => {
    const text = 'role R {\nmembers\na\n,\nb\ngrants\nview\non\n"X y"\nexpires\n2027-01-01\n}\n';
    assert.equal(printFile(parseFile(text)), printFile(parseFile(text.replaceAll('\n', ' '))));
    assert.deepEqual(found(text), []);
  });

  it('tolerates a byte order mark, and counts it', () => {
    const file = parseFile(`\ufeff${desk}`);
    assert.equal(printFile(file), printFile(parseFile(desk)));
    assert.deepEqual(found(`\ufeff${desk}`), []);
    assert.equal(file.starts[0], desk.indexOf('organization "Acme"') + 1);
  });

  it('looks at indentation the same way after a byte order mark and with CRLF', () => {
    const text = 'app A {\n  field X: text\nrole R { members a }\nuser c "c@d.e"\n';
    const tree = printFile(parseFile(text));
    assert.equal(printFile(parseFile(`\ufeff${text.replaceAll('\n', '\r\n')}`)), tree);
  });

  it('counts code units', () => {
    assert.deepEqual(found('user a "😀@b.c" 😀 group'), [
      '😀: unexpected character `😀`',
      'group: expected the name of the group before the end',
    ]);
  });

  it('names what cannot be seen by its number', () => {
    assert.deepEqual(found('user a "a@b.c"\u0007'), ['\u0007: unexpected character `U+0007`']);
    assert.deepEqual(found('user a "a@b.c" \ud83d'), ['\ud83d: unexpected character `U+D83D`']);
    assert.deepEqual(found('user a "a@b.c" \udc00'), ['\udc00: unexpected character `U+DC00`']);
  });

  it('reads white space of every kind between words', () => {
    assert.deepEqual(found('\ufeff\u00a0group\u00a0G\f{\vmembers\ta }'), []);
  });

  it('takes a line separator of Unicode inside of a text', () => {
    assert.equal(printFile(parseFile('group "a\u2028b" {}')), 'group "a\u2028b"');
  });

  it('cuts a long word in a message', () => {
    const long = 'x'.repeat(100);
    assert.deepEqual(found(`group G { ${long} }`), [
      `${long}: expected a property of the group or \`}\`, found \`${'x'.repeat(40)}…\``,
    ]);
  });

  it('reads a file of one kind of character', () => {
    for (const c of [
      '{',
      '}',
      '(',
      ')',
      ',',
      ':',
      '.',
      '"',
      '/',
      '*',
      '>',
      '-',
      '0',
      'a',
      ' ',
      '\n',
      '\\',
      '\0',
      'é',
      '😀',
    ])
      for (const n of [1, 2, 3, 50]) assert.doesNotThrow(() => parseFile(c.repeat(n)), JSON.stringify(c.repeat(n)));
  });
});

describe('syntax: deep and long texts', () => {
  const deep = 20_000;
  const policy = (condition: string) => `app A { policy p { to a when ${condition} } }`;
  const texts: Readonly<Record<string, string>> = {
    parentheses: policy(`${'('.repeat(deep)}X is 3${')'.repeat(deep)}`),
    'parentheses that do not close': policy('('.repeat(deep)),
    '`not`': policy(`${'not '.repeat(deep)}X is 3`),
    '`and`': policy(`X is 3${' and X is 3'.repeat(deep)}`),
    '`or` and `and` in turn': policy(`X is 3${' and X is 3 or X is 4'.repeat(deep)}`),
    'opening braces': `app A ${'{'.repeat(deep)}`,
    'closing braces': `app A { ${'}'.repeat(deep)}`,
    'roles that do not close': `app A { ${'role R { '.repeat(deep)}`,
    'apps that do not close': 'app A { '.repeat(deep),
    'a list': `group G { members ${'a, '.repeat(deep)}b }`,
    'characters that are none': `app A { ${'= '.repeat(deep)}`,
    'parentheses in a question': `query a can B in C when ${'('.repeat(deep)}`,
  };
  for (const [title, text] of Object.entries(texts))
    it(`are read: ${title}`, () => {
      assert.equal(
        printFile(parseFile(`${text}\nuser c "c@d.e"`))
          .split('\n')
          .at(-1),
        'user c "c@d.e"',
      );
    }).timeout(4000);
});
