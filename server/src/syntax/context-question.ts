// What may stand at a cursor in a query, an expectation or a declared record (section 6 of the language).
import { condition, principals, recordBody } from './context-condition.ts';
import {
  isName,
  isSign,
  isWord,
  list,
  need,
  needWord,
  next,
  offer,
  ownText,
  peek,
  type Reader,
  reference,
  takeWord,
} from './context-reader.ts';
import type { AskedPlace, PermissionSlot } from './context-slots.ts';
import { spokenFrom } from './context-spoken.ts';

/** After `query`. */
export function query(reader: Reader): void {
  offer(reader, { kind: 'keyword', words: ['who can', 'what can'] });
  if (takeWord(reader, 'who')) {
    needWord(reader, 'can');
    somewhere(reader);
  } else if (takeWord(reader, 'what')) what(reader);
  else question(reader);
}

/** After `expect`. */
export function expectation(reader: Reader): void {
  offer(reader, { kind: 'keyword', words: ['only', 'nobody'] });
  if (takeWord(reader, 'only')) {
    principalList(reader);
    needWord(reader, 'can');
    somewhere(reader);
  } else if (takeWord(reader, 'nobody')) {
    offer(reader, { kind: 'keyword', words: ['but'] });
    if (takeWord(reader, 'but')) principalList(reader);
    needWord(reader, 'can');
    somewhere(reader);
  } else question(reader);
}

function what(reader: Reader): void {
  needWord(reader, 'can');
  principal(reader, []);
  needWord(reader, 'do');
  place(reader);
  asOf(reader);
}

function principalList(reader: Reader): void {
  list(reader, (named) => principal(reader, named));
}

function principal(reader: Reader, named: readonly string[]): string | undefined {
  const home = undefined;
  return reference(reader, (qualifier) => ({ kind: 'principal', takes: principals, named, home, qualifier }))?.path;
}

function question(reader: Reader): void {
  principal(reader, []);
  need(reader, { kind: 'keyword', words: ['can', 'cannot'] });
  if (!takeWord(reader, 'can')) takeWord(reader, 'cannot');
  offer(reader, { kind: 'keyword', words: ['invite', 'use'] });
  if (takeWord(reader, 'invite')) {
    ownText(reader);
    asOf(reader);
  } else if (takeWord(reader, 'use')) {
    reference(reader, (qualifier) => ({ kind: 'account', qualifier }));
    asOf(reader);
  } else somewhere(reader);
}

/** `A and B`, a place and a date. */
function somewhere(reader: Reader): void {
  const named: string[] = [];
  const asked = placeAfter(reader);
  const slot: PermissionSlot = { kind: 'permission', place: asked, named, from: undefined };
  do {
    need(reader, slot);
    const from = spokenFrom(reader);
    if (from !== undefined) offer(reader, { ...slot, from });
    if (isName(reader)) named.push(next(reader)?.text ?? '');
  } while (takeWord(reader, 'and'));
  place(reader, ['in', 'on', 'and', 'in organization']);
  asOf(reader);
}

/** What the first place after the cursor says, if only permissions stand before it. */
function placeAfter({ after }: Reader): AskedPlace | undefined {
  const index = after.findIndex((token) => token.kind === 'word' && token.text !== 'and');
  const word = after[index]?.text;
  if (word === 'on') return 'record';
  if (word !== 'in') return undefined;
  return after[index + 1]?.text === 'organization' ? 'organization' : 'object';
}

function place(reader: Reader, words: readonly string[] = ['in', 'on', 'in organization']): void {
  need(reader, { kind: 'keyword', words });
  if (takeWord(reader, 'on')) {
    const test = reader.open.find((block) => block.kind === 'test')?.name;
    reference(reader, () => ({ kind: 'record', test }));
    return;
  }
  if (!takeWord(reader, 'in')) return;
  offer(reader, { kind: 'keyword', words: ['organization'] });
  if (isWord(reader, 'organization') && !isSign(reader, '.', 1)) reader.at++;
  else inObject(reader);
}

function inObject(reader: Reader): void {
  const home = reference(reader, () => ({ kind: 'object' }))?.name;
  offer(reader, { kind: 'keyword', words: ['when', 'with'] });
  if (takeWord(reader, 'with')) recordBody(reader, home);
  if (takeWord(reader, 'when')) condition(reader, home);
}

function asOf(reader: Reader): void {
  offer(reader, { kind: 'keyword', words: ['as of'] });
  if (!takeWord(reader, 'as')) return;
  needWord(reader, 'of');
  need(reader, { kind: 'date' });
  if (peek(reader)?.kind === 'literal') next(reader);
}

/** After `record`. */
export function record(reader: Reader): void {
  if (ownText(reader) === undefined) return;
  needWord(reader, 'in');
  const home = reference(reader, () => ({ kind: 'object' }))?.name;
  recordBody(reader, home);
}
