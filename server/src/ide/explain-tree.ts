// The explanation of an answer as a small tree of lines, before anything says how they look.
import type { Origin } from '../model/origin.ts';
import type { Phrase } from './phrase.ts';

export type State = 'true' | 'false' | 'unknown';

export interface Explanation {
  readonly text: Phrase;
  /** Whether what the line says holds; undefined where it only informs. */
  readonly state: State | undefined;
  /** The declaration that it speaks of. */
  readonly origin: Origin | undefined;
  readonly children: readonly Explanation[];
}

export function line(text: Phrase, children: readonly Explanation[] = []): Explanation {
  return { text, state: undefined, origin: undefined, children };
}

export function judged(
  state: State,
  text: Phrase,
  rest: Partial<Pick<Explanation, 'origin' | 'children'>> = {},
): Explanation {
  return { text, state, origin: rest.origin, children: rest.children ?? [] };
}

const signs: Readonly<Record<State, string>> = { true: '✓', false: '✗', unknown: '?' };

/** The sign in front of a line, with the space after it; the line's words say the same. */
export function signOf(state: State | undefined): string {
  return state === undefined ? '' : `${signs[state]} `;
}

/** The first lines of a tree, in order, and how many were left out. */
export function cutTree(
  tree: readonly Explanation[],
  max: number,
): { readonly tree: readonly Explanation[]; readonly left: number } {
  let room = max;
  let left = 0;
  const keep = (nodes: readonly Explanation[]): Explanation[] => {
    const kept: Explanation[] = [];
    for (const node of nodes) {
      if (room <= 0) {
        left += countLines([node]);
        continue;
      }
      room--;
      kept.push({ ...node, children: keep(node.children) });
    }
    return kept;
  };
  return { tree: keep(tree), left };
}

function countLines(tree: readonly Explanation[]): number {
  return tree.reduce((sum, node) => sum + 1 + countLines(node.children), 0);
}
