// Finds where values stand in a JSON text, by their paths: only when someone asks, for it costs a reading of its own.
import { createScanner } from 'jsonc-parser';
import type { JsonPath } from './json-entries.ts';
import { isClosing, isOpening, isScalar, nextToken, tokens } from './json-scan.ts';

export interface JsonPlace {
  readonly offset: number;
  /** Of the value's first token: a bracket for objects and arrays. */
  readonly length: number;
}

/** The paths that are asked for, as a tree; `wanted` are their positions in the question. */
interface PathNode {
  readonly next: Map<string | number, PathNode>;
  readonly wanted: number[];
}

interface Frame {
  readonly node: PathNode | undefined;
  readonly isArray: boolean;
  at: string | number;
  /** In an object: the next string is a name. */
  expectsKey: boolean;
}

/**
 * Takes a sound JSON value's offset and paths from it; gives the place of each, or of the value itself for a path that leads
 * nowhere. Of a name that is written twice the last counts, as in JSON.parse. Reads the value once, however many the paths.
 */
export function placesOf(text: string, from: number, paths: readonly JsonPath[]): JsonPlace[] {
  const places: JsonPlace[] = paths.map(() => ({ offset: from, length: 1 }));
  const root = treeOf(paths);
  const scanner = createScanner(text);
  scanner.setPosition(from);
  const stack: Frame[] = [];
  do {
    const kind = nextToken(scanner);
    const top = stack.at(-1);
    if (kind === tokens.end) break;
    if (isClosing(kind)) stack.pop();
    else if (kind === tokens.comma && top !== undefined) top.expectsKey = !top.isArray;
    else if (top?.expectsKey && kind === tokens.string) {
      top.at = scanner.getTokenValue();
      top.expectsKey = false;
    } else if (isOpening(kind) || isScalar(kind)) {
      if (top?.isArray) top.at = Number(top.at) + 1;
      const node = top === undefined ? root : top.node?.next.get(top.at);
      const place = { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() };
      for (const index of node?.wanted ?? []) places[index] = place;
      const isArray = kind === tokens.openBracket;
      if (isOpening(kind)) stack.push({ node, isArray, at: -1, expectsKey: !isArray });
    }
  } while (stack.length > 0);
  return places;
}

function treeOf(paths: readonly JsonPath[]): PathNode {
  const root: PathNode = { next: new Map(), wanted: [] };
  for (const [index, path] of paths.entries()) {
    let node = root;
    for (const step of path) {
      const next: PathNode = node.next.get(step) ?? { next: new Map(), wanted: [] };
      node.next.set(step, next);
      node = next;
    }
    node.wanted.push(index);
  }
  return root;
}

/** A path as people write it: `Resources[3].emails`, names that are no words quoted. */
export function pathText(path: JsonPath): string {
  let out = '';
  for (const step of path) {
    if (typeof step === 'number') out += `[${step}]`;
    else if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step)) out += `[${JSON.stringify(step)}]`;
    else out += out === '' ? step : `.${step}`;
  }
  return out;
}
