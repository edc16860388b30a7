// Numbers and names in messages.

import { listWords } from '../model/words.ts';
import { writeName } from '../syntax/keywords.ts';

/** `1 person`, `3 people`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

export function countPeople(number: number): string {
  return count(number, 'person', 'people');
}

/** In backticks as a policy writes them, the first few of many. */
export function someNames(named: Iterable<Named>): string {
  const all = [...named];
  return firstNames(all, all.length);
}

interface Named {
  readonly name: string;
}

/** So many are told by their names. */
export const mostNames = 4;

/** The same of so many, of whom the first `mostNames` are enough. */
export function firstNames(first: readonly Named[], number: number): string {
  const names = (number > mostNames ? first.slice(0, 3) : first).map(({ name }) => `\`${writeName(name)}\``);
  return number > mostNames ? `${names.join(', ')} and ${number - 3} more` : listWords(names, 'and');
}
