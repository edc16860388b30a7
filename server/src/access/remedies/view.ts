// A model as it would be after some changes: everything that a decision looks at, and nothing of it copied in vain.
import type { Model } from '../../model/model.ts';
import type { BoundPlace } from '../../model/question.ts';
import type { Formula, ObjectSymbol, Organization, Principal, RecordFacts, RecordSymbol } from '../../model/symbols.ts';
import { groupsOf } from '../actor.ts';
import { copyFormula, withFormerMembers } from './copied-formula.ts';
import { copyFacts, copyObject, withCopies } from './copied-object.ts';
import { copiesOf } from './copied-people.ts';
import { newMemberships } from './memberships.ts';
import { mapped, overlay } from './overlay.ts';
import type { Change } from './types.ts';

/** Takes symbols of the model itself, gives what stands for them. */
export interface View {
  readonly model: Model;
  /** True where everybody is who they were, in the groups in which they were. */
  readonly samePeople: boolean;
  principal<P extends Principal>(of: P): P;
  object(of: ObjectSymbol): ObjectSymbol;
  facts(of: RecordFacts): RecordFacts;
  place(of: BoundPlace): BoundPlace;
  condition(of: Formula): Formula;
  /** What a condition said before the changes, in words of the model after them. */
  before(formula: Formula): Formula;
}

/**
 * The copy is one for decisions: of groups it changes who is in them, not their lists of members, and what a symbol
 * belongs to may still be the symbol of the model itself.
 */
export function viewOf(model: Model, changes: readonly Change[]): View {
  const copies = copiesOf(model, changes);
  const memberships = newMemberships(model, changes);
  const principal = <P extends Principal>(of: P) => (copies.people.get(of) ?? of) as P;
  const object = remembered((of: ObjectSymbol) => copyObject(of, changes, copies));
  const facts = remembered((of: RecordFacts): RecordFacts => copyFacts(of, object(of.object), changes, copies));
  const condition = (of: Formula) => copyFormula(of, copies.people);
  const record = (of: RecordSymbol): RecordSymbol => ({ ...of, facts: of.facts && facts(of.facts) });
  const groups = new Map([...memberships].map(([user, all]) => [principal(user), all]));
  const users = new Map(
    [...copies.people.values()].flatMap((each) => (each.kind === 'user' ? [[each.name, each]] : [])),
  );
  return {
    model: {
      ...model,
      organization: widened(model.organization, changes),
      users: overlay(model.users, users),
      groupsOf: overlay(model.groupsOf, groups),
      roles: withCopies(model.roles, copies.roles),
      objects: mapped(model.objects, object),
      records: mapped(model.records, record),
    },
    samePeople: copies.people.size === 0 && memberships.size === 0,
    principal,
    object,
    facts,
    condition,
    place: (of) =>
      of.kind === 'organization'
        ? of
        : { ...of, object: object(of.object), facts: facts(of.facts), when: of.when && condition(of.when) },
    before: (formula) => condition(withFormerMembers(formula, (user) => groupsOf(model, user), memberships)),
  };
}

function widened(organization: Organization, changes: readonly Change[]): Organization {
  const widening = changes.find((change) => change.kind === 'widen-invites');
  if (widening === undefined) return organization;
  const further = widening.domain === undefined ? [] : [widening.domain];
  return { ...organization, invites: widening.invites, domains: [...organization.domains, ...further] };
}

function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
