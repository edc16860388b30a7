// Requests for the call hierarchy: what is granted by what, and to whom, over all files of a project.
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
  type Range,
  SymbolKind,
} from 'vscode-languageserver';
import {
  type GrantItem,
  type GrantLink,
  grantedBy,
  grantItemAt,
  grantsTo,
  type KnownItem,
} from '../ide/call-hierarchy.ts';
import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import { type Context, type FileView, spotOf, viewOf } from './context.ts';
import { linesOf, symbolKinds, toRange } from './convert.ts';

const kinds = { ...symbolKinds, permission: SymbolKind.EnumMember, level: SymbolKind.Enum } as const;

export function prepareHierarchy(context: Context, params: CallHierarchyPrepareParams): CallHierarchyItem[] | null {
  const spot = spotOf(context, params);
  const item = spot && grantItemAt(spot.snapshot, spot.path, spot.offset);
  return spot === undefined || item === undefined ? null : [toItem(spot, item)];
}

export function listGrantedBy(
  context: Context,
  { item }: CallHierarchyIncomingCallsParams,
): CallHierarchyIncomingCall[] | null {
  return follow(context, item, grantedBy)?.map(([from, fromRanges]) => ({ from, fromRanges })) ?? null;
}

export function listGrantsTo(
  context: Context,
  { item }: CallHierarchyOutgoingCallsParams,
): CallHierarchyOutgoingCall[] | null {
  return follow(context, item, grantsTo)?.map(([to, fromRanges]) => ({ to, fromRanges })) ?? null;
}

/** An item is found again by its key: what the client remembers of its place may be old. */
function follow(
  context: Context,
  { uri, selectionRange, data }: CallHierarchyItem,
  step: (snapshot: Snapshot, known: KnownItem) => readonly GrantLink[],
): [CallHierarchyItem, Range[]][] | undefined {
  const view = viewOf(context, { textDocument: { uri } });
  if (view === undefined || typeof data !== 'string') return undefined;
  const span = { start: view.lines.offset(selectionRange.start), end: view.lines.offset(selectionRange.end) };
  const links = step(view.snapshot, { key: data, place: { file: view.path, span } });
  return links.map((link) => [toItem(view, link.item), link.at.map((at) => rangeOf(view, at))]);
}

function rangeOf(view: FileView, { file, span }: Place): Range {
  return toRange(linesOf(view, file), span);
}

function toItem(view: FileView, { kind, name, detail, place, whole, key }: GrantItem): CallHierarchyItem {
  return {
    name,
    detail,
    kind: kinds[kind],
    uri: view.held.uriOf(place.file),
    range: rangeOf(view, { file: place.file, span: whole }),
    selectionRange: rangeOf(view, place),
    data: key,
  };
}
