// What a client says when it greets the server, and what the server says of itself then.
import type { ClientCapabilities, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { capabilities, merged } from './feature.ts';
import { features } from './features.ts';
import { initialFolders } from './folders.ts';
import { everyFile } from './options.ts';
import { encodingOf } from './position-encoding.ts';
import { type Preferences, readPreferences } from './preferences.ts';

export interface Greeting {
  readonly client: ClientCapabilities;
  readonly folders: readonly string[];
  readonly preferences: Preferences;
  /** The client asks for diagnostics instead of being told. */
  readonly isPulled: boolean;
}

/** As long as there was none. */
export const noGreeting: Greeting = {
  client: {},
  folders: [],
  preferences: readPreferences(undefined),
  isPulled: false,
};

export function readGreeting(params: InitializeParams): Greeting {
  return {
    client: params.capabilities ?? {},
    folders: initialFolders(params),
    preferences: readPreferences(params.initializationOptions),
    isPulled: isPulling(params.initializationOptions),
  };
}

/** Both ways at once would show everything twice: a client that pulls says so in its options at the start. */
function isPulling(initializationOptions: unknown): boolean {
  if (typeof initializationOptions !== 'object' || initializationOptions === null) return false;
  return 'diagnostics' in initializationOptions && initializationOptions.diagnostics === 'pull';
}

export function describeServer({ client, isPulled }: Greeting): InitializeResult {
  const rows = isPulled ? features : features.filter(({ capability }) => capability.diagnosticProvider === undefined);
  return {
    serverInfo: { name: 'writ' },
    capabilities: merged<ServerCapabilities>(
      {
        positionEncoding: encodingOf(client),
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didCreate: everyFile, didRename: everyFile, didDelete: everyFile },
        },
      },
      capabilities(rows, client),
    ),
  };
}
