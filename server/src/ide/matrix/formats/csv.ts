// A matrix as comma-separated values after RFC 4180, in which no spreadsheet finds a formula.
import { spellOut } from '../../markdown.ts';
import { type Format, textOf } from './table.ts';

export const toCsv: Format = function* toCsv({ corner, columns, rows }) {
  yield line([...corner, ...columns.map(({ constant }) => constant)]);
  for (const { head, cells } of rows()) yield line([...head, ...cells.map(textOf)]);
};

function line(values: readonly string[]): string {
  return `${values.map(value).join(',')}\r\n`;
}

function value(text: string): string {
  const shown = inert(spellOut(text));
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/** What a spreadsheet would take for a formula, in any width of the sign, and behind blanks too. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** An apostrophe in front is what spreadsheets take for the sign of text. */
function inert(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
