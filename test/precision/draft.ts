// An organization while it is being written: its declarations by file, its people, and what is known of them beforehand.
import type { ProjectInput } from '../../server/src/project/types.ts';
import { writeName } from '../../server/src/syntax/keywords.ts';
import { parseDate } from '../../server/src/text/calendar.ts';
import { type Random, randomOf } from '../fuzz/random.ts';
import { inputOf } from '../support/fixture.ts';
import { type Person, peopleMaker, type Role } from './people.ts';

/** The day for which organizations are written. */
export const day = '2026-11-21';

/** Where something is: names of declarations from outside in, `Motor Claims / Claim Handler`. */
export interface Spot {
  readonly rule: string;
  readonly where: string;
  /** The words under the finding; any in that declaration when left out. */
  readonly text?: string;
}

export interface ObjectDraft {
  readonly name: string;
  readonly kind: 'app' | 'element' | 'task' | 'table';
  readonly file: string;
  readonly items: string[];
}

export interface Draft {
  readonly name: string;
  readonly random: Random;
  readonly domain: string;
  /** Declarations by file, objects apart. */
  readonly files: Map<string, string[]>;
  readonly objects: ObjectDraft[];
  readonly people: Person[];
  /** Groups of the directory. */
  readonly groups: Map<string, Person[]>;
  /** Groups of the directory that hold others. */
  readonly nested: Map<string, string[]>;
  readonly settings: Record<string, unknown>;
  readonly planted: Spot[];
  /** What looks like a case of the rule and is none. */
  readonly fine: Spot[];
  readonly hire: (what: Role, domain?: string) => Person;
}

/** Names that are free of what is not the draft's own. */
export function newDraft(
  name: string,
  domain: string,
  options: { readonly seed: string; readonly dot: string },
): Draft {
  const random = randomOf(name, options.seed);
  const make = peopleMaker(random, options.dot);
  const people: Person[] = [];
  const hire = (what: Role, at = domain): Person => {
    const person = make(what, at);
    people.push(person);
    return person;
  };
  const [files, groups, nested] = [new Map(), new Map(), new Map()];
  const settings = { $schema: 'writ.schema.json' };
  return { name, random, domain, files, objects: [], people, groups, nested, settings, planted: [], fine: [], hire };
}

export function declare({ files }: Draft, file: string, ...texts: readonly string[]): void {
  const own = files.get(file);
  if (own === undefined) files.set(file, [...texts]);
  else own.push(...texts);
}

export function addObject(draft: Draft, object: Omit<ObjectDraft, 'items'>, ...items: readonly string[]): ObjectDraft {
  const made = { ...object, items: [...items] };
  draft.objects.push(made);
  return made;
}

/** A group in the directory. */
export function addGroup({ groups }: Draft, name: string, members: readonly Person[]): string {
  groups.set(name, [...members]);
  return name;
}

export function plant({ planted }: Draft, rule: string, where: string, text?: string): void {
  planted.push({ rule, where, ...(text === undefined ? {} : { text }) });
}

export function spare({ fine }: Draft, rule: string, where: string, text?: string): void {
  fine.push({ rule, where, ...(text === undefined ? {} : { text }) });
}

/** Names in a list, as they are written. */
export const listed = (names: readonly string[]): string => names.map(reference).join(', ');

/** `Object.Name` of two names with a bar between them; other names as they are. */
export function reference(name: string): string {
  return name.split('|').map(writeName).join('.');
}

export interface RoleText {
  readonly name: string;
  readonly description?: string;
  readonly members?: readonly string[];
  readonly grants?: string;
  readonly on?: string;
  readonly expires?: string;
}

/** A role, one property a line. */
export function role({ name, description, members = [], grants, on, expires }: RoleText): string {
  const lines = [
    description === undefined ? undefined : `description ${JSON.stringify(description)}`,
    members.length === 0 ? undefined : `members ${listed(members)}`,
    grants === undefined ? undefined : `grants ${grants}`,
    on === undefined ? undefined : `auto-share on ${on}`,
    expires === undefined ? undefined : `expires ${expires}`,
  ];
  return block(`role ${writeName(name)}`, lines);
}

export function managed(name: string, members: readonly string[]): string {
  return `managed role ${writeName(name)} { members ${listed(members)} }`;
}

export function policy(name: string, to: readonly string[], when?: string): string {
  return block(`policy ${writeName(name)}`, [`to ${listed(to)}`, when === undefined ? undefined : `when ${when}`]);
}

export interface AccountText {
  readonly name: string;
  readonly purpose?: string;
  readonly roles: readonly string[];
  readonly usableBy?: readonly string[];
}

export function account({ name, purpose, roles, usableBy = [] }: AccountText): string {
  return block(`service account ${writeName(name)}`, [
    purpose === undefined ? undefined : `purpose ${JSON.stringify(purpose)}`,
    roles.length === 0 ? undefined : `roles ${listed(roles)}`,
    usableBy.length === 0 ? undefined : `usable by ${listed(usableBy)}`,
  ]);
}

export interface RunnerText {
  readonly name: string;
  /** A trigger makes it an automation. */
  readonly trigger?: string;
  readonly runsAs?: string;
  readonly builtBy: string;
  readonly steps: readonly string[];
}

export function runner({ name, trigger, runsAs, builtBy, steps }: RunnerText): string {
  const acts = runsAs === undefined || /^(?:current user|publisher)$/.test(runsAs) ? runsAs : reference(runsAs);
  return block(`${trigger === undefined ? 'agent' : 'automation'} ${writeName(name)}`, [
    trigger === undefined ? undefined : `trigger ${trigger}`,
    acts === undefined ? undefined : `runs as ${acts}`,
    `built by ${writeName(builtBy)}`,
    ...steps.map((step) => `${trigger === undefined ? 'tool' : 'action'} ${step}`),
  ]);
}

export function test(name: string, expectations: readonly string[]): string {
  return block(
    `test ${writeName(name)}`,
    expectations.map((each) => `expect ${each}`),
  );
}

export function block(head: string, lines: readonly (string | undefined)[]): string {
  return `${head} {\n${lines.flatMap((line) => (line === undefined ? [] : [`  ${line}`])).join('\n')}\n}`;
}

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');

/** All files of the draft, by path. */
export function filesOf(draft: Draft): Map<string, string> {
  const texts = new Map<string, string[]>([...draft.files].map(([file, own]) => [file, [...own]]));
  for (const { name, kind, file, items } of draft.objects) {
    const text = `${kind} ${writeName(name)} {\n${items.map(indented).join('\n')}\n}`;
    texts.set(file, [...(texts.get(file) ?? []), text]);
  }
  const files = new Map([...texts].map(([file, own]) => [file, `${own.join('\n\n')}\n`]));
  files.set('people.scim.json', directoryText(draft));
  files.set('writ.json', JSON.stringify(draft.settings));
  return files;
}

export function projectOf(files: ReadonlyMap<string, string>): ProjectInput {
  return inputOf(files, parseDate(day) ?? 0);
}

const schemas = 'urn:ietf:params:scim:schemas:';

function directoryText({ people, groups, nested }: Draft): string {
  const ids = new Map(people.map((person, i) => [person, `${1000 + i}`]));
  const users = people.map((person) => ({
    schemas: [`${schemas}core:2.0:User`, `${schemas}extension:enterprise:2.0:User`],
    id: ids.get(person),
    userName: person.name,
    displayName: person.display,
    title: person.title,
    userType: person.external ? 'External' : 'Employee',
    active: person.active,
    emails: [{ value: person.address, type: 'work', primary: true }],
    [`${schemas}extension:enterprise:2.0:User`]: { department: person.department, division: person.site },
  }));
  const teams = [...groups].map(([displayName, members]) => ({
    schemas: [`${schemas}core:2.0:Group`],
    id: `group ${displayName}`,
    displayName,
    members: [
      ...members.map((person) => ({ value: ids.get(person), type: 'User' })),
      ...(nested.get(displayName) ?? []).map((inner) => ({ value: `group ${inner}`, type: 'Group' })),
    ],
  }));
  const all = [...users, ...teams];
  const list = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
  return JSON.stringify({
    schemas: [list],
    totalResults: all.length,
    startIndex: 1,
    itemsPerPage: all.length,
    Resources: all,
  });
}
