// What a selection grows to: the word, what stands in quotes, the name, the value, the property, the block, the declaration,
// the file.
import type { Snapshot } from '../project/types.ts';
import { type AstNode, pathAt } from '../syntax/ast-path.ts';
import { lexemes } from '../syntax/lexemes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { covers, type Span, shift, touches } from '../text/span.ts';
import { type UnitAt, unitAt } from './locate.ts';

/** Takes an offset in the file; gives spans of it, each around the one before and longer, the last the whole file. */
export function selectionRanges(snapshot: Snapshot, path: string, offset: number): Span[] {
  const source = snapshot.source(path);
  if (source === undefined) return [];
  const { text } = source;
  const found: Span[] = [{ start: 0, end: text.length }];
  const at = unitAt(source, offset);
  if (at !== undefined) found.push(...unitSpans(source, at, offset));
  found.push(...commentSpans(source, offset));
  const word = wordAt(text, offset);
  if (word !== undefined) found.push(word);
  return growing(found, offset);
}

/** Those that touch the offset, by size, less those that cross a smaller one. */
function growing(spans: readonly Span[], offset: number): Span[] {
  const size = ({ start, end }: Span) => end - start;
  const kept: Span[] = [];
  for (const span of spans.filter((each) => touches(each, offset)).sort((a, b) => size(a) - size(b))) {
    const last = kept.at(-1);
    if (last === undefined || (covers(span, last) && size(span) > size(last))) kept.push(span);
  }
  return kept;
}

function unitSpans({ text, starts }: SourceFile, { unit, index, start }: UnitAt, offset: number): Span[] {
  const end = starts[index + 1] ?? text.length;
  const own = text.slice(start, end);
  const inUnit = offset - start;
  const token = lexemes(own).find((each) => touches(each, inUnit) && each.kind !== 'punctuation');
  const spans: Span[] = [{ start: 0, end: own.trimEnd().length }];
  if (token !== undefined) spans.push(token);
  if (token?.kind === 'string') spans.push(withoutQuotes(own, token));
  for (const node of pathAt(unit, inUnit)) spans.push(...nodeSpans(own, node));
  return spans.map((span) => shift(span, start));
}

/** The node, its braces, and what stands between them. */
function nodeSpans(text: string, node: AstNode): Span[] {
  const braces = bracesOf(node);
  if (braces === undefined) return [node.span];
  const end = text[braces.end - 1] === '}' && braces.end - 1 > braces.start ? braces.end - 1 : braces.end;
  const inner = text.slice(braces.start + 1, end);
  const start = braces.start + 1 + (inner.length - inner.trimStart().length);
  return [node.span, braces, { start, end: Math.max(start, braces.start + 1 + inner.trimEnd().length) }];
}

function bracesOf(node: AstNode): Span | undefined {
  if ('braces' in node) return node.braces;
  return 'closed' in node ? node.span : undefined;
}

function withoutQuotes(text: string, { start, end }: Span): Span {
  const isClosed = end - start > 1 && text[end - 1] === '"';
  return { start: start + 1, end: isClosed ? end - 1 : end };
}

/** The comment, its text, and the run of lines of comment that it is one of. */
function commentSpans({ text, comments }: SourceFile, offset: number): Span[] {
  const index = comments.findIndex((each) => touches(each, offset));
  const comment = comments[index];
  if (comment === undefined) return [];
  const words = text.slice(comment.start, comment.end);
  const opening = /^\/\/+\s*|^\/\*+\s*/.exec(words)?.[0].length ?? 0;
  const closing = words.startsWith('/*') ? (/\s*\*+\/$/.exec(words)?.[0].length ?? 0) : 0;
  const body = { start: comment.start + opening, end: Math.max(comment.start + opening, comment.end - closing) };
  return [comment, body, runAround(text, comments, index)];
}

/** Comments with nothing but blanks and one line end between them. */
function runAround(text: string, comments: readonly Span[], index: number): Span {
  const joins = (a: Span | undefined, b: Span | undefined) =>
    a !== undefined && b !== undefined && /^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(a.end, b.start));
  let [first, last] = [index, index];
  while (joins(comments[first - 1], comments[first])) first--;
  while (joins(comments[last], comments[last + 1])) last++;
  return { start: comments[first]?.start ?? 0, end: comments[last]?.end ?? text.length };
}

const words = /[\p{L}\p{N}_-]+/gu;

/** Where a long line has many, only those around the offset are looked at. */
const around = 200;

function wordAt(text: string, offset: number): Span | undefined {
  const from = Math.max(0, offset - around);
  for (const { 0: word, index } of text.slice(from, offset + around).matchAll(words)) {
    const span = { start: from + index, end: from + index + word.length };
    if (touches(span, offset)) return span;
  }
  return undefined;
}
