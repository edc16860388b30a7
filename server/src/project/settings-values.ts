// Reads values of a `writ.json` out of its syntax tree, with a problem at the narrowest word that is wrong.
import type { Node } from 'jsonc-parser';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';

/** A problem of a settings file; offsets are UTF-16 code units from its start. */
export interface SettingsProblem extends Span {
  readonly message: string;
  /** What to write in place of the span, quotes included, where that is clear. */
  readonly replacement?: string;
}

/** A name with its value in an object of the file. */
export interface Member {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

/** `instead` is a value of JSON. */
export function problemAt(
  node: Node,
  message: string,
  instead?: string | boolean | readonly string[],
): SettingsProblem {
  const span = { start: node.offset, end: node.offset + node.length };
  return instead === undefined ? { message, ...span } : { message, ...span, replacement: JSON.stringify(instead) };
}

/** The members of an object; of a name that comes twice the first counts. Those whose value is missing are left out. */
export function memberNodes(object: Node, problems: SettingsProblem[]): Member[] {
  const members = new Map<string, Member>();
  for (const { children: [key, value] = [] } of object.children ?? []) {
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    if (members.has(name)) problems.push(problemAt(key, `\`${shown(name)}\` is set twice`));
    else members.set(name, { name, key, value });
  }
  return [...members.values()];
}

/** What to say of a word that is none of those that may stand there. */
export function unknownWord(kind: string, node: Node, nearestWord: string | undefined): SettingsProblem {
  const message = `unknown ${kind} \`${shown(String(node.value))}\``;
  if (nearestWord === undefined) return problemAt(node, message);
  return problemAt(node, `${message}, did you mean \`${nearestWord}\`?`, nearestWord);
}

/** Takes an object's members; gives those that may stand in it, by name, and reports the others. */
export function knownMembers(
  members: readonly Member[],
  names: readonly string[],
  problems: SettingsProblem[],
): ReadonlyMap<string, Member> {
  const known = new Map<string, Member>();
  for (const member of members) {
    if (names.includes(member.name)) known.set(member.name, member);
    else problems.push(unknownWord('setting', member.key, nearest(member.name, names, 1)[0]));
  }
  return known;
}

/** Takes a value that should be a list; gives its items, none where it is something else. */
export function readItems({ name, value }: Member, of: string, problems: SettingsProblem[]): readonly Node[] {
  if (value.type === 'array') return value.children ?? [];
  const only = value.type === 'string' ? [String(value.value)] : undefined;
  problems.push(problemAt(value, `\`${name}\` must be a list of ${of}`, only));
  return [];
}

/** Takes a value that should be an object; gives its members. */
export function readMembers({ name, value }: Member, problems: SettingsProblem[]): readonly Member[] {
  if (value.type === 'object') return memberNodes(value, problems);
  problems.push(problemAt(value, `\`${name}\` must be an object`));
  return [];
}

/** A word of the file, cut to what a message can hold. */
export function shown(word: string): string {
  return word.length <= 60 ? word : `${[...word.slice(0, 57)].join('')}...`;
}
