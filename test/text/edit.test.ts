// Edits of one text: applied, told apart, and kept from growing together with what stands beside them.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { applyEdits, areApart, composed, type TextEdit, withRoom } from '../../server/src/text/edit.ts';

/** The text between `<` and `>` becomes the other one. */
function checkRoom(marked: string, text: string, wanted: string): void {
  const start = marked.indexOf('<');
  const plain = marked.replace(/[<>]/g, '');
  const edit = { span: { start, end: marked.indexOf('>') - 1 }, text };
  assert.equal(applyEdits(plain, [withRoom(plain, edit)]), wanted);
}

/** Edits of a text of that length, apart, in any order. */
function editsWithin(length: number): fc.Arbitrary<TextEdit[]> {
  const text = fc.constantFrom('', 'x', 'yz', '-----');
  const edit = fc.record({ start: fc.nat(length), size: fc.nat(4), text }).map((each): TextEdit => {
    return { span: { start: each.start, end: Math.min(length, each.start + each.size) }, text: each.text };
  });
  return fc.array(edit, { maxLength: 5 }).filter(areApart);
}

describe('edits', () => {
  it('do together what they do one after the other', () => {
    const text = 'abcdefghijkl';
    const both = editsWithin(text.length).chain((first) =>
      fc.tuple(fc.constant(first), editsWithin(applyEdits(text, first).length)),
    );
    fc.assert(
      fc.property(both, ([first, second]) => {
        const all = composed(first, second);
        assert.ok(areApart(all));
        assert.equal(applyEdits(text, all), applyEdits(applyEdits(text, first), second));
      }),
      { numRuns: 3000 },
    );
  });

  it('put an insertion before what is taken out behind it, whichever is given first', () => {
    const [gone, put] = [
      { span: { start: 1, end: 2 }, text: '' },
      { span: { start: 1, end: 1 }, text: 'x' },
    ];
    assert.equal(applyEdits('abc', [gone, put]), 'axc');
    assert.equal(applyEdits('abc', [put, gone]), 'axc');
  });

  it('are made in the order of the text, insertions at one place in their own', () => {
    const edits = [
      { span: { start: 4, end: 5 }, text: 'E' },
      { span: { start: 0, end: 0 }, text: '1' },
      { span: { start: 0, end: 1 }, text: 'A' },
    ];
    assert.equal(applyEdits('abcdef', edits), '1AbcdEf');
  });

  it('are apart where none touches the text of another', () => {
    const [one, two] = [
      { span: { start: 0, end: 3 }, text: '' },
      { span: { start: 3, end: 3 }, text: 'x' },
    ];
    assert.equal(areApart([two, one]), true);
    assert.equal(areApart([one, { span: { start: 2, end: 4 }, text: '' }]), false);
  });

  it('make room where a word would grow together with its neighbour', () => {
    checkRoom('{ <"Status ">open }', 'Status', '{ Status open }');
    checkRoom('is<"x">or', 'Open', 'is Open or');
    checkRoom('a <"b"> c', 'B', 'a B c');
    checkRoom('F <"b">, c', '"B"', 'F "B", c');
    checkRoom('é<"b">é', 'ß', 'é ß é');
    checkRoom('wo<>rd', '', 'word');
  });
});
