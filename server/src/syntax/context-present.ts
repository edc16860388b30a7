// What the block around a cursor holds already, behind the cursor too: told by the tree, where the text is whole enough.
import { covers, type Span, span } from '../text/span.ts';
import type { BlockDecl, Declaration, ObjectItem } from './ast.ts';
import type { Question } from './ast-question.ts';
import type { RecordBody, RecordItem, RelationKind } from './ast-value.ts';
import type { BlockKind } from './blocks.ts';

type Item = Declaration | ObjectItem | BlockDecl['items'][number];

export interface Present {
  readonly block: BlockKind;
  /** First words of items, names of attributes and fields. */
  readonly words: ReadonlySet<string>;
}

/** What the innermost block around `word` holds, less the item that begins with that word. */
export function presentAround(declaration: Declaration | undefined, word: Span): Present | undefined {
  let present: Present | undefined;
  let around: Item | undefined = declaration;
  while (around !== undefined) {
    const body = bodyIn(around);
    if (body !== undefined && isInside(body.span, word)) return { block: 'record', words: recordItems(body, word) };
    if (!('braces' in around) || around.braces === undefined || !isInside(around.braces, word)) break;
    const items: readonly Item[] = around.items;
    const others = items.filter((item) => item.span.start !== word.start);
    present = { block: blockKind(around), words: new Set(others.map(firstWord)) };
    around = items.find((item) => covers(item.span, word));
  }
  return present;
}

function blockKind(block: BlockDecl): BlockKind {
  return block.kind === 'role' && block.managed ? 'managed role' : block.kind;
}

/** Between the braces, not at them. */
function isInside(braces: Span, word: Span): boolean {
  return covers(span(braces.start + 1, braces.end), word);
}

function bodyIn(item: Item): RecordBody | undefined {
  if (item.kind === 'record') return item.body;
  return item.kind === 'query' || item.kind === 'expect' ? bodyOf(item.question) : undefined;
}

function bodyOf(question: Question | undefined): RecordBody | undefined {
  const place = question !== undefined && 'place' in question ? question.place : undefined;
  return place?.kind === 'in' ? place.with : undefined;
}

function firstWord(item: Item): string {
  return item.kind === 'attribute' ? item.name.text : (item.kind.split(' ', 1)[0] ?? '');
}

const relationWords: Readonly<Record<RelationKind, string>> = {
  watch: 'watched',
  mention: 'mentions',
  share: 'shared',
  assign: 'assigned',
  approval: 'approved',
};

function recordItems({ items }: RecordBody, word: Span): ReadonlySet<string> {
  const wordOf = (item: RecordItem) => (item.kind === 'value' ? item.name.text : relationWords[item.relation]);
  return new Set(items.filter((item) => item.span.start !== word.start).map(wordOf));
}
