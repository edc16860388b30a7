// What every company has in common: objects for its lines of work, with a role and a policy for each function in them.
import { writeName } from '../../server/src/syntax/keywords.ts';
import {
  account,
  addObject,
  type Draft,
  managed,
  type ObjectDraft,
  plant,
  policy,
  role,
  runner,
  spare,
} from './draft.ts';

/** One line of work, as the row of a table says it. */
export interface Line {
  readonly name: string;
  readonly kind: ObjectDraft['kind'];
  readonly file: string;
  /** What a record of it is, "Claim". */
  readonly noun: string;
  /** The last one is the end. */
  readonly states: readonly string[];
  /** The field for who works on a record. */
  readonly worker: string;
  readonly team: string;
  /** A number, a boolean, a date. */
  readonly amount: string;
  readonly flag: string;
  readonly due: string;
}

/** `name | kind | noun | states | worker | team | amount | flag | due`, blanks around the bars left out. */
export function lineOf(row: string, folder: string): Line {
  const [name = '', kind = '', noun = '', states = '', worker = '', team = '', amount = '', flag = '', due = ''] = row
    .split('|')
    .map((cell) => cell.trim());
  const known = (['app', 'element', 'task', 'table'] as const).find((each) => each === kind);
  if (known === undefined || due === '') throw new Error(`no line of work: ${row}`);
  const file = `${folder}/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.writ`;
  return {
    name,
    kind: known,
    file,
    noun,
    states: states.split(',').map((each) => each.trim()),
    worker,
    team,
    amount,
    flag,
    due,
  };
}

export interface Company {
  readonly draft: Draft;
  /** The field that says which part of the company a record belongs to, and those parts. */
  readonly area: { readonly field: string; readonly options: readonly string[] };
  /** Everybody who may ask for something. */
  readonly staff: string;
  /** Who may pick service accounts, and the one of them who builds. */
  readonly builders: string;
  readonly builder: () => string;
  readonly owners: (team: string) => string;
  readonly leads: (team: string) => string;
}

/** One object while it is filled. */
export interface Site {
  readonly company: Company;
  readonly draft: Draft;
  readonly line: Line;
  readonly object: ObjectDraft;
  /** Fields as they are written. */
  readonly f: Readonly<Record<'worker' | 'asker' | 'amount' | 'flag' | 'due' | 'area' | 'closed' | 'unit', string>>;
  readonly first: string;
  readonly last: string;
  /** A state, neither the first nor the last, quoted. */
  readonly middle: string;
}

const quote = (text: string) => JSON.stringify(text);

export function openSite(company: Company, line: Line): Site {
  const { draft, area } = company;
  const field = (name: string, type: string) => `field ${writeName(name)}: ${type}`;
  const object = addObject(
    draft,
    { name: line.name, kind: line.kind, file: line.file },
    field('Title', 'text'),
    field('Status', `choice(${line.states.map(quote).join(', ')})`),
    field(line.worker, 'user as assignee'),
    field('Requested by', 'user'),
    field(area.field, `choice(${area.options.map(quote).join(', ')})`),
    field('Unit', 'text'),
    field(line.amount, 'number'),
    field(line.flag, 'boolean'),
    field(line.due, 'date'),
    field('Closed on', 'date'),
  );
  const f = {
    worker: writeName(line.worker),
    asker: writeName('Requested by'),
    amount: writeName(line.amount),
    flag: writeName(line.flag),
    due: writeName(line.due),
    area: writeName(area.field),
    closed: writeName('Closed on'),
    unit: 'Unit',
  };
  const { states } = line;
  const [first = '', middle = ''] = [states[0], states[1]];
  return {
    company,
    draft,
    line,
    object,
    f,
    first: quote(first),
    middle: quote(middle),
    last: quote(states.at(-1) ?? ''),
  };
}

export const plural = (noun: string) => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`);
export const low = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
export const many = ({ line }: Site) => low(plural(line.noun));

const talking = 'READ_CONVERSATIONS, READ_MESSAGES, CREATE_MESSAGES';
const files = 'READ_ATTACHMENTS, CREATE_ATTACHMENTS';

/** The team that does the work. */
export function handling(site: Site): void {
  const { line, object, f, first, middle, draft } = site;
  const grants = `CREATE_RECORDS, READ_RECORDS, UPDATE_RECORDS, ${talking}, ${files}`;
  const description = `Works on ${many(site)} from the first call to the last letter`;
  object.items.push(role({ name: `${line.noun} Handler`, description, members: [line.team], grants }));
  const conditions = [
    `${f.worker} is current user or Status is one of (${first}, ${middle})`,
    `${f.worker} is current user or ${f.worker} is empty and Status is ${first}`,
    `Unit is current user.division and not (${f.flag} is true and Status is ${first})`,
    `${f.worker} is current user or Unit is current user.division`,
  ];
  object.items.push(policy(`${line.team} works on ${many(site)}`, [line.team], draft.random.pick(conditions)));
}

/** Who answers for the team. */
export function leading(site: Site): void {
  const { line, object, f, first, draft, company } = site;
  const leads = company.leads(line.team);
  const grants = 'READ_RECORDS, UPDATE_RECORDS, DELETE_RECORDS, READ_ACTIVITY_LOGS, view on Analytics';
  const description = `Answers for the ${many(site)} of the team`;
  object.items.push(role({ name: `${line.noun} Team Lead`, description, members: [leads], grants }));
  const limit = draft.random.pick([5000, 10_000, 25_000, 100_000]);
  const conditions = [
    `Status is not ${first} or ${f.amount} >= ${limit}`,
    `${f.amount} >= ${limit} or ${f.due} in the next 14 days`,
    `Status is not ${first} and ${f.worker} is not empty`,
    `${f.amount} > ${limit} or ${f.flag} is true or Unit is current user.division`,
  ];
  object.items.push(policy(`${leads} see what weighs`, [leads], draft.random.pick(conditions)));
}

/** Everybody who asks for something and follows what they asked for. */
export function asking(site: Site): void {
  const { line, object, f, company } = site;
  const description = `Reports a ${low(line.noun)} and follows it`;
  const grants = 'CREATE_RECORDS, READ_RECORDS, READ_MESSAGES, CREATE_MESSAGES';
  object.items.push(role({ name: 'Requester', description, members: [company.staff], grants }));
  object.items.push(policy('What you asked for', [company.staff], `${f.asker} is current user`));
}

/** Another department that reads a part. */
export function reading(site: Site, team: string): void {
  const { line, object, f, middle, last, draft } = site;
  const description = `${team} looks at ${many(site)} and changes nothing`;
  object.items.push(
    role({ name: `${team} Reader`, description, members: [team], grants: 'READ_RECORDS, READ_ATTACHMENTS' }),
  );
  const conditions = [
    `Status is one of (${middle}, ${last})`,
    `Status is ${last} and ${f.closed} in the last 2 years`,
    `${f.amount} >= ${draft.random.pick([1000, 2500, 50_000])}`,
    `${f.area} is ${quote(draft.random.pick(site.company.area.options))} and ${f.flag} is false`,
  ];
  object.items.push(policy(`${team} reads ${low(plural(line.noun))}`, [team], draft.random.pick(conditions)));
}

/** Figures only: no record is looked at. */
export function counting(site: Site, team: string): void {
  const description = `Builds the dashboards of ${many(site)}`;
  site.object.items.push(
    role({ name: `${site.line.noun} Figures`, description, members: [team], grants: 'edit on Analytics' }),
  );
  spare(site.draft, 'role-without-data-access', `${site.object.name} / ${site.line.noun} Figures`);
}

/** The few who look at what is marked. */
export function guarding(site: Site, team: string): void {
  const { line, object, f } = site;
  const description = `Looks after ${many(site)} that are marked ${low(line.flag)}`;
  const name = `${line.flag} Reviewer`;
  object.items.push(role({ name, description, members: [team], grants: `READ_RECORDS, UPDATE_RECORDS, ${talking}` }));
  if (team === line.team) plant(site.draft, 'redundant-grant', `${object.name} / ${name}`);
  object.items.push(policy(`${team} reviews`, [team], `${f.flag} is true`));
}

/** Whoever is mentioned or watches, for that record. */
export function mentioning(site: Site): void {
  const description = 'Reads and answers where they are mentioned';
  const grants = 'READ_RECORDS, READ_MESSAGES, CREATE_MESSAGES';
  site.object.items.push(role({ name: 'Mentioned Colleague', description, grants, on: 'mention, watch' }));
  site.object.items.push('auto-share records on mention, watch');
  spare(site.draft, 'auto-share-escalation', `${site.object.name} / Mentioned Colleague`);
  spare(site.draft, 'unused-role', `${site.object.name} / Mentioned Colleague`);
}

/** An account that routes what is new: it has what it needs and sees what it reaches. */
export function routing(site: Site): void {
  const { line, object, f, first, company, draft } = site;
  const [name, description] = [`${line.noun} Router`, `What the router of ${many(site)} needs`];
  object.items.push(
    role({ name: `${line.noun} Routing`, description, grants: 'READ_RECORDS, UPDATE_RECORDS' }),
    policy(`${name} sees what is new`, [name], `Status is ${first} and ${f.worker} is empty`),
    account({
      name,
      purpose: `Routes new ${many(site)}`,
      roles: [`${line.noun} Routing`],
      usableBy: [company.builders],
    }),
    runner({
      name: `Route new ${many(site)}`,
      trigger: 'createRecord',
      runsAs: name,
      builtBy: company.builder(),
      steps: [
        `recordSearch where Status is ${first} and ${f.worker} is empty`,
        `assignUser where Status is ${first} and ${f.worker} is empty`,
        'notification',
      ],
    }),
  );
  for (const rule of [
    'excess-permission',
    'excess-data-access',
    'unused-service-account',
    'service-account-not-shared',
  ])
    spare(draft, rule, `${object.name} / ${rule === 'service-account-not-shared' ? `Route new ${many(site)}` : name}`);
}

/** An account that reminds of what is due. */
export function reminding(site: Site): void {
  const { line, object, f, company } = site;
  const [name, which] = [`${line.noun} Clock`, `${f.due} in the next 7 days and ${f.worker} is not empty`];
  object.items.push(
    role({ name: `${line.noun} Reminding`, description: 'What the clock needs', grants: 'READ_RECORDS' }),
    policy(`${name} sees what is due`, [name], which),
    account({
      name,
      purpose: 'Reminds of what is due',
      roles: [`${line.noun} Reminding`],
      usableBy: [company.builders],
    }),
    runner({
      name: `Remind of ${many(site)} that are due`,
      trigger: 'temporal',
      runsAs: name,
      builtBy: company.builder(),
      steps: [`recordSearch where ${which}`, 'sendEmail'],
    }),
  );
}

/** An agent that answers those who ask, as itself. */
export function answering(site: Site): void {
  const { line, object, f, last, company } = site;
  const [name, which] = [`${line.noun} Guide`, `${f.flag} is false and Status is ${last}`];
  object.items.push(
    role({ name: `${line.noun} Answers`, description: 'What the guide needs', grants: 'READ_RECORDS, CREATE_RECORDS' }),
    policy(`${name} knows what is settled`, [name], which),
    account({ name, purpose: 'Answers in the chat', roles: [`${line.noun} Answers`], usableBy: [company.builders] }),
    runner({
      name: `Ask about ${many(site)}`,
      runsAs: name,
      builtBy: company.builder(),
      steps: [`searchAspect where ${which}`, 'createRecord'],
    }),
  );
}

/** The people who look after the app itself. */
export function owning(site: Site): void {
  const owners = site.company.owners(site.line.team);
  site.object.items.push(managed('App Admin', [owners]));
  spare(site.draft, 'conflicting-duties', `${site.object.name} / App Admin`);
}

/** A line of two, where an organization is so careless: a role that says nothing of itself. */
export function undescribed(site: Site, name: string, team: string): void {
  const { object, f, draft } = site;
  object.items.push(role({ name, members: [team], grants: 'READ_RECORDS, READ_ATTACHMENTS, READ_MESSAGES' }));
  object.items.push(policy(`${name} sees the current ones`, [team], `Status is ${site.middle} and ${f.flag} is false`));
  plant(draft, 'missing-description', `${object.name} / ${name}`);
}

/** Leads of another team who stand in: the work of the team, and one of its own people by name. */
export function substituting(site: Site, other: string, person: string): void {
  const { object, line, f, middle } = site;
  const members = [site.company.leads(other), person];
  const grants = `READ_RECORDS, UPDATE_RECORDS, ${talking}`;
  object.items.push(
    role({ name: 'Holiday Cover', description: `Stands in for ${line.team}`, members, grants }),
    policy('Whoever stands in sees what runs', members, `Status is ${middle} and ${f.due} in the next 30 days`),
  );
}

/** A role that people and an account share, as the account does a part of what they do. */
export function sharing(site: Site, group: string): void {
  const { object, f, company, last } = site;
  const which = `Status is ${last} and ${f.flag} is false`;
  object.items.push(
    role({
      name: 'Archivist',
      description: 'Files what is over',
      members: [group],
      grants: 'READ_RECORDS, UPDATE_RECORDS',
    }),
    policy('The archive', [group, 'Archive Run'], which),
    account({ name: 'Archive Run', purpose: 'Files at night', roles: ['Archivist'], usableBy: [company.builders] }),
    runner({
      name: 'File what is over',
      trigger: 'temporal',
      runsAs: 'Archive Run',
      builtBy: company.builder(),
      steps: [`recordSearch where ${which}`, `updateField where ${which}`],
    }),
  );
}

/** What somebody of the team built for all of them: it does what whoever starts it may do. */
export function helping(site: Site, person: string): void {
  const { object, middle } = site;
  object.items.push(
    runner({
      name: 'Take over',
      trigger: 'onDemand',
      runsAs: 'current user',
      builtBy: person,
      steps: [`recordSearch where Status is ${middle}`, `assignUser where Status is ${middle}`],
    }),
    runner({
      name: 'Thank whoever asked',
      trigger: 'updateRecord',
      builtBy: person,
      steps: ['notification', 'switch'],
    }),
  );
  const what = `${object.name} / Take over`;
  for (const rule of ['missing-permission', 'missing-data-access', 'publisher-identity', 'confused-deputy'])
    spare(site.draft, rule, what);
  spare(site.draft, 'publisher-identity', `${object.name} / Thank whoever asked`);
}

/** One account that carries records from app to app, with a role and a policy in each. */
export function carrying(from: Site, to: readonly Site[]): void {
  const { company, object } = from;
  const name = 'Integration Hub';
  const which = (site: Site) => `Status is ${site.last} and ${site.f.closed} in the last 30 days`;
  for (const site of [from, ...to]) {
    const own = site === from ? name : `${object.name}|${name}`;
    const grants = site === from ? 'READ_RECORDS' : 'CREATE_RECORDS, READ_RECORDS, UPDATE_RECORDS';
    site.object.items.push(
      role({ name: `Hub of ${object.name}`, description: 'What the hub needs', grants }),
      policy(`The hub of ${object.name}`, [own], which(site)),
    );
  }
  const roles = [`Hub of ${object.name}`, ...to.map((site) => `${site.object.name}|Hub of ${object.name}`)];
  const steps = to.flatMap((site) => {
    const there = `in ${writeName(site.object.name)}`;
    return [
      `recordSearch ${there} where ${which(site)}`,
      `createRecord ${there}`,
      `updateField ${there} where ${which(site)}`,
    ];
  });
  object.items.push(
    account({ name, purpose: 'Carries what is done on', roles, usableBy: [company.builders] }),
    runner({
      name: 'Carry on what is done',
      trigger: 'updateRecord',
      runsAs: name,
      builtBy: company.builder(),
      steps: [`recordSearch where ${which(from)}`, ...steps],
    }),
  );
  for (const rule of ['missing-permission', 'missing-data-access', 'service-account-elsewhere'])
    spare(from.draft, rule, `${object.name} / Carry on what is done`);
  for (const site of [from, ...to]) {
    spare(from.draft, 'excess-permission', `${site.object.name} / Hub of ${object.name}`);
    spare(from.draft, 'excess-data-access', `${site.object.name} / The hub of ${object.name}`);
  }
}
