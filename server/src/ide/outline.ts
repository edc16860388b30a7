// The outline of one unit, from the syntax tree alone: it works however broken the text is.
import type { Declaration, ObjectItem, Step } from '../syntax/ast.ts';
import type { Name } from '../syntax/ast-value.ts';
import type { Unit } from '../syntax/source-file.ts';
import type { Span } from '../text/span.ts';
import { oneLine } from './markdown.ts';
import { detailOf } from './outline-detail.ts';

/** What the language calls it. */
export type OutlineKind =
  | Exclude<Declaration['kind'], 'object' | 'role'>
  | Exclude<ObjectItem['kind'], 'object' | 'role'>
  | 'app'
  | 'element'
  | 'task'
  | 'table'
  | 'role'
  | 'managed role'
  | 'action'
  | 'tool';

export interface OutlineNode {
  readonly kind: OutlineKind;
  /** One line, never empty; of a query or expectation its question. */
  readonly name: string;
  /** One line; may be empty. */
  readonly detail: string;
  readonly span: Span;
  /** Where its name stands; inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

type Listed = Declaration | ObjectItem | Step;

const longest = 120;

/** Takes the unit and its text; spans are relative to the unit. Undefined where the text begins with no declaration. */
export function outlineOf(unit: Unit, text: string): OutlineNode | undefined {
  return unit.declaration === undefined ? undefined : nodeOf(unit.declaration, text);
}

function nodeOf(of: Listed, text: string): OutlineNode {
  const kind = kindOf(of);
  const name = nameOf(of);
  const selection = name?.span ?? ('keyword' in of ? of.keyword : of.span);
  const shown = cut(name?.text ?? titleOf(of, text));
  return {
    kind,
    name: shown === '' ? kind : shown,
    detail: cut(detailOf(of, text)),
    span: of.span,
    selection,
    children: childrenOf(of).map((each) => nodeOf(each, text)),
  };
}

function kindOf(of: Listed): OutlineKind {
  if (of.kind === 'object') return of.object;
  if (of.kind === 'role') return of.managed ? 'managed role' : 'role';
  return of.kind;
}

function nameOf(of: Listed): Pick<Name, 'span' | 'text'> | undefined {
  if (of.kind === 'directory') return of.path;
  if (of.kind === 'action' || of.kind === 'tool') return of.word;
  return 'name' in of ? of.name : undefined;
}

/** What stands for the name of what has none. */
function titleOf(of: Listed, text: string): string {
  if (of.kind === 'query' || of.kind === 'expect')
    return of.question === undefined ? '' : text.slice(of.question.span.start, of.question.span.end);
  return of.kind === 'auto-share' || of.kind === 'default policy' ? text.slice(of.span.start, of.span.end) : '';
}

function childrenOf(of: Listed): readonly Listed[] {
  switch (of.kind) {
    case 'object':
    case 'test':
      return of.items;
    case 'automation':
      return of.items.filter((item): item is Step => item.kind === 'action');
    case 'agent':
      return of.items.filter((item): item is Step => item.kind === 'tool');
    default:
      return [];
  }
}

function cut(text: string): string {
  const line = oneLine(text);
  return line.length <= longest ? line : `${line.slice(0, longest - 1).toWellFormed()}…`;
}
