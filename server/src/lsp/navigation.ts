// Requests that lead from one place to others: definition, references, highlights, symbols, folds.
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type ProgressToken,
  type ReferenceParams,
  ResponseError,
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
import type { HeldProject } from './held-project.ts';
import type { Run } from './run.ts';
import { inTurns } from './turns.ts';

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

/** So many locations are worth a message of their own. */
const part = 500;

/** In parts where the client takes parts: places of a text that has been read are there at once, lines of a file are not. */
export async function findReferences(context: Context, params: ReferenceParams, run: Run): Promise<Answer<Location[]>> {
  const spot = spotOf(context, params);
  if (spot === undefined) return [];
  const { snapshot, path, offset } = spot;
  const found = references(snapshot, path, offset, params.context?.includeDeclaration === true);
  const { partialResultToken: parts } = params;
  let locations: Location[] = [];
  const isWanted = () => !run.token.isCancellationRequested;
  const isWhole = await inTurns(context.host, found, isWanted, (place, done) => {
    locations.push(toLocation(spot, place));
    run.progress.report(done, found.length);
    if (parts === undefined || locations.length < part) return;
    context.tell(parts, locations);
    locations = [];
  });
  return isWhole ? rest(context, parts, locations) : cancelled();
}

type Answer<T> = T | ResponseError<void>;

const cancelled = () => new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'cancelled');

/** What is left for the answer itself: nothing, once any of it has been told in parts. */
function rest<T>(context: Context, parts: ProgressToken | undefined, left: T[]): T[] {
  if (parts === undefined) return left;
  if (left.length > 0) context.tell(parts, left);
  return [];
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

/** Names of all projects, those of each in its own order; each project is told as soon as it is looked through. */
export async function findSymbols(
  context: Context,
  { query, partialResultToken: parts }: WorkspaceSymbolParams,
  { token, progress }: Run,
): Promise<Answer<SymbolInformation[]>> {
  const projects = context.workspace.projects();
  const symbols: SymbolInformation[] = [];
  const isWanted = () => !token.isCancellationRequested;
  const isWhole = await inTurns(context.host, projects, isWanted, (held, done) => {
    symbols.push(...rest(context, parts, symbolsOf(context, held, query)));
    progress.report(done, projects.length);
  });
  return isWhole ? symbols : cancelled();
}

function symbolsOf(context: Context, held: HeldProject, query: string): SymbolInformation[] {
  const view = viewProject(context, held);
  return workspaceSymbols(view.snapshot, query).map(({ name, kind, container, path, span }) => ({
    name,
    kind: symbolKinds[kind],
    location: toLocation(view, { file: path, span }),
    ...(container === undefined ? {} : { containerName: container }),
  }));
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
