// Reads values of a `writ.json` out of its syntax tree, with a problem at the narrowest word that is wrong.
import type { Node } from 'jsonc-parser';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';

/** A problem of a settings file; offsets are UTF-16 code units from its start. */
export interface SettingsProblem extends Span {
  readonly message: string;
  /** What to write in place of the span, quotes included, where that is clear. */
  readonly replacement?: string;
  /** What to take out where it is too much: with the comma before or behind it. */
  readonly removal?: Span;
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

/** A problem of a member's key or an item that can go. */
export function tooMuch(node: Node, message: string): SettingsProblem {
  const removal = removalOf(node.parent?.type === 'property' ? node.parent : node);
  return removal === undefined ? problemAt(node, message) : { ...problemAt(node, message), removal };
}

/** From the end of what stands before it, or to the start of what follows the first one. */
function removalOf(node: Node): Span | undefined {
  const siblings = node.parent?.children ?? [];
  const index = siblings.indexOf(node);
  const [before, after] = [siblings[index - 1], siblings[index + 1]];
  const end = node.offset + node.length;
  if (before !== undefined) return { start: before.offset + before.length, end };
  return index < 0 ? undefined : { start: node.offset, end: after?.offset ?? end };
}

/** The members of an object; of a name that comes twice the first counts. Those whose value is missing are left out. */
export function memberNodes(object: Node, problems: SettingsProblem[]): Member[] {
  const members = new Map<string, Member>();
  for (const { children: [key, value] = [] } of object.children ?? []) {
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    if (members.has(name)) problems.push(tooMuch(key, `\`${shown(name)}\` is set twice`));
    else members.set(name, { name, key, value });
  }
  return [...members.values()];
}

/** What to say of a word that is none of those that may stand there. */
export function unknownWord(kind: string, node: Node, nearestWord: string | undefined): SettingsProblem {
  const message = `unknown ${kind} \`${shown(String(node.value))}\``;
  if (nearestWord === undefined) return tooMuch(node, message);
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
