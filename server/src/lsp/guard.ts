// Keeps the server alive: whatever goes wrong in a request is logged and answered as if there were nothing to say.
import { type CancellationToken, LSPErrorCodes, type RemoteConsole, ResponseError } from 'vscode-languageserver';
import type { Progress } from './progress.ts';

export type Log = Pick<RemoteConsole, 'error'>;

/** Writes what went wrong where, with its stack. */
export function logFailure(log: Log, what: string, error: unknown): void {
  log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

/** Does what a notification asks for; it has no answer, so a failure is only logged. */
export function guardedly(log: Log, what: string, task: () => void): void {
  try {
    task();
  } catch (error) {
    logFailure(log, what, error);
  }
}

export interface Guarded<P, R> {
  readonly method: string;
  /** The answer when there is none. */
  readonly empty: R;
  /** An error that it gives is told to the client as it is. */
  handle(
    params: P,
    token: CancellationToken,
    progress: Progress,
  ): R | ResponseError<void> | Promise<R | ResponseError<void>>;
}

/** What a request has to wait for, and how its progress is told; it ends with the answer, whatever that is. */
export interface Around<P> {
  ready(): Promise<void>;
  progress(params: P): Progress;
}

/** Takes a handler, and what is around it; gives one that never fails but by cancellation. */
export function guard<P, R>(
  log: Log,
  { ready, progress: begin }: Around<P>,
  { method, empty, handle }: Guarded<P, R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<void>> {
  return async (params, token) => {
    const progress = begin(params);
    try {
      await ready();
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      return await handle(params, token, progress);
    } catch (error) {
      logFailure(log, method, error);
      return empty;
    } finally {
      progress.end();
    }
  };
}
