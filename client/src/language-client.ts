// What the client of the language server is like, wherever the server runs.
import type { CompletionItem, CompletionList } from 'vscode';
import type {
  BaseLanguageClient,
  LanguageClientOptions,
  StaticFeature,
  TextDocumentFilter,
} from 'vscode-languageclient';
import {
  answersOption,
  clientOption,
  commandsOption,
  filesOption,
  rulePagesOption,
  showReferencesCommand,
} from '../../server/src/lsp/protocol.ts';
import { whoCanCommand } from '../../server/src/lsp/protocol-lists.ts';
import { l10n } from './l10n.ts';

/** Its id, under which its settings stand, and its name. */
export const clientName = ['writ', 'Writ'] as const;

/** Takes the documents that the server is told of. */
export function clientOptions(documentSelector: TextDocumentFilter[]): LanguageClientOptions {
  return {
    documentSelector,
    // What a hover says of a project is text of anyone's: of commands only those may run that list something.
    markdown: { isTrusted: { enabledCommands: [showReferencesCommand, whoCanCommand] } },
    middleware: {
      async provideCompletionItem(...[document, position, completion, token, next]) {
        return goOn(await next(document, position, completion, token));
      },
    },
  };
}

/** Stops the server, if it runs, and starts it; it reads every file again. */
export async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
}

/**
 * Tells the server what this client does besides the protocol: it shows changed answers and pages of rules, reads files, and
 * has commands, of which `commands` are those that the server may put into what it gives.
 */
export function ownOptions(commands: readonly string[]): StaticFeature {
  return {
    fillClientCapabilities(capabilities) {
      const own = {
        [clientOption]: true,
        [rulePagesOption]: true,
        [answersOption]: true,
        [filesOption]: true,
        [commandsOption]: commands,
      };
      capabilities.experimental = { ...capabilities.experimental, ...own };
    },
    initialize() {},
    getState: () => ({ kind: 'static' }),
    clear() {},
  };
}

type Completions = CompletionItem[] | CompletionList | null | undefined;

/** After what cannot stand alone, such as `grants`, the editor shows at once what may follow. */
function goOn(completions: Completions): Completions {
  const items = Array.isArray(completions) ? completions : (completions?.items ?? []);
  for (const item of items) {
    if ('data' in item && isUnfinished(item.data)) {
      item.command = { command: 'editor.action.triggerSuggest', title: l10n.t('Suggest what follows') };
    }
  }
  return completions;
}

function isUnfinished(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'unfinished' in data && data.unfinished === true;
}
