// What each word of auto-share means: for a role that it gives, and for records that it shares.
import type { AutoShareWord } from '../../model/symbols.ts';
import { words } from '../phrase.ts';
import { type Card, text } from './card.ts';

const holders: Readonly<Record<AutoShareWord, string>> = {
  watch: 'whoever watches a record',
  assign: 'whoever is assigned to a record',
  'group-assign': 'whoever is in a group that is assigned to a record',
  mention: 'whoever is mentioned in a record',
  share: 'whoever has a record shared with them',
  approval: 'whoever is in the approval chain of a record',
};

const givenBy: Readonly<Record<AutoShareWord, string>> = {
  watch: 'A record says it with `watched by`.',
  assign: 'A field declared `as assignee` says it, or a record with `assigned to`.',
  'group-assign': 'A group field declared `as assignee` says it, or a record with `assigned to`.',
  mention: 'A record says it with `mentions`.',
  share: 'A record says it with `shared with`.',
  approval: 'A record says it with `approved by`.',
};

export function isAutoShareWord(word: string): word is AutoShareWord {
  return Object.hasOwn(holders, word);
}

/** `records`: true where the word stands after `auto-share records on`, false where a role is given by it. */
export function autoShareCard(word: AutoShareWord, records: boolean): Card {
  const who = holders[word];
  const meaning = records
    ? words(`Shares the record with ${who.replace('a record', 'it')}: it is in their sight.`)
    : words(`The role counts for ${who}, for that record only.`);
  const signature = `auto-share ${records ? 'records ' : ''}on ${word}`;
  return { signature, blocks: [text(meaning), text(words(givenBy[word]))] };
}
