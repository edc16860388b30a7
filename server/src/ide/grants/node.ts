// What takes part in granting, from permissions to people: as a value, by a key that outlives an edit, and in words.
import { permission as permissionNamed } from '../../catalogue/permissions.ts';
import type { Level, Permission } from '../../catalogue/types.ts';
import type { Model } from '../../model/model.ts';
import { addressOf } from '../../model/profiles.ts';
import type { AnySymbol } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { formatDay } from '../../text/calendar.ts';
import { allSymbols } from '../all-symbols.ts';
import type { Located } from '../locate.ts';

export type Granting = Exclude<AnySymbol, { readonly kind: 'field' | 'record' | 'test' }>;

export type GrantNode =
  | { readonly kind: 'symbol'; readonly symbol: Granting }
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'level'; readonly level: Level; readonly group: string };

export function nodeOf(symbol: Granting): GrantNode {
  return { kind: 'symbol', symbol };
}

/** What is named there, if it grants anything, or is granted. */
export function nodeAt({ symbol, mention }: Pick<Located, 'symbol' | 'mention'>): GrantNode | undefined {
  const named = symbol?.symbol;
  if (named !== undefined) return isGranting(named) ? nodeOf(named) : undefined;
  const word = mention?.mention;
  if (word?.kind === 'level' && word.level !== undefined && word.group !== undefined)
    return { kind: 'level', level: word.level, group: word.group };
  const found = word?.kind === 'permission' ? permissionNamed(word.name) : undefined;
  return found === undefined ? undefined : { kind: 'permission', permission: found };
}

function isGranting(symbol: AnySymbol): symbol is Granting {
  return symbol.kind !== 'field' && symbol.kind !== 'record' && symbol.kind !== 'test';
}

/** The same for a node of this state and of a later one. Two policies of one name, which is an error, share it. */
export function keyOf(node: GrantNode): string {
  return JSON.stringify(partsOf(node));
}

function partsOf(node: GrantNode): readonly string[] {
  if (node.kind === 'permission') return [node.kind, node.permission.constant];
  if (node.kind === 'level') return [node.kind, node.level, node.group];
  const { symbol } = node;
  const object = 'object' in symbol ? symbol.object : undefined;
  return object === undefined ? [symbol.kind, symbol.name] : [symbol.kind, symbol.name, object.name];
}

/** Undefined where the state has no such thing any more. */
export function nodeOfKey(model: Model, key: string): GrantNode | undefined {
  const [kind = '', name = '', rest = ''] = readKey(key);
  if (kind === 'permission') {
    const found = permissionNamed(name);
    return found && { kind, permission: found };
  }
  if (kind === 'level') return isLevel(name) ? { kind, level: name, group: rest } : undefined;
  for (const symbol of [model.internalUsers, model.externalUsers, ...allSymbols(model)])
    if (symbol.kind === kind && symbol.name === name && isGranting(symbol) && keyOf(nodeOf(symbol)) === key)
      return nodeOf(symbol);
  return undefined;
}

function readKey(key: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(key);
    return Array.isArray(read) ? read.map(String) : [];
  } catch {
    return [];
  }
}

function isLevel(text: string): text is Level {
  return text === 'view' || text === 'edit' || text === 'admin';
}

/** Never empty: not every organization has a name. */
export function nameOf(node: GrantNode): string {
  if (node.kind === 'permission') return node.permission.constant;
  return node.kind === 'level' ? `${node.level} on ${node.group}` : node.symbol.name || node.symbol.kind;
}

/** What tells it from others of its name, and whether it is in effect. */
export function detailOf({ input: { today }, model }: Snapshot, node: GrantNode): string {
  if (node.kind === 'permission') return node.permission.name;
  if (node.kind === 'level') return 'level';
  const { symbol } = node;
  const of = (kind: string) => ('object' in symbol && symbol.object ? `${kind} of ${symbol.object.name}` : kind);
  switch (symbol.kind) {
    case 'user':
      return listed([addressOf(model, symbol), symbol.external && 'external', symbol.inactive && 'inactive']);
    case 'group':
      return `group of ${symbol.members.size}`;
    case 'service account':
      return listed([of('service account'), symbol.inactive && 'inactive']);
    case 'role':
      return listed([of(symbol.managed ? 'managed role' : 'role'), endOf(symbol, today)]);
    case 'object':
      return symbol.type;
    default:
      return of(symbol.kind);
  }
}

function endOf({ expires }: { readonly expires: number | undefined }, today: number): string | false {
  if (expires === undefined) return false;
  return `${expires < today ? 'expired' : 'expires'} ${formatDay(expires)}`;
}

function listed(parts: readonly (string | false)[]): string {
  return parts.filter((each) => each !== false && each !== '').join(', ');
}
