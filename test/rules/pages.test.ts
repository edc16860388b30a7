// Every block of every rule page runs: an invalid one reports exactly what is marked, a valid one nothing of its rule.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { ruleNamed } from '../../server/src/rules/registry.ts';
import { type Block, pages, projectOf } from './page.ts';

/** `file:line:column-column`, from 1, for findings and markers alike. */
function checkBlock(rule: string, block: Block): void {
  const { read, snapshot } = projectOf(block);
  const at = (file: string, offset: number) => {
    const { line, character } = snapshot.lines(file)?.position(offset) ?? { line: 0, character: offset };
    return `${line + 1}:${character + 1}`;
  };
  const own = snapshot.findings.filter((finding) => finding.rule === rule);
  const others = snapshot.findings.filter((finding) => finding.rule !== rule && finding.severity === 'error');
  const start = (file: string, offset: number) => `${file}:${at(file, offset)}`;
  const whole = (file: string, span: { start: number; end: number }) =>
    `${start(file, span.start)}-${at(file, span.end)}`;
  assert.deepEqual(
    others.map(
      (finding) => `${start(finding.place.file, finding.place.span.start)} ${finding.rule} ${finding.message}`,
    ),
    [],
    'an error of another rule',
  );
  if (block.reportedAt.length > 0) {
    assert.deepEqual(
      own.map(({ place }) => start(place.file, place.span.start)),
      block.reportedAt,
    );
    return;
  }
  const marked = read.markers.filter(({ text }) => text === rule).map(({ path, span }) => whole(path, span));
  assert.deepEqual(
    own.map(({ place }) => whole(place.file, place.span)),
    marked.sort(),
    own.map(({ message }) => message).join('\n'),
  );
  assert.deepEqual(
    read.markers.map(({ text }) => text).filter((text) => text !== rule),
    [],
    'a marker of another rule',
  );
  if (block.section === 'Invalid') assert.notEqual(own.length, 0, 'an invalid block reports something');
}

describe('rule pages run', () => {
  for (const { id, blocks } of pages()) {
    if (ruleNamed(id) === undefined) continue;
    for (const block of blocks) it(`${id}: ${block.section.toLowerCase()} ${block.index}`, () => checkBlock(id, block));
  }
});
