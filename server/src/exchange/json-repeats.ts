// Finds names that stand twice in an object of JSON: of such a pair every reader takes another one.
import { createScanner } from 'jsonc-parser';
import { isClosing, isOpening, nextToken, tokens } from './json-scan.ts';

export interface RepeatedName {
  readonly name: string;
  /** Of the second one, from the start of the text. */
  readonly offset: number;
}

/**
 * Takes JSON, sound or broken; gives the names that an object has again, in the order of the text and at most `most` of them.
 * `same` gives what names have in common that mean the same.
 */
export function repeatedNames(text: string, most: number, same: (name: string) => string): RepeatedName[] {
  const found: RepeatedName[] = [];
  const scanner = createScanner(text);
  /** The names of each object around, `undefined` for an array. */
  const stack: (Set<string> | undefined)[] = [];
  let last: RepeatedName | undefined;
  for (let kind = nextToken(scanner); kind !== tokens.end && found.length < most; kind = nextToken(scanner)) {
    if (kind === tokens.colon && last !== undefined) {
      const names = stack.at(-1);
      const meant = same(last.name);
      if (names?.has(meant)) found.push(last);
      names?.add(meant);
    }
    last = undefined;
    if (kind === tokens.string) last = { name: scanner.getTokenValue(), offset: scanner.getTokenOffset() };
    else if (isOpening(kind)) stack.push(kind === tokens.openBrace ? new Set() : undefined);
    else if (isClosing(kind)) stack.pop();
  }
  return found;
}
