// Words of the user stay words: whatever they hold, no renderer finds markup in them.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { code, codeBlock, escapeMarkdown, oneLine } from '../../server/src/ide/markdown.ts';
import { message, phrase, prose, toMarkdown, toPlain } from '../../server/src/ide/phrase.ts';

/** What a renderer would still act on: escapes and code spans taken out by the rules of CommonMark. */
function live(markdown: string): string {
  let rest = markdown;
  let out = '';
  while (rest !== '') {
    const run = /^`+/.exec(rest)?.[0];
    const span = run === undefined ? undefined : new RegExp(`^${run}(?!\`)[^]*?(?<!\`)${run}(?!\`)`).exec(rest)?.[0];
    const taken = /^\\[!-/:-@[-`{-~]/.exec(rest)?.[0] ?? span ?? '';
    if (taken === '') out += rest.slice(0, 1);
    rest = rest.slice(Math.max(taken.length, 1));
  }
  return out;
}

const acts = /[`*_[\]<>{}#~|&@$\\]|:\/\/|www\.|[\r\n\u202e\u200b\u2028]/iu;

const hostile = [
  '[click](https://evil.example)',
  '![pixel](https://evil.example/p.png)',
  '<img src=x onerror=alert(1)>',
  '<https://evil.example>',
  '`code` ``more`` `',
  'line\nbreak\r\n\r\n# heading',
  '**bold** _it_ ~~gone~~',
  'https://evil.example www.evil.example me@evil.example',
  '&lt;b&gt; &amp;',
  '- item',
  '1. item',
  '> quote',
  '| a | b |',
  '\\`',
  '\u202Egnp.exe \u200b\ufeff',
  '$(trash) command:x',
  '\ud800',
  '```js',
  '    four',
  '',
  ' ',
];

describe('markdown', () => {
  it('escapes what a renderer acts on', () => {
    assert.equal(escapeMarkdown('[a](https://b) <i> `c`'), '\\[a\\](https\\://b) \\<i\\> \\`c\\`');
    assert.equal(escapeMarkdown('me@acme.com, www.acme.com'), 'me\\@acme.com, www\\.acme.com');
    assert.equal(escapeMarkdown('a\n\nb\tc'), 'a b c');
    assert.equal(escapeMarkdown('- a'), '\\- a');
    assert.equal(escapeMarkdown('12. a'), '12\\. a');
    assert.equal(escapeMarkdown('Priority above 3 (all of them), 5 - 3.'), 'Priority above 3 (all of them), 5 - 3.');
  });

  it('fences code by more backticks than it holds', () => {
    assert.equal(code('Desk Agent'), '`Desk Agent`');
    assert.equal(code('a`b'), '``a`b``');
    assert.equal(code('`'), '`` ` ``');
    assert.equal(code(''), '`""`');
    assert.equal(code('a\nb'), '`a\\nb`');
    assert.equal(code('\u202Ea'), '`\\u202Ea`');
    assert.equal(codeBlock('user a\n```'), '````writ\nuser a\n```\n````');
  });

  it('leaves nothing live in hostile words', () => {
    for (const text of hostile) {
      assert.doesNotMatch(live(escapeMarkdown(text)), acts, text);
      assert.doesNotMatch(live(code(text)), acts, text);
      assert.doesNotMatch(live(toMarkdown(phrase`role ${text}${text}, ${prose(text)}`)), acts, text);
      assert.doesNotMatch(live(toMarkdown(message(`role \`${text}\` of ${text} is \`x\``))), acts, text);
    }
  });

  it('leaves nothing live in any words', () => {
    const any = fc
      .array(fc.constantFrom('`', '``', '\\', '*', ' ', 'a', '\n', '[', ']', '(', '<', '@', '&', '!'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(any, any, (a, b) => {
        assert.doesNotMatch(live(toMarkdown(phrase`${a}${b} ${prose(a)}${b}${prose(b)}`)), acts);
        assert.doesNotMatch(live(toMarkdown(message(`${a}\`${b}\`${a}`))), acts);
      }),
      { numRuns: 300 },
    );
  });
});

describe('phrases', () => {
  it('show names as code and texts as they are', () => {
    const said = phrase`role ${'Desk Agent'}, ${2} members: ${prose('a <b>')}`;
    assert.equal(toMarkdown(said), 'role `Desk Agent`, 2 members: a \\<b\\>');
    assert.equal(toPlain(said), 'role `Desk Agent`, 2 members: a <b>');
  });

  it('read messages with names in backticks', () => {
    assert.equal(toMarkdown(message('role `A` is, through `B*`')), 'role `A` is, through `B*`');
    assert.equal(toPlain(message('by `A`, `B`')), 'by `A`, `B`');
  });

  it('keep one line in plain text', () => {
    assert.equal(oneLine('a\n  b\u0000'), 'a b\\u0000');
    assert.equal(toPlain(phrase`x ${'a\nb'}`), 'x `a b`');
  });
});
