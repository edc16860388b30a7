// What comes of each sample, beside what it last came to: findings, answers, outcomes, outline and tokens. UPDATE=1 writes the
// files anew; a change of them is a change of what users see.
import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { describe, it } from 'mocha';
import { at } from '../../scripts/places.ts';
import type { Answer } from '../../server/src/access/answer.ts';
import { counterexampleText } from '../../server/src/access/counterexample.ts';
import type { OutlineNode } from '../../server/src/ide/outline.ts';
import { documentSymbols } from '../../server/src/ide/symbols.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { lex } from '../../server/src/syntax/lexer.ts';
import { diskProject, lineText, placeText } from '../support/snapshot.ts';

const samples = readdirSync(at('samples')).sort();
const isUpdate = process.env['UPDATE'] === '1';

const withoutComment = (line: string) => line.replace(/\s*\/\/.*$/, '');

function findings(snapshot: Snapshot): string {
  const lines = snapshot.findings.map(
    ({ place, severity, rule, message }) => `${placeText(snapshot, place)} ${severity} ${rule}: ${message}`,
  );
  return lines.join('\n');
}

function entries(answer: Answer): string[] {
  if (answer.kind !== 'list') return [];
  return answer.entries.map(({ name, whenText, origin }) => {
    const when = whenText === undefined ? 'always' : `when ${whenText}`;
    return `  ${name} ${when}${origin === '' ? '' : ` (${origin})`}`;
  });
}

function answers(snapshot: Snapshot): string {
  return snapshot.answers
    .map(({ place, answer }) => {
      const asked = `${placeText(snapshot, place)} ${withoutComment(lineText(snapshot, place))}`;
      return [asked, `  ${answer.kind}: ${answer.reason}`, ...entries(answer)].join('\n');
    })
    .join('\n\n');
}

function outcomes(snapshot: Snapshot): string {
  return snapshot.outcomes
    .map(({ place, outcome: { outcome, reason, counterexample } }) => {
      const example = counterexample === undefined ? '' : counterexampleText(counterexample);
      const said = `  ${outcome}: ${reason}${example === '' ? '' : `; for example ${example}`}`;
      return `${placeText(snapshot, place)} ${withoutComment(lineText(snapshot, place))}\n${said}`;
    })
    .join('\n');
}

function outlineLines(nodes: readonly OutlineNode[], depth: number): string[] {
  return nodes.flatMap(({ kind, name, detail, children }) => [
    `${'  '.repeat(depth)}${kind} ${name}${detail === '' ? '' : ` | ${detail}`}`,
    ...outlineLines(children, depth + 1),
  ]);
}

const perFile = (snapshot: Snapshot, text: (path: string) => string) =>
  [...snapshot.input.files.keys()].map((path) => `== ${path}\n${text(path)}`).join('\n\n');

function outline(snapshot: Snapshot): string {
  return perFile(snapshot, (path) => outlineLines(documentSymbols(snapshot, path), 0).join('\n'));
}

/** The types of the tokens of each line that has any. */
function tokens(snapshot: Snapshot): string {
  return perFile(snapshot, (path) => {
    const map = snapshot.lines(path);
    const lines = new Map<number, string[]>();
    for (const token of lex(snapshot.source(path)?.text ?? '').tokens) {
      const line = (map?.position(token.startOffset).line ?? 0) + 1;
      lines.set(line, [...(lines.get(line) ?? []), token.tokenType.name.replace(/^K_/, '')]);
    }
    return [...lines].map(([line, types]) => `${line}: ${types.join(' ')}`).join('\n');
  });
}

const kinds: Readonly<Record<string, (snapshot: Snapshot) => string>> = {
  findings,
  answers,
  outcomes,
  outline,
  tokens,
};

for (const sample of samples) {
  describe(`sample: ${sample}`, () => {
    const folder = at('test', 'baselines', sample);
    for (const [kind, textOf] of Object.entries(kinds))
      it(kind, async () => {
        const file = `${folder}/${kind}.txt`;
        const got = `${textOf(await diskProject('samples', sample))}\n`;
        if (isUpdate) {
          mkdirSync(folder, { recursive: true });
          writeFileSync(file, got);
        }
        assert.equal(got, existsSync(file) ? readFileSync(file, 'utf8') : undefined);
      });
  });
}

describe('samples', () => {
  it('have no baseline that is of none of them', () => {
    const others = readdirSync(at('test', 'baselines'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !samples.includes(entry.name))
      .map(({ name }) => name);
    if (isUpdate) for (const name of others) rmSync(at('test', 'baselines', name), { recursive: true });
    assert.deepEqual(isUpdate ? [] : others, []);
  });

  for (const sample of samples.filter((name) => name !== 'overgrown'))
    it(`${sample} has no error, and every expectation holds`, async () => {
      const snapshot = await diskProject('samples', sample);
      const errors = snapshot.findings.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ place, rule, message }) => `${placeText(snapshot, place)} ${rule}: ${message}`),
        [],
      );
      assert.notEqual(snapshot.outcomes.length, 0);
    });
});
