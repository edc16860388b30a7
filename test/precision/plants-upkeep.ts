// True cases and near misses of what is left over, unnamed, undescribed or about to end.
import { writeName } from '../../server/src/syntax/keywords.ts';
import { many } from './business.ts';
import { account, addGroup, block, declare, plant, policy, role, spare } from './draft.ts';
import { one, type Plant, team } from './plants-acting.ts';

const record = 'READ_RECORDS, READ_MESSAGES';

const unusedRole: Plant = ({ draft, object }) => {
  const description = 'Was there for the move from the old system';
  object.items.push(role({ name: 'Migration', description, grants: `${record}, BULK_UPDATE_RECORDS` }));
  plant(draft, 'unused-role', `${object.name} / Migration`);
};

const unusedGroup: Plant = (site) => {
  const { draft, line, object } = site;
  const [idle, asked] = [`${line.name} Pilot Users`, `${line.name} Board Delegates`];
  const [a, b] = [one(site, 'Key User').name, one(site, 'Board').name];
  declare(
    draft,
    'groups.writ',
    block(`group ${writeName(idle)}`, [`description "Tried it first"`, `members ${[a, b].map(writeName).join(', ')}`]),
    block(`group ${writeName(asked)}`, [`description "Of the board"`, `members ${[b, a].map(writeName).join(', ')}`]),
  );
  const group = team(site, 'Board Office');
  object.items.push(
    role({ name: 'Board Office', description: 'Works for the board', members: [group], grants: record }),
    policy('What the board asked for', [group], `${site.f.asker} is in ${writeName(asked)}`),
  );
  plant(draft, 'unused-group', idle);
  spare(draft, 'unused-group', asked);
};

const unusedRecord: Plant = (site) => {
  const { draft, line, object, first } = site;
  const file = `tests/${line.file.split('/').at(-1) ?? ''}`;
  const name = (what: string) => writeName(`${line.name} ${what}`);
  const where = `in ${writeName(object.name)} { Status ${first} }`;
  declare(
    draft,
    file,
    `record ${name('of the demo')} ${where}`,
    `record ${name('of the audit')} ${where}`,
    `query who can DELETE_RECORDS on ${name('of the audit')}`,
  );
  plant(draft, 'unused-record', `${line.name} of the demo`);
  spare(draft, 'unused-record', `${line.name} of the audit`);
};

const expired: Plant = (site) => {
  const { draft, object, f } = site;
  const group = team(site, 'Project Team');
  const text = (name: string, grants: string, expires: string) =>
    role({ name, description: 'For as long as the project lasts', members: [group], grants, expires });
  object.items.push(
    text('Project Start', record, '2026-06-30'),
    text('Project Audit', 'READ_ATTACHMENTS', '2026-12-01'),
    text('Project End', `${record}, READ_ACTIVITY_LOGS`, '2027-01-31'),
    policy('The project sees what is marked', [group], `${f.flag} is true`),
  );
  plant(draft, 'expired-role', `${object.name} / Project Start`);
  plant(draft, 'expired-role', `${object.name} / Project Audit`);
  spare(draft, 'expired-role', `${object.name} / Project End`);
};

const suppression: Plant = (site) => {
  const { draft, object, f } = site;
  const [group, other] = [team(site, 'Press Office'), team(site, 'Legal Desk')];
  const all = policy('The press office sees all', [group]).replace(
    'policy',
    '// writ-ignore unconditional-policy: the press office answers for all of it\npolicy',
  );
  const some = policy('The legal desk sees what is marked', [other], `${f.flag} is true`).replace(
    'when',
    'when // writ-ignore never-true: was about the old states\n   ',
  );
  object.items.push(
    role({ name: 'Press', description: 'Answers the press', members: [group], grants: record }),
    role({ name: 'Legal Desk', description: 'Answers courts', members: [other], grants: record }),
    all,
    some,
  );
  spare(draft, 'unconditional-policy', `${object.name} / The press office sees all`);
  spare(draft, 'unused-suppression', `${object.name} / The press office sees all`);
  const isWhole = draft.planted.every(({ rule }) => rule !== 'service-account-elsewhere');
  (isWhole ? plant : spare)(draft, 'unused-suppression', `${object.name} / The legal desk sees what is marked`);
};

const unconditional: Plant = (site) => {
  const { draft, object, f } = site;
  const [group, other] = [team(site, 'Statistics'), team(site, 'Sampling')];
  object.items.push(
    role({ name: 'Statistics', description: 'Counts', members: [group], grants: record }),
    role({ name: 'Sampling', description: 'Draws samples', members: [other], grants: record }),
    policy('Statistics sees everything', [group]),
    policy('Sampling sees a part', [other], `${f.amount} is not empty`),
  );
  plant(draft, 'unconditional-policy', `${object.name} / Statistics sees everything`);
  spare(draft, 'unconditional-policy', `${object.name} / Sampling sees a part`);
};

const missingDescription: Plant = (site) => {
  const { draft, object, f } = site;
  const group = team(site, 'Helpers');
  object.items.push(
    role({ name: 'Helper', members: [group], grants: record }),
    policy('Helpers see what is marked', [group], `${f.flag} is true`),
  );
  plant(draft, 'missing-description', `${object.name} / Helper`);
};

const vagueName: Plant = (site) => {
  const { draft, object, f } = site;
  const [group, other] = [team(site, 'Holiday Cover'), team(site, 'Tier 2 Support')];
  const description = `Helps out with ${many(site)}`;
  object.items.push(
    role({ name: 'New Role', description, members: [group], grants: record }),
    role({ name: 'Tier 1 Support', description, members: [other], grants: 'READ_ATTACHMENTS' }),
    role({ name: 'Tier 2 Support', description, members: [other], grants: record }),
    policy('Policy 2', [group], `${f.flag} is true`),
    policy('Support sees what is marked', [other], `${f.flag} is true`),
  );
  plant(draft, 'vague-name', `${object.name} / New Role`);
  plant(draft, 'vague-name', `${object.name} / Policy 2`);
  spare(draft, 'vague-name', `${object.name} / Tier 2 Support`);
  spare(draft, 'vague-name', `${object.name} / Tier 1 Support`);
};

const individuals: Plant = (site) => {
  const { draft, object, f } = site;
  const people = Array.from({ length: 5 }, () => one(site, 'Specialist').name);
  const [pair, crowd] = [people.slice(0, 2), people.slice(2)];
  object.items.push(
    role({ name: 'Committee', description: 'Decides on exceptions', members: crowd, grants: record }),
    role({ name: 'Chair', description: 'Chairs the committee', members: pair, grants: `${record}, UPDATE_RECORDS` }),
    policy('The chair sees what is marked', pair, `${f.flag} is true`),
    policy('The committee sees what is marked', crowd, `${f.flag} is true`),
  );
  plant(draft, 'individual-member', `${object.name} / Committee`);
  plant(draft, 'individual-member', `${object.name} / The committee sees what is marked`);
  spare(draft, 'individual-member', `${object.name} / Chair`);
  spare(draft, 'individual-member', `${object.name} / The chair sees what is marked`);
};

const undocumented: Plant = (site) => {
  const { draft, line } = site;
  const [name, fine] = [`${line.name} Directory Desk`, `${line.name} Group Desk`];
  const group = team(site, 'Directory Desk');
  declare(
    draft,
    'roles.writ',
    role({ name, description: 'Looks people up', members: [group], grants: 'READ_USERS, READ_GROUPS' }),
    role({
      name: fine,
      description: 'Looks after groups',
      members: [team(site, 'Group Desk')],
      grants: 'READ_GROUPS, UPDATE_GROUPS',
    }),
  );
  plant(draft, 'undocumented-permission', name, 'READ_USERS');
  spare(draft, 'undocumented-permission', fine);
};

const unknownAttribute: Plant = (site) => {
  const { draft, object } = site;
  const group = team(site, 'Branch Office');
  object.items.push(
    role({ name: 'Branch', description: 'Works in a branch', members: [group], grants: record }),
    policy('The branch sees its own', [group], 'Unit is current user.branch'),
    policy('The division sees its own', [group], 'Unit is current user.division'),
  );
  plant(draft, 'unknown-attribute', `${object.name} / The branch sees its own`);
  spare(draft, 'unknown-attribute', `${object.name} / The division sees its own`);
};

/** Text that looks wrong and is not: no rule about broken text says a word. */
const unusual: Plant = (site) => {
  const { draft, object, line, f, company } = site;
  const namesake = one(site, 'Namesake').name;
  const [group, role2] = [team(site, 'Reading Room'), `${line.name} Content Viewer`];
  const opening = block(`${line.kind} ${writeName(object.name)}`, ['field "READ_RECORDS": text', 'field Open: date']);
  declare(
    draft,
    `more/${line.file.split('/').at(-1) ?? ''}`,
    opening,
    role({ name: role2, description: 'An old "role", of /* all */ things', members: [group], grants: '"READ_GROUPS"' }),
  );
  const which = `${f.due} between field ${f.closed} and 2027-12-31 and Unit is one of (current user.division, "Head Office")`;
  object.items.push(
    role({
      name: 'Reading Room',
      description: 'Reads /* quietly */',
      members: [group],
      grants: '"READ_RECORDS", READ_TAGS',
    }),
    policy('policy', [group], `not (not (${which}) or "READ_RECORDS" is empty and Open is not empty)`),
    policy('of the namesake', [namesake], `${f.flag} is true`),
    account({
      name: namesake,
      purpose: 'Is called like somebody',
      roles: ['Reading Room'],
      usableBy: [company.builders],
    }),
  );
  plant(draft, 'vague-name', `${object.name} / policy`);
  const spots = [
    role2,
    ...['Reading Room', 'policy', 'of the namesake', namesake].map((name) => `${object.name} / ${name}`),
  ];
  for (const rule of brokenText) for (const where of spots) spare(draft, rule, where);
};

const brokenText =
  'syntax duplicate-name unknown-permission unknown-role unknown-principal unknown-field unknown-option operator-type invalid-value wrong-scope managed-role-fixed invalid-member missing-description missing-purpose admin-outside-managed-role'.split(
    ' ',
  );

const nestedGroup: Plant = (site) => {
  const { draft, line, object, f } = site;
  const inner = team(site, 'Early Shift');
  const outer = addGroup(draft, `${line.name} Shifts`, []);
  draft.nested.set(outer, [inner]);
  object.items.push(
    role({ name: 'Shift', description: 'Works in shifts', members: [outer], grants: record }),
    policy('Shifts see what is marked', [outer], `${f.flag} is true`),
  );
  plant(draft, 'nested-directory-group', 'directory');
};

export const upkeepPlants: Readonly<Record<string, Plant>> = {
  unusedRole,
  unusedGroup,
  unusedRecord,
  expired,
  suppression,
  unconditional,
  missingDescription,
  vagueName,
  individuals,
  undocumented,
  unknownAttribute,
  nestedGroup,
  unusual,
};
