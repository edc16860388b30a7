// The operators that a field takes, by its type, each with its values.
import { type Operator, operatorsOf, takesField } from '../../model/operators.ts';
import type { Field } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import type { FieldTypeName } from '../../syntax/ast.ts';
import type { ComparisonCall } from '../../syntax/context-call.ts';
import { writeName } from '../../syntax/keywords.ts';
import { operatorMeaning } from '../completion/operators.ts';
import { code } from '../markdown.ts';
import { type Form, type Part, parameter } from './form.ts';

/** Options that the words about a value name. */
const mostOptions = 12;

/** Takes the operator's words before the cursor and the one at it; gives the forms that go on so, none for an unknown field. */
export function comparisonForms({ model }: Snapshot, call: ComparisonCall, typed: string): readonly Form[] {
  const field = call.home === undefined ? undefined : model.objects.get(call.home)?.fields.get(call.field);
  const type = field?.type;
  if (field === undefined || type === undefined) return [];
  const fitting = operatorsOf(type).filter((each) => goesOn(each.split(' '), call.done));
  // The word at the cursor may be one of the operator's, or already a value.
  const begun = fitting.filter((each) => (each.split(' ')[call.done.length] ?? '').startsWith(typed));
  const whole = fitting.filter((each) => each === call.done.join(' '));
  const chosen = typed === '' || begun.length === 0 ? fitting : [...begun, ...whole];
  const operators = whole.length > 0 && begun.length === 0 ? whole : chosen;
  return [...new Set(operators)].map((operator) => formOf(field, type, operator));
}

function goesOn(operator: readonly string[], done: readonly string[]): boolean {
  return done.every((word, i) => operator[i] === word);
}

function formOf(field: Field, type: FieldTypeName, operator: Operator): Form {
  const meaning = operatorMeaning(operator);
  return {
    parts: [`${writeName(field.name)} `, ...partsOf(field, type, operator)],
    documentation: meaning === undefined ? undefined : `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`,
  };
}

function partsOf(field: Field, type: FieldTypeName, operator: Operator): readonly Part[] {
  const value = (index: number) => parameter(valueNames[type], index, aboutValue(field, type, operator));
  switch (operator) {
    case 'is empty':
    case 'is not empty':
      return [operator];
    case 'between':
      return ['between ', value(0), ' and ', value(1)];
    case 'is one of':
    case 'overlaps':
      return [`${operator} (`, value(0), ', …)'];
    case 'in the last':
    case 'in the next':
      return [`${operator} `, parameter('number', 0, 'A whole number from 1.'), ' ', units];
    case 'is in':
      return ['is in ', parameter('group', 0, 'A group that the user is in.')];
    case 'contains':
      return type === 'group' ? ['contains ', parameter('current user', 0, 'Whoever asks.')] : ['contains ', value(0)];
    default:
      return [`${operator} `, value(0)];
  }
}

const units = parameter('days|weeks|months|years', 1, 'Months and years are those of the calendar.');

const valueNames: Readonly<Record<FieldTypeName, string>> = {
  text: 'text',
  number: 'number',
  boolean: 'true|false',
  date: 'date',
  datetime: 'date or date-time',
  choice: 'option',
  choices: 'option',
  user: 'user',
  group: 'group',
  attachment: '',
};

function aboutValue(field: Field, type: FieldTypeName, operator: Operator): string {
  const other =
    takesField(operator) && type !== 'boolean' ? ` Or ${code('field NAME')}: another field of this type.` : '';
  return `${aboutType(field, type)}${other}`;
}

function aboutType({ options }: Field, type: FieldTypeName): string {
  switch (type) {
    case 'text':
      return `A text in quotes, or ${code('current user.NAME')}: an attribute of whoever asks.`;
    case 'number':
      return `A number, such as ${code('3')} or ${code('-2.5')}.`;
    case 'boolean':
      return `${code('true')} or ${code('false')}.`;
    case 'date':
      return `A day, such as ${code('2026-11-21')}.`;
    case 'datetime':
      return `A day, such as ${code('2026-11-21')}, or an instant, such as ${code('2026-11-21T09:30Z')}.`;
    case 'choice':
    case 'choices': {
      const shown = options.slice(0, mostOptions).map((option) => code(JSON.stringify(option)));
      return `One of ${shown.join(', ')}${options.length > mostOptions ? ` and ${options.length - mostOptions} more` : ''}.`;
    }
    case 'user':
      return `A user, a service account or ${code('current user')}.`;
    case 'group':
      return 'A group.';
    case 'attachment':
      return '';
  }
}
