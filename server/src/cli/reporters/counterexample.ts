// The record that shows a failed expectation, in words.
import type { CounterexampleResult, FieldValue, FindingResult, ProjectResult } from '../check-result.ts';
import { printable } from '../printable.ts';

/** Of the finding of a failed expectation, a line with its counterexample: it stands where the expectation does. */
export function counterexampleOf(project: ProjectResult, { rule, file, range }: FindingResult): string[] {
  if (rule !== 'failed-expectation') return [];
  const failed = project.expectations?.find(
    (each) =>
      each.file === file &&
      each.range.start.line === range.start.line &&
      each.range.start.character === range.start.character,
  );
  return failed?.counterexample === undefined ? [] : [counterexampleLine(failed.counterexample)];
}

export function counterexampleLine({ principal, record }: CounterexampleResult): string {
  const fields = Object.entries(record ?? {}).map(([name, value]) => `${name} ${valueText(value)}`);
  const text = fields.length === 0 ? principal : `${principal}, on a record with ${fields.join(', ')}`;
  return `counterexample: ${printable(text)}`;
}

function valueText(value: FieldValue): string {
  if (value === null) return 'empty';
  return Array.isArray(value) ? `(${value.map((each) => JSON.stringify(each)).join(', ')})` : JSON.stringify(value);
}
