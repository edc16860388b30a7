// Every way in which a record is in an actor's sight (step 5 of section 5 of the language).
import { evaluate } from '../condition/evaluate.ts';
import { always } from '../model/formulas.ts';
import type { RecordFacts } from '../model/symbols.ts';
import { amongst, membership } from './actor.ts';
import type { SightWay } from './answer.ts';
import { grantsAdmin } from './permission-ways.ts';
import { inForce, type Scope, sceneOf } from './question-scope.ts';
import { relationOf, relationWays } from './relations.ts';

type Way = SightWay extends infer W ? (W extends unknown ? Omit<W, 'holds'> : never) : never;

export function sightWays(scope: Scope, facts: RecordFacts): SightWay[] {
  const scene = sceneOf(scope);
  const ways: Way[] = [
    ...byAdmin(scope),
    ...byPolicy(scope, facts),
    ...byShare(scope, facts),
    ...byAutoShare(scope, facts),
  ];
  return ways.map((way): SightWay => ({ ...way, holds: evaluate(way.when, scene) }));
}

/** `ADMIN` held by membership at the organization sees every record; one that auto-share gives does not. */
function byAdmin({ model, actor, today }: Scope): Way[] {
  if (!model.semantics.adminSeesAllRecords) return [];
  return [...model.roles.values()].flatMap((role): Way[] => {
    const member = grantsAdmin(role) && inForce(role, today) ? membership(actor, role) : undefined;
    return member === undefined ? [] : [{ by: 'admin', role, through: member.through, when: always }];
  });
}

function byPolicy({ actor }: Scope, facts: RecordFacts): Way[] {
  return facts.object.policies.flatMap((policy): Way[] => {
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
