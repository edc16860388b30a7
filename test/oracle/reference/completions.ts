// Every completion of a record that conditions can tell apart: fields that are not said get one value for each region.
import type { FieldDecl } from '../../../server/src/syntax/ast.ts';
import type { Condition } from '../../../server/src/syntax/ast-condition.ts';
import type { Value } from '../../../server/src/syntax/ast-value.ts';
import { addDays, addUnits, type Day, endOf, instantOf, startOf } from './dates.ts';
import { type Content, empty, type Facts, fieldsOf } from './facts.ts';
import { accounts, groupNames, itemsOf, type Person, users, type World } from './world.ts';

/** What is asked: `current` acts, `extra` are people whom user fields may hold besides those declared. */
export interface Openness {
  readonly world: World;
  readonly object: string;
  readonly said: Facts;
  readonly when: Condition | undefined;
  readonly extra: readonly Person[];
  readonly today: Day;
}

interface Constants {
  readonly fields: Set<string>;
  readonly numbers: Set<number>;
  readonly texts: Set<string>;
  readonly days: Set<Day>;
  readonly instants: Set<number>;
}

function conditionsOf({ world, object, when }: Openness): Condition[] {
  const all = when === undefined ? [] : [when];
  for (const item of itemsOf(world, object))
    if (item.kind === 'policy')
      for (const part of item.items) if (part.kind === 'when' && part.condition !== undefined) all.push(part.condition);
  return all;
}

function addValue(value: Value | undefined, to: Constants): void {
  if (value?.kind === 'number') to.numbers.add(Number(value.text));
  if (value?.kind === 'string') to.texts.add(value.text);
  if (value?.kind === 'date') to.days.add(value.text);
  if (value?.kind === 'datetime') to.instants.add(instantOf(value.text));
  if (value?.kind === 'field' && value.name !== undefined) to.fields.add(value.name.text);
}

function addCondition(condition: Condition | undefined, to: Constants, today: Day): void {
  if (condition === undefined) return;
  if ('parts' in condition) for (const part of condition.parts) addCondition(part, to, today);
  else if ('part' in condition) addCondition(condition.part, to, today);
  else {
    to.fields.add(condition.field.text);
    const { test } = condition;
    if (test === undefined) return;
    if ('value' in test) addValue(test.value, to);
    if ('values' in test) for (const value of test.values) addValue(value, to);
    if ('low' in test) {
      addValue(test.low, to);
      addValue(test.high, to);
    }
    if ('count' in test) {
      const count = Number(test.count?.text) * (test.operator === 'in the last' ? -1 : 1);
      to.days.add(today);
      to.days.add(addUnits(today, count, test.unit ?? 'days'));
    }
  }
}

function constantsOf(open: Openness): Constants {
  const found: Constants = {
    fields: new Set(),
    numbers: new Set(),
    texts: new Set(),
    days: new Set(),
    instants: new Set(),
  };
  for (const condition of conditionsOf(open)) addCondition(condition, found, open.today);
  for (const field of fieldsOf(open.world, open.object))
    if (field.assignee !== undefined && field.name !== undefined) found.fields.add(field.name.text);
  for (const user of users(open.world)) for (const text of Object.values(user.attributes)) found.texts.add(text);
  for (const content of Object.values(open.said)) {
    if (content.kind === 'number') found.numbers.add(content.number);
    if (content.kind === 'text') found.texts.add(content.text);
    if (content.kind === 'date') found.days.add(content.text);
    if (content.kind === 'datetime') found.instants.add(content.number);
  }
  return found;
}

/** Each number, and between, below and above them as many as there are fields to hold different ones. */
function numberRegions(constants: ReadonlySet<number>, fields: number): number[] {
  const sorted = [...constants].sort((a, b) => a - b);
  const all = [...sorted];
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  for (let i = 1; i <= fields; i++) {
    all.push(first - i, last + i);
    sorted.forEach((low, at) => {
      const high = sorted[at + 1];
      if (high !== undefined) all.push(low + ((high - low) * i) / (fields + 1));
    });
  }
  if (sorted.length === 0) all.push(0);
  return all;
}

function textRegions(constants: ReadonlySet<string>, fields: number): string[] {
  const all = new Set<string>();
  for (let i = 1; i <= fields; i++) all.add(`~${i}`);
  for (const text of constants) {
    for (const each of [text, `${text}~`, `~${text}`, `~${text}~`]) all.add(each);
    for (const other of constants) {
      all.add(`${text}${other}`);
      all.add(`${text}~${other}`);
    }
  }
  all.delete('');
  return [...all];
}

function dayRegions({ days }: Constants, today: Day, fields: number): Day[] {
  const all = new Set<Day>();
  for (const day of days.size === 0 ? [today] : days)
    for (let by = -fields; by <= fields; by++) all.add(addDays(day, by));
  return [...all];
}

function instantRegions({ days, instants }: Constants, fields: number): number[] {
  const all = new Set<number>();
  for (const day of days) for (let by = -fields; by < fields; by++) all.add(startOf(day) + by).add(endOf(day) + by);
  for (const instant of instants) for (let by = -fields; by <= fields; by++) all.add(instant + by);
  if (all.size === 0) for (let by = 0; by <= fields; by++) all.add(by);
  return [...all];
}

function subsets(options: readonly string[]): string[][] {
  const [first, ...rest] = options;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((set) => [set, [first, ...set]]);
}

function people(open: Openness, fields: number): Person[] {
  const all: Person[] = users(open.world).map(({ name }): Person => ({ kind: 'user', name }));
  for (const account of accounts(open.world)) all.push({ kind: 'account', ...account });
  for (let number = 1; number <= fields; number++) all.push({ kind: 'stranger', number });
  return [...all, ...open.extra];
}

function valuesOf(open: Openness, field: FieldDecl, constants: Constants): Content[] {
  const type = field.type?.name;
  const fields = fieldsOf(open.world, open.object).filter((each) => each.type?.name === type).length;
  const options = field.type?.options.map((option) => option.text) ?? [];
  switch (type) {
    case 'boolean':
      return [
        { kind: 'boolean', is: true },
        { kind: 'boolean', is: false },
      ];
    case 'choice':
      return options.map((text) => ({ kind: 'choice', text }));
    case 'choices':
      return subsets(options).flatMap((set) => (set.length === 0 ? [] : [{ kind: 'choices', options: set }]));
    case 'user':
      return people(open, fields).map((person) => ({ kind: 'user', person }));
    case 'group':
      return groupNames(open.world).map((group) => ({ kind: 'group', group }));
    case 'number':
      return numberRegions(constants.numbers, fields).map((number) => ({ kind: 'number', number }));
    case 'text':
      return textRegions(constants.texts, fields).map((text) => ({ kind: 'text', text }));
    case 'date':
      return dayRegions(constants, open.today, fields).map((text) => ({ kind: 'date', text }));
    case 'datetime':
      return instantRegions(constants, fields).map((number) => ({ kind: 'datetime', number }));
    default:
      return [{ kind: 'attachment' }];
  }
}

/** How many completions there are; fields that nothing speaks of are left empty. */
export function completionCount(open: Openness): number {
  let count = 1;
  for (const { values } of openFields(open)) count *= values.length;
  return count;
}

interface OpenField {
  readonly name: string;
  readonly values: readonly Content[];
}

function openFields(open: Openness): OpenField[] {
  const constants = constantsOf(open);
  const all: OpenField[] = [];
  for (const field of fieldsOf(open.world, open.object)) {
    const name = field.name?.text ?? '';
    if (open.said[name] !== undefined) continue;
    const values = constants.fields.has(name) ? [empty, ...valuesOf(open, field, constants)] : [empty];
    all.push({ name, values });
  }
  return all;
}

export function* completions(open: Openness): Generator<Facts> {
  yield* complete(open.said, openFields(open));
}

function* complete(facts: Facts, open: readonly OpenField[]): Generator<Facts> {
  const [first, ...rest] = open;
  if (first === undefined) yield facts;
  else for (const value of first.values) yield* complete({ ...facts, [first.name]: value }, rest);
}
