// The call hierarchy of a language without calls: what something is granted by, and whom it grants to, step by step.
import type { Origin } from '../model/origin.ts';
import { originIn } from '../model/profiles.ts';
import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import { type AstNode, pathAt } from '../syntax/ast-path.ts';
import { type Span, shift } from '../text/span.ts';
import { declarationsOf } from './all-symbols.ts';
import { byNode, type GrantStep, giversOf, takersOf } from './grants/edges.ts';
import { detailOf, type Granting, type GrantNode, keyOf, nameOf, nodeAt, nodeOfKey } from './grants/node.ts';
import { locate } from './locate.ts';
import type { OutlineKind } from './outline.ts';

export interface GrantItem {
  readonly kind: OutlineKind | 'permission' | 'level';
  readonly name: string;
  readonly detail: string;
  /** Where its name stands; of what nobody declares, where it is named. */
  readonly place: Place;
  /** All of its declaration. */
  readonly whole: Span;
  /** Finds it again in a later state. */
  readonly key: string;
}

export interface GrantLink {
  readonly item: GrantItem;
  /** In the file of the giver, what it gives by; never empty. */
  readonly at: readonly Place[];
}

/** What a client remembers of an item. */
export type KnownItem = Pick<GrantItem, 'key' | 'place'>;

/** Undefined where nothing stands that is granted or grants. */
export function grantItemAt(snapshot: Snapshot, path: string, offset: number): GrantItem | undefined {
  const located = locate(snapshot, path, offset);
  const node = located && nodeAt(located);
  const span = located?.symbol?.span ?? located?.mention?.span;
  if (node === undefined || span === undefined) return undefined;
  return itemOf(snapshot, node, { file: path, span });
}

/** By whom it is given. */
export function grantedBy(snapshot: Snapshot, known: KnownItem): GrantLink[] {
  const node = nodeOfKey(snapshot.model, known.key);
  if (node === undefined) return [];
  const own = itemOf(snapshot, node, known.place).place;
  return links(snapshot, giversOf(snapshot.model, node), own).map(({ item, at }) => ({
    item,
    at: placesIn(at, item.place),
  }));
}

/** To whom it gives. */
export function grantsTo(snapshot: Snapshot, known: KnownItem): GrantLink[] {
  const node = nodeOfKey(snapshot.model, known.key);
  if (node === undefined) return [];
  const own = itemOf(snapshot, node, known.place).place;
  return links(snapshot, takersOf(snapshot.model, node), own).map(({ item, at }) => ({ item, at: placesIn(at, own) }));
}

function links(
  snapshot: Snapshot,
  steps: readonly GrantStep[],
  around: Place,
): { readonly item: GrantItem; readonly at: readonly Place[] }[] {
  return byNode(steps).map(({ node, at }) => {
    const places = at.map((origin) => snapshot.place(origin));
    return { item: itemOf(snapshot, node, places[0] ?? around), at: places };
  });
}

/** Editors look for the places in the file of the giver: what names it elsewhere is shown as the giver itself. */
function placesIn(places: readonly Place[], giver: Place): readonly Place[] {
  const here = places.filter(({ file }) => file === giver.file);
  return here.length > 0 ? here : [giver];
}

function itemOf(snapshot: Snapshot, node: GrantNode, named: Place): GrantItem {
  const shared = { name: nameOf(node), detail: detailOf(snapshot, node), key: keyOf(node) };
  if (node.kind !== 'symbol') return { ...shared, kind: node.kind, place: named, whole: named.span };
  const { symbol } = node;
  const origin = declarationsOf(snapshot.model, symbol)[0] ?? originIn(snapshot.model, symbol);
  const place = origin === undefined ? named : snapshot.place(origin);
  const whole = origin === undefined ? named.span : wholeOf(origin, place.span);
  return { ...shared, kind: kindOf(symbol), place, whole };
}

function kindOf(symbol: Granting): OutlineKind {
  if (symbol.kind === 'object') return symbol.type;
  if (symbol.kind === 'policy') return symbol.isDefault ? 'default policy' : 'policy';
  return symbol.kind === 'role' && symbol.managed ? 'managed role' : symbol.kind;
}

/** The declaration whose name stands there; of one without a name, what stands there. */
function wholeOf({ unit, span }: Origin, placed: Span): Span {
  const isIt = (node: AstNode) => 'keyword' in node && 'name' in node && node.name?.span.start === span.start;
  const declaration = pathAt(unit, span.start).find(isIt);
  return declaration === undefined ? placed : shift(declaration.span, placed.start - span.start);
}
