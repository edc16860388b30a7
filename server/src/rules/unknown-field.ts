// A field that its object does not have.
import type { Model } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import type { Field, ObjectSymbol } from '../model/symbols.ts';
import type { Test } from '../syntax/ast-condition.ts';
import { type AstNode, pathAt } from '../syntax/ast-path.ts';
import type { RecordField, Value } from '../syntax/ast-value.ts';
import { writeName } from '../syntax/keywords.ts';
import { createIn } from './edits/create.ts';
import { nameAt } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const unknownField = fromModel(
  {
    id: 'unknown-field',
    severity: 'error',
    category: 'Broken policy',
    title: 'a field that its object does not have',
  },
  createIt,
);

/** A field of the type that what is said of it fits, where one does. */
function createIt(context: RuleContext, { origin, about }: Problem): readonly Fix[] {
  const name = nameAt(origin);
  if (name === undefined || about?.kind !== 'object') return [];
  const type = typeAt(context.model, about, pathAt(origin.unit, origin.span.start), origin.span.start);
  if (type === undefined) return [];
  const text = `field ${writeName(name)}: ${type}`;
  return createIn(context, about, { file: origin.file, name }, { kind: 'field', text });
}

/** The type as it is written. `offset`: where the name stands. */
function typeAt(model: Model, object: ObjectSymbol, path: readonly AstNode[], offset: number): string | undefined {
  for (const node of path.toReversed()) {
    if (!('kind' in node)) continue;
    if (node.kind === 'comparison' && node.field.span.start === offset)
      return node.test === undefined ? undefined : typeOfTest(model, object, node.test);
    // The other side of the comparison says what it is.
    if (node.kind === 'comparison') return typeOfField(object.fields.get(node.field.text));
    if (node.kind === 'value') return typeOfContent(model, object, node);
  }
  return undefined;
}

function typeOfTest(model: Model, object: ObjectSymbol, test: Test): string | undefined {
  switch (test.operator) {
    case 'is empty':
    case 'is not empty':
      return 'text';
    case 'is in':
      return 'user';
    case 'in the last':
    case 'in the next':
      return 'date';
    case 'between':
      return test.low && typeOfValue(model, object, test.low);
    case 'is one of':
      return typeOfValues(model, object, test.values);
    case 'overlaps':
      return choices(test.values);
    default:
      return test.value === undefined
        ? undefined
        : test.operator === 'contains' && test.value.kind === 'current user' && test.value.attribute === undefined
          ? 'group'
          : typeOfValue(model, object, test.value);
  }
}

function typeOfContent(model: Model, object: ObjectSymbol, { value }: RecordField): string | undefined {
  if (value === undefined) return undefined;
  if (value === 'empty') return 'text';
  if (!('kind' in value)) return choices(value);
  return typeOfValue(model, object, value);
}

function choices(values: readonly Value[]): string | undefined {
  const options = values.flatMap((value) => (value.kind === 'string' && value.text !== '' ? [value.text] : []));
  if (options.length < values.length || values.length === 0) return undefined;
  return `choices(${[...new Set(options)].map((option) => JSON.stringify(option)).join(', ')})`;
}

/** One type for all of them. */
function typeOfValues(model: Model, object: ObjectSymbol, values: readonly Value[]): string | undefined {
  const types = new Set(values.map((value) => typeOfValue(model, object, value)));
  const [type] = types;
  return types.size === 1 ? type : undefined;
}

/** A text may be any option: other places that compare with another one are right as well. */
function typeOfValue(model: Model, object: ObjectSymbol, value: Value): string | undefined {
  switch (value.kind) {
    case 'string':
      return 'text';
    case 'number':
    case 'date':
    case 'datetime':
      return value.kind;
    case 'current user':
      return value.attribute === undefined ? 'user' : 'text';
    case 'field':
      return value.name && typeOfField(object.fields.get(value.name.text));
    case 'name': {
      const { name, qualifier } = value.ref;
      if (name === undefined) return undefined;
      if (qualifier === undefined && !name.quoted && /^(?:true|false)$/.test(name.text)) return 'boolean';
      const isOwn = qualifier === undefined && object.accounts.has(name.text);
      return !isOwn && model.groups.has(name.text) ? 'group' : 'user';
    }
  }
}

function typeOfField(field: Field | undefined): string | undefined {
  if (field?.type === undefined) return undefined;
  const options = field.options.map((option) => JSON.stringify(option)).join(', ');
  return field.type === 'choice' || field.type === 'choices' ? `${field.type}(${options})` : field.type;
}
