// Reads the tokens before a cursor by the grammar, leniently, and collects what may stand where they end.
import type { ObjectKind } from './ast.ts';
import type { BlockKind } from './blocks.ts';
import type { Call } from './context-call.ts';
import type { Qualifier, Slot } from './context-slots.ts';
import type { Word } from './keywords.ts';

/** A token as the walk needs it; `text` is what a string means, else the token as written. Offsets in the file. */
export interface CursorToken {
  /** `word` is a reserved word, `name` any other bare one; a string that lacks its end is a string. */
  readonly kind: 'word' | 'name' | 'string' | 'literal' | 'sign';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** It is the first of its line. */
  readonly newLine: boolean;
}

/** A block that is open around the place that is read. */
export interface OpenBlock {
  readonly kind: BlockKind;
  readonly object: ObjectKind | undefined;
  readonly name: string | undefined;
  /** First words of the items read so far. */
  readonly seen: Set<string>;
}

export interface Reader {
  readonly tokens: readonly CursorToken[];
  /** The tokens from the cursor's word on, up to the end of the line. */
  readonly after: readonly CursorToken[];
  /** What stands at the cursor is the first of its line. */
  readonly onNewLine: boolean;
  /** A word is begun at the cursor. */
  readonly typing: boolean;
  at: number;
  readonly open: OpenBlock[];
  readonly slots: Slot[];
  /** Something must stand at the cursor: what could follow it is not offered. */
  sealed: Sealed;
  /** The construct that the cursor stands in a value of. */
  call: Call | undefined;
}

/** On a line of its own what is missing may be left out for good: an item can still begin there. */
export type Sealed = 'no' | 'but items' | 'yes';

export function peek(reader: Reader, ahead = 0): CursorToken | undefined {
  return reader.tokens[reader.at + ahead];
}

export function next(reader: Reader): CursorToken | undefined {
  const token = peek(reader);
  if (token !== undefined) reader.at++;
  return token;
}

/** True where everything before the cursor is read. */
export function atEnd(reader: Reader): boolean {
  return reader.at >= reader.tokens.length;
}

const beginnings: ReadonlySet<Slot['kind']> = new Set<Slot['kind']>(['item', 'record item', 'declaration']);

/** The construct that the cursor stands in, if this is where it is: the first that waits for something. */
export function mark(reader: Reader, call: Call): void {
  if (atEnd(reader)) reader.call ??= call;
}

/** What may stand at the cursor, if this is where it is; so may what follows. */
export function offer(reader: Reader, slot: Slot): void {
  const isFree = reader.sealed === 'no' || (reader.sealed === 'but items' && beginnings.has(slot.kind));
  if (atEnd(reader) && isFree) reader.slots.push(slot);
}

/** What must stand at the cursor, if this is where it is. */
export function need(reader: Reader, slot: Slot): void {
  offer(reader, slot);
  if (beginnings.has(slot.kind)) seal(reader);
  else miss(reader);
}

/** Something must stand at the cursor, if this is where it is, whatever its line. */
export function seal(reader: Reader): void {
  if (atEnd(reader)) reader.sealed = 'yes';
}

/** Something must stand at the cursor; on a line of its own an item may begin instead. */
export function miss(reader: Reader): void {
  if (atEnd(reader) && reader.sealed === 'no') reader.sealed = reader.onNewLine ? 'but items' : 'yes';
}

/** At the cursor stands what only its writer knows. On the next line it was left out, and what follows may stand. */
export function needOwn(reader: Reader): void {
  if (!reader.onNewLine) seal(reader);
}

export function isWord(reader: Reader, word: Word, ahead = 0): boolean {
  const token = peek(reader, ahead);
  return token !== undefined && (token.kind === 'word' || token.kind === 'name') && token.text === word;
}

export function isSign(reader: Reader, sign: string, ahead = 0): boolean {
  const token = peek(reader, ahead);
  return token?.kind === 'sign' && token.text === sign;
}

export function isName(reader: Reader, ahead = 0): boolean {
  const kind = peek(reader, ahead)?.kind;
  return kind === 'name' || kind === 'string';
}

export function takeWord(reader: Reader, word: Word): boolean {
  const found = isWord(reader, word);
  if (found) reader.at++;
  return found;
}

export function takeSign(reader: Reader, sign: string): boolean {
  const found = isSign(reader, sign);
  if (found) reader.at++;
  return found;
}

/** A word of a phrase that must go on: offered at the cursor, passed over where it stands, not missed elsewhere. */
export function needWord(reader: Reader, word: Word): void {
  need(reader, { kind: 'keyword', words: [word] });
  takeWord(reader, word);
}

/** A text, or a name that is new: nothing is known of it. */
export function ownText(reader: Reader): string | undefined {
  needOwn(reader);
  return isName(reader) ? next(reader)?.text : undefined;
}

/** The object around the place that is read. */
export function objectAround(reader: Reader): OpenBlock | undefined {
  return reader.open.find((block) => block.kind === 'object');
}

export interface Named {
  readonly name: string;
  /** With its qualifier, unquoted, as lists tell apart what they name. */
  readonly path: string;
}

/** `Name`, `Object.Name` or `organization.Name`. `slot` says what may stand there, after which qualifier. */
export function reference(reader: Reader, slot: (qualifier: Qualifier | undefined) => Slot): Named | undefined {
  need(reader, slot(undefined));
  const organization = isWord(reader, 'organization') && isSign(reader, '.', 1);
  if (!organization && !isName(reader)) return undefined;
  const first = next(reader)?.text ?? '';
  if (!takeSign(reader, '.')) return { name: first, path: first };
  need(reader, slot(organization ? { kind: 'organization' } : { kind: 'object', name: first }));
  const name = isName(reader) ? next(reader)?.text : undefined;
  return name === undefined ? undefined : { name, path: `${first}.${name}` };
}

/** `one, two`: reads them and tells each element what is named besides, behind the cursor too. */
export function list(reader: Reader, one: (named: readonly string[]) => string | undefined): void {
  const named: string[] = [];
  do {
    if (atEnd(reader)) named.push(...namedAfter(reader.after));
    const name = one(named);
    if (name !== undefined) named.push(name);
  } while (takeSign(reader, ','));
}

/** What the rest of the line goes on to name: `, one, Object.Two`. */
function namedAfter(after: readonly CursorToken[]): string[] {
  const named: string[] = [];
  let at = 0;
  for (;;) {
    const first = after[at];
    if (first?.kind === 'name' || first?.kind === 'string') {
      const second = after[at + 1]?.text === '.' ? after[at + 2] : undefined;
      named.push(second === undefined ? first.text : `${first.text}.${second.text}`);
      at += second === undefined ? 1 : 3;
    }
    if (after[at]?.text !== ',') return named;
    at++;
  }
}

/** Passes over a token that begins nothing here; one in braces with all that they hold. */
export function skip(reader: Reader): void {
  let depth = 0;
  do {
    if (isSign(reader, '{')) depth++;
    if (isSign(reader, '}')) depth--;
    reader.at++;
  } while (depth > 0 && !atEnd(reader));
  // The cursor stands in a block that means nothing.
  if (depth > 0) seal(reader);
}
