// The decision itself: section 5 of the language, with every reason kept.
import { evaluate } from '../condition/evaluate.ts';
import { satisfy } from '../condition/solve.ts';
import { always, never } from '../model/formulas.ts';
import type { Model } from '../model/model.ts';
import type { Formula } from '../model/symbols.ts';
import { isActive } from './actor.ts';
import type { Decision, Refusal } from './answer.ts';
import { doubtsOf } from './doubts.ts';
import { type Asked, allowedWhen, type Grounds, groundsOf } from './grounds.ts';
import { openRelations } from './open-relations.ts';
import { sceneOf } from './question-scope.ts';
import { worldOf } from './world.ts';

export function decide(model: Model, asked: Asked): Decision {
  const grounds = groundsOf(model, asked);
  const when = narrow(grounds, allowedWhen(grounds));
  const outcome = outcomeOf(when);
  const refusal = outcome === 'refused' ? refusalOf(asked, grounds) : undefined;
  const doubts = outcome === 'allowed' ? [] : doubtsOf(grounds);
  const { permissions, sight, needsSight } = grounds;
  const relations = outcome === 'allowed' ? [] : openRelations(grounds, asked);
  return { outcome, refusal, when, permissions, sight, needsSight, openRelations: relations, doubts };
}

/** A condition that every record meets, or none, is said as such. */
function narrow(grounds: Grounds, when: Formula): Formula {
  if (when.op === 'true' || when.op === 'false') return when;
  const world = worldOf(grounds.scope);
  if (satisfy(when, world).kind === 'no') return never;
  return satisfy({ op: 'not', part: when }, world).kind === 'no' ? always : when;
}

function outcomeOf(when: Formula): Decision['outcome'] {
  if (when.op === 'true') return 'allowed';
  return when.op === 'false' ? 'refused' : 'allowed-when';
}

function refusalOf(asked: Asked, grounds: Grounds): Refusal {
  if (!isActive(asked.principal)) return 'inactive';
  return evaluate(grounds.held, sceneOf(grounds.scope)) === 'false' ? 'no-role' : 'no-data-access';
}
