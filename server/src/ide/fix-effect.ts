// What a change of the text does, in few words: for titles.
import type { AccessDifference, Change } from '../access/difference/types.ts';
import type { ProvedFix } from '../project/proved-fix.ts';
import { entryText, type Most } from './difference-text.ts';
import { join, type Phrase, toPlain, words } from './phrase.ts';

const mostInShort: Most = { people: 2, permissions: 2, places: 2 };

/** What weighs most is said first. */
const order: readonly Change[] = ['gained', 'widened', 'changed', 'lost', 'narrowed'];

/** A fix with its effect, such as "Remove the role (`bob` loses `READ_RECORDS` in `Desk`)". */
export function titleOf({ fix, difference, uncovers }: ProvedFix): string {
  const then = uncovers.length === 0 ? [] : [words(`then ${uncovers.join(', ')}`)];
  return `${fix.title} (${toPlain(join([effectText(difference), ...then], '; '))})`;
}

/** `access unchanged`, or who gains or loses what where: the first change in a sentence, the others as a number. */
export function effectText({ entries, unknown }: AccessDifference): Phrase {
  const [first, ...others] = order.flatMap((change) => entries.filter((entry) => entry.change === change));
  // What is broken allows nothing, before and after.
  const isOpen = unknown.some(({ broken }) => broken === undefined);
  if (first === undefined) return words(isOpen ? 'effect on access not decided' : 'access unchanged');
  const more = `${others.length} more ${others.length === 1 ? 'change' : 'changes'}`;
  return join([entryText(first, mostInShort), ...(others.length === 0 ? [] : [words(more)])], '; ');
}
