// Words of the grammar that go on with what stands before the cursor.
import type { KeywordSlot } from '../../syntax/context-slots.ts';
import { type Found, ranks } from './suggestion.ts';

/** What the words do, where they do not say so themselves. */
const meanings: Readonly<Record<string, string>> = {
  in: 'in an object, or in the organization',
  'in organization': "the organization's roles alone, without records",
  on: 'on a declared record',
  with: 'for a record like this',
  when: 'for every record that meets a condition',
  where: 'the records that it reaches',
  'as of': 'at a date, not today',
  'runs as': 'who it acts as, instead of the agent',
  'as assignee': 'says who the record is assigned to',
  only: 'nobody else may',
  nobody: 'no principal may',
  but: 'except these',
  invite: 'may invite this address',
  use: 'may pick this service account',
  'who can': 'everyone who may',
  'what can': 'everything that someone may',
  not: 'the opposite of what follows',
};

/** Nothing follows these. */
const whole: ReadonlySet<string> = new Set(['as assignee', 'assignee', 'user', 'days', 'weeks', 'months', 'years']);
const endings: ReadonlySet<string> = new Set(['policy', 'in organization', 'organization']);

/** Names and permissions are likelier there. */
const seldom: ReadonlySet<string> = new Set(['not', 'invite', 'use']);

export function keywords({ words }: KeywordSlot): Found {
  return words.map((word) => {
    const detail = meanings[word];
    return {
      kind: 'keyword',
      label: word,
      insert: { words: whole.has(word) || endings.has(word) ? word : `${word} ` },
      ...(detail === undefined ? {} : { detail }),
      rank: seldom.has(word) ? ranks.seldom : ranks.first,
    };
  });
}
