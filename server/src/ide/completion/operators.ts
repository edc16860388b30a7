// Operators that fit the field's type, as phrases of which some words may stand already.
import { operatorsOf } from '../../model/operators.ts';
import type { FieldTypeName } from '../../syntax/ast.ts';
import type { OperatorSlot } from '../../syntax/context-slots.ts';
import { fieldsOf } from './fields.ts';
import { type Found, type Request, ranks, type Suggestion } from './suggestion.ts';

const types: readonly FieldTypeName[] = ['text', 'number', 'date', 'boolean', 'choice', 'choices', 'user', 'group'];

/** What is inserted behind an operator that takes more than one value. */
const tails: Readonly<Record<string, string>> = {
  'is one of': ' ($0)',
  overlaps: ' ($0)',
  between: ' $1 and $2',
  'in the last': ` \${1:30} \${2|days,weeks,months,years|}`,
  'in the next': ` \${1:30} \${2|days,weeks,months,years|}`,
};
const whole: ReadonlySet<string> = new Set([
  'is empty',
  'is not empty',
  'is true',
  'is false',
  'contains current user',
]);

/** What stands behind `is` there is a value. */
const constants: ReadonlySet<string> = new Set(['is true', 'is false']);

const meanings: Readonly<Record<string, string>> = {
  'is not': 'also true of an empty field',
  between: 'both ends belong to it',
  'in the last': 'from then until today, both included',
  'in the next': 'from today until then, both included',
  'is in': 'a member of a group',
  'contains current user': 'a group of whoever asks',
  overlaps: 'holds any of these options',
  contains: 'holds this text or option',
  'is empty': 'holds nothing',
  'is not empty': 'holds anything',
  'is one of': 'any of these',
};

/** What an operator means where its words do not say so; undefined for the others. */
export function operatorMeaning(operator: string): string | undefined {
  return meanings[operator];
}

export function operators(request: Request, { home, field, done }: OperatorSlot): Found {
  const type = fieldsOf(request, home).find((each) => each.name === field)?.type;
  const phrases = type === undefined ? new Set(types.flatMap(phrasesOf)) : phrasesOf(type);
  const stands = done.length === 0 ? '' : `${done.join(' ')} `;
  return [...phrases].flatMap((phrase, i) => {
    // A value may follow `is` at once: that is not for an operator to say.
    if (!phrase.startsWith(stands) || (stands !== '' && constants.has(phrase))) return [];
    return [operator(phrase, phrase.slice(stands.length), stands === '' ? ranks.first + i : ranks.property)];
  });
}

/** As they are written, those that stand alone with the value that they always have. */
function phrasesOf(type: FieldTypeName): readonly string[] {
  const all: readonly string[] = operatorsOf(type);
  if (type === 'boolean') return ['is true', 'is false', ...all.filter((each) => each !== 'is')];
  if (type === 'group') return all.map((each) => (each === 'contains' ? 'contains current user' : each));
  return all;
}

function operator(phrase: string, rest: string, rank: number): Suggestion {
  const tail = tails[phrase];
  const meaning = meanings[phrase];
  const insert = tail === undefined ? { words: whole.has(phrase) ? rest : `${rest} ` } : { snippet: rest + tail };
  return { kind: 'operator', label: rest, insert, ...(meaning === undefined ? {} : { detail: meaning }), rank };
}
