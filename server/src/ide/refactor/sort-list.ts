// Sorts one list by its names, and merges what stands in it twice.
import { arrangeElements } from '../../syntax/edits/arrange-elements.ts';
import { type NamedElement, sortedOrder, unorderedElements } from '../../syntax/edits/sort-elements.ts';
import { shift } from '../../text/span.ts';
import type { Offer, Selected } from './refactoring.ts';

const words: Readonly<Record<string, string>> = { except: 'names', relation: 'names' };

export function sortList({ located }: Selected): readonly Offer[] {
  const { nodes, unit, start, source, path: file } = located;
  const node = nodes.findLast((each) => unorderedElements(each) !== undefined);
  const found = node && unorderedElements(node);
  if (node === undefined || found === undefined || !('kind' in node)) return [];
  const isSound = unit.problems.every(({ span }) => span.end < node.span.start || node.span.end < span.start);
  const elements = found.map(({ span, key }): NamedElement => ({ span: shift(span, start), key }));
  const order = sortedOrder(elements, { once: true });
  const isMerged = order.length < elements.length;
  if (!isSound || (!isMerged && order.every((from, to) => from === to))) return [];
  const what = words[node.kind] ?? `\`${node.kind}\``;
  const title = isMerged ? `Sort ${what}, each once` : `Sort ${what}`;
  const make = () => {
    const edits = arrangeElements(
      source,
      elements.map(({ span }) => span),
      order,
    );
    return edits === undefined
      ? { refused: 'a comment in it could not go with what it speaks of' }
      : { files: [{ file, edits }] };
  };
  return [{ title, kind: 'rewrite.sort', access: 'unchanged', make }];
}
