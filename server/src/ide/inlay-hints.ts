// The hints of a stretch of a file: what levels include and what names resolve to.
import type { PlaceKind } from '../catalogue/types.ts';
import type { Snapshot } from '../project/types.ts';
import type { LevelGrant } from '../syntax/ast.ts';
import { type AstNode, childrenOf } from '../syntax/ast-path.ts';
import type { Ref } from '../syntax/ast-value.ts';
import { type Span, shift } from '../text/span.ts';
import type { HintKind, InlayHint } from './hints/hint.ts';
import { levelHint } from './hints/levels.ts';
import { principalHint } from './hints/principals.ts';
import { type UnitAt, unitAt } from './locate.ts';
import { occurrencesIn } from './occurrences.ts';

type Wanted = ReadonlySet<HintKind>;

/** Takes a stretch of the file; gives the hints that stand in it, in the order of the text. Answers are not among them. */
export function inlayHints(snapshot: Snapshot, path: string, range: Span, wanted: Wanted): InlayHint[] {
  const hints: InlayHint[] = [];
  for (const at of unitsIn(snapshot, path, range)) {
    const within = shift(range, -at.start);
    if (wanted.has('levels')) hints.push(...levelsIn(at, within));
    if (wanted.has('principals')) hints.push(...principalsIn(snapshot, { ...at, path }, within));
  }
  return hints.filter(({ offset }) => range.start <= offset && offset <= range.end).sort((a, b) => a.offset - b.offset);
}

/** The units that a stretch of the file touches. */
function* unitsIn(snapshot: Snapshot, path: string, range: Span): Generator<UnitAt> {
  const source = snapshot.source(path);
  if (source === undefined) return;
  const first = unitAt(source, range.start)?.index ?? 0;
  // A hint behind the last word of a unit stands where the next one starts.
  for (let index = Math.max(first - 1, 0); index < source.units.length; index++) {
    const [unit, start] = [source.units[index], source.starts[index]];
    if (unit === undefined || start === undefined || start > range.end) return;
    yield { unit, index, start };
  }
}

/** Nodes that the stretch touches, outermost first. */
function* nodesIn(node: AstNode, range: Span): Generator<AstNode> {
  if (node.span.start > range.end || node.span.end < range.start) return;
  yield node;
  for (const child of childrenOf(node)) yield* nodesIn(child, range);
}

function levelsIn({ unit: { declaration }, start }: UnitAt, range: Span): InlayHint[] {
  if (declaration === undefined) return [];
  const place: PlaceKind = declaration.kind === 'object' ? 'object' : 'organization';
  return [...nodesIn(declaration, range)].filter(isLevel).flatMap((node) => levelHint(node, place, start) ?? []);
}

function isLevel(node: AstNode): node is LevelGrant {
  return 'kind' in node && node.kind === 'level' && 'word' in node;
}

function principalsIn(snapshot: Snapshot, at: UnitAt & { readonly path: string }, range: Span): InlayHint[] {
  const { declaration } = at.unit;
  if (declaration === undefined) return [];
  const refs = [...nodesIn(declaration, range)].filter(isRef);
  if (refs.length === 0) return [];
  const named = new Map(occurrencesIn(snapshot.model, at).map((each) => [each.span.start, each.symbol]));
  return refs.flatMap(({ name, span }) => {
    const symbol = name === undefined ? undefined : named.get(name.span.start);
    return symbol === undefined ? [] : (principalHint(snapshot, symbol, at.start + span.end) ?? []);
  });
}

function isRef(node: AstNode): node is Ref {
  return 'kind' in node && node.kind === 'ref';
}
