// Descriptions: what the export says of a role, automation or agent in words.
import { writeText } from '../writ/text.ts';
import type { Block } from './tree.ts';
import { nameOf } from './values.ts';

/** The line that says it, where the block has one. */
export function describe(block: Block): string[] {
  const text = nameOf(block.body.get('description'));
  return text === undefined ? [] : [`description ${writeText(text)}`];
}
