// Records as the reference sees them: what each field holds, and who stands in which relation.
import type { FieldDecl } from '../../../server/src/syntax/ast.ts';
import type { RecordBody, Ref, RelationKind, Value } from '../../../server/src/syntax/ast-value.ts';
import { instantOf } from './dates.ts';
import { keptBy } from './kept.ts';
import { itemsOf, type Party, type Person, party, records, type World } from './world.ts';

/** `empty` holds nothing. */
export type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text' | 'choice' | 'date'; readonly text: string }
  | { readonly kind: 'number' | 'datetime'; readonly number: number }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'user'; readonly person: Person }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'attachment' };

/** What is said of the fields; a field that is not in it is unknown. */
export type Facts = Readonly<Record<string, Content>>;

export interface Relation {
  readonly relation: RelationKind;
  readonly who: Party;
}

export interface Thing {
  readonly object: string;
  readonly facts: Facts;
  readonly relations: readonly Relation[];
}

export const empty: Content = { kind: 'empty' };

export const fieldsOf = keptBy((world: World, object: string): FieldDecl[] => {
  const all: FieldDecl[] = [];
  for (const item of itemsOf(world, object)) if (item.kind === 'field') all.push(item);
  return all;
});

export function fieldOf(world: World, object: string, name: string): FieldDecl {
  const found = fieldsOf(world, object).find((field) => field.name?.text === name);
  if (found === undefined) throw new Error(`${object} has no field ${name}`);
  return found;
}

/** Whom a value names. */
export function partyOf(world: World, value: Value, object: string): Party {
  if (value.kind === 'name') return party(world, value.ref, object);
  if (value.kind !== 'string') throw new Error(`${value.kind} names nobody`);
  const ref: Ref = {
    kind: 'ref',
    span: value.span,
    qualifier: undefined,
    name: { span: value.span, text: value.text, quoted: true },
  };
  return party(world, ref, object);
}

function single(world: World, field: FieldDecl, value: Value, object: string): Content {
  const type = field.type?.name;
  switch (type) {
    case 'text':
      if (value.kind !== 'string') break;
      return value.text === '' ? empty : { kind: 'text', text: value.text };
    case 'attachment':
      if (value.kind !== 'string') break;
      return value.text === '' ? empty : { kind: 'attachment' };
    case 'choice':
      if (value.kind !== 'string') break;
      return { kind: 'choice', text: value.text };
    case 'number':
      if (value.kind !== 'number') break;
      return { kind: 'number', number: Number(value.text) };
    case 'date':
      if (value.kind !== 'date') break;
      return { kind: 'date', text: value.text };
    case 'datetime':
      if (value.kind !== 'datetime') break;
      return { kind: 'datetime', number: instantOf(value.text) };
    case 'boolean':
      if (value.kind !== 'name') break;
      return { kind: 'boolean', is: value.ref.name?.text === 'true' };
    case 'user': {
      const who = partyOf(world, value, object);
      if (who.kind === 'group') break;
      return { kind: 'user', person: who };
    }
    case 'group': {
      const who = partyOf(world, value, object);
      if (who.kind !== 'group') break;
      return { kind: 'group', group: who.group };
    }
  }
  throw new Error(`${type} does not take ${value.kind}`);
}

function contentOf(
  world: World,
  field: FieldDecl,
  value: Value | readonly Value[] | 'empty' | undefined,
  object: string,
) {
  if (value === 'empty' || value === undefined) return empty;
  const list = Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
  if (field.type?.name !== 'choices') {
    const [only] = list;
    return only === undefined ? empty : single(world, field, only, object);
  }
  const options = list.map((each) => (each.kind === 'string' ? each.text : ''));
  return options.length === 0 ? empty : { kind: 'choices' as const, options };
}

/** Reads a record's body; names in it are looked up in the object first. */
export function readBody(world: World, object: string, body: RecordBody): Thing {
  const facts: Record<string, Content> = {};
  const relations: Relation[] = [];
  for (const item of body.items) {
    if (item.kind === 'value') {
      const field = fieldOf(world, object, item.name.text);
      facts[item.name.text] = contentOf(world, field, item.value, object);
    } else for (const ref of item.refs) relations.push({ relation: item.relation, who: party(world, ref, object) });
  }
  return { object, facts, relations };
}

export const recordsOf = keptBy((world: World, object: string): Thing[] => {
  const all: Thing[] = [];
  for (const record of records(world))
    if (record.object?.name?.text === object && record.body !== undefined)
      all.push(readBody(world, object, record.body));
  return all;
});

export function recordCalled(world: World, name: string): Thing {
  for (const record of records(world))
    if (record.name?.text === name && record.body !== undefined)
      return readBody(world, record.object?.name?.text ?? '', record.body);
  throw new Error(`no record is called ${name}`);
}
