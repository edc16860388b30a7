// What `writ check` does with a project: findings, answers and outcomes.
import type { Snapshot } from '../project/types.ts';
import { rules } from '../rules/registry.ts';
import type { Job } from './check.ts';
import type { Progress } from './progress.ts';
import { reporters } from './reporters/registry.ts';
import { statusOf, troubleOf } from './status.ts';
import { detailedResult } from './to-result.ts';

export const checking: Job = {
  reporters,
  async examine({ root, snapshot, covers }, progress) {
    // Each of these is computed when first asked for, and kept: the order makes the times tell them apart.
    await progress.stage('model', root, () => snapshot.model);
    await progress.stage('queries', root, () => snapshot.answers);
    await progress.stage('expectations', root, () => snapshot.outcomes);
    await progress.stage('rules', root, () => askRules(snapshot, progress));
    const { status, messages } = troubleOf(snapshot, covers);
    return { ...detailedResult(snapshot, root, covers), status, problems: messages };
  },
  statusOf: (result, { maxWarnings }) => statusOf(result, maxWarnings),
};

/** One after the other: what several of them rest on counts for the one that asks first. */
function askRules(snapshot: Snapshot, progress: Progress): void {
  for (const { id } of rules)
    if (snapshot.settings.rules.get(id) !== 'off') progress.part(id, () => snapshot.findingsOf(id));
}
