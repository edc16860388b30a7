// Puts the tables of a result into docs/performance.md: each suite between its marks, so that what stands around stays.
import { readFileSync, writeFileSync } from 'node:fs';
import { at } from '../../scripts/places.ts';
import { type Results, type Suite, shortNumber, type Table } from './figures.ts';

export const performancePage: string = at('docs', 'performance.md');

function markdownTable({ title, rows }: Table): string {
  const cell = (text: string) => (text === '' ? ' ' : text.replaceAll('|', '\\|'));
  const line = (row: readonly string[]) => `| ${row.map(cell).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  const rule = `| ${head.map((_, column) => (column === 0 ? '---' : '--:')).join(' | ')} |`;
  return [`**${title}**`, '', line(head), rule, ...rest.map(line)].join('\n');
}

function sectionOf(suite: Suite, { cpu, cores, node, effort, results }: Results): string | undefined {
  const result = results.find((each) => each.suite === suite.name);
  if (result === undefined) return undefined;
  const load = `${shortNumber(result.loadBefore)} before and ${shortNumber(result.loadAfter)} after`;
  const command = `npm run bench -- ${suite.name}${effort === 'quick' ? ' --quick' : ''}`;
  const passed = result.checks.filter((check) => check.passed).length;
  const made = `Made by \`${command}\` on ${cores} × ${cpu}, Node ${node}, load of the machine ${load}; ${passed} of ${result.checks.length} comparisons passed.`;
  return [made, ...suite.tables(result).map(markdownTable), ...(suite.notes?.(result) ?? [])].join('\n\n');
}

/** Takes the page and gives it with the sections of all suites in the result; throws where the page has no place for one. */
export function withTables(page: string, suites: readonly Suite[], results: Results): string {
  return suites.reduce((text, suite) => {
    const section = sectionOf(suite, results);
    if (section === undefined) return text;
    const [begin, end] = [`<!-- begin: ${suite.name} -->`, `<!-- end: ${suite.name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the page has no place for \`${suite.name}\``);
    return `${text.slice(0, from)}${begin}\n\n${section}\n\n${text.slice(to)}`;
  }, page);
}

export function writePerformancePage(suites: readonly Suite[], results: Results): void {
  writeFileSync(performancePage, withTables(readFileSync(performancePage, 'utf8'), suites, results));
}
