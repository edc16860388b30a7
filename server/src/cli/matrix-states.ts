// The states that `writ matrix` speaks of: the project as it is, and with `--against` another one.
import type { Snapshot } from '../project/types.ts';
import { findSides, type Side } from './diff/sides.ts';
import type { Host } from './host.ts';
import { loadProject } from './load.ts';
import type { Unusable } from './named.ts';
import type { Progress } from './progress.ts';
import { findProject } from './targets.ts';

export interface MatrixStates {
  readonly now: Snapshot;
  readonly before: { readonly name: string; readonly side: Side; readonly snapshot: Snapshot } | undefined;
}

interface Wanted {
  /** `--project`. */
  readonly project: string | undefined;
  /** A folder or a git revision. */
  readonly against: string | undefined;
  readonly today: number;
}

export async function matrixStates(
  host: Host,
  { project, against, today }: Wanted,
  progress: Progress,
): Promise<MatrixStates | Unusable> {
  const read = async ({ files, project: found }: Pick<Side, 'files' | 'project'>): Promise<Snapshot> => {
    const loaded = await progress.stage('reading', 'files', () => loadProject(files, found, today, new Map()));
    return loaded.snapshot();
  };
  if (against === undefined) {
    const found = await progress.stage('reading', 'files', () => findProject(host, project));
    if ('problem' in found) return found;
    return { now: await read({ files: host.disk, project: found.project }), before: undefined };
  }
  const sides = await progress.stage('reading', 'files', () =>
    findSides(host, { old: against, next: undefined, project }),
  );
  if ('problem' in sides) return sides;
  const { before, after } = sides;
  return { before: { name: against, side: before, snapshot: await read(before) }, now: await read(after) };
}
