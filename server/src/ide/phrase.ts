// Sentences in which the user's words stay apart from ours, so that each output can show them in its own way.
import { code, escapeMarkdown, oneLine } from './markdown.ts';

/** Our words as a string; a name or a piece of Writ; a text of the user's; what stands out. */
export type Piece = string | { readonly code: string } | { readonly prose: string } | { readonly strong: Phrase };

export type Phrase = readonly Piece[];

/** What may stand in a template: a string is a user's word and shows as code. */
type Part = string | number | Phrase;

/** The words of the template are ours; `phrase\`role ${name}\`` shows the name as code. */
export function phrase(words: TemplateStringsArray, ...parts: readonly Part[]): Phrase {
  const pieces: Piece[] = [];
  words.forEach((word, i) => {
    if (word !== '') pieces.push(word);
    const part = parts[i];
    if (typeof part === 'string') pieces.push({ code: part });
    else if (typeof part === 'number') pieces.push(String(part));
    else if (part !== undefined) pieces.push(...part);
  });
  return pieces;
}

export function words(text: string): Phrase {
  return [text];
}

export function prose(text: string): Phrase {
  return [{ prose: text }];
}

export function strong(what: Phrase): Phrase {
  return [{ strong: what }];
}

/** A message with the user's words in backticks, as the layers below write them. */
export function message(text: string): Phrase {
  const parts = text.split('`');
  // An odd backtick was part of a name: what follows it is text like any other.
  const paired = parts.length % 2 === 1 ? parts.length : parts.length - 1;
  return parts.map((part, i) => (i % 2 === 1 && i < paired ? { code: part } : { prose: part })).filter(isFull);
}

function isFull(piece: Piece): boolean {
  return typeof piece !== 'object' || !('prose' in piece) || piece.prose !== '';
}

/** Text of the catalogue, whose constants show as code. */
export function facts(text: string): Phrase {
  return text
    .split(/\b(ADMIN|[A-Z]+(?:_[A-Z]+)+)\b/)
    .map((part, i): Piece => (i % 2 === 1 ? { code: part } : { prose: part }))
    .filter(isFull);
}

export function join(phrases: readonly Phrase[], separator = ', '): Phrase {
  return phrases.flatMap((each, i) => (i === 0 ? each : [separator, ...each]));
}

/** `a, b and 3 more`: at most `max` of them. */
export function listOf(phrases: readonly Phrase[], max: number): Phrase {
  if (phrases.length <= max) return join(phrases);
  return [...join(phrases.slice(0, max)), ` and ${phrases.length - max} more`];
}

export function toMarkdown(of: Phrase): string {
  return of.map(pieceToMarkdown).reduce(adjoin, '');
}

function pieceToMarkdown(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('code' in piece) return code(piece.code);
  if ('strong' in piece) return `**${toMarkdown(piece.strong)}**`;
  return spaced(piece.prose, escapeMarkdown(piece.prose));
}

/** Two code spans that touched would read as one longer fence. */
function adjoin(before: string, next: string): string {
  return before.endsWith('`') && next.startsWith('`') ? `${before} ${next}` : before + next;
}

/** Names in backticks, as in messages. */
export function toPlain(of: Phrase): string {
  return of
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('code' in piece) return `\`${oneLine(piece.code)}\``;
      if ('strong' in piece) return toPlain(piece.strong);
      return spaced(piece.prose, oneLine(piece.prose));
    })
    .join('');
}

/** The spaces around a text separate it from its neighbours: they stay. */
function spaced(text: string, shown: string): string {
  if (shown === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${shown}${/\s$/.test(text) ? ' ' : ''}`;
}
