// In which objects those who hold a role have any use of it: data access, something that acts as them, an expectation.
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { ObjectSymbol, Principal, Role, ServiceAccount, User } from '../model/symbols.ts';
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

type Uses = ReadonlyMap<Principal, readonly Use[]>;

const usesOf = new WeakMap<Model, Uses>();

/** The objects that holders need, each with what shows it first. */
export function usedObjects(model: Model, { names }: Pick<Holders, 'names'>): Map<ObjectSymbol, Use> {
  const uses = usesOf.get(model) ?? allUses(model);
  usesOf.set(model, uses);
  const used = new Map<ObjectSymbol, Use>();
  for (const name of names)
    for (const use of uses.get(name) ?? []) {
      const known = used.get(use.object);
      if (known === undefined || weightOf(use) < weightOf(known)) used.set(use.object, use);
    }
  return used;
}

const kinds: readonly Use['by'][] = ['policy', 'share', 'action', 'expectation'];

function weightOf({ by }: Use): number {
  return kinds.indexOf(by);
}

function allUses(model: Model): Uses {
  const uses = new Map<Principal, Use[]>();
  const add = (who: Principal, use: Omit<Use, 'who'>) => {
    const known = uses.get(who);
    if (known === undefined) uses.set(who, [{ ...use, who }]);
    else known.push({ ...use, who });
  };
  for (const object of model.objects.values())
    for (const { to, origin } of object.policies)
      for (const each of to) add(each.subject, { object, by: 'policy', origin: each.origin ?? origin });
  for (const { facts, origin } of model.records.values())
    for (const who of facts?.relations.get('share') ?? [])
      if (facts !== undefined) add(who, { object: facts.object, by: 'share', origin });
  for (const runner of runners(model))
    for (const step of runner.steps) {
      const acting = actingPrincipal(runner, actorOfStep(runner, step));
      if (acting !== undefined && step.target !== undefined)
        add(acting, { object: step.target, by: 'action', origin: step.origin });
    }
  for (const { question, declaration, origin } of model.questions)
    if (declaration.kind === 'expect' && question?.kind === 'can' && question.place.kind === 'object')
      add(question.principal, { object: question.place.object, by: 'expectation', origin });
  return uses;
}
