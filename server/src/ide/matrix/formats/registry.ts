// The formats that a matrix can be kept in, by the name that the command line and the editor have for them.
import { toCsv } from './csv.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';
import type { Format } from './table.ts';

export const matrixFormats = { csv: toCsv, markdown: toMarkdown, html: toHtml } as const satisfies Record<
  string,
  Format
>;

export type MatrixFormat = keyof typeof matrixFormats;
