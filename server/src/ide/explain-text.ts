// Explanations as plain text, indented, for the command line and for screen readers.
import type { Snapshot } from '../project/types.ts';
import { placeText } from './explain.ts';
import type { Explained } from './explain-answer.ts';
import { type Explanation, signOf } from './explain-tree.ts';
import { toPlain } from './phrase.ts';

/** One line each, two spaces deeper for what is below; with where each declaration stands. */
export function treeToText(snapshot: Snapshot, tree: readonly Explanation[]): string[] {
  const lines: string[] = [];
  const write = (nodes: readonly Explanation[], depth: number) => {
    for (const node of nodes) {
      const place = placeText(snapshot, node.origin);
      lines.push(
        `${'  '.repeat(depth)}${signOf(node.state)}${toPlain(node.text)}${place === undefined ? '' : ` (${place})`}`,
      );
      write(node.children, depth + 1);
    }
  };
  write(tree, 0);
  return lines;
}

/** The decision in words, then why. */
export function explanationText(snapshot: Snapshot, { headline, tree }: Explained): string {
  return [toPlain(headline), ...treeToText(snapshot, tree).map((line) => `  ${line}`)].join('\n');
}
