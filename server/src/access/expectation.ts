// Outcomes of expectations. Nothing that could not be decided, and nothing that broken text could change, has held.
import { reduce } from '../condition/reduce.ts';
import { satisfy } from '../condition/solve.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { BoundCan, BoundExcept, BoundPlace, BoundQuestion } from '../model/question.ts';
import type { Content, Field, Formula, Principal } from '../model/symbols.ts';
import { isSound } from './actor.ts';
import type { Decision, Outcome } from './answer.ts';
import { basisOf, decisionOn } from './decide.ts';
import { doubtsAbout, doubtsOf } from './doubts.ts';
import type { Asked, Grounds } from './grounds.ts';
import type { AccessIndex } from './index/access-index.ts';
import { mayHold } from './index/list.ts';
import { decideInvite, decideUse } from './invite.ts';
import { candidates } from './principals.ts';
import { sceneOf } from './question-scope.ts';
import { reasonOf } from './reason.ts';
import { shakyReason } from './shaky.ts';
import { worldOf } from './world.ts';

const outcome = (kind: Outcome['outcome'], reason: string, counterexample?: Outcome['counterexample']): Outcome => ({
  outcome: kind,
  reason,
  counterexample,
});

/**
 * `today`: the evaluation date where the question names none, as days since 1970-01-01. `index`: that of the model for
 * that day, where there is one; with it `only` and `nobody` look at those only who may, and come out the same.
 */
export function checkExpectation(
  model: Model,
  question: BoundQuestion,
  today: number,
  index?: () => AccessIndex,
): Outcome {
  const date = question.asOf ?? today;
  switch (question.kind) {
    case 'can':
      return checkCan(model, question, date);
    case 'except':
      return checkExcept(model, question, date, date === today ? index : undefined);
    case 'invite':
      return settle(question, decideInvite(model, question.principal, question.address, date));
    case 'use':
      return isSound(question.account)
        ? settle(question, decideUse(model, question.principal, question.account))
        : unsound(question.account);
    case 'who':
    case 'what':
      return outcome('error', 'a list is no expectation');
  }
}

/** A decision without a record. */
function settle({ principal, negated }: { principal: Principal; negated: boolean }, decision: Decision): Outcome {
  if (!isSound(principal)) return unsound(principal);
  const reason = reasonOf(decision, principal);
  const allowed = decision.outcome === 'allowed';
  const [doubt] = decision.doubts;
  if (!allowed && doubt !== undefined) return outcome('error', `${reason}, but ${doubt}`);
  return allowed === negated
    ? outcome('failed', reason, { principal, record: undefined, open: new Map() })
    : outcome('held', reason);
}

function unsound(principal: Principal): Outcome {
  return outcome('error', `\`${principalPath(principal)}\` is declared with an error`);
}

function checkCan(model: Model, question: BoundCan, today: number): Outcome {
  const { principal, permissions, place, negated } = question;
  if (!isSound(principal)) return unsound(principal);
  const asked: Asked = { principal, permissions, place, today };
  const basis = basisOf(model, asked);
  const { grounds, allowed, spoken } = basis;
  const against: Formula = { op: 'and', parts: [spoken, negated ? allowed : { op: 'not', part: allowed }] };
  const found = satisfy(reduce(against, sceneOf(grounds.scope)), worldOf(grounds.scope));
  const [doubt] = negated || found.kind !== 'no' ? doubtsOf(grounds) : [];
  const reason = reasonOf(decisionOn(asked, basis), principal);
  if (found.kind === 'unknown') return outcome('error', 'not decided: the conditions are more than can be weighed');
  if (found.kind === 'no') {
    const shaky = negated ? doubt : shakyReason(grounds, place);
    return shaky === undefined ? outcome('held', reason) : outcome('error', `${reason}, but ${shaky}`);
  }
  if (!negated && doubt !== undefined) return outcome('error', `${reason}, but ${doubt}`);
  return outcome('failed', reason, { principal, record: recordOf(grounds, found.record), open: found.record });
}

/** What is said of the record, and what was found for the rest. */
function recordOf({ scope }: Grounds, found: ReadonlyMap<Field, Content>): ReadonlyMap<Field, Content> | undefined {
  return scope.facts === undefined ? undefined : new Map([...scope.facts.values, ...found]);
}

export function isExcepted(model: Model, except: readonly Principal[], principal: Principal): boolean {
  if (except.includes(principal)) return true;
  return (
    principal.kind === 'user' &&
    except.some((each) => each.kind === 'group' && model.groupsOf.get(principal)?.has(each) === true)
  );
}

function checkExcept(model: Model, question: BoundExcept, today: number, index?: () => AccessIndex): Outcome {
  const { permissions, place, except } = question;
  const few = index && mayHold(index(), question);
  const found = few && firstOf(model, question, today, few);
  // Of whom nothing could be decided the index says too little to pass over others.
  const open = few === undefined || found?.outcome === 'error' ? firstOfAll() : found;
  // Whoever holds no role for it at all is refused, unless broken text might have granted one.
  const [doubt] = broadestDoubts(model, place);
  if (open === undefined && doubt !== undefined) return outcome('error', doubt);
  const others = except.length === 0 ? 'nobody can' : 'nobody else can';
  return open ?? outcome('held', others);

  function firstOfAll(): Outcome | undefined {
    return firstOf(model, question, today, candidates(model, { permissions, place, today }));
  }
}

/** The first of them who can, else the first of whom it is open; undefined where nobody can. */
function firstOf(
  model: Model,
  { permissions, place, except }: BoundExcept,
  today: number,
  principals: readonly Principal[],
): Outcome | undefined {
  let open: Outcome | undefined;
  for (const principal of principals) {
    if (isExcepted(model, except, principal)) continue;
    const one = checkNobody(model, { principal, permissions, place, today });
    if (one?.outcome === 'failed') return one;
    open ??= one;
  }
  return open;
}

function broadestDoubts(model: Model, place: BoundPlace): readonly string[] {
  const facts = place.kind === 'object' ? place.facts : undefined;
  const doubts = doubtsAbout(model, { facts, roleMissing: true, needsSight: false });
  for (const [object, { accounts }] of model.broken.objects)
    if (accounts) doubts.push(`a service account of \`${object.name}\` is broken and might hold a role for it`);
  return doubts;
}

/** Undefined where the principal can for no record. */
function checkNobody(model: Model, asked: Asked): Outcome | undefined {
  const { principal } = asked;
  if (!isSound(principal)) return unsound(principal);
  const basis = basisOf(model, asked);
  const { grounds, allowed, spoken } = basis;
  const [doubt] = doubtsOf(grounds);
  if (allowed.op !== 'false') {
    const found = satisfy(
      reduce({ op: 'and', parts: [spoken, allowed] }, sceneOf(grounds.scope)),
      worldOf(grounds.scope),
    );
    const name = principalPath(principal);
    if (found.kind === 'unknown')
      return outcome('error', `not decided for \`${name}\`: the conditions are more than can be weighed`);
    if (found.kind === 'yes') {
      const reason = `\`${name}\` can: ${reasonOf(decisionOn(asked, basis), principal)}`;
      return outcome('failed', reason, { principal, record: recordOf(grounds, found.record), open: found.record });
    }
  }
  return doubt === undefined ? undefined : outcome('error', doubt);
}
