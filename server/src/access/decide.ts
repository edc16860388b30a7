// The decision itself: section 5 of the language, with every reason kept.
import { evaluate } from '../condition/evaluate.ts';
import type { Model } from '../model/model.ts';
import type { Formula } from '../model/symbols.ts';
import { isActive } from './actor.ts';
import type { Decision, Refusal } from './answer.ts';
import { doubtsOf } from './doubts.ts';
import { type Asked, allowedWhen, type Grounds, groundsOf, spokenOf } from './grounds.ts';
import { narrow } from './narrow.ts';
import { openRelations } from './open-relations.ts';
import { sceneOf } from './question-scope.ts';
import { shakyReason } from './shaky.ts';

export function decide(model: Model, asked: Asked): Decision {
  const grounds = groundsOf(model, asked);
  const when = narrow(grounds, allowedWhen(grounds), spokenOf(grounds, asked.place));
  const outcome = outcomeOf(when);
  const refusal = outcome === 'refused' ? refusalOf(asked, grounds) : undefined;
  const shaky = outcome === 'allowed' ? shakyReason(grounds, asked.place) : undefined;
  const doubts = outcome === 'allowed' ? (shaky === undefined ? [] : [shaky]) : doubtsOf(grounds);
  const { permissions, sight, needsSight } = grounds;
  const relations = outcome === 'allowed' ? [] : openRelations(grounds, asked);
  return { outcome, refusal, when, permissions, sight, needsSight, openRelations: relations, doubts };
}

function outcomeOf(when: Formula): Decision['outcome'] {
  if (when.op === 'true') return 'allowed';
  return when.op === 'false' ? 'refused' : 'allowed-when';
}

function refusalOf(asked: Asked, grounds: Grounds): Refusal {
  if (!isActive(asked.principal)) return 'inactive';
  return evaluate(grounds.held, sceneOf(grounds.scope)) === 'false' ? 'no-role' : 'no-data-access';
}
