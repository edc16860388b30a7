// Names that are told apart where the language needs it and the export does not.

import type { Block } from './tree.ts';
import { nameOf } from './values.ts';

/** Names of one scope, with the number that the next one of a name that is taken gets. */
export interface Names {
  readonly taken: Set<string>;
  readonly next: Map<string, number>;
}

export function namesOf(taken: Iterable<string> = []): Names {
  return { taken: new Set(taken), next: new Map() };
}

/** The name if nothing has it yet, else with a number behind it; it is taken from then on. */
export function freeName(
  { taken, next }: Names,
  wanted: string,
  spell: (i: number) => string = (i) => `${wanted} (${i})`,
): string {
  let name = wanted;
  for (let i = next.get(wanted) ?? 2; taken.has(name); i++) {
    name = spell(i);
    next.set(wanted, i + 1);
  }
  taken.add(name);
  return name;
}

export function labelIn(block: Block): string {
  return block.labels[1] ?? '';
}

/** What a block calls the thing; its label, which says less, only where it does not. */
export function givenName(block: Block): string | undefined {
  return nameOf(block.body.get('name'));
}

/** `access_policy_1` as a name that people read, and of which the same label is made. */
export function spokenLabel(label: string): string {
  const words = label.replaceAll('_', ' ').trim();
  return words === '' ? label : words.charAt(0).toUpperCase() + words.slice(1);
}
