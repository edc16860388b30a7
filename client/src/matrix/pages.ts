// The rows that a panel has been given, by pages: asked for when they come into sight, and forgotten when there are many.
import type { MatrixCell, MatrixRow, MatrixRows } from '../../../server/src/lsp/protocol-lists.ts';
import type { Range } from './geometry.ts';

export const pageSize = 100;
/** Far more than any screen shows. */
const mostPages = 30;

export interface ShownRow extends Omit<MatrixRow, 'cells'> {
  cell(column: number): MatrixCell | undefined;
}

export interface Pages {
  /** Undefined for one that is still to come. */
  row(at: number): ShownRow | undefined;
  /** Asks for what of these rows is not there, each page once. */
  want(rows: Range): void;
  take(from: number, rows: MatrixRows): void;
}

/** `ask`: sends for a page. */
export function createPages(ask: (from: number, count: number) => void): Pages {
  const pages = new Map<number, MatrixRows | 'asked'>();
  return {
    row(at) {
      const page = pages.get(Math.floor(at / pageSize));
      if (page === undefined || page === 'asked') return undefined;
      const row = page.rows[at % pageSize];
      return row && { ...row, cell: (column) => page.says[row.cells[column] ?? -1] };
    },
    want({ from, to }) {
      if (from >= to) return;
      const [first, last] = [Math.floor(from / pageSize), Math.floor((to - 1) / pageSize)];
      for (let page = first; page <= last; page++) {
        const known = pages.get(page);
        if (known !== undefined) touch(pages, page, known);
        else {
          touch(pages, page, 'asked');
          ask(page * pageSize, pageSize);
        }
      }
    },
    take(from, rows) {
      touch(pages, from / pageSize, rows);
      for (const oldest of pages.keys()) {
        if (pages.size <= mostPages) break;
        pages.delete(oldest);
      }
    },
  };
}

/** The last one that was needed is the last one to be forgotten. */
function touch<T>(pages: Map<number, T>, page: number, content: T): void {
  pages.delete(page);
  pages.set(page, content);
}
