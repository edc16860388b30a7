// Asks what a field of a record holds, as its type allows, and gives it as a record body writes it.
import type { EvaluationChoices, PrincipalSearch } from '../../server/src/lsp/protocol.ts';
import type { Ask, Option } from './ask.ts';
import { l10n } from './l10n.ts';
import { type Choices, choosePrincipal } from './principals.ts';

type Field = EvaluationChoices['places'][number]['fields'][number];
type FieldType = NonNullable<Field['type']>;

/** The one value that every type has, as the language writes it. */
function emptyOption(): Option<string> {
  return { label: 'empty', description: l10n.t('the field holds nothing'), value: 'empty' };
}

/** Undefined where the user leaves the question. */
export async function chooseValue(ask: Ask, choices: Choices, field: Field): Promise<string | undefined> {
  const title = l10n.t('{0}: what does it hold?', field.name);
  switch (field.type) {
    case 'text':
    case 'number':
    case 'date':
    case 'datetime':
      return typed(ask, title, field.type);
    case 'choices':
      return several(await ask.pickSeveral(l10n.t('{0} None for empty', title), field.options.map(plain)));
    case 'user':
      return chooseOf(ask, choices, title, ['user', 'service account']);
    case 'group':
      return chooseOf(ask, choices, title, ['group']);
    default:
      return ask.pick(title, [...optionsOf(field), emptyOption()]);
  }
}

function optionsOf({ type, options }: Field): Option<string>[] {
  switch (type) {
    case 'boolean':
      return ['true', 'false'].map(plain);
    case 'choice':
      return options.map(plain);
    default:
      return [];
  }
}

function plain(value: string): Option<string> {
  return { label: value, value };
}

function chooseOf(
  ask: Ask,
  choices: Choices,
  title: string,
  kinds: NonNullable<PrincipalSearch['kinds']>,
): Promise<string | undefined> {
  return choosePrincipal(ask, choices, { title, kinds, others: [emptyOption()] });
}

function several(values: readonly string[] | undefined): string | undefined {
  if (values === undefined || values.length > 1) return values && `(${values.join(', ')})`;
  return values[0] ?? 'empty';
}

const forms: Readonly<Partial<Record<FieldType, RegExp>>> = {
  number: /^-?\d+(?:\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/,
};

function formText(type: FieldType): string {
  if (type === 'number') return l10n.t('a number, such as {0} or {1}', '3', '-2.5');
  if (type === 'date') return l10n.t('a date, such as {0}', '2026-11-21');
  return l10n.t('a date and time with its offset, such as {0}', '2026-11-21T09:30Z');
}

async function typed(ask: Ask, title: string, type: FieldType): Promise<string | undefined> {
  const form = forms[type];
  const problem = (text: string) => (text === '' || form === undefined || form.test(text) ? undefined : formText(type));
  const text = await ask.type(l10n.t('{0} Nothing for empty', title), problem);
  if (text === '') return 'empty';
  return text === undefined || type !== 'text' ? text : JSON.stringify(text);
}
