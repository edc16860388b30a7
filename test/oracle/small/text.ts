// Small worlds as texts: one organization for all that share it, and an app for each of them.
import type { Files } from '../engine.ts';
import type { Content } from '../reference/facts.ts';
import type { Party } from '../reference/world.ts';
import { conditions, fieldsIn } from './conditions.ts';
import { namesOf, type Population, states } from './parties.ts';
import { grants, policyOf, recordTriggers, roleOf, triggers, type World } from './worlds.ts';

/** Users of a kind are alike: only so their names alone tell them apart. */
const attributes = { internal: 'Zone "EU"', external: 'external Zone "US"', inactive: 'inactive Zone "EU"' } as const;

function listed(word: string, names: readonly string[]): string {
  return names.length === 0 ? '' : ` ${word} ${names.join(', ')}`;
}

function roleText(code: number, at: number): string {
  const { members, grant, trigger } = roleOf(code);
  const granted = listed('grants', [grants[grant] ?? ''].filter(Boolean));
  const shared = listed('auto-share on', [triggers[trigger] ?? ''].filter(Boolean));
  return `role R${at + 1} {${listed('members', namesOf(members))}${granted}${shared} }`;
}

function policyText(code: number, at: number): string {
  const { to, condition } = policyOf(code);
  return `policy P${at + 1} {${listed('to', namesOf(to))}${listed('when', [conditions[condition] ?? ''].filter(Boolean))} }`;
}

function peopleLines({ users, groups, membership, states: of }: Population): string[] {
  const names = ['u1', 'u2'].slice(0, users);
  const userLines = names.map(
    (name, at) => `user ${name} "${name}@acme.com" { ${attributes[states[of[at] ?? 0] ?? 'internal']} }`,
  );
  const groupLines = ['G1', 'G2'].slice(0, groups).map((name, group) => {
    const members = names.filter((_, user) => (membership >> (user + 2 * group)) & 1);
    return `group ${name} {${listed('members', members)} }`;
  });
  return [...userLines, ...groupLines, 'app Elsewhere { service account Bot { } }'];
}

function isShared(code: number): boolean {
  return roleOf(code).scope === 'organization';
}

/** The roles of the organization: worlds with the same ones and the same population go into one text. */
export function sharedRoles({ roles }: World): number[] {
  return roles.filter(isShared);
}

function isOnAssignees(world: World): boolean {
  const words = [recordTriggers[world.share], ...world.roles.map((code) => triggers[roleOf(code).trigger])];
  return words.includes('assign') || words.includes('group-assign');
}

/** The fields of the app: those that its policies speak of, and who it is assigned to where something looks at that. */
export function fieldsOfWorld(world: World): { readonly name: string; readonly type: string }[] {
  const assignees = [
    { name: 'Owner', type: 'user as assignee' },
    { name: 'Team', type: 'group as assignee' },
  ];
  const spoken = fieldsIn(world.policies.map((code) => policyOf(code).condition));
  return [...spoken, ...(isOnAssignees(world) ? assignees : [])];
}

function appLines(world: World, name: string): string[] {
  const own = world.roles.flatMap((code, at) => (isShared(code) ? [] : [`  ${roleText(code, at)}`]));
  const shared = recordTriggers[world.share] ?? '';
  return [
    `app ${name} {`,
    ...fieldsOfWorld(world).map(({ name: field, type }) => `  field ${field}: ${type}`),
    ...own,
    ...world.policies.map((code, at) => `  ${policyText(code, at)}`),
    ...(shared === '' ? [] : [`  auto-share records on ${shared}`]),
    '}',
  ];
}

/** Worlds of one population with the same roles of the organization, as apps `A0`, `A1` and so on. */
export function filesOf(worlds: readonly World[]): Files {
  const [first] = worlds;
  if (first === undefined) return {};
  const shared = first.roles.flatMap((code, at) => (isShared(code) ? [roleText(code, at)] : []));
  const apps = worlds.flatMap((world, at) => appLines(world, `A${at}`));
  return { 'main.writ': `${[...peopleLines(first.population), ...shared, ...apps].join('\n')}\n` };
}

/** Positions of the relations that the roles and the object look at, and of sharing, which counts in any case, where that is wanted. */
export function relationsOf({ roles, share }: World, isShared: boolean): number[] {
  const words: string[] = roles.map((code) => triggers[roleOf(code).trigger] ?? '');
  words.push((recordTriggers[share] ?? '').replace('group-', ''));
  if (isShared) words.push('share');
  return [...triggers.keys()].filter((at) => at > 0 && words.includes(triggers[at] ?? ''));
}

export const relationWords: Readonly<Record<string, string>> = {
  watch: 'watched by',
  assign: 'assigned to',
  mention: 'mentions',
  share: 'shared with',
  approval: 'approved by',
};

/** A content as it is written in the body of a record. */
export function contentText(content: Content): string {
  switch (content.kind) {
    case 'empty':
      return 'empty';
    case 'text':
    case 'choice':
      return JSON.stringify(content.text);
    case 'date':
      return content.text;
    case 'number':
      return String(content.number);
    case 'datetime':
      return new Date(content.number).toISOString();
    case 'boolean':
      return String(content.is);
    case 'choices':
      return `(${content.options.map((option) => JSON.stringify(option)).join(', ')})`;
    case 'user':
      return partyText(content.person);
    case 'group':
      return content.group;
    case 'attachment':
      return '"a.pdf"';
  }
}

/** Somebody as a question or a record names them. */
export function partyText(party: Party): string {
  switch (party.kind) {
    case 'user':
      return party.name;
    case 'account':
      return `${party.object}.${party.name}`;
    case 'stranger':
      throw new Error('a stranger has no name');
    default:
      return / /.test(party.group) ? `"${party.group}"` : party.group;
  }
}
