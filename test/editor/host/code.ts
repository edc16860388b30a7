#!/usr/bin/env node
// Stands in for VS Code's executable: takes the arguments that @vscode/test-electron gives to it and runs the suite in code-server.
import path from 'node:path';
import process from 'node:process';
import { clearAwayOnSignals, untrustedOption } from './profile.ts';
import { runInCodeServer } from './run-in-code-server.ts';
import { type Opening, workbenchUrl } from './workbench.ts';

const DEFAULT_TIMEOUT_S = 300;

/** The value of `--name=value`; the last one wins, as in VS Code. */
function argument(name: string): string {
  const found = process.argv.findLast((each) => each.startsWith(`--${name}=`));
  if (found === undefined) throw new Error(`--${name}= is missing`);
  return path.resolve(found.slice(name.length + 3));
}

const workspace = process.argv.slice(2).find((each) => !each.startsWith('-'));
if (workspace === undefined) throw new Error('name a folder or a .code-workspace file to open');

clearAwayOnSignals();
try {
  const opening: Opening = {
    workspace: path.resolve(workspace),
    extension: argument('extensionDevelopmentPath'),
    tests: argument('extensionTestsPath'),
  };
  const end = await runInCodeServer({
    address: (origin) => workbenchUrl(origin, opening),
    profile: { userData: argument('user-data-dir'), extensions: argument('extensions-dir') },
    isUntrusted: process.argv.includes(untrustedOption),
    timeoutMs: Number(process.env['WRIT_EDITOR_TIMEOUT'] ?? DEFAULT_TIMEOUT_S) * 1000,
  });
  if (end.why !== undefined) console.error(end.why);
  process.exitCode = end.code;
} catch (error) {
  console.error(error);
  process.exitCode = 2;
}
