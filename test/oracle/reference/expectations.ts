// What an expectation comes out as, by trying every completion of the record for every principal that it speaks of.
import type {
  CanQuestion,
  ExceptQuestion,
  Question,
  Place as WrittenPlace,
} from '../../../server/src/syntax/ast-question.ts';
import type { Ref } from '../../../server/src/syntax/ast-value.ts';
import { completionCount, completions, type Openness } from './completions.ts';
import { holds } from './conditions.ts';
import type { Day } from './dates.ts';
import { canInvite, canUse, decide } from './decide.ts';
import { type Facts, type Relation, readBody, recordCalled } from './facts.ts';
import {
  accounts,
  groupNames,
  includes,
  isActive,
  type Party,
  type Person,
  party,
  systemGroups,
  users,
  type World,
} from './world.ts';

export interface Example {
  readonly person: Person;
  readonly facts: Facts;
}

/** Held, or not and by which example. */
export interface Checked {
  readonly held: boolean;
  readonly example: Example | undefined;
  readonly tried: number;
}

/** The place of a question on records: what is said, what is asked for, whether it is a record of its own. */
interface Spot {
  readonly object: string;
  readonly said: Facts;
  readonly relations: readonly Relation[];
  readonly when: Openness['when'];
  readonly isRecord: boolean;
}

function spotOf(world: World, place: WrittenPlace): Spot | undefined {
  if (place.kind === 'organization') return undefined;
  if (place.kind === 'on') {
    const { object, facts, relations } = recordCalled(world, place.record?.name?.text ?? '');
    return { object, said: facts, relations, when: undefined, isRecord: true };
  }
  const object = place.object?.name?.text ?? '';
  if (place.with !== undefined) {
    const { facts, relations } = readBody(world, object, place.with);
    return { object, said: facts, relations, when: undefined, isRecord: true };
  }
  return { object, said: {}, relations: [], when: place.when, isRecord: false };
}

/** Whoever a reference in a question acts as: a group as the further person in it. */
export function principal(world: World, ref: Ref): Person {
  const who = party(world, ref, undefined);
  return who.kind === 'group' ? { kind: 'of group', group: who.group } : who;
}

/** All active users and service accounts, and every group as asked about. */
export function everyone(world: World): Person[] {
  const all: Person[] = users(world).map(({ name }): Person => ({ kind: 'user', name }));
  for (const account of accounts(world)) all.push({ kind: 'account', ...account });
  const active = all.filter((person) => isActive(world, person));
  for (const group of [...groupNames(world), ...systemGroups]) active.push({ kind: 'of group', group });
  return active;
}

interface Asked {
  readonly world: World;
  readonly permissions: readonly string[];
  readonly spot: Spot | undefined;
  readonly date: Day;
}

/** The first record on which the answer for the person is as wanted. */
function find({ world, permissions, spot, date }: Asked, person: Person, wanted: boolean): Checked {
  const ask = { world, person, date };
  if (spot === undefined) {
    const { allowed } = decide(ask, permissions, { kind: 'organization' });
    return { held: allowed !== wanted, example: allowed === wanted ? { person, facts: {} } : undefined, tried: 1 };
  }
  const { object, relations } = spot;
  let tried = 0;
  for (const facts of spokenOf({ world, permissions, spot, date }, person)) {
    tried++;
    const { allowed } = decide(ask, permissions, { kind: 'record', thing: { object, facts, relations } });
    if (allowed === wanted) return { held: false, example: { person, facts }, tried };
  }
  return { held: true, example: undefined, tried };
}

/** What is open in a question on records, for those who try it out themselves. */
export interface Open {
  readonly world: World;
  readonly spot: Spot | undefined;
  readonly date: Day;
  readonly permissions: readonly string[];
  /** Of the records spoken of. */
  completions(person: Person): Generator<Facts>;
  everyone(): Person[];
  isIn(person: Person, group: string): boolean;
}

export function openOf(world: World, question: Question, today: Day): Open {
  if (question.kind !== 'can' && question.kind !== 'except') throw new Error(`${question.kind} speaks of no record`);
  const date = question.asOf?.text ?? today;
  const asked = askedOf(world, question, date);
  return {
    ...asked,
    completions: (person) => spokenOf(asked, person),
    everyone: () => everyone(world),
    isIn: (person, group) => includes(world, { kind: 'group', group }, person),
  };
}

/** About how many completions a check tries. */
export function weight(world: World, question: Question, today: Day): number {
  if (question.kind !== 'can' && question.kind !== 'except') return 1;
  const { spot, date } = askedOf(world, question, question.asOf?.text ?? today);
  if (spot === undefined) return 1;
  const one = completionCount({ world, ...spot, extra: [], today: date });
  return question.kind === 'can' ? one : one * everyone(world).length;
}

/** Every completion of the records that are spoken of, with the person that a group stands for where no record is given. */
function* spokenOf({ world, spot, date }: Asked, person: Person): Generator<Facts> {
  if (spot === undefined) return;
  const { object, said, when } = spot;
  const extra = person.kind === 'of group' && !spot.isRecord ? [person] : [];
  for (const facts of completions({ world, object, said, when, extra, today: date }))
    if (when === undefined || holds(when, { world, object, facts, current: person, today: date }) === true) yield facts;
}

function askedOf(world: World, question: CanQuestion | ExceptQuestion, date: Day): Asked {
  if (question.place === undefined) throw new Error('a place is missing');
  const permissions = question.permissions.map((name) => name.text);
  return { world, permissions, spot: spotOf(world, question.place), date };
}

function isExcepted(world: World, parties: readonly Party[], person: Person): boolean {
  for (const each of parties) if (includes(world, each, person)) return true;
  return false;
}

export function check(world: World, question: Question, today: Day): Checked {
  const date = question.asOf?.text ?? today;
  switch (question.kind) {
    case 'can':
      return find(askedOf(world, question, date), principal(world, question.principal), question.negated);
    case 'except': {
      const asked = askedOf(world, question, date);
      const parties = question.except.map((ref) => party(world, ref, undefined));
      let tried = 0;
      for (const person of everyone(world)) {
        if (isExcepted(world, parties, person)) continue;
        const found = find(asked, person, true);
        tried += found.tried;
        if (!found.held) return { ...found, tried };
      }
      return { held: true, example: undefined, tried };
    }
    case 'invite': {
      const can = canInvite(
        { world, person: principal(world, question.principal), date },
        question.address?.text ?? '',
      );
      return { held: can !== question.negated, example: undefined, tried: 1 };
    }
    case 'use': {
      const person = principal(world, question.principal);
      if (question.account === undefined) throw new Error('an account is missing');
      const account = party(world, question.account, undefined);
      if (account.kind !== 'account') throw new Error('only a service account can be used');
      const can = canUse({ world, person, date }, { object: account.object, name: account.name });
      return { held: can !== question.negated, example: undefined, tried: 1 };
    }
    default:
      throw new Error(`${question.kind} is no expectation`);
  }
}

/**
 * Whether an example that someone else gives is one: the record is of those spoken of, and the answer is the unwanted one. It
 * has to be so whatever the fields hold that the example leaves out, of which so many completions are tried.
 */
export function confirms(world: World, question: CanQuestion | ExceptQuestion, example: Example, today: Day): boolean {
  const date = question.asOf?.text ?? today;
  const { permissions, spot } = askedOf(world, question, date);
  const { person } = example;
  const wanted = question.kind === 'except' || question.negated;
  const ask = { world, person, date };
  if (spot === undefined) return decide(ask, permissions, { kind: 'organization' }).allowed === wanted;
  const { object, relations, when } = spot;
  const said = { ...example.facts, ...spot.said };
  let left = 2000;
  for (const facts of completions({ world, object, said, when, extra: [], today: date })) {
    if (left-- === 0) break;
    if (when !== undefined && holds(when, { world, object, facts, current: person, today: date }) !== true)
      return false;
    if (decide(ask, permissions, { kind: 'record', thing: { object, facts, relations } }).allowed !== wanted)
      return false;
  }
  return true;
}
