// What can be given another name: symbols, options of choice fields and attributes of users.
import type { Model } from '../../model/model.ts';
import type { Origin } from '../../model/origin.ts';
import { at } from '../../model/origin.ts';
import type { Field } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import type { Place } from '../../rules/finding.ts';
import { type AstNode, bestAt, childrenOf, nodesBelow } from '../../syntax/ast-path.ts';
import type { Unit } from '../../syntax/source-file.ts';
import { type Span, shift } from '../../text/span.ts';
import type { AnySymbol } from '../all-symbols.ts';
import type { Located } from '../locate.ts';
import { occurrencesOf } from '../occurrences.ts';

export type Target =
  | { readonly kind: 'symbol'; readonly symbol: AnySymbol }
  | { readonly kind: 'option'; readonly field: Field; readonly name: string }
  | { readonly kind: 'attribute'; readonly name: string };

export function nameOf(target: Target): string {
  return target.kind === 'symbol' ? target.symbol.name : target.name;
}

export interface TargetAt {
  readonly target: Target;
  /** Of its name as it stands there, in the file. */
  readonly span: Span;
}

/** Undefined where nothing stands that has a name of the project's own making. */
export function targetAt({ model }: Snapshot, located: Located, offset: number): TargetAt | undefined {
  const { symbol, unit, start, nodes } = located;
  if (symbol !== undefined) return { target: { kind: 'symbol', symbol: symbol.symbol }, span: symbol.span };
  const leaf = leafAt(nodes, offset - start);
  if (leaf === undefined || !('text' in leaf) || typeof leaf.text !== 'string') return undefined;
  const span = shift(leaf.span, start);
  const name = leaf.text;
  if (nodes.some((node) => attributeIn(node) === leaf)) return { target: { kind: 'attribute', name }, span };
  for (const node of nodes) {
    const named = optionsIn(node);
    if (named === undefined || !named.options.includes(leaf)) continue;
    const field = fieldAt(model, unit, named.field);
    if (field?.options.includes(name) === true) return { target: { kind: 'option', field, name }, span };
  }
  return undefined;
}

/** The span of a field's type is its word alone: its options stand behind that. */
function leafAt(nodes: readonly AstNode[], offset: number): AstNode | undefined {
  const last = nodes.at(-1);
  if (last === undefined || !('type' in last) || last.type === undefined) return last;
  return bestAt(last.type.options, offset) ?? last;
}

/** Every place of the name, each once. */
export function placesOf(snapshot: Snapshot, target: Target): Place[] {
  const found = new Map<string, Place>();
  for (const origin of originsOf(snapshot, target)) {
    const place = snapshot.place(origin);
    found.set(`${place.file} ${place.span.start}`, place);
  }
  return [...found.values()];
}

function* originsOf(snapshot: Snapshot, target: Target): Generator<Origin> {
  if (target.kind === 'symbol') for (const { origin } of occurrencesOf(snapshot.model, target.symbol)) yield origin;
  else if (target.kind === 'attribute') yield* attributeOrigins(snapshot, target.name);
  else
    for (const { origin, node } of fieldNodes(snapshot.model, target.field))
      for (const each of optionsIn(node)?.options ?? [])
        if ('text' in each && each.text === target.name) yield at(origin, each.span);
}

/** The name of an attribute that the node has: of a user's, or of the current user's. */
function attributeIn(node: AstNode): AstNode | undefined {
  if (!('kind' in node)) return undefined;
  if (node.kind === 'attribute') return node.name;
  return node.kind === 'current user' ? node.attribute : undefined;
}

function* attributeOrigins({ input, source }: Snapshot, name: string): Generator<Origin> {
  for (const file of input.files.keys())
    for (const unit of source(file)?.units ?? [])
      for (const node of unit.declaration === undefined ? [] : nodesBelow(unit.declaration)) {
        const named = attributeIn(node);
        if (named !== undefined && 'text' in named && named.text === name) yield { file, unit, span: named.span };
      }
}

/** Whether the project uses an attribute of this name anywhere, or a directory brings one. */
export function hasAttribute(snapshot: Snapshot, name: string): boolean {
  if (snapshot.model.profiles.attributes.some((own) => own.has(name))) return true;
  return attributeOrigins(snapshot, name).next().done !== true;
}

/** Of a declaration, a comparison or a record's line: the name of the field, and what stands there for its options. */
function optionsIn(node: AstNode): { readonly field: Span; readonly options: readonly AstNode[] } | undefined {
  if (!('kind' in node)) return undefined;
  switch (node.kind) {
    case 'field':
      return 'type' in node && node.name !== undefined && node.type !== undefined
        ? { field: node.name.span, options: node.type.options }
        : undefined;
    case 'comparison':
      return { field: node.field.span, options: strings(node.test === undefined ? [] : childrenOf(node.test)) };
    case 'value':
      return { field: node.name.span, options: strings(childrenOf(node)) };
    default:
      return undefined;
  }
}

function strings(nodes: readonly AstNode[]): AstNode[] {
  return nodes.filter((node) => 'kind' in node && node.kind === 'string');
}

function fieldAt({ objects, references }: Model, unit: Unit, { start }: Span): Field | undefined {
  const isHere = (origin: Origin | undefined) => origin?.unit === unit && origin.span.start === start;
  for (const { fields } of objects.values())
    for (const field of fields.values()) if (isHere(field.origin)) return field;
  for (const { origin, target } of references()) if (target.kind === 'field' && isHere(origin)) return target;
  return undefined;
}

interface FieldNode {
  /** Of the field's name. */
  readonly origin: Origin;
  readonly node: AstNode;
}

/** Where a field is declared, compared and given a value. */
export function* fieldNodes(model: Model, field: Field): Generator<FieldNode> {
  const starts = new Map<Unit, Map<number, Origin>>();
  for (const { origin } of occurrencesOf(model, field)) {
    const known = starts.get(origin.unit) ?? new Map<number, Origin>();
    starts.set(origin.unit, known.set(origin.span.start, origin));
  }
  for (const [unit, origins] of starts)
    for (const node of unit.declaration === undefined ? [] : nodesBelow(unit.declaration)) {
      const origin = origins.get(optionsIn(node)?.field.start ?? -1);
      if (origin !== undefined) yield { origin, node };
    }
}

/** Fields that a condition compares with this one. */
export function comparedWith(model: Model, field: Field): Set<Field> {
  const found = new Set<Field>();
  for (const other of field.object.fields.values())
    for (const { origin, node } of fieldNodes(model, other)) {
      if (!('kind' in node) || node.kind !== 'comparison' || node.test === undefined) continue;
      for (const value of childrenOf(node.test)) {
        if (!('kind' in value) || value.kind !== 'field' || !('name' in value) || value.name === undefined) continue;
        const meant = fieldAt(model, origin.unit, value.name.span);
        if (meant === field) found.add(other);
        else if (other === field && meant !== undefined) found.add(meant);
      }
    }
  found.delete(field);
  return found;
}
