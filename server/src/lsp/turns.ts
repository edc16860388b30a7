// Finds in a state what takes long a rule at a time, so that what the client asks meanwhile is answered in between.
import type { Snapshot } from '../project/types.ts';
import { rules } from '../rules/registry.ts';
import type { Host } from './host.ts';

/** After so many milliseconds it is somebody else's turn. */
const turn = 15;

/** Gives true once everything is found, and false as soon as nobody wants to know it any more. */
export async function findInTurns(host: Host, snapshot: Snapshot, isWanted: () => boolean): Promise<boolean> {
  let begun = host.now();
  for (const { id } of rules) {
    if (host.now() - begun > turn) {
      await new Promise<void>((resolve) => host.soon(resolve));
      if (!isWanted()) return false;
      begun = host.now();
    }
    snapshot.findingsOf(id);
  }
  return true;
}
