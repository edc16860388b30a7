// The written list of conditions, over every type of field, and for each field one content for each region that they
// distinguish, and nothing.
import { type Content, empty } from '../reference/facts.ts';
import type { Population, Renaming } from './parties.ts';

/** The evaluation date: the last of a month that has more days than the one before. */
export const today = '2026-03-31';

/** With every condition that names a user or a group the list has the same of the other one. The first is no `when`. */
export const conditions: readonly string[] = [
  '',
  'Region is "EU"',
  'Region is not current user.Zone',
  'Total >= 2',
  'Due in the last 1 months',
  'Placed after 2026-03-30',
  'Paid is false',
  'Status is one of ("New", "Open")',
  'Status is not "New"',
  'Labels overlaps ("vip", "late")',
  'Lead is current user',
  'Lead is u1',
  'Lead is u2',
  'Lead is in G1',
  'Lead is in G2',
  'Crew contains current user',
  'Crew is G1',
  'Crew is G2',
  'File is not empty',
  'not (Lead is current user or Paid is true)',
];

const swaps: Readonly<Record<string, string>> = { u1: 'u2', u2: 'u1', G1: 'G2', G2: 'G1' };

function renamedText(text: string, { users, groups }: Renaming): string {
  const swapped = (name: string): string => ((name.startsWith('u') ? users : groups) ? (swaps[name] ?? name) : name);
  return text.replace(/\b[uG][12]\b/g, swapped);
}

const renamings = [false, true].flatMap((users) => [false, true].map((groups) => ({ users, groups })));
const renamed = renamings.map((renaming) => conditions.map((text) => conditions.indexOf(renamedText(text, renaming))));

/** The position of a condition under other names. */
export function renamedCondition(condition: number, { users, groups }: Renaming): number {
  return renamed[(users ? 2 : 0) + (groups ? 1 : 0)]?.[condition] ?? -1;
}

/** The positions of those that name nobody who is not there. */
export function conditionsOf({ users, groups }: Population): number[] {
  const isThere = (name: string): boolean => Number(name[1]) <= (name.startsWith('u') ? users : groups);
  return [...conditions.keys()].filter((at) => (conditions[at]?.match(/\b[uG][12]\b/g) ?? []).every(isThere));
}

const text = (of: string): Content => ({ kind: 'text', text: of });
const choice = (of: string): Content => ({ kind: 'choice', text: of });
const date = (of: string): Content => ({ kind: 'date', text: of });
const choices = (...options: readonly string[]): Content => ({ kind: 'choices', options });
const number = (of: number): Content => ({ kind: 'number', number: of });
const instant = (of: string): Content => ({ kind: 'datetime', number: Date.parse(of) });

/** An account of another app: whoever is no user of the world. */
export const somebodyElse: Content = { kind: 'user', person: { kind: 'account', object: 'Elsewhere', name: 'Bot' } };

interface FieldOfWorld {
  readonly name: string;
  readonly type: string;
  contents(of: Population): readonly Content[];
}

const fields: readonly FieldOfWorld[] = [
  { name: 'Region', type: 'text', contents: () => [text('EU'), text('US'), empty] },
  { name: 'Total', type: 'number', contents: () => [number(1.5), number(2), empty] },
  {
    name: 'Due',
    type: 'date',
    contents: () => [date('2026-02-27'), date('2026-02-28'), date('2026-04-01'), empty],
  },
  {
    name: 'Placed',
    type: 'datetime',
    contents: () => [instant('2026-03-30T23:59:59.999Z'), instant('2026-03-31T00:00Z'), empty],
  },
  {
    name: 'Paid',
    type: 'boolean',
    contents: () => [{ kind: 'boolean', is: true }, { kind: 'boolean', is: false }, empty],
  },
  {
    name: 'Status',
    type: 'choice("New", "Open", "Closed")',
    contents: () => [choice('New'), choice('Open'), choice('Closed'), empty],
  },
  {
    name: 'Labels',
    type: 'choices("vip", "late", "new")',
    contents: () => [choices('vip', 'new'), choices('new'), empty],
  },
  {
    name: 'Lead',
    type: 'user',
    contents: ({ users }) => [
      ...['u1', 'u2'].slice(0, users).map((name): Content => ({ kind: 'user', person: { kind: 'user', name } })),
      somebodyElse,
      empty,
    ],
  },
  {
    name: 'Crew',
    type: 'group',
    contents: ({ groups }) => [
      ...['G1', 'G2'].slice(0, groups).map((group): Content => ({ kind: 'group', group })),
      empty,
    ],
  },
  { name: 'File', type: 'attachment', contents: () => [{ kind: 'attachment' }, empty] },
];

const spokenOf = conditions.map((of) => fields.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(of)));

/** The fields that some of these conditions speak of. */
export function fieldsIn(some: readonly number[]): FieldOfWorld[] {
  return fields.filter((field) => some.some((at) => spokenOf[at]?.includes(field) === true));
}
