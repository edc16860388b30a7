// Every word of the language and of the catalogue has its colour in the grammar, and no longer name takes it for one.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import actions from '../../server/src/catalogue/actions.json' with { type: 'json' };
import permissions from '../../server/src/catalogue/permissions.json' with { type: 'json' };
import { contextualWords, type ReservedWord, reservedWords } from '../../server/src/syntax/keywords.ts';
import { hasScope, type Token, tokenize } from '../support/tokenize.ts';

const ofKeywords = ['keyword', 'storage', 'constant.language', 'support.type', 'variable.language'];

/** The token at the first place of `text` in its last line that holds it. */
function tokenAt(source: string, text: string): Token {
  const line = tokenize(source).findLast((each) => each.line.includes(text));
  const at = line?.line.indexOf(text) ?? -1;
  const found = line?.tokens.find((token) => token.start <= at && at < token.end);
  assert.ok(found, `\`${text}\` is not in \`${source}\``);
  return found;
}

function reservedBut(...words: ReservedWord[]): ReservedWord[] {
  return reservedWords.filter((word) => !words.includes(word));
}

describe('grammar: words', () => {
  it('every reserved word is coloured as one', () => {
    for (const word of reservedWords) {
      const token = tokenAt(word, word);
      assert.equal(token.text, word);
      assert.ok(
        ofKeywords.some((scope) => hasScope(token, scope)),
        `${word}: ${token.scopes.join(' ')}`,
      );
    }
  });

  it('no word is coloured within a longer name', () => {
    for (const word of [...reservedWords, ...contextualWords]) {
      for (const name of [
        `${word}-house`,
        `${word}_x`,
        `${word}2`,
        `${word}é`,
        `${word}-`,
        `x-${word}`,
        `_${word}`,
        `é${word}`,
      ]) {
        for (const before of ['members ', 'members a, ', 'when A is ', 'grants ', 'query ', 'role X\n', '']) {
          const token = tokenAt(`${before}${name} `, name);
          assert.equal(token.text, name);
          assert.ok(!ofKeywords.slice(0, 3).some((scope) => hasScope(token, scope)), `${before}${name}`);
        }
        assert.ok(hasScope(tokenAt(`role ${name} {`, name), 'entity.name.type'), name);
        assert.ok(hasScope(tokenAt(`when ${name} > 3`, name), 'variable.other.property'), name);
      }
    }
  });

  it('a bare word after trigger, action, tool and auto-share on is always a catalogue word', () => {
    const ids = [...actions.actions, ...actions.tools].map((action) => action.id);
    for (const word of [...ids, ...actions.triggers, ...reservedWords, ...contextualWords]) {
      for (const before of ['trigger ', 'action  ', 'tool ', 'auto-share on ', 'auto-share records on watch, ']) {
        if (before.includes(word)) continue;
        const token = tokenAt(before + word, word);
        assert.ok(hasScope(token, 'support.function.catalogue'), `${before}${word}: ${token.scopes.join(' ')}`);
        assert.equal(token.text, word);
      }
    }
  });

  it('every permission is coloured where permissions stand, and only there', () => {
    for (const { constant } of permissions.permissions) {
      for (const before of [
        'grants ',
        'grants READ, ',
        'grants view on A,\n ',
        'query a can ',
        'expect a cannot A and ',
      ])
        assert.ok(hasScope(tokenAt(before + constant, constant), 'support.constant.permission'), before + constant);
      for (const before of ['members ', 'on ', 'group ', 'when '])
        assert.ok(!hasScope(tokenAt(before + constant, constant), 'support.constant.permission'), before + constant);
    }
  });
});

describe('grammar: where a reserved word ends what was half written', () => {
  it('a declaration without its name', () => {
    for (const kind of [
      'organization',
      'group',
      'role',
      'app',
      'account',
      'policy',
      'automation',
      'agent',
      'test',
      'field',
    ])
      for (const word of reservedWords)
        assert.ok(!hasScope(tokenAt(`${kind}\n${word}`, word), 'entity.name'), `${kind} ${word}`);
  });

  it('a trigger, an action, a tool and an auto-share without their word', () => {
    for (const before of ['trigger', 'action', 'tool', 'auto-share on', 'auto-share on watch,'])
      for (const word of reservedWords)
        assert.ok(!hasScope(tokenAt(`${before}\n${word}`, word), 'support.function.catalogue'), `${before} ${word}`);
  });

  it('a condition', () => {
    const within = ['and', 'in', 'of', 'with', 'empty', 'field', 'current'] as const;
    for (const word of reservedBut(...within, 'when', 'where'))
      assert.ok(!hasScope(tokenAt(`when A is\n${word}\n> 3`, '>'), 'keyword.operator'), word);
    for (const word of within) assert.ok(hasScope(tokenAt(`when A is\n${word}\n> 3`, '>'), 'keyword.operator'), word);
  });

  it('grants', () => {
    for (const word of reservedBut('grants', 'view', 'edit', 'admin', 'on'))
      assert.ok(!hasScope(tokenAt(`grants A,\n${word}\nFoo`, 'Foo'), 'support.type.permission-group'), word);
  });

  it('a record', () => {
    const starts = ['empty', 'external', 'inactive', 'watched', 'mentions', 'shared', 'assigned', 'approved'] as const;
    const within = [...starts, 'by', 'with', 'to'] as const;
    for (const word of reservedBut(...within))
      assert.ok(!hasScope(tokenAt(`record r in O { A\n${word}\nFoo 3`, 'Foo'), 'variable.other.property'), word);
    for (const word of within)
      assert.ok(hasScope(tokenAt(`record r in O { A\n${word}\nFoo 3`, 'Foo'), 'variable.other.property'), word);
  });
});
