// Edits of one text: applied, told apart, and kept from growing together with what stands beside them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { applyEdits, areApart, withRoom } from '../../server/src/text/edit.ts';

/** The text between `<` and `>` becomes the other one. */
function checkRoom(marked: string, text: string, wanted: string): void {
  const start = marked.indexOf('<');
  const plain = marked.replace(/[<>]/g, '');
  const edit = { span: { start, end: marked.indexOf('>') - 1 }, text };
  assert.equal(applyEdits(plain, [withRoom(plain, edit)]), wanted);
}

describe('edits', () => {
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
