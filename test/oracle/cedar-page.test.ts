// The worked example of docs/cedar.md, done as the page says it: what it prints is what the page shows.
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import { at } from '../../scripts/places.ts';
import { ensureInstalled, projectNode } from '../../scripts/run.mjs';
import { exportCedar } from '../../server/src/exchange/cedar/cedar.ts';
import { diskProject } from '../support/snapshot.ts';

const page = readFileSync(at('docs', 'cedar.md'), 'utf8');

/** The first block of code behind a word of the page. */
function blockBehind(word: string): string {
  const [, text] = /```\w*\n([\s\S]*?)```/.exec(page.slice(page.indexOf(word))) ?? [];
  assert.ok(text !== undefined, word);
  return text;
}

describe('the example of the page about Cedar', function () {
  this.timeout(120_000);

  it('answers as the page says', async () => {
    const home = at('test', 'oracle', 'cedar');
    await ensureInstalled(home);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'writ-cedar-'));
    try {
      mkdirSync(path.join(folder, 'cedar'));
      const { model } = await diskProject('samples', 'service-desk');
      for (const { path: name, text } of exportCedar({ model, problems: [], place: ({ file }) => file }).files)
        writeFileSync(path.join(folder, 'cedar', name), text);
      writeFileSync(path.join(folder, 'record.json'), blockBehind('in `record.json`'));
      writeFileSync(path.join(folder, 'ask.mjs'), blockBehind('in `ask.mjs`'));
      const scope = path.join('node_modules', '@cedar-policy');
      cpSync(path.join(home, scope), path.join(folder, scope), { recursive: true });
      const said = [...page.matchAll(/^\$ node ask\.mjs (\S+) (\S+)\n(\w+)$/gm)];
      assert.ok(said.length >= 3);
      for (const [, who = '', what = '', decision] of said) {
        const printed = execFileSync(projectNode(), ['ask.mjs', who, what], { cwd: folder, encoding: 'utf8' });
        assert.equal(printed.trim(), decision, `${who} ${what}`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
