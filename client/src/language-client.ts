// Starts the language server and speaks to it.
import type { CompletionItem, CompletionList, ExtensionContext } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type StaticFeature,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  answersOption,
  clientOption,
  commandsOption,
  rulePagesOption,
  showReferencesCommand,
} from '../../server/src/lsp/protocol.ts';

/** Documents that the server is told of: Writ itself, and the settings of projects. */
export const documentSelector = [
  { scheme: 'file', language: 'writ' },
  { scheme: 'untitled', language: 'writ' },
  { scheme: 'file', pattern: '**/writ.json' },
];

/** A client that is not started yet; `commands` are those that the server may put into what it gives. */
export function createClient(context: ExtensionContext, commands: readonly string[]): LanguageClient {
  const module = context.asAbsolutePath('dist/server.cjs');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const options: LanguageClientOptions = {
    documentSelector,
    // What a hover says of a project is text of anyone's: of commands only the one that lists places may run.
    markdown: { isTrusted: { enabledCommands: [showReferencesCommand] } },
    middleware: {
      async provideCompletionItem(...[document, position, completion, token, next]) {
        return goOn(await next(document, position, completion, token));
      },
    },
  };
  const client = new LanguageClient('writ', 'Writ', { run, debug }, options);
  client.registerFeature(ownOptions(commands));
  return client;
}

/** Tells the server what this client does besides the protocol: it shows changed answers and pages of rules, and has commands. */
function ownOptions(commands: readonly string[]): StaticFeature {
  return {
    fillClientCapabilities(capabilities) {
      const own = {
        [clientOption]: true,
        [rulePagesOption]: true,
        [answersOption]: true,
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
      item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest what follows' };
    }
  }
  return completions;
}

function isUnfinished(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'unfinished' in data && data.unfinished === true;
}
