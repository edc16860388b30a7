// The places at which a change can grant anything.
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol, RecordFacts } from '../../model/symbols.ts';
import { notesOn } from '../../text/notes.ts';
import type { Memberships } from './memberships.ts';
import { namedIn } from './named.ts';
import type { Change, Wish } from './types.ts';

/** The organization, any record of an object, or one record of which something is said. */
export interface Spot {
  readonly facts: RecordFacts | undefined;
  /** True of the one record. */
  readonly given: boolean;
}

/** Of symbols of the model: where the changes might let somebody do more, the object that was asked about first. */
export function spotsOf(model: Model, wish: Wish, changes: readonly Change[], memberships: Memberships): Spot[] {
  const objects = new Set<ObjectSymbol>();
  let organization = false;
  const everywhere = () => {
    organization = true;
    for (const object of model.objects.values()) objects.add(object);
  };
  const asked = wish.kind === 'can' && wish.place.kind === 'object' ? wish.place : undefined;
  for (const change of changes) {
    if (change.kind === 'activate') everywhere();
    else if ('role' in change) {
      if (change.role.object === undefined) everywhere();
      else objects.add(change.role.object);
    } else if (change.kind === 'name-in-policy') objects.add(change.policy.object);
    else if (change.kind === 'new-policy') objects.add(change.object);
    else if ('facts' in change && model.semantics.autoShareReach === 'object') objects.add(change.facts.object);
  }
  const named = namedIn(model);
  for (const [user, groups] of memberships) {
    const before = model.groupsOf.get(user);
    for (const group of groups) {
      if (before?.has(group) === true) continue;
      const { inOrganization, objects: naming, asking } = named.of(group);
      if (inOrganization) everywhere();
      for (const object of [...naming, ...named.withGroupFields]) objects.add(object);
      for (const policy of asking) objects.add(policy.object);
    }
  }
  const record = asked?.given === true ? [{ facts: asked.facts, given: true }] : [];
  const first = asked !== undefined && objects.delete(asked.object) ? [asked.object] : [];
  const all = (of: Iterable<ObjectSymbol>) => [...of].map((object) => ({ facts: nothingSaid(object), given: false }));
  return [...all(first), ...record, ...all(objects), ...(organization ? [{ facts: undefined, given: false }] : [])];
}

const unsaid = notesOn<ObjectSymbol, RecordFacts>();

/** A record of which nothing is said: always the same one of the same object. */
function nothingSaid(object: ObjectSymbol): RecordFacts {
  const known = unsaid.get(object) ?? { object, values: new Map(), relations: new Map() };
  unsaid.set(object, known);
  return known;
}
