// Everything that the server can be asked, one row each: what it tells the client of itself follows from these rows.
import {
  type CancellationToken,
  type ClientCapabilities,
  CodeActionKind,
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  RequestType,
  type ResponseError,
  type ServerCapabilities,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { completionTriggers, findCompletions, findHover } from './assistance.ts';
import { findActions, fixAllKind } from './code-actions.ts';
import type { Context } from './context.ts';
import { formatOnType, formatSelected, formatWhole, typedCharacters } from './formatting.ts';
import type { Guarded } from './guard.ts';
import { findDefinition, findHighlights, findReferences, findSymbols, listFolds, listSymbols } from './navigation.ts';
import { listProjects } from './project-info.ts';
import {
  effectivePermissionsRequest,
  evaluateRequest,
  evaluationChoicesRequest,
  explainQueryRequest,
  inlineAnswersRequest,
  projectsRequest,
  rulePageRequest,
  rulesRequest,
} from './protocol.ts';
import {
  evaluateAccess,
  explainQuery,
  listEvaluationChoices,
  listInlineAnswers,
  showEffectivePermissions,
} from './questions.ts';
import { beginRename, makeRename } from './rename.ts';
import { listRules, showRulePage } from './rule-pages.ts';

/** Takes the parameters of the request; gives a handler for the guard. */
export interface Feature {
  readonly method: string;
  readonly capability: ServerCapabilities;
  handler(context: Context): Guarded<never, unknown>;
}

interface Row<P, R> {
  readonly capability: ServerCapabilities;
  /** The answer where there is nothing to say. */
  readonly empty: R;
  readonly handle: (context: Context, params: P, token: CancellationToken) => R | ResponseError<void>;
}

function feature<P, R>({ method }: Pick<RequestType<P, R, void>, 'method' | '_'>, row: Row<P, R>): Feature {
  const { capability, empty, handle } = row;
  return {
    method,
    capability,
    handler: (context) => ({ method, empty, handle: (params: P, token) => handle(context, params, token) }),
  };
}

/** A request that only Writ's own client makes; it is advertised by name. */
function own<P, R>(method: string, row: Omit<Row<P, R>, 'capability'>): Feature {
  return feature(new RequestType<P, R, void>(method), { ...row, capability: { experimental: { [method]: true } } });
}

export const features: readonly Feature[] = [
  feature(CompletionRequest.type, {
    capability: { completionProvider: { triggerCharacters: completionTriggers } },
    empty: null,
    handle: findCompletions,
  }),
  feature(HoverRequest.type, { capability: { hoverProvider: true }, empty: null, handle: findHover }),
  feature(CodeActionRequest.type, {
    capability: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } },
    empty: null,
    handle: findActions,
  }),
  feature(DefinitionRequest.type, { capability: { definitionProvider: true }, empty: null, handle: findDefinition }),
  feature(ReferencesRequest.type, { capability: { referencesProvider: true }, empty: null, handle: findReferences }),
  feature(DocumentHighlightRequest.type, {
    capability: { documentHighlightProvider: true },
    empty: null,
    handle: findHighlights,
  }),
  feature(DocumentSymbolRequest.type, {
    capability: { documentSymbolProvider: true },
    empty: null,
    handle: listSymbols,
  }),
  feature(WorkspaceSymbolRequest.type, {
    capability: { workspaceSymbolProvider: true },
    empty: null,
    handle: findSymbols,
  }),
  feature(RenameRequest.type, {
    capability: { renameProvider: { prepareProvider: true } },
    empty: null,
    handle: makeRename,
  }),
  feature(PrepareRenameRequest.type, {
    capability: { renameProvider: { prepareProvider: true } },
    empty: null,
    handle: beginRename,
  }),
  feature(FoldingRangeRequest.type, { capability: { foldingRangeProvider: true }, empty: null, handle: listFolds }),
  feature(DocumentFormattingRequest.type, {
    capability: { documentFormattingProvider: true },
    empty: null,
    handle: formatWhole,
  }),
  feature(DocumentRangeFormattingRequest.type, {
    capability: { documentRangeFormattingProvider: true },
    empty: null,
    handle: formatSelected,
  }),
  feature(DocumentOnTypeFormattingRequest.type, {
    capability: { documentOnTypeFormattingProvider: typedCharacters },
    empty: null,
    handle: formatOnType,
  }),
  own(projectsRequest, { empty: [], handle: listProjects }),
  own(inlineAnswersRequest, { empty: null, handle: listInlineAnswers }),
  own(evaluationChoicesRequest, { empty: null, handle: listEvaluationChoices }),
  own(evaluateRequest, { empty: null, handle: evaluateAccess }),
  own(explainQueryRequest, { empty: null, handle: explainQuery }),
  own(rulesRequest, { empty: [], handle: listRules }),
  own(rulePageRequest, { empty: null, handle: showRulePage }),
  own(effectivePermissionsRequest, { empty: null, handle: showEffectivePermissions }),
];

/** What the rows advertise, together, as the client understands it. */
export function capabilities(client: ClientCapabilities): ServerCapabilities {
  const all = features.map((each) => each.capability);
  return {
    ...Object.assign({}, ...all),
    // What comes before a rename may be said only to those who know of it.
    ...(client.textDocument?.rename?.prepareSupport === true ? {} : { renameProvider: true }),
    experimental: Object.assign({}, ...all.map((each) => each.experimental)),
  };
}
