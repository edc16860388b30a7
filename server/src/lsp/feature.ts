// What a row of the list of features is: a request, what it does for a user, what it advertises and who answers it.
import {
  type CancellationToken,
  type ClientCapabilities,
  RequestType,
  type ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Context } from './context.ts';
import type { Guarded } from './guard.ts';
import type { Progress } from './progress.ts';

/** Takes the parameters of the request; gives a handler for the guard. */
export interface Feature {
  readonly method: string;
  /** What it does for a user, in words for the table of docs/support.md. */
  readonly does: string;
  readonly capability: ServerCapabilities;
  /** For what takes long in large projects: what is done, for a client that shows how far it is. */
  readonly progress: string | undefined;
  /** It is answered in parts where the client takes parts. */
  readonly inParts: boolean;
  handler(context: Context): Guarded<never, unknown>;
}

type Answer<R> = R | ResponseError<void>;

interface Row<P, R> {
  readonly does: string;
  readonly capability: ServerCapabilities;
  /** The answer where there is nothing to say. */
  readonly empty: R;
  readonly progress?: string;
  readonly inParts?: true;
  readonly handle: (context: Context, params: P, run: Run) => Answer<R> | Promise<Answer<R>>;
}

/** One answering of a request. */
export interface Run {
  readonly token: CancellationToken;
  readonly progress: Progress;
}

/** Takes the request's type, which says what it takes and gives, and what it is. */
export function feature<P, R>({ method }: Pick<RequestType<P, R, unknown>, 'method' | '_'>, row: Row<P, R>): Feature {
  const { does, capability, empty, handle, progress, inParts = false } = row;
  return {
    method,
    does,
    capability,
    progress,
    inParts,
    handler: (context) => ({
      method,
      empty,
      handle: (params: P, token, told) => handle(context, params, { token, progress: told }),
    }),
  };
}

/** A request that only Writ's own client makes; it is advertised by name. */
export function own<P, R>(method: string, row: Omit<Row<P, R>, 'capability'>): Feature {
  return feature(new RequestType<P, R, void>(method), { ...row, capability: { experimental: { [method]: true } } });
}

/** What the rows advertise, together, as the client understands it. Rows may share an option: their parts of it add up. */
export function capabilities(rows: readonly Feature[], client: ClientCapabilities): ServerCapabilities {
  const all: ServerCapabilities = rows.reduce((sum, { capability }) => merged(sum, capability), {});
  // What comes before a rename may be said only to those who know of it.
  return client.textDocument?.rename?.prepareSupport === true ? all : { ...all, renameProvider: true };
}

/** Two objects of options as one. */
export function merged<T extends object>(a: T, b: T): T {
  const sum = { ...a, ...b };
  for (const key of Object.keys(b) as (keyof T)[]) {
    const [before, now] = [a[key], b[key]];
    if (isPlain(before) && isPlain(now)) sum[key] = merged(before, now);
  }
  return sum;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
