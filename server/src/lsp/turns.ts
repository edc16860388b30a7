// Finds in a state what takes long a rule at a time, so that what the client asks meanwhile is answered in between.
import type { Snapshot } from '../project/types.ts';
import { rules } from '../rules/registry.ts';
import type { Host } from './host.ts';
import { noProgress, type Progress } from './progress.ts';

/** After so many milliseconds it is somebody else's turn. */
const turn = 15;

/** Gives true once everything is found, and false as soon as nobody wants to know it any more. */
export function findInTurns(
  host: Host,
  snapshot: Snapshot,
  isWanted: () => boolean,
  report: Progress['report'] = noProgress.report,
): Promise<boolean> {
  return inTurns(host, rules, isWanted, ({ id }, done) => {
    snapshot.findingsOf(id);
    report(done, rules.length);
  });
}

/** Does something with each, and with it how many are done then; gives false where it was left before the end. */
export async function inTurns<T>(
  host: Host,
  all: readonly T[],
  isWanted: () => boolean,
  take: (each: T, done: number) => void,
): Promise<boolean> {
  let begun = host.now();
  for (const [i, each] of all.entries()) {
    if (host.now() - begun > turn) {
      await pause(host);
      if (!isWanted()) return false;
      begun = host.now();
    }
    take(each, i + 1);
  }
  return true;
}

/** Lets what has arrived be read: a cancellation, or another text. */
export function pause(host: Host): Promise<void> {
  return new Promise((resolve) => host.soon(resolve));
}
