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

/** What a decision follows from: its grounds, for which records they allow, and of which records the question speaks. */
export interface Basis {
  readonly grounds: Grounds;
  readonly allowed: Formula;
  readonly spoken: Formula;
}

export function basisOf(model: Model, asked: Asked): Basis {
  const grounds = groundsOf(model, asked);
  return { grounds, allowed: allowedWhen(grounds), spoken: spokenOf(grounds, asked.place) };
}

export function decide(model: Model, asked: Asked): Decision {
  return decisionOn(asked, basisOf(model, asked));
}

export function decisionOn(asked: Asked, { grounds, allowed, spoken }: Basis): Decision {
  const when = narrow(grounds, allowed, spoken);
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
