// Requests for the colours of a document: whole, of a range, and what changed since what the client has.
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { type FileTokens, semanticTokens, semanticTokensBetween, type TokenForm } from '../ide/semantic-tokens.ts';
import { type Encoded, joined, noGap } from '../ide/tokens/encode.ts';
import { tokenEdit } from '../ide/tokens/token-edit.ts';
import { type Context, viewOf } from './context.ts';
import { encodedData, encodedStretches } from './encoded-tokens.ts';
import { noTokens } from './options.ts';
import type { Workspace } from './workspace.ts';

/** What a client has of one document. */
interface Given {
  readonly id: string;
  readonly tokens: FileTokens;
  /** Those, as the client counts columns. */
  readonly stretches: readonly Encoded[];
}

/** Of each open document the last that was given: what came before it is forgotten. */
interface AllGiven {
  /** Of the last id: none is given twice. */
  count: number;
  readonly documents: Map<string, Given>;
}

const allGiven = new WeakMap<Workspace, AllGiven>();

/** An editor that has a grammar of its own says so: what that can tell is then left to it. */
function formFor(context: Context): TokenForm {
  return context.client().textDocument?.semanticTokens?.augmentsSyntaxTokens === true ? 'names' : 'all';
}

export function listTokens(context: Context, params: SemanticTokensParams): SemanticTokens {
  const made = makeTokens(context, params);
  return made === undefined ? noTokens : whole(made.now);
}

/** The whole where the client has not what was given last. */
export function listTokenChanges(
  context: Context,
  params: SemanticTokensDeltaParams,
): SemanticTokens | SemanticTokensDelta {
  const made = makeTokens(context, params);
  if (made === undefined) return noTokens;
  const { before, now } = made;
  if (before === undefined || before.id !== params.previousResultId) return whole(now);
  const edit = tokenEdit(before.stretches, now.stretches);
  return { resultId: now.id, edits: edit === undefined ? [] : [edit] };
}

export function listTokensBetween(context: Context, params: SemanticTokensRangeParams): SemanticTokens {
  const view = viewOf(context, params);
  if (view === undefined) return noTokens;
  const { lines, path, snapshot } = view;
  const range = { start: lines.offset(params.range.start), end: lines.offset(params.range.end) };
  const data = semanticTokensBetween(snapshot, path, formFor(context), range);
  if (view.encoding === 'utf-16') return { data: [...data] };
  return { data: [...encodedData(data, snapshot.lines(path) ?? lines, lines)] };
}

function whole({ id, stretches }: Given): SemanticTokens {
  return { resultId: id, data: joined(stretches, noGap).data };
}

function makeTokens(
  context: Context,
  params: SemanticTokensParams,
): { readonly before: Given | undefined; readonly now: Given } | undefined {
  const view = viewOf(context, params);
  if (view === undefined) return undefined;
  const { workspace } = context;
  const { uri } = params.textDocument;
  const all = allGiven.get(workspace) ?? { count: 0, documents: new Map() };
  allGiven.set(workspace, all);
  const before = all.documents.get(uri);
  const tokens = semanticTokens(view.snapshot, view.path, formFor(context), before?.tokens);
  if (tokens === undefined) return undefined;
  const now = { id: `${++all.count}`, tokens, stretches: encodedStretches(tokens, view.encoding) };
  for (const each of all.documents.keys()) if (workspace.openDocument(each) === undefined) all.documents.delete(each);
  if (workspace.openDocument(uri) !== undefined) all.documents.set(uri, now);
  return { before, now };
}
