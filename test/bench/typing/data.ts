// The organization that is written with care as plain data, its text as JSON, and the schema that says what may stand there.
import { permissions } from '../../../server/src/catalogue/permissions.ts';
import { administrators, type Person, type Place } from './team.ts';
import type { Written } from './writing.ts';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

const widest = 100;

/** On one line where that is short enough, as somebody who writes by hand would have it. */
function jsonText(value: Json, indent: string): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const entries = Object.entries(value).map(([key, each]: [string, Json]) => {
    const text = jsonText(each, inner);
    return isList ? text : `${JSON.stringify(key)}: ${text}`;
  });
  const [open, close] = isList ? '[]' : '{}';
  const short = entries.join(', ');
  if (entries.length === 0) return `${open}${close}`;
  if (!short.includes('\n') && short.length < widest) return isList ? `[${short}]` : `{ ${short} }`;
  if (isList && value.every((each: Json) => typeof each === 'string')) return wrapped(entries, indent);
  return `${open}\n${entries.map((entry) => `${inner}${entry}`).join(',\n')}\n${indent}${close}`;
}

/** Words that do not fit on one line. */
function wrapped(words: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > widest) lines.push(word);
    else lines[lines.length - 1] = `${last}, ${word}`;
  }
  return `[\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}]`;
}

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value));

function placeData({ name, purpose, fields, roles, policies, bot, expectations }: Place): Json {
  return plain({ name, purpose, fields, roles, policies, accounts: [bot], expectations });
}

const personData = ({ name, address, department }: Person) => ({ name, address, department });

/** Everything that the Writ text says, less the frame's own group. */
export function organizationData({ places, guests }: Written): Json {
  return plain({
    organization: { name: 'Acme', domains: ['acme.com'], invites: 'admins-only' },
    users: [...administrators, ...places.flatMap(({ people }) => people), ...guests].map(personData),
    groups: places.flatMap(({ teams }) => teams),
    roles: places.flatMap(({ office }) => office ?? []),
    apps: places.map(placeData),
  });
}

export function organizationJson(written: Written): string {
  return `${jsonText(organizationData(written), '')}\n`;
}

const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };

function listOf(required: readonly string[], properties: Readonly<Record<string, unknown>>): object {
  return { type: 'array', items: { type: 'object', required, additionalProperties: false, properties } };
}

const condition = { $ref: '#/definitions/condition' };
const literal = { type: ['string', 'number', 'boolean'] };
const operators = ['and', 'or', 'is', 'is not', 'is one of', 'is current user', '<', '<=', '>', '>='];
const grants = { type: 'array', items: { enum: permissions.map(({ constant }) => constant) } };
const named = { name: text, description: text };
const roleList = listOf(['name', 'description', 'members', 'grants'], { ...named, members: texts, grants });

/** Of all that the Writ text says what a schema can hold it to. */
export const organizationSchema: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['organization', 'users', 'groups', 'roles', 'apps'],
  additionalProperties: false,
  properties: {
    organization: { type: 'object', properties: { name: text, domains: texts, invites: text } },
    users: listOf(['name', 'address'], {
      name: text,
      address: { type: 'string', pattern: '^[^@]+@[^@]+$' },
      department: text,
    }),
    groups: listOf(['name', 'members'], { ...named, members: texts }),
    roles: roleList,
    apps: listOf(['name', 'fields', 'roles', 'policies'], {
      name: text,
      purpose: text,
      fields: listOf(['name', 'type', 'options'], {
        name: text,
        type: { enum: ['text', 'number', 'user', 'boolean', 'choice'] },
        options: texts,
      }),
      roles: roleList,
      policies: listOf(['name', 'to', 'when'], { ...named, to: texts, when: condition }),
      accounts: listOf(['name', 'role'], { name: text, role: text, team: text, builder: text }),
      expectations: listOf(['who', 'can', 'permission'], {
        who: text,
        can: { type: 'boolean' },
        permission: grants.items,
        when: condition,
      }),
    }),
  },
  definitions: {
    condition: {
      type: 'object',
      required: ['op'],
      additionalProperties: false,
      properties: {
        op: { enum: operators },
        field: text,
        value: literal,
        values: { type: 'array', items: literal },
        parts: { type: 'array', items: condition },
      },
    },
  },
};
