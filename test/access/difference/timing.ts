// Measures how long the difference of two large organizations takes in which little differs. Run it with Node; the sizes
// S, M and L are those of the other measurements.
import process from 'node:process';
import { isProgram } from '../../../scripts/places.ts';
import { difference } from '../../../server/src/access/difference/difference.ts';
import type { Model } from '../../../server/src/model/model.ts';
import { snapshotOf } from '../../support/fixture.ts';

interface Size {
  readonly objects: number;
  readonly roles: number;
  readonly organizationRoles: number;
  readonly users: number;
  readonly groups: number;
  readonly policies: number;
}

const sizes: Readonly<Record<string, Size>> = {
  S: { objects: 10, roles: 30, organizationRoles: 5, users: 200, groups: 20, policies: 40 },
  M: { objects: 100, roles: 400, organizationRoles: 20, users: 5000, groups: 300, policies: 600 },
  L: { objects: 500, roles: 2000, organizationRoles: 40, users: 50_000, groups: 2000, policies: 3000 },
};

/** Numbers that look like chance and are the same in each run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const grants = [
  'READ_RECORDS',
  'UPDATE_RECORDS',
  'CREATE_RECORDS',
  'DELETE_RECORDS',
  'CREATE_MESSAGES',
  'READ_MESSAGES',
];
const conditions = [
  'Status is "Open"',
  'Status is one of ("New", "Open") and Priority > 3',
  'Assignee is current user',
  'Status is not "Closed" and (Assignee is current user or Amount <= 500)',
  'Region is "EU" or Amount between 10 and 100',
  'Priority >= 5 and Region is not "US"',
];

/** One text for an organization of the size, and the lines that a change replaces. */
export function organizationText(size: Size): string {
  const next = chance(7);
  const pick = (count: number, below: number, name: string) =>
    [...new Set(Array.from({ length: count }, () => `${name}${next(below)}`))].join(', ');
  const lines: string[] = [];
  for (let i = 0; i < size.users; i++)
    lines.push(`user u${i} "u${i}@acme.com" { Region "${i % 2 === 0 ? 'EU' : 'US'}" }`);
  const members: string[][] = Array.from({ length: size.groups }, () => []);
  for (let i = 0; i < size.users; i++) for (let n = 1 + next(3); n > 0; n--) members[next(size.groups)]?.push(`u${i}`);
  for (const [i, names] of members.entries())
    lines.push(`group g${i} { description "Group ${i}" members ${[...new Set(names), 'u0'].join(', ')} }`);
  for (let i = 0; i < size.organizationRoles; i++)
    lines.push(
      `role o${i} { description "Role ${i}" members ${pick(12, size.groups, 'g')}, ${pick(50, size.users, 'u')} grants ${grants[i % 6]}, view on Analytics }`,
    );
  for (let i = 0; i < size.objects; i++) lines.push(...objectLines(i, size, next));
  return lines.join('\n');
}

function objectLines(i: number, size: Size, next: (below: number) => number): string[] {
  const roles = Math.round((size.roles - size.organizationRoles) / size.objects);
  const lines = [
    `app a${i} {`,
    '  field Status: choice("New", "Open", "Closed")',
    '  field Priority: number field Amount: number field Region: text',
    '  field Assignee: user as assignee field Owner: user',
  ];
  for (let r = 0; r < roles; r++) {
    const own = `g${next(size.groups)}, g${next(size.groups)}, u${next(size.users)}, u${next(size.users)}`;
    lines.push(
      `  role r${r} { description "It" members ${[...new Set(own.split(', '))].join(', ')} grants ${grants[r % 6]}, ${grants[(r + 2) % 6]} }`,
    );
  }
  for (let p = 0; p < size.policies / size.objects; p++) {
    const to = p % 2 === 0 ? '"Internal Users"' : `g${next(size.groups)}`;
    lines.push(`  policy p${p} { to ${to} when ${conditions[next(conditions.length)]} and Amount > ${next(1000)} }`);
  }
  if (i % 2 === 0) lines.push('  auto-share records on mention, assign');
  lines.push(`  service account bot { purpose "Works" roles r0 usable by g${next(size.groups)} }`, '}');
  return lines;
}

/** Replaces the first text that there is. */
type Edit = readonly [name: string, from: string, to: string];

const edits: readonly Edit[] = [
  ['nothing', 'role r0', 'role r0'],
  [
    'a grant of an object role',
    'grants READ_RECORDS, CREATE_RECORDS',
    'grants READ_RECORDS, CREATE_RECORDS, DELETE_RECORDS',
  ],
  ['a member of an object role', 'role r0 { description "It" members ', 'role r0 { description "It" members u7, '],
  ['a policy for everybody', 'to "Internal Users" when', 'to "Internal Users" when Priority < 1 or'],
  ['a user', 'user u0 ', 'user n0 "n0@acme.com" {}\nuser u0 '],
  ['a member of a group', 'group g1 { description "Group 1" members ', 'group g1 { description "Group 1" members u9, '],
  ['a grant of an organization role', 'grants UPDATE_RECORDS, view', 'grants UPDATE_RECORDS, DELETE_RECORDS, view'],
  [
    'a plain grant of an organization role',
    'grants UPDATE_RECORDS, view',
    'grants UPDATE_RECORDS, CREATE_MESSAGES, view',
  ],
  ['auto-share of an object', 'auto-share records on mention, assign', 'auto-share records on mention, watch'],
];

/** In time of the processor, which a busy machine does not lengthen. */
export interface Timing {
  readonly edit: string;
  readonly entries: number;
  readonly milliseconds: number;
  readonly first: number;
}

export function timings(size: Size, rounds = 7): Timing[] {
  const text = organizationText(size);
  const before = snapshotOf(text).model;
  const today = 20_000;
  return edits.map(([edit, from, to]) => {
    const at = text.indexOf(from);
    const after: Model = snapshotOf(`${text.slice(0, at)}${to}${text.slice(at + from.length)}`).model;
    const times: number[] = [];
    let entries = 0;
    for (let round = 0; round < rounds; round++) {
      const start = process.cpuUsage();
      entries = difference(before, after, today).entries.length;
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
    }
    const [first = 0] = times;
    const sorted = [...times].sort((a, b) => a - b);
    return { edit, entries, first, milliseconds: sorted[Math.floor(rounds / 2)] ?? 0 };
  });
}

if (isProgram(import.meta.url)) {
  const names = process.argv.slice(2);
  for (const name of names.length > 0 ? names : Object.keys(sizes)) {
    const size = sizes[name];
    if (size === undefined) continue;
    for (const { edit, entries, milliseconds, first } of timings(size))
      console.log(
        `${name}  ${milliseconds.toFixed(1).padStart(8)} ms  first ${first.toFixed(1).padStart(8)} ms  ${entries} entries  ${edit}`,
      );
  }
}
