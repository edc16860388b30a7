// Splits a file's tokens into units: one top-level declaration each, with whatever trails it. The split needs no parse,
// so that one broken declaration cannot swallow the next, and an edit re-reads only the units that it touches.
import type { IToken, TokenType } from 'chevrotain';
import { topWords } from './blocks.ts';
import { Colon, canBeName, Dot, Identifier, LCurly, NameLike, RCurly, wordType } from './tokens.ts';

/** Where a declaration begins is decided by no more tokens before and behind than so many units have. */
export const unitsAround = 4;

const words = (...list: Parameters<typeof wordType>[0][]) => new Set<TokenType>(list.map(wordType));

/** Words that begin a top-level declaration wherever a declaration can begin, and are never nested. */
const topOnly = words('directory', 'user', 'group', 'app', 'element', 'task', 'table', 'query', 'test', 'organization');
const known = words(...topWords);
const types = words('user', 'group');
const ofUsers = words('inactive', 'external');
const objects = words('app', 'element', 'task', 'table');
const inObjects = words('role', 'managed');
const onlyInObjects = words('field', 'policy', 'default', 'auto-share', 'service', 'automation', 'agent');
const openers = words('role', 'policy', 'automation', 'agent');
const propertiesInObjects = words(
  'description',
  'members',
  'grants',
  'expires',
  'to',
  'when',
  'trigger',
  'runs',
  'built',
  'action',
  'tool',
);
const ofObjects: ReadonlySet<TokenType> = new Set([...inObjects, ...onlyInObjects]);
const inTests = words('record', 'expect');
const catalogueWordFollows = words('trigger', 'action', 'tool', 'on');
const questions = words('query', 'expect');
const asWord = wordType('as');
const test = wordType('test');
const user = wordType('user');
const directory = wordType('directory');
const organization = wordType('organization');
const inWord = wordType('in');
const current = wordType('current');

const isName = (token: IToken | undefined) => token !== undefined && canBeName(token.tokenType);

/** The tokens of a file and how its lines lie: what the split looks at. */
interface Scan {
  readonly text: string;
  readonly tokens: readonly IToken[];
}

/** Units of whitespace-separated indentation before the token, or -1 where it is not the first of its line. */
function indentation({ text, tokens }: Scan, index: number): number {
  const offset = tokens[index]?.startOffset ?? 0;
  let at = offset;
  while (at > 0) {
    const c = text.charCodeAt(at - 1);
    if (c === 10 || c === 13) break;
    if (c !== 32 && c !== 9 && c !== 0xfeff) return -1;
    at--;
  }
  return offset - at;
}

function sameLine(scan: Scan, index: number): boolean {
  return indentation(scan, index) < 0;
}

/** True where a word that is never nested stands as the start of a declaration, not as a type, value or place. */
function startsTopDeclaration(scan: Scan, index: number, open: Open | undefined): boolean {
  const { tokens } = scan;
  const token = tokens[index];
  if (token === undefined || !topOnly.has(token.tokenType)) return false;
  // In the middle of a line in braces `user` and `group` are what remains of a type or of `current user`.
  if (types.has(token.tokenType) && open !== undefined && open.depth > 0 && sameLine(scan, index)) return false;
  const before = tokens[index - 1]?.tokenType;
  const after = tokens[index + 1];
  if (before === undefined) return true;
  const first = !sameLine(scan, index);
  if ((before === current || before === Dot) && !first) return false;
  // After a colon it is a type, unless the next line begins with a whole declaration.
  if (before === Colon && types.has(token.tokenType)) return first && isName(after);
  if (catalogueWordFollows.has(before) && !first) return false;
  return token.tokenType !== organization || startsOrganization(scan, index, first);
}

/** `organization` is a place and a qualifier too: it begins a declaration with its brace, or as the first of its line. */
function startsOrganization({ tokens }: Scan, index: number, first: boolean): boolean {
  const after = tokens[index + 1];
  if (after?.tokenType === Dot) return false;
  if (after?.tokenType === LCurly || (isName(after) && tokens[index + 2]?.tokenType === LCurly)) return true;
  return first && tokens[index - 1]?.tokenType !== inWord;
}

interface Open {
  readonly start: number;
  depth: number;
  readonly first: TokenType;
}

/** True where a word that may be nested begins a declaration of the file all the same. */
function startsNestable(scan: Scan, index: number, open: Open): boolean {
  const type = scan.tokens[index]?.tokenType;
  if (type === undefined) return false;
  const before = scan.tokens[index - 1]?.tokenType;
  if (before !== undefined && catalogueWordFollows.has(before) && sameLine(scan, index)) return false;
  if (inObjects.has(type)) {
    if (before === wordType('managed')) return false;
    // Inside of what is no declaration at all its owner is unknown: it stays a part of that.
    return open.depth === 0 || (known.has(open.first) && !objects.has(open.first));
  }
  return inTests.has(type) && (open.depth === 0 || open.first !== test);
}

/** A question goes on behind a record body with its date; an object behind a brace too many with its items. */
function continues(open: Open, type: TokenType | undefined): boolean {
  if (type === undefined) return false;
  return (questions.has(open.first) && type === asWord) || (objects.has(open.first) && onlyInObjects.has(type));
}

/** Words that stand in users alone, in what is no declaration behind one: they speak of that user. */
function speakOfUser({ tokens }: Scan, index: number, open: Open, starts: number[]): Open | undefined {
  const type = tokens[index]?.tokenType;
  const start = starts.at(-2);
  if (type === undefined || start === undefined || !ofUsers.has(type) || known.has(open.first)) return undefined;
  if (tokens[start]?.tokenType !== user) return undefined;
  starts.pop();
  return { start, depth: open.depth, first: user };
}

/** `role "R" members …` in an object: its brace was forgotten, but it will be closed. */
function lacksBrace({ tokens }: Scan, index: number, open: Open): boolean {
  const type = tokens[index]?.tokenType;
  if (type === undefined || open.depth === 0 || !objects.has(open.first) || !openers.has(type)) return false;
  const isProperty = (at: number) => propertiesInObjects.has(tokens[at]?.tokenType ?? NameLike);
  // Something else may stand in the brace's place.
  const odd = tokens[index + 2]?.tokenType;
  return (
    isName(tokens[index + 1]) && odd !== LCurly && (isProperty(index + 2) || (odd !== RCurly && isProperty(index + 3)))
  );
}

/** At brace depth 0, a name that begins its line and is no continuation: most likely a misspelled keyword. */
function startsUnknown(scan: Scan, index: number, open: Open): boolean {
  if (open.depth > 0) return false;
  const { tokens } = scan;
  const before = tokens[index - 1]?.tokenType;
  // What stands on a user's own line might have said that the user is inactive or external.
  if (open.first === user && sameLine(scan, index)) return false;
  if (before === RCurly) return !continues(open, tokens[index]?.tokenType);
  const count = index - open.start;
  const next = tokens[index]?.tokenType;
  if (open.first === user && count === 3 && next !== LCurly) return true;
  if (open.first === directory && count === 2) return true;
  const indent = indentation(scan, index);
  if (indent < 0 || indent > Math.max(indentation(scan, open.start), 0)) return false;
  return next === Identifier && (isName(tokens[index + 1]) || tokens[index + 1]?.tokenType === LCurly);
}

/**
 * Where a brace too many stands behind an object and roles alone, the object was closed too early: the roles are its own.
 * Taken for roles of the organization they would grant what nobody wrote.
 */
function rejoin({ tokens }: Scan, starts: number[], displaced: Set<number>): Open | undefined {
  let last = starts.length - 1;
  const firstOf = (at: number) => tokens[starts[at] ?? -1]?.tokenType;
  while (last >= 0 && ofObjects.has(firstOf(last) ?? NameLike)) last--;
  const start = starts[last];
  const first = firstOf(last);
  if (last === starts.length - 1) return undefined;
  if (start === undefined || first === undefined || !objects.has(first)) {
    for (const each of starts.slice(last + 1)) displaced.add(each);
    return undefined;
  }
  starts.length = last + 1;
  return { start, depth: 0, first };
}

export interface UnitStarts {
  /** The token index of each brace that closes nothing, ascending. */
  readonly strays: readonly number[];
  /** What stands before the tokens might have a say in how they are split. */
  readonly isOpenBefore: boolean;
  /** The token index at which each unit starts, ascending; the first is 0 where there is a token. */
  readonly starts: readonly number[];
  /** Those of them that may have been inside of something that was lost: a brace is left over behind them. */
  readonly displaced: ReadonlySet<number>;
}

/** Splits the tokens of a file. */
export function unitStarts(text: string, tokens: readonly IToken[]): UnitStarts {
  const displaced = new Set<number>();
  const strays: number[] = [];
  let isOpenBefore = false;
  const scan: Scan = { text, tokens };
  const starts: number[] = [];
  let open: Open | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const type = tokens[i]?.tokenType;
    if (type === undefined) continue;
    const begins =
      open === undefined ||
      startsTopDeclaration(scan, i, open) ||
      startsNestable(scan, i, open) ||
      startsUnknown(scan, i, open);
    if (type === RCurly && open !== undefined && open.depth === 0) {
      strays.push(i);
      isOpenBefore ||= starts.every((start) => ofObjects.has(tokens[start]?.tokenType ?? NameLike));
      open = rejoin(scan, starts, displaced) ?? open;
    } else if (begins || open === undefined) {
      starts.push(i);
      open = { start: i, depth: 0, first: type };
    }
    open = speakOfUser(scan, i, open, starts) ?? open;
    if (type === LCurly || lacksBrace(scan, i, open)) open.depth++;
    else if (type === RCurly && open.depth > 0) open.depth--;
  }
  return { starts, displaced, strays, isOpenBefore };
}
