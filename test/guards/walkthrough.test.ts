// The pictures of the walkthrough say what is so in the project that its first step makes.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { at } from '../../scripts/places.ts';
import { titleOf } from '../../server/src/ide/fix-effect.ts';
import { type InlineAnswer, inlineAnswers } from '../../server/src/ide/inline-answers.ts';
import { proveFixes } from '../../server/src/project/proved-fix.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import { contractors } from '../../server/src/project/templates/contractors.ts';
import { fill } from '../../server/src/project/templates/fill.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { parseDate } from '../../server/src/text/calendar.ts';

const today = parseDate('2026-11-27') ?? assert.fail();
const made = fill(contractors, { name: 'Acme', today });

/** The project with one more file, or another text in place of one. */
function project(path: string, text: string): Snapshot {
  const files = new Map(
    made.filter((file) => file.path.endsWith('.writ')).map(({ path: name, text: own }) => [name, { text: own }]),
  ).set(path, { text });
  return createSnapshot({ files, settings: undefined, directories: new Map(), today });
}

/** What stands in a picture, from top to bottom, without the blanks around it. */
function wordsIn(name: string): string[] {
  const picture = readFileSync(at('images', 'walkthrough', `${name}.svg`), 'utf8');
  return [...picture.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, inner = '']) =>
    inner.replace(/<[^>]+>/g, '').trim(),
  );
}

const signs: Readonly<Partial<Record<InlineAnswer['state'], string>>> = {
  allowed: '✓',
  conditional: '◐',
  list: '≡',
  held: '✓',
  failed: '✗',
};

describe('the pictures of the walkthrough', () => {
  it('show the files of a new project, and lines that stand in one', () => {
    const words = wordsIn('project');
    const files = made.map(({ path }) => path);
    assert.deepEqual(words.slice(1, 1 + files.length).toSorted(), files.toSorted());
    const main =
      made
        .find(({ path }) => path === contractors.main)
        ?.text.split('\n')
        .map((line) => line.trim()) ?? [];
    for (const line of words.slice(1 + files.length)) {
      const begins = line.replace(/, …$/, '');
      assert.ok(
        main.some((each) => each.startsWith(begins)),
        line,
      );
    }
  });

  it('answer queries as the project answers them', () => {
    const shown = wordsIn('ask').join(' ').replaceAll(/ +/g, ' ').replaceAll(' query', '\nquery').split('\n');
    const parts = shown.map((line) => /^(query .*?) ([✓◐≡] .*)$/.exec(line)?.slice(1) ?? assert.fail(line));
    const text = parts.map(([query]) => `${query}\n`).join('');
    const answers = inlineAnswers(project('asked.writ', text), 'asked.writ');
    assert.deepEqual(
      parts.map(([, answer]) => answer),
      answers.map(({ state, short }) => `${signs[state]} ${short}`),
    );
  });

  it('show a finding and its fix in the words that both have', () => {
    const words = wordsIn('findings').join(' ').replaceAll(/ +/g, ' ');
    const main = made.find(({ path }) => path === contractors.main) ?? assert.fail();
    const broken = main.text.replace(/(role Contractor \{[^}]*grants) [^\n]+/, '$1 READ_RECORD');
    const snapshot = project(main.path, broken);
    const finding = snapshot.findings.find(({ rule }) => rule === 'unknown-permission') ?? assert.fail();
    const [fix] = proveFixes(snapshot, finding);
    assert.ok(words.includes(finding.message.replaceAll('`', '')), finding.message);
    const title = titleOf(fix ?? assert.fail())
      .replaceAll('`', '')
      .replace('gain READ_RECORDS in Jobs', 'gain it');
    assert.ok(words.includes(title), title);
  });

  it('show a test with the outcomes that it has', () => {
    const words = wordsIn('tests');
    const isSign = (each: string) => /^[✓✗]$/.test(each);
    const lines = words.filter((each) => /^(?:test|expect|\}$)/.test(each));
    const outcomes = inlineAnswers(project('asked.writ', lines.join('\n')), 'asked.writ');
    const [whole, ...each] = words.filter(isSign);
    assert.deepEqual(
      each,
      outcomes.map(({ state }) => signs[state]),
    );
    assert.equal(whole, each.includes('✗') ? '✗' : '✓');
    const failed = outcomes.filter(({ state }) => state === 'failed').map(({ short }) => short);
    assert.deepEqual(failed, [words.filter((word) => /^(?:failed|allowed)/.test(word)).join(' ')]);
  });
});
