// What the vendor's provider takes, as strictly as its format is known: names and types of attributes, words, references, labels.
import { permissionGroups, permissions } from '../../../server/src/catalogue/permissions.ts';

interface File {
  readonly path: string;
  readonly text: string;
}

type Check = (value: unknown, at: string) => readonly string[];

const fault = (at: string, what: string) => [`${at}: ${what}`];
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** No `${` or `%{` but doubled ones. */
const isPlain = (text: string) => !/(?<![$%])(?:[$%]{2})*[$%]\{/.test(text.replace(/\$\$\{|%%\{/g, ''));
const text: Check = (value, at) =>
  typeof value === 'string' && isPlain(value) ? [] : fault(at, `no plain text: ${JSON.stringify(value)}`);
const reference: Check = (value, at) =>
  typeof value === 'string' && /^\$\{[^{}"]*(?:"(?:[^"\\]|\\.)*"\])?\}$/.test(value)
    ? []
    : fault(at, `no reference: ${JSON.stringify(value)}`);
const oneOf =
  (...words: readonly string[]): Check =>
  (value, at) =>
    typeof value === 'string' && words.includes(value) ? [] : fault(at, `none of ${words}: ${JSON.stringify(value)}`);
const wholeNumber: Check = (value, at) =>
  Number.isSafeInteger(value) && Number(value) > 0 ? [] : fault(at, 'no number');
const isTrue: Check = (value, at) => (value === true ? [] : fault(at, 'written though it is not true'));
const list =
  (item: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value) || value.length === 0) return fault(at, 'no list with something in it');
    return value.flatMap((each, i) => item(each, `${at}[${i}]`));
  };
const shape = (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check => {
  return (value, at) => {
    if (!isObject(value)) return fault(at, 'no object');
    const known = new Map([...Object.entries(required), ...Object.entries(optional)]);
    const missing = Object.keys(required).filter((name) => !Object.hasOwn(value, name));
    return [
      ...missing.flatMap((name) => fault(at, `lacks ${name}`)),
      ...Object.entries(value).flatMap(
        ([name, each]) =>
          known.get(name)?.(each, `${at}.${name}`) ?? fault(at, `has ${name}, which is none of its attributes`),
      ),
    ];
  };
};

const valueShapes: Readonly<Record<string, Check>> = {
  text: shape({ type: text, value: text }),
  number: shape({ type: text, value: matching(/^-?\d+(?:\.\d+)?$/) }),
  boolean: shape({ type: text, value: oneOf('true', 'false') }),
  date: shape({ type: text, value: matching(/^\d{4}-\d\d-\d\d$/) }),
  datetime: shape({ type: text, value: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/) }),
  uuid: shape({ type: text, value: reference }),
  current_user: shape({ type: text, current_user_type: oneOf('id') }),
  field: shape({ type: text, field_id: reference }),
};

function matching(pattern: RegExp): Check {
  return (value, at) =>
    typeof value === 'string' && pattern.test(value) ? [] : fault(at, `not ${pattern}: ${JSON.stringify(value)}`);
}

function byType(shapes: Readonly<Record<string, Check>>): Check {
  return (value, at) => {
    const type = isObject(value) ? String(value['type']) : '';
    return Object.hasOwn(shapes, type) ? (shapes[type]?.(value, at) ?? []) : fault(at, `of no known type: ${type}`);
  };
}

const value = byType(valueShapes);
const left = { type: text, left_value: shape({ field_id: reference }) };
const not = { not: isTrue };
const filter: Check = (node, at) => filterNode(node, at);
const comparison = shape({ ...left, value }, not);
const filterNode = byType({
  and: shape({ type: text, children: list(filter) }, not),
  or: shape({ type: text, children: list(filter) }, not),
  true: shape({ type: text }),
  false: shape({ type: text }),
  equals: comparison,
  greater_than: comparison,
  greater_than_equals: comparison,
  less_than: comparison,
  less_than_equals: comparison,
  contains: comparison,
  like: shape({ ...left, value, mode: oneOf('contains', 'starts_with', 'ends_with') }, not),
  in: shape({ ...left, values: list(value) }, not),
  overlaps: shape({ ...left, values: list(value) }, not),
  is_null: shape(left, not),
  consecutive_range: shape(
    {
      ...left,
      relative_value: shape({ operator: oneOf('next', 'last'), unit: oneOf('day', 'month'), amount: wholeNumber }),
    },
    not,
  ),
});

const caps: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['AGENTS', 'AI_PROVIDERS', 'ANALYTICS', 'APPS', 'AUTOMATIONS', 'CONVERSATIONS', 'RECORDS', 'RELATIONSHIPS'].map(
      (group) => [group, ['VIEW', 'EDIT', 'ADMIN', 'CUSTOM']],
    ),
  ),
  ATTACHMENTS: ['VIEW', 'EDIT', 'CUSTOM'],
  SERVICES: ['VIEW', 'CUSTOM'],
  SLAS: ['VIEW', 'CUSTOM'],
  USERS: ['VIEW', 'CUSTOM'],
};

const permissionEntry: Check = (entry, at) => {
  const { group, level } = isObject(entry) ? entry : {};
  const levels = Object.hasOwn(caps, String(group)) ? (caps[String(group)] ?? []) : [];
  const constants = permissions.filter((each) => each.group === group).map(({ constant }) => constant);
  return shape(
    { group: oneOf(...permissionGroups.map(({ constant }) => constant)), level: oneOf(...levels) },
    level === 'CUSTOM' ? { custom_permissions: list(oneOf(...constants)) } : {},
  )(entry, at);
};

const unspoken = oneOf('approver', 'assignable', 'mentionable', 'tags', 'watchable');
const resources: Readonly<Record<string, Check>> = {
  elementum_group: shape(
    { name: text, lifecycle: shape({ ignore_changes: list(unspoken) }) },
    { members: list(reference) },
  ),
  elementum_role: shape(
    { object_id: reference, name: text },
    {
      description: text,
      auto_share: list(oneOf('APPROVAL_CHAIN', 'ASSIGNEE', 'MENTION', 'RECORD_SHARE', 'WATCHER')),
      user_ids: list(reference),
      group_ids: list(reference),
      permissions: list(permissionEntry),
    },
  ),
  elementum_access_policy: shape(
    { object_id: reference, filter },
    { '//': () => [], user_ids: list(reference), group_ids: list(reference) },
  ),
};
const named = shape({ name: text });
const dataSources: Readonly<Record<string, Check>> = {
  elementum_user: shape({ email: text }),
  elementum_group: named,
  elementum_app: named,
  elementum_element: named,
  elementum_task: named,
  elementum_field: shape({ app_id: reference, name: text }),
};

function blockFaults(file: File, known: Set<string>): readonly string[] {
  const root: unknown = JSON.parse(file.text);
  if (!isObject(root)) return fault(file.path, 'no object');
  if (file.path === 'writ-provider.tf.json')
    return shape({
      terraform: shape({
        required_providers: shape({ elementum: shape({ source: oneOf('elementumltd/elementum') }) }),
      }),
    })(root, file.path);
  const words = Object.keys(root).filter((word) => word !== 'data' && word !== 'resource');
  const blocks = (['data', 'resource'] as const).flatMap((word) =>
    Object.entries(Object(root[word] ?? {})).flatMap(([type, labels]) =>
      Object.entries(Object(labels)).flatMap(([label, body]) => {
        const address = `${word === 'data' ? 'data.' : ''}${type}.${label}`;
        const check = (word === 'data' ? dataSources : resources)[type];
        const twice = known.has(address) ? fault(address, 'is there twice') : [];
        known.add(address);
        return [
          ...twice,
          ...(/^[a-z_][a-z0-9_]*$/.test(label) ? [] : fault(address, 'is no label')),
          ...(check?.(body, address) ?? fault(address, 'is of no known type')),
        ];
      }),
    ),
  );
  return [...words.flatMap((word) => fault(file.path, `has ${word}`)), ...blocks];
}

/** What is wrong; empty where nothing is. What is referred to is declared, in these files or in those beside. */
export function faultsOf(files: readonly File[], beside: readonly File[] = []): readonly string[] {
  const json = files.filter(({ path }) => path.endsWith('.tf.json'));
  const known = new Set<string>();
  const faults = json.flatMap((file) => blockFaults(file, known));
  for (const { text: hcl } of beside)
    for (const [, type, label] of hcl.matchAll(/^resource "(\w+)" "(\w+)"/gm)) known.add(`${type}.${label}`);
  const all = json.flatMap(({ text: own }) =>
    [...own.matchAll(/"\$\{((?:data\.)?\w+\.\w+)/g)].map(([, address = '']) => address),
  );
  const lost = all.filter((address) => !known.has(address) && !(beside.length > 0 && address.startsWith('local.')));
  return [...faults, ...lost.flatMap((address) => fault(address, 'is not declared'))];
}
