// A concrete record in words.

import { principalPath } from '../model/lookup.ts';
import type { Content, Field } from '../model/symbols.ts';
import { writeName } from '../syntax/keywords.ts';
import { formatDay, formatInstant } from '../text/calendar.ts';
import type { Counterexample } from './answer.ts';

/** What a field holds, as a record body writes it. */
export function contentText(field: Field, content: Content): string {
  if (content === null) return 'empty';
  if (typeof content === 'boolean') return String(content);
  if (typeof content === 'number') {
    if (field.type === 'date') return formatDay(content);
    return field.type === 'datetime' ? formatInstant(content) : String(content);
  }
  if (typeof content === 'string') return JSON.stringify(content);
  if ('kind' in content) return principalPath(content);
  const options = [...content].map((option) => JSON.stringify(option));
  return options.length === 0 ? 'empty' : options.length === 1 ? (options[0] ?? '') : `(${options.join(', ')})`;
}

/** `Status "Open", Assignee alice`: what the question left open; empty where it left nothing open. */
export function recordText(open: Counterexample['open']): string {
  return [...open].map(([field, content]) => `${writeName(field.name)} ${contentText(field, content)}`).join(', ');
}

export function counterexampleText({ open }: Pick<Counterexample, 'open'>): string {
  return recordText(open);
}
