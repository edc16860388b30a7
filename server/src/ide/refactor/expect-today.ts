// Writes down what holds today as a test: what somebody may do, or who may do what in an object.

import { answerQuestion } from '../../access/answer-question.ts';
import { grantsAdmin } from '../../access/permission-ways.ts';
import { inForce, rolesAt } from '../../access/question-scope.ts';
import { permissionsAt } from '../../access/what.ts';
import { has } from '../../catalogue/permission-set.ts';
import { permissions } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import { negate } from '../../condition/build.ts';
import { printFormula } from '../../condition/print.ts';
import { principalPath } from '../../model/lookup.ts';
import type { BoundPlace } from '../../model/question.ts';
import type { Formula, ObjectSymbol, Principal, Role } from '../../model/symbols.ts';
import { editedSnapshot } from '../../project/edited.ts';
import type { Snapshot } from '../../project/types.ts';
import { addDeclaration } from '../../rules/edits/declare.ts';
import { fixOf } from '../../rules/edits/fix.ts';
import { freeName } from '../../rules/edits/names.ts';
import { accountsWith } from '../../rules/holders.ts';
import { lineBreakOf } from '../../syntax/edits/layout.ts';
import { writeName } from '../../syntax/keywords.ts';
import { declaredAt } from './head.ts';
import type { Made, Offer, Refusal, Selected } from './refactoring.ts';

/** More lines nobody reads in one test. */
const mostLines = 60;
const readRecords = 'READ_RECORDS';
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

function placeIn(object: ObjectSymbol): BoundPlace {
  const facts = { object, values: new Map(), relations: new Map() };
  return { kind: 'object', object, facts, record: undefined, given: false, when: undefined };
}

function placeText(place: BoundPlace): string {
  return place.kind === 'organization' ? 'in organization' : `in ${writeName(place.object.name)}`;
}

/** What some role in force there grants by name: whoever has nothing of it may do what nobody meant. */
function granted({ model, input }: Snapshot, place: BoundPlace): Permission[] {
  const roles = rolesAt(model, place.kind === 'organization' ? undefined : place.object).filter(
    (role) => inForce(role, input.today) && !role.managed && !grantsAdmin(role),
  );
  return permissions.filter(
    (each) => each.scopes.includes(place.kind) && roles.some((role) => has(role.permissions, each)),
  );
}

/** Of somebody at a place where they may do anything at all: what they may, for which records, and what others may and they not. */
function linesOf(
  snapshot: Snapshot,
  principal: Principal,
  place: BoundPlace,
  isMeant = (_: Permission) => true,
): string[] {
  const { model, input } = snapshot;
  const entries = permissionsAt(model, { principal, permissions: [], place, today: input.today });
  const meant = new Set(granted(snapshot, place).filter(isMeant));
  const held = entries.flatMap(({ permission, when }) =>
    permission !== undefined && meant.has(permission) ? [{ permission, when }] : [],
  );
  if (held.length === 0) return [];
  const who = principalPath(principal);
  const where = placeText(place);
  const not = [...meant].filter((each) => !entries.some(({ permission }) => permission === each));
  return [
    ...byCondition(held).flatMap(({ when, constants }) => {
      const can = `${who} can ${constants.join(' and ')} ${where}`;
      if (when === undefined) return [can];
      // What is allowed for the same records is so by the same sight of them: one of it stands for all.
      const first = constants.includes(readRecords) ? readRecords : constants[0];
      return [
        `${can} when ${printFormula(when)}`,
        `${who} cannot ${first} ${where} when ${printFormula(negate(when))}`,
      ];
    }),
    ...not.map(({ constant }) => `${who} cannot ${constant} ${where}`),
  ];
}

interface Held {
  readonly when: Formula | undefined;
  readonly constants: string[];
}

function byCondition(
  entries: readonly { readonly permission: Permission; readonly when: Formula | undefined }[],
): Held[] {
  const found = new Map<string, Held>();
  for (const { permission, when } of entries) {
    const key = when === undefined ? '' : printFormula(when);
    const known = found.get(key) ?? { when, constants: [] };
    known.constants.push(permission.constant);
    found.set(key, known);
  }
  return [...found.values()];
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
function write(selected: Selected, subject: string, all: Iterable<string>): Made | Refusal {
  const { snapshot } = selected;
  const lines: string[] = [];
  for (const line of all) {
    // Of a large organization the rest would take long to find, and nobody would read it.
    if (lines.length === mostLines) return { refused: `it would take more than ${mostLines} lines` };
    lines.push(line);
  }
  if (lines.length === 0) return { refused: 'nothing can be said of it' };
  const name = freeName(subject, (each) => snapshot.model.tests.some((test) => test.name === each));
  const first = filesOf(selected, name, lines);
  const after = editedSnapshot(snapshot, fixOf(selected.context, name, first)[0]?.edits ?? []);
  const held = (after?.outcomes ?? [])
    .filter(({ asked }) => asked.test?.name === name)
    .map(({ outcome }) => outcome.outcome === 'held');
  const holding = lines.filter((_, i) => held[i] === true);
  if (holding.length === 0) return { refused: 'what is broken leaves open what holds' };
  return { files: holding.length === lines.length ? first : filesOf(selected, name, holding) };
}

function filesOf({ context, located: { path, source } }: Selected, name: string, lines: readonly string[]) {
  const line = lineBreakOf(source);
  const text = [`test ${JSON.stringify(name)} {`, ...lines.map((each) => `  expect ${each}`), '}'].join(line);
  return addDeclaration(context, path, 'test', text);
}
