// The pages of rules as documents that are read and not edited: the server has them, no network is asked.
import { type Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type MarkdownResult,
  type RulePageParams,
  rulePageRequest,
  ruleScheme,
} from '../../server/src/lsp/protocol.ts';
import { l10n } from './l10n.ts';
import { type ShownDocument, showRendered } from './show-rendered.ts';

export interface RulePages extends Disposable {
  /** Opens the page of a rule; gives what was opened. */
  show(rule: string): Promise<ShownDocument>;
}

export function createRulePages(client: BaseLanguageClient): RulePages {
  const provider = workspace.registerTextDocumentContentProvider(ruleScheme, {
    async provideTextDocumentContent(uri) {
      const params: RulePageParams = { rule: uri.path.replace(/^\/|\.md$/g, '') };
      const page = await client.sendRequest<MarkdownResult | null>(rulePageRequest, params);
      return page?.markdown ?? `${l10n.t('There is no such rule.')}\n`;
    },
  });
  return {
    async show(rule) {
      const uri = Uri.from({ scheme: ruleScheme, path: `/${rule}.md` });
      const document = await workspace.openTextDocument(uri);
      await showRendered(uri);
      return { uri: uri.toString(), text: document.getText() };
    },
    dispose: () => provider.dispose(),
  };
}
