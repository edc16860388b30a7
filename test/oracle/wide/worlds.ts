// Worlds of one app that use more of the language than the small ones: every operator of every type, service accounts, managed
// roles, expiry, settings. A world is a number in a space of choices; there are too many to walk through.
import type { Files } from '../engine.ts';

export const today = '2026-03-31';

/** Declaration of each field, and one content for each region that the conditions below distinguish. */
const fields: Readonly<Record<string, { readonly type: string; readonly contents: readonly string[] }>> = {
  Region: { type: 'text', contents: ['"EU"', '"xEU"', '"EUx"', '"eu"', '"US"', 'empty', '""'] },
  Note: { type: 'text', contents: ['"EU"', '"US"', 'empty'] },
  Total: { type: 'number', contents: ['0.5', '1', '1.5', '2', '3', '-2.5', 'empty'] },
  Limit: { type: 'number', contents: ['1', '1.5', '2', 'empty'] },
  Due: {
    type: 'date',
    contents: [
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
      '2026-02-27',
      '2026-02-28',
      '2026-04-14',
      '2026-04-15',
      '2025-03-30',
      '2025-03-31',
      'empty',
    ],
  },
  Done: { type: 'date', contents: ['2026-03-30', '2026-03-31', 'empty'] },
  Placed: {
    type: 'datetime',
    contents: [
      '2026-03-30T23:59:59.999Z',
      '2026-03-31T00:00Z',
      '2026-03-31T12:00+02:00',
      '2026-03-31T23:59:59.999Z',
      '2026-04-01T00:00Z',
      '2026-03-28T00:00Z',
      '2026-03-27T23:59:59.999Z',
      'empty',
    ],
  },
  Sent: { type: 'datetime', contents: ['2026-03-31T10:00Z', '2026-03-31T00:00Z', 'empty'] },
  Paid: { type: 'boolean', contents: ['true', 'false', 'empty'] },
  Ready: { type: 'boolean', contents: ['true', 'false', 'empty'] },
  Status: { type: 'choice("New", "Open", "Closed")', contents: ['"New"', '"Open"', '"Closed"', 'empty'] },
  Before: { type: 'choice("New", "Open")', contents: ['"New"', '"Open"', 'empty'] },
  Labels: { type: 'choices("vip", "late", "new")', contents: ['"vip"', '("vip", "late")', '"new"', 'empty'] },
  Lead: { type: 'user', contents: ['alice', 'bo', 'Bot', 'empty'] },
  Peer: { type: 'user', contents: ['alice', 'bo', 'empty'] },
  Crew: { type: 'group', contents: ['G', 'H', 'empty'] },
  Other: { type: 'group', contents: ['G', 'H', 'empty'] },
  File: { type: 'attachment', contents: ['"a.pdf"', 'empty'] },
};

/** Every operator of every type at least once; the empty one is a policy without `when`. */
export const conditions: readonly string[] = [
  '',
  'Region is "EU"',
  'Region is not "EU"',
  'Region contains "EU"',
  'Region starts with "EU"',
  'Region ends with "EU"',
  'Region is one of ("US", current user.Zone)',
  'Region is current user.Zone',
  'Region is not current user.Zone',
  'Region contains current user.Zone',
  'Region is field Note',
  'Region is not field Note',
  'Region is empty',
  'Region is not empty',
  'Total is 1',
  'Total is not 1',
  'Total > 1',
  'Total >= 1',
  'Total < 1',
  'Total <= 1',
  'Total between 1 and 2',
  'Total is one of (1, 3, -2.5)',
  'Total < field Limit',
  'Total is field Limit',
  'Total between field Limit and 2',
  'Total between 1 and field Limit',
  'Total is empty',
  'Due is 2026-03-31',
  'Due is not 2026-03-31',
  'Due after 2026-03-31',
  'Due before 2026-03-31',
  'Due between 2026-03-31 and 2026-04-14',
  'Due in the last 1 months',
  'Due in the last 1 years',
  'Due in the last 1 days',
  'Due in the next 2 weeks',
  'Due after field Done',
  'Due is field Done',
  'Due between field Done and 2026-04-14',
  'Placed is 2026-03-31',
  'Placed is not 2026-03-31',
  'Placed after 2026-03-31',
  'Placed before 2026-03-31',
  'Placed after 2026-03-31T10:00Z',
  'Placed is 2026-03-31T10:00Z',
  'Placed before 2026-03-31T12:00+02:00',
  'Placed between 2026-03-31 and 2026-03-31',
  'Placed between 2026-03-31T10:00Z and 2026-03-31',
  'Placed between 2026-03-31 and 2026-03-31T10:00Z',
  'Placed in the last 3 days',
  'Placed in the next 1 weeks',
  'Placed before field Sent',
  'Placed is field Sent',
  'Placed between field Sent and 2026-03-31',
  'Placed is empty',
  'Paid is true',
  'Paid is false',
  'Paid is field Ready',
  'Paid is not empty',
  'Status is "Open"',
  'Status is not "Open"',
  'Status is one of ("New", "Closed")',
  'Status is field Before',
  'Status is not field Before',
  'Status is empty',
  'Labels contains "vip"',
  'Labels overlaps ("late", "new")',
  'not (Labels contains "vip")',
  'Labels is empty',
  'Lead is alice',
  'Lead is not alice',
  'Lead is current user',
  'Lead is not current user',
  'Lead is Bot',
  'Lead is one of (Bot, current user)',
  'Lead is in G',
  'not Lead is in G',
  'Lead is in "Internal Users"',
  'Lead is in "External Users"',
  'Lead is field Peer',
  'Lead is not field Peer',
  'Lead is empty',
  'Crew is G',
  'Crew is not G',
  'Crew is one of (G, H)',
  'Crew contains current user',
  'not (Crew contains current user)',
  'Crew is field Other',
  'Crew is empty',
  'File is empty',
  'File is not empty',
  'Status is "Open" and (Lead is current user or Total >= 1)',
  'not (Status is "Open" or Paid is true)',
  'Status is "New" or Status is "Open" and not Paid is true',
];

/** The choices that make a world; each has a number of possibilities, the first the plainest. */
const choices = {
  bo: ['', 'inactive', 'external', 'external inactive'],
  /** Bits: alice in G, bo in G, alice in H, bo in H. */
  membership: Array.from({ length: 16 }, (_, i) => i),
  byDomain: [false, true],
  orgMembers: ['G', '', 'alice', 'bo', 'Internal Users', 'External Users', 'G, H'],
  orgGrants: ['READ_RECORDS', '', 'READ_CHARTS', 'ADMIN', 'READ_RECORDS, READ_CHARTS', 'view on Records'],
  orgShare: ['', 'watch', 'assign', 'mention', 'share', 'approval'],
  orgExpires: ['', '2026-03-30', '2026-03-31', '2026-04-01'],
  ownMembers: ['', 'G', 'alice', 'bo', 'External Users'],
  ownGrants: ['READ_RECORDS', '', 'READ_CHARTS', 'edit on Records'],
  ownShare: ['', 'watch', 'assign', 'mention', 'share', 'approval'],
  botRoles: ['', 'Own', 'Org', '"App Admin"', 'organization."App Admin", "Content Viewer"', 'organization.Admin'],
  boManaged: ['', 'App Admin', 'Content Editor', 'Content Viewer'],
  firstTo: ['G', 'alice', 'Internal Users', 'Bot', 'External Users', 'H, bo'],
  first: [-1, ...conditions.keys()],
  secondTo: ['H', 'bo', 'alice, Bot'],
  second: [-1, ...conditions.keys()],
  defaultPolicy: [false, true],
  recordShare: ['', 'watch', 'assign', 'group-assign', 'mention', 'approval'],
  adminSees: [true, false],
  reach: ['record', 'object'],
} as const;

type Name = keyof typeof choices;
type World = { readonly [K in Name]: (typeof choices)[K][number] };

const names = Object.keys(choices) as Name[];

/** A part of the space: what varies; everything else is at its plainest, or as `fixed` says. */
interface Slice {
  readonly name: string;
  readonly free: readonly Name[];
  readonly fixed: Partial<World>;
}

const slices: readonly Slice[] = [
  {
    name: 'conditions',
    free: ['first', 'bo', 'membership', 'firstTo'],
    fixed: { orgMembers: 'Internal Users', botRoles: 'Own', ownMembers: 'External Users' },
  },
  {
    name: 'two policies',
    free: ['first', 'second', 'secondTo'],
    fixed: { membership: 6, orgMembers: 'Internal Users', botRoles: 'Own' },
  },
  {
    name: 'roles',
    free: ['bo', 'membership', 'orgMembers', 'orgGrants', 'orgExpires', 'ownMembers', 'ownGrants'],
    fixed: { first: 1, botRoles: 'Own' },
  },
  {
    name: 'auto-share',
    free: ['orgShare', 'orgGrants', 'ownShare', 'ownGrants', 'recordShare', 'reach', 'adminSees'],
    fixed: { membership: 6, orgMembers: '' },
  },
  {
    name: 'admin',
    free: ['bo', 'membership', 'orgMembers', 'orgExpires', 'orgShare', 'adminSees', 'reach', 'defaultPolicy'],
    fixed: { orgGrants: 'ADMIN', ownGrants: '' },
  },
  {
    name: 'accounts and managed roles',
    free: ['botRoles', 'boManaged', 'bo', 'ownShare', 'recordShare', 'firstTo', 'adminSees', 'defaultPolicy'],
    fixed: { first: 0, membership: 6 },
  },
  { name: 'everything', free: names, fixed: {} },
];

function sizeOf({ free }: Slice): number {
  return free.reduce((size, name) => size * choices[name].length, 1);
}

/** Slices with the number of their worlds; the last is the whole space, which nobody can walk through. */
export const spaces: readonly { readonly name: string; readonly size: number; world(index: number): World }[] =
  slices.map((slice) => ({ name: slice.name, size: sizeOf(slice), world: (index) => worldAt(slice, index) }));

function worldAt({ free, fixed }: Slice, index: number): World {
  const chosen: Record<string, unknown> = {};
  for (const name of names) chosen[name] = choices[name][0];
  Object.assign(chosen, fixed);
  let rest = index;
  for (const name of free) {
    const from: readonly unknown[] = choices[name];
    chosen[name] = from[rest % from.length];
    rest = Math.floor(rest / from.length);
  }
  return chosen as unknown as World;
}

/** Worlds that differ from another one by the names of the groups alone: neither is named, and the first has more people. */
export function isRenaming(world: World): boolean {
  const named = [world.orgMembers, world.ownMembers, world.firstTo, world.secondTo];
  const conditionsNamed = [world.first, world.second].map((i) => conditions[i] ?? '');
  if ([...named, ...conditionsNamed].some((text) => /\b[GH]\b/.test(text))) return false;
  return (world.membership & 3) > world.membership >> 2;
}

function members(bits: number): string {
  const list = ['alice', 'bo'].filter((_, i) => (bits >> i) & 1);
  return list.length === 0 ? '' : `members ${list.join(', ')}`;
}

function refs(text: string): string {
  return text.replace(/(Internal|External) Users/g, '"$&"');
}

function property(word: string, value: string): string {
  return value === '' ? '' : ` ${word} ${refs(value)}`;
}

/** The fields that the policies speak of. */
export function fieldsIn(world: World): string[] {
  const text = `${conditions[world.first] ?? ''} ${conditions[world.second] ?? ''}`;
  return Object.keys(fields).filter((name) => new RegExp(`\\b${name}\\b(?! Users)`).test(text.replace(/"[^"]*"/g, '')));
}

const relationWords: Readonly<Record<string, string>> = {
  watch: 'watched by',
  assign: 'assigned to',
  'group-assign': 'assigned to',
  mention: 'mentions',
  share: 'shared with',
  approval: 'approved by',
};

/** Every relation that something in the world looks at, of every kind of holder. */
function relations(world: World): string[] {
  const words = new Set(['share', world.orgShare, world.ownShare, world.recordShare].filter((word) => word !== ''));
  const all = [''];
  for (const word of words) {
    for (const who of ['alice', 'bo', 'G', '"External Users"', 'Bot']) all.push(`${relationWords[word]} ${who}`);
    if (word === 'assign') all.push('Owner alice', 'Owner bo', 'Owner Bot', 'Team G');
    if (word === 'group-assign') all.push('Team G', 'Team H', 'Owner alice');
  }
  return [...new Set(all)];
}

/** Bodies of records: every combination of contents, each with every relation. */
function bodies(world: World): string[] {
  let all = [''];
  for (const name of fieldsIn(world))
    all = all.flatMap((body) => (fields[name]?.contents ?? []).map((content) => `${body} ${name} ${content}`));
  return all.flatMap((body) =>
    relations(world).map((relation) => {
      const owner = relation.startsWith('Owner') ? '' : ' Owner empty';
      const team = relation.startsWith('Team') ? '' : ' Team empty';
      return `${body}${owner}${team} ${relation}`;
    }),
  );
}

/** The texts of a world with at most so many records, taken evenly from all of them; gives how many there are. */
export function filesOf(world: World, most: number, offset: number): { files: Files; records: number } {
  const all = bodies(world);
  const step = Math.max(1, Math.ceil(all.length / most));
  const chosen = all.filter((_, i) => (i + offset) % step === 0);
  const policy = (name: string, to: string, condition: string | undefined): string => {
    if (condition === undefined) return '';
    return `  policy ${name} { to ${refs(to)}${condition === '' ? '' : ` when ${condition}`} }\n`;
  };
  const declared = fieldsIn(world).map((name) => `  field ${name}: ${fields[name]?.type}\n`);
  const text = `organization { domains "acme.com" }
user alice "alice@acme.com" { Zone "EU" }
user bo "bo@partner.io" { ${world.bo} }
group G { ${world.byDomain ? 'domain "Partner.IO"' : members(world.membership & 3)} }
group H { ${members(world.membership >> 2)} }
role Org {${property('members', world.orgMembers)}${property('grants', world.orgGrants)}${property('auto-share on', world.orgShare)}${property('expires', world.orgExpires)} }
app Desk {
  field Owner: user as assignee
  field Team: group as assignee
${declared.join('')}  role Own {${property('members', world.ownMembers)}${property('grants', world.ownGrants)}${property('auto-share on', world.ownShare)} }
${world.boManaged === '' ? '' : `  managed role "${world.boManaged}" { members bo }\n`}${policy('First', world.firstTo, conditions[world.first])}${policy('Second', world.secondTo, conditions[world.second])}${world.defaultPolicy ? '  default policy\n' : ''}${world.recordShare === '' ? '' : `  auto-share records on ${world.recordShare}\n`}  service account Bot {${property('roles', world.botRoles)} }
}
${chosen.map((body, i) => `record r${i} in Desk {${body} }`).join('\n')}
`;
  const semantics = { adminSeesAllRecords: world.adminSees, autoShareReach: world.reach };
  return { files: { 'main.writ': text, 'writ.json': JSON.stringify({ semantics }) }, records: chosen.length };
}
