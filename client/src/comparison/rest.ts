// Work that follows typing and may take long: it waits for a rest, longer where it took longer, so that it is never most of what is done.
import type { Disposable, Event } from 'vscode';

const leastMs = 200;

export interface Rest extends Disposable {
  /** Does the work, and remembers how long it took. */
  measure<T>(work: () => Promise<T>): Promise<T>;
}

/** Calls `task` once nothing was heard for twice as long as the work took lately. */
export function restAfter(heard: Event<void>, task: () => void): Rest {
  let tookMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listening = heard(() => {
    clearTimeout(timer);
    timer = setTimeout(task, Math.max(leastMs, 2 * tookMs));
  });
  return {
    async measure(work) {
      const begun = Date.now();
      const result = await work();
      // What was known already takes no time, and says nothing of the next.
      tookMs = Math.max(Date.now() - begun, tookMs / 2);
      return result;
    },
    dispose() {
      clearTimeout(timer);
      listening.dispose();
    },
  };
}
