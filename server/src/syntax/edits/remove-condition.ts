// Takes a part out of a condition without which it says the same.
import type { TextEdit } from '../../text/edit.ts';
import { covers, type Span, shift } from '../../text/span.ts';
import type { Condition, Junction } from '../ast-condition.ts';
import type { SourceFile } from '../source-file.ts';
import { removeElements } from './remove-elements.ts';

export interface ConstantPart {
  /** Where the unit of the condition starts in the file. */
  readonly start: number;
  /** The part, or neighbours of one junction, relative to the unit. */
  readonly span: Span;
  /** What it comes to for every record. */
  readonly value: boolean;
}

/**
 * Takes a condition and a part of it that comes to the same for every record; gives what removes it with all that it
 * decides. `whole` where that is the condition itself, and what it comes to.
 */
export function removeConstant(
  file: SourceFile,
  condition: Condition,
  { start, span, value }: ConstantPart,
): TextEdit[] | { readonly whole: boolean } {
  let constant = value;
  const path = pathTo(condition, span);
  for (let i = path.length - 2; i >= 0; i--) {
    const [node, inner] = [path[i], path[i + 1]];
    if (node?.kind === 'not') constant = !constant;
    if ((node?.kind !== 'and' && node?.kind !== 'or') || constant !== (node.kind === 'and') || inner === undefined)
      continue;
    return removeSide(file, { junction: node, side: inner, around: path[i - 1], start });
  }
  return { whole: constant };
}

/** From the condition down to the smallest part that covers the span. */
function pathTo(condition: Condition, span: Span): Condition[] {
  const path: Condition[] = [];
  let next: Condition | undefined = condition;
  while (next !== undefined) {
    path.push(next);
    next = partsOf(next).find((part) => covers(part.span, span));
  }
  return path;
}

function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts;
    case 'not':
    case 'parenthesis':
      return condition.part === undefined ? [] : [condition.part];
    case 'comparison':
      return [];
  }
}

interface Side {
  readonly junction: Junction;
  readonly side: Condition;
  readonly around: Condition | undefined;
  readonly start: number;
}

/** Parentheses around what is then one comparison go as well. */
function removeSide(file: SourceFile, { junction, side, around, start }: Side): TextEdit[] {
  const spans = junction.parts.map((part) => shift(part.span, start));
  const edits = removeElements(file, spans, (i) => junction.parts[i] === side);
  const [left, ...more] = junction.parts.filter((part) => part !== side);
  const isPlain = left?.kind === 'comparison' || left?.kind === 'parenthesis';
  if (around?.kind !== 'parenthesis' || !isPlain || more.length > 0) return edits;
  const outer = shift(around.span, start);
  const open = { span: { start: outer.start, end: outer.start + 1 }, text: '' };
  const close = { span: { start: outer.end - 1, end: outer.end }, text: '' };
  return [open, ...edits, close];
}

/** A part of a condition that can go by itself: one of those that `and` or `or` joins. */
export interface Operand {
  /** Relative to the unit. */
  readonly span: Span;
  readonly edits: readonly TextEdit[];
}

/** All parts that can go, the outer ones first. `start`: where the unit of the condition starts in the file. */
export function removableOperands(file: SourceFile, condition: Condition, start: number): Operand[] {
  const found: Operand[] = [];
  const visit = (node: Condition, around: Condition | undefined): void => {
    if (node.kind === 'and' || node.kind === 'or')
      for (const side of node.parts)
        found.push({ span: side.span, edits: removeSide(file, { junction: node, side, around, start }) });
    for (const part of partsOf(node)) visit(part, node);
  };
  visit(condition, undefined);
  return found;
}
