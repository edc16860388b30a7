// Explanations as plain text, indented, for the command line and for screen readers.
import type { Snapshot } from '../project/types.ts';
import { placeText } from './explain.ts';
import type { Explained } from './explain-answer.ts';
import { explainRemedies, remediesTitle } from './explain-remedies.ts';
import { type Explanation, line, signOf } from './explain-tree.ts';
import { toPlain, words } from './phrase.ts';

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

/** The decision in words, then why, and what would allow what is refused. */
export function explanationText(snapshot: Snapshot, { headline, tree, remedies }: Explained): string {
  const changed = remedies && line(words(remediesTitle), explainRemedies(snapshot.model, remedies()));
  const all = changed === undefined ? tree : [...tree, changed];
  return [toPlain(headline), ...treeToText(snapshot, all).map((text) => `  ${text}`)].join('\n');
}
