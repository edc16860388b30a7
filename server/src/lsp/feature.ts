// What a row of the list of features is: a request, what it does for a user, what it advertises and who answers it.
import type { ClientCapabilities, RequestType, ResponseError, ServerCapabilities } from 'vscode-languageserver';
import type { Answers } from './answers.ts';
import type { Context } from './context.ts';
import type { Answer, Run } from './run.ts';

export interface Feature {
  readonly method: string;
  /** What it does for a user, in words for the table of docs/support.md. */
  readonly does: string;
  readonly capability: ServerCapabilities;
  /** For what takes long in large projects: what is done, for a client that shows how far it is. */
  readonly progress: string | undefined;
  /** It is answered in parts where the client takes parts. */
  readonly inParts: boolean;
  /** The answer where there is nothing to say. */
  readonly empty: unknown;
  /** Who answers it. Only the name: what answers is read later than what is said of it. */
  readonly answer: keyof Answers;
}

/** Of a request that takes P and gives R. */
export type Handler<P, R> = (context: Context, params: P, run: Run) => Answer<R> | Promise<Answer<R>>;

/** The names of all that take these parameters and give this result. */
type AnswerTo<P, R> = { [Name in keyof Answers]: Answers[Name] extends Handler<P, R> ? Name : never }[keyof Answers];

interface Row<R> {
  readonly does: string;
  readonly empty: R;
  readonly progress?: string;
  readonly inParts?: true;
}

/** Takes the request's type, which says what it takes and gives, and what it is. */
export function feature<P, R>(
  { method }: Pick<RequestType<P, R, unknown>, 'method' | '_'>,
  row: Row<R> & { readonly capability: ServerCapabilities; readonly answer: AnswerTo<P, R> },
): Feature {
  return { progress: undefined, inParts: false, ...row, method };
}

type ResultOf<Name extends keyof Answers> = Exclude<Awaited<ReturnType<Answers[Name]>>, ResponseError<void>>;

/** A request that only Writ's own client makes; it is advertised by name. */
export function own<Name extends keyof Answers>(
  method: string,
  row: Row<ResultOf<Name>> & { readonly answer: Name },
): Feature {
  return { progress: undefined, inParts: false, ...row, method, capability: { experimental: { [method]: true } } };
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
