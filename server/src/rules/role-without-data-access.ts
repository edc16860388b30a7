// A role of an object with record permissions whose holders can see no record of it.
import { inForce } from '../access/question-scope.ts';
import { intersection, isEmpty, list, size } from '../catalogue/permission-set.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, Principal, Role, ServiceAccount } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { accountsIn } from './accounts.ts';
import { holdersOf, holdsAdmin } from './holders.ts';
import { canAct } from './people.ts';
import { someConstants } from './quoted.ts';
import { recordPermissions, seesSome } from './reading.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';
import { workingAccounts } from './work.ts';

export const roleWithoutDataAccess: Rule = byObject(
  {
    id: 'role-without-data-access',
    severity: 'warning',
    category: 'Without effect',
    title: 'record permissions whose holders can see no record of the object',
  },
  {
    object: checkObject,
    beside: (_context, _object, granted) => holdsAdmin(granted),
    alsoSeen: idleness,
  },
);

function checkObject(context: RuleContext, object: ObjectSymbol): Report[] {
  // Who is assigned to a record or mentioned in it sees it then; and what a broken policy opens is not known.
  if (object.recordShares.size > 0 || context.model.broken.objects.get(object)?.sight === true) return [];
  return [...object.roles.values()].flatMap((role) => checkRole(context, object, role));
}

function checkRole(context: RuleContext, object: ObjectSymbol, role: Role): Report[] {
  const { model, today, place } = context;
  const needing = intersection(role.permissions, recordPermissions);
  // A managed role comes with them, and those who only build hold one.
  if (role.managed || !role.sound || role.autoShare.size > 0 || isEmpty(needing)) return [];
  // An account that nothing runs as and no policy names is idle altogether.
  const holders = holdersOf(model, role).filter((holder) => canAct(holder) && !isIdle(model, holder));
  if (role.origin === undefined || !inForce(role, today) || holders.length === 0) return [];
  const isChecked = holders.some((holder) => holder.kind === 'service account' && isAtWork(model, holder, object));
  if (isChecked || holders.some((holder) => seesSome(context, object, holder))) return [];
  const message = `nobody who holds \`${role.name}\` can see a record of \`${object.name}\`: ${someConstants(list(needing))} ${size(needing) === 1 ? 'does' : 'do'} nothing there`;
  return [{ place: place(role.origin), message }];
}

function isIdle(model: Model, holder: Principal): boolean {
  if (holder.kind !== 'service account' || workingAccounts(model).has(holder)) return false;
  const named = namedInPolicies.get(model) ?? findNamed(model);
  namedInPolicies.set(model, named);
  return !named.has(holder);
}

const namedInPolicies = notesOn<Model, ReadonlySet<Principal>>();

function findNamed({ objects }: Model): ReadonlySet<Principal> {
  const policies = [...objects.values()].flatMap((object) => object.policies);
  return new Set(policies.flatMap(({ to }) => to.map(({ subject }) => subject)));
}

/** Policies of any object may name the accounts that hold a role of another: which are idle, in words that last. */
function idleness({ model }: RuleContext): readonly string[] {
  return accountsIn(model)
    .filter((account) => isIdle(model, account))
    .map(principalPath);
}

/** Of what is at work there another rule tells that it sees nothing. */
function isAtWork(model: Model, account: ServiceAccount, object: ObjectSymbol): boolean {
  const tasks = workingAccounts(model).get(account) ?? [];
  return tasks.some(({ row, target }) => row?.records === 'existing' && target === object);
}
