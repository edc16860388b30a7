// What the user wants to be shown, as the editor's settings or the client's options at the start say it.
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type DidChangeConfigurationParams,
} from 'vscode-languageserver';
import { type HintKind, hintKinds } from '../ide/hints/hint.ts';
import { type LensSwitch, lensSwitches } from '../ide/lenses/lens.ts';
import { logFailure } from './guard.ts';

export interface Preferences {
  readonly hints: ReadonlySet<HintKind>;
  readonly lenses: ReadonlySet<LensSwitch>;
}

/** The section of the settings. */
export const section = 'writ';

/** Users often stand line by line: a lens above each would double the text. */
const offUnlessSet: ReadonlySet<string> = new Set<LensSwitch>(['users']);

/** Takes what stands under the section: `{ inlayHints: { levels: false }, codeLens: { users: true } }`; nonsense counts as not set. */
export function readPreferences(settings: unknown): Preferences {
  return {
    hints: switchedOn(hintKinds, memberOf(settings, 'inlayHints')),
    lenses: switchedOn(lensSwitches, memberOf(settings, 'codeLens')),
  };
}

function switchedOn<K extends string>(all: readonly K[], settings: unknown): ReadonlySet<K> {
  return new Set(
    all.filter((each) => {
      const set = memberOf(settings, each);
      return typeof set === 'boolean' ? set : !offUnlessSet.has(each);
    }),
  );
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

/** Asks for the settings, and again when they change; `changed` is called with each answer. Called once the client is ready. */
export function followPreferences(
  connection: Connection,
  client: ClientCapabilities,
  changed: (preferences: Preferences) => void,
): void {
  const { configuration, didChangeConfiguration } = client.workspace ?? {};
  const failed = (error: unknown) => logFailure(connection.console, 'reading settings', error);
  const ask = async () => changed(readPreferences(await connection.workspace.getConfiguration(section)));
  connection.onDidChangeConfiguration((params: DidChangeConfigurationParams) => {
    if (configuration === true) ask().catch(failed);
    else changed(readPreferences(memberOf(params?.settings, section)));
  });
  if (configuration !== true) return;
  ask().catch(failed);
  if (didChangeConfiguration?.dynamicRegistration !== true) return;
  connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(failed);
}
