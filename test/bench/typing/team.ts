// A made-up organization that is written with care: one object after the other with its teams, and next to nothing to find.
import type { Random } from '../../fuzz/random.ts';
import { randomOf } from '../../fuzz/random.ts';
import type { Condition } from '../organization.ts';

export interface Person {
  readonly name: string;
  readonly address: string;
  readonly department: string;
}

export interface Team {
  readonly name: string;
  readonly description: string;
  readonly members: readonly string[];
}

export interface Role {
  readonly name: string;
  readonly description: string;
  /** Groups; nothing where a service account alone names it. */
  readonly members: readonly string[];
  readonly grants: readonly string[];
}

export interface Field {
  readonly name: string;
  readonly type: 'text' | 'number' | 'user' | 'boolean' | 'choice';
  readonly options: readonly string[];
}

export interface Policy {
  readonly name: string;
  readonly description: string;
  readonly to: readonly string[];
  readonly when: Condition;
}

export interface Expectation {
  readonly who: string;
  readonly can: boolean;
  readonly permission: string;
  readonly when?: Condition;
}

/** One object, those who work with it, and what sees to it that they can. */
export interface Place {
  readonly name: string;
  readonly purpose: string;
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  /** A role of the organization that stands beside it; only some places bring one. */
  readonly office: Role | undefined;
  readonly fields: readonly Field[];
  readonly roles: readonly Role[];
  readonly policies: readonly Policy[];
  readonly bot: { readonly name: string; readonly role: string; readonly team: string; readonly builder: string };
  readonly expectations: readonly Expectation[];
}

const departments = [
  ...['Sales', 'Legal', 'Finance', 'People', 'Purchasing', 'Logistics', 'Research', 'Security', 'Marketing', 'Claims'],
  ...['Quality', 'Facilities', 'Training', 'Customs', 'Press', 'Energy', 'Fleet', 'Estates', 'Clinical', 'Retail'],
  ...['Payroll', 'Treasury', 'Tax', 'Audit', 'Travel', 'Events', 'Grants', 'Labs', 'Plant', 'Harbour'],
] as const;
const subjects = [
  ...['Tickets', 'Contracts', 'Invoices', 'Orders', 'Changes', 'Visits', 'Returns', 'Offers', 'Audits', 'Incidents'],
  ...['Projects', 'Assets', 'Letters', 'Permits', 'Refunds', 'Surveys', 'Samples', 'Repairs', 'Bookings', 'Budgets'],
  ...['Notices', 'Reviews', 'Plans', 'Cases', 'Risks', 'Stocks', 'Transfers', 'Leases', 'Trials', 'Meetings'],
] as const;
const firstNames = [
  ...[
    'ada',
    'ben',
    'cleo',
    'dana',
    'emil',
    'fay',
    'gus',
    'hana',
    'ivo',
    'june',
    'karl',
    'lena',
    'milo',
    'nora',
    'otto',
  ],
  ...[
    'pia',
    'quin',
    'rosa',
    'sami',
    'tess',
    'udo',
    'vera',
    'wim',
    'xenia',
    'yara',
    'zoe',
    'amir',
    'bela',
    'cara',
    'dino',
  ],
] as const;
const [starts, ends] = [
  [
    'al',
    'bar',
    'cor',
    'del',
    'el',
    'far',
    'gar',
    'hol',
    'is',
    'jan',
    'kel',
    'lor',
    'mar',
    'nor',
    'ol',
    'per',
    'quil',
    'ros',
  ],
  [
    'ander',
    'berg',
    'cott',
    'dale',
    'ero',
    'field',
    'gate',
    'hart',
    'ing',
    'jord',
    'kamp',
    'lund',
    'mond',
    'nes',
    'ova',
    'penn',
  ],
] as const;
const middles = ['a', 'be', 'ci', 'do', 'en', 'fu', 'ga', 'hi'] as const;

const regions = ['Europe', 'Americas', 'Asia', 'Africa', 'Oceania'];
const states = ['New', 'Open', 'Waiting', 'Done', 'Closed'];
const urgencies = ['Low', 'Normal', 'High', 'Urgent'];

/** A group of the whole organization that every object names. */
export const reviewers = 'Reviewers';
export const administrators: readonly Person[] = ['root-keeper', 'spare-keeper'].map((name) => ({
  name,
  address: `${name}@acme.com`,
  department: 'Platform',
}));

/** The number in a system whose digits have different bases; throws where there are more numbers than that. */
function digits(number: number, bases: readonly number[]): number[] {
  const all = bases.map((base) => {
    const digit = number % base;
    number = Math.floor(number / base);
    return digit;
  });
  if (number > 0) throw new Error('there are no more names');
  return all;
}

/** Different for every number, and in letters alone. */
function personName(number: number): string {
  const [first = 0, start = 0, end = 0, middle = 0] = digits(number, [
    firstNames.length,
    starts.length,
    ends.length,
    middles.length,
  ]);
  return `${firstNames[first]}-${starts[start]}${middles[middle]}${ends[end]}`;
}

export function makePerson(number: number): Person {
  const name = personName(number);
  return { name, address: `${name}@acme.com`, department: departments[number % departments.length] ?? '' };
}

function makeFields(random: Random): Field[] {
  const choice = (name: string, options: readonly string[]): Field => ({ name, type: 'choice', options });
  const extra = ['Summary', 'Reference', 'Supplier', 'Site', 'Ledger', 'Channel'].filter(() => random.chance(0.5));
  return [
    choice('Status', states),
    choice('Region', regions),
    choice('Urgency', urgencies),
    { name: 'Amount', type: 'number', options: [] },
    { name: 'Assignee', type: 'user', options: [] },
    { name: 'Requester', type: 'user', options: [] },
    { name: 'Confidential', type: 'boolean', options: [] },
    ...extra.map((name): Field => ({ name, type: 'text', options: [] })),
  ];
}

const is = (field: string, value: string | boolean): Condition => ({ op: 'is', field, value });

interface Names {
  readonly place: string;
  readonly agents: string;
  readonly leads: string;
  readonly readers: string;
}

const botName = 'Router Bot';

/** What each team is shown; no one of them shows what another does. */
function makePolicies(random: Random, { place, agents, leads, readers }: Names): Policy[] {
  const region = random.pick(regions);
  const amount = 100 * (1 + random.below(90));
  const urgent: Condition = { op: 'is one of', field: 'Urgency', values: ['High', 'Urgent'] };
  const own: Condition = { op: 'is current user', field: 'Assignee' };
  const big: Condition = { op: '>=', field: 'Amount', value: amount };
  const both = (op: 'and' | 'or', ...parts: Condition[]): Condition => ({ op, parts });
  const open = both('and', own, { op: 'is not', field: 'Status', value: 'Closed' });
  return [
    { name: 'New work', description: `What nobody has taken yet`, to: [agents, botName], when: is('Status', 'New') },
    { name: 'Own work', description: `What an agent of ${place} is working on`, to: [agents], when: open },
    {
      name: 'Whole region',
      description: `What the leads of ${region} answer for`,
      to: [leads],
      when: both('or', is('Region', region), both('and', urgent, is('Confidential', false))),
    },
    {
      name: 'Large amounts',
      description: `What is reviewed from an amount of ${amount} on`,
      to: [reviewers],
      when: both('and', big, is('Confidential', false)),
    },
    { name: 'Past work', description: 'What is over and may be read again', to: [readers], when: is('Status', 'Done') },
  ];
}

const [read, create, update, remove] = ['READ', 'CREATE', 'UPDATE', 'DELETE'].map((verb) => `${verb}_RECORDS`) as [
  string,
  string,
  string,
  string,
];
/** Things of an object that come with a permission to read, to create and to update each. */
const things = ['ATTACHMENTS', 'CONVERSATIONS', 'MESSAGES', 'DOCUMENTS', 'CHARTS', 'DASHBOARDS'] as const;

function onThings(random: Random, verbs: readonly string[]): string[] {
  const chosen = things.filter(() => random.chance(0.4));
  return chosen.flatMap((thing) => verbs.map((verb) => `${verb}_${thing}`));
}

function makeRoles(random: Random, { place, agents, leads, readers }: Names): Role[] {
  return [
    {
      name: 'Agent',
      description: `Works on ${place} from the first word to the last`,
      members: [agents],
      grants: [read, create, update, ...onThings(random, ['READ', 'CREATE', 'UPDATE'])],
    },
    {
      name: 'Lead',
      description: `Answers for ${place} and clears out what is wrong`,
      members: [leads],
      grants: [read, update, remove, 'BULK_UPDATE_RECORDS', ...onThings(random, ['READ', 'UPDATE', 'DELETE'])],
    },
    {
      name: 'Reader',
      description: `Looks things up in ${place}`,
      members: [readers],
      grants: [read, ...onThings(random, ['READ'])],
    },
    {
      name: 'Reviewer',
      description: `Looks at large amounts in ${place}`,
      members: [reviewers],
      grants: [read, 'READ_ACTIVITY_LOGS'],
    },
    { name: 'Router', description: 'What the bot needs to route what is new', members: [], grants: [read, update] },
  ];
}

const household = [
  ['CREATE_GROUPS', 'UPDATE_GROUPS'],
  ['READ_ROLES'],
  ['READ_MARKETPLACE_APPS', 'CREATE_MARKETPLACE_APPS'],
] as const;

/** What its members may do beside all objects. */
function makeOffice(random: Random, team: Team): Role {
  const name = `${team.name} Desk`;
  const grants = ['READ_GROUPS', ...household.filter(() => random.chance(0.6)).flat()];
  return { name, description: `What ${team.name} does for the whole house`, members: [team.name], grants };
}

const perTeam = { agents: 14, leads: 6, readers: 18, office: 4 } as const;

/** How often a place brings a role of the organization. */
const officeEvery = 8;

/** The place of this number, whose people begin at that number; the same for the same numbers. */
export function makePlace(number: number, firstPerson: number): Place {
  const random = randomOf('place', number);
  const [subject = 0, department = 0] = digits(number, [subjects.length, departments.length]);
  const place = `${departments[(department + subject) % departments.length]} ${subjects[subject]}`;
  const names: Names = { place, agents: `${place} Agents`, leads: `${place} Leads`, readers: `${place} Readers` };
  const hasOffice = number % officeEvery === 0;
  const sizes = [perTeam.agents, perTeam.leads, perTeam.readers, ...(hasOffice ? [perTeam.office] : [])];
  const people = Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, i) =>
    makePerson(firstPerson + i),
  );
  let from = 0;
  const team = (name: string, description: string, size: number): Team => {
    const members = people.slice(from, from + size).map((person) => person.name);
    from += size;
    return { name, description, members };
  };
  const teams = [
    team(names.agents, `Work on ${place} every day`, perTeam.agents),
    team(names.leads, `Lead those who work on ${place}`, perTeam.leads),
    team(names.readers, `Need to know how ${place} went`, perTeam.readers),
  ];
  const office = hasOffice
    ? team(`${place} Office`, `Keep the house in order for ${place}`, perTeam.office)
    : undefined;
  const policies = makePolicies(random, names);
  return {
    name: place,
    purpose: `${place}: from the first request to the last answer`,
    people,
    teams: office === undefined ? teams : [...teams, office],
    office: office && makeOffice(random, office),
    fields: makeFields(random),
    roles: makeRoles(random, names),
    policies,
    bot: { name: botName, role: 'Router', team: names.agents, builder: people[0]?.name ?? '' },
    expectations: expectationsOf(names, policies),
  };
}

function expectationsOf({ agents, leads, readers }: Names, policies: readonly Policy[]): Expectation[] {
  const shown = policies.find(({ to }) => to.includes(leads))?.when;
  return [
    { who: readers, can: false, permission: update },
    { who: agents, can: false, permission: remove },
    { who: leads, can: true, permission: remove, ...(shown && { when: shown }) },
  ];
}
