// The core runs where there is no Node: bundled for a browser, it checks a policy in a realm that has the language alone.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, it } from 'mocha';
import { common, forBrowser } from '../../scripts/build.ts';

const entry = `
  import { createSnapshot } from './server/src/project/snapshot.ts';
  import { askQuestion } from './server/src/project/ask.ts';
  import { complete } from './server/src/ide/completion/complete.ts';
  import { hover } from './server/src/ide/hover.ts';
  globalThis.core = { createSnapshot, askQuestion, complete, hover };
`;

interface Core {
  check: (desk: string, people: string, today: number) => { findings: string[]; outcomes: string[]; answer: string };
}

describe('the core in a browser', () => {
  it('is bundled for one, and decides there what it decides here', async () => {
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      logLevel: 'error',
    });
    // No process, require, Buffer, window or document: less than any worker has.
    const realm = createContext({});
    runInContext(outputFiles[0]?.text ?? '', realm);
    runInContext(
      `globalThis.check = (desk, people, today) => {
        const files = new Map([['desk.writ', { text: desk }]]);
        const directories = new Map([['people.scim.json', { text: people }]]);
        const snapshot = core.createSnapshot({ files, directories, settings: { text: '{}' }, today });
        for (let at = 0; at < desk.length; at += 97) {
          core.complete(snapshot, 'desk.writ', at);
          core.hover(snapshot, 'desk.writ', at);
        }
        const asked = core.askQuestion(snapshot, 'bob can UPDATE_RECORDS in "Service Desk" with { Status "Open" }');
        return {
          findings: snapshot.findings.map((finding) => finding.rule),
          outcomes: snapshot.outcomes.map(({ outcome }) => outcome.outcome),
          answer: asked.answer.reason,
        };
      }`,
      realm,
    );
    const folder = new URL('../conformance/desk/', import.meta.url);
    const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
    const { check } = realm as unknown as Core;
    const { findings, outcomes, answer } = check(read('desk.writ'), read('people.scim.json'), 20778);
    assert.deepEqual([...new Set([...outcomes])], ['held']);
    assert.ok(![...findings].includes('syntax'));
    assert.equal(answer, 'allowed when Assignee is bob or Priority >= 3');
  });
});

describe('what runs in a browser', () => {
  for (const entry of ['client/src/browser.ts', 'server/src/lsp/browser.ts'])
    it(`is bundled without a module of Node: ${entry}`, async () => {
      const { metafile } = await build({
        ...common,
        ...forBrowser,
        entryPoints: [entry],
        write: false,
        metafile: true,
      });
      const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
      assert.deepEqual([...new Set(outside)], entry.startsWith('client/') ? ['vscode'] : []);
    });
});
