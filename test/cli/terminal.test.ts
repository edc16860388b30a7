// What a terminal gets beside the results: colour, progress, times.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
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
    for (const format of ['json', 'github']) {
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

describe('progress', () => {
  it('is told on standard error once the work has taken over a second, and taken back', async () => {
    const { out, err } = await writ(['check'], files, { terminal: 80, tick: 300 });
    assert.match(err, /rules: \./);
    assert.ok(err.endsWith('\r\u001b[K'), JSON.stringify(err));
    assert.doesNotMatch(out, /rules: \./);
  });

  it('is not told of short work, nor where standard error is no terminal', async () => {
    assert.equal((await writ(['check'], files, { terminal: 80, tick: 1 })).err, '');
    assert.equal((await writ(['check'], files, { tick: 5000 })).err, '');
  });
});

describe('--timing', () => {
  it('tells on standard error how long each stage took', async () => {
    const { out, err } = await writ(['check', '--timing', '--format', 'json'], files, { tick: 2 });
    JSON.parse(out);
    const stages = err
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/));
    assert.deepEqual(
      stages.map(([stage]) => stage),
      ['reading', 'model', 'queries', 'expectations', 'rules', 'report', 'total'],
    );
    assert.ok(
      stages.every(([, ms, unit]) => /^\d+\.\d$/.test(ms ?? '') && unit === 'ms'),
      err,
    );
  });
});
