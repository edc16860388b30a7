// Requests that help to read: they lead from one place to others, tell what stands there, and change nothing.
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DeclarationRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  ImplementationRequest,
  LinkedEditingRangeRequest,
  ReferencesRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  TypeDefinitionRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { findHover } from '../assistance.ts';
import { listGrantedBy, listGrantsTo, prepareHierarchy } from '../call-hierarchy.ts';
import { type Feature, feature } from '../feature.ts';
import {
  findDeclaration,
  findDefinition,
  findHighlights,
  findImplementation,
  findReferences,
  findSymbols,
  findTypeDefinition,
  listFolds,
  listSymbols,
} from '../navigation.ts';
import { growSelections, linkNames, listLinks } from '../reading-aids.ts';
import {
  listTokenChanges,
  listTokens,
  listTokensBetween,
  noTokens,
  semanticTokensOptions,
} from '../semantic-tokens.ts';

export const reading: readonly Feature[] = [
  feature(HoverRequest.type, {
    does: 'what a name or word stands for, who holds it and how it is used',
    capability: { hoverProvider: true },
    empty: null,
    handle: findHover,
  }),
  feature(DefinitionRequest.type, {
    does: 'from a name or an option to its declaration, from a `directory` and the people of it to the SCIM file',
    capability: { definitionProvider: true },
    empty: null,
    handle: findDefinition,
  }),
  feature(DeclarationRequest.type, {
    does: 'from a name to the one place in Writ that brings it in: of an object its first opening, of whom a directory brings that `directory`',
    capability: { declarationProvider: true },
    empty: null,
    handle: findDeclaration,
  }),
  feature(TypeDefinitionRequest.type, {
    does: 'from a record to its object, from a field or an option to the type of the field',
    capability: { typeDefinitionProvider: true },
    empty: null,
    handle: findTypeDefinition,
  }),
  feature(ImplementationRequest.type, {
    does: 'from a permission or a level to the roles that grant it, by whatever',
    capability: { implementationProvider: true },
    empty: null,
    handle: findImplementation,
  }),
  feature(ReferencesRequest.type, {
    does: 'every place that names the same declaration, option, attribute or word of the catalogue, in all files',
    capability: { referencesProvider: { workDoneProgress: true } },
    progress: 'Finding references',
    inParts: true,
    empty: null,
    handle: findReferences,
  }),
  feature(DocumentHighlightRequest.type, {
    does: 'the places of the name under the cursor in the file, its declaration as a write',
    capability: { documentHighlightProvider: true },
    empty: null,
    handle: findHighlights,
  }),
  feature(DocumentSymbolRequest.type, {
    does: 'the outline of a file, as a tree or a list',
    capability: { documentSymbolProvider: true },
    empty: null,
    handle: listSymbols,
  }),
  feature(WorkspaceSymbolRequest.type, {
    does: 'declarations of all projects by parts of their names',
    capability: { workspaceSymbolProvider: { workDoneProgress: true } },
    progress: 'Finding names',
    inParts: true,
    empty: null,
    handle: findSymbols,
  }),
  feature(FoldingRangeRequest.type, {
    does: 'blocks and comments that can be folded',
    capability: { foldingRangeProvider: true },
    empty: null,
    handle: listFolds,
  }),
  feature(SemanticTokensRequest.type, {
    does: 'colours by what a name stands for: user, group, role, object, field, option, permission; who is external or inactive and which roles are over',
    capability: { semanticTokensProvider: semanticTokensOptions },
    empty: noTokens,
    handle: listTokens,
  }),
  feature(SemanticTokensDeltaRequest.type, {
    does: 'what of these colours an edit has changed',
    capability: { semanticTokensProvider: semanticTokensOptions },
    empty: noTokens,
    handle: listTokenChanges,
  }),
  feature(SemanticTokensRangeRequest.type, {
    does: 'the colours of the lines in sight',
    capability: { semanticTokensProvider: semanticTokensOptions },
    empty: noTokens,
    handle: listTokensBetween,
  }),
  feature(CallHierarchyPrepareRequest.type, {
    does: 'the permission, level, role, group, user, account, policy or object from which granting is followed',
    capability: { callHierarchyProvider: true },
    empty: null,
    handle: prepareHierarchy,
  }),
  feature(CallHierarchyIncomingCallsRequest.type, {
    does: '*granted by*: from people to groups, roles, and what these grant',
    capability: { callHierarchyProvider: true },
    empty: null,
    handle: listGrantedBy,
  }),
  feature(CallHierarchyOutgoingCallsRequest.type, {
    does: '*grants to*: from a permission to the roles that grant it, to groups, to people',
    capability: { callHierarchyProvider: true },
    empty: null,
    handle: listGrantsTo,
  }),
  feature(SelectionRangeRequest.type, {
    does: 'selections that grow: word, name, value, property, block, declaration, file',
    capability: { selectionRangeProvider: true },
    empty: null,
    handle: growSelections,
  }),
  feature(DocumentLinkRequest.type, {
    does: 'links to directory files, to the pages of the rules that a `writ-ignore` names, to addresses in comments',
    capability: { documentLinkProvider: {} },
    empty: null,
    handle: listLinks,
  }),
  feature(LinkedEditingRangeRequest.type, {
    does: 'the name of a record of a test and its uses, typed together from the declaration',
    capability: { linkedEditingRangeProvider: true },
    empty: null,
    handle: linkNames,
  }),
];
