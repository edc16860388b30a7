// Packs the command line for npm: one bundle without packages to install, its schemas, a README and the licences.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleEntry, cliEntry, noticesFile, writeSchemas } from './build.ts';
import { manPage, programShape } from './man-page.ts';
import { noticesText, packagesOf } from './notices.ts';
import { at } from './places.ts';
import { writeRulePages } from './rule-pages.ts';
import { npm } from './run.mjs';

/** Larger than this, something that should not ship does. */
export const tarballLimit: number = 1024 * 1024;

const manFile = ['man', 'writ.1'] as const;

/** What starts, in words that every Node since the first understands: an old one could not even read the bundle. */
const launcher = `#!/usr/bin/env node
'use strict';
var oldest = 20;
if (parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write('writ: this is Node ' + process.versions.node + ', and Node ' + oldest + ' or newer is needed\\n');
  process.exitCode = 2;
} else {
  require('./${cliEntry.output}');
}
`;

/** Builds for release and packs into a folder that is there; gives the path of the tarball. */
export async function packageCommandLine(folder: string): Promise<string> {
  const stage = mkdtempSync(path.join(tmpdir(), 'writ-package-'));
  try {
    const { version } = await fill(stage);
    npm(stage, ['pack', '--ignore-scripts', '--pack-destination', folder]);
    const tarball = path.join(folder, `writ-${version}.tgz`);
    const { size } = statSync(tarball);
    console.log(`${path.basename(tarball)} ${(size / 1024).toFixed(0)} kB`);
    if (size > tarballLimit) throw new Error(`${tarball} is larger than ${tarballLimit} bytes`);
    return tarball;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

type Manifest = Readonly<Record<string, unknown>> & { readonly version: string };

async function fill(stage: string): Promise<Manifest> {
  const dist = path.join(stage, 'dist');
  mkdirSync(dist);
  await writeRulePages();
  const { inputs } = await bundleEntry(cliEntry, dist, true);
  writeFileSync(path.join(dist, 'writ.cjs'), launcher, { mode: 0o755 });
  await writeSchemas(dist);
  mkdirSync(path.join(stage, 'man'));
  writeFileSync(path.join(stage, ...manFile), manPage(programShape()));
  writeFileSync(path.join(stage, noticesFile), noticesText(packagesOf(inputs)));
  copyFileSync(at('LICENSE'), path.join(stage, 'LICENSE'));
  copyFileSync(at('docs', 'npm.md'), path.join(stage, 'README.md'));
  const manifest = manifestOf();
  writeFileSync(path.join(stage, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return manifest;
}

/** Of the extension's, what is the command line's too. */
function manifestOf(): Manifest {
  const { name, version, license, engines } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  return {
    name,
    version,
    description:
      'Access as code for an Elementum organization: checks who may do what, and answers questions about it.',
    license,
    keywords: ['access', 'policy', 'permissions', 'elementum', 'cli', 'language-server'],
    bin: { writ: 'dist/writ.cjs' },
    man: `./${manFile.join('/')}`,
    engines: { node: engines.node },
  };
}
