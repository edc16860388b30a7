// What may stand at a cursor in a query, an expectation or a declared record (section 6 of the language).
import type { QuestionCall, QuestionForm } from './context-call.ts';
import { condition, principals, recordBody } from './context-condition.ts';
import {
  isName,
  isSign,
  isWord,
  list,
  mark,
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
  asked(reader, 'query', ['can', 'who', 'what', 'invite', 'use'], 0);
  offer(reader, { kind: 'keyword', words: ['who can', 'what can'] });
  if (takeWord(reader, 'who')) {
    needWord(reader, 'can');
    somewhere(reader, ['query', 'who']);
  } else if (takeWord(reader, 'what')) what(reader);
  else question(reader, 'query');
}

type Asks = QuestionCall['asks'];

function asked(reader: Reader, asks: Asks, forms: readonly QuestionForm[], index: number): void {
  mark(reader, { kind: 'question', asks, forms, index });
}

/** After `expect`. */
export function expectation(reader: Reader): void {
  asked(reader, 'expect', ['can', 'only', 'nobody', 'invite', 'use'], 0);
  offer(reader, { kind: 'keyword', words: ['only', 'nobody'] });
  if (takeWord(reader, 'only')) {
    principalList(reader, 'only');
    needWord(reader, 'can');
    somewhere(reader, ['expect', 'only']);
  } else if (takeWord(reader, 'nobody')) {
    offer(reader, { kind: 'keyword', words: ['but'] });
    asked(reader, 'expect', ['nobody'], 0);
    if (takeWord(reader, 'but')) {
      principalList(reader, 'nobody');
    }
    needWord(reader, 'can');
    somewhere(reader, ['expect', 'nobody']);
  } else question(reader, 'expect');
}

function what(reader: Reader): void {
  asked(reader, 'query', ['what'], 0);
  needWord(reader, 'can');
  asked(reader, 'query', ['what'], 0);
  principal(reader, []);
  needWord(reader, 'do');
  asked(reader, 'query', ['what'], 2);
  place(reader);
  asOf(reader);
}

function principalList(reader: Reader, form: QuestionForm): void {
  list(reader, (named) => {
    asked(reader, 'expect', [form], 0);
    return principal(reader, named);
  });
  asked(reader, 'expect', [form], 0);
}

function principal(reader: Reader, named: readonly string[]): string | undefined {
  const home = undefined;
  return reference(reader, (qualifier) => ({ kind: 'principal', takes: principals, named, home, qualifier }))?.path;
}

function question(reader: Reader, asks: Asks): void {
  principal(reader, []);
  asked(reader, asks, ['can', 'invite', 'use'], 0);
  need(reader, { kind: 'keyword', words: ['can', 'cannot'] });
  if (!takeWord(reader, 'can')) takeWord(reader, 'cannot');
  asked(reader, asks, ['can', 'invite', 'use'], 1);
  offer(reader, { kind: 'keyword', words: ['invite', 'use'] });
  if (takeWord(reader, 'invite')) {
    asked(reader, asks, ['invite'], 1);
    ownText(reader);
    asOf(reader);
  } else if (takeWord(reader, 'use')) {
    asked(reader, asks, ['use'], 1);
    reference(reader, (qualifier) => ({ kind: 'account', qualifier }));
    asOf(reader);
  } else somewhere(reader, [asks, 'can']);
}

/** `A and B`, a place and a date. */
function somewhere(reader: Reader, [asks, form]: readonly [Asks, QuestionForm]): void {
  const named: string[] = [];
  const here = (index: number) => {
    if (!reader.onNewLine) asked(reader, asks, [form], index);
  };
  const spoken = placeAfter(reader);
  const slot: PermissionSlot = { kind: 'permission', place: spoken, named, from: undefined };
  do {
    here(1);
    need(reader, slot);
    const from = spokenFrom(reader);
    if (from !== undefined) offer(reader, { ...slot, from });
    if (isName(reader)) named.push(next(reader)?.text ?? '');
  } while (takeWord(reader, 'and'));
  here(2);
  place(reader, ['in', 'on', 'and', 'in organization'], here);
  asOf(reader, here);
}

/** What the first place after the cursor says, if only permissions stand before it. */
function placeAfter({ after }: Reader): AskedPlace | undefined {
  const index = after.findIndex((token) => token.kind === 'word' && token.text !== 'and');
  const word = after[index]?.text;
  if (word === 'on') return 'record';
  if (word !== 'in') return undefined;
  return after[index + 1]?.text === 'organization' ? 'organization' : 'object';
}

type Here = (index: number) => void;

function place(
  reader: Reader,
  words: readonly string[] = ['in', 'on', 'in organization'],
  here: Here = () => {},
): void {
  need(reader, { kind: 'keyword', words });
  if (takeWord(reader, 'on')) {
    here(2);
    const test = reader.open.find((block) => block.kind === 'test')?.name;
    reference(reader, () => ({ kind: 'record', test }));
    return;
  }
  if (!takeWord(reader, 'in')) return;
  here(2);
  offer(reader, { kind: 'keyword', words: ['organization'] });
  if (isWord(reader, 'organization') && !isSign(reader, '.', 1)) reader.at++;
  else inObject(reader, here);
}

function inObject(reader: Reader, here: Here): void {
  const home = reference(reader, () => ({ kind: 'object' }))?.name;
  here(3);
  offer(reader, { kind: 'keyword', words: ['when', 'with'] });
  if (takeWord(reader, 'with')) {
    here(3);
    recordBody(reader, home);
  }
  if (takeWord(reader, 'when')) {
    here(3);
    condition(reader, home);
  }
}

function asOf(reader: Reader, here: Here = () => {}): void {
  offer(reader, { kind: 'keyword', words: ['as of'] });
  if (!takeWord(reader, 'as')) return;
  here(4);
  needWord(reader, 'of');
  here(4);
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
