// How far something is that takes long, as the protocol tells it: nothing of what is done before anybody would look for it.
import type { WorkDoneProgressBegin, WorkDoneProgressEnd, WorkDoneProgressReport } from 'vscode-languageserver';
import type { Host } from './host.ts';

export interface Progress {
  /** So much is done of so much. */
  report(done: number, of: number): void;
  /** From now on something else is done, in a word or two. */
  say(message: string): void;
  /** Tells it at once: what follows is known to take long, and lets nothing else be said meanwhile. */
  begin(): void;
  end(): void;
}

type Value = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

interface Options {
  readonly title: string;
  readonly tell: (value: Value) => void;
  /** Asks the client for a place to show it in; only where the client has not asked for it. */
  readonly open?: () => Promise<void>;
}

/** What is done within so many milliseconds is not worth a word. */
export const soon = 300;

/** Nobody wants to be told. */
export const noProgress: Progress = { report() {}, say() {}, begin() {}, end() {} };

/** Begins to count now. It has to be ended, whatever comes of it. */
export function createProgress(host: Host, { title, tell, open }: Options): Progress {
  const since = host.now();
  let state: 'quiet' | 'opening' | 'told' | 'ended' = 'quiet';
  let now: { message?: string; percentage?: number } = {};
  const begun = () => {
    tell({ kind: 'begin', title, cancellable: false, ...now });
    if (state === 'ended') tell({ kind: 'end' });
    else state = 'told';
  };
  const begin = () => {
    if (state !== 'quiet') return;
    stop();
    state = 'opening';
    if (open === undefined) begun();
    // A client that has no place for it is told nothing.
    else open().then(begun, () => {});
  };
  const stop = host.after(soon, begin);
  const tellNow = (next: typeof now) => {
    const isNews = next.message !== now.message || next.percentage !== now.percentage;
    now = next;
    if (state === 'told' && isNews) tell({ kind: 'report', ...now });
    else if (host.now() - since >= soon) begin();
  };
  return {
    begin,
    report: (done, of) => tellNow({ ...now, percentage: of === 0 ? 100 : Math.floor((100 * done) / of) }),
    say: (message) => tellNow({ message }),
    end() {
      stop();
      if (state === 'told') tell({ kind: 'end' });
      state = 'ended';
    },
  };
}
