// Writes the table of docs/precision.md anew, between its two marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { at } from '../../scripts/places.ts';
import { rules } from '../../server/src/rules/registry.ts';
import type { Row } from './report.ts';

/** What is written down of one organization. */
export interface Report {
  readonly name: string;
  readonly size: string;
  readonly rows: readonly Row[];
  readonly mistakes: string;
}

const [begin, end] = ['<!-- begin: npm run precision -- --docs -->', '<!-- end -->'];

export function writeDocs(reports: readonly Report[]): void {
  const file = at('docs', 'precision.md');
  const text = readFileSync(file, 'utf8');
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`${file} lacks its marks`);
  writeFileSync(file, `${text.slice(0, start)}${begin}\n\n${tables(reports)}\n\n${text.slice(stop)}`);
}

function tables(reports: readonly Report[]): string {
  const sizes = reports.map(({ name, size, mistakes }) => `- **${name}**: ${size}; ${mistakes}`);
  const head = `| Rule | ${reports.map(({ name }) => name).join(' | ')} |`;
  const line = `| --- | ${reports.map(() => '---').join(' | ')} |`;
  const rows = rules.flatMap(({ id }) => {
    const own = reports.map(({ rows: all }) => all.find(({ rule }) => rule === id));
    if (own.every((row) => row === undefined)) return [];
    const cells = own.map((row) =>
      row === undefined ? '' : `${row.findings} of which ${row.findings - row.unplanned} planted`,
    );
    return [`| \`${id}\` | ${cells.join(' | ')} |`];
  });
  return [...sizes, '', head, line, ...rows].join('\n');
}
