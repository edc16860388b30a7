// The tests that look for changes, loaded by mocha and run one by one.
import path from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import Mocha from 'mocha';
import { testsVariable } from './folders.ts';
import { makeForgetful } from './forgetting.ts';

export interface Test {
  /** Unlike every other. */
  readonly id: string;
  /** Absolute, in the copy that has the changed code. */
  readonly file: string;
  run(): unknown;
}

/** What tests ask of `this`. */
const context = { timeout: () => context, skip: () => undefined };

function testsOf(suite: Mocha.Suite, file: string): Test[] {
  const hooks = suite as unknown as Record<'_beforeAll' | '_beforeEach' | '_afterAll' | '_afterEach', unknown[]>;
  if (hooks._beforeAll.length + hooks._beforeEach.length + hooks._afterAll.length + hooks._afterEach.length > 0)
    throw new Error(`${file} has hooks, which are not run here`);
  const own = suite.tests.map((test) => {
    const body = test.fn as ((this: unknown) => unknown) | undefined;
    return { id: `${path.relative('test', file)}: ${test.fullTitle()}`, file, run: () => body?.call(context) };
  });
  return [...own, ...suite.suites.flatMap((each) => testsOf(each, file))];
}

/** Loads the files that the environment names, relative to the folder that the process runs in. */
export async function loadTests(): Promise<readonly Test[]> {
  makeForgetful();
  // The same cases for every change; what fails is not asked for in its smallest form, which takes long and nobody reads.
  fc.configureGlobal({ seed: 1, endOnFailure: true });
  const files: readonly string[] = JSON.parse(process.env[testsVariable] ?? '[]');
  const tests: Test[] = [];
  for (const name of files) {
    const file = path.resolve(name);
    const mocha = new Mocha({ timeout: 0 });
    mocha.addFile(file);
    await mocha.loadFilesAsync();
    tests.push(...testsOf(mocha.suite, file));
  }
  return tests;
}
