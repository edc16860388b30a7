// Bundles the editor tests into dist-test/: the module that VS Code loads, and one file for each file of tests.
import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build as bundle, type Plugin } from 'esbuild';
import { common, forBrowser } from './build.ts';
import { at, root, testDistFolder } from './places.ts';

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

const webFolder = at('test', 'editor', 'web');

/** What the tests import of Node and of mocha, as the browser has it. */
const inBrowser: Plugin = {
  name: 'in-browser',
  setup({ onResolve }) {
    onResolve({ filter: /^node:assert$/ }, () => ({ path: path.join(webFolder, 'assert.ts') }));
    onResolve({ filter: /^mocha$/ }, () => ({ path: path.join(webFolder, 'bdd.ts') }));
  },
};

/** Bundles files of tests into one module for the extension host of a browser, and gives its path; `grep` chooses tests. */
export async function buildWebSuite(files: readonly string[], grep: string): Promise<string> {
  const outfile = path.join(testDistFolder, 'web', 'index.cjs');
  const loading = files.map((file) => `() => import(${JSON.stringify(file)})`);
  const contents = `
    import { runMocha } from ${JSON.stringify(path.join(webFolder, 'run-mocha.ts'))};
    export const run = () => runMocha([${loading.join(', ')}], ${JSON.stringify(grep)});
  `;
  await bundle({
    ...common,
    ...forBrowser,
    stdin: { contents, resolveDir: root },
    // Mocha's bundle would take the place of what this one exports.
    define: { exports: 'undefined' },
    outfile,
    plugins: [inBrowser],
    sourcemap: 'inline',
  });
  return outfile;
}
