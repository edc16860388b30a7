// From what a finding speaks of to the text that says it: declarations, properties and lists, where they stand in their file.
import type { Model } from '../../model/model.ts';
import type { Origin } from '../../model/origin.ts';
import type { ObjectSymbol } from '../../model/symbols.ts';
import type { BlockDecl, RecordDecl } from '../../syntax/ast.ts';
import { type AstNode, pathAt } from '../../syntax/ast-path.ts';
import type { Block } from '../../syntax/edits/insert.ts';
import type { List } from '../../syntax/edits/remove-elements.ts';
import { removeItem } from '../../syntax/edits/remove-item.ts';
import type { SourceFile, Unit } from '../../syntax/source-file.ts';
import { type Span, shift } from '../../text/span.ts';
import type { EditContext } from '../rule.ts';

/** A file, and where in it the unit starts that is edited. */
export interface Written {
  readonly file: string;
  readonly source: SourceFile;
  readonly start: number;
}

export type Declared = BlockDecl | RecordDecl;

export interface WrittenDeclaration extends Written {
  /** Spans relative to the unit. */
  readonly node: Declared;
  /** In the file. */
  readonly span: Span;
}

export interface WrittenList extends Written {
  readonly list: List;
  /** Of the element that is meant. */
  readonly index: number;
}

export function writtenOf({ sources, place }: EditContext, origin: Origin): Written | undefined {
  const { file, span } = place(origin);
  const source = sources.get(file);
  return source === undefined ? undefined : { file, source, start: span.start - origin.span.start };
}

/** The declaration whose name stands there; undefined also where it has a syntax error: nobody edits what is half read. */
export function declarationOf(context: EditContext, name: Origin): WrittenDeclaration | undefined {
  const written = writtenOf(context, name);
  const node = pathAt(name.unit, name.span.start).find((each) => isDeclarationOf(each, name));
  if (written === undefined || node === undefined || !isSound(name.unit, node.span)) return undefined;
  if ('closed' in node && !node.closed) return undefined;
  return { ...written, node, span: shift(node.span, written.start) };
}

function isDeclarationOf(node: AstNode, { span }: Origin): node is Declared {
  return (
    'keyword' in node &&
    'kind' in node &&
    node.kind !== 'field' &&
    'name' in node &&
    node.name?.span.start === span.start
  );
}

/** The block of a declaration as edits take it; undefined where it is a record. */
export function blockOf({ node, start }: WrittenDeclaration): Block | undefined {
  if (!('items' in node)) return undefined;
  const { span, braces, items } = node;
  return {
    span: shift(span, start),
    braces: braces && shift(braces, start),
    items: items.map((item) => shift(item.span, start)),
  };
}

/** The list that the element there is in. */
export function listAround(context: EditContext, element: Origin): WrittenList | undefined {
  const written = writtenOf(context, element);
  const property = pathAt(element.unit, element.span.start).find((node) => elementsOf(node).length > 0);
  if (written === undefined || property === undefined || !isSound(element.unit, property.span)) return undefined;
  const elements = elementsOf(property);
  const index = elements.findIndex(({ span }) => span.start === element.span.start);
  if (index < 0) return undefined;
  const { start } = written;
  return {
    ...written,
    index,
    list: { span: shift(property.span, start), elements: elements.map(({ span }) => shift(span, start)) },
  };
}

/** A declaration's text with the comments that go when it is removed. */
export function withComments(source: SourceFile, item: Span): string {
  const { start, end } = removeItem(source, item).span;
  const inside = source.comments.filter((comment) => start <= comment.start && comment.end <= end);
  const from = Math.min(item.start, inside[0]?.start ?? item.start);
  return source.text.slice(from, Math.max(item.end, inside.at(-1)?.end ?? item.end));
}

/** The object that a place stands in. */
export function objectAround({ objects }: Model, { unit: { declaration } }: Origin): ObjectSymbol | undefined {
  return declaration?.kind === 'object' ? objects.get(declaration.name?.text ?? '') : undefined;
}

/** What a property lists: names, grants, words, domains or options. */
export function elementsOf(node: AstNode): readonly { readonly span: Span }[] {
  if ('refs' in node) return node.refs;
  if ('words' in node) return node.words;
  if ('domains' in node) return node.domains;
  if ('options' in node) return node.options;
  return 'grants' in node ? node.grants : [];
}

/** Whether a stretch of a unit has no syntax error. */
export function isSound({ problems }: Unit, within: Span): boolean {
  return problems.every(({ span }) => span.end < within.start || within.end < span.start);
}

/** The name that stands there, whatever names it. */
export function nameAt({ unit, span }: Origin): string | undefined {
  const node = pathAt(unit, span.start).findLast((each) => 'text' in each && 'quoted' in each);
  return node !== undefined && 'quoted' in node && node.span.start === span.start ? node.text : undefined;
}

/** What the project's text says there. */
export function textAt(context: EditContext, origin: Origin): string {
  const { file, span } = context.place(origin);
  return context.sources.get(file)?.text.slice(span.start, span.end) ?? '';
}
