// Runs a suite in the extension host that VS Code has in a browser, on a folder that is on no disk of that host.
import { cpSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../../scripts/places.ts';
import type { Results } from '../../support/results.ts';
import { resultsMark } from '../web/results-mark.ts';
import { inTemporaryFolder, makeProfile, quietSettings } from './profile.ts';
import { runInCodeServer } from './run-in-code-server.ts';
import { serveFiles } from './serve-files.ts';
import { workbenchUrl } from './workbench.ts';

const TIMEOUT_MS = 300_000;

export type WebSuite = {
  /** A folder that is copied before the run. The workbench gives it a scheme of its own. */
  readonly workspace: string;
  /** The bundled module that exports `run`, below the root of the repository as the extension is. */
  readonly entry: string;
};

/** By default what can run elsewhere does not run in the browser. */
const inBrowser = { 'remote.extensionKind': { 'writ.writ': ['web'] } };

/** Has the page that is to be opened load the extension and its tests from a server of files, as @vscode/test-web does. */
async function develop(page: Page, origin: string, host: string, tests: string): Promise<void> {
  const at = (file: string) => ({ scheme: 'http', authority: host, path: file });
  const options = { extensions: [at('/')], extensionTestsPath: at(tests) };
  await page.route(
    (url) => url.origin === origin && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
        (_, start: string, settings: string) => start + withOptions(settings, options),
      );
      const { 'content-security-policy': _policy, 'content-length': _length, ...headers } = response.headers();
      await route.fulfill({ response, body, headers });
    },
  );
}

/** Settings as they stand in an attribute. */
function withOptions(settings: string, options: object): string {
  const config = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  const changed = { ...config, developmentOptions: { ...config.developmentOptions, ...options } };
  return JSON.stringify(changed).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Runs a suite and gives what it counted; throws where it did not come to its end. */
export function runInBrowser({ workspace, entry }: WebSuite): Promise<Results> {
  return inTemporaryFolder(async (folder) => {
    const profile = makeProfile(folder, { ...quietSettings, ...inBrowser });
    const copy = path.join(folder, 'workspace');
    cpSync(workspace, copy, { recursive: true });
    const served = await serveFiles(root);
    const tests = `/${path.relative(root, entry).replaceAll(path.sep, '/')}`;
    try {
      const { code, why, logged } = await runInCodeServer({
        address: (origin) => workbenchUrl(origin, { workspace: copy }),
        profile,
        timeoutMs: TIMEOUT_MS,
        elsewhere: (page, origin) => develop(page, origin, served.host, tests),
      });
      const line = logged
        .map((each) => each.slice(each.indexOf(': ') + 2))
        .find((each) => each.startsWith(resultsMark));
      if (line === undefined) throw new Error(`VS Code gave no results (${code}) ${why ?? ''}\n${logged.join('\n')}`);
      const results: Results = JSON.parse(line.slice(resultsMark.length));
      if (results.passes + results.failures === 0) throw new Error('no test ran');
      if (results.failures === 0 && code !== 0) throw new Error(`all tests passed, yet VS Code failed (${code})`);
      return results;
    } finally {
      served.stop();
    }
  });
}
