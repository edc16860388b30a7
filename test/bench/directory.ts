// Measures how long a large SCIM directory takes to load, and what it leaves on the heap.
import { readDirectory } from '../../server/src/exchange/scim.ts';
import { figureOf, type Measured, type Options, type Suite } from './figures.ts';
import { figureTable } from './targets.ts';
import { stopwatch } from './timing.ts';

export interface DirectoryMeasure {
  readonly users: number;
  readonly groups: number;
  readonly megabytes: number;
  /** The median of the rounds. */
  readonly milliseconds: number;
  readonly times: readonly number[];
  /** What the loaded directory itself holds on to. */
  readonly heapMegabytes: number;
}

const schemas = 'urn:ietf:params:scim:schemas:';
const departments = ['Audit', 'Finance', 'Legal', 'Sales', 'Support'];

function user(index: number): unknown {
  return {
    schemas: [`${schemas}core:2.0:User`, `${schemas}extension:enterprise:2.0:User`],
    id: `user-${index}`,
    userName: `person.${index}`,
    displayName: `Person ${index}`,
    title: 'Specialist',
    active: index % 50 !== 0,
    emails: [{ value: `person.${index}@acme.com`, type: 'work', primary: true }],
    [`${schemas}extension:enterprise:2.0:User`]: {
      department: departments[index % departments.length],
      costCenter: String(index % 300),
    },
    meta: { resourceType: 'User', location: `https://scim.acme.com/v2/Users/user-${index}` },
  };
}

function group(index: number, users: number): unknown {
  const members = Array.from({ length: 100 }, (_, i) => ({
    value: `user-${(index * 37 + i * 11) % users}`,
    type: 'User',
  }));
  if (index > 0 && index % 20 === 0) members.push({ value: `group-${index - 1}`, type: 'Group' });
  return { schemas: [`${schemas}core:2.0:Group`], id: `group-${index}`, displayName: `Team ${index}`, members };
}

/** A directory of that size as one ListResponse: 100 members a group, every twentieth with a group inside. */
export function directoryText(users: number, groups: number): string {
  const resources = [
    ...Array.from({ length: users }, (_, index) => user(index)),
    ...Array.from({ length: groups }, (_, index) => group(index, users)),
  ];
  const list = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
  return JSON.stringify({ schemas: [list], totalResults: resources.length, Resources: resources });
}

/** Loads the directory several times; heap figures need `node --expose-gc`, without it they hold garbage too. */
export function measureDirectory(users = 50_000, groups = 2_000, rounds = 5): DirectoryMeasure {
  const text = directoryText(users, groups);
  const times: number[] = [];
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let loaded = readDirectory('[]');
  for (let round = 0; round < rounds; round++) {
    const loading = stopwatch();
    loaded = readDirectory(text);
    times.push(loading().ms);
  }
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed - before;
  times.sort((a, b) => a - b);
  return {
    users: loaded.users.length,
    groups: loaded.groups.length,
    megabytes: text.length / 1e6,
    milliseconds: times[times.length >> 1] ?? Number.NaN,
    times,
    heapMegabytes: heap / 1e6,
  };
}

const counts = { users: 50_000, groups: 2_000 };

async function run({ quick }: Options): Promise<Measured> {
  const measure = measureDirectory(counts.users, counts.groups, quick ? 2 : 9);
  const what = { engine: 'Writ', size: '' } as const;
  const figures = [
    figureOf({ ...what, name: 'load', unit: 'ms' }, measure.times),
    figureOf({ ...what, name: 'heap', unit: 'MB' }, [measure.heapMegabytes]),
  ];
  const passed = measure.users === counts.users && measure.groups === counts.groups;
  const detail = `${measure.users} users, ${measure.groups} groups, ${measure.megabytes.toFixed(1)} MB`;
  return { figures, checks: [{ name: 'the directory is read whole', passed, detail }] };
}

export const directory: Suite = {
  name: 'directory',
  run,
  tables: ({ figures }) => [figureTable(figures, 'Writ')],
  notes: ({ checks }) => [`The directory has ${checks[0]?.detail ?? 'nothing'}.`],
};
