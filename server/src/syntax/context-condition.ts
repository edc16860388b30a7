// What may stand at a cursor in a condition (section 4 of the language), in a value or in a record's body.
import { blockWords, topWords } from './blocks.ts';
import {
  isName,
  isSign,
  isWord,
  list,
  mark,
  miss,
  need,
  needWord,
  next,
  offer,
  peek,
  type Reader,
  reference,
  seal,
  skip,
  takeSign,
  takeWord,
} from './context-reader.ts';
import type { PrincipalKind, ValueSlot } from './context-slots.ts';

/** The name of the object whose fields are spoken of. */
export type Home = string | undefined;

export const principals: readonly PrincipalKind[] = ['user', 'group', 'service account'];

/** `where`, `when`: a condition about the fields of `home`, after its keyword. */
export function condition(reader: Reader, home: Home): void {
  do negation(reader, home);
  while (takeWord(reader, 'and') || takeWord(reader, 'or'));
  offer(reader, { kind: 'keyword', words: ['and', 'or'] });
}

function negation(reader: Reader, home: Home): void {
  while (isWord(reader, 'not') && !isOperator(reader, 1)) reader.at++;
  if (takeSign(reader, '(')) {
    condition(reader, home);
    // What follows the parenthesis must wait until it is closed.
    seal(reader);
    takeSign(reader, ')');
    return;
  }
  offer(reader, { kind: 'field', home, like: undefined });
  need(reader, { kind: 'keyword', words: ['not'] });
  if (isName(reader)) comparison(reader, home, next(reader)?.text ?? '');
}

/** `not` may be the name of a field. */
function isOperator(reader: Reader, ahead: number): boolean {
  return isWord(reader, 'is', ahead) || isWord(reader, 'contains', ahead);
}

interface Compared {
  readonly home: Home;
  readonly field: string;
}

function comparison(reader: Reader, home: Home, field: string): void {
  const of: Compared = { home, field };
  at(reader, of, []);
  need(reader, { kind: 'operator', ...of, done: [] });
  if (takeWord(reader, 'is')) afterIs(reader, of);
  else if (takeWord(reader, 'contains')) compared(reader, of, 'contains');
  else if (takeWord(reader, 'after')) compared(reader, of, 'after');
  else if (takeWord(reader, 'before')) compared(reader, of, 'before');
  else if (takeWord(reader, 'overlaps')) valueList(reader, valueSlot(of, 'overlaps'));
  else if (takeWord(reader, 'between')) between(reader, of);
  else if (isWord(reader, 'starts') || isWord(reader, 'ends')) ending(reader, of);
  else if (takeWord(reader, 'in')) relative(reader, of);
  else ordering(reader, of);
}

/** What stands at the cursor belongs to the comparison, behind these words of its operator. */
function at(reader: Reader, { home, field }: Compared, done: readonly string[], index = 0): void {
  mark(reader, { kind: 'comparison', home, field, done, index });
}

/** The one value of an operator that is whole. */
function compared(reader: Reader, of: Compared, operator: NonNullable<ValueSlot['operator']>): void {
  at(reader, of, operator.split(' '));
  value(reader, valueSlot(of, operator));
}

const signs = ['>', '>=', '<', '<='] as const;

function ordering(reader: Reader, of: Compared): void {
  const sign = signs.find((each) => isSign(reader, each));
  if (sign === undefined) return;
  reader.at++;
  compared(reader, of, sign);
}

function ending(reader: Reader, of: Compared): void {
  const operator = takeWord(reader, 'starts') ? 'starts with' : 'ends with';
  takeWord(reader, 'ends');
  at(reader, of, operator.split(' ').slice(0, 1));
  needWord(reader, 'with');
  compared(reader, of, operator);
}

function between(reader: Reader, of: Compared): void {
  compared(reader, of, 'between');
  at(reader, of, ['between']);
  needWord(reader, 'and');
  at(reader, of, ['between'], 1);
  value(reader, valueSlot(of, 'between'));
}

function afterIs(reader: Reader, of: Compared): void {
  at(reader, of, ['is']);
  offer(reader, { kind: 'operator', ...of, done: ['is'] });
  if (takeWord(reader, 'empty')) return;
  if (takeWord(reader, 'not')) {
    at(reader, of, ['is', 'not']);
    offer(reader, { kind: 'operator', ...of, done: ['is', 'not'] });
    if (!takeWord(reader, 'empty')) value(reader, valueSlot(of, 'is not'));
    return;
  }
  if (takeWord(reader, 'one')) {
    at(reader, of, ['is', 'one']);
    needWord(reader, 'of');
    valueList(reader, valueSlot(of, 'is one of'));
    return;
  }
  if (takeWord(reader, 'in')) {
    at(reader, of, ['is', 'in']);
    const { home } = of;
    reference(reader, (qualifier) => ({ kind: 'principal', takes: ['group'], named: [], home, qualifier }));
    return;
  }
  value(reader, valueSlot(of, 'is'));
}

function relative(reader: Reader, of: Compared): void {
  at(reader, of, ['in']);
  need(reader, { kind: 'operator', ...of, done: ['in'] });
  takeWord(reader, 'the');
  at(reader, of, ['in', 'the']);
  need(reader, { kind: 'operator', ...of, done: ['in', 'the'] });
  const direction = takeWord(reader, 'next') ? 'next' : 'last';
  takeWord(reader, 'last');
  at(reader, of, ['in', 'the', direction]);
  // How many is the writer's to say.
  miss(reader);
  if (peek(reader)?.kind === 'literal') reader.at++;
  at(reader, of, ['in', 'the', direction], 1);
  need(reader, { kind: 'keyword', words: ['days', 'weeks', 'months', 'years'] });
  if (!takeWord(reader, 'days') && !takeWord(reader, 'weeks') && !takeWord(reader, 'months')) takeWord(reader, 'years');
}

function valueSlot({ home, field }: Compared, operator: ValueSlot['operator']): ValueSlot {
  return { kind: 'value', home, field, operator, list: false, named: [], qualifier: undefined };
}

/** A literal, a name, `current user`, `current user.<attribute>` or `field Other`; gives the text that stands there. */
function value(reader: Reader, slot: ValueSlot): string | undefined {
  need(reader, slot);
  // The value was left out: the condition goes on.
  if (isWord(reader, 'or') && (isName(reader, 1) || isSign(reader, '(', 1))) return undefined;
  if (takeWord(reader, 'current')) return currentUser(reader);
  if (takeWord(reader, 'field')) {
    need(reader, { kind: 'field', home: slot.home, like: slot.field });
    if (isName(reader)) reader.at++;
    return undefined;
  }
  if (peek(reader)?.kind === 'literal') return next(reader)?.text;
  return reference(reader, (qualifier) => ({ ...slot, qualifier }))?.path;
}

function currentUser(reader: Reader): string {
  needWord(reader, 'user');
  if (takeSign(reader, '.')) {
    need(reader, { kind: 'attribute', declared: false, present: new Set() });
    if (isName(reader)) reader.at++;
  }
  return 'current user';
}

/** `( one, two )`. */
function valueList(reader: Reader, slot: ValueSlot): void {
  const here = () => {
    if (slot.operator !== undefined) at(reader, slot, slot.operator.split(' '));
  };
  here();
  need(reader, { kind: 'opening', sign: '(' });
  if (!takeSign(reader, '(')) return;
  list(reader, (named) => {
    here();
    return value(reader, { ...slot, list: true, named });
  });
  here();
  // A list that is still open goes on with a comma or its parenthesis, nothing else.
  seal(reader);
  takeSign(reader, ')');
}

const relationSeconds = { watched: 'by', shared: 'with', assigned: 'to', approved: 'by' } as const;
const declarationWords: ReadonlySet<string> = new Set([...topWords, ...blockWords.test]);

/** The fields and relations of a record of `home`, in braces. */
export function recordBody(reader: Reader, home: Home): void {
  need(reader, { kind: 'opening', sign: '{' });
  if (!takeSign(reader, '{')) return;
  const present = new Set<string>();
  for (;;) {
    need(reader, { kind: 'record item', home, present });
    if (takeSign(reader, '}')) return;
    const token = peek(reader);
    // A declaration that follows a body which lacks its brace.
    if (token === undefined || (token.kind === 'word' && token.newLine && declarationWords.has(token.text))) return;
    present.add(token.text);
    recordItem(reader, home);
  }
}

function recordItem(reader: Reader, home: Home): void {
  const relation = blockWords.record.find((word) => isWord(reader, word));
  if (relation !== undefined) {
    reader.at++;
    if (relation !== 'mentions') needWord(reader, relationSeconds[relation as keyof typeof relationSeconds]);
    list(
      reader,
      (named) =>
        reference(reader, (qualifier) => ({ kind: 'principal', takes: principals, named, home, qualifier }))?.path,
    );
    return;
  }
  if (!isName(reader)) {
    skip(reader);
    return;
  }
  const slot = valueSlot({ home, field: next(reader)?.text ?? '' }, undefined);
  if (isSign(reader, '(')) valueList(reader, slot);
  else if (!takeWord(reader, 'empty')) value(reader, slot);
}
