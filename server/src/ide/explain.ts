// Explanations as Markdown: a document of their own, or a short piece for a hover.
import type { Origin } from '../model/origin.ts';
import type { Snapshot } from '../project/types.ts';
import { cutTree, type Explanation, signOf } from './explain-tree.ts';
import { code } from './markdown.ts';
import { toMarkdown } from './phrase.ts';

export interface TreeOptions {
  /** At most so many lines; the last one then says how many more there are. */
  readonly max?: number;
  /** Says where each declaration stands. */
  readonly places?: boolean;
}

/** A tree as a nested list; empty for an empty tree. */
export function treeToMarkdown(snapshot: Snapshot, tree: readonly Explanation[], options: TreeOptions = {}): string {
  const cut = cutTree(tree, options.max ?? Number.POSITIVE_INFINITY);
  const lines: string[] = [];
  const write = (nodes: readonly Explanation[], depth: number) => {
    for (const node of nodes) {
      const place = options.places === true ? placeText(snapshot, node.origin) : undefined;
      const where = place === undefined ? '' : ` – ${code(place)}`;
      lines.push(`${'  '.repeat(depth)}- ${signOf(node.state)}${toMarkdown(node.text)}${where}`);
      write(node.children, depth + 1);
    }
  };
  write(cut.tree, 0);
  if (cut.left > 0) lines.push(`- and ${cut.left} more lines`);
  return lines.join('\n');
}

/** `desk.writ:12`, counted from 1 as people do. */
export function placeText(snapshot: Snapshot, origin: Origin | undefined): string | undefined {
  if (origin === undefined) return undefined;
  const { file, span } = snapshot.place(origin);
  const lines = snapshot.lines(file);
  return lines === undefined ? undefined : `${file}:${lines.position(span.start).line + 1}`;
}
