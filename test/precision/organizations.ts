// Three made-up organizations, each with what is wrong in it known beforehand: an insurer that keeps order, a manufacturer
// that grew for years, a holding full of partners.
import { writeName } from '../../server/src/syntax/keywords.ts';
import { type Line, lineOf, openSite, owning, type Site, undescribed } from './business.ts';
import {
  account,
  addGroup,
  addObject,
  block,
  type Draft,
  declare,
  managed,
  newDraft,
  plant,
  policy,
  role,
  runner,
  spare,
} from './draft.ts';
import { holding, holdingWork, insurance, manufacturing, plantWork } from './lines.ts';
import { one, team } from './plants-acting.ts';
import { defaultPolicy } from './plants-roles.ts';
import { expect, settle, sow } from './settle.ts';

export interface Sizes {
  /** A share of the lines of work and of the people. */
  readonly share: number;
  readonly seed: string;
}

export type Maker = (sizes: Sizes) => Draft;

function linesOf(rows: string, folder: string, place?: string): Line[] {
  return rows
    .trim()
    .split('\n')
    .map((row) => {
      const line = lineOf(row, folder);
      if (place === undefined) return line;
      const at = (text: string) => `${text} ${place}`;
      return {
        ...line,
        name: at(line.name),
        team: at(line.team),
        file: line.file.replace('.writ', `-${place.toLowerCase().replaceAll(' ', '-')}.writ`),
      };
    });
}

const some = <T>(all: readonly T[], share: number) => all.slice(0, Math.max(8, Math.round(all.length * share)));

/** What every organization says of itself. */
function found(draft: Draft, domains: readonly string[], invites: string): void {
  const lines = [`domains ${domains.map((each) => JSON.stringify(each)).join(', ')}`, `invites ${invites}`];
  declare(
    draft,
    'organization.writ',
    block(`organization ${writeName(draft.name)}`, lines),
    'directory "people.scim.json"',
  );
}

function administrators(draft: Draft, count: number): string[] {
  return Array.from(
    { length: count },
    () => draft.hire({ department: 'IT', title: 'Platform Administrator', site: 'Head Office', external: false }).name,
  );
}

/** Everybody reads it; a table of codes beside it. */
function handbook(draft: Draft, company: Site['company'], name: string): void {
  const row = `${name} | app | Page | Draft, Review, Published | Editor | Knowledge Office | Views | Outdated | Review by`;
  addGroup(
    draft,
    'Knowledge Office',
    [0, 1, 2, 3].map(() =>
      draft.hire({ department: 'Knowledge', title: 'Editor', site: 'Head Office', external: false }),
    ),
  );
  addGroup(draft, 'Knowledge Office App Owners', draft.groups.get('Knowledge Office')?.slice(0, 2) ?? []);
  const site = openSite(company, lineOf(row, 'apps'));
  site.object.items.push(
    role({
      name: 'Page Editor',
      description: 'Writes pages',
      members: ['Knowledge Office'],
      grants: 'CREATE_RECORDS, READ_RECORDS, UPDATE_RECORDS',
    }),
    role({ name: 'Reader', description: 'Reads pages', members: ['Internal Users'], grants: 'READ_RECORDS' }),
  );
  owning(site);
  defaultPolicy(site);
  chat(site);
  addObject(
    draft,
    { name: 'Countries', kind: 'table', file: 'apps/countries.writ' },
    'field Code: text',
    'field Label: text',
    'default policy',
  );
  spare(draft, 'unconditional-policy', `${name} / default policy`);
}

/** Everybody asks the agent of the handbook, which knows what everybody may read. */
function chat({ object, company, last, draft }: Site): void {
  object.items.push(
    role({ name: 'Chat', description: 'Asks the handbook', members: ['Internal Users'], grants: 'READ_AGENTS' }),
    role({ name: 'Librarian', description: 'What the agent needs', grants: 'READ_RECORDS' }),
    policy('The agent knows what is published', ['Librarian Agent'], `Status is ${last}`),
    account({ name: 'Librarian Agent', purpose: 'Answers', roles: ['Librarian'], usableBy: [company.builders] }),
    runner({
      name: 'Ask the handbook',
      runsAs: 'Librarian Agent',
      builtBy: company.builder(),
      steps: [`searchAspect where Status is ${last}`],
    }),
  );
  spare(draft, 'confused-deputy', `${object.name} / Ask the handbook`);
}

export const insurer: Maker = ({ share, seed }) => {
  const draft = newDraft('Northgate Insurance', 'northgate.example', { seed, dot: '.' });
  found(draft, ['northgate.example'], 'admins-only');
  const lines = some(linesOf(insurance, 'apps'), share);
  const area = { field: 'Region', options: ['North', 'South', 'East', 'West'] };
  const sites = settle(draft, {
    lines,
    teamSize: Math.max(6, Math.round(88 * share)),
    area,
    staff: 'Internal Users',
    siteOf: (line) => line.team,
  });
  declare(draft, 'roles.writ', managed('Admin', administrators(draft, 4)));
  spare(draft, 'no-emergency-admin', 'Admin');
  inviting(draft, 'dead-invite-grant');
  adminRole(draft);
  spare(draft, 'admin-sprawl', 'Admin');
  spare(draft, 'individual-member', 'Admin');
  // A mistake of this kind anywhere keeps idle suppressions from being told from used ones.
  sow(sites, (name) => (name === 'elsewhere' ? 0 : 2));
  for (const site of sites) expect(site);
  if (sites[0] !== undefined) handbook(draft, sites[0].company, 'Handbook');
  return draft;
};

/** Somebody beside the administrators has the right to invite. */
function inviting(draft: Draft, rule: 'dead-invite-grant' | 'open-invites' | undefined): void {
  const [name, file] = ['Onboarding', 'roles.writ'];
  const people = [0, 1, 2].map(() =>
    draft.hire({ department: 'Human Resources', title: 'Onboarding', site: 'Head Office', external: false }),
  );
  const grants = 'CREATE_ORGANIZATION_USERS, UPDATE_USERS';
  declare(
    draft,
    file,
    role({ name, description: 'Brings people in', members: [addGroup(draft, 'Onboarding Desk', people)], grants }),
  );
  if (rule === 'dead-invite-grant') plant(draft, rule, name, 'CREATE_ORGANIZATION_USERS');
  else spare(draft, 'dead-invite-grant', name);
  if (rule === 'open-invites') plant(draft, rule, draft.name);
  else spare(draft, 'open-invites', draft.name);
}

function adminRole(draft: Draft): void {
  const [who] = administrators(draft, 1);
  declare(
    draft,
    'roles.writ',
    role({ name: 'Platform Owner', description: 'Owns the platform', members: [who ?? ''], grants: 'ADMIN' }),
  );
  plant(draft, 'admin-outside-managed-role', 'Platform Owner', 'ADMIN');
}

export const manufacturer: Maker = ({ share, seed }) => {
  const draft = newDraft('Steinbach Works', 'steinbach.example', { seed, dot: '_' });
  found(draft, ['steinbach.example', 'steinbach-parts.example'], 'allowed-domains');
  const places = ['Graz', 'Linz', 'Brno', 'Győr', 'Plant 5', 'Plant 6'];
  const copies = places.flatMap((place) =>
    linesOf(plantWork, `plants/${place.toLowerCase().replaceAll(' ', '-')}`, place),
  );
  const lines = [...some(linesOf(manufacturing, 'central'), share), ...some(copies, share)];
  const area = { field: 'Plant', options: places };
  const siteOf = (line: Line) => places.find((place) => line.name.endsWith(place)) ?? 'Head Office';
  const sites = settle(draft, {
    lines,
    teamSize: Math.max(6, Math.round(22 * share)),
    area,
    staff: 'Internal Users',
    siteOf,
  });
  declare(draft, 'roles.writ', managed('Admin', administrators(draft, 9)));
  plant(draft, 'admin-sprawl', 'Admin');
  spare(draft, 'no-emergency-admin', 'Admin');
  inviting(draft, undefined);
  adminRole(draft);
  for (const [i, site] of sites.entries()) grown(site, i);
  sow(sites, () => 5);
  for (const site of sites) expect(site);
  if (sites[0] !== undefined) handbook(draft, sites[0].company, 'Intranet');
  return draft;
};

/** What years do to an app: copies, people by name, roles that nobody took out. */
function grown(site: Site, index: number): void {
  const { draft, object, line, f, middle } = site;
  const { random } = draft;
  if (index % 4 === 0) undescribed(site, `${line.noun} Handler (copy)`, team(site, 'Takeover', { size: 3 }));
  if (index % 5 === 1) {
    const people = Array.from({ length: 2 + random.below(5) }, () => one(site, 'Specialist').name);
    object.items.push(
      role({
        name: `${line.noun} Extra`,
        description: 'Asked for by the plant manager',
        members: people,
        grants: 'READ_RECORDS, UPDATE_RECORDS',
      }),
      policy(`${line.noun} extra`, people, `${f.flag} is true and Status is ${middle}`),
    );
    const rule = people.length < 3 ? spare : plant;
    rule(draft, 'individual-member', `${object.name} / ${line.noun} Extra`);
    rule(draft, 'individual-member', `${object.name} / ${line.noun} extra`);
  }
  if (index % 6 === 2) {
    object.items.push(
      role({
        name: `${line.noun} Handler 2019`,
        description: 'Before the new process',
        grants: 'READ_RECORDS, UPDATE_RECORDS',
      }),
    );
    plant(draft, 'unused-role', `${object.name} / ${line.noun} Handler 2019`);
  }
  if (index % 7 === 3) {
    const group = team(site, 'Key Users', { size: 3 });
    declare(
      draft,
      'roles.writ',
      role({
        name: `${line.name} Key User`,
        description: 'Was quicker this way',
        members: [group],
        grants: 'edit on Records',
      }),
    );
    object.items.push(policy('Key users see the open ones', [group], `Status is one of (${site.first}, ${middle})`));
    plant(draft, 'overbroad-org-grant', `${line.name} Key User`);
  }
}

export const partnerHolding: Maker = ({ share, seed }) => {
  const draft = newDraft('Aldermoor Holding', 'aldermoor.example', { seed, dot: '-' });
  found(draft, ['aldermoor.example'], 'any-domain');
  const companies = ['Wren', 'Tarn', 'Fell', 'Beck', 'Holm', 'Garth', 'Moss'];
  const copies = companies.flatMap((name) => linesOf(holdingWork, `companies/${name.toLowerCase()}`, name));
  const lines = [...some(linesOf(holding, 'group'), share), ...some(copies, share)];
  const area = { field: 'Company', options: companies };
  const siteOf = (line: Line) => companies.find((name) => line.name.endsWith(name)) ?? 'Group';
  const sites = settle(draft, {
    lines,
    teamSize: Math.max(6, Math.round(9 * share)),
    area,
    staff: 'Internal Users',
    siteOf,
  });
  const [admin, gone] = [administrators(draft, 1), administrators(draft, 1)];
  for (const person of draft.people) if (gone.includes(person.name)) person.active = false;
  declare(draft, 'roles.writ', managed('Admin', [...admin, ...gone]));
  plant(draft, 'no-emergency-admin', 'Admin');
  spare(draft, 'admin-sprawl', 'Admin');
  inviting(draft, 'open-invites');
  for (const [i, site] of sites.entries()) partners(site, i, Math.max(3, Math.round(25 * share)));
  sow(sites, () => 4);
  for (const site of sites) expect(site);
  if (sites[0] !== undefined) handbook(draft, sites[0].company, 'Group Wiki');
  return draft;
};

/** A partner firm of a line: a group by its domain, a role that ends, the records that name the partner. */
function partners(site: Site, index: number, people: number): void {
  const { draft, object, line, f, first } = site;
  if (index % 2 === 1) return;
  const domain = `${line.name.toLowerCase().replaceAll(' ', '-')}-partner.example`;
  const group = `${line.name} Partner`;
  for (let i = 0; i < people; i++)
    draft.hire({ department: 'Partner', title: 'Consultant', site: line.name, external: true }, domain);
  declare(
    draft,
    'groups.writ',
    block(`group ${writeName(group)}`, [`description "The partner firm"`, `domain ${JSON.stringify(domain)}`]),
  );
  const grants = 'READ_RECORDS, UPDATE_RECORDS, READ_MESSAGES, CREATE_MESSAGES';
  const ends = index % 6 === 0 ? undefined : '2027-06-30';
  object.items.push(
    role({
      name: 'Partner',
      description: 'Works with us on what is theirs',
      members: [group],
      grants,
      ...(ends === undefined ? {} : { expires: ends }),
    }),
    policy('The partner works on its own', [group], `${f.worker} is current user and Status is not ${first}`),
  );
  (ends === undefined ? plant : spare)(draft, 'external-without-expiry', `${object.name} / Partner`);
  spare(draft, 'external-overreach', `${object.name} / Partner`);
}

export const organizations: readonly { readonly name: string; readonly make: Maker }[] = [
  { name: 'insurer', make: insurer },
  { name: 'manufacturer', make: manufacturer },
  { name: 'holding', make: partnerHolding },
];
