// Puts properties, elements and items into declarations, where such usually stand.

import type { Origin } from '../../model/origin.ts';
import { append, insertAt } from '../../syntax/edits/insert.ts';
import { removeItem } from '../../syntax/edits/remove-item.ts';
import { shift } from '../../text/span.ts';
import type { EditContext } from '../rule.ts';
import type { FileEdits } from './fix.ts';
import { blockOf, declarationOf } from './written.ts';

/** In the order of the samples: of any two that can stand in one declaration the first stands first. */
const order: readonly string[] = [
  'description',
  'purpose',
  'field',
  'role',
  'default policy',
  'policy',
  'trigger',
  'runs as',
  'built by',
  'members',
  'grants',
  'roles',
  'usable by',
  'inactive',
  'to',
  'when',
  'auto-share',
  'expires',
  'service account',
  'automation',
  'agent',
  'action',
  'tool',
  'expect',
];

export type ItemKind =
  | 'field'
  | 'role'
  | 'policy'
  | 'service account'
  | 'trigger'
  | 'runs as'
  | 'built by'
  | 'when'
  | ListKind;
export type ListKind = 'members' | 'grants' | 'roles' | 'usable by' | 'to';

/** The place of a property or item in the order in which such usually stand. */
export function rankOf(kind: string): number {
  return order.indexOf(kind);
}

/** Takes the name of a declaration; gives what puts an item into it, behind those of its kind; none where it is not sound. */
export function addItem(context: EditContext, name: Origin, kind: ItemKind, text: string): FileEdits[] {
  const written = declarationOf(context, name);
  const block = written && blockOf(written);
  if (written === undefined || block === undefined || !('items' in written.node)) return [];
  const { file, source, node } = written;
  const before = node.items.findLastIndex((item) => rankOf(item.kind) <= rankOf(kind));
  return [{ file, edits: [insertAt(source, block, before + 1, text)] }];
}

/** Takes the name of a declaration; gives what makes `text` the last of one of its lists, with the list where it has none. */
export function addToList(context: EditContext, name: Origin, kind: ListKind, text: string): FileEdits[] {
  const written = declarationOf(context, name);
  if (written === undefined || !('items' in written.node)) return [];
  const { file, source, node, start } = written;
  const elements = node.items.flatMap((item): readonly { readonly span: { start: number; end: number } }[] => {
    if (item.kind !== kind) return [];
    return 'refs' in item ? item.refs : 'grants' in item ? item.grants : [];
  });
  const spans = elements.map(({ span }) => shift(span, start));
  if (spans.length > 0) return [{ file, edits: append(source, spans, text) }];
  return addItem(context, name, kind, `${kind} ${text}`);
}

/** Takes the name of a declaration; gives what takes its properties of a kind out. */
export function removeProperty(context: EditContext, name: Origin, kind: 'inactive'): FileEdits[] {
  const written = declarationOf(context, name);
  if (written === undefined || !('items' in written.node)) return [];
  const { file, source, node, start } = written;
  const items = node.items.filter((item) => item.kind === kind);
  return items.map(({ span }) => ({ file, edits: [removeItem(source, shift(span, start))] }));
}

/** Takes the name of a role that expires; gives what lets it expire on another day. */
export function changeExpiry(context: EditContext, name: Origin, date: string): FileEdits[] {
  const written = declarationOf(context, name);
  if (written === undefined || !('items' in written.node)) return [];
  const { file, node, start } = written;
  const dates = node.items.flatMap((item) => (item.kind === 'expires' ? (item.date ?? []) : []));
  return dates.map(({ span }) => ({ file, edits: [{ span: shift(span, start), text: date }] }));
}
