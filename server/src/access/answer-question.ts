// Answers of queries.

import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { BoundQuestion } from '../model/question.ts';
import type { Principal } from '../model/symbols.ts';
import { isSound } from './actor.ts';
import type { Answer, Decision } from './answer.ts';
import { decide } from './decide.ts';
import type { AccessIndex } from './index/access-index.ts';
import { listHolders } from './index/list.ts';
import { decideInvite, decideUse } from './invite.ts';
import { reasonOf } from './reason.ts';
import { whatCan } from './what.ts';
import { whoCan } from './who.ts';

/**
 * `today`: the evaluation date where the question names none, as days since 1970-01-01. `index`: that of the model for
 * that day, where there is one; with it lists are made faster, and come out the same.
 */
export function answerQuestion(
  model: Model,
  question: BoundQuestion,
  today: number,
  index?: () => AccessIndex,
): Answer {
  const date = question.asOf ?? today;
  switch (question.kind) {
    case 'can':
      return decided(question.principal, () => decide(model, { ...question, today: date }));
    case 'invite':
      return decided(question.principal, () => decideInvite(model, question.principal, question.address, date));
    case 'use':
      if (!isSound(question.account)) return broken(question.account);
      return decided(question.principal, () => decideUse(model, question.principal, question.account));
    case 'who':
      return (date === today && index && listHolders(index(), question)) || whoCan(model, question, date);
    case 'what':
      return isSound(question.principal) ? whatCan(model, question, date) : broken(question.principal);
    case 'except':
      return { kind: 'error', reason: 'this is an expectation, not a question' };
  }
}

function broken(principal: Principal): Answer {
  return { kind: 'error', reason: `\`${principalPath(principal)}\` is declared with an error` };
}

function decided(principal: Principal, make: () => Decision): Answer {
  if (!isSound(principal)) return broken(principal);
  const decision = make();
  const reason = reasonOf(decision, principal);
  const [doubt] = decision.doubts;
  return { kind: 'decision', principal, decision, reason: doubt === undefined ? reason : `${reason} (${doubt})` };
}
