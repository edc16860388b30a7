// Requests that lead from one place to others: definition, references, highlights, symbols, folds.
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Location,
  type LocationLink,
  type ReferenceParams,
  type SymbolInformation,
  type TextDocumentPositionParams,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { declaration } from '../ide/declaration.ts';
import { definition } from '../ide/definition.ts';
import { folding } from '../ide/folding.ts';
import { implementation } from '../ide/implementation.ts';
import type { OutlineNode } from '../ide/outline.ts';
import { highlights, references } from '../ide/references.ts';
import { documentSymbols, workspaceSymbols } from '../ide/symbols.ts';
import { typeDefinition } from '../ide/type-definition.ts';
import type { LineMap } from '../text/line-map.ts';
import { type Context, spotOf, viewOf, viewProject } from './context.ts';
import { symbolKinds, toLocation, toRange } from './convert.ts';

type DocumentParams = { readonly textDocument: { readonly uri: string } };

type Targets = Location[] | LocationLink[];
type LinkOption = 'definition' | 'declaration' | 'typeDefinition' | 'implementation';

/** Takes what leads somewhere, and where a client says whether it shows whence; gives the handler of the request. */
function leading(find: typeof definition, option: LinkOption) {
  return (context: Context, params: TextDocumentPositionParams): Targets => {
    const spot = spotOf(context, params);
    const found = spot && find(spot.snapshot, spot.path, spot.offset);
    if (spot === undefined || found === undefined) return [];
    const targets = found.to.map((place) => toLocation(spot, place));
    if (context.client().textDocument?.[option]?.linkSupport !== true) return targets;
    return targets.map(({ uri, range }) => ({
      originSelectionRange: toRange(spot.lines, found.from),
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    }));
  };
}

export const findDefinition = leading(definition, 'definition');
export const findDeclaration = leading(declaration, 'declaration');
export const findTypeDefinition = leading(typeDefinition, 'typeDefinition');
export const findImplementation = leading(implementation, 'implementation');

export function findReferences(context: Context, params: ReferenceParams): Location[] {
  const spot = spotOf(context, params);
  if (spot === undefined) return [];
  const { snapshot, path, offset } = spot;
  const withDeclaration = params.context?.includeDeclaration === true;
  return references(snapshot, path, offset, withDeclaration).map((place) => toLocation(spot, place));
}

export function findHighlights(context: Context, params: TextDocumentPositionParams): DocumentHighlight[] {
  const spot = spotOf(context, params);
  if (spot === undefined) return [];
  return highlights(spot.snapshot, spot.path, spot.offset).map((place) => ({
    range: toRange(spot.lines, place.span),
    kind: place.declaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** A tree where the client shows one, else a list. */
export function listSymbols(context: Context, params: DocumentParams): DocumentSymbol[] | SymbolInformation[] {
  const view = viewOf(context, params);
  if (view === undefined) return [];
  const nodes = documentSymbols(view.snapshot, view.path);
  const isTree = context.client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  if (isTree) return nodes.map((node) => toDocumentSymbol(view.lines, node));
  return nodes.flatMap((node) => toFlatSymbols(params.textDocument.uri, view.lines, node));
}

function toDocumentSymbol(lines: LineMap, node: OutlineNode): DocumentSymbol {
  return {
    name: node.name,
    ...(node.detail === '' ? {} : { detail: node.detail }),
    kind: symbolKinds[node.kind],
    range: toRange(lines, node.span),
    selectionRange: toRange(lines, node.selection),
    children: node.children.map((child) => toDocumentSymbol(lines, child)),
  };
}

function toFlatSymbols(uri: string, lines: LineMap, node: OutlineNode, container?: string): SymbolInformation[] {
  const location = { uri, range: toRange(lines, node.span) };
  const own = { name: node.name, kind: symbolKinds[node.kind], location };
  return [
    container === undefined ? own : { ...own, containerName: container },
    ...node.children.flatMap((child) => toFlatSymbols(uri, lines, child, node.name)),
  ];
}

/** Names of all projects, those of each in its own order. */
export function findSymbols(context: Context, { query }: WorkspaceSymbolParams): SymbolInformation[] {
  return context.workspace.projects().flatMap((held) => {
    const view = viewProject(context, held);
    return workspaceSymbols(view.snapshot, query).map(({ name, kind, container, path, span }) => ({
      name,
      kind: symbolKinds[kind],
      location: toLocation(view, { file: path, span }),
      ...(container === undefined ? {} : { containerName: container }),
    }));
  });
}

export function listFolds(context: Context, params: DocumentParams): FoldingRange[] {
  const view = viewOf(context, params);
  if (view === undefined) return [];
  const most = context.client().textDocument?.foldingRange?.rangeLimit;
  return folding(view.snapshot, view.path, most).map(({ kind, start, end }) => ({
    startLine: start,
    endLine: end,
    ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
  }));
}
