// Edits of the lines of a random organization, where each declaration, or item of an object, is a line of its own.
import permissionData from '../../../server/src/catalogue/permissions.json' with { type: 'json' };
import { condition } from '../../oracle/conditions.ts';
import { namesIn, type ObjectText, type Organization } from '../../oracle/random.ts';
import type { Case } from './organizations.ts';

/** The lines after an edit; undefined where there is nothing to edit. */
export type Edit = (of: Case) => readonly string[] | undefined;

const systemGroups = ['"Internal Users"', '"External Users"'];

/** A line with a block behind it, taken apart: what stands before the brace, and the properties in it. */
interface Block {
  readonly at: number;
  readonly head: string;
  readonly properties: readonly string[];
}

function blocks(lines: readonly string[], head: RegExp): Block[] {
  return lines.flatMap((line, at) => {
    const [, before = '', body = ''] = /^(\s*[^{]+) \{ (.*) \}$/.exec(line) ?? [];
    return head.test(before) ? [{ at, head: before, properties: body.split('  ').filter(Boolean) }] : [];
  });
}

export const rolesIn = (lines: readonly string[]): Block[] => blocks(lines, /^\s*role /);

export function lineOf({ head, properties }: Pick<Block, 'head' | 'properties'>): string {
  return `${head} { ${properties.join('  ')} }`;
}

function replaced(lines: readonly string[], at: number, ...by: readonly string[]): string[] {
  return [...lines.slice(0, at), ...by, ...lines.slice(at + 1)];
}

/** What stands in a list; nothing where the property is not there. */
export function listIn({ properties }: Block, word: string): string[] {
  const property = properties.find((each) => each.startsWith(`${word} `));
  return property === undefined ? [] : property.slice(word.length + 1).split(', ');
}

/** The line with another item in the list. */
function withItem(block: Block, word: string, item: string): string {
  const list = [...listIn(block, word), item];
  const rest = block.properties.filter((each) => !each.startsWith(`${word} `));
  return lineOf({ head: block.head, properties: [...rest, `${word} ${list.join(', ')}`] });
}

/** The object whose block a line stands in. */
function objectAround({ objects }: Organization, lines: readonly string[], at: number): ObjectText | undefined {
  if (!lines[at]?.startsWith('  ')) return undefined;
  const opening = lines.slice(0, at).findLast((line) => !line.startsWith('  ')) ?? '';
  return objects.find(({ kind, name }) => opening === `${kind} ${name} {`);
}

/** Another item for one of the lists, of those that are not in it. */
function another(
  { of, chance }: Case,
  found: readonly Block[],
  word: string,
  items: (block: Block) => readonly string[],
) {
  if (found.length === 0) return undefined;
  const block = chance.pick(found);
  const free = items(block).filter((item) => !listIn(block, word).includes(item));
  return free.length === 0 ? undefined : replaced(of.lines, block.at, withItem(block, word, chance.pick(free)));
}

export const addGrant: Edit = (made) =>
  another(made, rolesIn(made.of.lines), 'grants', ({ head }) => {
    const place = head.startsWith(' ') ? 'object' : 'organization';
    const all = permissionData.permissions.filter(({ scopes }) => scopes.includes(place));
    const common = ['READ_RECORDS', 'UPDATE_RECORDS', 'CREATE_RECORDS', 'READ_CHARTS', 'ADMIN'];
    return all.map(({ constant }) => constant).filter((each) => common.includes(each) || made.chance.oneIn(20));
  });

export const addTrigger: Edit = (made) =>
  another(made, rolesIn(made.of.lines), 'auto-share on', () => ['watch', 'assign', 'mention', 'share', 'approval']);

export const addRoleMember: Edit = (made) => {
  const { of } = made;
  return another(made, rolesIn(of.lines), 'members', ({ at }) => {
    const own = objectAround(of, of.lines, at)?.accounts ?? [];
    return [...of.users, ...of.groups, ...systemGroups].filter((name) => !own.includes(name));
  });
};

/** Of a group that lists its members. */
export const addGroupMember: Edit = (made) => {
  const groups = blocks(made.of.lines, /^group /).filter(({ properties }) => !properties.join().includes('domain'));
  return another(made, groups, 'members', () => made.of.users);
};

export const addPolicy: Edit = ({ of, chance }) => {
  const object = chance.pick(of.objects);
  const names = namesIn(of, object);
  const to = chance.pick([...names.users, ...names.groups, ...names.accounts, ...systemGroups]);
  const when = chance.oneIn(3) ? '' : ` when ${condition(chance, object.fields, names, 1)}`;
  const at = of.lines.indexOf(`${object.kind} ${object.name} {`);
  return replaced(of.lines, at, of.lines[at] ?? '', `  policy "One more" { to ${to}${when} }`);
};

export const addPolicySubject: Edit = ({ of, chance }) => {
  const found = of.lines.flatMap((line, at) => (line.startsWith('  policy ') ? [at] : []));
  if (found.length === 0) return undefined;
  const at = chance.pick(found);
  const object = objectAround(of, of.lines, at);
  const [, head = '', to = '', rest = ''] = /^(.*? \{ to )(.*?)( when .*| \})$/.exec(of.lines[at] ?? '') ?? [];
  if (object === undefined || head === '') return undefined;
  const { users, groups, accounts } = namesIn(of, object);
  const free = [...users, ...groups, ...accounts, ...systemGroups].filter((name) => !to.split(', ').includes(name));
  return free.length === 0 ? undefined : replaced(of.lines, at, `${head}${to}, ${chance.pick(free)}${rest}`);
};

/** A day of expiry for a role that has none. */
export function addExpiry({ of, chance }: Case, day: string): readonly string[] | undefined {
  const lasting = rolesIn(of.lines).filter(({ properties }) => !properties.join().includes('expires'));
  if (lasting.length === 0) return undefined;
  const block = chance.pick(lasting);
  return replaced(of.lines, block.at, lineOf({ ...block, properties: [...block.properties, `expires ${day}`] }));
}

/** Two roles with the same members in place of one, each with some of its grants; accounts name neither. */
export const splitRole: Edit = ({ of, chance }) => {
  const accounts = of.lines.filter((line) => line.startsWith('  service account ')).join('\n');
  const large = rolesIn(of.lines).filter(
    (block) => listIn(block, 'grants').length > 1 && !accounts.includes(block.head.trim().slice('role '.length)),
  );
  if (large.length === 0) return undefined;
  const block = chance.pick(large);
  const grants = listIn(block, 'grants');
  const cut = 1 + chance.below(grants.length - 1);
  const rest = block.properties.filter((each) => !each.startsWith('grants '));
  const half = (head: string, some: readonly string[]): string =>
    lineOf({ head, properties: [...rest, `grants ${some.join(', ')}`] });
  const other = block.head.replace(/role .*/, 'role "The Other Half"');
  return replaced(of.lines, block.at, half(block.head, grants.slice(0, cut)), half(other, grants.slice(cut)));
};

/** The top-level declarations, each with the lines of its block. */
export function declarationsIn(lines: readonly string[]): string[][] {
  const all: string[][] = [];
  for (const line of lines)
    if (line.startsWith('  ') || line === '}') all.at(-1)?.push(line);
    else all.push([line]);
  return all;
}
