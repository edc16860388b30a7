// What may stand at a cursor in the declarations of a file, from the first word of each.
import type { ObjectKind } from './ast.ts';
import { topWords } from './blocks.ts';
import { block } from './context-block.ts';
import { accountItem, actingItem, autoShare, field, policyItem, principalList, role } from './context-items.ts';
import { expectation, query, record } from './context-question.ts';
import {
  atEnd,
  isName,
  need,
  needOwn,
  needWord,
  next,
  offer,
  ownText,
  peek,
  type Reader,
  skip,
} from './context-reader.ts';

const objectKinds: readonly string[] = ['app', 'element', 'task', 'table'] satisfies readonly ObjectKind[];

function isObjectKind(word: string): word is ObjectKind {
  return objectKinds.includes(word);
}

const first: ReadonlySet<string> = new Set(topWords);

/** Reads declarations up to the cursor. */
export function declarations(reader: Reader): void {
  while (!atEnd(reader)) {
    const token = peek(reader);
    if (token?.kind === 'word' && first.has(token.text)) {
      reader.at++;
      declaration(reader, token.text);
    } else skip(reader);
  }
  if (reader.tokens.length === 0 || reader.onNewLine) offer(reader, { kind: 'declaration' });
}

function declaration(reader: Reader, word: string): void {
  if (isObjectKind(word)) object(reader, word);
  else if (word === 'organization')
    block(reader, { kind: 'organization', name: optionalName(reader) }, organizationItem);
  else if (word === 'directory') ownText(reader);
  else if (word === 'user') user(reader);
  else if (word === 'group') block(reader, { kind: 'group', name: ownText(reader) }, groupItem);
  else if (word === 'role') role(reader, false);
  else if (word === 'managed') managedRole(reader);
  else if (word === 'test') block(reader, { kind: 'test', name: ownText(reader) }, testItem);
  else if (word === 'query') query(reader);
  else if (word === 'record') record(reader);
  else expectation(reader);
}

function optionalName(reader: Reader): string | undefined {
  needOwn(reader);
  return isName(reader) ? next(reader)?.text : undefined;
}

function managedRole(reader: Reader): void {
  needWord(reader, 'role');
  role(reader, true);
}

function organizationItem(reader: Reader, word: string): void {
  reader.at++;
  if (word !== 'invites') {
    texts(reader);
    return;
  }
  need(reader, { kind: 'invites' });
  if (peek(reader)?.kind === 'word' && peek(reader)?.newLine === false) reader.at++;
}

function texts(reader: Reader): void {
  ownText(reader);
  while (peek(reader)?.text === ',') {
    reader.at++;
    ownText(reader);
  }
}

function user(reader: Reader): void {
  const name = ownText(reader);
  ownText(reader);
  block(reader, { kind: 'user', name, optional: true }, (inner) => {
    const attribute = isName(inner);
    inner.at++;
    if (attribute) ownText(inner);
  });
}

function groupItem(reader: Reader, word: string): void {
  reader.at++;
  if (word === 'members') principalList(reader, ['user']);
  else ownText(reader);
}

function testItem(reader: Reader, word: string): void {
  reader.at++;
  if (word === 'record') record(reader);
  else expectation(reader);
}

function object(reader: Reader, type: ObjectKind): void {
  need(reader, { kind: 'object name', type });
  const name = isName(reader) ? next(reader)?.text : undefined;
  block(reader, { kind: 'object', object: type, name }, objectItem);
}

function objectItem(reader: Reader, word: string): void {
  reader.at++;
  if (word === 'field') field(reader);
  else if (word === 'role') role(reader, false);
  else if (word === 'managed') managedRole(reader);
  else if (word === 'default') needWord(reader, 'policy');
  else if (word === 'policy') block(reader, { kind: 'policy', name: ownText(reader) }, policyItem);
  else if (word === 'service') account(reader);
  else if (word === 'automation') block(reader, { kind: 'automation', name: ownText(reader) }, actingItem);
  else if (word === 'agent') block(reader, { kind: 'agent', name: ownText(reader) }, actingItem);
  else {
    needWord(reader, 'records');
    autoShare(reader, true);
  }
}

function account(reader: Reader): void {
  needWord(reader, 'account');
  const name = ownText(reader);
  block(reader, { kind: 'service account', name, optional: true }, accountItem);
}
