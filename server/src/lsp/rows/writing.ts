// Requests that help to write: they offer text, or edit it.
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  PrepareRenameRequest,
  RenameRequest,
  WillRenameFilesRequest,
} from 'vscode-languageserver';
import { type Feature, feature } from '../feature.ts';
import { codeActionKinds, completionTriggers, everyFile, typedCharacters } from '../options.ts';

export const writing: readonly Feature[] = [
  feature(CompletionRequest.type, {
    does: 'what fits at the cursor: keywords, names, permissions, values, snippets',
    capability: { completionProvider: { triggerCharacters: completionTriggers } },
    empty: null,
    answer: 'findCompletions',
  }),
  feature(CompletionResolveRequest.type, {
    does: 'what there is to say of one of them',
    capability: { completionProvider: { resolveProvider: true } },
    empty: { label: '' },
    answer: 'resolveCompletion',
  }),
  feature(CodeActionRequest.type, {
    does: 'fixes and refactorings, each with what it does to access; all safe fixes; sorting the file; ignoring a finding',
    capability: { codeActionProvider: { codeActionKinds, resolveProvider: true } },
    empty: null,
    answer: 'findActions',
  }),
  feature(CodeActionResolveRequest.type, {
    does: 'the edit of one of them, and why it is not made where it would do something else',
    capability: { codeActionProvider: { codeActionKinds, resolveProvider: true } },
    empty: { title: '' },
    answer: 'resolveAction',
  }),
  feature(RenameRequest.type, {
    does: 'another name in all files, refused where it would change what anything means',
    capability: { renameProvider: { prepareProvider: true, workDoneProgress: true } },
    progress: 'Renaming',
    empty: null,
    answer: 'makeRename',
  }),
  feature(PrepareRenameRequest.type, {
    does: 'the name that a rename begins with, or why it cannot be renamed',
    capability: { renameProvider: { prepareProvider: true } },
    empty: null,
    answer: 'beginRename',
  }),
  feature(WillRenameFilesRequest.type, {
    does: 'paths of directory files, and globs of settings, after a file or folder that gets another name or place',
    capability: { workspace: { fileOperations: { willRename: everyFile } } },
    empty: null,
    answer: 'beforeRename',
  }),
  feature(DocumentFormattingRequest.type, {
    does: 'the whole file in its one layout, comments kept',
    capability: { documentFormattingProvider: true },
    empty: null,
    answer: 'formatWhole',
  }),
  feature(DocumentRangeFormattingRequest.type, {
    does: 'the selected declarations in that layout',
    capability: { documentRangeFormattingProvider: true },
    empty: null,
    answer: 'formatSelected',
  }),
  feature(DocumentOnTypeFormattingRequest.type, {
    does: 'the declaration that a typed brace or line end belongs to in that layout',
    capability: { documentOnTypeFormattingProvider: typedCharacters },
    empty: null,
    answer: 'formatOnType',
  }),
];
