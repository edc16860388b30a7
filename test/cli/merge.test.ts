// `writ merge`: results of several runs are as those of one, whatever their order; what is torn or foreign is refused whole.
import { strict as assert } from 'node:assert';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import type { Log } from 'sarif';
import schema from '../../server/src/cli/check.schema.json' with { type: 'json' };
import { type Files, type Ran, writ } from './memory-host.ts';
import { sarifProblems } from './sarif-schema.ts';
import { readXml } from './xml.ts';

const people = 'user alice "alice@acme.com"\nmanaged role Admin { members alice }\n';
const projects: Files = {
  'a/writ.json': '{}',
  'a/people.writ': `${people}group Agents { members bob }\nexpect alice can ADMIN in organization\n`,
  'b/writ.json': '{}',
  'b/people.writ': `${people}test "who" { expect alice cannot ADMIN in organization }\n`,
  'c/writ.json': '{}',
  'c/people.writ': people,
};
const formats = ['json', 'sarif', 'junit'];

async function results(format: string, ...argv: string[]): Promise<string> {
  return (await writ(['check', '--format', format, ...argv], projects)).out;
}

async function merge(files: Files, ...names: string[]): Promise<Ran> {
  return writ(['merge', ...(names.length > 0 ? names : Object.keys(files))], files);
}

async function refused(files: Files): Promise<string> {
  const { status, out, err } = await merge(files);
  assert.deepEqual([status, out], [2, ''], err);
  return err;
}

describe('writ merge', () => {
  for (const format of formats) {
    it(`leaves ${format} of one run as it is`, async () => {
      for (const paths of [['a'], ['b'], ['c'], ['a', 'b', 'c']]) {
        const one = await results(format, ...paths);
        const { status: expected } = await writ(['check', '--format', format, ...paths], projects);
        assert.deepEqual(await merge({ one }), { status: expected, out: one, err: '' });
      }
    });

    it(`gives the same ${format} in any order, and says once what is there twice`, async () => {
      const [a, b, c] = [await results(format, 'a'), await results(format, 'b'), await results(format, 'c')];
      const all = await merge({ a, b, c });
      assert.deepEqual([all.status, all.err], [1, '']);
      assert.deepEqual(await merge({ c, b, a }), all);
      assert.deepEqual(await merge({ b, c, a, again: b, whole: a }), all);
      assert.deepEqual(await merge({ all: all.out, b }), all);
    });
  }

  it('gives the JSON of one run over all', async () => {
    const files = { x: await results('json', 'a'), y: await results('json', 'c', 'b') };
    const { out, status } = await merge(files);
    assert.equal(out, await results('json', 'a', 'b', 'c'));
    assert.equal(status, 1);
    assert.ok(new Ajv({ allowUnionTypes: true }).compile(schema)(JSON.parse(out)));
  });

  it('keeps both of one project that say something else', async () => {
    const a = await results('json', 'a');
    const { out } = await merge({ a, part: a.replace('"files": 1', '"files": 2') });
    assert.deepEqual(
      JSON.parse(out).projects.map(({ root, files }: { root: string; files: number }) => [root, files]),
      [
        ['a', 1],
        ['a', 2],
      ],
    );
  });

  it('gives SARIF of one run whose results point at their rules', async () => {
    const { out } = await merge({ a: await results('sarif', 'a'), b: await results('sarif', 'b') });
    const log: Log = JSON.parse(out);
    assert.deepEqual(sarifProblems(log), []);
    const [run, ...others] = log.runs;
    assert.deepEqual(others, []);
    const rules = run?.tool.driver.rules ?? [];
    const found = run?.results?.map(({ ruleId, ruleIndex }) => [ruleId, rules[ruleIndex ?? -1]?.id]) ?? [];
    assert.ok(new Set(found.map(([id]) => id)).size > 1);
    for (const [id, indexed] of found) assert.equal(indexed, id);
    assert.deepEqual(run?.invocations, [{ executionSuccessful: true, exitCode: 1 }]);
  });

  it('counts the cases of JUnit anew', async () => {
    const { out } = await merge({ a: await results('junit', 'a'), b: await results('junit', 'b') });
    const { attributes, children } = readXml(out);
    const cases = children.flatMap((suite) => suite.children);
    const having = (name: string) => cases.filter((each) => each.children.some((part) => part.name === name)).length;
    assert.deepEqual([attributes['tests'], attributes['failures'], attributes['errors']].map(Number), [
      cases.length,
      having('failure'),
      having('error'),
    ]);
    assert.ok(having('failure') >= 2);
  });

  it('ends with the worst that the results say', async () => {
    const unread = { ...projects, 'd/writ.json': '{}', 'd/x.writ': new Uint8Array([0x75, 0xff]) };
    for (const format of formats) {
      const c = await results(format, 'c');
      assert.equal((await merge({ c })).status, 0, format);
      const { out: d } = await writ(['check', '--format', format, 'd'], unread);
      assert.equal((await merge({ c, d })).status, 2, `${format}\n${d}`);
    }
    const warned = await writ(['check', '--format', 'sarif', 'missing', 'c'], projects);
    assert.equal((await merge({ warned: warned.out })).status, 2);
  });

  it('takes all results of a folder', async () => {
    const files = {
      'r/a.json': await results('json', 'a'),
      'r/deep/b.json': await results('json', 'b'),
      'r/log.txt': 'no',
    };
    assert.equal((await merge(files, 'r')).out, await results('json', 'a', 'b'));
  });

  it('refuses results of several kinds, days and versions', async () => {
    const [json, sarif, junit] = [await results('json', 'a'), await results('sarif', 'a'), await results('junit', 'a')];
    assert.match(
      await refused({ json, sarif }),
      /^writ: `json` is JSON, and `sarif` is SARIF: .* kinds are not merged$/m,
    );
    assert.match(await refused({ json, junit }), /different kinds/);
    const later = await results('json', 'a', '--as-of', '2027-01-01');
    assert.match(
      await refused({ json, later }),
      /^writ: later: this is as of 2027-01-01, and `json` as of 2026-11-21$/m,
    );
    const newer = sarif.replace(/"semanticVersion": "[^"]+"/, '"semanticVersion": "99.0.0"');
    assert.match(await refused({ sarif, newer }), /^writ: newer: this is of Writ 99\.0\.0, and `sarif` of Writ \d/m);
  });

  it('refuses what is torn, wherever it is', async function () {
    this.timeout(60_000);
    for (const format of formats) {
      const whole = (await results(format, 'a', 'b')).trimEnd();
      const step = Math.ceil(whole.length / 60);
      for (let length = 1; length < whole.length; length += step) {
        const err = await refused({ whole, torn: whole.slice(0, length) });
        assert.match(err, /^writ: torn:\d+:\d+: /m, `${format} ${length}\n${err}`);
      }
    }
  });

  const hostile: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['nothing', '', /^writ: x:1:1: the file is empty$/m],
    ['other text', 'all is well', /^writ: x:1:1: this is not JSON: /m],
    ['no UTF-8', new Uint8Array([0x7b, 0xff]), /`x` cannot be read: it is not UTF-8/],
    ['JSON of something else', '{ "name": "x" }', /^writ: x:1:1: the whole lacks `version`$/m],
    ['an array', '[]', /^writ: x:1:1: the whole must be object$/m],
    ['two values', '{}\n{}', /^writ: x:2:1: .*end of the text/m],
    [
      'deep nesting',
      `{"runs":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      /^writ: x:1:\d+: this is nested too deep/m,
    ],
    [
      'a name twice',
      '{"version":1,\n"asOf":"2026-11-21","asOf":"2026-11-22","projects":[]}',
      /^writ: x:2:\d+: `asOf` is there twice/m,
    ],
    [
      'a name of prototypes',
      '{"version":1,"asOf":"2026-11-21","projects":[],"__proto__":{}}',
      /^writ: x:1:\d+: `__proto__` is nothing/m,
    ],
    [
      'a wrong value',
      '{"version":1,"asOf":"2026-11-21","projects":[\n{"root":".","files":"3"}]}',
      /^writ: x:2:\d+: `projects\[0\]\.files` must be integer$/m,
    ],
    [
      'results of another tool',
      '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Other"}}}]}',
      /^writ: x:1:\d+: /m,
    ],
    [
      'a type of document',
      '<!DOCTYPE a [<!ENTITY b "c">]><testsuites name="writ"/>',
      /^writ: x:1:\d+: a type of document/m,
    ],
    [
      'an unknown entity',
      '<testsuites name="writ">&b;</testsuites>',
      /^writ: x:1:\d+: this is not XML: invalid character entity/m,
    ],
    [
      'two elements',
      '<testsuites name="writ"/>\n<testsuites name="writ"/>',
      /^writ: x:2:\d+: there is a second element/m,
    ],
    ['deep elements', '<a>'.repeat(100_000), /^writ: x:1:\d+: this is nested too deep/m],
    ['JUnit of another tool', '<testsuites name="other"/>', /^writ: x:1:1: expected `<testsuites name="writ">`/m],
    ['an element that is not ours', '<testsuites name="writ"><p/></testsuites>', /^writ: x:1:25: `<p>` is nothing/m],
    ['text between', '<testsuites name="writ">so</testsuites>', /^writ: x:1:1: `<testsuites>` holds text/m],
  ];
  for (const [what, x, expected] of hostile) {
    it(`refuses ${what}`, async () => {
      const whole = await results(typeof x === 'string' && x.startsWith('<') ? 'junit' : 'json', 'a');
      assert.match(await refused({ x }), expected);
      assert.match(await refused({ whole, x }), /x/);
    });
  }

  it('refuses a FILE that is missing, and says nothing of the others', async () => {
    const a = await results('json', 'a');
    const { status, out, err } = await merge({ a }, 'a', 'b');
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, /`b` cannot be read/);
  });

  it('passes nothing of what it reads to a terminal as it is', async () => {
    const err = await refused({ x: '{ "version": 1, "asOf": "2026-11-21", "projects": [], "\\u001b[31m": 1 }' });
    assert.ok(!err.includes('\u001b'), err);
  });
});
