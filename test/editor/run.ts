// Runs the editor tests in a real VS Code: `run.ts source` loads the extension from the repository, `run.ts vsix` installs it.
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build.ts';
import { buildSuite } from '../../scripts/build-suite.ts';
import { packageExtension } from '../../scripts/package.ts';
import { at, isProgram, root } from '../../scripts/places.ts';
import { describeResults, type Results } from '../support/results.ts';
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
};

const sessions: readonly Session[] = [
  { name: 'one folder', workspace: 'desk', tests: '' },
  { name: 'two folders', workspace: 'two', open: 'two.code-workspace', tests: 'two-folders' },
];

/** The bundled test files of one folder below suite/. */
function testsIn(tests: ReadonlyMap<string, string>, folder: string): readonly string[] {
  const home = path.join(import.meta.dirname, 'suite', folder);
  return [...tests].filter(([source]) => path.dirname(source) === home).map(([, bundled]) => bundled);
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
  for (const session of sessions.filter(({ name }) => only === undefined || name === only)) {
    console.log(`${session.name}, ${'vsix' in extension ? 'installed' : 'from source'}`);
    try {
      const results = await runSuite({
        extension,
        entry: suite.entry,
        tests: testsIn(suite.tests, session.tests),
        workspace: at('test', 'editor', 'workspaces', session.workspace),
        ...(session.open === undefined ? {} : { open: session.open }),
        ...(session.settings === undefined ? {} : { settings: session.settings }),
      });
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
