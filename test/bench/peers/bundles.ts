// Language servers as bundles, the way each would ship: Writ's own and those that it is compared with.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { common } from '../../../scripts/build.ts';
import { cacheFolder } from '../../../scripts/places.ts';
import { bundleServer, type ServerBundle, serverFile } from '../../../scripts/server-bundle.ts';
import { runNode } from '../cases.ts';

const folder = path.join(cacheFolder, 'bench');
const own = path.join(import.meta.dirname, 'servers');
const packages = path.join(import.meta.dirname, 'node_modules');
const generated = path.join(folder, 'langium', 'module.ts');

/** What waits for a package when it runs from source, as its types are not there, imports it in a bundle. */
function importing(source: string): string {
  const imports: string[] = [];
  const text = source.replace(/await importPeer\(\s*('[^']+'),?\s*\)/g, (_, specifier: string) => {
    imports.push(`import * as peer${imports.length} from ${specifier};`);
    return `peer${imports.length - 1}`;
  });
  return [...imports, text].join('\n');
}

const peers: Plugin = {
  name: 'peers',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]peers[\\/]servers[\\/][\w-]+\.ts$/ }, ({ path: file }) => ({
      contents: importing(readFileSync(file, 'utf8')),
      loader: 'ts',
    }));
    onResolve({ filter: /^writ-langium$/ }, () => ({ path: generated }));
  },
};

/** What Langium makes of a grammar: its command, as a project of its own would run it. */
async function generateLangium(): Promise<void> {
  mkdirSync(path.dirname(generated), { recursive: true });
  const config = path.join(folder, 'langium-config.json');
  const grammar = path.relative(folder, path.join(own, 'writ.langium'));
  const languages = [{ id: 'writ', grammar, fileExtensions: ['.writ'] }];
  const settings = { projectName: 'Writ', mode: 'production', languages, out: 'langium', importExtension: '.ts' };
  writeFileSync(config, JSON.stringify(settings));
  await runNode([path.join(packages, 'langium-cli', 'bin', 'langium.js'), 'generate', '-f', config], folder);
}

export const bundleNames = ['writ', 'empty', 'json', 'yaml', 'tree-sitter', 'langium'] as const;
export type BundleName = (typeof bundleNames)[number];

export const bundleOf = (name: BundleName): string =>
  name === 'writ' ? path.join(folder, name, serverFile) : path.join(folder, `${name}.cjs`);

/** Makes a bundle, minified, as that of the extension is. */
export async function makeBundle(name: BundleName): Promise<void> {
  if (name === 'writ') {
    ours = await bundleServer(path.join(folder, name), { ...common, minify: true, logLevel: 'error' });
    return;
  }
  if (name === 'langium') await generateLangium();
  const entry = path.join(own, `${name}.ts`);
  // One of the peers asks where its module is, which a bundle of this format does not say by itself.
  const define = { 'import.meta.url': '__filename' };
  const options = { minify: true, nodePaths: [packages], plugins: [peers], define };
  await build({ ...common, ...options, entryPoints: [entry], outfile: bundleOf(name), logLevel: 'error' });
}

let ours: ServerBundle | undefined;

/** What a server reads at its start, and what it may read in all. */
export function bundleBytes(name: BundleName): { readonly atStart: number; readonly all: number } {
  if (name === 'writ' && ours !== undefined)
    return { atStart: ours.atStart, all: ours.files.reduce((sum, { bytes }) => sum + bytes, 0) };
  const { size } = statSync(bundleOf(name));
  return { atStart: size, all: size };
}
