// Runs the editor tests in a real VS Code: `run.ts source` loads the extension from the repository, `run.ts vsix` installs it.
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build.ts';
import { type BuiltSuite, buildSuite, buildWebSuite } from '../../scripts/build-suite.ts';
import { packageExtension } from '../../scripts/package.ts';
import { at, isProgram, root } from '../../scripts/places.ts';
import { commitAll, initIn } from '../support/git.ts';
import { describeResults, type Results } from '../support/results.ts';
import { runInBrowser } from './host/run-in-browser.ts';
import { runSuite, type Suite } from './host/run-suite.ts';

/** One start of VS Code: what it opens, and which files below suite/ run in it. */
type Session = {
  readonly name: string;
  /** Below workspaces/. */
  readonly workspace: string;
  /** A .code-workspace file in it; the folder itself when left out. */
  readonly open?: string;
  /** The folder below suite/ whose test files run, not those below it; suite/ itself when empty. */
  readonly tests: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly prepare?: Suite['prepare'];
  /** With workspace trust on, and not given: always in code-server, as a desktop VS Code is tested with trust off. */
  readonly isUntrusted?: boolean;
  /** In the extension host of a browser, which has the workspace on no disk of its own. */
  readonly isInBrowser?: boolean;
};

/** Makes the folder a repository whose one commit is the folder as it is. */
function commit(folder: string): void {
  initIn(folder);
  commitAll(folder);
}

const sessions: readonly Session[] = [
  { name: 'one folder', workspace: 'desk', tests: '' },
  { name: 'two folders', workspace: 'two', open: 'two.code-workspace', tests: 'two-folders' },
  {
    name: 'a repository',
    workspace: 'compared',
    tests: 'repository',
    settings: { 'git.autoRepositoryDetection': true },
    prepare: commit,
  },
  {
    name: 'not trusted',
    workspace: 'compared',
    tests: 'untrusted',
    settings: { 'git.autoRepositoryDetection': true },
    prepare: commit,
    isUntrusted: true,
  },
  { name: 'in a browser', workspace: 'desk', tests: '', isInBrowser: true },
];

/** The test files of one folder below suite/, each with its bundle. */
function testsIn(tests: ReadonlyMap<string, string>, folder: string): readonly (readonly [string, string])[] {
  const home = path.join(import.meta.dirname, 'suite', folder);
  return [...tests].filter(([source]) => path.dirname(source) === home);
}

/** Without a name all, those in a browser once: with the bundles as they ship. */
function sessionsOf(kind: string, only: string | undefined): readonly Session[] {
  if (only !== undefined) return sessions.filter(({ name }) => name === only);
  return sessions.filter(({ isInBrowser }) => isInBrowser !== true || kind === 'vsix');
}

/** The bundles for a browser are loaded from where the build makes them, also where an installed extension is tested. */
async function runSession(session: Session, extension: Suite['extension'], suite: BuiltSuite): Promise<Results> {
  const tests = testsIn(suite.tests, session.tests);
  const workspace = at('test', 'editor', 'workspaces', session.workspace);
  if (session.isInBrowser === true) {
    const files = tests.map(([source]) => source);
    return runInBrowser({ workspace, entry: await buildWebSuite(files, process.env['WRIT_GREP'] ?? '') });
  }
  return runSuite({
    extension,
    entry: suite.entry,
    tests: tests.map(([, bundled]) => bundled),
    workspace,
    isUntrusted: session.isUntrusted === true,
    ...(session.open === undefined ? {} : { open: session.open }),
    ...(session.prepare === undefined ? {} : { prepare: session.prepare }),
    ...(session.settings === undefined ? {} : { settings: session.settings }),
  });
}

let isInterrupted = false;

async function prepare(kind: string): Promise<Suite['extension']> {
  if (kind === 'vsix') return { vsix: await packageExtension() };
  const built = await build({ isForRelease: false });
  if (built.missing.length > 0) throw new Error(`there is nothing to test: ${built.missing.join(', ')}`);
  return { folder: root };
}

/** Runs the sessions, one after the other, and gives the sum of what they counted; one that broke down counts as a failure. */
export async function runEditorTests(kind: string, only?: string): Promise<Results> {
  const extension = await prepare(kind);
  const suite = await buildSuite();
  const sum = { passes: 0, failures: 0, pending: 0 };
  for (const session of sessionsOf(kind, only)) {
    console.log(`${session.name}, ${'vsix' in extension ? 'installed' : 'from source'}`);
    try {
      const results = await runSession(session, extension, suite);
      console.log(results.text ?? '');
      sum.passes += results.passes;
      sum.failures += results.failures;
      sum.pending += results.pending;
    } catch (error) {
      if (isInterrupted) process.exit(130);
      console.error(error);
      sum.failures += 1;
    }
  }
  return sum;
}

if (isProgram(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { session: { type: 'string' }, grep: { type: 'string', short: 'g' } },
  });
  // @vscode/test-electron ends its editor on SIGINT, and on no other signal; that alone would only fail the session.
  process.once('SIGTERM', () => process.emit('SIGINT'));
  process.on('SIGINT', () => {
    isInterrupted = true;
  });
  if (values.grep !== undefined) process.env['WRIT_GREP'] = values.grep;
  const results = await runEditorTests(positionals[0] ?? 'source', values.session);
  console.log(describeResults(results));
  process.exitCode = results.failures > 0 || results.passes === 0 ? 1 : 0;
}
