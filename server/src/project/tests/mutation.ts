// What can be taken out of a project without an expectation noticing: each removal is made in memory, one after the other.

import { syntaxProblems } from '../../syntax/parse.ts';
import { editedSnapshot } from '../edited.ts';
import type { Snapshot } from '../types.ts';
import { type Removal, removalsIn } from './removals.ts';

/** `noticed`: an expectation that holds does not any more. `untried`: what is left would be broken. */
export type Notice = 'noticed' | 'unnoticed' | 'untried';

export interface Tried {
  readonly removal: Removal;
  readonly notice: Notice;
}

/** Each removal when it is asked for: thousands take seconds, and whoever asks may stop between two. */
export function* tryRemovals(snapshot: Snapshot, isWanted: (removal: Removal) => boolean): Generator<Tried> {
  for (const removal of removalsIn(snapshot))
    if (isWanted(removal)) yield { removal, notice: noticeOf(snapshot, removal) };
}

export function noticeOf(snapshot: Snapshot, { edits }: Removal): Notice {
  const after = editedSnapshot(snapshot, edits);
  if (after === undefined || isMoreBroken(snapshot, after)) return 'untried';
  // Every expectation is still there, in the same order: nothing of one can be removed.
  const isNoticed = snapshot.outcomes.some(
    ({ outcome }, i) => outcome.outcome === 'held' && after.outcomes[i]?.outcome.outcome !== 'held',
  );
  return isNoticed ? 'noticed' : 'unnoticed';
}

/** Then an expectation may only not be decided any more, which notices nothing. */
function isMoreBroken(before: Snapshot, after: Snapshot): boolean {
  return problemCount(after) > problemCount(before);
}

function problemCount({ input, model, source }: Snapshot): number {
  let count = model.problems.length;
  for (const path of input.files.keys()) {
    const file = source(path);
    if (file !== undefined) count += syntaxProblems(file).length;
  }
  return count;
}
