// Who can read in an object, and who can see its records: as far as roles, policies and shares say it.
import { grantsAdmin } from '../access/permission-ways.ts';
import { inForce, rolesAt } from '../access/question-scope.ts';
import { overlaps, setOf } from '../catalogue/permission-set.ts';
import { permissions } from '../catalogue/permissions.ts';
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, Policy, Principal, Role } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { isSame } from '../text/same.ts';
import { accountsText } from './accounts.ts';
import { isPlainlyMet } from './contingent.ts';
import { accountsWith, isHeldFirmly, reachOf } from './holders.ts';
import { overlap } from './people.ts';
import { recordsOf } from './records.ts';
import type { RuleContext } from './rule.ts';
import { isMet, strangersTo, viewerOf, whomever } from './whoever.ts';

/** What acts on a record, so that it takes sight of it. */
export const recordPermissions = setOf(permissions.filter(({ record }) => record));

/** What lets look at records or what belongs to them. */
export const readPermissions = setOf(
  permissions.filter(({ record, constant }) => record && constant.startsWith('READ_')),
);

/** The roles in force there that let look at records or what belongs to them. */
export function readingRoles(model: Model, object: ObjectSymbol, today: number): Role[] {
  const reads = (role: Role) => overlaps(reachOf(role.permissions), readPermissions);
  return rolesAt(model, object).filter((role) => inForce(role, today) && reads(role));
}

/** True where somebody of the holder is a member of the role, or the account names it. */
export function holdsSome(model: Model, role: Role, holder: Principal): boolean {
  if (holder.kind === 'service account') return accountsWith(model, role).includes(holder);
  if (holder.kind === 'user') return !holder.inactive && isHeldFirmly(model, role, holder);
  return role.members.some(({ member }) => overlap(member, holder));
}

/** True where somebody of the holder can see a record: by `ADMIN`, a policy, or as one with whom a record is shared. */
export function seesSome(context: RuleContext, object: ObjectSymbol, holder: Principal): boolean {
  const { model, today } = context;
  const administers = (role: Role) => inForce(role, today) && holdsSome(model, role, holder);
  if (model.semantics.adminSeesAllRecords && adminRoles(model).some(administers)) return true;
  const known = knownOf(context, object);
  const sees = known.get(holder) ?? isShown(context, object, holder);
  known.set(holder, sees);
  return sees;
}

interface Sight {
  readonly seen: readonly unknown[];
  readonly of: Map<Principal, boolean>;
}

const sightOf = notesOn<ObjectSymbol, Sight>();

/** Who is shown records of the object, from state to state as long as nothing changes that this hangs on. */
function knownOf({ model, today }: RuleContext, object: ObjectSymbol): Map<Principal, boolean> {
  const strangers = strangersTo(
    model,
    object.policies.flatMap(({ when }) => when ?? []),
  );
  const seen = [model.people, today, accountsText(model), ...strangers, ...recordsOf(model, object)];
  const before = sightOf.get(object);
  if (before !== undefined && isSame(before.seen, seen)) return before.of;
  const of = new Map<Principal, boolean>();
  sightOf.set(object, { seen, of });
  return of;
}

const administrating = notesOn<Model, readonly Role[]>();

function adminRoles(model: Model): readonly Role[] {
  const known = administrating.get(model) ?? [...model.roles.values()].filter(grantsAdmin);
  administrating.set(model, known);
  return known;
}

function isShown(context: RuleContext, object: ObjectSymbol, holder: Principal): boolean {
  return (
    object.policies.some((policy) => showsSome(context, policy, holder)) ||
    recordsOf(context.model, object).some(({ facts }) => {
      const shared = facts?.relations.get('share');
      return shared !== undefined && [...shared].some((subject) => overlap(subject, holder));
    })
  );
}

function showsSome(context: RuleContext, policy: Policy, holder: Principal): boolean {
  return policy.to.some(({ subject }) => overlap(subject, holder) && opensSome(context, policy, subject));
}

const openings = notesOn<Model, Map<Policy, Map<Principal, boolean>>>();

/** True where whoever the policy names so sees a record by it: the same for all who come in by that name. */
function opensSome({ model, today }: RuleContext, policy: Policy, subject: Principal): boolean {
  const { when } = policy;
  if (when === undefined) return false;
  const ofModel = openings.get(model) ?? new Map<Policy, Map<Principal, boolean>>();
  openings.set(model, ofModel);
  const known = ofModel.get(policy) ?? new Map<Principal, boolean>();
  ofModel.set(policy, known);
  const viewer = viewerOf(model, whomever(subject), today);
  const opens = known.get(subject) ?? (isPlainlyMet(when, viewer) || isMet(when, viewer) !== 'no');
  known.set(subject, opens);
  return opens;
}
