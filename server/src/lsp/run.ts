// What the answering of a request is given and may give.
import type { CancellationToken, ResponseError } from 'vscode-languageserver';
import type { Progress } from './progress.ts';

/** One answering of a request. */
export interface Run {
  readonly token: CancellationToken;
  readonly progress: Progress;
}

/** An error is told to the client as it is. */
export type Answer<R> = R | ResponseError<void>;
