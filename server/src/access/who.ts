// `who can`: every principal with the records for which it can, a group in place of the members that have it by the group.

import { allOf, anyOf } from '../condition/build.ts';
import { printFormula } from '../condition/print.ts';
import { reduce } from '../condition/reduce.ts';
import { satisfy } from '../condition/solve.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { BoundWho } from '../model/question.ts';
import type { Formula, Group, Principal, User } from '../model/symbols.ts';
import { isSound } from './actor.ts';
import type { Answer, ListEntry, PermissionWay, SightWay } from './answer.ts';
import { type Asked, allowedWhen, type Grounds, groundsOf, spokenOf } from './grounds.ts';
import { narrow } from './narrow.ts';
import { permissionWays } from './permission-ways.ts';
import { candidates } from './principals.ts';
import { type Scope, sceneOf } from './question-scope.ts';
import { originOf } from './reason.ts';
import { sightWays } from './sight-ways.ts';
import { worldOf } from './world.ts';

interface Holder {
  readonly principal: Principal;
  readonly grounds: Grounds;
  readonly when: Formula;
}

export function whoCan(model: Model, question: BoundWho, today: number): Answer {
  const listed = new Set<Group>();
  const entries: ListEntry[] = [];
  const { permissions, place } = question;
  for (const principal of candidates(model, { permissions, place, today })) {
    if (!isSound(principal)) continue;
    const holder = holderOf(model, { principal, permissions, place, today });
    if (holder === undefined) continue;
    if (principal.kind === 'group') listed.add(principal);
    else if (principal.kind === 'user' && isCovered(model, holder, listed)) continue;
    entries.push(entryOf(holder));
  }
  return { kind: 'list', entries, reason: inWords(entries) };
}

function holderOf(model: Model, asked: Asked): Holder | undefined {
  const grounds = groundsOf(model, asked);
  if (grounds.permissions.length === 0) return undefined;
  const when = narrow(grounds, allowedWhen(grounds), spokenOf(grounds, asked.place));
  if (when.op === 'false') return undefined;
  return { principal: asked.principal, grounds, when };
}

/** True where the groups that are listed already say for the user all that there is to say. */
function isCovered(model: Model, { principal, grounds, when }: Holder, listed: ReadonlySet<Group>): boolean {
  const groups = [...(model.groupsOf.get(principal as User) ?? [])].filter((group) => listed.has(group));
  if (groups.length === 0) return false;
  const covered = reduce(anyOf(groups.map((group) => givenBy(grounds, group))), sceneOf(grounds.scope));
  return satisfy({ op: 'and', parts: [when, { op: 'not', part: covered }] }, worldOf(grounds.scope)).kind === 'no';
}

/** For which records its group alone lets a user, whatever else does so too. */
function givenBy({ scope, asked, needsSight }: Grounds, group: Group): Formula {
  const member: Scope = { ...scope, actor: { ...scope.actor, principal: group, groups: new Set([group]) } };
  const held = asked.map((permission) =>
    whenAny(permissionWays(member, permission).filter((way) => way.autoShare === undefined || isOfGroup(way))),
  );
  const { facts } = scope;
  if (!needsSight || facts === undefined) return allOf(held);
  const isStanding = ({ by }: SightWay) => by === 'policy' || by === 'admin';
  return allOf([...held, whenAny(sightWays(member, facts).filter((way) => isStanding(way) || isOfGroup(way)))]);
}

/** Of a relation to the record: the group has it, not the user who is named in a field. */
function isOfGroup({ through }: PermissionWay | SightWay): boolean {
  return through !== undefined;
}

function whenAny(ways: readonly { readonly when: Formula }[]): Formula {
  return anyOf(ways.map(({ when }) => when));
}

function entryOf({ principal, grounds, when }: Holder): ListEntry {
  const always = when.op === 'true';
  return {
    name: principalPath(principal),
    principal,
    permission: undefined,
    when: always ? undefined : when,
    whenText: always ? undefined : printFormula(when),
    ...originOf(grounds.permissions, grounds.sight),
  };
}

/** The whole list in one line. */
export function inWords(entries: readonly ListEntry[]): string {
  if (entries.length === 0) return 'nobody';
  const always = entries.filter((entry) => entry.whenText === undefined).map((entry) => entry.name);
  const rest = entries
    .filter((entry) => entry.whenText !== undefined)
    .map((entry) => `${entry.name} when ${entry.whenText}`);
  const parts = always.length === 0 ? rest : [always.join(', '), ...rest];
  return parts.join('; ');
}
