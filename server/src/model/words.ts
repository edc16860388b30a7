// Small parts of sentences.

/** `a, b and c`. */
export function listWords(parts: readonly string[], word: 'and' | 'or'): string {
  const last = parts.at(-1);
  if (last === undefined) return '';
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** `an app`, `a table`: with the article that its first letter takes. */
export function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
}
