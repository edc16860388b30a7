// Whatever the server advertises is a row with a handler, and whatever is a row is advertised. That each row has an answer,
// through the protocol, is tested row by row in test/lsp/features.test.ts.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { situations } from '../../scripts/situations.ts';
import { capabilities } from '../../server/src/lsp/feature.ts';
import { features } from '../../server/src/lsp/features.ts';

/** Requests that an option of a server's promises, by the way to the option. Options that promise none say only how. */
const promised: Readonly<Record<string, readonly string[]>> = {
  callHierarchyProvider: [
    'textDocument/prepareCallHierarchy',
    'callHierarchy/incomingCalls',
    'callHierarchy/outgoingCalls',
  ],
  codeActionProvider: ['textDocument/codeAction'],
  'codeActionProvider.resolveProvider': ['codeAction/resolve'],
  codeLensProvider: ['textDocument/codeLens'],
  'codeLensProvider.resolveProvider': ['codeLens/resolve'],
  completionProvider: ['textDocument/completion'],
  'completionProvider.resolveProvider': ['completionItem/resolve'],
  declarationProvider: ['textDocument/declaration'],
  definitionProvider: ['textDocument/definition'],
  diagnosticProvider: ['textDocument/diagnostic'],
  'diagnosticProvider.workspaceDiagnostics': ['workspace/diagnostic'],
  documentFormattingProvider: ['textDocument/formatting'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  documentLinkProvider: ['textDocument/documentLink'],
  'documentLinkProvider.resolveProvider': ['documentLink/resolve'],
  documentOnTypeFormattingProvider: ['textDocument/onTypeFormatting'],
  documentRangeFormattingProvider: ['textDocument/rangeFormatting'],
  'documentRangeFormattingProvider.rangesSupport': ['textDocument/rangesFormatting'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  executeCommandProvider: ['workspace/executeCommand'],
  foldingRangeProvider: ['textDocument/foldingRange'],
  hoverProvider: ['textDocument/hover'],
  implementationProvider: ['textDocument/implementation'],
  inlayHintProvider: ['textDocument/inlayHint'],
  'inlayHintProvider.resolveProvider': ['inlayHint/resolve'],
  linkedEditingRangeProvider: ['textDocument/linkedEditingRange'],
  referencesProvider: ['textDocument/references'],
  renameProvider: ['textDocument/rename'],
  'renameProvider.prepareProvider': ['textDocument/prepareRename'],
  selectionRangeProvider: ['textDocument/selectionRange'],
  semanticTokensProvider: [],
  'semanticTokensProvider.full': ['textDocument/semanticTokens/full'],
  'semanticTokensProvider.full.delta': ['textDocument/semanticTokens/full/delta'],
  'semanticTokensProvider.range': ['textDocument/semanticTokens/range'],
  signatureHelpProvider: ['textDocument/signatureHelp'],
  typeDefinitionProvider: ['textDocument/typeDefinition'],
  'workspace.fileOperations.willCreate': ['workspace/willCreateFiles'],
  'workspace.fileOperations.willDelete': ['workspace/willDeleteFiles'],
  'workspace.fileOperations.willRename': ['workspace/willRenameFiles'],
  workspaceSymbolProvider: ['workspace/symbol'],
  'workspaceSymbolProvider.resolveProvider': ['workspaceSymbol/resolve'],
};

/** Every option that is switched on, as the way to it. */
function* optionsIn(value: unknown, way: string): Generator<string> {
  if (value === false || value === undefined || value === null) return;
  if (way !== '') yield way;
  if (typeof value !== 'object' || Array.isArray(value)) return;
  for (const [key, below] of Object.entries(value)) yield* optionsIn(below, way === '' ? key : `${way}.${key}`);
}

const all = capabilities(features, { textDocument: { rename: { prepareSupport: true } } });
const { experimental, ...standard } = all;
const options = [...optionsIn(standard, '')];
const methods = features.map(({ method }) => method);

describe('guard: what the server advertises', () => {
  it('is known to this guard', () => {
    const roots = Object.keys(standard).filter((key) => key !== 'workspace');
    assert.deepEqual(
      roots.filter((key) => promised[key] === undefined),
      [],
    );
    const ofFiles = options.filter((way) => /^workspace\.fileOperations\.will\w+$/.test(way));
    assert.deepEqual(
      ofFiles.filter((way) => promised[way] === undefined),
      [],
    );
    const others = options.filter((way) => /\.resolveProvider$|\.(?:range|full|delta|prepareProvider)$/.test(way));
    assert.deepEqual(
      others.filter((way) => promised[way] === undefined),
      [],
    );
  });

  it('is answered by a row, and every row is advertised', () => {
    const ours = methods.filter((method) => !method.startsWith('writ/'));
    const promises = options.flatMap((way) => promised[way] ?? []);
    assert.deepEqual([...new Set(promises)].sort(), [...ours].sort());
    const own = methods.filter((method) => method.startsWith('writ/'));
    assert.deepEqual(Object.keys(experimental as object).sort(), own.sort());
  });

  it('is one row for each method, which says what it is for', () => {
    assert.deepEqual([...new Set(methods)], methods);
    for (const { method, does } of features) assert.match(does, /^\S.*[^\s.]$/, `${method} says “${does}”`);
  });
});

describe('guard: hostile situations', () => {
  for (const { is, file, test } of situations)
    it(`${is}: its test is there`, () => {
      const text = readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8');
      assert.ok(text.includes(test), `${file} has no ${JSON.stringify(test)}`);
    });
});
