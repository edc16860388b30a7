// Has the editor ask again for hints, lenses and diagnostics, where they may be others without an edit of the document that they stand in.
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
} from 'vscode-languageserver';
import { logFailure } from './guard.ts';
import type { Host } from './host.ts';

/** An editor asks by itself after each edit: only what else changes waits for this, for the end of a burst. */
const rest = 500;

export interface Refresh {
  /** Once nothing has changed for a while. */
  soon(): void;
  now(): void;
  /** Lenses alone, at once. */
  lenses(): void;
  end(): void;
}

interface Options {
  readonly client: () => ClientCapabilities;
  /** The client asks for diagnostics. */
  readonly isPulled: () => boolean;
}

export function createRefresh(connection: Connection, host: Host, { client, isPulled }: Options): Refresh {
  let cancel = () => {};
  const failed = (error: unknown) => logFailure(connection.console, 'refreshing', error);
  const lenses = () => {
    const isWanted = client().workspace?.codeLens?.refreshSupport === true;
    if (isWanted) connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
  };
  const now = () => {
    cancel();
    const { inlayHint, diagnostics } = client().workspace ?? {};
    if (isPulled() && diagnostics?.refreshSupport === true)
      connection.sendRequest(DiagnosticRefreshRequest.type).catch(failed);
    if (inlayHint?.refreshSupport === true) connection.sendRequest(InlayHintRefreshRequest.type).catch(failed);
    lenses();
  };
  return {
    now,
    lenses,
    soon() {
      cancel();
      cancel = host.after(rest, now);
    },
    end: () => cancel(),
  };
}
