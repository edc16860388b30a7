// What is wrong with a state that another one is compared with, as a message for each and a status.
import type { FoundProject } from '../project/discover.ts';
import type { Snapshot } from '../project/types.ts';
import { complain } from './command.ts';
import type { ExitStatus, Host } from './host.ts';
import { troubleOf } from './status.ts';
import { isNothing } from './targets.ts';

/** Says what could not be read of it, and where there is nothing to read. `name`: as the user calls it. */
export function tellSideTrouble(host: Host, name: string, snapshot: Snapshot, project: FoundProject): ExitStatus {
  const trouble = troubleOf(snapshot, () => false);
  for (const message of trouble.messages) complain(host, `in \`${name}\`: ${message}`);
  if (isNothing(project))
    complain(host, `\`${name}\` has no \`writ.json\` and no \`.writ\` file there: nobody may do anything`);
  return trouble.status;
}
