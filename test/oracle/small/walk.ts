// Every decision in the small worlds: the engine's, its index's and the reference's.

import { decide } from '../../../server/src/access/decide.ts';
import type { AccessIndex } from '../../../server/src/access/index/access-index.ts';
import { compile } from '../../../server/src/access/index/compile.ts';
import { decide as decideByIndex } from '../../../server/src/access/index/decide.ts';
import { numberOf } from '../../../server/src/access/index/people.ts';
import { recordOfFacts } from '../../../server/src/access/index/record.ts';
import { permission } from '../../../server/src/catalogue/permissions.ts';
import type { Permission } from '../../../server/src/catalogue/types.ts';
import type { BoundPlace } from '../../../server/src/model/question.ts';
import type { Principal } from '../../../server/src/model/symbols.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { answer, factsOf, inWords, snapshotOf, symbolOf } from '../engine.ts';
import { decide as decideByReference, type Place } from '../reference/decide.ts';
import type { Thing } from '../reference/facts.ts';
import { type Person, type World as ReferenceWorld, readWorld } from '../reference/world.ts';
import { compare, count, type Tally } from '../tally.ts';
import { today } from './conditions.ts';
import { bodyText, peopleOf, recordsOf } from './records.ts';
import type { Asked } from './spaces.ts';
import { filesOf, partyText, sharedRoles } from './text.ts';
import type { World } from './worlds.ts';

/** One in so many records is asked about in the language's words as well. */
const recordsPerText = 40;

/** One text and what came of it. */
interface Bound {
  readonly tally: Tally;
  readonly worlds: readonly World[];
  readonly snapshot: Snapshot;
  readonly index: AccessIndex;
  readonly reference: ReferenceWorld;
  readonly askers: readonly { readonly person: Person; readonly principal: Principal; readonly number: number }[];
  readonly permissions: readonly Permission[];
  readonly relations: Asked['relations'];
}

/** Compares all decisions in worlds that share their organization. */
export function compareWorlds(
  tally: Tally,
  worlds: readonly World[],
  { permissions: constants, relations }: Asked,
): void {
  const [first] = worlds;
  if (first === undefined) return;
  const files = filesOf(worlds);
  const snapshot = snapshotOf(files, today);
  const { model } = snapshot;
  const [problem] = model.problems;
  if (problem !== undefined) throw new Error(`a small world is unsound: ${problem.message}\n${files['main.writ']}`);
  const index = compile(model, snapshot.input.today);
  const askers = peopleOf(first).map((person) => {
    const principal = symbolOf(model, person.kind === 'of group' ? { kind: 'group', group: person.group } : person);
    return { person, principal, number: numberOf(index.people, principal) };
  });
  const permissions = constants.flatMap((constant) => permission(constant) ?? []);
  const bound = {
    tally,
    worlds,
    snapshot,
    index,
    reference: readWorld(files, (path) => snapshot.source(path)),
    askers,
    permissions,
    relations,
  };
  compareInOrganization(bound);
  for (const at of worlds.keys()) compareWorld(bound, at);
  count(tally, 'small worlds', worlds.length);
}

/** What the organization's roles alone give, asked in words where one of the records will be. */
function compareInOrganization(bound: Bound): void {
  const inText = isAskedInText(bound);
  compareOne(bound, { at: 0, place: { kind: 'organization' }, thing: undefined, dense: undefined, inText });
}

function isAskedInText({ tally }: Bound): boolean {
  return (tally.counts['small records'] ?? 0) % recordsPerText === 0;
}

function compareWorld(bound: Bound, at: number): void {
  const [world] = bound.worlds.slice(at, at + 1);
  if (world === undefined) return;
  for (const thing of recordsOf(world, `A${at}`, bound.relations)) {
    const facts = factsOf(bound.snapshot.model, thing);
    const place = {
      kind: 'object',
      object: facts.object,
      facts,
      record: undefined,
      given: true,
      when: undefined,
    } as const;
    const dense = recordOfFacts(bound.index.people, facts);
    compareOne(bound, { at, place, thing, dense, inText: isAskedInText(bound) });
    count(bound.tally, 'small records');
  }
}

/** A record, or the organization, as each of the three takes it. */
interface Spot {
  readonly at: number;
  readonly place: BoundPlace;
  readonly thing: Thing | undefined;
  readonly dense: ReturnType<typeof recordOfFacts> | undefined;
  readonly inText: boolean;
}

function compareOne(bound: Bound, spot: Spot): void {
  const { snapshot, index, reference, askers, permissions, tally } = bound;
  const { place, thing, dense } = spot;
  const object = place.kind === 'object' ? place.object.index : undefined;
  const referencePlace: Place = thing === undefined ? { kind: 'organization' } : { kind: 'record', thing };
  for (const { person, principal, number } of askers)
    for (const asked of permissions) {
      const decision = decideByReference({ world: reference, person, date: today }, [asked.constant], referencePlace);
      const expected = decision.allowed ? 'allowed' : `refused: ${decision.refusal}`;
      const { model, input } = snapshot;
      const got = inWords(decide(model, { principal, permissions: [asked], place, today: input.today }));
      const verdict = decideByIndex(index, { principal: number, permission: asked.index, object, record: dense });
      const indexed = verdict === 'allowed' ? verdict : `refused: ${verdict}`;
      if (got === expected && indexed === expected && !spot.inText) {
        tally.passed++;
        continue;
      }
      report(bound, spot, { person, constant: asked.constant, expected, answers: { decision: got, index: indexed } });
    }
  count(tally, 'small decisions', askers.length * permissions.length);
}

interface Answered {
  readonly person: Person;
  readonly constant: string;
  readonly expected: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** Compares one question in each way of asking it, with the text of its world alone. */
function report({ tally, worlds, snapshot }: Bound, { at, thing, inText }: Spot, answered: Answered): void {
  const { person, constant, expected, answers } = answered;
  const who = partyText(person.kind === 'of group' ? { kind: 'group', group: person.group } : person);
  const question = (name: string): string =>
    `${who} can ${constant} in ${thing === undefined ? 'organization' : `${name} with { ${bodyText(thing)} }`}`;
  const asked = inText ? { ...answers, words: answer(snapshot, question(`A${at}`)) } : answers;
  const wrong = Object.entries(asked).filter(([, got]) => got !== expected);
  for (const [way, got] of wrong)
    compare(tally, {
      what: `${question('A0')} (${way})`,
      expected,
      got,
      files: filesOf(worlds.slice(at, at + 1)),
      today,
    });
  if (wrong.length === 0) tally.passed++;
  if (inText) count(tally, 'small questions in words');
}

/** The worlds in groups that share their organization, none of more than so many. */
export function inTexts(worlds: readonly World[], most: number): World[][] {
  const byRoles = new Map<string, World[][]>();
  for (const world of worlds) {
    const key = sharedRoles(world).join();
    const texts = byRoles.get(key);
    const last = texts?.at(-1);
    if (texts === undefined) byRoles.set(key, [[world]]);
    else if (last === undefined || last.length >= most) texts.push([world]);
    else last.push(world);
  }
  return [...byRoles.values()].flat();
}
