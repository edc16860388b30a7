// What a terminal gets beside the results: colour, progress, times.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { cellsOf } from '../../server/src/cli/cells.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { type Files, writ } from './memory-host.ts';

const files: Files = { 'writ.json': '{}', 'a.writ': 'group A { members nobody }\n' };
const escapeCharacter = '\u001b';

describe('colour', () => {
  it('is there on a terminal only, and never with NO_COLOR', async () => {
    const has = async (machine: Parameters<typeof writ>[2]) =>
      (await writ(['check'], files, machine)).out.includes(escapeCharacter);
    assert.equal(await has({ terminal: 80 }), true);
    assert.equal(await has({}), false);
    assert.equal(await has({ env: { FORCE_COLOR: '1' } }), false);
    assert.equal(await has({ terminal: 80, env: { NO_COLOR: '1' } }), false);
    assert.equal(await has({ terminal: 80, env: { TERM: 'dumb' } }), false);
  });

  it('is in no other format', async () => {
    for (const format of ['json', 'sarif', 'junit', 'github']) {
      const { out } = await writ(['check', '--format', format], files, { terminal: 80 });
      assert.ok(!out.includes(escapeCharacter), format);
    }
  });
});

describe('an excerpt on a terminal', () => {
  it('is no wider than it', async () => {
    const long = { 'a.writ': `group A { description "${'x'.repeat(300)}"  members nobody }\n` };
    const { out } = await writ(['check'], long, { terminal: 60, env: { NO_COLOR: '1' } });
    const lines = out.split('\n').filter((line) => line.includes(' | '));
    assert.ok(lines.length >= 2);
    for (const line of lines) assert.ok(line.length <= 60, line);
  });
});

describe('carets on a terminal', () => {
  /** What stands above the carets of each finding, and how the carets go on. */
  async function marked(text: string, width: number): Promise<string[]> {
    const { out } = await writ(['check'], { 'a.writ': text }, { terminal: width, env: { NO_COLOR: '1' } });
    const lines = out.split('\n');
    return lines.flatMap((line, i) => {
      const found = /^(\s*\|\s*)(\^+)(.*)$/.exec(line);
      if (found === null) return [];
      const [, before = '', carets = '', after = ''] = found;
      const above = cellsOf(lines[i - 1] ?? '');
      let column = 0;
      const under = above.filter((cell) => {
        const isUnder = column >= before.length && column < before.length + carets.length;
        column += cell.width;
        return isUnder;
      });
      return under.map((cell) => cell.text).join('') + after;
    });
  }

  const nasty = `user alice "alice@acme.com"
app Desk {
\trole "日本語チーム 😀👩‍👩‍👧 e\u0301" { description "w"\tmembers alcie, bbo, "no\u200b"\tgrants READ_RECORD }
}
expect
  alice can
    READ_RECORDS in Nowhere
`;

  it('stand under their words: tabs, wide characters, pairs, several on a line, any width, any line end', async () => {
    for (const width of [40, 70, 100, 200]) {
      for (const text of [nasty, nasty.replaceAll('\n', '\r\n')]) {
        const words = await marked(text, width);
        for (const word of ['alcie', 'bbo', '"no\\u200B"', 'READ_RECORD'])
          assert.ok(words.includes(word), words.join());
      }
    }
  });

  it('say how far it goes where that is a line below', async () => {
    assert.ok((await marked(nasty, 100)).includes('expect to line 7'));
  });
});

describe('progress', () => {
  it('is told on standard error once the work has taken over a second, and taken back', async () => {
    const { out, err } = await writ(['check'], files, { terminal: 80, tick: 300 });
    assert.match(err, /rules: \./);
    assert.ok(err.endsWith('\r\u001b[K'), JSON.stringify(err));
    assert.doesNotMatch(out, /rules: \./);
  });

  it('is taken back before anything else is told', async () => {
    const broken = { ...files, 'b.writ': new Uint8Array([0xff]) };
    const { err } = await writ(['check', 'a.writ'], broken, { terminal: 80, tick: 300 });
    const told = err.slice(err.lastIndexOf(escapeCharacter));
    assert.equal(told, `${escapeCharacter}[Kwrit: \`b.writ\` cannot be read: it is not UTF-8\n`);
  });

  it('is not told of short work, nor where standard error is no terminal', async () => {
    assert.equal((await writ(['check'], files, { terminal: 80, tick: 1 })).err, '');
    assert.equal((await writ(['check'], files, { tick: 5000 })).err, '');
  });
});

describe('--timing', () => {
  const tables = (err: string) =>
    err.split('\n\n').map((table) =>
      table
        .trim()
        .split('\n')
        .map((line) => {
          const [name = '', ms = '', unit] = line.split(/\s+/);
          assert.ok(/^\d+\.\d$/.test(ms) && unit === 'ms', line);
          return { name, ms: Number(ms) };
        }),
    );

  it('tells on standard error how long each stage and each rule took', async () => {
    const { out, err } = await writ(['check', '--timing', '--format', 'json'], files, { tick: 2 });
    JSON.parse(out);
    const [stages = [], parts = []] = tables(err);
    assert.deepEqual(
      stages.map(({ name }) => name),
      ['reading', 'model', 'queries', 'expectations', 'rules', 'report', 'total'],
    );
    assert.deepEqual(parts.map(({ name }) => name).sort(), rules.map(({ id }) => id).sort());
    assert.ok(parts.every(({ ms }) => ms === 2));
  });

  it('names the slowest rule first, over all projects, and none that is off', async () => {
    const settings = '{ "rules": { "unused-role": "off" } }';
    const two = { 'a/writ.json': settings, 'a/a.writ': '', 'b/writ.json': settings, 'b/b.writ': '' };
    const { err } = await writ(['check', '--timing'], two, { tick: (n) => n });
    const [, parts = []] = tables(err);
    const times = parts.map(({ ms }) => ms);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a),
    );
    assert.equal(new Set(times).size, times.length);
    assert.equal(parts.length, rules.length - 1);
    assert.ok(parts.every(({ name }) => name !== 'unused-role'));
  });
});
