// What the block around a cursor holds already, behind the cursor too: told by the tree, where the text is whole enough.
import { covers, type Span, span } from '../text/span.ts';
import type { BlockDecl, Declaration, ObjectItem } from './ast.ts';
import type { Question } from './ast-question.ts';
import type { RecordBody, RecordItem, RelationKind } from './ast-value.ts';

type Item = Declaration | ObjectItem | BlockDecl['items'][number];

/** First words of the items, and names of attributes and fields, of the innermost block around `word`, less that word's. */
export function presentAround(declaration: Declaration | undefined, word: Span): ReadonlySet<string> {
  const present = new Set<string>();
  let around: Item | undefined = declaration;
  while (around !== undefined) {
    const body = bodyIn(around);
    if (body !== undefined && isInside(body.span, word)) return recordItems(body, word);
    if (!('braces' in around) || around.braces === undefined || !isInside(around.braces, word)) break;
    const items: readonly Item[] = around.items;
    present.clear();
    for (const item of items) if (item.span.start !== word.start) present.add(firstWord(item));
    around = items.find((item) => covers(item.span, word));
  }
  return present;
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
