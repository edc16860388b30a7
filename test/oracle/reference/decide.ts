// Whether access is allowed, step by step as the language says it, for records that say every field.
import { holds } from './conditions.ts';
import type { Day } from './dates.ts';
import { fieldsOf, recordsOf, type Thing } from './facts.ts';
import { autoShareWords, grantsOf, holdsRole, inForce, isRecordPermission, type Role, roles } from './roles.ts';
import { domainOf } from './user.ts';
import { domains, includes, invites, isActive, itemsOf, type Person, party, type World } from './world.ts';

/** `object` without a record is a place whose records give no relation and hold nothing that is said. */
export type Place = { readonly kind: 'organization' } | { readonly kind: 'record'; readonly thing: Thing };

export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly refusal: 'inactive' | 'no-role' | 'no-data-access' };

/** One question on full facts. */
export interface Ask {
  readonly world: World;
  readonly person: Person;
  readonly date: Day;
}

const allowed: Decision = { allowed: true };

export function decide(ask: Ask, permissions: readonly string[], place: Place): Decision {
  let worst: Decision = allowed;
  for (const permission of permissions) {
    const one = decideOne(ask, permission, place);
    if (one.allowed) continue;
    if (worst.allowed || one.refusal === 'no-role') worst = one;
    if (one.refusal === 'inactive') return one;
  }
  return worst;
}

function decideOne(ask: Ask, permission: string, place: Place): Decision {
  if (!isActive(ask.world, ask.person)) return { allowed: false, refusal: 'inactive' };
  const isAdmin = isGranted(ask, undefined, 'ADMIN');
  const isEverywhere = isAdmin || isGranted(ask, undefined, permission);
  if (place.kind === 'organization') return isEverywhere ? allowed : { allowed: false, refusal: 'no-role' };
  const { thing } = place;
  if (!isEverywhere && !isGranted(ask, thing.object, permission) && !isGrantedByAutoShare(ask, thing, permission))
    return { allowed: false, refusal: 'no-role' };
  if (!isRecordPermission(permission)) return allowed;
  if (isAdmin && ask.world.adminSeesAllRecords) return allowed;
  return sees(ask, thing) ? allowed : { allowed: false, refusal: 'no-data-access' };
}

/** By a role of the organization, or of the object, that the person holds. */
function isGranted({ world, person, date }: Ask, object: string | undefined, permission: string): boolean {
  for (const role of roles(world, object))
    if (grantsOf(role).includes(permission) && inForce(role, date) && holdsRole(world, role, person)) return true;
  return false;
}

function isGrantedByAutoShare(ask: Ask, thing: Thing, permission: string): boolean {
  for (const object of [undefined, thing.object])
    for (const role of roles(ask.world, object)) {
      const grants = grantsOf(role);
      const isGiven = grants.includes(permission) || grants.includes('ADMIN');
      if (isGiven && inForce(role, ask.date) && reachesByAutoShare(ask, role, thing)) return true;
    }
  return false;
}

function reachesByAutoShare(ask: Ask, role: Role, thing: Thing): boolean {
  const words = autoShareWords(role);
  if (words.length === 0) return false;
  const things = ask.world.autoShareReach === 'object' ? [thing, ...recordsOf(ask.world, thing.object)] : [thing];
  for (const word of words) for (const each of things) if (hasRelation(ask, each, word)) return true;
  return false;
}

/** Whether the person watches the record, is assigned to it, is mentioned, has it shared, is in its approval chain. */
function hasRelation(ask: Ask, thing: Thing, relation: string): boolean {
  if (relation === 'assign') return isAssigned(ask, thing, 'user') || isAssigned(ask, thing, 'group');
  for (const each of thing.relations)
    if (each.relation === relation && includes(ask.world, each.who, ask.person)) return true;
  return false;
}

function isAssigned({ world, person }: Ask, thing: Thing, as: 'user' | 'group'): boolean {
  for (const each of thing.relations)
    if (each.relation === 'assign' && (each.who.kind === 'group') === (as === 'group'))
      if (includes(world, each.who, person)) return true;
  for (const field of fieldsOf(world, thing.object)) {
    if (field.assignee === undefined) continue;
    const content = thing.facts[field.name?.text ?? ''];
    if (content === undefined) throw new Error(`the record leaves out ${field.name?.text}`);
    if (as === 'user' && content.kind === 'user' && includes(world, content.person, person)) return true;
    if (as === 'group' && content.kind === 'group' && includes(world, content, person)) return true;
  }
  return false;
}

function sees(ask: Ask, thing: Thing): boolean {
  return hasRelation(ask, thing, 'share') || seesByPolicy(ask, thing) || seesByAutoShare(ask, thing);
}

function seesByPolicy({ world, person, date }: Ask, thing: Thing): boolean {
  for (const item of itemsOf(world, thing.object)) {
    if (item.kind === 'default policy' && includes(world, { kind: 'group', group: 'Internal Users' }, person))
      return true;
    if (item.kind !== 'policy') continue;
    let isFor = false;
    for (const part of item.items)
      if (part.kind === 'to')
        for (const ref of part.refs) if (includes(world, party(world, ref, thing.object), person)) isFor = true;
    if (!isFor) continue;
    let opens = true;
    for (const part of item.items)
      if (part.kind === 'when' && part.condition !== undefined) {
        const of = { world, object: thing.object, facts: thing.facts, current: person, today: date };
        const value = holds(part.condition, of);
        if (value === undefined) throw new Error('the record leaves out a field');
        opens = value;
      }
    if (opens) return true;
  }
  return false;
}

function seesByAutoShare(ask: Ask, thing: Thing): boolean {
  for (const item of itemsOf(ask.world, thing.object)) {
    if (item.kind !== 'auto-share' || !item.records) continue;
    for (const word of item.words) {
      if (word.text === 'assign' && isAssigned(ask, thing, 'user')) return true;
      if (word.text === 'group-assign' && isAssigned(ask, thing, 'group')) return true;
      if (word.text !== 'assign' && word.text !== 'group-assign' && hasRelation(ask, thing, word.text)) return true;
    }
  }
  return false;
}

export function canInvite(ask: Ask, address: string): boolean {
  if (!isActive(ask.world, ask.person)) return false;
  if (isGranted(ask, undefined, 'ADMIN')) return true;
  if (!isGranted(ask, undefined, 'CREATE_ORGANIZATION_USERS')) return false;
  const policy = invites(ask.world);
  if (policy === 'any-domain') return true;
  if (policy === 'admins-only') return false;
  return domains(ask.world).some((domain) => domain.toLowerCase() === domainOf(address));
}

export function canUse({ world, person }: Ask, account: { readonly object: string; readonly name: string }): boolean {
  if (!isActive(world, person) || !isActive(world, { kind: 'account', ...account })) return false;
  for (const item of itemsOf(world, account.object)) {
    if (item.kind !== 'service account' || item.name?.text !== account.name) continue;
    for (const part of item.items)
      if (part.kind === 'usable by')
        for (const ref of part.refs) if (includes(world, party(world, ref, account.object), person)) return true;
  }
  return false;
}
