// What figures grow by from size to size, against what the text of the organization grows by.
import { type Figure, medianOf, shortNumber, type Table } from './figures.ts';
import { type SizeName, sizeNames } from './organization.ts';
import { over, type Target } from './targets.ts';

/** What is compared from size to size, and who it is measured of. */
export type Measure = readonly [name: string, engine: string];

/** Undefined where it was not measured at both sizes. */
export function growth(figures: readonly Figure[], [name, engine]: Measure, [from, to]: readonly [SizeName, SizeName]) {
  return over(medianOf(figures, engine, name, to), medianOf(figures, engine, name, from));
}

/** `text`: what the others are held against, which stands first. */
export function growthTable(figures: readonly Figure[], text: Measure, measures: readonly Measure[]): Table {
  const rows = [text, ...measures].map(([name, engine]) => {
    const cells = sizeNames.map((size) => {
      const figure = figures.find((each) => each.name === name && each.engine === engine && each.size === size);
      return figure === undefined ? '' : `${shortNumber(figure.median)} ${figure.unit}`;
    });
    const grown = (from: SizeName, to: SizeName) => {
      const times = growth(figures, [name, engine], [from, to]);
      return times === undefined ? '' : `${shortNumber(times)}×`;
    };
    return [name, ...cells, grown('S', 'M'), grown('M', 'L'), grown('S', 'L')];
  });
  return { title: 'Growth', rows: [['', ...sizeNames, 'S to M', 'M to L', 'S to L'], ...rows] };
}

/** Nothing grows by more than the text does, from the smallest size to the largest that was measured. */
export function growthTargets(figures: readonly Figure[], text: Measure, measures: readonly Measure[]): Target[] {
  const to: SizeName = figures.some(({ size }) => size === 'L') ? 'L' : 'M';
  const data = growth(figures, text, ['S', to]);
  return measures.map((measure): Target => {
    const value = over(growth(figures, measure, ['S', to]), data);
    return { name: `${measure[0]}: growth against that of the text`, size: `S to ${to}`, value, atMost: 1, unit: '×' };
  });
}
