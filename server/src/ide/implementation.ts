// From a permission or a level to the roles that grant it, whatever they grant it by.

import { originIn } from '../model/profiles.ts';
import type { Snapshot } from '../project/types.ts';
import type { Definition } from './definition.ts';
import { giversOf } from './grants/edges.ts';
import { nodeAt } from './grants/node.ts';
import { locate } from './locate.ts';

/** Undefined where neither stands, or no role grants it. A role that has it as a managed one or by `ADMIN` is its name. */
export function implementation(snapshot: Snapshot, path: string, offset: number): Definition | undefined {
  const located = locate(snapshot, path, offset);
  const node = located && nodeAt(located);
  if (located?.mention === undefined || node === undefined || node.kind === 'symbol') return undefined;
  const to = giversOf(snapshot.model, node).flatMap((step) => {
    const origin = step.at ?? (step.node.kind === 'symbol' ? originIn(snapshot.model, step.node.symbol) : undefined);
    return origin === undefined ? [] : [snapshot.place(origin)];
  });
  return to.length === 0 ? undefined : { from: located.mention.span, to };
}
