// Relations to the record that are not said, and that auto-share or a share would let change the answer.
import type { AutoShareWord } from '../model/symbols.ts';
import { isActive } from './actor.ts';
import type { Decision } from './answer.ts';
import type { Asked, Grounds } from './grounds.ts';
import { autoShareRoles } from './permission-ways.ts';

type OpenRelation = Decision['openRelations'][number];

export function openRelations(grounds: Grounds, asked: Asked): OpenRelation[] {
  const { scope, needsSight } = grounds;
  const { facts } = scope;
  if (facts === undefined || !isActive(asked.principal)) return [];
  const held = new Set(grounds.permissions.filter((way) => way.autoShare === undefined).map((way) => way.permission));
  const open: OpenRelation[] = [];
  for (const permission of asked.permissions) {
    if (held.has(permission)) continue;
    const roles = autoShareRoles(scope, permission);
    if (roles.length === 0) return [];
    for (const role of roles) for (const word of role.autoShare) open.push({ word, what: role });
  }
  if (!needsSight) return open;
  open.push({ word: 'share', what: facts.object });
  for (const word of facts.object.recordShares) open.push({ word: word satisfies AutoShareWord, what: facts.object });
  return open;
}
