// What a question says of a record, in the symbols of the model.
import type { Content, Field, Principal, RecordFacts } from '../../model/symbols.ts';
import type { RelationKind } from '../../syntax/ast-value.ts';
import type { AccessIndex, ObjectIndex } from './access-index.ts';
import { type People, principalAt } from './people.ts';
import type { Ask } from './question.ts';
import { denseOf } from './relations.ts';
import type { Value } from './values.ts';

/** A record that names somebody whom the index does not know says nothing. */
export function factsOf(index: AccessIndex, ask: Ask, { symbol }: ObjectIndex): RecordFacts {
  const record = denseOf(index, ask);
  if (record?.facts !== undefined) return record.facts;
  const values = new Map<Field, Content>();
  let slot = 0;
  for (const field of symbol.fields.values()) {
    const content = contentOf(index.people, field, record?.values[slot++]);
    if (content !== undefined) values.set(field, content);
  }
  const relations = new Map<RelationKind, ReadonlySet<Principal>>();
  for (const [kind, numbers] of record?.relations ?? [])
    relations.set(kind, new Set([...numbers].flatMap((number) => principalAt(index.people, number) ?? [])));
  return { object: symbol, values, relations };
}

function contentOf(people: People, { type }: Field, value: Value): Content | undefined {
  if (typeof value !== 'number' || (type !== 'user' && type !== 'group')) return value;
  return principalAt(people, value);
}
