// Blocks of one Terraform file as they are collected: resources, and the data sources that they refer to.
import type { Field, Group, ObjectSymbol, User } from '../../model/symbols.ts';
import { labelOf, objectTypes } from '../terraform-facts.ts';
import { label, literal, reference } from './names.ts';

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
export type Body = { readonly [key: string]: Json };

export interface Blocks {
  /** Whether it stands in the folder of an export of the vendor's tool, which then declares the objects. */
  readonly beside: boolean;
  readonly resources: Map<string, Map<string, Body>>;
  readonly data: Map<string, Map<string, Body>>;
}

export function newBlocks(beside: boolean): Blocks {
  return { beside, resources: new Map(), data: new Map() };
}

export function add(to: Map<string, Map<string, Body>>, type: string, name: string, body: Body): void {
  const known = to.get(type) ?? new Map<string, Body>();
  known.set(name, body);
  to.set(type, known);
}

function lookUp({ data }: Blocks, type: string, name: string, body: Body): string {
  add(data, type, name, body);
  return reference(`data.${type}.${name}.id`);
}

export function objectId(blocks: Blocks, { name, type }: ObjectSymbol): string {
  const kind = objectTypes[type];
  if (blocks.beside) return reference(`${kind}.${labelOf(name)}.id`);
  return lookUp(blocks, kind, label(name), { name: literal(name) });
}

export function fieldId(blocks: Blocks, { name, object }: Field): string {
  const body = { app_id: objectId(blocks, object), name: literal(name) };
  return lookUp(blocks, 'elementum_field', label(object.name, name), body);
}

export function userId(blocks: Blocks, { name, address }: User): string {
  return lookUp(blocks, 'elementum_user', label(name), { email: literal(address) });
}

/** A group that the project declares is a resource; those of the platform and of directories are looked up. */
export function groupId(blocks: Blocks, group: Group): string {
  const { name } = group;
  if (isManagedHere(group)) return reference(`elementum_group.${label(name)}.id`);
  return lookUp(blocks, 'elementum_group', label(name), { name: literal(name) });
}

export function isManagedHere({ declared, system, origin }: Group): boolean {
  return declared && system === undefined && origin !== undefined;
}

/** Sorted, so that the order of declarations does not show. */
export function printBlocks({ resources, data }: Blocks): string {
  const parts = [
    ['data', data],
    ['resource', resources],
  ] as const;
  const root = parts.flatMap(([key, types]) => (types.size === 0 ? [] : [[key, sorted(types, (of) => sorted(of))]]));
  return `${JSON.stringify(Object.fromEntries(root), undefined, 2)}\n`;
}

function sorted<T>(of: ReadonlyMap<string, T>, inner: (value: T) => unknown = (value) => value): object {
  const keys = [...of].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(keys.map(([key, value]) => [key, inner(value)]));
}
