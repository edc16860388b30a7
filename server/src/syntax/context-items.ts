// What may stand at a cursor in the items of blocks: after `members`, `grants`, `trigger` and the like.
import { levels } from '../catalogue/permissions.ts';
import type { PlaceKind } from '../catalogue/types.ts';
import { block, startsNextItem } from './context-block.ts';
import { condition, principals } from './context-condition.ts';
import {
  isName,
  isWord,
  list,
  mark,
  need,
  needOwn,
  needWord,
  next,
  objectAround,
  offer,
  ownText,
  peek,
  type Reader,
  reference,
  seal,
  takeSign,
  takeWord,
} from './context-reader.ts';
import type { GrantSlot, PrincipalKind, Slot } from './context-slots.ts';
import { spokenFrom } from './context-spoken.ts';

/** `members alice, Agents` and other lists of names, after their keyword. */
export function principalList(reader: Reader, takes: readonly PrincipalKind[]): void {
  const home = objectAround(reader)?.name;
  list(
    reader,
    (named) => reference(reader, (qualifier) => ({ kind: 'principal', takes, named, home, qualifier }))?.path,
  );
}

/** A word of the catalogue, reserved or not, unless it begins the next line's item. */
function catalogueWord(reader: Reader, slot: Slot): string | undefined {
  need(reader, slot);
  const kind = peek(reader)?.kind;
  const isWordLike = kind === 'word' || kind === 'name' || kind === 'string';
  return isWordLike && !startsNextItem(reader) ? next(reader)?.text : undefined;
}

/** `role` and `managed role`, after their keywords. */
export function role(reader: Reader, managed: boolean): void {
  const home = objectAround(reader)?.name;
  if (managed) need(reader, { kind: 'managed role', home });
  const name = ownText(reader);
  block(reader, { kind: managed ? 'managed role' : 'role', name }, roleItem);
}

function roleItem(reader: Reader, word: string): void {
  reader.at++;
  if (word === 'description') ownText(reader);
  else if (word === 'members') principalList(reader, ['user', 'group']);
  else if (word === 'grants') list(reader, (named) => grant(reader, named));
  else if (word === 'auto-share') autoShare(reader, false);
  else date(reader);
}

function grant(reader: Reader, named: readonly string[]): string | undefined {
  const place: PlaceKind = objectAround(reader) === undefined ? 'organization' : 'object';
  const slot: GrantSlot = { kind: 'grant', place, named, levels: true, from: undefined };
  need(reader, slot);
  const level = levels.find((each) => isWord(reader, each));
  const from = spokenFrom(reader);
  if (from !== undefined) {
    if (level !== undefined) offer(reader, { kind: 'keyword', words: ['on'] });
    offer(reader, { ...slot, levels: false, from });
    return undefined;
  }
  if (level === undefined) return isName(reader) ? next(reader)?.text : undefined;
  reader.at++;
  mark(reader, { kind: 'level', level, place, index: 1 });
  needWord(reader, 'on');
  mark(reader, { kind: 'level', level, place, index: 1 });
  need(reader, { kind: 'permission group', level, place });
  return isName(reader) ? `${level} on ${next(reader)?.text}` : undefined;
}

/** `on watch, assign`. */
export function autoShare(reader: Reader, records: boolean): void {
  needWord(reader, 'on');
  list(reader, (named) => catalogueWord(reader, { kind: 'auto-share', records, named }));
}

export function date(reader: Reader): void {
  need(reader, { kind: 'date' });
  if (peek(reader)?.kind === 'literal') reader.at++;
}

export function field(reader: Reader): void {
  ownText(reader);
  needOwn(reader);
  if (!takeSign(reader, ':')) return;
  // The type stands on the line of its field.
  if (!reader.onNewLine) need(reader, { kind: 'field type' });
  const token = peek(reader);
  if (token === undefined || token.newLine || token.kind !== 'word') return;
  reader.at++;
  if (token.text === 'choice' || token.text === 'choices') {
    need(reader, { kind: 'opening', sign: '(' });
    if (takeSign(reader, '(')) list(reader, () => ownText(reader));
    seal(reader);
    takeSign(reader, ')');
  }
  if (token.text === 'user' || token.text === 'group') offer(reader, { kind: 'keyword', words: ['as assignee'] });
  if (takeWord(reader, 'as')) needWord(reader, 'assignee');
}

export function policyItem(reader: Reader, word: string): void {
  reader.at++;
  if (word === 'description') ownText(reader);
  else if (word === 'to') principalList(reader, principals);
  else condition(reader, objectAround(reader)?.name);
}

export function accountItem(reader: Reader, word: string): void {
  reader.at++;
  const home = objectAround(reader)?.name;
  if (word === 'purpose') ownText(reader);
  else if (word === 'roles')
    list(reader, (named) => reference(reader, (qualifier) => ({ kind: 'role', named, home, qualifier }))?.path);
  else if (word === 'usable') {
    needWord(reader, 'by');
    principalList(reader, ['user', 'group']);
  }
}

/** Of automations and agents. */
export function actingItem(reader: Reader, word: string): void {
  if (word === 'runs') {
    runsAs(reader);
    return;
  }
  reader.at++;
  if (word === 'description') ownText(reader);
  else if (word === 'built') builtBy(reader);
  else if (word === 'trigger') {
    mark(reader, { kind: 'trigger', index: 0 });
    catalogueWord(reader, { kind: 'catalogue word', of: 'trigger' });
  } else step(reader, word === 'tool' ? 'tool' : 'action');
}

function builtBy(reader: Reader): void {
  needWord(reader, 'by');
  const home = objectAround(reader)?.name;
  reference(reader, (qualifier) => ({ kind: 'principal', takes: ['user'], named: [], home, qualifier }));
}

function runsAs(reader: Reader): void {
  if (!takeWord(reader, 'runs')) return;
  needWord(reader, 'as');
  const home = objectAround(reader)?.name;
  need(reader, { kind: 'actor', home, qualifier: undefined });
  if (takeWord(reader, 'current')) needWord(reader, 'user');
  else if (!takeWord(reader, 'publisher')) reference(reader, (qualifier) => ({ kind: 'actor', home, qualifier }));
}

/** `word [in Object] [where condition]`, of a tool with its own `runs as`. */
function step(reader: Reader, kind: 'action' | 'tool'): void {
  mark(reader, { kind, word: undefined, index: 0 });
  const word = catalogueWord(reader, { kind: 'catalogue word', of: kind });
  if (word === undefined) return;
  // The next line begins with something else.
  if (!reader.onNewLine) mark(reader, { kind, word, index: 1 });
  const ends = kind === 'tool' ? ['runs as'] : [];
  offer(reader, { kind: 'keyword', words: ['where', 'in', ...ends] });
  let home = objectAround(reader)?.name;
  if (takeWord(reader, 'in')) {
    mark(reader, { kind, word, index: 1 });
    home = reference(reader, () => ({ kind: 'object' }))?.name;
    if (!reader.onNewLine) mark(reader, { kind, word, index: 2 });
    offer(reader, { kind: 'keyword', words: ['where', ...ends] });
  }
  if (takeWord(reader, 'where')) {
    mark(reader, { kind, word, index: 2 });
    condition(reader, home);
    if (kind === 'tool') offer(reader, { kind: 'keyword', words: ends });
  }
  if (kind === 'tool' && isWord(reader, 'runs')) {
    const before = reader.at;
    runsAs(reader);
    // `runs as`, and nothing behind it.
    if (reader.at - before <= 2) mark(reader, { kind, word, index: 3 });
  }
}
