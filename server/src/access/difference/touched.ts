// Where the answer can be another one at all: whom and which places the changed declarations reach.
import type { Touch, Touched } from './touch.ts';
import { touchObjects } from './touched-objects.ts';
import { touchPeople } from './touched-people.ts';
import { touchRoles } from './touched-roles.ts';
import type { Twins } from './twins.ts';

/** `today`: days since 1970-01-01 UTC. */
export function touchedBy(twins: Twins, today: number): Touched {
  const touch: Touch = {
    twins,
    today,
    all: !sameSemantics(twins),
    everywhere: new Set(),
    at: new Map(),
    selves: new Set(),
    named: new Set(),
    otherMembers: new Set(),
    relations: new Set(),
  };
  touchPeople(touch);
  touchRoles(touch);
  touchObjects(touch);
  return touch;
}

function sameSemantics({ before: { semantics: one }, after: { semantics: other } }: Twins): boolean {
  return one.adminSeesAllRecords === other.adminSeesAllRecords && one.autoShareReach === other.autoShareReach;
}
