// Requests that help to read: they lead from one place to others, tell what stands there, and change nothing.
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  ReferencesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { findHover } from '../assistance.ts';
import { type Feature, feature } from '../feature.ts';
import { findDefinition, findHighlights, findReferences, findSymbols, listFolds, listSymbols } from '../navigation.ts';

export const reading: readonly Feature[] = [
  feature(HoverRequest.type, {
    does: 'what a name or word stands for, who holds it and how it is used',
    capability: { hoverProvider: true },
    empty: null,
    handle: findHover,
  }),
  feature(DefinitionRequest.type, {
    does: 'from a name to its declaration, from a `directory` and the people of it to the SCIM file',
    capability: { definitionProvider: true },
    empty: null,
    handle: findDefinition,
  }),
  feature(ReferencesRequest.type, {
    does: 'every place that names the same declaration, permission or catalogue word, in all files',
    capability: { referencesProvider: true },
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
    capability: { workspaceSymbolProvider: true },
    empty: null,
    handle: findSymbols,
  }),
  feature(FoldingRangeRequest.type, {
    does: 'blocks and comments that can be folded',
    capability: { foldingRangeProvider: true },
    empty: null,
    handle: listFolds,
  }),
];
