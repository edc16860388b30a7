// The answers of a project's queries and the outcomes of its expectations, those of before where nothing changed that they look at.

import type { Answer, Outcome } from '../access/answer.ts';
import { answerQuestion } from '../access/answer-question.ts';
import { checkExpectation } from '../access/expectation.ts';
import type { AccessIndex } from '../access/index/access-index.ts';
import { overlaps, setOf } from '../catalogue/permission-set.ts';
import type { AskedQuestion, Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { BoundCan, BoundQuestion } from '../model/question.ts';
import type { ObjectSymbol } from '../model/symbols.ts';
import { accountsText } from '../rules/accounts.ts';
import type { Place } from '../rules/finding.ts';
import { isAmong, type PeopleBits } from '../rules/people-bits.ts';
import { type RoleContents, roleContentsIn, turnsBetween } from '../rules/role-contents.ts';
import type { Turn } from '../rules/turn.ts';
import { type Notes, notesOn } from '../text/notes.ts';
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

/** Likewise, without places: most are wanted by rules, which speak of few. */
export function outcomesOf(asking: Omit<Asking, 'place'>): Checked[] {
  const { model, index, today } = asking;
  const kept = keeperOf(asking, outcomes, mayTurn(model));
  return asked(model, 'expect').map((each) => ({
    asked: each,
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
  /** What roles of the organization gave when it was last known to be so. */
  contents: RoleContents;
  /** What else it may have looked at. */
  readonly seen: readonly unknown[];
  readonly value: T;
}

/** A question that is the same one names what it named: only what that stands among may be different. */
interface Keep<T> {
  /** Of a state in which no error counts. */
  readonly sound: Notes<AskedQuestion, Kept<T>>;
  /** Of one in which some does. Whoever types comes and goes between the two. */
  readonly broken: Notes<AskedQuestion, Kept<T>>;
}

function newKeep<T>(): Keep<T> {
  return { sound: notesOn(), broken: notesOn() };
}

const answers = newKeep<Answer>();
const outcomes = newKeep<Outcome>();

const lastSeen = new WeakMap<Model['ground'] | Model['people'], readonly unknown[]>();

/** The same object for two states in which all is the same that any question may look at. */
function seenEverywhere({ model, today }: Pick<Asking, 'model' | 'today'>, around: object): readonly unknown[] {
  // Where one record gives a role in a whole object, every record counts.
  const records = model.semantics.autoShareReach === 'object' ? [...model.records.values()] : [];
  const accounts = around === model.ground ? accountsOfOrganization(model) : nothing;
  const now = [today, accountsText(model), ...accounts, ...records];
  const last = lastSeen.get(around);
  if (last !== undefined && isSame(last, now)) return last;
  lastSeen.set(around, now);
  return now;
}

/** Whether what roles of the organization gave at one time, and give now, may make a difference to a question. */
type MayTurn = (question: BoundCan, before: RoleContents, now: RoleContents) => boolean;

function mayTurn(model: Model): MayTurn {
  const known = new Map<RoleContents, readonly Turn[] | undefined>();
  return ({ principal, permissions }, before, now) => {
    if (before === now) return false;
    if (!known.has(before)) known.set(before, turnsBetween(model, before, now));
    const asked = setOf(permissions);
    const isHers = (people: PeopleBits) =>
      // An account that names one of them is another account then; a group may be named without anybody in it.
      principal.kind === 'user' && !principal.inactive
        ? isAmong(people, principal)
        : principal.kind !== 'service account';
    return (
      known.get(before)?.some((turn) => turn.isOpen || (overlaps(turn.permissions, asked) && isHers(turn.people))) ??
      true
    );
  };
}

/** Gives what is known of a question, or finds it out; undefined of one that is broken. */
function keeperOf<T>(
  asking: Pick<Asking, 'model' | 'today'>,
  keep: Keep<T>,
  turns?: MayTurn,
): (each: AskedQuestion, find: (question: BoundQuestion) => T) => T | undefined {
  const { model } = asking;
  const everywhere = seenEverywhere(asking, model.ground);
  const amongPeople = seenEverywhere(asking, model.people);
  const contents = roleContentsIn(model);
  const broken = brokenText(model);
  const seenFor = surroundingsIn(model, broken);
  return (each, find) => {
    const { question } = each;
    if (question === undefined) return undefined;
    const looksAtTurns = turns !== undefined && question.kind === 'can';
    const now = { everywhere: looksAtTurns ? amongPeople : everywhere, seen: seenFor(question) };
    const isOpen = model.broken.organization || (isList(question) && broken !== '');
    const own = isOpen ? keep.broken : keep.sound;
    const known = own.get(each);
    const stands = known !== undefined && known.everywhere === now.everywhere && isSame(known.seen, now.seen);
    if (stands && !(looksAtTurns && turns(question, known.contents, contents))) {
      known.contents = contents;
      return known.value;
    }
    const value = find(question);
    own.set(each, { ...now, contents, value });
    return value;
  };
}

/** Whether many are asked about: that is found out another way where anything is broken. */
function isList({ kind }: BoundQuestion): boolean {
  return kind !== 'can' && kind !== 'use' && kind !== 'invite';
}

/** What else each question may look at: what stands around the object that it asks about, and of a list what is broken. */
function surroundingsIn(model: Model, broken: string): (question: BoundQuestion) => readonly unknown[] {
  const around = new Map<ObjectSymbol, readonly unknown[]>();
  return (question) => {
    const object = 'place' in question && question.place.kind === 'object' ? question.place.object : undefined;
    if (object === undefined) return isList(question) ? [broken] : nothing;
    const own = around.get(object) ?? aroundAsBefore(model, object);
    around.set(object, own);
    return isList(question) ? [broken, ...own] : own;
  };
}

const lastAround = notesOn<ObjectSymbol, readonly unknown[]>();

/** The object and what stands around it: the same list for as long as that is the same. */
function aroundAsBefore(model: Model, object: ObjectSymbol): readonly unknown[] {
  const now = [object, ...aroundObject(model, object)];
  const last = lastAround.get(object);
  if (last !== undefined && isSame(last, now)) return last;
  lastAround.set(object, now);
  return now;
}

const nothing: readonly never[] = [];

/** What errors leave open of the organization and object by object; empty where that is nothing. */
function brokenText({ broken: { organization, objects } }: Model): string {
  const inObjects = [...objects].flatMap(([{ name }, { roles, sight, accounts }]) =>
    roles || sight || accounts ? [JSON.stringify([name, roles, sight, accounts])] : [],
  );
  return [...(organization ? ['organization'] : []), ...inObjects].join('\n');
}
