// Of each object, what names whom: its roles by their members, its policies by `to`. Most objects of a large organization know
// nothing of one principal.
import type { Actor } from '../condition/actor.ts';
import { atomsOf, operandsOf } from '../condition/operands.ts';
import type { Formula, ObjectSymbol, Policy, Principal, Role } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';

interface Naming {
  readonly roles: Set<Role>;
  readonly policies: Set<Policy>;
  /** One of the policies may show records to whomever it names, whatever else is known of them. */
  isOpen: boolean;
}

/** What of an object names an actor, each in the order of the object. */
export interface NamedHere {
  readonly roles: readonly Role[];
  readonly policies: readonly Policy[];
  readonly isOpen: boolean;
}

/** Objects outlive the states of a project that do not touch them. */
const known = notesOn<ObjectSymbol, ReadonlyMap<Principal, Naming>>();

function namingsOf(object: ObjectSymbol): ReadonlyMap<Principal, Naming> {
  const before = known.get(object);
  if (before !== undefined) return before;
  const all = new Map<Principal, Naming>();
  const naming = (principal: Principal) => {
    const found = all.get(principal) ?? { roles: new Set(), policies: new Set(), isOpen: false };
    all.set(principal, found);
    return found;
  };
  for (const role of object.roles.values()) for (const { member } of role.members) naming(member).roles.add(role);
  for (const policy of object.policies) {
    const isOpen = policy.when !== undefined && isOpenToAnyone(policy.when);
    for (const { subject } of policy.to) {
      const found = naming(subject);
      found.policies.add(policy);
      found.isOpen ||= isOpen;
    }
  }
  known.set(object, all);
  return all;
}

/** Of a record of which nothing is known: comparisons alone can come out either way, but for those with an attribute. */
function isOpenToAnyone(when: Formula): boolean {
  return (
    when.op === 'true' || (!holdsConstant(when) && atomsOf(when).every(({ test }) => operandsOf(test).every(isKnown)))
  );
}

function isKnown({ kind }: { readonly kind: string }): boolean {
  return kind !== 'attribute';
}

function holdsConstant(formula: Formula): boolean {
  if (formula.op === 'and' || formula.op === 'or') return formula.parts.some(holdsConstant);
  return formula.op === 'not' ? holdsConstant(formula.part) : formula.op !== 'atom';
}

const nothing: NamedHere = { roles: [], policies: [], isOpen: false };

/** Roles by membership, itself or by a group, or, of an account, that it names; policies likewise. */
export function namedHere(object: ObjectSymbol, { principal, groups }: Actor): NamedHere {
  const namings = namingsOf(object);
  const found: Naming[] = [];
  const own = namings.get(principal);
  if (own !== undefined) found.push(own);
  for (const group of groups) {
    const one = namings.get(group);
    if (one !== undefined) found.push(one);
  }
  const ofAccount = principal.kind === 'service account' ? rolesIn(object, principal.roles) : [];
  if (found.length === 0) return ofAccount.length === 0 ? nothing : { ...nothing, roles: ofAccount };
  return {
    roles:
      principal.kind === 'service account'
        ? ofAccount
        : inOrder(
            object.roles.values(),
            found.map(({ roles }) => roles),
          ),
    policies: inOrder(
      object.policies,
      found.map(({ policies }) => policies),
    ),
    isOpen: found.some(({ isOpen }) => isOpen),
  };
}

function rolesIn(object: ObjectSymbol, roles: readonly { readonly role: Role }[]): readonly Role[] {
  return roles.flatMap(({ role }) => (role.object === object ? [role] : []));
}

function inOrder<T>(all: Iterable<T>, named: readonly ReadonlySet<T>[]): readonly T[] {
  if (named.every(({ size }) => size === 0)) return [];
  const [only] = named;
  if (only !== undefined && named.length === 1) return [...only];
  return [...all].filter((each) => named.some((some) => some.has(each)));
}
