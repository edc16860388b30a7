// `ADMIN` in more hands than anybody can watch.
import type { Group, Role, User } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { count, countPeople, someNames } from './count.ts';
import { accountsWith } from './holders.ts';
import { activePeople, administrators, adminRoles, peopleWith } from './memberships.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** As many as can stand in for each other; more do not know of each other. */
const most = 5;

export const adminSprawl: Rule = {
  id: 'admin-sprawl',
  severity: 'warning',
  category: 'Overbroad and escalating',
  title: 'more than five active holders of `ADMIN`, or a group among them that fills itself',
  check: (context) => [...tooMany(context), ...fillingThemselves(context)],
};

function tooMany({ model, today, place }: RuleContext): Report[] {
  const people = [...administrators(model, today).keys()];
  const all = adminRoles(model, today);
  const accounts = new Set(all.flatMap((role) => accountsWith(model, role).filter(({ inactive }) => !inactive)));
  const roles = all.filter((role) => peopleWith(role).size > 0 || accountsWith(model, role).length > 0);
  const first = roles.find(({ managed, origin }) => managed && origin !== undefined) ?? roles[0];
  if (people.length + accounts.size <= most || first?.origin === undefined) return [];
  const related = roles.flatMap((role) =>
    role.members.map(({ member, origin }) => ({
      place: place(origin),
      message: member.kind === 'user' ? 'by name' : `${countPeople(activePeople(member).size)} by this group`,
    })),
  );
  const kinds = [countPeople(people.length), ...(accounts.size === 0 ? [] : [count(accounts.size, 'service account')])];
  const message = `${listWords(kinds, 'and')} hold \`ADMIN\`, ${someNames([...people, ...accounts])}: each of them can do everything and see every record`;
  return [{ place: place(first.origin), message, related }];
}

function fillingThemselves({ model, today, place }: RuleContext): Report[] {
  return adminRoles(model, today).flatMap((role: Role) =>
    role.members.flatMap(({ member, origin }): Report[] => {
      const who = fillsItself(member);
      if (who === undefined || member.kind === 'user') return [];
      const message = `\`${member.name}\` fills itself: ${who} holds \`ADMIN\`, ${countPeople(activePeople(member).size)} today`;
      return [{ place: place(origin), message }];
    }),
  );
}

function fillsItself(member: User | Group): string | undefined {
  if (member.kind === 'user') return undefined;
  if (member.domain !== undefined) return `whoever has an address at \`${member.domain}\``;
  if (member.system === undefined) return undefined;
  return member.system === 'internal' ? 'every active user who is not external' : 'every active external user';
}
