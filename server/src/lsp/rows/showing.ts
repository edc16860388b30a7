// Requests for what an editor shows between what is written, and above it.
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  DocumentDiagnosticRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  SignatureHelpRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import { type Feature, feature } from '../feature.ts';
import { nothing, signatureTriggers } from '../options.ts';

/** What is found in a file depends on all others of its project. */
const pulled = {
  identifier: 'writ',
  interFileDependencies: true,
  workspaceDiagnostics: true,
  workDoneProgress: true,
};

export const showing: readonly Feature[] = [
  feature(InlayHintRequest.type, {
    does: 'behind levels what they include, behind names what they come to, behind questions their answers',
    capability: { inlayHintProvider: { resolveProvider: true } },
    empty: null,
    answer: 'listHints',
  }),
  feature(InlayHintResolveRequest.type, {
    does: 'all that a hint is short for, and where that is declared',
    capability: { inlayHintProvider: { resolveProvider: true } },
    empty: { position: { line: 0, character: 0 }, label: '' },
    answer: 'resolveHint',
  }),
  feature(CodeLensRequest.type, {
    does: 'above declarations their members, permissions and uses; above questions why',
    capability: { codeLensProvider: { resolveProvider: true } },
    empty: null,
    answer: 'listLenses',
  }),
  feature(CodeLensResolveRequest.type, {
    does: 'what a lens says, and what it leads to',
    capability: { codeLensProvider: { resolveProvider: true } },
    empty: { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    answer: 'resolveLens',
  }),
  feature(SignatureHelpRequest.type, {
    does: 'what operators, actions, levels and questions take, with the value at the cursor',
    capability: { signatureHelpProvider: { triggerCharacters: signatureTriggers } },
    empty: null,
    answer: 'findSignatures',
  }),
  feature(DocumentDiagnosticRequest.type, {
    progress: 'Checking',
    does: 'what is found in a document, for a client that asks instead of being told: `"diagnostics": "pull"` in its options',
    capability: { diagnosticProvider: pulled },
    empty: nothing,
    answer: 'pullDocument',
  }),
  feature(WorkspaceDiagnosticRequest.type, {
    progress: 'Checking all files',
    inParts: true,
    does: 'likewise what is found in all files, project by project',
    capability: { diagnosticProvider: pulled },
    empty: { items: [] },
    answer: 'pullWorkspace',
  }),
];
