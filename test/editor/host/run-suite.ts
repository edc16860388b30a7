// Runs a bundled suite in a real VS Code with @vscode/test-electron: the desktop one where there is one, else code-server.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Writable } from 'node:stream';
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { projectNode } from '../../../scripts/run.mjs';
import { type Results, readResults, resultsVariable } from '../../support/results.ts';
import { ensureCodeServer, installVsix } from './code-server.ts';
import { desktopForTests } from './desktop.ts';
import {
  homeIn,
  inTemporaryFolder,
  makeProfile,
  quietSettings,
  untrustedOption,
  untrustedSettings,
} from './profile.ts';

export type Suite = {
  /** A folder that is copied before the run, so that tests may change it. */
  readonly workspace: string;
  /** What to open in that copy: a .code-workspace file, or the folder itself when left out. */
  readonly open?: string;
  /** What is done with that copy before it is opened. */
  readonly prepare?: (folder: string) => void;
  /** The extension as source with its bundles, or packaged. */
  readonly extension: { readonly folder: string } | { readonly vsix: string };
  /** The bundled module that exports `run`. */
  readonly entry: string;
  /** The bundled test files that it is to run. */
  readonly tests: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** With workspace trust on, and not given: in code-server alone, as @vscode/test-electron switches trust off in a desktop VS Code. */
  readonly isUntrusted: boolean;
};

/** The environment variable that names the test files to the suite, as a JSON list. */
const testsVariable = 'WRIT_TESTS';

const shim = path.join(import.meta.dirname, 'code.ts');

/** An extension of no content: VS Code tests an extension under development, also where the one meant is an installed one. */
function makeStub(folder: string): string {
  const stub = path.join(folder, 'stub');
  mkdirSync(stub, { recursive: true });
  const manifest = { name: 'stub', publisher: 'test', version: '0.0.0', engines: { vscode: '*' }, main: './main.js' };
  writeFileSync(path.join(stub, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(stub, 'main.js'), 'exports.activate = () => {};\n');
  return stub;
}

function installIntoDesktop(executable: string, vsix: string, folders: readonly string[]): void {
  const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  execFileSync(cli, [...args, ...folders, '--install-extension', vsix, '--force'], {
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function keepText(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

/**
 * Runs a suite and gives what it counted. A run that ends without results, or counts no test, throws with all that was printed:
 * VS Code reports success also for a host that was killed.
 */
export async function runSuite(suite: Suite): Promise<Results> {
  const desktop = suite.isUntrusted ? undefined : await desktopForTests();
  if (desktop === undefined) await ensureCodeServer();
  return inTemporaryFolder(async (folder) => {
    const profile = makeProfile(folder, {
      ...quietSettings,
      ...(suite.isUntrusted ? untrustedSettings : {}),
      ...suite.settings,
    });
    const workspace = path.join(folder, 'workspace');
    cpSync(suite.workspace, workspace, { recursive: true });
    suite.prepare?.(workspace);
    const folders = [`--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`];
    if ('vsix' in suite.extension) {
      if (desktop === undefined) installVsix(suite.extension.vsix, profile);
      else installIntoDesktop(desktop, suite.extension.vsix, folders);
    }
    const results = path.join(folder, 'results.json');
    const printed = keepText();
    chmodSync(shim, 0o755);
    const code = await runTests({
      vscodeExecutablePath: desktop ?? shim,
      extensionDevelopmentPath: 'vsix' in suite.extension ? makeStub(folder) : suite.extension.folder,
      extensionTestsPath: suite.entry,
      launchArgs: [path.join(workspace, suite.open ?? ''), ...folders, ...(suite.isUntrusted ? [untrustedOption] : [])],
      extensionTestsEnv: {
        ...(desktop === undefined ? homeIn(folder) : {}),
        PATH: `${path.dirname(projectNode())}${path.delimiter}${process.env['PATH'] ?? ''}`,
        [resultsVariable]: results,
        [testsVariable]: JSON.stringify(suite.tests),
      },
      stdout: printed.stream,
      stderr: printed.stream,
    }).catch((error: Error) => error.message);
    return judge(results, code, printed.text());
  });
}

function judge(file: string, code: number | string, printed: string): Results {
  const results = readResults(file);
  if (results === undefined) throw new Error(`VS Code gave no results (${code})\n${printed}`);
  if (results.passes + results.failures === 0) throw new Error(`no test ran\n${printed}`);
  if (results.failures > 0 && process.env['WRIT_VERBOSE'] !== undefined) console.log(printed);
  if (results.failures === 0 && code !== 0)
    throw new Error(`all tests passed, yet VS Code failed (${code})\n${printed}`);
  return results;
}
