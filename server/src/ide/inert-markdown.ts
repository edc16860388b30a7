// Cells of Markdown tables for pages where others are named and called: nothing of the user's in them is more than text.
import { code, oneLine } from './markdown.ts';
import type { Phrase, Piece } from './phrase.ts';

/** One text of the user's is shown up to here: it may be a whole page. */
const mostCharacters = 300;

/** Words that no page makes anything of; a name with more in it is shown as code. */
const plain = /^[\p{L}\p{N} .,;:()'-]*$/u;

/** A phrase in one line of a table. Names, and whatever else might be taken for a mention, a link or HTML, are code. */
export function inertCell(of: Phrase): string {
  return of.map(pieceOf).reduce((before, next) => {
    const touches = before.endsWith('`') && next.startsWith('`');
    return touches ? `${before} ${next}` : before + next;
  }, '');
}

function pieceOf(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('strong' in piece) return `**${inertCell(piece.strong)}**`;
  if ('code' in piece) return cellCode(piece.code);
  if (plain.test(piece.prose)) return piece.prose;
  const [start = '', end = ''] = [/^\s*/.exec(piece.prose)?.[0], /\s*$/.exec(piece.prose)?.[0]];
  return `${start === '' ? '' : ' '}${cellCode(piece.prose)}${end === '' ? '' : ' '}`;
}

/** A bar ends a cell even in code, unless a backslash stands before it; beside one of the user's, it is spelt out. */
function cellCode(text: string): string {
  const short = text.length > mostCharacters ? `${[...oneLine(text)].slice(0, mostCharacters).join('')}…` : text;
  return code(short.replace(/\\\|/g, '\\\\u007C')).replaceAll('|', '\\|');
}
