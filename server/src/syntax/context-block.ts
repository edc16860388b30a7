// Blocks in braces as a cursor's context reads them: each item by its first word, whatever else is passed over.
import { type BlockKind, blockWords } from './blocks.ts';
import { atEnd, isName, need, needOwn, type OpenBlock, peek, type Reader, skip, takeSign } from './context-reader.ts';

const firstWords = new Map<BlockKind, ReadonlySet<string>>();
for (const kind of Object.keys(blockWords) as BlockKind[]) firstWords.set(kind, new Set(blockWords[kind]));

/** True where the next token begins an item of such a block. */
export function startsItem(reader: Reader, kind: BlockKind): boolean {
  const token = peek(reader);
  if (token === undefined) return false;
  if (token.kind === 'word') return firstWords.get(kind)?.has(token.text) === true;
  return kind === 'user' && isName(reader);
}

/** True for the first word of a line that begins an item of a block around: no name that a list or step waits for. */
export function startsNextItem(reader: Reader): boolean {
  return peek(reader)?.newLine === true && reader.open.some((block) => startsItem(reader, block.kind));
}

export interface BlockHead {
  readonly kind: BlockKind;
  readonly object?: OpenBlock['object'];
  readonly name: string | undefined;
  /** A declaration without braces is whole too. */
  readonly optional?: boolean;
}

/** `{ item … }`: `item` reads one, from its first word. */
export function block(reader: Reader, head: BlockHead, item: (reader: Reader, word: string) => void): void {
  if (head.optional !== true) needOwn(reader);
  if (!takeSign(reader, '{')) return;
  const { kind, object, name } = head;
  const here: OpenBlock = { kind, object, name, seen: new Set() };
  reader.open.push(here);
  let closed = takeSign(reader, '}');
  while (!closed) {
    need(reader, { kind: 'item', block: kind, object, present: here.seen });
    if (atEnd(reader)) break;
    if (startsItem(reader, kind)) {
      const word = peek(reader)?.text ?? '';
      here.seen.add(word);
      item(reader, word);
    } else if (reader.open.some((outer) => outer !== here && startsItem(reader, outer.kind))) break;
    else skip(reader);
    closed = takeSign(reader, '}');
  }
  // At the cursor the open blocks stay as they are: what is offered there is offered in them.
  if (closed || !atEnd(reader)) reader.open.pop();
}
