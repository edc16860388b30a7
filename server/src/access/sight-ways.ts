// Every way in which a record is in an actor's sight (step 5 of section 5 of the language).
import { evaluate } from '../condition/evaluate.ts';
import { always } from '../model/formulas.ts';
import type { Model } from '../model/model.ts';
import type { RecordFacts, Role } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { amongst, membership } from './actor.ts';
import type { SightWay } from './answer.ts';
import { namedHere } from './named-at.ts';
import { grantsAdmin } from './permission-ways.ts';
import { inForce, type Scope, sceneOf } from './question-scope.ts';
import { relationOf, relationWays } from './relations.ts';

type Way = SightWay extends infer W ? (W extends unknown ? Omit<W, 'holds'> : never) : never;

const kinds: Readonly<Record<SightWay['by'], (scope: Scope, facts: RecordFacts) => Way[]>> = {
  admin: byAdmin,
  policy: byPolicy,
  share: byShare,
  'auto-share': byAutoShare,
};
const all: readonly SightWay['by'][] = ['admin', 'policy', 'share', 'auto-share'];

export function sightWays(scope: Scope, facts: RecordFacts): SightWay[] {
  const scene = sceneOf(scope);
  const ways = all.flatMap((kind) => kinds[kind](scope, facts));
  return ways.map((way): SightWay => ({ ...way, holds: evaluate(way.when, scene) }));
}

/** Whether any way, of these kinds, holds or may hold. */
export function hasSight(scope: Scope, facts: RecordFacts, of: readonly SightWay['by'][] = all): boolean {
  const scene = sceneOf(scope);
  return of.some((kind) => kinds[kind](scope, facts).some(({ when }) => evaluate(when, scene) !== 'false'));
}

/** `ADMIN` held by membership at the organization sees every record; one that auto-share gives does not. */
function byAdmin({ model, actor, today }: Scope): Way[] {
  if (!model.semantics.adminSeesAllRecords) return [];
  return adminRoles(model).flatMap((role): Way[] => {
    const member = inForce(role, today) ? membership(actor, role) : undefined;
    return member === undefined ? [] : [{ by: 'admin', role, through: member.through, when: always }];
  });
}

const knownAdmins = notesOn<Model, readonly Role[]>();

/** Roles of the organization that grant `ADMIN`; few of many, and asked for with every object. */
function adminRoles(model: Model): readonly Role[] {
  const found = knownAdmins.get(model) ?? [...model.roles.values()].filter(grantsAdmin);
  knownAdmins.set(model, found);
  return found;
}

function byPolicy({ actor }: Scope, facts: RecordFacts): Way[] {
  return namedHere(facts.object, actor).policies.flatMap((policy): Way[] => {
    const to = amongst(actor, (principal) => policy.to.some(({ subject }) => subject === principal));
    if (to === undefined || policy.when === undefined) return [];
    return [{ by: 'policy', policy, through: to.through, when: policy.when }];
  });
}

function byShare({ actor }: Scope, facts: RecordFacts): Way[] {
  const shared = relationWays(actor, facts, relationOf('share', 'records'));
  return shared.map(({ through, when }): Way => ({ by: 'share', through, when }));
}

function byAutoShare({ actor }: Scope, facts: RecordFacts): Way[] {
  return [...facts.object.recordShares].flatMap((word) => {
    const relation = relationOf(word, 'records');
    const ways = relationWays(actor, facts, relation);
    return ways.map(
      ({ through, when }): Way => ({ by: 'auto-share', word, relation: relation.relation, through, when }),
    );
  });
}
