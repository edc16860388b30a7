// Takes values apart: the text, list, object or switch that an attribute holds, or nothing where it holds none.
import type { Body, Value } from './tree.ts';

/** Exports that hold every attribute of a resource write those that were never set so. */
export function isAbsent(value: Value | undefined): boolean {
  if (value === undefined || value.kind === 'null') return true;
  if (value.kind === 'list') return value.items.length === 0;
  if (value.kind === 'boolean') return !value.value;
  return value.kind === 'text' && value.text === '';
}

export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'number') return String(value.number);
  return value?.kind === 'text' ? value.text : undefined;
}

/** A name that something can have: not empty, and no more than blanks. */
export function nameOf(value: Value | undefined): string | undefined {
  const name = value?.kind === 'text' ? value.text.trim() : '';
  return name === '' ? undefined : name;
}

/** What Terraform takes for a list of nested structures: a list, or one block that stands for itself; `undefined` if neither. */
export function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  if (value === undefined || value.kind === 'null') return [];
  if (value.kind === 'list') return value.items;
  return value.kind === 'object' ? [value] : undefined;
}

/** One nested structure, as an attribute or as a block. */
export function entriesOf(value: Value | undefined): Body | undefined {
  const single = value?.kind === 'list' && value.items.length === 1 ? value.items[0] : value;
  return single?.kind === 'object' ? single.entries : undefined;
}

/** `undefined` where it is none; what is absent is false. */
export function switchOf(value: Value | undefined): boolean | undefined {
  if (value === undefined || value.kind === 'null') return false;
  if (value.kind === 'boolean') return value.value;
  if (value.kind === 'text' && /^(?:true|false)$/.test(value.text)) return value.text === 'true';
  return undefined;
}
