// The words of the grammar: the reserved ones, and those that are special only inside a condition.

/** The quoted words of the grammar. To use one as a name, it is quoted. */
export const reservedWords = [
  'organization',
  'domains',
  'invites',
  'admins-only',
  'allowed-domains',
  'any-domain',
  'directory',
  'user',
  'external',
  'inactive',
  'group',
  'members',
  'domain',
  'role',
  'grants',
  'auto-share',
  'on',
  'expires',
  'view',
  'edit',
  'admin',
  'managed',
  'app',
  'element',
  'task',
  'table',
  'default',
  'policy',
  'records',
  'field',
  'as',
  'assignee',
  'text',
  'number',
  'boolean',
  'date',
  'datetime',
  'attachment',
  'choice',
  'choices',
  'to',
  'when',
  'service',
  'account',
  'purpose',
  'roles',
  'usable',
  'by',
  'automation',
  'trigger',
  'built',
  'action',
  'agent',
  'tool',
  'in',
  'where',
  'runs',
  'current',
  'publisher',
  'description',
  'record',
  'empty',
  'watched',
  'mentions',
  'shared',
  'with',
  'assigned',
  'approved',
  'query',
  'who',
  'can',
  'what',
  'do',
  'expect',
  'only',
  'nobody',
  'but',
  'cannot',
  'invite',
  'use',
  'and',
  'of',
  'test',
] as const;

/** Words of conditions. They are names everywhere else, and in a condition where no operator can stand. */
export const contextualWords = [
  'or',
  'not',
  'is',
  'contains',
  'starts',
  'ends',
  'one',
  'overlaps',
  'between',
  'after',
  'before',
  'the',
  'last',
  'next',
  'days',
  'weeks',
  'months',
  'years',
] as const;

export type ReservedWord = (typeof reservedWords)[number];
export type ContextualWord = (typeof contextualWords)[number];
export type Word = ReservedWord | ContextualWord;

const reserved: ReadonlySet<string> = new Set(reservedWords);

/** True where a name must be quoted because the grammar has the word. */
export function isReserved(word: string): boolean {
  return reserved.has(word);
}

const contextual: ReadonlySet<string> = new Set(contextualWords);

/** True where a word has a meaning of its own in conditions alone. */
export function isContextual(word: string): boolean {
  return contextual.has(word);
}

const bareName = /^[\p{L}_][\p{L}0-9_-]*$/u;

/** How a name is written: bare where that means the name, quoted else. */
export function writeName(name: string): string {
  return bareName.test(name) && !reserved.has(name) ? name : JSON.stringify(name);
}
