// The list that a selection lies in, and what of it is selected.
import type { Group, User } from '../../model/symbols.ts';
import type { AstNode } from '../../syntax/ast-path.ts';
import type { Name, Ref } from '../../syntax/ast-value.ts';
import type { List } from '../../syntax/edits/remove-elements.ts';
import { type Span, shift } from '../../text/span.ts';
import { occurrencesIn } from '../occurrences.ts';
import type { Selected } from './refactoring.ts';

/** A list of people, groups and accounts, in a role, a policy or a service account. */
export interface PeopleList {
  readonly kind: 'members' | 'to' | 'usable by';
  /** Spans in the file. */
  readonly list: List;
  readonly refs: readonly Ref[];
  /** The name of the declaration that it stands in. */
  readonly owner: Name;
  /** The users that are selected, with their index in the list; with a cursor alone all of it. */
  readonly users: readonly ListedUser[];
}

export interface ListedUser {
  readonly user: User;
  readonly index: number;
}

/** Undefined where the selection is in no such list, or the list is only half read. */
export function peopleListAt(selected: Selected): PeopleList | undefined {
  const { nodes, unit, start } = selected.located;
  const node = nodes.findLast(isPeople);
  const owner = nodes.findLast((each): each is Extract<AstNode, { readonly items: unknown }> => 'items' in each);
  // The members of a group are its own.
  if (node === undefined || owner === undefined || !('name' in owner) || owner.name === undefined) return undefined;
  if (owner.kind === 'group' || node.refs.length === 0) return undefined;
  const isSound = unit.problems.every(({ span }) => span.end < node.span.start || node.span.end < span.start);
  const elements = node.refs.map(({ span }) => shift(span, start));
  const list = { span: shift(node.span, start), elements };
  if (!isSound) return undefined;
  return { kind: node.kind, list, refs: node.refs, owner: owner.name, users: selectedUsers(selected, node.refs) };
}

type People = Extract<AstNode, { readonly kind: 'members' | 'to' | 'usable by' }>;

function isPeople(node: AstNode): node is People {
  return 'kind' in node && (node.kind === 'members' || node.kind === 'to' || node.kind === 'usable by');
}

function selectedUsers({ snapshot, located, span }: Selected, refs: readonly Ref[]): ListedUser[] {
  const named = new Map(occurrencesIn(snapshot.model, located).map((each) => [each.span.start, each.symbol]));
  return refs.flatMap(({ name, span: at }, index): ListedUser[] => {
    const symbol = name && named.get(name.span.start);
    const isSelected = span.start === span.end || overlaps(shift(at, located.start), span);
    return symbol?.kind === 'user' && isSelected ? [{ user: symbol, index }] : [];
  });
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The groups of just these people that somebody has declared. */
export function groupsOf(
  { groups }: { readonly groups: ReadonlyMap<string, Group> },
  users: ReadonlySet<User>,
): Group[] {
  return [...groups.values()].filter(
    ({ system, domain, members }) =>
      system === undefined &&
      domain === undefined &&
      members.size === users.size &&
      [...users].every((user) => members.has(user)),
  );
}
