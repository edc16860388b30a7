// Requests that help to write: they offer text, or edit it.
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  PrepareRenameRequest,
  RenameRequest,
} from 'vscode-languageserver';
import { completionTriggers, findCompletions } from '../assistance.ts';
import { codeActionKinds, findActions, resolveAction } from '../code-actions.ts';
import { type Feature, feature } from '../feature.ts';
import { formatOnType, formatSelected, formatWhole, typedCharacters } from '../formatting.ts';
import { beginRename, makeRename } from '../rename.ts';

export const writing: readonly Feature[] = [
  feature(CompletionRequest.type, {
    does: 'what fits at the cursor: keywords, names, permissions, values, snippets',
    capability: { completionProvider: { triggerCharacters: completionTriggers } },
    empty: null,
    handle: findCompletions,
  }),
  feature(CodeActionRequest.type, {
    does: 'fixes and refactorings, each with what it does to access; all safe fixes; sorting the file; ignoring a finding',
    capability: { codeActionProvider: { codeActionKinds, resolveProvider: true } },
    empty: null,
    handle: findActions,
  }),
  feature(CodeActionResolveRequest.type, {
    does: 'the edit of one of them, and why it is not made where it would do something else',
    capability: { codeActionProvider: { codeActionKinds, resolveProvider: true } },
    empty: { title: '' },
    handle: resolveAction,
  }),
  feature(RenameRequest.type, {
    does: 'another name in all files, refused where it would change what anything means',
    capability: { renameProvider: { prepareProvider: true } },
    empty: null,
    handle: makeRename,
  }),
  feature(PrepareRenameRequest.type, {
    does: 'the name that a rename begins with, or why it cannot be renamed',
    capability: { renameProvider: { prepareProvider: true } },
    empty: null,
    handle: beginRename,
  }),
  feature(DocumentFormattingRequest.type, {
    does: 'the whole file in its one layout, comments kept',
    capability: { documentFormattingProvider: true },
    empty: null,
    handle: formatWhole,
  }),
  feature(DocumentRangeFormattingRequest.type, {
    does: 'the selected declarations in that layout',
    capability: { documentRangeFormattingProvider: true },
    empty: null,
    handle: formatSelected,
  }),
  feature(DocumentOnTypeFormattingRequest.type, {
    does: 'the declaration that a typed brace or line end belongs to in that layout',
    capability: { documentOnTypeFormattingProvider: typedCharacters },
    empty: null,
    handle: formatOnType,
  }),
];
