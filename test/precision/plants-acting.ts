// True cases and near misses of what automations, agents and service accounts do.
import type { Site } from './business.ts';
import { account, addGroup, declare, plant, policy, role, runner, spare, test } from './draft.ts';
import type { Person } from './people.ts';

export type Plant = (site: Site, other: Site) => void;

/** New people of one department, in a group of the directory that nothing else names. */
export function team(site: Site, label: string, options: { size?: number; external?: boolean } = {}): string {
  const { draft, line } = site;
  const { size = 4, external = false } = options;
  const hire = (i: number): Person =>
    draft.hire(
      { department: label, title: label, site: line.name, external },
      external ? `partner-${i % 3}.example` : draft.domain,
    );
  return addGroup(
    draft,
    `${line.name} ${label}`,
    Array.from({ length: size }, (_, i) => hire(i)),
  );
}

export function one(site: Site, title: string): Person {
  return site.draft.hire({ department: site.line.team, title, site: site.line.name, external: false });
}

interface Bot {
  readonly name: string;
  readonly grants: string;
  readonly sees: string | undefined;
  readonly builtBy: string;
  readonly usableBy: string;
  readonly trigger?: string;
  readonly steps: readonly string[];
}

/** An account with one role, one policy and one automation, whose name is that of the account with "Run" before it. */
function bot({ object, company }: Site, given: Partial<Bot> & Pick<Bot, 'name' | 'steps' | 'grants'>): string {
  const { name, grants, sees, steps, trigger = 'updateRecord' } = given;
  const { builtBy = company.builder(), usableBy = company.builders } = given;
  object.items.push(role({ name: `${name} Rights`, description: `What ${name} needs`, grants }));
  if (sees !== undefined) object.items.push(policy(`${name} sees`, [name], sees));
  object.items.push(
    account({ name, purpose: `Runs ${name}`, roles: [`${name} Rights`], usableBy: [usableBy] }),
    runner({ name: `Run ${name}`, trigger, runsAs: name, builtBy, steps }),
  );
  return `${object.name} / Run ${name}`;
}

const missingPermission: Plant = (site) => {
  const { draft, middle } = site;
  const steps = [`updateField where Status is ${middle}`];
  const wrong = bot(site, { name: 'Status Sync', grants: 'READ_RECORDS', sees: `Status is ${middle}`, steps });
  plant(draft, 'missing-permission', wrong, 'updateField');
  site.object.items.push(
    role({ name: 'Ledger Reading', description: 'Reads for the ledger', grants: 'READ_RECORDS' }),
    role({ name: 'Ledger Writing', description: 'Writes for the ledger', grants: 'UPDATE_RECORDS' }),
    policy('Ledger sees', ['Ledger Sync'], `Status is ${middle}`),
    account({
      name: 'Ledger Sync',
      purpose: 'Keeps the ledger in step',
      roles: ['Ledger Reading', 'Ledger Writing'],
      usableBy: [site.company.builders],
    }),
    runner({
      name: 'Post to the ledger',
      trigger: 'temporal',
      runsAs: 'Ledger Sync',
      builtBy: site.company.builder(),
      steps,
    }),
  );
  spare(draft, 'missing-permission', `${site.object.name} / Post to the ledger`);
  spare(draft, 'unused-role', `${site.object.name} / Ledger Writing`);
  spare(draft, 'write-without-read', `${site.object.name} / Ledger Writing`);
};

const missingDataAccess: Plant = (site) => {
  const { draft, object, f, first, last } = site;
  const closed = { name: 'Closing Letter', grants: 'READ_RECORDS', sees: `Status is ${first}` };
  const wrong = bot(site, { ...closed, steps: [`recordSearch where Status is ${last}`] });
  plant(draft, 'missing-data-access', wrong, 'recordSearch');
  plant(draft, 'excess-data-access', `${object.name} / Closing Letter sees`, '"Closing Letter"');
  const steps = [`recordSearch where Status is one of (${first}, ${last}) and ${f.flag} is true`];
  const fine = bot(site, {
    name: 'Weekly List',
    grants: 'READ_RECORDS',
    sees: `Status is ${first} and ${f.flag} is true`,
    steps,
  });
  object.items.push(policy('Weekly List sees the rest', ['Weekly List'], `Status is ${last} and ${f.flag} is true`));
  spare(draft, 'missing-data-access', fine);
  spare(draft, 'shadowed-policy', `${object.name} / Weekly List sees the rest`);
  spare(draft, 'excess-data-access', `${object.name} / Weekly List sees`);
};

const notShared: Plant = (site) => {
  const { draft, f } = site;
  const steps = [`recordSearch where ${f.flag} is true`];
  const alone = one(site, 'Analyst').name;
  const wrong = bot(site, {
    name: 'Flag Watch',
    grants: 'READ_RECORDS',
    sees: `${f.flag} is true`,
    steps,
    builtBy: alone,
  });
  plant(draft, 'service-account-not-shared', wrong);
};

const elsewhere: Plant = (site, other) => {
  const { draft, object, f } = site;
  const name = `${site.line.noun} Courier`;
  bot(site, {
    name,
    grants: 'READ_RECORDS',
    sees: `${f.flag} is true`,
    steps: [`recordSearch where ${f.flag} is true`],
  });
  const text = runner({
    name: `Borrow the ${name}`,
    trigger: 'onDemand',
    runsAs: `${object.name}|${name}`,
    builtBy: site.company.builder(),
    steps: ['notification'],
  });
  other.object.items.push(text);
  plant(draft, 'service-account-elsewhere', `${other.object.name} / Borrow the ${name}`);
  spare(draft, 'service-account-elsewhere', `${object.name} / Run ${name}`);
};

const inactiveActor: Plant = (site) => {
  const { draft, object, f } = site;
  const gone = one(site, 'Key User');
  gone.active = false;
  const steps = [`recordSearch where ${f.flag} is true`];
  object.items.push(
    runner({ name: 'Left running', trigger: 'temporal', runsAs: 'publisher', builtBy: gone.name, steps }),
  );
  plant(draft, 'inactive-actor', `${object.name} / Left running`);
  const fine = bot(site, {
    name: 'Still Running',
    grants: 'READ_RECORDS',
    sees: `${f.flag} is true`,
    steps,
    builtBy: gone.name,
  });
  spare(draft, 'inactive-actor', fine);
};

const failedExpectation: Plant = (site) => {
  const { draft, line, object } = site;
  const [wrong, fine] = [`${object.name}: leads delete nothing`, `${object.name}: nobody outside deletes`];
  const where = `in ${JSON.stringify(object.name)}`;
  const leads = JSON.stringify(site.company.leads(line.team));
  declare(
    draft,
    `tests/${line.file.split('/').at(-1) ?? ''}`,
    test(wrong, [`${leads} cannot DELETE_RECORDS ${where}`]),
    test(fine, [`"External Users" cannot DELETE_RECORDS ${where}`]),
  );
  plant(draft, 'failed-expectation', wrong);
  spare(draft, 'failed-expectation', fine);
};

const excessPermission: Plant = (site) => {
  const { draft, object, f } = site;
  const steps = [`recordSearch where ${f.flag} is true`];
  const grants = 'READ_RECORDS, DELETE_RECORDS, CREATE_RECORD_SHARING';
  bot(site, { name: 'Nightly Export', grants, sees: `${f.flag} is true`, steps, trigger: 'temporal' });
  plant(draft, 'excess-permission', `${object.name} / Nightly Export Rights`, 'DELETE_RECORDS');
  plant(draft, 'excess-permission', `${object.name} / Nightly Export Rights`, 'CREATE_RECORD_SHARING');
};

const excessDataAccess: Plant = (site) => {
  const { draft, object, f, first } = site;
  const steps = [`recordSearch where Status is ${first} and ${f.flag} is true`];
  bot(site, { name: 'Fresh Look', grants: 'READ_RECORDS', sees: `${f.flag} is true`, steps });
  plant(draft, 'excess-data-access', `${object.name} / Fresh Look sees`);
};

const unusedAccount: Plant = (site) => {
  const { draft, object, f, company } = site;
  object.items.push(
    role({ name: 'Old Import', description: 'What the import needed', grants: 'CREATE_RECORDS, READ_RECORDS' }),
    account({
      name: 'Import 2022',
      purpose: 'Imported the old system',
      roles: ['Old Import'],
      usableBy: [company.builders],
    }),
    account({ name: 'Data Warehouse', purpose: 'Is read from outside', roles: ['Warehouse Reading'] }),
    role({ name: 'Warehouse Reading', description: 'Reads for the warehouse', grants: 'READ_RECORDS' }),
    policy('The warehouse loads', ['Data Warehouse'], `${f.flag} is false`),
  );
  plant(draft, 'unused-service-account', `${object.name} / Import 2022`);
  spare(draft, 'unused-service-account', `${object.name} / Data Warehouse`);
  spare(draft, 'excess-permission', `${object.name} / Warehouse Reading`);
  spare(draft, 'excess-data-access', `${object.name} / The warehouse loads`);
};

const missingPurpose: Plant = (site) => {
  const { draft, object, f } = site;
  object.items.push(
    role({ name: 'Mail Reading', description: 'Reads for the mailing', grants: 'READ_RECORDS' }),
    policy('Mailings see what is marked', ['Mailing'], `${f.flag} is true`),
    account({ name: 'Mailing', roles: ['Mail Reading'] }),
  );
  plant(draft, 'missing-purpose', `${object.name} / Mailing`);
};

const dataEgress: Plant = (site) => {
  const { draft, f, first } = site;
  const steps = [`recordSearch where ${f.flag} is true and Status is ${first}`, 'api'];
  const sees = `${f.flag} is true and Status is ${first}`;
  const wrong = bot(site, { name: 'Portal Push', grants: 'READ_RECORDS', sees, steps, trigger: 'createRecord' });
  plant(draft, 'data-egress', wrong, 'api');
  const fine = bot(site, {
    name: 'Rate Lookup',
    grants: 'CREATE_RECORDS',
    sees: undefined,
    steps: ['api', 'createRecord'],
  });
  spare(draft, 'data-egress', fine);
  spare(draft, 'lost-sight', `${site.object.name} / Rate Lookup Rights`);
};

const identityOverride: Plant = (site) => {
  const { draft, object, f, company } = site;
  const which = `${f.flag} is false and Status is ${site.first}`;
  object.items.push(
    role({ name: 'Desk Answers', description: 'What the desk agent needs', grants: 'READ_RECORDS' }),
    policy('The desk agent sees what is open', ['Desk Agent'], which),
    account({
      name: 'Desk Agent',
      purpose: 'Answers at the desk',
      roles: ['Desk Answers'],
      usableBy: [company.builders],
    }),
    runner({
      name: 'Desk',
      runsAs: 'Desk Agent',
      builtBy: company.builder(),
      steps: [`searchAspect where ${which}`, 'updateRecord runs as current user'],
    }),
    runner({
      name: 'Own Desk',
      runsAs: 'current user',
      builtBy: company.builder(),
      steps: ['searchAspect', 'updateRecord'],
    }),
  );
  plant(draft, 'identity-override', `${object.name} / Desk`, 'current user');
  spare(draft, 'identity-override', `${object.name} / Own Desk`);
  spare(draft, 'publisher-identity', `${object.name} / Own Desk`);
};

const publisherIdentity: Plant = (site) => {
  const { draft, object, f } = site;
  const clerk = one(site, 'Senior Clerk').name;
  object.items.push(
    role({
      name: 'Mailbox Duty',
      description: 'Looks after the mailbox',
      members: [clerk],
      grants: 'READ_RECORDS, UPDATE_RECORDS',
    }),
    policy('The mailbox is looked after', [clerk], `${f.flag} is true`),
    runner({
      name: 'File what comes by mail',
      trigger: 'emailIngestion',
      runsAs: 'publisher',
      builtBy: clerk,
      steps: [`updateField where ${f.flag} is true`],
    }),
    runner({
      name: 'Tidy up at night',
      trigger: 'temporal',
      runsAs: 'publisher',
      builtBy: clerk,
      steps: [`updateField where ${f.flag} is true`],
    }),
  );
  plant(draft, 'publisher-identity', `${object.name} / File what comes by mail`);
  spare(draft, 'publisher-identity', `${object.name} / Tidy up at night`);
};

const confusedDeputy: Plant = (site) => {
  const { draft, object, f } = site;
  const [interns, clerks] = [team(site, 'Interns'), team(site, 'Clearing')];
  const grants = 'READ_RECORDS, UPDATE_RECORDS';
  const steps = [`updateField where ${f.flag} is true`];
  const sees = `${f.flag} is true`;
  bot(site, {
    name: 'Clearing Run',
    grants,
    sees,
    steps,
    usableBy: interns,
    builtBy: draft.groups.get(interns)?.[0]?.name ?? '',
  });
  plant(draft, 'confused-deputy', `${object.name} / Clearing Run`);
  object.items.push(
    role({ name: 'Clearing', description: 'Clears what is marked', members: [clerks], grants }),
    policy('Clearing sees what is marked', [clerks], sees),
  );
  bot(site, {
    name: 'Clearing Help',
    grants,
    sees,
    steps,
    usableBy: clerks,
    builtBy: draft.groups.get(clerks)?.[0]?.name ?? '',
  });
  spare(draft, 'confused-deputy', `${object.name} / Clearing Help`);
};

export const actingPlants: Readonly<Record<string, Plant>> = {
  missingPermission,
  missingDataAccess,
  notShared,
  elsewhere,
  inactiveActor,
  failedExpectation,
  excessPermission,
  excessDataAccess,
  unusedAccount,
  missingPurpose,
  dataEgress,
  identityOverride,
  publisherIdentity,
  confusedDeputy,
};
