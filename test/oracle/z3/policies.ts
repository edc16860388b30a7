// The pairs of conditions that real policies give: those of the samples and of the agreed readings, for everybody who may ask.
import { globSync } from 'node:fs';
import path from 'node:path';
import { at, root } from '../../../scripts/places.ts';
import { actorOf } from '../../../server/src/access/actor.ts';
import { worldOf } from '../../../server/src/access/world.ts';
import { keyOf } from '../../../server/src/condition/key.ts';
import type { Model } from '../../../server/src/model/model.ts';
import type { Formula, ObjectSymbol, Principal } from '../../../server/src/model/symbols.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { diskProject } from '../../support/snapshot.ts';
import type { Pair } from './pair.ts';

/** Every two conditions on the records of one object, each also with itself, for every user, group and service account. */
export async function policyPairs(): Promise<readonly Pair[]> {
  const settings = globSync('{samples,test/conformance}/*/writ.json', { cwd: root }).sort();
  const pairs: Pair[] = [];
  for (const file of settings) {
    const snapshot = await diskProject(...path.dirname(path.relative(root, at(file))).split(path.sep));
    for (const object of snapshot.model.objects.values()) pairs.push(...pairsOf(snapshot, object));
  }
  return pairs;
}

function pairsOf({ model, input }: Snapshot, object: ObjectSymbol): Pair[] {
  const conditions = conditionsOn(object, model);
  const two = conditions.flatMap((a, i) => conditions.slice(i).map((b) => ({ a, b })));
  return principalsIn(model).flatMap((principal) => {
    const actor = actorOf(model, principal);
    const world = worldOf({ model, actor, facts: undefined, given: false, today: input.today });
    return two.map((pair) => ({ ...pair, world, known: new Map() }));
  });
}

function principalsIn(model: Model): Principal[] {
  const accounts = [...model.objects.values()].flatMap((object) => [...object.accounts.values()]);
  return [...model.users.values(), ...model.groups.values(), ...accounts];
}

/** What policies, steps of automations and agents, and questions say of the object's records, each once. */
function conditionsOn(object: ObjectSymbol, model: Model): Formula[] {
  const policies = object.policies.map(({ when }) => when);
  const runners = [...model.objects.values()].flatMap(({ automations, agents }) => [...automations, ...agents]);
  const steps = runners.flatMap((runner) => runner.steps).filter(({ target }) => target === object);
  const questions = model.questions.map(({ question }) => {
    const place = question !== undefined && 'place' in question ? question.place : undefined;
    return place?.kind === 'object' && place.object === object ? place.when : undefined;
  });
  const all = [...policies, ...steps.map(({ where }) => where), ...questions].filter((each) => each !== undefined);
  return [...new Map(all.map((formula) => [keyOf(formula), formula])).values()];
}
