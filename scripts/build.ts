// Makes what ships in dist/: the client, the language server and the command line as bundles, and the JSON schemas.
import { existsSync } from 'node:fs';
import { chmod, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { type BuildOptions, build as bundle, type Metafile } from 'esbuild';
import { noticesText, packagesOf } from './notices.ts';
import { at, distFolder, isProgram, root } from './places.ts';
import { writeRulePages } from './rule-pages.ts';
import { bundleServer } from './server-bundle.ts';
import { renderSettingsSchema } from './settings-schema.ts';

export type Entry = {
  readonly source: string;
  readonly output: string;
  readonly isProgram?: boolean;
  /** For VS Code in a browser, where there is no module of Node. */
  readonly isForBrowser?: boolean;
  /** Part of a page that the editor shows. */
  readonly isPage?: boolean;
};

/** The command line, whole in one file. */
export const cliEntry: Entry = { source: 'server/src/cli/main.ts', output: 'cli.cjs', isProgram: true };

/** Every bundle that ships but the server's, which has a folder of its own. */
const entries: readonly Entry[] = [
  { source: 'client/src/node.ts', output: 'client.cjs' },
  // By its name, CommonJS: the package's modules are not, and an extension host of a browser takes no other.
  { source: 'client/src/browser.ts', output: 'web/client.cjs', isForBrowser: true },
  { source: 'server/src/lsp/browser.ts', output: 'web/server.js', isForBrowser: true },
  cliEntry,
  { source: 'client/src/webview/matrix.ts', output: 'webview/matrix.js', isPage: true },
  { source: 'client/src/webview/matrix.css', output: 'webview/matrix.css', isPage: true },
];

export type Build = {
  /** The bundles that were made, with their size in bytes. */
  readonly made: readonly { readonly file: string; readonly bytes: number }[];
  /** Sources of bundles that do not exist. */
  readonly missing: readonly string[];
};

/**
 * What all bundles have in common. Node 20 is the oldest that the command line supports; packages with an ES module entry are
 * taken by that one, since the UMD entry of some hides its imports from a bundler.
 */
export const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  external: ['vscode'],
  format: 'cjs',
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  platform: 'node',
  target: 'node20',
};

/** What the bundles for a browser have instead: a module of Node in one of them is an error. */
export const forBrowser: BuildOptions = {
  mainFields: ['browser', 'module', 'main'],
  platform: 'browser',
  target: 'es2023',
};

/** What the parts of a page have instead. */
const forPage: BuildOptions = { ...forBrowser, format: 'iife' };

export type Made = Build['made'][number] & { readonly inputs: readonly string[] };

/** Makes one of the bundles below a folder. */
export async function bundleEntry(entry: Entry, folder: string, isForRelease: boolean): Promise<Made> {
  const outfile = path.join(folder, entry.output);
  const hasShebang = entry.isProgram === true && (await readFile(at(entry.source), 'utf8')).startsWith('#!');
  const result = await bundle({
    ...common,
    ...(entry.isForBrowser === true ? forBrowser : {}),
    ...(entry.isPage === true ? forPage : {}),
    entryPoints: [entry.source],
    outfile,
    minify: isForRelease,
    sourcemap: !isForRelease,
    metafile: true,
    ...(entry.isProgram === true && !hasShebang ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  });
  if (result.warnings.length > 0) throw new Error(`${entry.source}: a bundle with warnings may not run`);
  if (entry.isProgram === true) await chmod(outfile, 0o755);
  const output = Object.entries(result.metafile.outputs).find(([file]) => file.endsWith(entry.output));
  return { file: entry.output, bytes: output?.[1].bytes ?? 0, inputs: usedInputs(output?.[1]) };
}

/** What left something in a bundle. */
function usedInputs(output: Metafile['outputs'][string] | undefined): string[] {
  return Object.entries(output?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []));
}

const serverFolder = 'server';

async function bundleProcess(isForRelease: boolean): Promise<{ made: Build['made']; inputs: readonly string[] }> {
  const options = { ...common, minify: isForRelease, sourcemap: !isForRelease };
  const { files, warnings, inputs } = await bundleServer(path.join(distFolder, serverFolder), options);
  if (warnings > 0) throw new Error('a bundle with warnings may not run');
  return { made: files.map(({ file, bytes }) => ({ file: `${serverFolder}/${file}`, bytes })), inputs };
}

/** Of what others wrote, below the folder of what ships. */
export const noticesFile = 'NOTICES.md';

/** Makes the bundles whose sources exist, minified and without source maps for a release. */
export async function build(options: { readonly isForRelease: boolean }): Promise<Build> {
  await writeRulePages();
  const present = entries.filter((entry) => existsSync(at(entry.source)));
  if (options.isForRelease) await rm(distFolder, { recursive: true, force: true });
  const single = await Promise.all(present.map((entry) => bundleEntry(entry, distFolder, options.isForRelease)));
  const server = await bundleProcess(options.isForRelease);
  const made = [...single.map(({ file, bytes }) => ({ file, bytes })), ...server.made];
  const packages = packagesOf([...single, server].flatMap(({ inputs }) => inputs));
  await writeFile(path.join(distFolder, noticesFile), noticesText(packages));
  await writeSchemas(distFolder);
  return { made, missing: entries.filter((entry) => !present.includes(entry)).map((entry) => entry.source) };
}

/** Of the settings, and of what the command line prints as JSON. */
export async function writeSchemas(folder: string): Promise<void> {
  await writeFile(path.join(folder, 'writ.schema.json'), renderSettingsSchema());
  for (const schema of ['check.schema.json', 'diff.schema.json'])
    await copyFile(at('server', 'src', 'cli', schema), path.join(folder, schema));
}

/** One line for each bundle. */
export function describeBuild(result: Build): string {
  const made = result.made.map(({ file, bytes }) => `dist/${file} ${(bytes / 1024).toFixed(0)} kB`);
  return [...made, ...result.missing.map((source) => `${source} does not exist: not built`)].join('\n');
}

if (isProgram(import.meta.url))
  console.log(describeBuild(await build({ isForRelease: process.argv.includes('--release') })));
