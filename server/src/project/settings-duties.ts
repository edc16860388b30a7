// Reads the duties of a `writ.json`: permissions that nobody should hold on both sides of.
import type { Node } from 'jsonc-parser';
import type { Duty } from '../catalogue/duties.ts';
import { permission } from '../catalogue/permissions.ts';
import { suggestPermissions } from '../catalogue/suggest-permissions.ts';
import type { Permission } from '../catalogue/types.ts';
import { nearest } from '../text/nearest.ts';
import {
  knownMembers,
  type Member,
  memberNodes,
  problemAt,
  readItems,
  type SettingsProblem,
  shown,
  tooMuch,
  unknownWord,
} from './settings-values.ts';

/** Takes the value of `duties`; gives each duty that has a name and a sound permission on either side. */
export function readDuties(member: Member, problems: SettingsProblem[]): Duty[] {
  const duties = new Map<string, Duty>();
  for (const item of readItems(member, 'duties', problems)) {
    const duty = readDuty(item, duties, problems);
    if (duty !== undefined) duties.set(duty.name, duty);
  }
  return [...duties.values()];
}

const dutyKeys = ['name', 'first', 'second'];

function readDuty(item: Node, others: ReadonlyMap<string, Duty>, problems: SettingsProblem[]): Duty | undefined {
  if (item.type !== 'object') {
    problems.push(problemAt(item, 'a duty must be an object with `name`, `first` and `second`'));
    return undefined;
  }
  const all = memberNodes(item, problems);
  const members = knownMembers(all, dutyKeys, problems);
  const misspelt = all.flatMap(({ name }) => (members.has(name) ? [] : nearest(name, dutyKeys, 1)));
  const missing = dutyKeys
    .filter((name) => !members.has(name) && !misspelt.includes(name))
    .map((name) => `\`${name}\``);
  // The whole duty would underline many lines: its bracket stands for it.
  if (missing.length > 0) {
    problems.push({ message: `a duty needs ${missing.join(' and ')}`, start: item.offset, end: item.offset + 1 });
  }
  const name = readName(members.get('name'), others, problems);
  const first = readSide(members.get('first'), new Set(), problems);
  const second = readSide(members.get('second'), first, problems);
  if (name === undefined || first.size === 0 || second.size === 0) return undefined;
  return { name, first: [...first], second: [...second] };
}

function readName(
  member: Member | undefined,
  others: ReadonlyMap<string, Duty>,
  problems: SettingsProblem[],
): string | undefined {
  if (member === undefined) return undefined;
  const name = member.value.type === 'string' ? String(member.value.value) : '';
  if (name.trim() === '') problems.push(problemAt(member.value, '`name` must be a string that is not empty'));
  else if (others.has(name)) problems.push(problemAt(member.value, `a second duty is named \`${shown(name)}\``));
  else return name;
  return undefined;
}

/** The permissions of one side; those of the other side would conflict with themselves. */
function readSide(
  member: Member | undefined,
  other: ReadonlySet<Permission>,
  problems: SettingsProblem[],
): Set<Permission> {
  const side = new Set<Permission>();
  if (member === undefined) return side;
  const items = readItems(member, 'permissions', problems);
  if (member.value.type === 'array' && items.length === 0) {
    problems.push(problemAt(member.value, `\`${member.name}\` must hold a permission`));
  }
  for (const item of items) {
    const word = item.type === 'string' ? String(item.value) : undefined;
    const found = word === undefined ? undefined : permission(word);
    if (word === undefined) problems.push(problemAt(item, 'a permission must be a string'));
    else if (found === undefined) {
      problems.push(unknownWord('permission', item, suggestPermissions(word, 1)[0]?.constant));
    } else if (side.has(found)) problems.push(tooMuch(item, `\`${word}\` stands here twice`));
    else if (other.has(found)) problems.push(problemAt(item, `\`${word}\` stands on both sides`));
    else side.add(found);
  }
  return side;
}
