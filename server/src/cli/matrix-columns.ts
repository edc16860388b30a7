// Which columns of a matrix come out alike in every row: one of them can stand for all.
import { type Table, textOf } from '../ide/matrix/formats/table.ts';

/** Groups of columns by their positions, each in order, in the order of their first ones. */
export function alikeColumns(table: Table): (readonly number[])[] {
  // A number for each column so far: two have the same one as long as all rows said the same of them.
  let numbers: readonly number[] = table.columns.map(() => 0);
  for (const { cells } of table.rows()) {
    const known = new Map<string, number>();
    numbers = cells.map((cell, i) => {
      const key = `${numbers[i]} ${textOf(cell)}`;
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      return number;
    });
  }
  const groups = new Map<number, number[]>();
  numbers.forEach((number, i) => {
    const group = groups.get(number) ?? [];
    group.push(i);
    groups.set(number, group);
  });
  return [...groups.values()];
}
