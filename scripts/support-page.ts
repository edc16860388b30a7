// The page of what the language server answers: its rows of features, and where each is tried in an editor.
import { globSync, readFileSync } from 'node:fs';
import { featureGroups } from '../server/src/lsp/features.ts';
import { root } from './places.ts';

/** How a test in VS Code has the editor make a request; a request without a command of its own is not here. */
const commandsOfCode: Readonly<Record<string, string>> = {
  'callHierarchy/incomingCalls': 'vscode.provideIncomingCalls',
  'callHierarchy/outgoingCalls': 'vscode.provideOutgoingCalls',
  'textDocument/codeAction': 'vscode.executeCodeActionProvider',
  'textDocument/codeLens': 'vscode.executeCodeLensProvider',
  'textDocument/completion': 'vscode.executeCompletionItemProvider',
  'textDocument/declaration': 'vscode.executeDeclarationProvider',
  'textDocument/definition': 'vscode.executeDefinitionProvider',
  'textDocument/documentHighlight': 'vscode.executeDocumentHighlights',
  'textDocument/documentLink': 'vscode.executeLinkProvider',
  'textDocument/documentSymbol': 'vscode.executeDocumentSymbolProvider',
  'textDocument/foldingRange': 'vscode.executeFoldingRangeProvider',
  'textDocument/formatting': 'vscode.executeFormatDocumentProvider',
  'textDocument/hover': 'vscode.executeHoverProvider',
  'textDocument/implementation': 'vscode.executeImplementationProvider',
  'textDocument/inlayHint': 'vscode.executeInlayHintProvider',
  'textDocument/onTypeFormatting': 'vscode.executeFormatOnTypeProvider',
  'textDocument/prepareCallHierarchy': 'vscode.prepareCallHierarchy',
  'textDocument/prepareRename': 'vscode.prepareRename',
  'textDocument/rangeFormatting': 'vscode.executeFormatRangeProvider',
  'textDocument/references': 'vscode.executeReferenceProvider',
  'textDocument/rename': 'vscode.executeDocumentRenameProvider',
  'textDocument/selectionRange': 'vscode.executeSelectionRangeProvider',
  'textDocument/semanticTokens/full': 'vscode.provideDocumentSemanticTokens',
  'textDocument/semanticTokens/range': 'vscode.provideDocumentRangeSemanticTokens',
  'textDocument/signatureHelp': 'vscode.executeSignatureHelpProvider',
  'textDocument/typeDefinition': 'vscode.executeTypeDefinitionProvider',
  'workspace/symbol': 'vscode.executeWorkspaceSymbolProvider',
  'writ/evaluate': 'writ.evaluateAccess',
  'writ/explainQuery': 'writ.explainQuery',
  'writ/answer': 'writ.whatIf',
  'writ/insert': 'writ.insertQuestion',
  'writ/remedy': 'writ.applyRemedy',
  'writ/list': 'writ.whoCan',
  'writ/matrix': 'writ.showEffectivePermissions',
  'writ/compare': 'writ.compareAccess',
  'writ/difference': 'writ.showDifference',
  'writ/differenceTest': 'writ.expectDifference',
  'writ/rulePage': 'writ.showRule',
};

/** Likewise in Emacs, where Eglot has a command of its own for it. */
const commandsOfEmacs: Readonly<Record<string, string>> = {
  'textDocument/formatting': 'eglot-format-buffer',
  'textDocument/rename': 'eglot-rename',
};

function textOf(pattern: string): string {
  return globSync(pattern, { cwd: root })
    .sort()
    .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
    .join('\n');
}

/** The tests of each editor, as text. */
interface Tests {
  readonly code: string;
  readonly neovim: string;
  readonly emacs: string;
}

/** Names of the editors whose tests make the request, by what stands in those tests. */
function triedIn(method: string, { code, neovim, emacs }: Tests): string {
  const [ofCode, ofEmacs] = [commandsOfCode[method], commandsOfEmacs[method]];
  const editors = [
    ofCode !== undefined && code.includes(`'${ofCode}'`) && 'VS Code',
    neovim.includes(`'${method}'`) && 'Neovim',
    (new RegExp(`:${method}\\b`).test(emacs) || (ofEmacs !== undefined && emacs.includes(`(${ofEmacs}`))) && 'Emacs',
  ];
  return editors.filter((each) => each !== false).join(', ');
}

export interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of the page, one for each group of rows. */
export function supportSections(): Section[] {
  const tests = {
    code: textOf('test/editor/suite/**/*.ts'),
    neovim: textOf('test/clients/*.lua'),
    emacs: textOf('test/clients/*.el'),
  };
  return featureGroups.map(({ title, rows }) => ({
    title,
    head: ['Request', 'For', 'Tried in'],
    rows: rows.map(({ method, does }) => [`\`${method}\``, does, triedIn(method, tests)]),
  }));
}
