// What holds of the parser for every text.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { lex } from '../../server/src/syntax/lexer.ts';
import { parseFile, parseQuestion, syntaxProblems } from '../../server/src/syntax/parse.ts';
import type { SourceFile } from '../../server/src/syntax/source-file.ts';
import { covers, type Span } from '../../server/src/text/span.ts';
import { balancedGarbage, nestableDeclarations, noise, soundFile, soup, topDeclarations } from './soup.ts';

const text = fc.oneof(soup, noise, fc.string({ unit: 'grapheme' }));
const runs = { numRuns: 1500 };

const isSpan = (value: object): value is Span => 'start' in value && 'end' in value;

/** Every node lies in the node around it. */
function checkSpans(node: unknown, outer: Span, path: string): void {
  if (typeof node !== 'object' || node === null) return;
  const own =
    'span' in node && typeof node.span === 'object' && node.span !== null && isSpan(node.span) ? node.span : outer;
  assert.ok(covers(outer, own), `${path} ${JSON.stringify(own)} outside ${JSON.stringify(outer)}`);
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== 'object' || value === null) continue;
    if (isSpan(value)) assert.ok(covers(own, value) && value.start <= value.end, `${path}.${key}`);
    else checkSpans(value, own, `${path}.${key}`);
  }
}

function checkTiles({ text: whole, units, starts, comments }: SourceFile): void {
  assert.equal(starts.length, units.length);
  let at = starts[0] ?? whole.length;
  let before = whole.slice(0, at);
  for (const { start, end } of [...comments].reverse())
    if (end <= at) before = before.slice(0, start) + ' '.repeat(end - start) + before.slice(end);
  if (units.length > 0) assert.match(before, /^[\s\ufeff]*$/);
  units.forEach((unit, i) => {
    assert.equal(starts[i], at);
    assert.ok(unit.length > 0);
    const end = at + unit.length;
    at = starts[i + 1] ?? whole.length;
    assert.ok(end <= at);
    assert.deepEqual(lex(whole.slice(end, at)).tokens, []);
  });
  assert.equal(at, whole.length);
}

function checkProblems(file: SourceFile): void {
  const problems = syntaxProblems(file);
  problems.forEach(({ span, message, fix }, i) => {
    const all: Span = { start: 0, end: file.text.length };
    assert.ok(covers(all, span) && span.start < span.end, `${message} ${JSON.stringify(span)}`);
    assert.ok((problems[i - 1]?.span.start ?? 0) <= span.start, 'not in order');
    assert.match(message, /^[^A-Z].*[^.]$/s);
    assert.doesNotMatch(message, /[\r\n]/);
    if (fix !== undefined) assert.ok(covers(all, fix.span));
  });
  // The grammar is total: it reports what it lacks, and never gives up on a declaration.
  assert.deepEqual(
    problems.filter(({ message }) => message === 'this cannot be read'),
    [],
  );
}

describe('syntax: for every text', () => {
  it('the units tile it', () =>
    fc.assert(
      fc.property(text, (each) => checkTiles(parseFile(each))),
      runs,
    ));
  it('problems lie in it, in order', () =>
    fc.assert(
      fc.property(text, (each) => checkProblems(parseFile(each))),
      runs,
    ));
  it('a node lies in the node around it', () => {
    fc.assert(
      fc.property(soup, (each) => {
        for (const { declaration, length } of parseFile(each).units)
          checkSpans(declaration, { start: 0, end: length }, '');
      }),
      runs,
    );
  });
  it('one that is read on from any other is read as from nothing', () => {
    const edited = fc.tuple(text, text, fc.nat(), fc.nat()).map(([old, put, from, length]) => {
      const start = from % (old.length + 1);
      return { old, now: old.slice(0, start) + put.slice(0, 40) + old.slice(start + (length % 60)) };
    });
    fc.assert(
      fc.property(edited, ({ old, now }) => {
        assert.deepEqual(parseFile(now, parseFile(old)), parseFile(now));
      }),
      runs,
    );
  });
  it('a declaration without a problem has no hole and is closed', () => {
    fc.assert(
      fc.property(soup, (each) => {
        for (const { declaration, problems } of parseFile(each).units) {
          if (problems.length > 0) continue;
          assert.notEqual(declaration, undefined);
          assert.doesNotMatch(JSON.stringify(declaration), /"closed":false|"holes":\[\{|"broken":true/);
        }
      }),
      runs,
    );
  });
  it('the same text gives the same reading', () => {
    fc.assert(
      fc.property(text, (each) => assert.deepEqual(parseFile(each), parseFile(each))),
      { numRuns: 300 },
    );
  });
  it('a question is read without a fault', () => {
    fc.assert(
      fc.property(text, (each) => {
        const { question, problems } = parseQuestion(each);
        if (question === undefined && /[a-z]/.test(each) && !each.includes('/')) assert.notEqual(problems.length, 0);
        for (const { span } of problems) assert.ok(span.start >= 0 && span.end <= Math.max(each.length, 1));
      }),
      runs,
    );
  });
});

const trees = (file: SourceFile) => file.units.map((unit) => unit.declaration);

describe('syntax: for sound texts', () => {
  it('have no problem', () => {
    for (const each of [...topDeclarations, ...nestableDeclarations]) {
      const file = parseFile(each);
      assert.deepEqual(syntaxProblems(file), [], each);
      assert.equal(file.units.length, 1, each);
    }
  });

  it('two files, one behind the other, have the declarations of both, with the same relative spans', () => {
    fc.assert(
      fc.property(soundFile, soundFile, fc.constantFrom('\n', '\r\n', ' ', '\n\n// note\n'), (one, other, between) => {
        const [first, second] = [one.join('\n'), other.join('\n')];
        const whole = parseFile(first + between + second);
        assert.deepEqual(trees(whole), [...trees(parseFile(first)), ...trees(parseFile(second))]);
        assert.deepEqual(syntaxProblems(whole), []);
      }),
      { numRuns: 300 },
    );
  });

  it('a declaration that is replaced by garbage with its braces balanced leaves all others as they are', () => {
    fc.assert(
      fc.property(soundFile, balancedGarbage, soundFile, (before, garbage, behind) => {
        const got = trees(parseFile([...before, garbage, ...behind].join('\n')));
        const sound = (each: readonly string[]) => trees(parseFile(each.join('\n')));
        assert.deepEqual(got.slice(0, before.length), sound(before));
        assert.deepEqual(got.slice(-behind.length), sound(behind));
      }),
      { numRuns: 500 },
    );
  });

  it('garbage with its braces open leaves all others, where the next begins with a word that is never nested', () => {
    const open = fc
      .tuple(balancedGarbage, fc.nat({ max: 3 }))
      .map(([garbage, braces]) => garbage + ' {'.repeat(braces));
    const behindIt = fc.tuple(fc.constantFrom(...topDeclarations), soundFile).map(([next, rest]) => [next, ...rest]);
    fc.assert(
      fc.property(soundFile, open, behindIt, (before, garbage, behind) => {
        const got = trees(parseFile([...before, garbage, ...behind].join('\n')));
        const sound = (each: readonly string[]) => trees(parseFile(each.join('\n')));
        assert.deepEqual(got.slice(0, before.length), sound(before));
        assert.deepEqual(got.slice(-behind.length), sound(behind));
      }),
      { numRuns: 500 },
    );
  });

  it('whatever follows the word that begins a declaration leaves those before it', () => {
    fc.assert(
      fc.property(soundFile, soup, (before, broken) => {
        const head = `${before.join('\n')}\nuser `;
        const kept = trees(parseFile(head + broken)).slice(0, before.length);
        assert.deepEqual(kept, trees(parseFile(before.join('\n'))));
      }),
      { numRuns: 500 },
    );
  });
});
