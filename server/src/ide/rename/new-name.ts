// Another name: as somebody types it, and as it is written in the place of one that stands.
import { said } from '../../model/draft.ts';
import { isContextual, writeName } from '../../syntax/keywords.ts';
import { decodeString } from '../../syntax/strings.ts';

const quotedForm = /^"(?:\\[^\r\n]|[^"\\\r\n])*"$/;
const wordEnd = /[\p{L}\p{N}_-]$/u;
const wordStart = /^[\p{L}\p{N}_-]/u;

/** A name may be typed with its quotes; then it may have escapes. */
export function readNewName(typed: string): { readonly name: string } | { readonly wrong: string } {
  const text = typed.trim();
  const isQuoted = quotedForm.test(text);
  const { text: name, bad } = isQuoted ? decodeString(text) : { text, bad: [] };
  const [first] = bad;
  if (first !== undefined) return { wrong: first.message };
  if (!name.isWellFormed()) return { wrong: 'half of a surrogate pair stands alone' };
  return name === '' ? { wrong: `${said(name)} is no name` } : { name };
}

export interface Standing {
  /** The name as it stands, with quotes where it has them. */
  readonly written: string;
  readonly name: string;
  /** The text right before and right behind it. */
  readonly before: string;
  readonly behind: string;
}

/** Bare where that means the name and the old one was not quoted without need. */
export function writeInstead({ written, name: old, before, behind }: Standing, name: string): string {
  const isChosen = written.startsWith('"') && writeName(old) === old;
  const wouldTouch = wordEnd.test(before) || wordStart.test(behind);
  return isChosen || wouldTouch || isContextual(name) ? JSON.stringify(name) : writeName(name);
}
