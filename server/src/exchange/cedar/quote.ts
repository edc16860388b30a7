// Strings, patterns and JSON as Cedar reads them, with nothing in them that does not show.
import { spelt, unicodeEscape } from '../markdown.ts';

/** A Cedar string with its quotes. Halves of surrogate pairs are no text there: whoever calls has left them out. */
export function quote(text: string): string {
  return `"${escaped(text)}"`;
}

/** A pattern of Cedar's `like`: `*` stands for any text, and every star of a part for itself. */
export function pattern(part: string, open: 'start' | 'end' | 'both'): string {
  const inner = escaped(part).replaceAll('*', '\\*');
  return `"${open === 'end' ? '' : '*'}${inner}${open === 'start' ? '' : '*'}"`;
}

function escaped(text: string): string {
  const marked = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return spelt(marked, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** A JSON value on one line. */
export function json(value: unknown): string {
  return spelt(JSON.stringify(value), unicodeEscape);
}
