// The user's own words in a message.
import type { Permission } from '../catalogue/types.ts';
import { listWords } from '../model/words.ts';
import type { Place } from './finding.ts';
import type { RuleContext } from './rule.ts';

/** More than this is not read in a message. */
const longest = 80;

/** What stands at the place, on one line in backticks; `instead` where that would be long or has a comment in it. */
export function quoted({ sources }: RuleContext, { file, span }: Place, instead: string): string {
  const text = sources.get(file)?.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return text === undefined || text.length > longest || /\/[/*]/.test(text) ? instead : `\`${text}\``;
}

/** Constants in backticks, the first few of many. */
export function someConstants(permissions: readonly Permission[]): string {
  const names = permissions.map(({ constant }) => `\`${constant}\``);
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : listWords(names, 'and');
}
