// `writ rules`: the catalogue and its pages.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { rules } from '../../server/src/rules/registry.ts';
import { writ } from './memory-host.ts';

describe('rules', () => {
  it('lists every rule once, with severity and title, under its category', async () => {
    const { status, out } = await writ(['rules']);
    assert.equal(status, 0);
    for (const { id, severity, title } of rules) {
      const rows = out.split('\n').filter((line) => line.trim().split(/\s+/)[0] === id);
      assert.equal(rows.length, 1, id);
      assert.ok(rows[0]?.includes(severity) && rows[0].endsWith(title), rows[0]);
    }
    for (const category of new Set(rules.map((rule) => rule.category))) {
      assert.equal(out.split('\n').filter((line) => line === category).length, 1, category);
    }
  });

  it('prints the page of every rule', async () => {
    for (const { id } of rules) {
      const { status, out } = await writ(['rules', id]);
      assert.equal(status, 0, id);
      assert.ok(out.startsWith(`# ${id}\n`) && out.endsWith('\n') && !out.endsWith('\n\n'), id);
    }
  });

  it('is JSON where that is asked for', async () => {
    const list = JSON.parse((await writ(['rules', '--format', 'json'])).out);
    assert.deepEqual(
      list,
      rules.map(({ id, severity, category, title }) => ({ id, severity, category, title })),
    );
    const one = JSON.parse((await writ(['rules', 'unknown-role', '--format', 'json'])).out);
    assert.deepEqual([one.id, one.severity, one.page.startsWith('# unknown-role')], ['unknown-role', 'error', true]);
  });

  it('offers the nearest for one that there is not', async () => {
    const { status, out, err } = await writ(['rules', 'unknown-rol']);
    assert.deepEqual(
      [status, out, err],
      [2, '', 'writ: there is no rule `unknown-rol`; did you mean `unknown-role`?\n'],
    );
    assert.equal((await writ(['rules', 'constructor'])).status, 2);
  });
});
