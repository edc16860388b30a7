// Where cells of a grid stand whose rows and columns are each of one size, and where keys lead in it.

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** In pixels. */
export interface Sizes {
  readonly row: number;
  readonly column: number;
  /** Of what stands above the rows and before the columns, and stays. */
  readonly head: number;
  readonly side: number;
}

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** From the first one on up to the last one, which is not among them. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** So many more on each side: what comes into sight next is there already. */
const spare = 4;

/** What of so many of one size is in sight. */
export function visible(offset: number, room: number, size: number, count: number): Range {
  const from = Math.max(0, Math.min(count, Math.floor(offset / size) - spare));
  const to = Math.max(from, Math.min(count, Math.ceil((offset + room) / size) + spare));
  return { from, to };
}

/** How many whole rows are in sight: so many a page goes. */
export function pageOf({ height }: Frame, sizes: Sizes): number {
  return Math.max(1, Math.floor((height - sizes.head) / sizes.row) - 1);
}

export interface Key {
  readonly key: string;
  readonly isControl: boolean;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** Where a key leads from a cell; undefined for a key that leads nowhere. */
export function moved({ row, column }: Place, { key, isControl }: Key, extent: Extent): Place | undefined {
  const { rows, columns, page } = extent;
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, nextRow)),
    column: Math.max(0, Math.min(columns - 1, nextColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return isControl ? to(0, column) : to(row - 1, column);
    case 'ArrowDown':
      return isControl ? to(rows - 1, column) : to(row + 1, column);
    case 'ArrowLeft':
      return isControl ? to(row, 0) : to(row, column - 1);
    case 'ArrowRight':
      return isControl ? to(row, columns - 1) : to(row, column + 1);
    case 'Home':
      return isControl ? to(0, 0) : to(row, 0);
    case 'End':
      return isControl ? to(rows - 1, columns - 1) : to(row, columns - 1);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    default:
      return undefined;
  }
}

/** Where to scroll so that a cell is in sight, beside what stays; where it is in sight already, nowhere else. */
export function scrolledTo({ row, column }: Place, frame: Frame, sizes: Sizes): { left: number; top: number } {
  return {
    left: nearest(frame.left, frame.width - sizes.side, column * sizes.column, sizes.column),
    top: nearest(frame.top, frame.height - sizes.head, row * sizes.row, sizes.row),
  };
}

function nearest(offset: number, room: number, at: number, size: number): number {
  if (at < offset) return at;
  return at + size > offset + room ? Math.max(0, at + size - room) : offset;
}
