// People as rules look at them: who is active, and which groups take in which.
import type { Model } from '../model/model.ts';
import type { Group, Principal, User } from '../model/symbols.ts';
import type { Unit } from '../syntax/source-file.ts';
import { notesOn } from '../text/notes.ts';

const active = new WeakMap<Group, ReadonlySet<User>>();

export function activeMembers(group: Group): ReadonlySet<User> {
  const known = active.get(group);
  if (known !== undefined) return known;
  const members = new Set([...group.members].filter((user) => !user.inactive));
  active.set(group, members);
  return members;
}

/** True of a group with somebody active in it, and of an active user or account: of whoever can act at all. */
export function canAct(principal: Principal): boolean {
  return principal.kind === 'group' ? activeMembers(principal).size > 0 : !principal.inactive;
}

const inclusions = new WeakMap<Group, WeakMap<Group, boolean>>();

/** True where everybody active in `inner`, and at least one, is `outer` or in it today. */
export function includes(outer: Principal, inner: Principal): boolean {
  if (outer === inner) return true;
  if (outer.kind !== 'group' || inner.kind === 'service account') return false;
  if (inner.kind === 'user') return outer.members.has(inner);
  return remembered(inclusions, outer, inner, () => {
    const members = activeMembers(inner);
    return (
      members.size > 0 && members.size <= outer.members.size && [...members].every((user) => outer.members.has(user))
    );
  });
}

const overlaps = new WeakMap<Group, WeakMap<Group, boolean>>();

/** True where somebody active is both. */
export function overlap(one: Principal, other: Principal): boolean {
  if (one === other) return true;
  if (one.kind === 'group' && other.kind === 'group') return remembered(overlaps, one, other, () => share(one, other));
  if (one.kind === 'group') return other.kind === 'user' && activeMembers(one).has(other);
  return other.kind === 'group' && overlap(other, one);
}

function share(one: Group, other: Group): boolean {
  const [few, many] = [activeMembers(one), activeMembers(other)].sort((a, b) => a.size - b.size);
  return few !== undefined && many !== undefined && [...few].some((user) => many.has(user));
}

function remembered(
  known: WeakMap<Group, WeakMap<Group, boolean>>,
  one: Group,
  other: Group,
  compute: () => boolean,
): boolean {
  const answers = known.get(one) ?? new WeakMap<Group, boolean>();
  known.set(one, answers);
  const answer = answers.get(other) ?? compute();
  answers.set(other, answer);
  return answer;
}

const broken = notesOn<Model, (unit: Unit) => boolean>();

/** True of a group with an error, which leaves open who else might be in it. */
export function mayHoldMore(model: Model, group: Group): boolean {
  return group.system === undefined && group.origin !== undefined && isBroken(model, group.origin.unit);
}

const open = notesOn<Model, readonly Group[]>();

/** The groups of which an error leaves open who else is in them. */
export function openGroups(model: Model): readonly Group[] {
  const known = open.get(model) ?? [...model.groups.values()].filter((group) => mayHoldMore(model, group));
  open.set(model, known);
  return known;
}

/** Problems that tell something and leave nothing open: a group that is nested is flattened, and everybody in it known. */
const plain: ReadonlySet<string> = new Set(['nested-directory-group']);

/** True of a declaration with an error anywhere in it. */
export function isBroken(model: Model, unit: Unit): boolean {
  const known = broken.get(model) ?? brokenUnits(model);
  broken.set(model, known);
  return known(unit);
}

function brokenUnits(model: Model): (unit: Unit) => boolean {
  const units = new Set(model.problems.filter(({ rule }) => !plain.has(rule)).map(({ origin }) => origin.unit));
  return (unit) => units.has(unit) || unit.problems.length > 0;
}
