// One record, in the form that conditions run on, and how what is said in names or symbols becomes it.
import { principalPath } from '../../model/lookup.ts';
import type { Content, Principal, RecordFacts } from '../../model/symbols.ts';
import type { RelationKind } from '../../syntax/ast-value.ts';
import { numberNamed, numberOf, type People } from './people.ts';
import type { Value, Values } from './values.ts';

export interface FieldRow {
  readonly name: string;
  readonly holds: 'person' | 'group' | 'options' | 'plain';
  readonly assignee: boolean;
  /** A name that every object of JavaScript answers to: only what the record itself says counts. */
  readonly inherited: boolean;
}

/** A record of one object in numbers. A field that is not said is undefined. */
export interface DenseRecord {
  readonly values: Values;
  readonly relations: ReadonlyMap<RelationKind, ReadonlySet<number>> | undefined;
  /** What the model says of it, where it comes from there: for explanations. */
  readonly facts?: RecordFacts;
}

/** A value as a program has it: people and groups by their names, accounts by their paths, `choices` as a list or a set. */
export type NamedValue = string | number | boolean | readonly string[] | ReadonlySet<string> | null;

/** A record in names. Fields that are left out are unknown; a field of the name `__proto__` cannot be said. */
export interface NamedRecord {
  readonly fields: Readonly<Record<string, NamedValue>>;
  readonly relations?: Readonly<Partial<Record<RelationKind, readonly string[]>>>;
}

/** Undefined where the record does not say it. */
export function fieldIn({ fields }: NamedRecord, { name, inherited }: FieldRow): NamedValue | undefined {
  return inherited && !Object.hasOwn(fields, name) ? undefined : fields[name];
}

/** What a record says of a field; undefined where it says nothing that the index knows. */
export function namedValue(people: People, row: FieldRow, record: NamedRecord): Value {
  const value = fieldIn(record, row);
  const { holds } = row;
  if (holds === 'plain' || value === null || value === undefined) return value as Value;
  if (holds === 'options') return value instanceof Set ? value : new Set(Array.isArray(value) ? value : [`${value}`]);
  const number = typeof value === 'string' ? numberNamed(people, value) : -1;
  return number < 0 || (holds === 'group') !== isGroup(people, number) ? undefined : number;
}

function isGroup({ firstGroup, firstAccount }: People, number: number): boolean {
  return firstGroup <= number && number < firstAccount;
}

/** Undefined where a relation names somebody whom the index does not know. */
export function denseRecord(people: People, rows: readonly FieldRow[], named: NamedRecord): DenseRecord | undefined {
  const values = rows.map((row) => namedValue(people, row, named));
  if (named.relations === undefined) return { values, relations: undefined };
  const relations = new Map<RelationKind, ReadonlySet<number>>();
  for (const [kind, names] of Object.entries(named.relations)) {
    const numbers = names.map((name) => numberNamed(people, name));
    if (numbers.includes(-1)) return undefined;
    relations.set(kind as RelationKind, new Set(numbers));
  }
  return { values, relations };
}

/** The same of what the model says of a record. */
export function recordOfFacts(people: People, facts: RecordFacts): DenseRecord {
  const { object, values, relations } = facts;
  const fields = [...object.fields.values()];
  const numbers = new Map<RelationKind, ReadonlySet<number>>();
  for (const [kind, principals] of relations)
    numbers.set(kind, new Set([...principals].map((principal) => numberOf(people, principal))));
  return {
    values: fields.map((field) => contentValue(people, values.get(field))),
    relations: numbers.size === 0 ? undefined : numbers,
    facts,
  };
}

function contentValue(people: People, content: Content | undefined): Value {
  if (typeof content !== 'object' || content === null || content instanceof Set) return content;
  return 'kind' in content ? numberOf(people, content) : content;
}

/** How a principal is named in a question and in a record. */
export function nameOf(principal: Principal): string {
  return principal.kind === 'service account' ? principalPath(principal) : principal.name;
}
