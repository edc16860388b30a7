// The words that begin declarations and properties, with what is inserted for each.
import type { BlockKind } from '../../syntax/blocks.ts';

export interface Template {
  /** As it is listed; its first word tells which item of the block it is. */
  readonly label: string;
  readonly detail: string;
  /** A snippet of lines; a property that goes on is its words and a space. */
  readonly body: string;
  /** It may stand there several times. */
  readonly many?: boolean;
  /** Only in objects of these kinds. */
  readonly only?: readonly string[];
  /** Not beside this one. */
  readonly unless?: string;
}

const at = (index: number, text: string) => `\${${index}:${text}}`;
const oneOf = (index: number, ...choices: readonly string[]) => `\${${index}|${choices.join(',')}|}`;
const lines = (...all: readonly string[]) => all.join('\n');
const described = (label: string, detail: string): Template => ({ label, detail, body: `${label} "$0"` });
const property = (label: string, detail: string, rest: Partial<Template> = {}): Template => ({
  label,
  detail,
  body: `${label} `,
  ...rest,
});

const roleBody = [
  `role "${at(1, 'Auditor')}" {`,
  `  description "${at(2, 'What it is for')}"`,
  '  members $3',
  '  grants $0',
  '}',
];
const description = described('description', 'what it is for');
const roleTemplate: Template = { label: 'role', detail: 'a custom role', body: lines(...roleBody), many: true };
const managedTemplate: Template = {
  label: 'managed role',
  detail: 'members of a role of the platform',
  body: 'managed role ',
  many: true,
};
const object = (label: string, detail: string, name: string): Template => ({
  label,
  detail,
  body: lines(`${label} "${at(1, name)}" {`, `  field ${at(2, 'Status')}: $0`, '}'),
  many: true,
});
const recordTemplate: Template = {
  label: 'record',
  detail: 'an example record, to ask about',
  body: lines(`record ${at(1, 'example')} in ${at(2, 'Object')} {`, '  $0', '}'),
  many: true,
};
const expectTemplate = property('expect', 'what must hold', { many: true });

/** At the top of a file. */
export const declarationTemplates: readonly Template[] = [
  {
    label: 'user',
    detail: 'a user and their address',
    body: `user ${at(1, 'alice')} "${at(2, 'alice@acme.com')}"`,
    many: true,
  },
  {
    label: 'group',
    detail: 'a group with members',
    body: lines(`group ${at(1, 'Agents')} {`, `  description "${at(2, 'What it is for')}"`, '  members $0', '}'),
    many: true,
  },
  roleTemplate,
  managedTemplate,
  object('app', 'an app: fields, roles, policies', 'Service Desk'),
  object('element', 'an element: fields, roles, policies', 'Returns'),
  object('task', 'a task: fields, roles, policies', 'Approvals'),
  object('table', 'a table: fields and policies', 'Countries'),
  recordTemplate,
  property('query', 'a question, answered in place', { many: true }),
  expectTemplate,
  {
    label: 'test',
    detail: 'expectations under one name',
    body: lines(`test "${at(1, 'What must hold')}" {`, '  expect $0', '}'),
    many: true,
  },
  {
    label: 'directory',
    detail: 'users and groups from a SCIM file',
    body: `directory "${at(1, 'people.scim.json')}"`,
    many: true,
  },
  {
    label: 'organization',
    detail: 'its domains, and who may be invited',
    body: lines(
      `organization "${at(1, 'Acme')}" {`,
      `  domains "${at(2, 'acme.com')}"`,
      `  invites ${oneOf(3, 'allowed-domains', 'admins-only', 'any-domain')}`,
      '}',
    ),
  },
];

const apps = ['app'];
const noTables = ['app', 'element', 'task'];
const acting: readonly Template[] = [property('runs as', 'who it acts as'), property('built by', 'its publisher')];

/** The items of each block but records, likeliest first. */
export const itemTemplates: Readonly<Record<Exclude<BlockKind, 'record'>, readonly Template[]>> = {
  organization: [
    described('domains', 'domains of its own addresses'),
    property('invites', 'whom others than administrators may invite'),
    description,
  ],
  user: [
    { label: 'external', detail: 'from outside of the organization', body: 'external' },
    { label: 'inactive', detail: 'refused everything', body: 'inactive' },
  ],
  group: [
    property('members', 'its users', { unless: 'domain' }),
    description,
    { ...described('domain', 'every active user of a domain'), unless: 'members' },
  ],
  role: [
    property('grants', 'what it permits'),
    property('members', 'users and groups that hold it'),
    description,
    property('auto-share on', 'held by whoever has to do with a record'),
    property('expires', 'the last day on which it is in force'),
  ],
  'managed role': [property('members', 'users and groups that hold it')],
  object: [
    { label: 'field', detail: 'a field of its records', body: `field ${at(1, 'Name')}: $0`, many: true },
    { ...roleTemplate, only: noTables },
    {
      label: 'policy',
      detail: 'who sees which records',
      body: lines(`policy "${at(1, 'Who sees what')}" {`, '  to $2', '  when $0', '}'),
      many: true,
    },
    { label: 'default policy', detail: 'Internal Users see every record', body: 'default policy' },
    { ...managedTemplate, only: noTables },
    property('auto-share records on', 'shows records to whoever has to do with them', { only: noTables }),
    {
      label: 'service account',
      detail: 'what automations and agents run as',
      body: lines(`service account "${at(1, 'Bot')}" {`, `  purpose "${at(2, 'What it does')}"`, '  roles $0', '}'),
      many: true,
      only: apps,
    },
    {
      label: 'automation',
      detail: 'does something when it is triggered',
      body: lines(
        `automation "${at(1, 'What it does')}" {`,
        '  trigger $2',
        '  runs as $3',
        '  built by $4',
        '  action $0',
        '}',
      ),
      many: true,
      only: noTables,
    },
    {
      label: 'agent',
      detail: 'has tools and does what it is asked',
      body: lines(`agent "${at(1, 'Helper')}" {`, '  runs as $2', '  built by $3', '  tool $0', '}'),
      many: true,
      only: apps,
    },
  ],
  policy: [property('to', 'who sees the records'), property('when', 'which records; all without it'), description],
  'service account': [
    described('purpose', 'what it is for'),
    property('roles', 'the roles that it holds'),
    property('usable by', 'who may pick it'),
    { label: 'inactive', detail: 'switched off', body: 'inactive' },
  ],
  automation: [
    property('trigger', 'what starts it'),
    ...acting,
    property('action', 'what it does', { many: true }),
    description,
  ],
  agent: [...acting, property('tool', 'what it can do', { many: true }), description],
  test: [expectTemplate, recordTemplate],
};

/** Relations of a record to people. */
export const relationTemplates: readonly Template[] = [
  property('assigned to', 'who the record is assigned to'),
  property('watched by', 'who watches it'),
  property('mentions', 'who is mentioned in it'),
  property('shared with', 'whom it is shared with'),
  property('approved by', 'who is in its approval chain'),
];
