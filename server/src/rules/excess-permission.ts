// What a service account holds beyond what its automations and agents need.
import { inForce } from '../access/question-scope.ts';
import { actions, tools } from '../catalogue/actions.ts';
import {
  addSet,
  difference,
  intersection,
  isEmpty,
  list,
  newBuilder,
  overlaps,
  type PermissionSet,
  setOf,
  union,
} from '../catalogue/permission-set.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { ObjectSymbol, Role, RoleGrant, ServiceAccount } from '../model/symbols.ts';
import { fixOf, removeElement } from './edits/fix.ts';
import type { Fix } from './finding.ts';
import { accountsWith, reachOf } from './holders.ts';
import { quoted, someConstants } from './quoted.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { type Task, workingAccounts } from './work.ts';

export const excessPermission: Rule = {
  id: 'excess-permission',
  severity: 'warning',
  category: 'Without effect',
  title: 'what a service account holds beyond what its automations and agents need',
  check: (context) => {
    const told = new Set<RoleGrant>();
    const working = [...workingAccounts(context.model).keys()].filter(({ inactive, sound }) => sound && !inactive);
    return working.flatMap((account) =>
      account.roles.flatMap(({ role, origin }) =>
        role.sound && inForce(role, context.today) ? checkRole(context, { account, role, origin }, told) : [],
      ),
    );
  },
};

interface Held {
  readonly account: ServiceAccount;
  readonly role: Role;
  /** Where the account names the role. */
  readonly origin: Origin;
}

function checkRole(context: RuleContext, held: Held, told: Set<RoleGrant>): Report[] {
  const { account, role, origin } = held;
  const { model, place } = context;
  const needed = neededBy(model, account, role.object);
  const excess = difference(role.permissions, needed);
  if (isEmpty(excess)) return [];
  const name = principalPath(account);
  if (!overlaps(reachOf(role.permissions), needed))
    return [
      {
        place: place(origin),
        message: `nothing that runs as \`${name}\` needs the role \`${role.name}\``,
        fixes: () => removeElement(context, `Take the role \`${role.name}\` from \`${account.name}\``, origin),
      },
    ];
  const shared = isForOthers(role) ? excess : intersection(excess, neededByOthers(model, held));
  const own = difference(excess, shared);
  const reports = role.grants.flatMap((grant) => (told.has(grant) ? [] : checkGrant(context, held, grant, own)));
  for (const grant of role.grants) told.add(grant);
  if (isEmpty(shared)) return reports;
  const message = `\`${role.name}\` gives \`${name}\` ${someConstants(list(shared))}, which nothing that runs as it needs`;
  return [...reports, { place: place(origin), message }];
}

/** True of a role that people hold too, or that the platform fixes. */
function isForOthers(role: Role): boolean {
  return role.managed || role.members.length > 0 || role.autoShare.size > 0;
}

function checkGrant(context: RuleContext, { account, role }: Held, grant: RoleGrant, excess: PermissionSet): Report[] {
  const needless = intersection(setOf(grant.permissions), excess);
  if (isEmpty(needless)) return [];
  const others = accountsWith(context.model, role).length - 1;
  const whom = `\`${principalPath(account)}\`${others === 0 ? '' : ` or the others with the role`}`;
  const message = `nothing that runs as ${whom} needs ${someConstants(list(needless))}`;
  return [{ place: context.place(grant.origin), message, fixes: () => narrow(context, grant, needless) }];
}

function neededByOthers(model: Model, { account, role }: Held): PermissionSet {
  const others = accountsWith(model, role).filter((other) => other !== account);
  return others.map((other) => neededBy(model, other, role.object)).reduce(union, setOf([]));
}

/** What the account needs there, or, of a role of the organization, anywhere. */
function neededBy(model: Model, account: ServiceAccount, object: ObjectSymbol | undefined): PermissionSet {
  const needed = newBuilder();
  for (const task of workingAccounts(model).get(account) ?? [])
    if (object === undefined || task.target === undefined || task.target === object) addSet(needed, needsOf(task));
  return needed;
}

const anyNeeds = setOf([...actions, ...tools].flatMap(({ requires }) => requires));

/** A word that is wrong may mean any action. */
function needsOf({ row }: Task): PermissionSet {
  return row === undefined ? anyNeeds : setOf(row.requires);
}

/** Of a level that is needed in part, the constants that are. */
function narrow(context: RuleContext, { origin, permissions }: RoleGrant, needless: PermissionSet): Fix[] {
  const place = context.place(origin);
  const needed = list(difference(setOf(permissions), needless));
  if (needed.length === 0) return removeElement(context, `Remove ${quoted(context, place, 'the grant')}`, origin);
  const text = needed.map(({ constant }) => constant).join(', ');
  const title = `Grant only ${someConstants(needed)}`;
  return fixOf(context, title, [{ file: place.file, edits: [{ span: place.span, text }] }]);
}
