// Objects and records of a changed copy of the model.
import { always } from '../../model/formulas.ts';
import type { ObjectSymbol, Policy, Principal, RecordFacts, Role } from '../../model/symbols.ts';
import type { RelationKind } from '../../syntax/ast-value.ts';
import type { Copies } from './copied-people.ts';
import type { Change } from './types.ts';

/** The object itself where nothing in it changes. Its service accounts are found by whom they stand for. */
export function copyObject(object: ObjectSymbol, changes: readonly Change[], copies: Copies): ObjectSymbol {
  const roles = withCopies(object.roles, ofObject(copies.roles, object));
  const policies = copyPolicies(object, changes, copies);
  const same = roles === object.roles && policies === object.policies;
  return same ? object : { ...object, roles, policies };
}

/** The copies of roles of the object, or of the organization. */
export function ofObject(copies: Copies['roles'], object: ObjectSymbol | undefined): Copies['roles'] {
  return new Map([...copies].filter(([role]) => role.object === object));
}

/** Roles by name, with copies beside them under names of their own. */
export function withCopies(roles: ReadonlyMap<string, Role>, copies: Copies['roles']): ReadonlyMap<string, Role> {
  if (copies.size === 0) return roles;
  const all = new Map(roles);
  for (const [{ name }, copy] of copies) {
    let key = `${name} changed`;
    while (all.has(key)) key += ' again';
    all.set(key, copy);
  }
  return all;
}

function copyPolicies(object: ObjectSymbol, changes: readonly Change[], { people }: Copies): readonly Policy[] {
  let { policies } = object;
  for (const change of changes) {
    if (change.kind === 'name-in-policy' && change.policy.object === object)
      policies = policies.map((each) => (each === change.policy ? withSubject(each, change.principal) : each));
    if (change.kind === 'new-policy' && change.object === object) policies = [...policies, newPolicy(change)];
  }
  const isNamed = ({ to }: Policy) => to.some(({ subject }) => people.has(subject));
  if (!policies.some(isNamed)) return policies;
  const person = (of: Principal) => people.get(of) ?? of;
  return policies.map((policy) => ({
    ...policy,
    to: policy.to.map((each) => ({ ...each, subject: person(each.subject) })),
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
export function copyFacts(
  facts: RecordFacts,
  object: ObjectSymbol,
  changes: readonly Change[],
  { people }: Copies,
): RecordFacts {
  const own = changes.flatMap((change) => ('facts' in change && change.facts === facts ? [change] : []));
  if (own.length === 0 && people.size === 0) return facts.object === object ? facts : { ...facts, object };
  let { values } = facts;
  const relations = new Map<RelationKind, Set<Principal>>();
  for (const [relation, principals] of facts.relations) relations.set(relation, new Set(principals));
  for (const change of own) {
    if (change.kind === 'meet-condition') values = new Map([...values, ...change.values]);
    else relations.set(change.relation, (relations.get(change.relation) ?? new Set()).add(change.principal));
  }
  const person = (of: Principal) => people.get(of) ?? of;
  return {
    object,
    values,
    relations: new Map([...relations].map(([relation, all]) => [relation, new Set([...all].map(person))])),
  };
}
