// What a principal holds in one object on one side: permissions, and records in sight.
import { addSet, has, newBuilder, type PermissionSet } from '../../catalogue/permission-set.ts';
import type { Permission } from '../../catalogue/types.ts';
import { symbolKey } from '../../condition/key.ts';
import { never } from '../../model/formulas.ts';
import type { Policy } from '../../model/symbols.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { everything, type Floor, type Hit } from './floor.ts';
import { anyRelating, bothRelating, everyRecord, noRecord, type Relating, unmarked } from './marks.ts';
import type { Standing } from './parties.ts';

export interface Stand {
  /** Held for every record. */
  readonly permissions: PermissionSet;
  /** The records in sight. */
  readonly seen: Relating;
}

/** `hits`: what the object gives besides, each once and in order of its number. */
export function standOn(floor: Floor, standing: Standing, hits: readonly Hit[], adminSeesAll: boolean): Stand {
  const roles = hits.filter((hit) => hit.kind === 'role');
  let permissions = standing.permissions;
  if (standing.admin || roles.some(grantsAdmin)) permissions = everything;
  else if (roles.length > 0) {
    const all = newBuilder();
    addSet(all, standing.permissions);
    for (const role of roles) addSet(all, role.permissions);
    permissions = all;
  }
  const policies = hits.filter((hit) => hit.kind === 'policy');
  return { permissions, seen: standing.admin && adminSeesAll ? everyRecord : openedBy(floor, policies) };
}

/** By policies and by sharing. Two lists of the same policies give the very same answer. */
function openedBy(floor: Floor, policies: readonly Policy[]): Relating {
  const key = policies.map((policy) => floor.numbers.get(policy)).join();
  const known = floor.opened.get(key);
  if (known !== undefined) return known;
  const byPolicy = policies.map(({ when }) => unmarked(when ?? never));
  const made = anyRelating([...byPolicy, floor.shared]);
  floor.opened.set(key, made);
  return made;
}

/** For which records a permission is held. The same roles give the very same answer. */
export function heldFor({ byRelation, given }: Floor, { permissions }: Stand, permission: Permission): Relating {
  if (has(permissions, permission)) return everyRecord;
  const roles = byRelation.filter((role) => has(role.permissions, permission));
  if (roles.length === 0) return noRecord;
  const key = roles.map((role) => byRelation.indexOf(role)).join();
  const known = given.get(key);
  if (known !== undefined) return known;
  const made = anyRelating(roles.map((role) => role.given));
  given.set(key, made);
  return made;
}

/** For which records something is allowed that is held for some, and for which it needs sight. */
export function allowedFor({ allowed }: Floor, held: Relating, { seen }: Stand, needsSight: boolean): Relating {
  if (!needsSight || held === noRecord) return held;
  if (held === everyRecord) return seen;
  const key = [held.plain, held.related, seen.plain, seen.related].map(symbolKey).join();
  const known = allowed.get(key);
  if (known !== undefined) return known;
  const made = bothRelating(held, seen);
  allowed.set(key, made);
  return made;
}
