// Expectations as lines of text: what somebody may do somewhere, said so that it holds, and the test that the lines make.
import type { Outcome } from '../access/answer.ts';
import { decide } from '../access/decide.ts';
import { grantsAdmin } from '../access/permission-ways.ts';
import { inForce, rolesAt } from '../access/question-scope.ts';
import { has } from '../catalogue/permission-set.ts';
import { permissions } from '../catalogue/permissions.ts';
import type { Permission } from '../catalogue/types.ts';
import { negate } from '../condition/build.ts';
import { printFormula } from '../condition/print.ts';
import type { BoundPlace } from '../model/question.ts';
import type { Formula, ObjectSymbol, Principal } from '../model/symbols.ts';
import { editContextOf } from '../project/edit-context.ts';
import { editedSnapshot } from '../project/edited.ts';
import type { Snapshot } from '../project/types.ts';
import { addDeclaration } from '../rules/edits/declare.ts';
import { type FileEdits, fixOf } from '../rules/edits/fix.ts';
import { freeName } from '../rules/edits/names.ts';
import { lineBreakOf } from '../syntax/edits/layout.ts';
import { writeName } from '../syntax/keywords.ts';

/** More lines nobody reads in one test. */
export const mostLines = 60;
const readRecords = 'READ_RECORDS';

export function placeIn(object: ObjectSymbol): BoundPlace {
  const facts = { object, values: new Map(), relations: new Map() };
  return { kind: 'object', object, facts, record: undefined, given: false, when: undefined };
}

export function placeText(place: BoundPlace): string {
  return place.kind === 'organization' ? 'in organization' : `in ${writeName(place.object.name)}`;
}

/** What some role in force there grants by name: whoever has nothing of it may do what nobody meant. */
export function granted({ model, input }: Snapshot, place: BoundPlace): readonly Permission[] {
  const roles = rolesAt(model, place.kind === 'organization' ? undefined : place.object).filter(
    (role) => inForce(role, input.today) && !role.managed && !grantsAdmin(role),
  );
  return permissions.filter(
    (each) => each.scopes.includes(place.kind) && roles.some((role) => has(role.permissions, each)),
  );
}

/** What somebody has of some permissions at a place. */
export interface Standing {
  readonly held: readonly Held[];
  readonly not: readonly Permission[];
}

/** Permissions that are held for the same records; undefined for all. */
interface Held {
  readonly when: Formula | undefined;
  readonly constants: string[];
}

export function standingOf(
  { model, input }: Snapshot,
  principal: Principal,
  place: BoundPlace,
  meant: Iterable<Permission>,
): Standing {
  const held = new Map<string, Held>();
  const not: Permission[] = [];
  for (const permission of meant) {
    const { outcome, when } = decide(model, { principal, permissions: [permission], place, today: input.today });
    if (outcome === 'refused' || outcome === 'unknown') {
      not.push(permission);
      continue;
    }
    const condition = outcome === 'allowed' ? undefined : when;
    const key = condition === undefined ? '' : printFormula(condition);
    const known = held.get(key) ?? { when: condition, constants: [] };
    known.constants.push(permission.constant);
    held.set(key, known);
  }
  return { held: [...held.values()], not };
}

/** The questions of expectations; `who` and `where` as they are written, `in` and all. */
export function standingLines({ held, not }: Standing, who: string, where: string): string[] {
  return [
    ...held.flatMap(({ when, constants }) => {
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

/** A test that is meant for a file, whose name nothing has. */
export interface NewTest {
  readonly name: string;
  readonly near: string;
}

export function newTest(snapshot: Snapshot, subject: string, near: string): NewTest {
  return { name: freeName(subject, (each) => snapshot.model.tests.some((test) => test.name === each)), near };
}

/** Empty where it can be written nowhere. */
export function testEdits(snapshot: Snapshot, { name, near }: NewTest, lines: readonly string[]): FileEdits[] {
  const context = editContextOf(snapshot);
  const source = context.sources.get(near);
  if (source === undefined) return [];
  const text = [`test ${JSON.stringify(name)} {`, ...lines.map((each) => `  expect ${each}`), '}'];
  return addDeclaration(context, near, 'test', text.join(lineBreakOf(source)));
}

const unwritten: Outcome = { outcome: 'error', reason: 'no file can be written', counterexample: undefined };

/** How each of the lines comes out in that state. */
export function outcomesOf(snapshot: Snapshot, test: NewTest, lines: readonly string[]): readonly Outcome[] {
  const [fix] = fixOf(editContextOf(snapshot), test.name, testEdits(snapshot, test, lines));
  const after = fix && editedSnapshot(snapshot, fix.edits);
  const outcomes = (after?.outcomes ?? []).filter(({ asked }) => asked.test?.name === test.name);
  return lines.map((_, i) => outcomes[i]?.outcome ?? unwritten);
}
