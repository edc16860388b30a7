// Types of fields.
import type { FieldTypeName } from '../../syntax/ast.ts';
import { type Found, ranks } from './suggestion.ts';

const meanings: Readonly<Record<FieldTypeName, string>> = {
  text: 'any text',
  number: 'whole or with a fraction',
  boolean: 'true or false',
  date: 'a day, without a time zone',
  datetime: 'an instant',
  choice: 'one of its options',
  choices: 'any set of its options',
  user: 'a user or service account',
  group: 'a group',
  attachment: 'a file',
};

export function fieldTypes(): Found {
  return Object.entries(meanings).map(([name, detail]) => {
    const hasOptions = name === 'choice' || name === 'choices';
    return {
      kind: 'type',
      label: name,
      insert: hasOptions ? { snippet: `${name}("$1")` } : { words: name },
      detail,
      rank: ranks.name,
    };
  });
}
