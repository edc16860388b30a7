// Conditions and records as Writ writes them, in one line of limited length.
import { contentText } from '../access/counterexample.ts';
import { printFormula } from '../condition/print.ts';
import { printName } from '../condition/print-value.ts';
import type { Model } from '../model/model.ts';
import type { Content, Field, Formula, RecordFacts, RecordSymbol } from '../model/symbols.ts';
import type { RelationKind } from '../syntax/ast-value.ts';
import { oneLine } from './markdown.ts';

/** Text in one line, cut to `max` code units with an ellipsis, never in the middle of a character. */
export function cutText(text: string, max: number): string {
  const line = oneLine(text);
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}

export function writtenFormula(formula: Formula, max = 80): string {
  return cutText(printFormula(formula), max);
}

/** A record as the body of one, without its braces: `Status "Open"  Priority 3`. */
export function writtenRecord(record: ReadonlyMap<Field, Content>): string {
  return [...record].map(([field, content]) => `${printName(field.name)} ${contentText(field, content)}`).join('  ');
}

/** How a record says what it has to do with somebody. */
export const relationWords: Readonly<Record<RelationKind, string>> = {
  watch: 'watched by',
  mention: 'mentions',
  share: 'shared with',
  assign: 'assigned to',
  approval: 'approved by',
};

/** The declared record of which that is said. */
export function recordWith({ records }: Model, facts: RecordFacts): RecordSymbol | undefined {
  return [...records.values()].find((record) => record.facts === facts);
}
