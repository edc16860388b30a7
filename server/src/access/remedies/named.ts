// Where groups count: by whom they are named, and the conditions that ask who is in them. Made once for a model.
import { atomsOf } from '../../condition/operands.ts';
import type { Model } from '../../model/model.ts';
import type { Formula, Group, ObjectSymbol, Policy, Principal, ServiceAccount } from '../../model/symbols.ts';
import { notesOn } from '../../text/notes.ts';

export interface Naming {
  /** True where a role of the organization has the group as a member. */
  inOrganization: boolean;
  /** Where a role or a policy names it. */
  readonly objects: Set<ObjectSymbol>;
  /** Policies whose conditions ask whether somebody is in it. */
  readonly asking: Set<Policy>;
  /** Service accounts that it may use. */
  readonly accounts: Set<ServiceAccount>;
}

export interface Named {
  of(group: Group): Naming;
  /** Objects with a field for groups: there it counts in which groups somebody is. */
  readonly withGroupFields: readonly ObjectSymbol[];
}

const known = notesOn<Model, Named>();

export function namedIn(model: Model): Named {
  const found = known.get(model);
  if (found !== undefined) return found;
  const namings = new Map<Principal, Naming>();
  const of = (principal: Principal): Naming => {
    const naming = namings.get(principal) ?? newNaming();
    namings.set(principal, naming);
    return naming;
  };
  for (const role of model.roles.values()) for (const { member } of role.members) of(member).inOrganization = true;
  for (const object of model.objects.values()) readObject(object, of);
  const withGroupFields = [...model.objects.values()].filter(({ fields }) =>
    [...fields.values()].some(({ type }) => type === 'group'),
  );
  const named: Named = { of, withGroupFields };
  known.set(model, named);
  return named;
}

function newNaming(): Naming {
  return { inOrganization: false, objects: new Set(), asking: new Set(), accounts: new Set() };
}

function readObject(object: ObjectSymbol, of: (named: Principal) => Naming): void {
  for (const role of object.roles.values()) for (const { member } of role.members) of(member).objects.add(object);
  for (const policy of object.policies) {
    for (const { subject } of policy.to) of(subject).objects.add(object);
    if (policy.when === undefined) continue;
    for (const group of groupsAskedFor(policy.when)) of(group).asking.add(policy);
  }
  for (const account of object.accounts.values())
    for (const { subject } of account.usableBy) of(subject).accounts.add(account);
}

/** The groups of which a condition asks whether somebody is in them. */
export function groupsAskedFor(formula: Formula): Group[] {
  return atomsOf(formula).flatMap(({ test }) => (test.is === 'in group' ? [test.group] : []));
}
