// Groups whose members were declared anew, among those that stayed as they were.
import type { Bound } from './bound.ts';
import type { Draft, GroupDraft } from './draft.ts';
import type { Model } from './model.ts';
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

/** Puts the groups that were declared anew where they stood; false where one of them does not stand there any more. */
export function putBack({ model, people }: Bound, draft: Draft): boolean {
  const declared = new Map(draft.groups);
  draft.groups.clear();
  for (const [name, group] of model.groups) draft.groups.set(name, declared.get(name) ?? (group as GroupDraft));
  draft.people.clear();
  for (const [name, known] of people) draft.people.set(name, draft.groups.get(name) ?? known);
  return declared.size === model.groups.size && [...declared.keys()].every((name) => model.groups.has(name));
}
