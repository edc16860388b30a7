// The outline of a file as a tree, and the names of the whole project by a query.
import type { Snapshot } from '../project/types.ts';
import type { SourceFile, Unit } from '../syntax/source-file.ts';
import { type Span, shift } from '../text/span.ts';
import { type OutlineKind, type OutlineNode, outlineOf } from './outline.ts';

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: OutlineKind;
  /** The object or test that it stands in. */
  readonly container: string | undefined;
  readonly path: string;
  /** Of its name, in the file. */
  readonly span: Span;
}

const outlines = new WeakMap<Unit, OutlineNode | undefined>();

function unitOutline(source: SourceFile, index: number): OutlineNode | undefined {
  const unit = source.units[index];
  const start = source.starts[index];
  if (unit === undefined || start === undefined) return undefined;
  if (outlines.has(unit)) return outlines.get(unit);
  const outline = outlineOf(unit, source.text.slice(start, start + unit.length));
  outlines.set(unit, outline);
  return outline;
}

function moved(node: OutlineNode, by: number): OutlineNode {
  const children = node.children.map((child) => moved(child, by));
  return { ...node, span: shift(node.span, by), selection: shift(node.selection, by), children };
}

/** Takes a path; gives the tree with spans in the file. */
export function documentSymbols(snapshot: Pick<Snapshot, 'source'>, path: string): OutlineNode[] {
  const source = snapshot.source(path);
  if (source === undefined) return [];
  return source.units.flatMap((_, i) => {
    const outline = unitOutline(source, i);
    return outline === undefined ? [] : [moved(outline, source.starts[i] ?? 0)];
  });
}

/** Without names of their own they would only be in the way. */
const unnamed: ReadonlySet<OutlineKind> = new Set([
  'query',
  'expect',
  'default policy',
  'auto-share',
  'action',
  'tool',
  'directory',
]);

interface Ranked {
  readonly rank: number;
  readonly symbol: WorkspaceSymbol;
}

/**
 * Takes letters that a name must hold in that order, ignoring case; gives at most `max` names, best first: those that
 * are it, begin with it, hold it, then the others. An empty query gives the first names of the project.
 */
export function workspaceSymbols(snapshot: Snapshot, query: string, max = 200): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const found: Ranked[] = [];
  for (const path of snapshot.input.files.keys()) {
    const source = snapshot.source(path);
    source?.units.forEach((_, i) => {
      const outline = unitOutline(source, i);
      if (outline === undefined) return;
      const visit = (node: OutlineNode, container: string | undefined) => {
        const rank = unnamed.has(node.kind) ? undefined : rankOf(node.name, wanted);
        const span = shift(node.selection, source.starts[i] ?? 0);
        if (rank !== undefined)
          found.push({ rank, symbol: { name: node.name, kind: node.kind, container, path, span } });
        for (const child of node.children) visit(child, node.name);
      };
      visit(outline, undefined);
    });
  }
  const order = (a: Ranked, b: Ranked) => a.rank - b.rank || a.symbol.name.length - b.symbol.name.length;
  return (wanted === '' ? found : found.sort(order)).slice(0, max).map((each) => each.symbol);
}

function rankOf(name: string, wanted: string): number | undefined {
  const lower = name.toLowerCase();
  if (lower === wanted) return 0;
  if (lower.startsWith(wanted)) return 1;
  if (lower.includes(wanted)) return 2;
  let at = -1;
  for (const letter of wanted) {
    at = lower.indexOf(letter, at + 1);
    if (at < 0) return undefined;
  }
  return 3;
}
