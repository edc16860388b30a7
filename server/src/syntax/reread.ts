// The next state of a file after an edit inside of the braces of one declaration, or of one item of an object: that alone is read.
import type { Change } from '../text/change.ts';
import { detached } from '../text/detached.ts';
import { lastAtOrBefore } from '../text/line-map.ts';
import { type Span, shift } from '../text/span.ts';
import type { Declaration, ObjectDecl, ObjectItem } from './ast.ts';
import { lex } from './lexer.ts';
import { writParser } from './parser.ts';
import type { SourceFile, Unit } from './source-file.ts';
import { lexicalProblems } from './stretch.ts';
import { unitStarts, unitsAround } from './units.ts';

/**
 * The same as reading the text from nothing. Undefined where that is not plain: where anything near is broken or would be,
 * or the edit reaches further. What is whole before and after, and stands in braces that were not touched, has no say in how
 * the text around it is read.
 */
export function reread(text: string, before: SourceFile, edit: Change): SourceFile | undefined {
  const { units, starts, strays, problems } = before;
  const at = lastAtOrBefore(starts, edit.start);
  const [unit, start] = [units[at], starts[at]];
  if (unit === undefined || start === undefined || strays.length + problems.length > 0) return undefined;
  if (!units.slice(Math.max(0, at - unitsAround), at + unitsAround + 1).every(isWhole)) return undefined;
  const inUnit = { start: edit.start - start, end: edit.oldEnd - start };
  const made = readAgain(unit, inUnit, { text, start, delta: edit.delta });
  return made && spliced(text, before, { ...made, at, start, delta: edit.delta });
}

function isWhole({ problems, rest, displaced }: Unit): boolean {
  return problems.length === 0 && rest === undefined && !displaced;
}

/** The new text, where the unit starts in it, and by how much it is longer. */
interface Edited {
  readonly text: string;
  readonly start: number;
  readonly delta: number;
}

interface Made {
  readonly unit: Unit;
  /** What was read, as it stood in the unit before. */
  readonly old: Span;
  /** Spans in the unit. */
  readonly comments: readonly Span[];
}

function readAgain(unit: Unit, inUnit: Span, edited: Edited): Made | undefined {
  const { declaration } = unit;
  if (declaration === undefined) return undefined;
  if (declaration.kind !== 'object')
    return isInBraces(declaration, inUnit) ? readDeclaration(unit, declaration, edited) : undefined;
  const i = declaration.items.findIndex((item) => isInBraces(item, inUnit));
  return i < 0 ? undefined : readItem(unit, declaration, i, edited);
}

function isInBraces(node: Declaration | ObjectItem, { start, end }: Span): boolean {
  if (!('braces' in node) || node.braces === undefined || !node.closed) return false;
  return node.braces.start < start && end < node.braces.end;
}

function readDeclaration(unit: Unit, { span }: Declaration, { text, start, delta }: Edited): Made | undefined {
  const own = detached(text, start, start + unit.length + delta);
  const read = readOne(own, 0);
  if (read === undefined || span.end !== unit.length || read.declaration.span.end !== own.length) return undefined;
  const { declaration, comments } = read;
  return { unit: { ...unit, length: own.length, declaration }, old: span, comments };
}

/** Any object will do for an item to be read in. */
const opening = 'app x { ';

function readItem(unit: Unit, object: ObjectDecl, i: number, { text, start, delta }: Edited): Made | undefined {
  const { items, braces, span } = object;
  const item = items[i];
  if (item === undefined || braces === undefined) return undefined;
  const own = text.slice(start + item.span.start, start + item.span.end + delta);
  const read = readOne(`${opening}${own} }`, opening.length - item.span.start);
  const [now, ...more] = read?.declaration.kind === 'object' ? read.declaration.items : [];
  const isOne = now !== undefined && more.length === 0 && now.kind === item.kind;
  if (!isOne || now.span.start !== item.span.start || now.span.end !== item.span.end + delta) return undefined;
  const grown = (each: Span): Span => ({ start: each.start, end: each.end + delta });
  const rest = items.slice(i + 1).map((each) => moved(each, delta));
  const declaration = {
    ...object,
    items: [...items.slice(0, i), now, ...rest],
    braces: grown(braces),
    span: grown(span),
  };
  const grownUnit = { ...unit, length: unit.length + delta, declaration };
  return { unit: grownUnit, old: item.span, comments: read?.comments ?? [] };
}

interface ReadOne {
  readonly declaration: Declaration;
  readonly comments: readonly Span[];
}

/** One declaration that is whole, and nothing else; spans relative to `base`. */
function readOne(text: string, base: number): ReadOne | undefined {
  const { tokens, comments, openComment } = lex(text);
  if (openComment || lexicalProblems(tokens, 0).length > 0) return undefined;
  const { starts, displaced, strays, isOpenBefore } = unitStarts(text, tokens);
  if (starts.length !== 1 || displaced.size + strays.length > 0 || isOpenBefore) return undefined;
  const { declaration, rest, problems } = writParser().read([...tokens], text, base);
  if (declaration === undefined || rest !== undefined || problems.length > 0) return undefined;
  return { declaration, comments: comments.map((each) => shift(each, -base)) };
}

/** The same tree, further on in its unit: what shares a part of it does so again. */
function moved<T>(tree: T, by: number, known = new Map<unknown, unknown>()): T {
  if (by === 0 || typeof tree !== 'object' || tree === null) return tree;
  const made = known.get(tree) ?? movedOnce(tree, by, known);
  known.set(tree, made);
  return made as T;
}

function movedOnce(tree: object, by: number, known: Map<unknown, unknown>): unknown {
  if (Array.isArray(tree)) return tree.map((each) => moved(each, by, known));
  if (isSpan(tree)) return shift(tree, by);
  const copy: Record<string, unknown> = { ...tree };
  for (const key of Object.keys(copy)) copy[key] = moved(copy[key], by, known);
  return copy;
}

function isSpan(tree: object): tree is Span {
  return 'start' in tree && typeof tree.start === 'number' && 'end' in tree;
}

interface Splice extends Made {
  readonly at: number;
  readonly start: number;
  readonly delta: number;
}

function spliced(text: string, before: SourceFile, { unit, old, comments, at, start, delta }: Splice): SourceFile {
  const [from, to] = [start + old.start, start + old.end];
  return {
    ...before,
    text,
    units: before.units.with(at, unit),
    starts: before.starts.map((each, i) => (i > at ? each + delta : each)),
    comments: [
      ...before.comments.filter((each) => each.start < from),
      ...comments.map((each) => shift(each, start)),
      ...before.comments.filter((each) => each.start >= to).map((each) => shift(each, delta)),
    ],
  };
}
