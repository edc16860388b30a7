// Bundles the language server as a process: what it needs to be greeted and to look at a first document, and what it reads later.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build as bundle, type Metafile } from 'esbuild';

const entry = 'server/src/lsp/node.ts';
/** What runs before a first document was looked at: read at the start, with all that they import. */
const first = [entry, 'server/src/lsp/start.ts'];

/** The file to run, in the folder of the bundle. */
export const serverFile = 'node.mjs';

export interface ServerBundle {
  /** By their names in the folder. */
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  /** How much of it is read at the start, in bytes. */
  readonly atStart: number;
  readonly warnings: number;
  /** What it was made of, from the root. */
  readonly inputs: readonly string[];
}

/** Parts are read where they are asked for, which takes modules; packages that are none find those of Node through `require`. */
const options: BuildOptions = {
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  // Text that is all ASCII is half as long in memory, and quicker to compile.
  charset: 'ascii',
  chunkNames: '[name]-[hash]',
  entryPoints: [entry],
  format: 'esm',
  metafile: true,
  outExtension: { '.js': '.mjs' },
  splitting: true,
};

/** Replaces what is in the folder. `common` is what all bundles have in common. */
export async function bundleServer(folder: string, common: BuildOptions): Promise<ServerBundle> {
  await rm(folder, { recursive: true, force: true });
  const { metafile, warnings } = await bundle({ ...common, ...options, metafile: true, outdir: folder });
  const scripts = Object.entries(metafile.outputs).filter(([file]) => file.endsWith('.mjs'));
  const files = scripts.map(([file, { bytes }]) => ({ file: path.basename(file), bytes }));
  return {
    files,
    atStart: bytesAtStart(metafile),
    warnings: warnings.length,
    inputs: [...new Set(scripts.flatMap(([, { inputs }]) => Object.keys(inputs)))],
  };
}

function bytesAtStart({ outputs }: Metafile): number {
  const read = new Set<string>();
  const take = (file: string) => {
    if (read.has(file)) return;
    read.add(file);
    for (const each of outputs[file]?.imports ?? [])
      if (each.kind === 'import-statement' && each.external !== true) take(each.path);
  };
  for (const [file, { entryPoint }] of Object.entries(outputs))
    if (entryPoint !== undefined && first.includes(entryPoint)) take(file);
  return [...read].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
}
