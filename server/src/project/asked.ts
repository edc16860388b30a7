// The answers of a project's queries and the outcomes of its expectations, those of before where nothing changed that they look at.

import type { Answer, Outcome } from '../access/answer.ts';
import { answerQuestion } from '../access/answer-question.ts';
import { checkExpectation } from '../access/expectation.ts';
import type { AccessIndex } from '../access/index/access-index.ts';
import type { AskedQuestion, Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { BoundQuestion } from '../model/question.ts';
import type { ObjectSymbol } from '../model/symbols.ts';
import { accountsText } from '../rules/accounts.ts';
import type { Place } from '../rules/finding.ts';
import { isSame } from '../text/same.ts';
import { accountsOfOrganization, aroundObject } from './surroundings.ts';

export interface Asking {
  readonly model: Model;
  readonly index: () => AccessIndex;
  readonly today: number;
  readonly place: (origin: Origin) => Place;
}

export interface Answered {
  readonly asked: AskedQuestion;
  readonly place: Place;
  readonly answer: Answer;
}

export interface Checked {
  readonly asked: AskedQuestion;
  readonly place: Place;
  readonly outcome: Outcome;
}

/** In order of files and positions. */
export function answersOf(asking: Asking): Answered[] {
  const { model, index, today, place } = asking;
  const kept = keeperOf(asking, answers);
  return asked(model, 'query').map((each) => ({
    asked: each,
    place: place(each.origin),
    answer: kept(each, (question) => answerQuestion(model, question, today, index)) ?? {
      kind: 'error',
      reason: 'the question or what it names is broken',
    },
  }));
}

/** Likewise. */
export function outcomesOf(asking: Asking): Checked[] {
  const { model, index, today, place } = asking;
  const kept = keeperOf(asking, outcomes);
  return asked(model, 'expect').map((each) => ({
    asked: each,
    place: place(each.origin),
    outcome: kept(each, (question) => checkExpectation(model, question, today, index)) ?? {
      outcome: 'error',
      reason: 'the expectation or what it names is broken',
      counterexample: undefined,
    },
  }));
}

function asked({ questions }: Model, kind: 'query' | 'expect'): readonly AskedQuestion[] {
  return questions.filter(({ declaration }) => declaration.kind === kind);
}

interface Kept<T> {
  /** What it may have looked at, whatever it asks. */
  readonly everywhere: object;
  /** What else it may have looked at. */
  readonly seen: readonly unknown[];
  readonly value: T;
}

/** A question that is the same one names what it named: only what that stands among may be different. */
type Keep<T> = WeakMap<AskedQuestion, Kept<T>>;

const answers: Keep<Answer> = new WeakMap();
const outcomes: Keep<Outcome> = new WeakMap();

const lastSeen = new WeakMap<Model['ground'], readonly unknown[]>();

/** The same object for two states in which all is the same that any question may look at. */
function seenEverywhere({ model, today }: Asking): readonly unknown[] {
  // Where one record gives a role in a whole object, every record counts.
  const records = model.semantics.autoShareReach === 'object' ? [...model.records.values()] : [];
  const now = [today, accountsText(model), ...accountsOfOrganization(model), ...records];
  const last = lastSeen.get(model.ground);
  if (last !== undefined && isSame(last, now)) return last;
  lastSeen.set(model.ground, now);
  return now;
}

/** Gives what is known of a question, or finds it out; undefined of one that is broken. */
function keeperOf<T>(
  asking: Asking,
  keep: Keep<T>,
): (each: AskedQuestion, find: (question: BoundQuestion) => T) => T | undefined {
  const { model } = asking;
  const everywhere = seenEverywhere(asking);
  const broken = brokenText(model);
  const around = new Map<ObjectSymbol, readonly unknown[]>();
  const seenFor = (object: ObjectSymbol | undefined, isList: boolean): readonly unknown[] => {
    if (object === undefined) return isList ? [broken] : nothing;
    const own = around.get(object) ?? [object, ...aroundObject(model, object)];
    around.set(object, own);
    return isList ? [broken, ...own] : own;
  };
  return (each, find) => {
    const { question } = each;
    if (question === undefined) return undefined;
    const object = 'place' in question && question.place.kind === 'object' ? question.place.object : undefined;
    // A list is made another way where anything is broken.
    const isList = question.kind !== 'can' && question.kind !== 'use' && question.kind !== 'invite';
    const seen = seenFor(object, isList);
    const known = keep.get(each);
    if (known !== undefined && known.everywhere === everywhere && isSame(known.seen, seen)) return known.value;
    const value = find(question);
    keep.set(each, { everywhere, seen, value });
    return value;
  };
}

const nothing: readonly never[] = [];

/** What errors leave open, object by object. */
function brokenText({ broken: { objects } }: Model): string {
  return [...objects]
    .flatMap(([{ name }, { roles, sight, accounts }]) =>
      roles || sight || accounts ? [JSON.stringify([name, roles, sight, accounts])] : [],
    )
    .join('\n');
}
