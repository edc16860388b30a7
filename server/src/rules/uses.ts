// In which objects those who hold a role have any use of it: data access, something that acts as them, an expectation.

import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { ObjectSymbol, Principal, Role, ServiceAccount, User } from '../model/symbols.ts';
import { grouped } from '../text/grouped.ts';
import { notesOn } from '../text/notes.ts';
import { actingPrincipal, actorOfStep, runners } from './acting.ts';
import { accountsWith } from './holders.ts';
import { peopleWith } from './memberships.ts';

export interface Holders {
  readonly people: ReadonlySet<User>;
  readonly accounts: readonly ServiceAccount[];
  /** Everything by which a policy, share or expectation can name a holder. */
  readonly names: ReadonlySet<Principal>;
}

/** The active holders of a role. Whom auto-share gives it is not known. */
export function holdersBy(model: Model, role: Role): Holders {
  const people = peopleWith(role);
  const accounts = accountsWith(model, role).filter(({ inactive }) => !inactive);
  const named = namesOf.get(model.groupsOf)?.get(role) ?? findNames(model, role);
  return { people, accounts, names: accounts.length === 0 ? named : new Set([...accounts, ...named]) };
}

/** By who is in which groups. */
const namesOf = new WeakMap<Model['groupsOf'], WeakMap<Role, ReadonlySet<Principal>>>();

function findNames({ groupsOf }: Model, role: Role): ReadonlySet<Principal> {
  const names = new Set<Principal>();
  for (const { member } of role.members) names.add(member);
  for (const user of peopleWith(role)) {
    names.add(user);
    for (const group of groupsOf.get(user) ?? []) names.add(group);
  }
  const known = namesOf.get(groupsOf) ?? new WeakMap<Role, ReadonlySet<Principal>>();
  namesOf.set(groupsOf, known);
  known.set(role, names);
  return names;
}

/** What shows that an object is needed by somebody. */
export interface Use {
  readonly object: ObjectSymbol;
  readonly by: 'policy' | 'share' | 'action' | 'expectation';
  readonly who: Principal;
  /** Undefined of a default policy that is not written. */
  readonly origin: Origin | undefined;
}

/** The objects that holders need, in the order of the project, each with what shows it first. */
export function usedObjects(model: Model, { names }: Pick<Holders, 'names'>): Map<ObjectSymbol, Use> {
  const others = otherUses.get(model) ?? findOtherUses(model);
  otherUses.set(model, others);
  const used = new Map<ObjectSymbol, Use>();
  for (const object of model.objects.values()) {
    const use = policyFor(names, object) ?? others.get(object)?.find(({ who }) => names.has(who));
    if (use !== undefined) used.set(object, use);
  }
  return used;
}

const policiesFor = new WeakMap<ReadonlySet<Principal>, WeakMap<ObjectSymbol, { readonly use: Use | undefined }>>();

/** A policy that names one of them. */
function policyFor(names: ReadonlySet<Principal>, object: ObjectSymbol): Use | undefined {
  const all = policiesFor.get(names) ?? new WeakMap<ObjectSymbol, { readonly use: Use | undefined }>();
  policiesFor.set(names, all);
  const known = all.get(object) ?? { use: findPolicy(names, object) };
  all.set(object, known);
  return known.use;
}

/** One that names them by more than that everybody is meant says most, wherever it stands. */
function findPolicy(names: ReadonlySet<Principal>, object: ObjectSymbol): Use | undefined {
  let everybodys: Use | undefined;
  for (const { to, origin } of object.policies)
    for (const { subject: who, origin: own } of to) {
      if (!names.has(who)) continue;
      const use = { object, by: 'policy', who, origin: own ?? origin } as const;
      if (who.kind !== 'group' || who.system === undefined) return use;
      everybodys ??= use;
    }
  return everybodys;
}

/** By the object that is needed: all but policies, what says most first. */
type OtherUses = ReadonlyMap<ObjectSymbol, readonly Use[]>;

const otherUses = notesOn<Model, OtherUses>();

const kinds: readonly Use['by'][] = ['share', 'action', 'expectation'];

function weightOf({ by }: Use): number {
  return kinds.indexOf(by);
}

function findOtherUses(model: Model): OtherUses {
  const uses: Use[] = [];
  for (const { facts, origin } of model.records.values())
    for (const who of facts?.relations.get('share') ?? [])
      if (facts !== undefined) uses.push({ object: facts.object, by: 'share', who, origin });
  for (const runner of runners(model))
    for (const step of runner.steps) {
      const who = actingPrincipal(runner, actorOfStep(runner, step));
      if (who !== undefined && step.target !== undefined)
        uses.push({ object: step.target, by: 'action', who, origin: step.origin });
    }
  for (const { question, declaration, origin } of model.questions)
    if (declaration.kind === 'expect' && question?.kind === 'can' && question.place.kind === 'object')
      uses.push({ object: question.place.object, by: 'expectation', who: question.principal, origin });
  return grouped(
    uses.sort((a, b) => weightOf(a) - weightOf(b)),
    ({ object }) => object,
  );
}
