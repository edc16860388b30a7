// Users who are named directly in a role or policy where a group would do.
import { grantsAdmin } from '../access/permission-ways.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { Group, Principal, Role, User } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { removeFromList } from '../syntax/edits/remove-elements.ts';
import { fixOf, removeElement } from './edits/fix.ts';
import { listAround } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { activeMembers, mayHoldMore } from './people.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

/** So many people beside each other are a group without a name. */
const many = 3;

export const individualMember: Rule = byObject(
  {
    id: 'individual-member',
    severity: 'hint',
    category: 'Upkeep',
    title: 'users named directly in a role or policy where a group would do',
  },
  {
    ground: (context) => rolesOf(context.model).flatMap((list) => checkList(context, list)),
    object: (context, object) =>
      [...rolesOf(object), ...object.policies.map(({ to }) => to)].flatMap((list) => checkList(context, list)),
    beside: 'nothing',
    // Any group may be the one of just those people.
    alsoSeen: ({ model }) => [model.groups],
  },
);

/** The members of roles, role by role. */
function rolesOf({ roles }: { readonly roles: ReadonlyMap<string, Role> }) {
  const named = [...roles.values()].filter((role) => !namesAdministrators(role));
  return named.map(({ members }) => members.map(({ member, origin }) => ({ subject: member, origin })));
}

/** Administrators are few, and each of them is somebody's decision: all of them by name, and none by a group beside. */
function namesAdministrators(role: Role): boolean {
  return grantsAdmin(role) && role.members.every(({ member }) => member.kind === 'user');
}

interface Named {
  readonly subject: Principal;
  readonly origin: Origin;
}
interface Individual extends Named {
  readonly subject: User;
}

function checkList(
  context: RuleContext,
  list: readonly { subject: Principal; origin: Origin | undefined }[],
): Report[] {
  const written = list.filter((each): each is Named => each.origin !== undefined);
  const groups = written.map(({ subject }) => subject).filter((subject) => subject.kind === 'group');
  const users = written.filter((each): each is Individual => each.subject.kind === 'user' && each.subject.sound);
  if (users.length === 0) return [];
  const twice = users.filter(({ subject }) => groups.some((group) => group.members.has(subject)));
  const alone = users.filter((each) => !twice.includes(each));
  return [...twice.map((each) => reportTwice(context, each, groups)), ...reportTogether(context, alone)];
}

function reportTwice(context: RuleContext, { subject, origin }: Individual, groups: readonly Group[]): Report {
  const name = principalPath(subject);
  const group = groups.find(({ members }) => members.has(subject));
  const message = `\`${name}\` is in \`${group?.name ?? ''}\` already, which stands here too`;
  const fixes = () => removeElement(context, `Remove \`${name}\``, origin, { safe: true });
  return { place: context.place(origin), message, fixes };
}

/** People who are all of a group, or so many that they should be one. */
function reportTogether(context: RuleContext, users: readonly Individual[]): Report[] {
  const [first] = users;
  const group = groupOf(context.model, users);
  if (first === undefined || (group === undefined && users.length < many)) return [];
  const place = context.place(first.origin);
  if (group === undefined)
    return [{ place, message: `${users.length} people are named here one by one: a group would say who they are` }];
  const names = users.map(({ subject }) => `\`${principalPath(subject)}\``);
  const message = `${listWords(names, 'and')} are the whole group \`${group.name}\`, which could stand here`;
  return [{ place, message, fixes: () => nameGroup(context, users, group) }];
}

/** A group of just these people, as far as they are active. */
function groupOf(model: Model, users: readonly Individual[]): Group | undefined {
  const named = new Set(users.map(({ subject }) => subject).filter(({ inactive }) => !inactive));
  const [one] = named;
  if (one === undefined || named.size < 2) return undefined;
  return [...(model.groupsOf.get(one) ?? [])].find((group) => {
    // Who is in a group that fills itself is nobody's decision.
    if (group.system !== undefined || group.domain !== undefined || mayHoldMore(model, group)) return false;
    const active = activeMembers(group);
    return active.size === named.size && [...named].every((user) => active.has(user));
  });
}

/** In place of the first of them. */
function nameGroup(context: RuleContext, own: readonly Individual[], group: Group): Fix[] {
  const [first, ...rest] = own;
  const written = first && listAround(context, first.origin);
  if (first === undefined || written === undefined) return [];
  const { file, source, list } = written;
  const gone = new Set(rest.map(({ origin }) => context.place(origin).span.start));
  const removed = removeFromList(source, list, (i) => gone.has(list.elements[i]?.start ?? -1));
  const named = { span: context.place(first.origin).span, text: principalPath(group) };
  return fixOf(context, `Name \`${group.name}\` instead`, [{ file, edits: [named, ...removed] }]);
}
