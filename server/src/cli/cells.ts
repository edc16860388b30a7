// How wide text shows in a terminal: tabs, wide characters, marks that take no room, and what has to be spelt out.
import { escapeCharacter, hasUnseen } from './printable.ts';

/** What shows for one or more code units of a line, and how many columns it takes. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  /** Offset in the line of the first unit that it stands for. */
  readonly offset: number;
}

const tabWidth = 4;

/**
 * East Asian wide and fullwidth characters by block (Unicode Standard Annex 11); single characters that differ from their
 * block are no names anyone writes.
 */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1aff0}-\u{1b2fb}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

const noRoom = /^[\p{Mn}\p{Me}\u200c\u200d]+$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The cells of one line, whose line end is not part of it. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const add = (text: string, width: number, offset: number) => {
    cells.push({ text, width, offset });
    column += width;
  };
  for (const { segment, index } of segmenter.segment(line)) {
    const width = tabWidth - (column % tabWidth);
    if (segment === '\t') add(' '.repeat(width), width, index);
    else addGrapheme(segment, index, add);
  }
  return cells;
}

function addGrapheme(segment: string, index: number, add: (text: string, width: number, offset: number) => void): void {
  if (!hasUnseen(segment)) {
    add(segment, graphemeWidth(segment), index);
    return;
  }
  let offset = index;
  for (const character of segment) {
    const text = hasUnseen(character) ? escapeCharacter(character) : character;
    add(text, text === character ? graphemeWidth(character) : text.length, offset);
    offset += character.length;
  }
}

function graphemeWidth(grapheme: string): number {
  if (noRoom.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}

/** Columns that a text takes which holds no tab. */
export function widthOf(text: string): number {
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** The text with blanks up to a width. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
