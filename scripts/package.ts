// Packs the extension as dist/writ.vsix: release bundles, grammar, icons and documents, and nothing else.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { build, describeBuild } from './build.ts';
import { at, isProgram, root, vsixFile } from './places.ts';
import { projectNode } from './run.mjs';

/** Builds for release and packs; throws when a bundle that ships has no source, and gives the path of the package. */
export async function packageExtension(): Promise<string> {
  const built = await build({ isForRelease: true });
  if (built.missing.length > 0) throw new Error(`what ships is not complete: ${built.missing.join(', ')}`);
  console.log(describeBuild(built));
  const vsce = at('node_modules', '@vscode', 'vsce', 'vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsixFile];
  execFileSync(projectNode(), [vsce, 'package', ...options], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  console.log(`dist/writ.vsix ${(statSync(vsixFile).size / 1024).toFixed(0)} kB`);
  return vsixFile;
}

if (isProgram(import.meta.url)) await packageExtension();
