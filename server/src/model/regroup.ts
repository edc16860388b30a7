// Groups whose members were declared anew, among those that stayed as they were.
import type { BindInput, Bound } from './bound.ts';
import type { Draft } from './draft.ts';
import type { Model } from './model.ts';
import { namesDirectories, namesOf, namesOfPeople } from './names.ts';
import type { Reach } from './reach.ts';
import type { User } from './symbols.ts';

/** Everybody who was or is in one of those groups is in others now, in the order of all groups. */
export function groupsOfAfter(before: Model, { groups }: Draft, changed: ReadonlySet<string>): Model['groupsOf'] {
  const affected = new Set<User>();
  for (const name of changed)
    for (const group of [before.groups.get(name), groups.get(name)])
      for (const user of group?.members ?? []) affected.add(user);
  const all = new Map(before.groupsOf);
  for (const user of affected) all.set(user, new Set([...groups.values()].filter(({ members }) => members.has(user))));
  return all;
}

/**
 * Puts people and groups where they stand in the project, those that were declared anew among the others; false where one of those
 * that stay does not stand there any more.
 */
export function putBack({ model, people }: Bound, draft: Draft, input: BindInput, { names }: Reach): boolean {
  const declared = new Map(draft.groups);
  const [gone, come] = [new Set(namesOf(names.gone, 'group')), namesOf(names.come, 'group')];
  const isRenamed = gone.size + come.length > 0;
  // Whom a directory brings stands behind everybody who is declared.
  if (isRenamed && namesDirectories(input)) return false;
  draft.groups.clear();
  draft.people.clear();
  for (const name of isRenamed ? inProject(people, input) : people.keys()) {
    const known = people.get(name);
    const group = declared.get(name);
    if (known?.kind === 'user') draft.people.set(name, known);
    else if (group !== undefined) {
      draft.people.set(name, group);
      draft.groups.set(name, group);
    }
  }
  const stay = [...model.groups.keys()].filter((name) => !gone.has(name));
  return [...stay, ...come].every((name) => draft.groups.has(name)) && declared.size === draft.groups.size;
}

/** The names of people in the order in which they are declared, behind the groups that are always there. */
function inProject(people: Bound['people'], input: BindInput): ReadonlySet<string> {
  const system = [...people.values()].flatMap((each) =>
    each.kind === 'group' && each.system !== undefined ? [each.name] : [],
  );
  return new Set([...system, ...namesOfPeople(input)]);
}
