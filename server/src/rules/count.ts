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
export function someNames(named: Iterable<{ readonly name: string }>): string {
  const all = [...named];
  const names = (all.length > 4 ? all.slice(0, 3) : all).map(({ name }) => `\`${writeName(name)}\``);
  return all.length > 4 ? `${names.join(', ')} and ${all.length - 3} more` : listWords(names, 'and');
}
