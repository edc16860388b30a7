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
  /** Where in a declaration, or in which, it is written; left out where that is the line above's to say. */
  readonly written?: Origin | undefined;
  readonly children: readonly Explanation[];
  /** How the children that are judged make up what the line says; undefined where they only inform. */
  readonly join: 'any' | 'all' | undefined;
}

export function line(text: Phrase, children: readonly Explanation[] = []): Explanation {
  return { text, state: undefined, origin: undefined, children, join: undefined };
}

export function judged(
  state: State,
  text: Phrase,
  rest: Partial<Pick<Explanation, 'origin' | 'written' | 'children' | 'join'>> = {},
): Explanation {
  const { origin, written, children = [], join } = rest;
  return { text, state, origin, written, children, join };
}

const signs: Readonly<Record<State, string>> = { true: '✓', false: '✗', unknown: '?' };

/** The sign in front of a line, with the space after it; the line's words say the same. */
export function signOf(state: State | undefined): string {
  return state === undefined ? '' : `${signs[state]} `;
}

/**
 * What decides, and nothing else: one way where any one is enough, only what fails where all are needed, only what is open
 * where that is why the whole is.
 */
export function brief(tree: readonly Explanation[]): readonly Explanation[] {
  return tree.map((node) => ({ ...node, children: brief(decisive(node)) }));
}

function decisive({ state, join, children }: Explanation): readonly Explanation[] {
  // All hold, or none does: each of them has its part in that.
  const isWhole = (join === 'all' && state === 'true') || (join === 'any' && state === 'false');
  if (join === undefined || isWhole) return children;
  const same = children.filter((child) => child.state === state);
  if (state !== 'true' || same.length < 2) return same.length === 0 ? children : same;
  const others = same.length - 1;
  return [...same.slice(0, 1), line([`and ${others} other way${others === 1 ? '' : 's'}`])];
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
