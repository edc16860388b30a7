// Writ: Explain Query at Cursor shows why a query or expectation comes out as it does.
import { window } from 'vscode';
import { explainQueryRequest, type MarkdownResult, type PlaceParams } from '../../../server/src/lsp/protocol.ts';
import { l10n } from '../l10n.ts';
import type { Command } from '../writ.ts';

/** Called with `{ uri, line, character }`, it takes that for the cursor. */
export const explainQuery: Command = {
  id: 'writ.explainQuery',
  async run({ client, explanations }, argument) {
    const params = readPlace(argument) ?? cursor();
    const result = params && (await client.sendRequest<MarkdownResult | null>(explainQueryRequest, params));
    if (result !== undefined && result !== null) return explanations.show(l10n.t('Explanation'), result.markdown);
    await window.showInformationMessage(l10n.t('Put the cursor into a query or an expectation to have it explained.'));
    return undefined;
  },
};

function cursor(): PlaceParams | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
}

function readPlace(argument: unknown): PlaceParams | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (!('uri' in argument && 'line' in argument && 'character' in argument)) return undefined;
  const { uri, line, character } = argument;
  if (typeof uri !== 'string' || typeof line !== 'number' || typeof character !== 'number') return undefined;
  return { textDocument: { uri }, position: { line, character } };
}
