// What a record holds, as plain values.
import type { Counterexample } from '../access/answer.ts';
import { principalPath } from '../model/lookup.ts';
import type { Content, Field, Principal } from '../model/symbols.ts';
import { formatDay, formatInstant } from '../text/calendar.ts';
import type { CounterexampleResult, FieldValue } from './check-result.ts';

export function counterexampleResult({ principal, record }: Counterexample): CounterexampleResult {
  const name = principalName(principal);
  if (record === undefined || record.size === 0) return { principal: name };
  const fields = [...record].map(([field, content]) => [field.name, contentValue(field, content)] as const);
  return { principal: name, record: Object.fromEntries(fields) };
}

/** A service account is named with its object: others may have one of its name. */
export function principalName(principal: Principal): string {
  return principal.kind === 'service account' ? principalPath(principal) : principal.name;
}

function contentValue(field: Field, content: Content): FieldValue {
  if (content === null || typeof content === 'boolean') return content;
  if (typeof content === 'number') return numberValue(field, content);
  if (typeof content === 'string') return content === '' ? null : content;
  if (isOptions(content)) return content.size === 0 ? null : [...content];
  return principalName(content);
}

function numberValue(field: Field, content: number): FieldValue {
  if (field.type === 'date') return formatDay(content);
  return field.type === 'datetime' ? formatInstant(content) : content;
}

function isOptions(content: ReadonlySet<string> | Principal): content is ReadonlySet<string> {
  return content instanceof Set;
}
