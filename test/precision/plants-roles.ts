// True cases and near misses of roles and policies: what reaches too far, and what does nothing.
import { writeName } from '../../server/src/syntax/keywords.ts';
import { many, type Site } from './business.ts';
import { account, declare, plant, policy, role, spare } from './draft.ts';
import { one, type Plant, team } from './plants-acting.ts';

const record = 'READ_RECORDS, READ_MESSAGES';

const overbroadOrgGrant: Plant = (site) => {
  const { draft, object, line, f } = site;
  const group = team(site, 'Back Office');
  const [name, fine] = [`${line.name} Back Office`, `${line.name} User Desk`];
  const description = `The back office of ${many(site)}`;
  const grants = 'READ_RECORDS, UPDATE_RECORDS, DELETE_RECORDS';
  declare(draft, 'roles.writ', role({ name, description, members: [group], grants }));
  object.items.push(policy('The back office sees what is marked', [group], `${f.flag} is true`));
  plant(draft, 'overbroad-org-grant', name);
  const desk = team(site, 'User Desk');
  const users = 'UPDATE_USERS, READ_GROUPS, UPDATE_GROUPS';
  declare(
    draft,
    'roles.writ',
    role({ name: fine, description: 'Looks after accounts', members: [desk], grants: users }),
  );
  spare(draft, 'overbroad-org-grant', fine);
  spare(draft, 'org-role-used-once', fine);
};

/** Of accounts: people are among the internal users, whom policies name in many objects. */
const orgRoleUsedOnce: Plant = (site, other) => {
  const { draft, line, object } = site;
  const names = [`${line.name} Charts`, `${line.name} Chart Lab`] as const;
  const grants = 'READ_CHARTS, READ_DASHBOARDS';
  declare(
    draft,
    'roles.writ',
    role({ name: names[0], description: 'Reads charts', grants }),
    role({ name: names[1], description: 'Reads charts in two places', grants }),
  );
  const reader = 'Chart Reading';
  object.items.push(
    role({ name: reader, description: 'Reads behind the charts', grants: record }),
    account({ name: 'Chart Wall', purpose: 'Shows charts in the hall', roles: [names[0], reader] }),
    account({
      name: 'Chart Lab',
      purpose: 'Draws charts',
      roles: [names[1], reader, `${other.object.name}|${line.name} Chart Reading`],
    }),
    policy('Charts are drawn of what is marked', ['Chart Wall', 'Chart Lab'], `${site.f.flag} is true`),
  );
  const lab = `${object.name}|Chart Lab`;
  other.object.items.push(
    role({ name: `${line.name} Chart Reading`, description: 'Reads behind the charts', grants: record }),
    policy(`Charts of ${line.name} are drawn`, [lab], `${other.f.flag} is true`),
  );
  plant(draft, 'org-role-used-once', names[0]);
  spare(draft, 'org-role-used-once', names[1]);
  spare(draft, 'overbroad-org-grant', names[1]);
};

const externals: Plant = (site) => {
  const { draft, object, f } = site;
  const [over, forever, fine] = [
    team(site, 'Auditors of the Bank', { external: true }),
    team(site, 'Surveyors', { external: true }),
    team(site, 'Consultants', { external: true }),
  ];
  object.items.push(
    role({
      name: 'Bank Audit',
      description: 'The bank looks',
      members: [over],
      grants: `${record}, DELETE_RECORDS`,
      expires: '2027-03-31',
    }),
    role({ name: 'Survey', description: 'Surveys for us', members: [forever], grants: record }),
    role({
      name: 'Advice',
      description: 'Advises us',
      members: [fine],
      grants: `${record}, UPDATE_RECORDS`,
      expires: '2027-06-30',
    }),
    policy('From outside', [over, forever, fine], `${f.flag} is true`),
  );
  plant(draft, 'external-overreach', `${object.name} / Bank Audit`, writeName(over));
  plant(draft, 'external-without-expiry', `${object.name} / Survey`);
  spare(draft, 'external-overreach', `${object.name} / Advice`);
  spare(draft, 'external-without-expiry', `${object.name} / Advice`);
  spare(draft, 'external-without-expiry', `${object.name} / Bank Audit`);
};

const autoShare: Plant = (site) => {
  const { draft, object } = site;
  const fine = { description: 'Reads what is handed over', grants: record };
  object.items.push(
    role({ name: 'Pulled In', description: 'Helps where called', grants: `${record}, DELETE_RECORDS`, on: 'mention' }),
    role({ name: 'Passed On', description: 'Hands on', grants: `${record}, CREATE_RECORD_SHARING`, on: 'share' }),
    role({ name: 'Shared With', ...fine, on: 'share, assign' }),
  );
  plant(draft, 'auto-share-escalation', `${object.name} / Pulled In`);
  plant(draft, 'self-propagating-share', `${object.name} / Passed On`);
  spare(draft, 'auto-share-escalation', `${object.name} / Shared With`);
  spare(draft, 'self-propagating-share', `${object.name} / Shared With`);
  spare(draft, 'role-without-data-access', `${object.name} / Shared With`);
};

const conflictingDuties: Plant = (site) => {
  const { draft, object, f } = site;
  const [group, other] = [team(site, 'Process Desk'), team(site, 'Access Desk')];
  object.items.push(
    role({
      name: 'Process Desk',
      description: 'Does and decides',
      members: [group],
      grants: `${record}, UPDATE_RECORDS, CREATE_DATA_ACCESS, READ_DATA_ACCESS`,
    }),
    policy('The process desk sees', [group], `${f.flag} is true`),
    role({
      name: 'Access Desk',
      description: 'Decides who sees',
      members: [other],
      grants: 'CREATE_DATA_ACCESS, READ_DATA_ACCESS, UPDATE_DATA_ACCESS',
    }),
  );
  plant(draft, 'conflicting-duties', `${object.name} / Process Desk`);
  spare(draft, 'conflicting-duties', `${object.name} / Access Desk`);
};

const constantConditions: Plant = (site) => {
  const { draft, object, f, first, middle } = site;
  const [group, other] = [team(site, 'Night Shift'), team(site, 'Night Watch')];
  const never = `Status is ${first} and Status is ${middle}`;
  const always = `${f.amount} is empty or ${f.amount} >= 100 or ${f.amount} < 500`;
  object.items.push(
    role({ name: 'Night Duty', description: 'Works at night', members: [group, other], grants: record }),
    policy('Night: new and urgent', [group], never),
    policy('Night: all that counts', [group], always),
    policy('Night: either', [other], `(Status is ${first} or Status is ${middle}) and ${f.due} in the next 2 days`),
    policy('Night: amounts', [other], `${f.amount} >= 100 or ${f.amount} < 500 and ${f.flag} is true`),
  );
  plant(draft, 'never-true', `${object.name} / Night: new and urgent`);
  plant(draft, 'always-true', `${object.name} / Night: all that counts`);
  spare(draft, 'shadowed-policy', `${object.name} / Night: either`);
  spare(draft, 'never-true', `${object.name} / Night: either`);
  spare(draft, 'always-true', `${object.name} / Night: amounts`);
};

const shadowed: Plant = (site) => {
  const { draft, object, f, first, middle } = site;
  const group = team(site, 'Second Look');
  object.items.push(
    role({ name: 'Second Look', description: 'Looks again', members: [group], grants: record }),
    policy('Second look at what is new', [group], `Status is ${first}`),
    policy('Second look at what is new and large', [group], `Status is ${first} and ${f.amount} > 5000`),
    policy('Second look at what is large', [group], `${f.amount} > 20000 and Status is not ${middle}`),
  );
  plant(draft, 'shadowed-policy', `${object.name} / Second look at what is new and large`);
  spare(draft, 'shadowed-policy', `${object.name} / Second look at what is large`);
  spare(draft, 'shadowed-policy', `${object.name} / Second look at what is new`);
};

const redundant: Plant = (site) => {
  const { draft, object, f } = site;
  const group = team(site, 'Substitutes');
  const [extra] = [one(site, 'Trainee').name];
  object.items.push(
    role({ name: 'Substitute', description: 'Stands in', members: [group], grants: 'edit on Records, UPDATE_RECORDS' }),
    role({
      name: 'Substitute Notes',
      description: 'Writes notes',
      members: [group],
      grants: 'READ_MESSAGES, CREATE_MESSAGES, READ_RECORDS',
    }),
    role({
      name: 'Trainee',
      description: 'Learns',
      members: [group, extra],
      grants: 'view on Records, READ_ATTACHMENTS',
    }),
    policy('Substitutes see what is marked', [group, extra], `${f.flag} is true`),
  );
  plant(draft, 'redundant-grant', `${object.name} / Substitute`, 'UPDATE_RECORDS');
  plant(draft, 'redundant-grant', `${object.name} / Substitute Notes`, 'READ_RECORDS');
  spare(draft, 'redundant-grant', `${object.name} / Trainee`);
};

/** True where everybody may ask for something, and sees and reads that. */
function asksAll({ object }: Site): boolean {
  return object.items.some((item) => item.startsWith('policy "What you asked for"'));
}

const withoutSight: Plant = (site) => {
  const { draft, object, f } = site;
  const [blind, idle, fine] = [team(site, 'Dispatch'), team(site, 'Planning'), team(site, 'Copy Desk')];
  object.items.push(
    role({ name: 'Dispatch', description: 'Sends out', members: [blind], grants: `${record}, UPDATE_RECORDS` }),
    policy('Planning sees what is marked', [idle], `${f.flag} is true`),
    role({ name: 'Copy Desk', description: 'Copies', members: [fine], grants: record }),
    policy('The copy desk sees what is marked', [fine], `${f.flag} is true`),
  );
  const isShared = object.items.some((item) => item.startsWith('auto-share records'));
  const isHanded = object.items.some((item) => / auto-share on /.test(item));
  const seesAnyway = isShared || asksAll(site);
  (seesAnyway ? spare : plant)(draft, 'role-without-data-access', `${object.name} / Dispatch`);
  const reads = isHanded || asksAll(site);
  const shown = `${object.name} / Planning sees what is marked`;
  (reads ? spare : plant)(draft, 'data-access-without-permission', shown);
  spare(draft, 'role-without-data-access', `${object.name} / Copy Desk`);
  spare(draft, 'data-access-without-permission', `${object.name} / The copy desk sees what is marked`);
};

const writeWithoutRead: Plant = (site) => {
  const { draft, object, f } = site;
  const [blind, fine] = [team(site, 'Scanning'), team(site, 'Filing')];
  object.items.push(
    role({
      name: 'Scanning',
      description: 'Scans and files',
      members: [blind],
      grants: 'READ_RECORDS, CREATE_ATTACHMENTS',
    }),
    policy('Scanning sees what is marked', [blind, fine], `${f.flag} is true`),
    role({ name: 'Filing', description: 'Files', members: [fine], grants: 'READ_RECORDS, READ_ATTACHMENTS' }),
    role({ name: 'Filing Plus', description: 'Files anew', members: [fine], grants: 'CREATE_ATTACHMENTS' }),
  );
  plant(draft, 'write-without-read', `${object.name} / Scanning`);
  spare(draft, 'write-without-read', `${object.name} / Filing Plus`);
};

const lostSight: Plant = (site) => {
  const { draft, object, f } = site;
  const [blind, box, fine] = [team(site, 'Hotline'), team(site, 'Letter Box'), team(site, 'Front Desk')];
  object.items.push(
    role({
      name: 'Intake',
      description: 'Takes calls and visits',
      members: [fine, blind],
      grants: 'CREATE_RECORDS, READ_RECORDS',
    }),
    role({ name: 'Letter Box', description: 'Takes letters', members: [box], grants: 'CREATE_RECORDS' }),
    policy('The front desk sees its own', [fine], `${f.asker} is current user`),
  );
  // Whoever is mentioned or watches may see it after all.
  const isShared = object.items.some((item) => item.startsWith('auto-share records'));
  const [hotline, letters] = [`${object.name} / Intake`, `${object.name} / Letter Box`];
  (isShared || asksAll(site) ? spare : plant)(draft, 'lost-sight', hotline, writeName(blind));
  spare(draft, 'lost-sight', hotline, writeName(fine));
  spare(draft, 'lost-sight', letters);
  if (asksAll(site)) plant(draft, 'shadowed-policy', `${object.name} / The front desk sees its own`);
  else plant(draft, 'write-without-read', letters);
};

export const rolePlants: Readonly<Record<string, Plant>> = {
  overbroadOrgGrant,
  orgRoleUsedOnce,
  externals,
  autoShare,
  conflictingDuties,
  constantConditions,
  shadowed,
  redundant,
  withoutSight,
  writeWithoutRead,
  lostSight,
};

/** A policy for people whom the default policy shows everything; the object has to have that policy. */
export const defaultPolicy = (site: Site): void => {
  const { draft, object, f } = site;
  const [inside, outside] = [team(site, 'Newcomers'), team(site, 'Guests', { external: true })];
  object.items.push(
    'default policy',
    role({ name: 'Newcomer', description: 'Begins', members: [inside], grants: record }),
    role({ name: 'Guest', description: 'Looks in', members: [outside], grants: record, expires: '2027-04-30' }),
    policy('Newcomers see what is marked', [inside], `${f.flag} is true`),
    policy('Guests see what is marked', [outside], `${f.flag} is true`),
  );
  plant(draft, 'default-policy-in-effect', `${object.name} / Newcomers see what is marked`);
  spare(draft, 'default-policy-in-effect', `${object.name} / Guests see what is marked`);
  spare(draft, 'shadowed-policy', `${object.name} / Newcomers see what is marked`);
};
