// Takes the values out of a text of one or several JSON values, and out of a broken one those that are sound.
import { createScanner, type JSONScanner } from 'jsonc-parser';
import {
  found,
  isClosing,
  isOpening,
  isScalar,
  type JsonFault,
  nextToken,
  skipValue,
  tokenPlace,
  tokens,
} from './json-scan.ts';

export type JsonPath = readonly (string | number)[];

/** A sound value; `path` says where it stands, from the root of its text. */
export interface JsonEntry {
  readonly value: unknown;
  readonly offset: number;
  readonly path: JsonPath;
}

export interface JsonEntryFault extends JsonFault {
  readonly path: JsonPath;
}

export interface JsonEntries {
  readonly entries: readonly JsonEntry[];
  readonly faults: readonly JsonEntryFault[];
}

/**
 * Takes the text of a directory file. Whole JSON is one entry. Values that follow each other (JSON lines) are one each, with
 * their number before their path. Of a broken value the objects that stand where a list's resources stand are entries of
 * their own; anything that has a fault inside is left out, so that half of a resource never counts.
 */
export function readEntries(text: string): JsonEntries {
  const marked = text.charCodeAt(0) === 0xfeff;
  // A blank in place of the byte order mark keeps every offset.
  const body = marked ? ` ${text.slice(1)}` : text;
  const value = parse(body);
  if (value !== undefined) return { entries: [{ value, offset: marked ? 1 : 0, path: [] }], faults: [] };
  return salvage(body);
}

/** JSON never gives `undefined`, which therefore says that the text is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Frame {
  readonly isArray: boolean;
  /** The key or index of the value that is being read. */
  at: string | number;
}

interface Salvage {
  readonly text: string;
  readonly scanner: JSONScanner;
  readonly stack: Frame[];
  readonly entries: JsonEntry[];
  /** By offset: an object that cannot be read fails where the list around it fails, and is the narrower of the two. */
  readonly faults: Map<number, JsonEntryFault>;
  roots: number;
}

function salvage(text: string): JsonEntries {
  const state: Salvage = { text, scanner: createScanner(text), stack: [], entries: [], faults: new Map(), roots: 0 };
  for (let kind = nextToken(state.scanner); kind !== tokens.end; kind = nextToken(state.scanner)) {
    const top = state.stack.at(-1);
    if (isOpening(kind) || isScalar(kind)) {
      if (top?.isArray === false && kind === tokens.string && isKey(text, state.scanner.getPosition())) {
        top.at = state.scanner.getTokenValue();
      } else takeValue(state, kind);
    } else if (isClosing(kind) && top !== undefined) state.stack.pop();
    else if (top === undefined && state.faults.size === 0) addFault(state, strayToken(text, state.scanner));
  }
  if (state.roots === 0 && state.faults.size === 0) {
    addFault(state, { offset: 0, length: text.length, message: 'this is not JSON: the file is empty' });
  }
  const relative = <T extends { readonly path: JsonPath }>(each: T): T =>
    state.roots > 1 ? each : { ...each, path: each.path.slice(1) };
  return { entries: state.entries.map(relative), faults: [...state.faults.values()].map(relative) };
}

/** At a value: takes it whole where it is sound and stands where a list's resource may, else goes on inside it. */
function takeValue(state: Salvage, kind: number): void {
  const { text, scanner, stack } = state;
  const top = stack.at(-1);
  if (top === undefined) state.roots++;
  else if (top.isArray) top.at = Number(top.at) + 1;
  if (top?.isArray && isScalar(kind)) dropNeighbour(state);
  if (isListed(stack, kind)) {
    const offset = scanner.getTokenOffset();
    const { end, fault } = skipValue(text, offset);
    const value = fault === undefined ? parse(text.slice(offset, end)) : undefined;
    if (value !== undefined) {
      state.entries.push({ value, offset, path: pathHere(state) });
      scanner.setPosition(end);
      return;
    }
    addFault(state, fault ?? { offset, length: end - offset, message: 'this is not JSON' });
  }
  if (isOpening(kind)) stack.push({ isArray: kind === tokens.openBracket, at: -1 });
}

/** True where a whole value, or a list's resource, may stand: the root, `[0]`, `Resources[0]` and `[0].Resources[0]`. */
function isListed(stack: readonly Frame[], kind: number): boolean {
  if (stack.length === 0) return true;
  if (kind !== tokens.openBrace || stack.length > 3 || stack.at(-1)?.isArray !== true) return false;
  if (stack.length === 1) return true;
  const list = stack.at(-2);
  if (list === undefined || list.isArray || String(list.at).toLowerCase() !== 'resources') return false;
  return stack.length === 2 || stack[0]?.isArray === true;
}

/** A bare word between objects may be what a stray bracket cut off the one before, which then is only half of itself. */
function dropNeighbour({ entries, stack, roots }: Salvage): void {
  const before = entries.at(-1)?.path ?? [];
  const isNext = (step: string | number, index: number) => step === (index === 0 ? roots - 1 : stack[index - 1]?.at);
  const isBeside = before.length === stack.length + 1 && before.slice(0, -1).every(isNext);
  if (isBeside && before.at(-1) === Number(stack.at(-1)?.at) - 1) entries.pop();
}

function isKey(text: string, from: number): boolean {
  let at = from;
  while (/\s/u.test(text.charAt(at))) at++;
  return text[at] === ':';
}

function pathHere(state: Salvage): JsonPath {
  return [state.roots - 1, ...state.stack.map((frame) => frame.at)];
}

function addFault(state: Salvage, fault: JsonFault): void {
  state.faults.set(fault.offset, { ...fault, path: pathHere(state) });
}

function strayToken(text: string, scanner: JSONScanner): JsonFault {
  const message = `this is not JSON: expected a value, not ${found(text, scanner)}`;
  return { ...tokenPlace(text, scanner), message };
}
