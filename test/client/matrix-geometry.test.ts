// The grid of a matrix: what is in sight, where keys lead, and that only that is asked for, however many rows there are.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { moved, type Place, pageOf, scrolledTo, visible } from '../../client/src/matrix/geometry.ts';
import { createPages, pageSize } from '../../client/src/matrix/pages.ts';
import { cellLabel, markOf, signOf } from '../../client/src/matrix/signs.ts';
import { sizes } from '../../client/src/webview/sizes.ts';
import type { MatrixRows } from '../../server/src/lsp/protocol-lists.ts';

const extent = { rows: 10_000, columns: 159, page: 20 };
const go = (from: Place, key: string, isControl = false) => {
  const to = moved(from, { key, isControl }, extent);
  return to && [to.row, to.column];
};

describe('the grid of a matrix', () => {
  it('has what is in sight, with a little around it, and never more than there is', () => {
    assert.deepEqual(visible(0, 240, 24, 10_000), { from: 0, to: 14 });
    assert.deepEqual(visible(2400, 240, 24, 10_000), { from: 96, to: 114 });
    assert.deepEqual(visible(239_900, 240, 24, 10_000), { from: 9991, to: 10_000 });
    assert.deepEqual(visible(0, 240, 24, 3), { from: 0, to: 3 });
    assert.deepEqual(visible(9999, 240, 24, 3), { from: 3, to: 3 });
    assert.deepEqual(visible(0, -50, 24, 10), { from: 0, to: 2 });
  });

  it('is walked by keys', () => {
    const middle = { row: 500, column: 80 };
    assert.deepEqual(go(middle, 'ArrowUp'), [499, 80]);
    assert.deepEqual(go(middle, 'ArrowDown'), [501, 80]);
    assert.deepEqual(go(middle, 'ArrowLeft'), [500, 79]);
    assert.deepEqual(go(middle, 'ArrowRight'), [500, 81]);
    assert.deepEqual(go(middle, 'Home'), [500, 0]);
    assert.deepEqual(go(middle, 'End'), [500, 158]);
    assert.deepEqual(go(middle, 'Home', true), [0, 0]);
    assert.deepEqual(go(middle, 'End', true), [9999, 158]);
    assert.deepEqual(go(middle, 'PageUp'), [480, 80]);
    assert.deepEqual(go(middle, 'PageDown'), [520, 80]);
    assert.deepEqual(go(middle, 'ArrowDown', true), [9999, 80]);
    assert.equal(go(middle, 'x'), undefined);
    assert.deepEqual(go({ row: 0, column: 0 }, 'ArrowUp'), [0, 0]);
    assert.deepEqual(go({ row: 9999, column: 158 }, 'PageDown'), [9999, 158]);
    const none = moved({ row: 0, column: 0 }, { key: 'ArrowDown', isControl: false }, { rows: 0, columns: 0, page: 1 });
    assert.deepEqual(none, { row: 0, column: 0 });
  });

  it('scrolls as far as a cell needs, beside its heads', () => {
    const frame = { left: 0, top: 0, width: 1000, height: 600 };
    assert.deepEqual(scrolledTo({ row: 2, column: 2 }, frame, sizes), { left: 0, top: 0 });
    const far = scrolledTo({ row: 100, column: 100 }, frame, sizes);
    assert.deepEqual(far, {
      left: 101 * sizes.column - (1000 - sizes.side),
      top: 101 * sizes.row - (600 - sizes.head),
    });
    assert.deepEqual(scrolledTo({ row: 1, column: 1 }, { ...frame, left: 900, top: 900 }, sizes), {
      left: sizes.column,
      top: sizes.row,
    });
    assert.equal(pageOf(frame, sizes), Math.floor((600 - sizes.head) / sizes.row) - 1);
    assert.equal(pageOf({ ...frame, height: 10 }, sizes), 1);
  });

  it('asks for pages of rows once, those in sight alone, and forgets those long out of it', () => {
    const asked: number[] = [];
    const pages = createPages((from, count) => {
      assert.equal(count, pageSize);
      asked.push(from);
    });
    pages.want({ from: 90, to: 130 });
    pages.want({ from: 95, to: 135 });
    pages.want({ from: 5, to: 5 });
    assert.deepEqual(asked, [0, 100]);
    assert.equal(pages.row(95), undefined);
    pages.take(0, rowsFrom(0));
    assert.equal(pages.row(95)?.label, 'u95');
    assert.equal(pages.row(95)?.cell(1)?.verdict, 'refused');
    assert.equal(pages.row(95)?.cell(7), undefined);
    for (let from = 100; from < 10_000; from += pageSize) {
      pages.want({ from, to: from + 40 });
      pages.take(from, rowsFrom(from));
    }
    assert.equal(asked.length, 100);
    assert.equal(pages.row(9_950)?.label, 'u9950');
    assert.equal(pages.row(95), undefined);
    pages.want({ from: 90, to: 99 });
    assert.equal(asked.length, 101);
  });

  it('says in words and in signs what colours show', () => {
    const column = { constant: 'READ_RECORDS', name: 'View Records', group: 'Records' };
    const says = { verdict: 'allowed-when', words: 'allowed when Status is "Open"', change: 'narrowed' } as const;
    assert.equal(cellLabel('bob', column, says), 'bob, READ_RECORDS: allowed when Status is "Open" (narrowed)');
    assert.equal(
      cellLabel('bob', column, { ...says, change: 'same' }),
      'bob, READ_RECORDS: allowed when Status is "Open"',
    );
    const verdicts = ['allowed', 'allowed-when', 'refused', 'error', 'absent'] as const;
    assert.equal(new Set(verdicts.map(signOf)).size, verdicts.length);
    assert.deepEqual((['same', 'gained', 'lost', 'changed', 'unsure'] as const).map(markOf), ['', '+', '−', '~', '?']);
  });
});

function rowsFrom(from: number): MatrixRows {
  const rows = Array.from({ length: pageSize }, (_, i) => {
    return { name: `u${from + i}`, label: `u${from + i}`, kind: 'user', detail: '', cells: [0, 1] };
  });
  return {
    rows,
    says: [
      { verdict: 'allowed', words: 'allowed', change: null },
      { verdict: 'refused', words: 'refused', change: null },
    ],
  };
}
