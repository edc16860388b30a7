// Names a group that is there in the place of users who are just its members.

import type { Group } from '../../model/symbols.ts';
import { principalNameIn } from '../../rules/edits/names.ts';
import { objectAround } from '../../rules/edits/written.ts';
import { inPlaceOf, namesOf } from './extract-group.ts';
import { groupsOf, type PeopleList, peopleListAt } from './listed.ts';
import type { Offer, Selected } from './refactoring.ts';

/** More choices nobody compares. */
const mostGroups = 4;

export function nameGroup(selected: Selected): readonly Offer[] {
  const list = peopleListAt(selected);
  if (list === undefined || list.users.length === 0) return [];
  return coveredBy(selected, list)
    .slice(0, mostGroups)
    .map(({ group, users }): Offer => {
      const part = { ...list, users };
      return {
        title: `Name group \`${group.name}\` instead of ${namesOf(part)}`,
        kind: 'rewrite.group',
        access: 'stated',
        make: () => ({
          files: [
            { file: selected.located.path, edits: inPlaceOf(selected.located.source, part, nameIn(selected, group)) },
          ],
        }),
      };
    });
}

interface Covered {
  readonly group: Group;
  readonly users: PeopleList['users'];
}

/** Of a selection the groups of all of it; of a whole list those whose members are all in it, the largest first. */
function coveredBy({ snapshot: { model }, span }: Selected, { users, refs }: PeopleList): Covered[] {
  const all = new Set(users.map(({ user }) => user));
  if (span.start < span.end) return groupsOf(model, all).map((group) => ({ group, users }));
  const named = new Set(refs.map(({ name }) => name?.text));
  return [...model.groups.values()]
    .filter(({ name, system, domain, members }) => {
      const isWritten = system === undefined && domain === undefined && !named.has(name);
      return isWritten && members.size > 0 && [...members].every((user) => all.has(user));
    })
    .sort((a, b) => b.members.size - a.members.size)
    .map((group) => ({ group, users: users.filter(({ user }) => group.members.has(user)) }));
}

function nameIn({ snapshot, located: { path: file, unit } }: Selected, group: Group): string {
  const within = objectAround(snapshot.model, { file, unit, span: { start: 0, end: 0 } });
  return principalNameIn(group, within);
}
