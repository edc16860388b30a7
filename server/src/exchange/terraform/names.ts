// What blocks are called.
import type { Block } from './tree.ts';
import { nameOf } from './values.ts';

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
