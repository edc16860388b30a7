// Writes down what holds today as a test: what somebody may do, or who may do what in an object.

import { answerQuestion } from '../../access/answer-question.ts';
import { has } from '../../catalogue/permission-set.ts';
import type { Permission } from '../../catalogue/types.ts';
import { principalPath } from '../../model/lookup.ts';
import type { BoundPlace } from '../../model/question.ts';
import type { ObjectSymbol, Principal, Role } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { accountsWith } from '../../rules/holders.ts';
import {
  granted,
  mostLines,
  newTest,
  outcomesOf,
  placeIn,
  placeText,
  standingLines,
  standingOf,
  testEdits,
} from '../expected-lines.ts';
import { declaredAt } from './head.ts';
import type { Made, Offer, Refusal, Selected } from './refactoring.ts';

/** More names nobody reads in one line. */
const mostNames = 8;

export function expectToday(selected: Selected): readonly Offer[] {
  const symbol = declaredAt(selected);
  const { snapshot } = selected;
  const offer = (title: string, name: string, lines: () => Iterable<string>): Offer => ({
    title,
    kind: 'rewrite.expectations',
    access: 'unchanged',
    make: () => write(selected, name, lines()),
  });
  switch (symbol?.kind) {
    case 'user':
    case 'group':
    case 'service account':
      return [
        offer(`Expect what \`${symbol.name}\` may do today`, `What ${symbol.name} may do`, () =>
          somebodyLines(snapshot, symbol),
        ),
      ];
    case 'role':
      return [
        offer(`Expect what \`${symbol.name}\` gives today`, `What ${symbol.name} gives`, () =>
          roleLines(snapshot, symbol),
        ),
      ];
    case 'object':
      return [
        offer(`Expect who may do what in \`${symbol.name}\` today`, `Who may do what in ${symbol.name}`, () =>
          objectLines(snapshot, symbol),
        ),
      ];
    default:
      return [];
  }
}

function placesOf({ model }: Snapshot): BoundPlace[] {
  return [{ kind: 'organization' }, ...[...model.objects.values()].map(placeIn)];
}

/** Of somebody at a place where they may do anything at all: what they may, for which records, and what others may and they not. */
function linesOf(
  snapshot: Snapshot,
  principal: Principal,
  place: BoundPlace,
  isMeant = (_: Permission) => true,
): string[] {
  const meant = granted(snapshot, place).filter(isMeant);
  const standing = standingOf(snapshot, principal, place, meant);
  return standing.held.length === 0 ? [] : standingLines(standing, principalPath(principal), placeText(place));
}

function* somebodyLines(snapshot: Snapshot, principal: Principal): Generator<string> {
  for (const place of placesOf(snapshot)) yield* linesOf(snapshot, principal, place);
}

/** Of everybody who has the role: what they may of what it grants. */
function* roleLines(snapshot: Snapshot, role: Role): Generator<string> {
  const { model } = snapshot;
  const holders: Principal[] = [...role.members.map(({ member }) => member), ...accountsWith(model, role)];
  const places = role.object === undefined ? placesOf(snapshot) : [placeIn(role.object)];
  const isMeant = (permission: Permission) => has(role.permissions, permission);
  for (const place of places) for (const holder of new Set(holders)) yield* linesOf(snapshot, holder, place, isMeant);
}

/** Of each permission that a role grants there: who has it, for some record. */
function objectLines(snapshot: Snapshot, object: ObjectSymbol): string[] {
  const place = placeIn(object);
  const { model, input, accessIndex } = snapshot;
  return granted(snapshot, place).flatMap((permission) => {
    const question = { kind: 'who', permissions: [permission], place, asOf: undefined } as const;
    const answer = answerQuestion(model, question, input.today, () => accessIndex);
    if (answer.kind !== 'list' || answer.entries.length > mostNames) return [];
    const names = answer.entries.flatMap(({ principal }) =>
      principal === undefined ? [] : [principalPath(principal)],
    );
    const who = names.length === 0 ? 'nobody' : `only ${names.join(', ')}`;
    return names.length < answer.entries.length ? [] : [`${who} can ${permission.constant} ${placeText(place)}`];
  });
}

/** Those of the lines that hold. */
function write({ snapshot, located }: Selected, subject: string, all: Iterable<string>): Made | Refusal {
  const lines: string[] = [];
  for (const line of all) {
    // Of a large organization the rest would take long to find, and nobody would read it.
    if (lines.length === mostLines) return { refused: `it would take more than ${mostLines} lines` };
    lines.push(line);
  }
  if (lines.length === 0) return { refused: 'nothing can be said of it' };
  const test = newTest(snapshot, subject, located.path);
  const outcomes = outcomesOf(snapshot, test, lines);
  const holding = lines.filter((_, i) => outcomes[i]?.outcome === 'held');
  if (holding.length === 0) return { refused: 'what is broken leaves open what holds' };
  return { files: testEdits(snapshot, test, holding) };
}
