// The sample in which everything is wrong says so itself: above each place that a rule reports stands a comment `FINDING rule:`.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { ruleNamed } from '../../server/src/rules/registry.ts';
import { diskProject } from '../support/snapshot.ts';

const mark = /^\s*\/\/ FINDING ([a-z-]+): \S/;

/** `file:line rule` for each mark, where the line is the first below it that is no comment. */
function marks(file: string, text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    const rule = mark.exec(line)?.[1];
    if (rule === undefined || ruleNamed(rule) === undefined) return [];
    const below = lines.findIndex((other, j) => j > i && !/^\s*\/\//.test(other));
    return [`${file}:${below + 1} ${rule}`];
  });
}

describe('sample: overgrown', () => {
  it('has a finding under each of its marks, and a mark above each of its findings', async () => {
    const snapshot = await diskProject('samples', 'overgrown');
    const found = snapshot.findings.map(({ place, rule }) => {
      const { line } = snapshot.lines(place.file)?.position(place.span.start) ?? { line: -1 };
      return `${place.file}:${line + 1} ${rule}`;
    });
    const wanted = [...snapshot.input.files.keys()].flatMap((path) => marks(path, snapshot.source(path)?.text ?? ''));
    assert.deepEqual(found.sort(), wanted.sort());
  });

  it('marks rules by their names alone', async () => {
    const snapshot = await diskProject('samples', 'overgrown');
    for (const path of snapshot.input.files.keys())
      for (const line of (snapshot.source(path)?.text ?? '').split('\n'))
        if (/FINDING/.test(line) && !line.includes('stands FINDING,')) assert.match(line, mark);
  });
});
