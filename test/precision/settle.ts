// Moves a company into its organization: teams, owners and builders, and the functions of each line of work.
import { writeName } from '../../server/src/syntax/keywords.ts';
import {
  answering,
  asking,
  type Company,
  carrying,
  counting,
  guarding,
  handling,
  helping,
  type Line,
  leading,
  low,
  mentioning,
  openSite,
  owning,
  plural,
  reading,
  reminding,
  routing,
  type Site,
  sharing,
  substituting,
} from './business.ts';
import { addGroup, type Draft, declare, policy, role, spare, test } from './draft.ts';
import { actingPlants, type Plant } from './plants-acting.ts';
import { rolePlants } from './plants-roles.ts';
import { upkeepPlants } from './plants-upkeep.ts';

export interface Settling {
  readonly lines: readonly Line[];
  /** People of each team, without those that plants need. */
  readonly teamSize: number;
  readonly area: Company['area'];
  readonly staff: string;
  /** Where a team of the line sits. */
  readonly siteOf: (line: Line) => string;
}

const auditors = 'Internal Audit';

/** The company with a site for each line, everything in place that a line needs. */
export function settle(draft: Draft, { lines, teamSize, area, staff, siteOf }: Settling): Site[] {
  const { random } = draft;
  for (const line of lines) if (!draft.groups.has(line.team)) hireTeam(draft, line.team, siteOf(line), teamSize);
  for (const name of [auditors, 'Controlling', 'Compliance']) hireTeam(draft, name, 'Head Office', 8);
  const builders = addGroup(draft, 'Automation Builders', hireMany(draft, 'Automation', 'Head Office', 6));
  const builder = () => random.pick(draft.groups.get(builders) ?? []).name;
  const company: Company = {
    draft,
    area,
    staff,
    builders,
    builder,
    owners: (team) => `${team} App Owners`,
    leads: (team) => `${team} Leads`,
  };
  const sites = lines.map((line) => openSite(company, line));
  for (const [i, site] of sites.entries()) furnish(site, i);
  const apps = sites.filter(({ line }) => line.kind === 'app');
  for (const [i, site] of apps.entries()) if (i % 6 === 2) carrying(site, apps.slice(i + 1, i + 3));
  audit(draft, sites);
  return sites;
}

function hireMany(draft: Draft, department: string, site: string, count: number) {
  return Array.from({ length: count }, (_, i) =>
    draft.hire({ department, title: i < 2 ? `Head of ${department}` : 'Specialist', site, external: false }),
  );
}

/** A department, and of it those who lead and those who look after its apps. */
function hireTeam(draft: Draft, name: string, site: string, size: number): void {
  if (draft.groups.has(name)) return;
  const people = hireMany(draft, name, site, size);
  addGroup(draft, name, people);
  addGroup(draft, `${name} Leads`, people.slice(0, 2));
  addGroup(draft, `${name} App Owners`, people.slice(2, 4));
}

/** The functions of a line; which ones beside the usual is chance. */
function furnish(site: Site, index: number): void {
  const { draft, line } = site;
  const { random } = draft;
  handling(site);
  leading(site);
  owning(site);
  const others = [...draft.groups.keys()].filter(
    (name) => !/ (?:Leads|App Owners|Builders)$/.test(name) && name !== line.team,
  );
  const readers = new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(others)));
  for (const reader of readers) if (reader !== auditors && reader !== 'Compliance') reading(site, reader);
  if (random.chance(0.5) && !readers.has('Controlling')) counting(site, 'Controlling');
  if (random.chance(0.5)) guarding(site, 'Compliance');
  if (index % 3 === 0) asking(site);
  if (index % 4 === 1) mentioning(site);
  const person = draft.groups.get(line.team)?.at(-1)?.name;
  if (index % 5 === 2 && person !== undefined) substituting(site, random.pick(others), person);
  if (index % 5 === 4 && person !== undefined) helping(site, person);
  if (line.kind !== 'app') return;
  if (index % 7 === 1) sharing(site, 'Controlling');
  if (index % 2 === 0) routing(site);
  if (index % 3 === 1) reminding(site);
  if (index % 8 === 5) answering(site);
}

/** One role of the organization, and in each object a policy that it needs it for. */
function audit(draft: Draft, sites: readonly Site[]): void {
  const grants = 'READ_RECORDS, READ_ATTACHMENTS, READ_ACTIVITY_LOGS';
  declare(
    draft,
    'roles.writ',
    role({ name: auditors, description: 'Reads what is closed, for the audit plan', members: [auditors], grants }),
  );
  for (const { object, last, f } of sites)
    object.items.push(
      policy(
        'Internal audit reads what is closed',
        [auditors],
        `Status is ${last} and ${f.closed} in the last 3 years`,
      ),
    );
  spare(draft, 'overbroad-org-grant', auditors);
}

/** What the owner of an app expects of it; every expectation holds. */
export function expect({ draft, line, object, company }: Site): void {
  const where = `in ${writeName(object.name)}`;
  const own = [
    `${writeName(line.team)} cannot DELETE_RECORDS ${where}`,
    `${writeName(auditors)} cannot UPDATE_RECORDS ${where}`,
    `${writeName(company.leads(line.team))} can CREATE_CHARTS ${where}`.replace('can CREATE', 'cannot CREATE'),
  ];
  const file = `tests/${line.file.split('/').at(-1) ?? ''}`;
  declare(draft, file, test(`${object.name}: who does what to ${low(plural(line.noun))}`, own));
  if (draft.random.chance(0.3)) declare(draft, file, `query who can DELETE_RECORDS ${where}`);
}

export const plants: Readonly<Record<string, Plant>> = { ...actingPlants, ...rolePlants, ...upkeepPlants };

/** Each plant so many times, spread over the apps, none twice in one of them. */
export function sow(sites: readonly Site[], times: (plant: string) => number): void {
  const apps = sites.filter(({ line }) => line.kind === 'app');
  let next = 0;
  for (const [name, put] of Object.entries(plants))
    for (let i = 0; i < Math.min(times(name), apps.length); i++) {
      const [site, other] = [apps[next % apps.length], apps[(next + 1) % apps.length]];
      next += 1;
      if (site !== undefined && other !== undefined) put(site, other);
    }
}
