// The snippets: sound Writ as they stand and with every choice, made of words that the grammar and the catalogue know.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { actions, tools, triggers } from '../../server/src/catalogue/actions.ts';
import { managedRoles } from '../../server/src/catalogue/managed-roles.ts';
import { permissionGroups, permissions } from '../../server/src/catalogue/permissions.ts';
import { blockWords, topWords } from '../../server/src/syntax/blocks.ts';
import { contextualWords, reservedWords } from '../../server/src/syntax/keywords.ts';
import { parseFile } from '../../server/src/syntax/parse.ts';
import file from '../../syntaxes/snippets.json' with { type: 'json' };
import { hasScope, tokenize } from '../support/tokenize.ts';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = Object.entries<Snippet>(file);
const placeholder = /\$0|\$\{(\d+)(?::([^}]*)|\|([^}]*)\|)\}/g;

/** The text that stands when a snippet is put in and its `which`th choices are taken, the last where there are fewer. */
function expand(snippet: Snippet, which: number): string {
  return snippet.body.join('\n').replace(placeholder, (_all, _number, plain?: string, choices?: string) => {
    const options = choices?.split(',') ?? [plain ?? ''];
    return options[Math.min(which, options.length - 1)] ?? '';
  });
}

function choicesOf(snippet: Snippet): string[] {
  return [...snippet.body.join('\n').matchAll(placeholder)].flatMap((match) => match[3]?.split(',') ?? []);
}

/** Each text that a snippet may become, with what it needs around it. */
function textsOf(snippet: Snippet): string[] {
  const longest = Math.max(1, ...snippet.body.flatMap((line) => line.split('|').map((part) => part.split(',').length)));
  const texts = Array.from({ length: longest }, (_, which) => expand(snippet, which));
  return texts.flatMap((text) => {
    const [first = ''] = /^[a-z-]+/.exec(text) ?? [];
    const asTop = (topWords as readonly string[]).includes(first) || text.startsWith('//') ? [text] : [];
    const asPart = (blockWords.object as readonly string[]).includes(first) ? [`app Around {\n${text}\n}`] : [];
    assert.notEqual(asTop.length + asPart.length, 0, `nothing begins with \`${first}\``);
    return [...asTop, ...asPart];
  });
}

describe('snippets', () => {
  it('have a prefix of their own and a description', () => {
    const prefixes = snippets.flatMap(([, { prefix }]) => prefix);
    assert.deepEqual(prefixes, [...new Set(prefixes)]);
    for (const [name, { description }] of snippets) assert.match(description, /^[a-z].*[^.]$/, name);
  });

  it('there is one for every declaration', () => {
    const first = new Set(
      snippets.flatMap(([, snippet]) => textsOf(snippet)).flatMap((text) => text.match(/^\s*[a-z-]+/gm) ?? []),
    );
    for (const word of [...topWords, ...blockWords.object]) assert.ok(first.has(word), word);
  });

  for (const [name, snippet] of snippets) {
    it(`${name}: parses, whatever is chosen`, () => {
      for (const text of textsOf(snippet)) {
        const { units, problems } = parseFile(text);
        assert.deepEqual([...problems, ...units.flatMap((unit) => unit.problems)], [], text);
      }
    });

    it(`${name}: has no words but those of the language`, () => {
      const words: readonly string[] =
        snippet.body
          .join('\n')
          .replace(placeholder, '')
          .match(/[\p{L}_][\p{L}0-9_-]*/gu) ?? [];
      const known = new Set<string>([...reservedWords, ...contextualWords, 'writ-ignore']);
      for (const word of words) assert.ok(known.has(word), word);
      for (const { tokens } of textsOf(snippet).flatMap(tokenize))
        for (const token of tokens) {
          assert.ok(!hasScope(token, 'invalid'), token.text);
          if (words.includes(token.text))
            assert.ok(!hasScope(token, 'variable.other'), `${token.text} has no colour of a keyword`);
        }
    });

    it(`${name}: offers what the language and the catalogue have`, () => {
      const known = new Set<string>([
        ...reservedWords,
        'current user',
        'is',
        'is not',
        'watch',
        'assign',
        'group-assign',
        'mention',
        'share',
        'approval',
        ...permissions.map((permission) => permission.constant),
        ...permissionGroups.map((group) => group.name),
        ...[...actions, ...tools, ...triggers].map((each) => each.id),
        ...[...managedRoles('organization'), ...managedRoles('object')].map((role) => role.name),
      ]);
      for (const choice of choicesOf(snippet)) assert.ok(known.has(choice), choice);
    });
  }
});
