// The language configuration: its patterns compile and do what they are for.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import configuration from '../../syntaxes/language-configuration.json' with { type: 'json' };

interface Pattern {
  readonly pattern: string;
  readonly flags?: string;
}

function isPattern(value: object): value is Pattern {
  return 'pattern' in value && typeof value.pattern === 'string';
}

/** Every pattern that stands anywhere in a value. */
function patternsIn(value: unknown): Pattern[] {
  if (typeof value !== 'object' || value === null) return [];
  return isPattern(value) ? [value] : Object.values(value).flatMap(patternsIn);
}

function compile({ pattern, flags }: Pattern): RegExp {
  return new RegExp(pattern, flags);
}

/** The rule that Enter follows with the caret at `|`, as VS Code picks it: the first that fits. */
function onEnter(
  line: string,
  previous = '',
): { indent: string; appendText?: string; removeText?: number } | undefined {
  const [before = '', after = ''] = line.split('|');
  const rule = configuration.onEnterRules.find(
    (each) =>
      compile(each.beforeText).test(before) &&
      (each.afterText === undefined || compile(each.afterText).test(after)) &&
      (each.previousLineText === undefined || compile(each.previousLineText).test(previous)),
  );
  return rule?.action;
}

describe('language configuration', () => {
  it('its patterns compile', () => {
    const patterns = patternsIn(configuration);
    assert.ok(patterns.length > 10);
    for (const pattern of patterns) compile(pattern);
    for (const marker of Object.values(configuration.folding.markers)) assert.doesNotThrow(() => new RegExp(marker));
  });

  it('a word is a name, a number, a date or a date-time', () => {
    const word = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`);
    const line = 'in-house user_x Müller 名前 -2.5 2026-11-21 2026-11-21T09:30+01:00 "A b".c READ_RECORDS';
    assert.deepEqual(line.match(word), [
      'in-house',
      'user_x',
      'Müller',
      '名前',
      '-2.5',
      '2026-11-21',
      '2026-11-21T09:30+01:00',
      'A',
      'b',
      'c',
      'READ_RECORDS',
    ]);
    assert.equal(''.match(word), null);
  });

  it('the line after an open brace or parenthesis is indented', () => {
    const increase = compile(configuration.indentationRules.increaseIndentPattern);
    for (const line of [
      'app "A" {',
      'role R { // why',
      'role R { /* why */',
      'when Status is one of (',
      'policy P { when A is one of ("x", "y")',
      'app "{" {',
      '} role B {',
      'description "https://x" app A {',
      'group A {} role B {',
    ])
      assert.ok(increase.test(line), line);
    for (const line of [
      'group A { members b }',
      '// app {',
      '/* app {',
      'description "{"',
      'members a // {',
      '}',
      'field S: choice("a", "b")',
      '',
      'user a "{" // (',
      'with { Tags ("a", "b") }',
    ])
      assert.ok(!increase.test(line), line);
  });

  it('a closing brace stands further out', () => {
    const decrease = compile(configuration.indentationRules.decreaseIndentPattern);
    for (const line of ['}', '  }', '  )', ' } // end']) assert.ok(decrease.test(line), line);
    for (const line of ['app A {', 'members a }', '// }']) assert.ok(!decrease.test(line), line);
  });

  it('no indentation pattern takes long on a long line', () => {
    const increase = compile(configuration.indentationRules.increaseIndentPattern);
    const before = process.cpuUsage().user;
    for (const line of ['(', '{', '"', '\\"', '/', '{(', '()', '{ "a" ', '"\\'].map((part) => part.repeat(3000)))
      increase.test(line);
    assert.ok(process.cpuUsage().user - before < 1_000_000);
  });

  it('Enter between braces opens a line, within a block comment goes on with it', () => {
    assert.equal(onEnter('app A {|}')?.indent, 'indentOutdent');
    assert.equal(onEnter('one of (|)')?.indent, 'indentOutdent');
    assert.equal(onEnter('// {|}')?.appendText, '// ');
    assert.deepEqual(onEnter('/*| */'), { indent: 'indentOutdent', appendText: ' * ' });
    assert.deepEqual(onEnter('/* why|'), { indent: 'none', appendText: ' * ' });
    assert.deepEqual(onEnter(' * more|', '/* why'), { indent: 'none', appendText: '* ' });
    assert.deepEqual(onEnter('   * more|', '   * why'), { indent: 'none', appendText: '* ' });
    assert.deepEqual(onEnter(' */|', ' * more'), { indent: 'none', removeText: 1 });
    assert.deepEqual(onEnter(' * last */|', ' * more'), { indent: 'none', removeText: 1 });
    assert.equal(onEnter(' * more|', 'role A {'), undefined);
    assert.equal(onEnter('/* all */|'), undefined);
    assert.equal(onEnter('// first| second')?.appendText, '// ');
    assert.equal(onEnter('// first|'), undefined);
    assert.equal(onEnter('  members a|, b'), undefined);
    assert.equal(onEnter('description "{|}"'), undefined);
  });

  it('pairs are not closed within texts and comments', () => {
    for (const pair of configuration.autoClosingPairs) assert.deepEqual(pair.notIn, ['string', 'comment'], pair.open);
    for (const [open, close] of configuration.brackets)
      assert.ok(configuration.autoClosingPairs.some((pair) => pair.open === open && pair.close === close));
  });

  it('regions fold', () => {
    assert.match('  // #region roles', new RegExp(configuration.folding.markers.start));
    assert.match('// endregion', new RegExp(configuration.folding.markers.end));
    assert.doesNotMatch('// endregion', new RegExp(configuration.folding.markers.start));
  });
});
