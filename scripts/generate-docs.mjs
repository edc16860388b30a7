// Writes the pages of docs/ that restate data: the catalogue of the platform, the index of rules, what the server answers. `npm run docs` runs it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { actions, tools, triggers } from '../server/src/catalogue/actions.ts';
import { managedRoles } from '../server/src/catalogue/managed-roles.ts';
import { list } from '../server/src/catalogue/permission-set.ts';
import { permissionGroups, permissions, permissionsOf } from '../server/src/catalogue/permissions.ts';
import { occasionOf, reachingAgents, relatings } from '../server/src/catalogue/set-off.ts';
import { features } from '../server/src/lsp/features.ts';
import { encodings } from '../server/src/lsp/position-encoding.ts';
import { soon } from '../server/src/lsp/progress.ts';
import { rules } from '../server/src/rules/registry.ts';
import { situations } from './situations.ts';
import { supportSections } from './support-page.ts';

/** @typedef {import('../server/src/catalogue/types.ts').Permission} Permission */
/** @typedef {import('../server/src/catalogue/types.ts').PermissionGroup} PermissionGroup */
/** @typedef {import('../server/src/catalogue/types.ts').Action} Action */
/** @typedef {import('../server/src/catalogue/managed-roles.ts').ManagedRole} ManagedRole */
/** @typedef {import('../server/src/catalogue/set-off.ts').Occasion} Occasion */

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', 'docs');
const note = (/** @type {string} */ source) => `<!-- Generated from ${source} by \`npm run docs\`: edit that. -->`;

/**
 * A Markdown table; a bar in a cell would end it.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (/** @type {string} */ text) => `\`${text}\``;
const yes = (/** @type {boolean} */ value) => (value ? 'yes' : '');

/** @param {Permission} permission */
function permissionRow({ constant, name, level, scopes, record, documented, constantConfirmed }) {
  const known = documented ? (constantConfirmed ? 'yes' : 'yes, the constant is a guess') : 'no';
  return [code(constant), name, level ?? '', scopes.join(', '), yes(record), known];
}

const permissionHead = ['Constant', 'On the screens', 'From level', 'Granted in', 'Needs sight', 'Documented'];

/** @param {PermissionGroup} group */
function groupSection(group) {
  const caps = [
    `in the organization ${group.organizationCap === null ? 'none' : code(group.organizationCap)}`,
    `in an object ${group.objectCap === null ? 'none' : code(group.objectCap)}`,
  ];
  const members = permissionsOf(group);
  const body = members.length === 0 ? 'No permission is known.' : table(permissionHead, members.map(permissionRow));
  return [`### ${group.name}`, `Highest level: ${caps.join(', ')}.`, body];
}

/** @param {readonly ManagedRole[]} roles */
function managedTable(roles) {
  const rows = roles.map((role) => {
    const granted = list(role.grants);
    const all = granted.map(({ constant }) => code(constant)).join(', ');
    const whole = `${granted.length} permissions: every one whose scopes include object`;
    return [role.name, role.meaning, role.level === 'admin' ? whole : all, role.aliases.join(', ')];
  });
  return table(['Role', 'For', 'Grants (a reading)', 'Never written'], rows);
}

/** @param {readonly Action[]} steps */
function stepTable(steps) {
  const rows = steps.map(({ id, name, requires, records, egress }) => [
    code(id),
    name ?? '',
    requires.map(({ constant }) => code(constant)).join(', '),
    records ?? '',
    yes(egress),
  ]);
  return table(['Word', 'On the screens', 'Needs at its object', 'Records', 'Sends data outside'], rows);
}

/** @param {Occasion | undefined} occasion */
function askedFor(occasion) {
  if (occasion === undefined) return '';
  return occasion.permission === undefined ? `whoever ${occasion.outside ?? ''}` : code(occasion.permission.constant);
}

/** What sets automations, agents and auto-share off. */
function setOffSections() {
  return [
    '## Triggers of automations',
    'Asked for: what it takes of people to have such an automation run, or what somebody outside does. Nobody asks for the others: a change of a record, an answer or the clock sets them off.',
    table(
      ['Word', 'On the screens', 'Asked for (a reading)'],
      triggers.map(({ id, name }) => [code(id), name ?? '', askedFor(occasionOf(id))]),
    ),
    `Whoever holds ${code(reachingAgents?.constant ?? '')} in its object can chat with an agent, as a reading, too.`,
    '## Auto-share of roles',
    'What it takes to give somebody the relation that a role goes with, the heaviest first.',
    table(
      ['Word', 'Whoever', 'Handed out by whoever can', 'With (a reading)'],
      relatings.map(({ word, received, given, permission }) => [
        code(word),
        received,
        given,
        permission === undefined ? '' : code(permission.constant),
      ]),
    ),
  ];
}

/** The text of docs/catalogue.md. */
function renderCatalogue() {
  const alone = permissions.filter(({ group }) => group === null);
  const parts = [
    '# The catalogue',
    note('server/src/catalogue/*.json'),
    'What exists on the platform and can be written in a policy. It is data: a correction is an edit of one row. What the groups, levels, scopes, managed roles and needs of actions are is a reading of public documentation and of the public schema, which state no complete list.',
    '## Permissions',
    `${permissions.length} constants in ${permissionGroups.length} groups. A role grants a constant (\`READ_RECORDS\`) or a level of a group (\`view on Records\`), which includes what the group has from that level down, as far as it can be granted there. *Needs sight*: it acts on a record, so data access decides besides. *Documented*: the platform's documentation lists it.`,
    ...permissionGroups.flatMap(groupSection),
    '### In no group',
    'No level includes these: they are granted by their constants.',
    table(permissionHead, alone.map(permissionRow)),
    '## Managed roles',
    'Their permissions are fixed; a policy gives them members.',
    '### Of the organization',
    managedTable(managedRoles('organization')),
    '### Of each app, element and task',
    managedTable(managedRoles('object')),
    '## Actions of automations',
    'Records: `existing`, it reaches records that data access has to cover; `new`, it makes one; nothing, it touches none.',
    stepTable(actions),
    '## Tools of agents',
    stepTable(tools),
    ...setOffSections(),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The text of docs/rules.md. */
function renderRules() {
  const categories = [...new Set(rules.map(({ category }) => category))];
  const sections = categories.flatMap((category) => {
    const rows = rules
      .filter((rule) => rule.category === category)
      .map(({ id, severity, title, locked }) => [
        `[${id}](../server/src/rules/${id}.md)`,
        locked === true ? `${severity}, always` : severity,
        title,
      ]);
    return [`## ${category}`, table(['Rule', 'Severity', 'Reports'], rows)];
  });
  const parts = [
    '# The rules',
    note('server/src/rules/registry.ts'),
    `${rules.length} rules. Each severity is a default that \`rules\` in \`writ.json\` changes; one that is *always* what it is can be neither changed nor suppressed. The page of a rule says why it exists and shows what it reports.`,
    ...sections,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The text of docs/support.md. */
function renderSupport() {
  const sections = supportSections().flatMap(({ title, head, rows }) => [`## ${title}`, table(head, rows)]);
  const parts = [
    '# What the language server answers',
    note('server/src/lsp/rows/*.ts'),
    'Requests of the Language Server Protocol, each a row with what it is for. Every one is made through the protocol in [the tests](../test/lsp/features.test.ts), and has to have an answer there. *Tried in*: a test in that editor makes it, for VS Code in its extension host on Node and in the one of a browser, on a workspace that only the editor can read. Besides, findings are published for all files of a project while they change, and documents and files are followed as [the editors page](editors.md#other-editors) says.',
    `Columns are counted in ${encodings.join(', ')}: in the first of these that the client offers, in utf-16 if it offers none. Every request is [made in each](../test/lsp/position-encoding.test.ts), with characters of every length before what is asked about.`,
    `What takes more than ${soon} ms is told how far it is: reading the workspace at its start, to a client that shows progress, and with a \`workDoneToken\` ${features.flatMap(({ method, progress }) => (progress === undefined ? [] : code(method))).join(', ')}. With a \`partialResultToken\` these are answered in parts: ${features.flatMap(({ method, inParts }) => (inParts ? code(method) : [])).join(', ')}. [Tests](../test/lsp/progress.test.ts) show both, and that what is cancelled ends.`,
    ...sections,
    '## In hostile situations',
    'Each is a test through the protocol: nothing throws, nothing is declared twice, and what is said is said where it is.',
    table(
      ['Situation', 'Shown by'],
      situations.map(({ is, file }) => [is, `[${path.basename(file)}](../${file})`]),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Every generated page: its path and the text that it should hold. */
export const generatedDocs = [
  { file: path.join(folder, 'catalogue.md'), text: renderCatalogue() },
  { file: path.join(folder, 'rules.md'), text: renderRules() },
  { file: path.join(folder, 'support.md'), text: renderSupport() },
];

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const { file, text } of generatedDocs) {
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}
