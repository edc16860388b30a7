// A custom role of the organization that reaches more objects than its holders have any use for.
import type { Permission } from '../catalogue/types.ts';
import type { Model } from '../model/model.ts';
import type { Group, ObjectSymbol, Principal, Role, ServiceAccount, User } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { actingPrincipal, actorOfStep, runners } from './acting.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const overbroadOrgGrant: Rule = {
  id: 'overbroad-org-grant',
  severity: 'warning',
  category: 'Overbroad and escalating',
  title: 'an organization role that reaches objects in which its holders have neither data access nor a declared need',
  check: (context) => [...context.model.roles.values()].flatMap((role) => checkRole(context, role)),
};

/** Record, delete, bulk and administration grants weigh; reading settings or charts everywhere does not. */
function weighs(permission: Permission): boolean {
  if (!permission.scopes.includes('object')) return false;
  return permission.record || permission.level === 'admin' || /^(?:DELETE|BULK)_/.test(permission.constant);
}

interface Holders {
  readonly users: ReadonlySet<User>;
  readonly accounts: readonly ServiceAccount[];
  /** Everything by which a policy, share or expectation can name a holder. */
  readonly names: ReadonlySet<Principal>;
}

function holdersOf(model: Model, role: Role): Holders {
  const users = new Set<User>();
  const names = new Set<Principal>();
  for (const { member } of role.members) {
    names.add(member);
    for (const user of member.kind === 'user' ? [member] : member.members) if (!user.inactive) users.add(user);
  }
  const accounts = [...model.objects.values()].flatMap((object) =>
    [...object.accounts.values()].filter(
      (account) => !account.inactive && account.roles.some((each) => each.role === role),
    ),
  );
  for (const user of users) {
    names.add(user);
    for (const group of model.groupsOf.get(user) ?? new Set<Group>()) names.add(group);
  }
  for (const account of accounts) names.add(account);
  return { users, accounts, names };
}

function checkRole({ model, place }: RuleContext, role: Role): Report[] {
  if (role.managed || role.origin === undefined) return [];
  const grants = role.grants.flatMap((grant) => grant.permissions).filter(weighs);
  const [first] = grants;
  const holders = holdersOf(model, role);
  if (first === undefined || holders.users.size + holders.accounts.length === 0) return [];
  const reached = [...model.objects.values()];
  const used = usedObjects(model, holders);
  if (used.size >= reached.length) return [];
  const what = grants.length === 1 ? `\`${first.constant}\`` : `\`${first.constant}\` and ${grants.length - 1} more`;
  const who = `its ${count(holders.users.size, 'person', 'people')} and ${count(holders.accounts.length, 'service account')}`;
  const where = used.size === 0 ? 'in none of them' : `in ${used.size} of them (${namesOf(used)})`;
  const message = `\`${role.name}\` grants ${what} in all ${reached.length} objects; ${who} have data access or a declared need ${where}`;
  return [{ place: place(role.origin), message }];
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function namesOf(objects: ReadonlySet<ObjectSymbol>): string {
  const names = [...objects].map((object) => `\`${object.name}\``);
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : listWords(names, 'and');
}

/** A policy or share there that includes a holder, something that acts there as one, or an expectation that names one. */
function usedObjects(model: Model, { names }: Holders): ReadonlySet<ObjectSymbol> {
  const used = new Set<ObjectSymbol>();
  for (const object of model.objects.values())
    if (object.policies.some((policy) => policy.to.some(({ subject }) => names.has(subject)))) used.add(object);
  for (const { facts } of model.records.values()) {
    const shared = facts?.relations.get('share');
    if (facts !== undefined && shared !== undefined && [...shared].some((each) => names.has(each)))
      used.add(facts.object);
  }
  for (const runner of runners(model))
    for (const step of runner.steps) {
      const acting = actingPrincipal(runner, actorOfStep(runner, step));
      if (acting !== undefined && names.has(acting) && step.target !== undefined) used.add(step.target);
    }
  for (const { question, declaration } of model.questions)
    if (
      declaration.kind === 'expect' &&
      question?.kind === 'can' &&
      question.place.kind === 'object' &&
      names.has(question.principal)
    )
      used.add(question.place.object);
  return used;
}
