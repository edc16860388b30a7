// Objects and records of a changed copy of the model.
import { always } from '../../model/formulas.ts';
import type {
  Content,
  Field,
  ObjectSymbol,
  Policy,
  Principal,
  RecordFacts,
  Role,
  ServiceAccount,
} from '../../model/symbols.ts';
import type { RelationKind } from '../../syntax/ast-value.ts';
import { copyFormula } from './copied-formula.ts';
import type { Copies } from './copied-people.ts';
import { overlay } from './overlay.ts';
import type { Change } from './types.ts';

/** The object itself where nothing in it changes. */
export function copyObject(object: ObjectSymbol, changes: readonly Change[], copies: Copies): ObjectSymbol {
  const roles = withCopies(object.roles, copies.roles);
  const accounts = copyAccounts(object, copies);
  const policies = copyPolicies(object, changes, copies);
  const same = roles === object.roles && accounts === object.accounts && policies === object.policies;
  return same ? object : { ...object, roles, accounts, policies };
}

/** Roles by name, with their copies beside them under names of their own. */
export function withCopies(
  roles: ReadonlyMap<string, Role>,
  copies: ReadonlyMap<Role, Role>,
): ReadonlyMap<string, Role> {
  if (copies.size === 0) return roles;
  const beside = new Map<string, Role>();
  for (const [name, role] of roles) {
    const copy = copies.get(role);
    if (copy === undefined) continue;
    let key = `${name} changed`;
    while (roles.has(key) || beside.has(key)) key += ' again';
    beside.set(key, copy);
  }
  return overlay(roles, beside);
}

function copyAccounts({ accounts }: ObjectSymbol, { people }: Copies): ObjectSymbol['accounts'] {
  if (people.size === 0) return accounts;
  const over = new Map<string, ServiceAccount>();
  for (const [name, account] of accounts) {
    const copy = people.get(account);
    if (copy?.kind === 'service account') over.set(name, copy);
  }
  return overlay(accounts, over);
}

function copyPolicies(object: ObjectSymbol, changes: readonly Change[], { people }: Copies): readonly Policy[] {
  const person = (of: Principal) => people.get(of) ?? of;
  let { policies } = object;
  for (const change of changes) {
    if (change.kind === 'name-in-policy' && change.policy.object === object)
      policies = policies.map((each) => (each === change.policy ? withSubject(each, change.principal) : each));
    if (change.kind === 'new-policy' && change.object === object) policies = [...policies, newPolicy(change)];
  }
  if (people.size === 0) return policies;
  return policies.map((policy) => ({
    ...policy,
    to: policy.to.map((each) => ({ ...each, subject: person(each.subject) })),
    when: policy.when && copyFormula(policy.when, people),
  }));
}

function withSubject(policy: Policy, subject: Principal): Policy {
  return { ...policy, to: [...policy.to, { subject, origin: undefined }] };
}

function newPolicy({ object, principal, when }: Extract<Change, { kind: 'new-policy' }>): Policy {
  return {
    kind: 'policy',
    name: '',
    origin: undefined,
    object,
    isDefault: false,
    to: [{ subject: principal, origin: undefined }],
    when: when ?? always,
    conditional: when !== undefined,
  };
}

/** What is said of a record after the changes; itself where they leave it as it is. */
export function copyFacts(facts: RecordFacts, object: ObjectSymbol, changes: readonly Change[], { people }: Copies) {
  const own = changes.filter((change) => 'facts' in change && change.facts === facts);
  if (own.length === 0 && people.size === 0) return facts.object === object ? facts : { ...facts, object };
  const values = new Map<Field, Content>(facts.values);
  const relations = new Map<RelationKind, Set<Principal>>();
  for (const [relation, principals] of facts.relations) relations.set(relation, new Set(principals));
  for (const change of own) {
    if (change.kind === 'meet-condition') for (const [field, content] of change.values) values.set(field, content);
    if (change.kind === 'relate')
      relations.set(change.relation, (relations.get(change.relation) ?? new Set()).add(change.principal));
  }
  const content = (of: Content): Content => {
    if (typeof of !== 'object' || of === null || of instanceof Set || !('kind' in of)) return of;
    return people.get(of) ?? of;
  };
  return {
    object,
    values: new Map([...values].map(([field, held]) => [field, content(held)])),
    relations: new Map(
      [...relations].map(([relation, all]) => [relation, new Set([...all].map((each) => people.get(each) ?? each))]),
    ),
  };
}
