// What may be written at a cursor: read from the tokens before it, since a text that is being typed rarely parses.
import { type Span, shift } from '../text/span.ts';
import type { Call } from './context-call.ts';
import { type CursorWord, commentAt, cursorWord } from './context-cursor.ts';
import { declarations } from './context-declarations.ts';
import { type Present, presentAround } from './context-present.ts';
import type { OpenBlock, Reader } from './context-reader.ts';
import type { Slot } from './context-slots.ts';
import type { SourceFile } from './source-file.ts';

export interface CursorContext {
  /** What a suggestion replaces, in the file, on one line; it holds or touches the cursor. */
  readonly replace: Span;
  /** Its text up to the cursor, without an opening quote. */
  readonly typed: string;
  /** The user has opened a quote. */
  readonly quoted: boolean;
  /** Something stands on the line behind it, other than a closing brace. */
  readonly followed: boolean;
  /** The blocks that are open around it, outermost first. */
  readonly blocks: readonly OpenBlock[];
  /** What may stand there, likeliest first. */
  readonly slots: readonly Slot[];
  /** The construct that it stands in a value of. */
  readonly call?: Call;
}

/** Takes an offset in the file; gives what may be written there, nothing in a text of the writer's own. */
export function contextAt(file: SourceFile, offset: number): CursorContext {
  const comment = commentAt(file, offset);
  if (comment !== undefined) return inComment(comment, offset);
  const word = wordAt(file, offset);
  const reader: Reader = {
    tokens: word.before,
    after: word.after,
    onNewLine: word.onNewLine,
    typing: word.replace.start < offset,
    at: 0,
    open: [],
    slots: [],
    sealed: 'no',
    call: undefined,
  };
  declarations(reader);
  const present = presentAt(file, word.replace);
  const slots = reader.slots.map((slot) => withPresent(slot, present));
  const outside = outermost(file.text, word, reader) ? [{ kind: 'declaration' } as const] : [];
  const followed = word.after.some((token) => token.text !== '}');
  const { replace, typed, quoted } = word;
  const call = reader.call === undefined ? {} : { call: reader.call };
  return { replace, typed, quoted, followed, blocks: reader.open, slots: [...slots, ...outside], ...call };
}

function presentAt(file: SourceFile, word: Span): Present | undefined {
  const index = lastBefore(file.starts, word.start);
  return presentAround(file.units[index]?.declaration, shift(word, -(file.starts[index] ?? 0)));
}

/** In broken text the tree may have another block there: it is not believed then. */
function withPresent(slot: Slot, present: Present | undefined): Slot {
  if (slot.kind !== 'item' && slot.kind !== 'record item') return slot;
  const block = slot.kind === 'item' ? slot.block : 'record';
  return present?.block === block ? { ...slot, present: new Set([...slot.present, ...present.words]) } : slot;
}

/** Reads from the last declaration that begins before the word: what begins with the word may also go on with that. */
function wordAt(file: SourceFile, offset: number): CursorWord {
  const last = cursorWord(file.text, declarationBefore(file, offset), offset);
  if (last.before.length > 0) return last;
  return cursorWord(file.text, declarationBefore(file, last.replace.start), offset);
}

/** The start of the last unit before the offset that has a declaration. */
function declarationBefore(file: SourceFile, offset: number): number {
  for (let i = lastBefore(file.starts, offset); i >= 0; i--)
    if (file.units[i]?.declaration !== undefined) return file.starts[i] ?? 0;
  return 0;
}

/** The index of the last unit that starts before the offset, -1 for none. */
function lastBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** At the left margin of a block that is still open a declaration may be meant. */
function outermost(text: string, word: CursorWord, reader: Reader): boolean {
  const { start } = word.replace;
  const before = start === 0 ? '\n' : text.charAt(start - 1);
  const isMargin = before === '\n' || before === '\r';
  return isMargin && reader.slots.length > 0 && reader.slots.every((slot) => slot.kind !== 'declaration');
}

const suppression = 'writ-ignore';

/** Only a suppression can be completed: `// writ-ignore rule, rule: reason`. */
function inComment(comment: string, offset: number): CursorContext {
  const nothing: CursorContext = {
    replace: { start: offset, end: offset },
    typed: '',
    quoted: false,
    followed: false,
    blocks: [],
    slots: [],
  };
  const text = comment.slice(2).trimStart();
  if (!comment.startsWith('//') || text.includes(':')) return nothing;
  if (suppression.startsWith(text)) return { ...nothing, ...typedBack(text, offset), slots: [{ kind: 'suppression' }] };
  if (!text.startsWith(`${suppression} `)) return nothing;
  const named = text.slice(suppression.length).split(',');
  const typed = named.pop()?.trimStart() ?? '';
  if (typed.includes(' ')) return nothing;
  return {
    ...nothing,
    ...typedBack(typed, offset),
    slots: [{ kind: 'rule', named: named.map((each) => each.trim()) }],
  };
}

function typedBack(typed: string, offset: number): Pick<CursorContext, 'replace' | 'typed'> {
  return { replace: { start: offset - typed.length, end: offset }, typed };
}
