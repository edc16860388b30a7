// The shape of a hover: how the thing is written, then paragraphs and short lists, the most important first.
import { codeBlock } from '../markdown.ts';
import { type Phrase, phrase, strong, toMarkdown } from '../phrase.ts';

export interface Card {
  /** As it would be written; shown as code. */
  readonly signature: string | undefined;
  readonly blocks: readonly Block[];
}

export type Block = { readonly text: Phrase } | { readonly title: Phrase; readonly items: readonly Phrase[] };

export function text(what: Phrase): Block {
  return { text: what };
}

export function list(title: Phrase, items: readonly Phrase[]): Block {
  return { title: strong(title), items };
}

/** The first `max` items, and how many more there are of what. */
export function limited(items: readonly Phrase[], max: number, noun: string): readonly Phrase[] {
  if (items.length <= max) return items;
  const left = items.length - max + 1;
  return [...items.slice(0, max - 1), [`and ${left} more ${noun}`]];
}

/** `a, b and 3 more`, of names. */
export function names(all: readonly string[], max = 5): Phrase {
  const shown = all.length <= max ? all : all.slice(0, max - 1);
  const named = shown.flatMap((name, i) => (i === 0 ? phrase`${name}` : phrase`, ${name}`));
  return all.length === shown.length ? named : [...named, ` and ${all.length - shown.length} more`];
}

/** The same of whatever has a name; of a great many, no more are looked at than are shown. */
export function firstNames(all: ReadonlySet<{ readonly name: string }>, max = 5): Phrase {
  const shown: string[] = [];
  for (const { name } of all) {
    if (shown.length >= max) break;
    shown.push(name);
  }
  if (all.size <= max) return names(shown, max);
  return [...names(shown.slice(0, max - 1), max), ` and ${all.size - max + 1} more`];
}

/** Sentences one after the other; empty ones are left out. */
export function sentences(...parts: readonly Phrase[]): Phrase {
  const full = parts.filter((part) => part.length > 0);
  return full.flatMap((part, i) => (i === 0 ? part : [' ', ...part]));
}

export function cardToMarkdown({ signature, blocks }: Card): string {
  const parts = signature === undefined ? [] : [codeBlock(signature)];
  for (const block of blocks) {
    if ('text' in block) {
      if (block.text.length > 0) parts.push(toMarkdown(block.text));
    } else if (block.items.length > 0) {
      parts.push([toMarkdown(block.title), ...block.items.map((item) => `- ${toMarkdown(item)}`)].join('\n'));
    }
  }
  return parts.join('\n\n');
}
