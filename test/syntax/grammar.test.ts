// The grammar itself: the parser library finds no fault in it, and its words are those of the language.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { blockWords, topWords } from '../../server/src/syntax/blocks.ts';
import { contextualWords, isReserved, reservedWords, writeName } from '../../server/src/syntax/keywords.ts';
import { parseFile, syntaxProblems } from '../../server/src/syntax/parse.ts';
import { WritParser } from '../../server/src/syntax/parser.ts';

const nameOf = (text: string) => {
  const declaration = parseFile(text).units[0]?.declaration;
  return declaration?.kind === 'group' ? declaration.name?.text : undefined;
};

describe('syntax: the grammar', () => {
  it('has no ambiguity, left recursion or endless loop', () => {
    assert.doesNotThrow(() => new WritParser({ validate: true }));
  });

  it('has a word once, reserved or of conditions', () => {
    const all = [...reservedWords, ...contextualWords];
    assert.equal(new Set(all).size, all.length);
  });

  it('begins every item of a block with a reserved word', () => {
    for (const word of [...topWords, ...Object.values(blockWords).flat()]) assert.ok(isReserved(word), word);
  });

  it('takes a reserved word for a name only in quotes', () => {
    for (const word of reservedWords) {
      assert.notEqual(syntaxProblems(parseFile(`group ${word} {}`)).length, 0, word);
      assert.equal(nameOf(`group "${word}" {}`), word);
      assert.equal(writeName(word), `"${word}"`);
    }
  });

  it('takes a word of conditions for a name anywhere', () => {
    for (const word of contextualWords) {
      // `not` negates where a field may stand, and belongs to `is` behind it: it must be quoted there.
      const field = word === 'not' ? '"not"' : word;
      assert.equal(nameOf(`group ${word} {}`), word);
      assert.equal(writeName(word), word);
      const text = `user ${word} "a@b.c" { ${word} "x" }
        app ${word} { field ${word}: text  policy ${word} { to ${word} when ${field} is "x" and X is ${field} } }
        record ${word} in ${word} { ${word} ${word}  watched by ${word} }
        query ${word} can A on ${word}`;
      assert.deepEqual(syntaxProblems(parseFile(text)), [], word);
    }
  });

  it('writes any name so that it is read as that name', () => {
    for (const name of [
      'a',
      'a b',
      '',
      '2',
      '-a',
      'a"b',
      'a\\',
      'é',
      '名前',
      '𠮷',
      'a\nb',
      '\u2028',
      'on',
      'is',
      'a.b',
    ])
      assert.equal(nameOf(`group ${writeName(name)} {}`), name);
  });
});
