// Reads a text that is one value of JSON, from anybody: strictly, to a bounded depth, and with each name once in its object.
import { createScanner } from 'jsonc-parser';
import { repeatedNames } from './json-repeats.ts';
import { isClosing, isOpening, type JsonFault, nextToken, skipValue, tokens } from './json-scan.ts';

/** Far deeper than anything means to be, and far from what recursion can take. */
const deepest = 200;

/** Never throws. A byte order mark at the start is passed over. */
export function readWhole(text: string): { readonly value: unknown } | { readonly fault: JsonFault } {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fault = faultOf(text, start);
  return fault === undefined ? { value: JSON.parse(text.slice(start)) } : { fault };
}

function faultOf(text: string, start: number): JsonFault | undefined {
  const { end, fault } = skipValue(text, start);
  if (fault !== undefined) return fault;
  const rest = /\S/.exec(text.slice(end));
  if (rest !== null)
    return { offset: end + rest.index, length: 1, message: 'this is not JSON: expected the end of the text' };
  const deep = tooDeep(text, start);
  if (deep !== undefined) return { offset: deep, length: 1, message: 'this is nested too deep to be read' };
  const [again] = repeatedNames(text.slice(start), 1, (name) => name);
  if (again === undefined) return undefined;
  return { offset: start + again.offset, length: 1, message: `\`${again.name}\` is there twice` };
}

/** Where sound JSON opens one bracket too many. */
function tooDeep(text: string, start: number): number | undefined {
  const scanner = createScanner(text);
  scanner.setPosition(start);
  let depth = 0;
  for (let kind = nextToken(scanner); kind !== tokens.end; kind = nextToken(scanner)) {
    if (isClosing(kind)) depth--;
    if (isOpening(kind) && ++depth > deepest) return scanner.getTokenOffset();
  }
  return undefined;
}
