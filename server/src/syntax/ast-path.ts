// From the declaration of a unit down to the leaf at an offset, whatever the nodes on the way are.

import { type Span, touches } from '../text/span.ts';
import type {
  Attribute,
  AutoShare,
  BlockDecl,
  Declaration,
  FieldDecl,
  FieldType,
  Grant,
  Grants,
  ObjectItem,
  RunsAs,
  Step,
  Trigger,
} from './ast.ts';
import type { Condition, Test } from './ast-condition.ts';
import type { Place, Question } from './ast-question.ts';
import type { DateLiteral, Name, OrganizationWord, RecordBody, RecordItem, Ref, Text, Value } from './ast-value.ts';
import type { Unit } from './source-file.ts';

type Item = BlockDecl['items'][number];

/** Everything of the tree that has a span of its own. */
export type AstNode =
  | Declaration
  | ObjectItem
  | Item
  | Attribute
  | AutoShare
  | FieldDecl
  | FieldType
  | Grants
  | Grant
  | Step
  | RunsAs
  | Trigger
  | Condition
  | Test
  | Question
  | Place
  | Value
  | Ref
  | OrganizationWord
  | RecordBody
  | RecordItem
  | Name
  | Text
  | DateLiteral;

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'span' in value;
}

/** The nodes right below a node, in the order of the text. What could not be read is no node. */
export function childrenOf(node: AstNode): AstNode[] {
  const found: AstNode[] = [];
  let isSorted = true;
  const add = (child: AstNode) => {
    const last = found.at(-1);
    if (last !== undefined && last.span.start > child.span.start) isSorted = false;
    found.push(child);
  };
  for (const key of Object.keys(node)) {
    if (key === 'holes' || key === 'span') continue;
    const value: unknown = node[key as keyof AstNode];
    if (Array.isArray(value)) {
      for (const each of value) if (isNode(each)) add(each);
    } else if (isNode(value)) add(value);
  }
  return isSorted ? found : found.sort((a, b) => a.span.start - b.span.start);
}

/** Of things that touch the offset, the one that begins or goes on there rather than one that just ended. */
export function bestAt<T extends { readonly span: Span }>(all: readonly T[], offset: number): T | undefined {
  const touching = all.filter((each) => touches(each.span, offset));
  return touching.find((each) => offset < each.span.end) ?? touching[0];
}

/** Takes an offset in the unit; gives the nodes that touch it, outermost first; empty outside of the declaration. */
export function pathAt(unit: Unit, offset: number): readonly AstNode[] {
  const path: AstNode[] = [];
  let next: AstNode | undefined = unit.declaration;
  while (next !== undefined && touches(next.span, offset)) {
    path.push(next);
    next = bestAt(childrenOf(next), offset);
  }
  return path;
}

/** The node and all below it, outermost first. */
export function* nodesBelow(node: AstNode): Generator<AstNode> {
  const left = [node];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    yield next;
    const children = childrenOf(next);
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child !== undefined) left.push(child);
    }
  }
}
