// Resolves the members of SCIM Groups (RFC 7643, 4.2) to the users of their directory, groups inside groups flattened.
import { shorten } from './json-scan.ts';
import { field, isObject, list, type ScimObject, text, typeName } from './scim-fields.ts';
import { draftAt, type ProblemDraft, type Resource } from './scim-resources.ts';

/** A group while its members are collected; `users` and `groups` are positions in what the file holds. */
export interface GroupNode {
  readonly name: string;
  readonly place: number;
  readonly users: number[];
  readonly groups: number[];
}

/** What the ids of a file stand for: a user or group by position, or `left out` for what is there but did not count. */
export interface Ids {
  readonly users: ReadonlyMap<string, number | 'left out'>;
  readonly groups: ReadonlyMap<string, number | 'left out'>;
  readonly nodes: readonly GroupNode[];
  /** True where parts of the file could not be read, so that an unknown id says nothing. */
  readonly isPartial: boolean;
}

/** Adds the members that one resource lists to its group; several pages of one group add up. */
export function addMembers(resource: Resource, group: GroupNode, ids: Ids, problems: ProblemDraft[]): void {
  const attribute = field(resource.object, 'members');
  if (attribute === undefined) return;
  const members = list(attribute.value);
  if (members === undefined) {
    const message = `\`members\` must be a list, not ${typeName(attribute.value)}`;
    problems.push(draftAt(resource, [attribute.key], message));
    return;
  }
  for (const [index, member] of members.entries()) {
    const id = isObject(member) ? field(member, 'value') : undefined;
    if (!isObject(member) || id === undefined || typeof id.value !== 'string') {
      const message = 'a member needs a `value` that is the id of a User or Group';
      problems.push(draftAt(resource, [attribute.key, index], message));
      continue;
    }
    const problem = addMember(group, member, id.value, ids);
    if (problem !== undefined) {
      problems.push({ ...draftAt(resource, [attribute.key, index, id.key], problem.message), kind: problem.kind });
    }
  }
}

function addMember(
  node: GroupNode,
  member: ScimObject,
  id: string,
  ids: Ids,
): Pick<ProblemDraft, 'kind' | 'message'> | undefined {
  const user = ids.users.get(id);
  const group = ids.groups.get(id);
  // Ids are unique across kinds by the standard; where they are not, the member's type decides.
  const isGroup = group !== undefined && (user === undefined || text(member, 'type')?.toLowerCase() === 'group');
  if (isGroup) {
    if (group === 'left out') return undefined;
    node.groups.push(group);
    return { kind: 'nested-group', message: nestedMessage(node.name, ids.nodes[group]?.name ?? '') };
  }
  if (typeof user === 'number') node.users.push(user);
  if (user !== undefined || ids.isPartial) return undefined;
  return { kind: 'unknown-member', message: `no User or Group of the directory has the id \`${shorten(id)}\`` };
}

function nestedMessage(outer: string, inner: string): string {
  return `\`${shorten(inner)}\` is a group inside \`${shorten(outer)}\`: its members count as members of \`${shorten(outer)}\``;
}

/** Deep nesting can multiply a small file; past so many steps what is nested further is left out, with a problem. */
export const nestingBudget = 5_000_000;

export interface Flattened {
  /** Positions of users for each group, each once, in the order of the file. */
  readonly members: readonly (readonly number[])[];
  /** The first group whose nesting could not be followed to its end. */
  readonly exhausted: GroupNode | undefined;
}

/** Takes the groups as they are nested; gives the users of each with those of all groups inside it, however they circle. */
export function flatten(nodes: readonly GroupNode[], userCount: number): Flattened {
  const seenUsers = new Int32Array(userCount);
  const seenGroups = new Int32Array(nodes.length);
  let steps = nestingBudget;
  let exhausted: GroupNode | undefined;
  const members = nodes.map((node, index) => {
    const stamp = index + 1;
    const found: number[] = [];
    const reached = [node];
    seenGroups[index] = stamp;
    // The list grows while it is walked: each group adds those inside it.
    for (const next of reached) {
      for (const user of next.users) {
        if (seenUsers[user] !== stamp) found.push(user);
        seenUsers[user] = stamp;
      }
      if (next.groups.length > 0 || next !== node) steps -= next.users.length + next.groups.length + 1;
      if (steps < 0) {
        exhausted ??= node;
        break;
      }
      for (const group of next.groups) {
        const inner = nodes[group];
        if (inner !== undefined && seenGroups[group] !== stamp) reached.push(inner);
        seenGroups[group] = stamp;
      }
    }
    return found;
  });
  return { members, exhausted };
}
