// Bundles the editor tests into dist-test/: the module that VS Code loads, and one file for each file of tests.
import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { common } from './build.ts';
import { at, testDistFolder } from './places.ts';

const suiteFolder = at('test', 'editor', 'suite');

export type BuiltSuite = {
  /** The module that exports `run`, absolute. */
  readonly entry: string;
  /** The bundled test file of each source file, both absolute. */
  readonly tests: ReadonlyMap<string, string>;
};

/** Bundles `index.ts` and every `*.test.ts` of the suite's folder. Mocha stays outside, so that all files share one. */
export async function buildSuite(): Promise<BuiltSuite> {
  const sources = globSync('**/*.test.ts', { cwd: suiteFolder }).sort();
  await rm(testDistFolder, { recursive: true, force: true });
  await bundle({
    ...common,
    entryPoints: ['index.ts', ...sources].map((file) => path.join(suiteFolder, file)),
    external: ['vscode', 'mocha'],
    outbase: suiteFolder,
    outdir: testDistFolder,
    outExtension: { '.js': '.cjs' },
    sourcemap: 'inline',
  });
  const output = (file: string): string => path.join(testDistFolder, file.replace(/\.ts$/, '.cjs'));
  return {
    entry: output('index.ts'),
    tests: new Map(sources.map((file) => [path.join(suiteFolder, file), output(file)])),
  };
}
