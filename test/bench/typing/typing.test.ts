// The text and the session that keystrokes are timed with: so many lines, nothing to find, and every word put back.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { createSnapshot } from '../../../server/src/project/snapshot.ts';
import { today } from '../asking.ts';
import { figureOf, percentile } from '../figures.ts';
import { organizationJson } from './data.ts';
import { after, asked, putBack, type Step, typing, typingOfAll } from './keystrokes.ts';
import { emptyServer } from './servers.ts';
import { protocolScale, sizeText } from './sizes.ts';
import { spread, writeOrganization } from './writing.ts';

const lines = 1000;
const written = writeOrganization(lines);
const text = written.declarations.join('');
const lineCount = (all: string) => all.split('\n').length - 1;

function findingsOf(files: ReadonlyMap<string, string>): readonly string[] {
  const texts = new Map([...files].map(([file, each]) => [file, { text: each }]));
  const snapshot = createSnapshot({ files: texts, settings: undefined, directories: new Map(), today });
  return snapshot.findings.map(({ rule, message }) => `${rule}: ${message}`);
}

/** The text after each keystroke of a step, in order. */
function texts(from: string, { keystrokes }: Step): string[] {
  const all: string[] = [];
  for (const keystroke of keystrokes) all.push(after(all.at(-1) ?? from, keystroke));
  return all;
}

describe('the organization that is written with care', () => {
  for (const count of [500, 1000, 1001, 1002, 3000])
    it(`has ${count} lines where so many are asked for`, () => {
      assert.equal(lineCount(writeOrganization(count).declarations.join('')), count);
    });

  it('leaves nothing to find, in one file or in many', () => {
    assert.deepEqual(findingsOf(new Map([['a.writ', text]])), []);
    const files = spread(written.declarations, 50);
    assert.equal(files.size, 50);
    assert.equal([...files.values()].join(''), text);
    assert.deepEqual(findingsOf(files), []);
  });

  it('is spread over no more files than there are declarations', () => {
    assert.equal(spread(['a', 'b', 'c'], 10).size, 3);
  });

  it('says the same as JSON', () => {
    const { users, groups, apps } = JSON.parse(organizationJson(written));
    const declared = (keyword: RegExp) => text.match(keyword)?.length;
    assert.deepEqual([apps.length, groups.length + 1], [declared(/^app /gm), declared(/^group /gm)]);
    // The members of the group that all objects speak of are in the frame of the Writ text alone.
    assert.equal(users.length + 20, declared(/^user /gm));
  });
});

describe('a session at the keyboard', () => {
  for (const [kind, all] of [
    ['writ', text],
    ['json', organizationJson(written)],
  ] as const) {
    it(`puts back every word of ${kind}, one character at a time`, () => {
      const steps = [...typing(all, kind, 2)];
      assert.ok(steps.length >= 8);
      for (const step of steps) {
        const between = texts(all, step);
        assert.equal(between.at(-1), all, step.kind);
        assert.equal(between.indexOf(all), between.length - 1, step.kind);
        for (const { removed, inserted } of step.keystrokes) assert.equal(removed + inserted.length, 1);
      }
    });
  }

  it('is in every kind of declaration, and the same each time', () => {
    const kinds = new Set([...typing(text, 'writ', 1)].map(({ kind }) => kind));
    for (const around of [
      'comment',
      'role of an object',
      'role of the organization',
      'user',
      'group',
      'policy',
      'field',
    ])
      assert.ok(
        [...kinds].some((kind) => kind.startsWith(around)),
        around,
      );
    assert.deepEqual([...typing(text, 'writ', 2)], [...typing(text, 'writ', 2)]);
  });

  it('can be broken off within a step', () => {
    for (const step of typing(text, 'writ', 1)) {
      const begun = step.keystrokes.slice(0, Math.ceil(step.keystrokes.length / 2));
      const between = texts(text, { ...step, keystrokes: begun }).at(-1) ?? '';
      assert.notEqual(between, text);
      assert.equal(after(between, putBack(text, begun)), text);
    }
  });

  it('changes a name that everything uses where it is declared', () => {
    const step = typingOfAll(text);
    assert.ok(step !== undefined);
    const [broken = ''] = texts(text, step);
    const apps = text.match(/^app /gm)?.length ?? 0;
    const unknown = findingsOf(new Map([['a.writ', broken]])).filter((each) => each.startsWith('unknown-principal'));
    assert.equal(unknown.length, 2 * apps);
  });

  it('asks at members, names, grants and conditions', () => {
    assert.deepEqual(
      asked(text, 3).map(({ kind, places }) => [kind, places.length]),
      ['names', 'grants', 'members', 'options', 'conditions'].map((kind) => [kind, 3]),
    );
  });
});

describe('figures of keystrokes', () => {
  it('have the value that 95 of 100 stay under', () => {
    const values = Array.from({ length: 100 }, (_, i) => i + 1);
    assert.equal(percentile(values, 0.95), 95);
    assert.equal(percentile([1, 2, 3], 0.95), 3);
    assert.equal(percentile([7], 0.5), 7);
    assert.ok(Number.isNaN(percentile([], 0.5)));
    assert.equal(figureOf({ name: '', engine: '', size: '', unit: 'ms' }, [...values].reverse()).p95, 95);
  });

  it('have limits that a slower machine stretches and a quicker one does not', () => {
    const empty = (p95: number, lineCounts: number) =>
      figureOf({ name: 'inside a declaration', engine: emptyServer, size: sizeText(lineCounts), unit: 'ms' }, [p95]);
    assert.equal(protocolScale([]), 1);
    assert.equal(protocolScale([empty(10.2, 100_000)]), 2);
    assert.equal(protocolScale([empty(1, 100_000)]), 1);
    assert.equal(protocolScale([empty(4.4, 10_000), empty(9, 1000)]), 2);
  });
});
