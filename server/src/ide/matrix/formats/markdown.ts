// A matrix as a table of Markdown.
import { escapeMarkdown } from '../../markdown.ts';
import { type Format, textOf } from './table.ts';

export const toMarkdown: Format = function* toMarkdown({ title, corner, columns, rows }) {
  yield `# ${escapeMarkdown(title)}\n\n`;
  const heads = [...corner, ...columns.map(({ constant }) => constant)];
  yield line(heads);
  yield `|${' --- |'.repeat(heads.length)}\n`;
  for (const { head, cells } of rows()) yield line([...head, ...cells.map(textOf)]);
};

function line(values: readonly string[]): string {
  return `| ${values.map(escapeMarkdown).join(' | ')} |\n`;
}
