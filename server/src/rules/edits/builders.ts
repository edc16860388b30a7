// Who may stand after `built by`, and which accounts after `runs as`.
import type { Origin } from '../../model/origin.ts';
import { originIn } from '../../model/profiles.ts';
import type { Group, ObjectSymbol, ServiceAccount, User } from '../../model/symbols.ts';
import { writeName } from '../../syntax/keywords.ts';
import type { Fix } from '../finding.ts';
import { activeMembers } from '../people.ts';
import type { RuleContext } from '../rule.ts';
import { principalNameIn } from './names.ts';
import { nodeAround, removeNode } from './remove.ts';
import { changeTo } from './replace.ts';

/** As many as are offered of either. */
const mostChoices = 2;
const asAlternative = { preferred: false };

/** Active users who build in the object, may use the account, or administer: in this order, the first few. */
export function likelyBuilders({ model }: RuleContext, object: ObjectSymbol, account?: ServiceAccount): User[] {
  const builders = [...object.automations, ...object.agents].flatMap(({ builtBy }) => builtBy?.user ?? []);
  const users = account?.usableBy.flatMap(({ subject }) => peopleOf(subject)) ?? [];
  const roles = [object.roles.get('App Admin'), model.roles.get('Admin')];
  const admins = roles.flatMap((role) => role?.members.flatMap(({ member }) => peopleOf(member)) ?? []);
  const all = new Set([...builders, ...users, ...admins]);
  const may = (user: User) => account === undefined || users.includes(user);
  return [...all].filter((user) => !user.inactive && user.sound && may(user)).slice(0, mostChoices);
}

function peopleOf(subject: User | Group): User[] {
  return subject.kind === 'user' ? [subject] : [...activeMembers(subject)];
}

/** Takes a place after `built by`; gives others for it. */
export function chooseBuilder(context: RuleContext, origin: Origin, object: ObjectSymbol, current: User): Fix[] {
  return likelyBuilders(context, object)
    .filter((user) => user !== current)
    .flatMap((user) => changeTo(context, origin, principalNameIn(user, object), asAlternative));
}

/** Takes a place after `runs as`; gives the other active accounts of the object for it. */
export function chooseAccount(context: RuleContext, origin: Origin, object: ObjectSymbol, not?: ServiceAccount): Fix[] {
  const accounts = [...object.accounts.values()].filter((account) => account !== not && !account.inactive);
  return accounts
    .slice(0, mostChoices)
    .flatMap(({ name }) => changeTo(context, origin, writeName(name), asAlternative));
}

/** Takes `inactive` out of a declaration; none of somebody who is inactive in a directory. */
export function activate(context: RuleContext, who: User | ServiceAccount): Fix[] {
  const origin = originIn(context.model, who);
  const declaration = origin && nodeAround(origin, ['user', 'service account']);
  const items: readonly { readonly kind: string; readonly span: Origin['span'] }[] = declaration?.items ?? [];
  const item = items.find(({ kind }) => kind === 'inactive');
  if (origin === undefined || item === undefined) return [];
  return removeNode(context, `Activate \`${who.name}\``, { origin, node: item }, asAlternative);
}
