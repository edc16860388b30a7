// Where the lines of a declaration may be broken, in which order, and how deep what stands behind a break is indented.
import type { IToken } from 'chevrotain';
import { type Span, shift } from '../text/span.ts';
import type { FieldType, Step } from './ast.ts';
import type { Condition, Junction, ListTest } from './ast-condition.ts';
import { type AstNode, childrenOf } from './ast-path.ts';
import type { Question } from './ast-question.ts';
import type { RecordField } from './ast-value.ts';
import type { Gaps } from './print-gaps.ts';
import type { SourceFile } from './source-file.ts';
import * as t from './tokens.ts';

/** Gaps that are broken together where their line is too long. */
export interface Group {
  /** A block has an item a line; a body, of a record, keeps those together that its writer put on one line. */
  readonly kind: 'block' | 'body' | 'list' | 'condition' | 'clauses';
  /** Of two groups of one line the outer one, which has the lesser depth, is broken first. */
  readonly depth: number;
  /** Indices of gaps, ascending. */
  readonly gaps: readonly number[];
  /** What a line may measure before it is broken here. */
  readonly width: number;
}

export interface Plan {
  /** By gap: the group that it belongs to. */
  readonly groups: (Group | undefined)[];
  /** By gap: the indentation of the token behind it, in steps, where it begins a line. */
  readonly levels: number[];
  /** By gap: nothing stands in it. */
  readonly glued: boolean[];
}

/** How what is inside of an item is indented. */
interface Inside {
  /** Of the line that the item begins. */
  readonly item: number;
  /** Of the lines that go on with it. */
  readonly hang: number;
  readonly depth: number;
}

interface Planning extends Plan {
  readonly gaps: Gaps;
  /** Token indices by where they start in the file. */
  readonly indices: ReadonlyMap<number, number>;
  /** Where the unit starts. */
  readonly base: number;
}

const listWidth = 100;
const lineWidth = 120;

/** Takes the file and which of its units are read well: of the others it plans nothing. */
export function planLines(file: SourceFile, gaps: Gaps, isSound: (unit: number) => boolean): Plan {
  const { tokens } = gaps;
  const indices = new Map(tokens.map((token, i) => [token.startOffset, i]));
  const glued = tokens.map((token, i) => isGlued(tokens[i - 1], token));
  const levels = [...tokens.map(() => 0), 0];
  const plan: Plan = { groups: levels.map(() => undefined), levels, glued };
  file.units.forEach(({ declaration }, i) => {
    if (declaration === undefined || !isSound(i)) return;
    planItem({ ...plan, gaps, indices, base: file.starts[i] ?? 0 }, declaration, { item: 0, hang: 1, depth: 1 });
  });
  return plan;
}

function isGlued(before: IToken | undefined, { tokenType }: IToken): boolean {
  const closes = tokenType === t.Comma || tokenType === t.RParen || tokenType === t.Dot || tokenType === t.Colon;
  return closes || before?.tokenType === t.LParen || before?.tokenType === t.Dot;
}

/** The token that starts where the node does. */
function first({ indices, base }: Planning, { span }: { readonly span: Span }): number {
  return indices.get(base + span.start) ?? 0;
}

/** The first token behind a node. */
function behind(planning: Planning, node: { readonly span: Span }): number {
  const { end } = shift(node.span, planning.base);
  let at = first(planning, node);
  for (let token = planning.gaps.tokens[at]; token !== undefined && token.startOffset < end; )
    token = planning.gaps.tokens[++at];
  return at;
}

function addGroup({ groups, levels }: Plan, level: number, group: Group): void {
  for (const gap of group.gaps) {
    groups[gap] = group;
    levels[gap] = level;
  }
}

function planItem(planning: Planning, node: AstNode, inside: Inside): void {
  const start = first(planning, node);
  planning.levels[start] = inside.item;
  planning.levels.fill(inside.hang, start + 1, behind(planning, node));
  planInside(planning, node, inside);
}

function planInside(planning: Planning, node: AstNode, inside: Inside): void {
  if ('items' in node) {
    planBlock(planning, node, inside);
    return;
  }
  if ('kind' in node) {
    if (node.kind === 'and' || node.kind === 'or') {
      planJunction(planning, node, inside);
      return;
    }
    if (node.kind === 'parenthesis') {
      planChildren(planning, node, { ...inside, hang: inside.hang + 1, depth: inside.depth + 1 });
      return;
    }
    if (node.kind === 'action' || node.kind === 'tool') {
      planStep(planning, node, inside);
      return;
    }
  }
  if ('asOf' in node) planQuestion(planning, node, inside);
  planLists(planning, node, inside);
  if (!('asOf' in node)) planChildren(planning, node, { ...inside, depth: inside.depth + 1 });
}

function planChildren(planning: Planning, node: AstNode, inside: Inside): void {
  for (const child of childrenOf(node)) planInside(planning, child, inside);
}

function planBlock(planning: Planning, node: Extract<AstNode, { readonly items: unknown }>, inside: Inside): void {
  const braces = 'braces' in node ? node.braces : node.span;
  if (braces === undefined) return;
  const open = first(planning, { span: braces });
  const close = behind(planning, { span: braces }) - 1;
  const { item: level, depth } = inside;
  const gaps = [...node.items.map((item) => first(planning, item)), close];
  const kind = 'braces' in node ? 'block' : 'body';
  addGroup(planning, level + 1, { kind, depth, gaps, width: lineWidth });
  for (const item of node.items) planItem(planning, item, { item: level + 1, hang: level + 2, depth: depth + 1 });
  planning.levels[close] = level;
  if (close === open + 1 && planning.gaps.gaps[close]?.comments.length === 0) planning.glued[close] = true;
}

function planJunction(planning: Planning, node: Junction, inside: Inside): void {
  const gaps = node.parts.slice(1).map((part) => first(planning, part) - 1);
  addGroup(planning, inside.hang, { kind: 'condition', depth: inside.depth, gaps, width: lineWidth });
  for (const part of node.parts)
    planInside(planning, part, { ...inside, hang: inside.hang + 1, depth: inside.depth + 1 });
}

function planClauses(planning: Planning, gaps: readonly number[], { hang, depth }: Inside): void {
  if (gaps.length > 0) addGroup(planning, hang, { kind: 'clauses', depth, gaps, width: lineWidth });
}

function planWithin(planning: Planning, condition: Condition | undefined, inside: Inside): void {
  const { hang, depth } = inside;
  if (condition !== undefined) planInside(planning, condition, { ...inside, hang: hang + 1, depth: depth + 1 });
}

function planStep(planning: Planning, { where, runsAs }: Step, inside: Inside): void {
  const gaps = [
    ...(where === undefined ? [] : [first(planning, where) - 1]),
    ...(runsAs === undefined ? [] : [first(planning, runsAs)]),
  ];
  planClauses(planning, gaps, inside);
  planWithin(planning, where, inside);
}

function planQuestion(planning: Planning, node: Question, inside: Inside): void {
  const place = 'place' in node && node.place?.kind === 'in' ? node.place : undefined;
  const gaps: number[] = [];
  if (place?.when !== undefined) gaps.push(first(planning, place.when) - 1);
  // Behind a body it goes on with the line of the closing brace.
  if (node.asOf !== undefined && place?.with === undefined) gaps.push(first(planning, node.asOf) - 2);
  planClauses(planning, gaps, inside);
  planWithin(planning, place?.when, inside);
  if (place?.with !== undefined) planBlock(planning, place.with, { ...inside, depth: inside.depth + 1 });
}

interface Listed {
  readonly span: Span;
}

/** Each node has one list at most. */
function planLists(planning: Planning, node: AstNode, inside: Inside): void {
  const depth = inside.depth + 1;
  if ('refs' in node) planList(planning, node.refs, { ...inside, depth });
  else if ('grants' in node) planList(planning, node.grants, { ...inside, depth });
  else if ('words' in node) planWords(planning, node.words, { ...inside, depth });
  else if ('domains' in node) planList(planning, node.domains, { ...inside, depth });
  else if ('options' in node) planOptions(planning, node, { ...inside, depth });
  else if ('values' in node) planValues(planning, node, { ...inside, depth });
  else if ('permissions' in node) {
    const gaps = node.permissions.slice(1).map((each) => first(planning, each) - 1);
    if (gaps.length > 0) addGroup(planning, inside.hang, { kind: 'condition', depth, gaps, width: lineWidth });
    const except = 'except' in node ? node.except.slice(1).map((each) => first(planning, each)) : [];
    if (except.length > 0) addGroup(planning, inside.hang, { kind: 'list', depth, gaps: except, width: listWidth });
  } else if ('kind' in node && node.kind === 'value') planRecordValues(planning, node, { ...inside, depth });
}

function planList(planning: Planning, listed: readonly Listed[], { hang, depth }: Inside): void {
  if (listed.length < 2) return;
  const gaps = listed.map((each) => first(planning, each));
  addGroup(planning, hang, { kind: 'list', depth, gaps, width: listWidth });
}

/** A word that begins an item, too, would begin one at the beginning of a line. */
function planWords(planning: Planning, words: readonly Listed[], inside: Inside): void {
  const isPlain = words.every((word) => {
    const token = planning.gaps.tokens[first(planning, word)];
    return token !== undefined && t.canBeName(token.tokenType);
  });
  if (isPlain) planList(planning, words, inside);
}

function planOptions(planning: Planning, { options }: FieldType, inside: Inside): void {
  const [option] = options;
  if (option === undefined) return;
  planning.glued[first(planning, option) - 1] = true;
  planParenthesized(planning, options, inside);
}

function planValues(planning: Planning, { values }: ListTest, inside: Inside): void {
  planParenthesized(planning, values, { ...inside, hang: inside.hang + 1 });
}

function planRecordValues(planning: Planning, { value }: RecordField, inside: Inside): void {
  if (Array.isArray(value)) planParenthesized(planning, value, inside);
}

function planParenthesized(planning: Planning, listed: readonly Listed[], { hang, depth }: Inside): void {
  const last = listed.at(-1);
  if (last === undefined || listed.length < 2) return;
  const close = behind(planning, last);
  const gaps = [...listed.map((each) => first(planning, each)), close];
  addGroup(planning, hang, { kind: 'list', depth, gaps, width: listWidth });
  planning.levels[close] = hang - 1;
}
