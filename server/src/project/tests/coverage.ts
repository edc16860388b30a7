// Which grants, policies and comparisons the expectations of a project rest on, and which on none.
import { atomsOf } from '../../condition/operands.ts';
import type { Model } from '../../model/model.ts';
import type { Atom, Policy, Role, RoleGrant } from '../../model/symbols.ts';
import type { Place } from '../../rules/finding.ts';
import { allRoles } from '../../rules/roles.ts';
import { notesOn } from '../../text/notes.ts';
import { comparePlaces } from '../order.ts';
import type { Snapshot } from '../types.ts';
import { addDecisive, type Decisive, nothingDecisive } from './decisive.ts';

interface Base<K extends string> {
  readonly kind: K;
  readonly place: Place;
  /** How many expectations rest on it. */
  readonly times: number;
}

/** A grant of a role, or a policy. */
export type Covered =
  | (Base<'grant'> & { readonly role: Role })
  | (Base<'policy'> & { readonly policy: Policy })
  /** A comparison of the condition of a policy: how many rest on a record that meets it, and on one that does not. */
  | (Omit<Base<'comparison'>, 'times'> & { readonly policy: Policy; readonly met: number; readonly unmet: number });

const known = notesOn<Snapshot, readonly Covered[]>();

/** Everything that could be covered, in order of files and positions. An expectation that came out as `error` covers nothing. */
export function coverageOf(snapshot: Snapshot): readonly Covered[] {
  const found = known.get(snapshot) ?? findCoverage(snapshot);
  known.set(snapshot, found);
  return found;
}

function findCoverage(snapshot: Snapshot): readonly Covered[] {
  const { model, input } = snapshot;
  const decisive = nothingDecisive();
  for (const { asked, outcome } of snapshot.outcomes)
    if (asked.question !== undefined && outcome.outcome !== 'error')
      addDecisive(decisive, model, asked.question, input.today);
  const written = [...ofRoles(model, snapshot, decisive), ...ofPolicies(model, snapshot, decisive)];
  return written.sort((a, b) => comparePlaces(a.place, b.place));
}

/** True where some expectation rests on it; of a comparison, on both of its sides. */
export function isCovered(one: Covered): boolean {
  return one.kind === 'comparison' ? one.met > 0 && one.unmet > 0 : one.times > 0;
}

function ofRoles(model: Model, { place }: Snapshot, { grants }: Decisive): Covered[] {
  const written = (role: Role, grant: RoleGrant): Covered => ({
    kind: 'grant',
    place: place(grant.origin),
    times: grants.get(grant) ?? 0,
    role,
  });
  return allRoles(model).flatMap((role) => role.grants.map((grant) => written(role, grant)));
}

function ofPolicies(model: Model, { place }: Snapshot, { policies, met, unmet }: Decisive): Covered[] {
  return [...model.objects.values()].flatMap((object) =>
    object.policies.flatMap((policy): Covered[] => {
      const { origin, when } = policy;
      if (origin === undefined || when === undefined) return [];
      const comparisons = atomsOf(when).flatMap((atom: Atom): Covered[] =>
        atom.origin === undefined
          ? []
          : [
              {
                kind: 'comparison',
                place: place(atom.origin),
                policy,
                met: met.get(atom) ?? 0,
                unmet: unmet.get(atom) ?? 0,
              },
            ],
      );
      return [{ kind: 'policy', place: place(origin), times: policies.get(policy) ?? 0, policy }, ...comparisons];
    }),
  );
}
