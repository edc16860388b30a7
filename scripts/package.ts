// Packs the extension as dist/writ.vsix: release bundles, grammar, icons and documents, and nothing else; and the command line.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { build, describeBuild, noticesFile } from './build.ts';
import { packageCommandLine } from './cli-package.ts';
import { at, distFolder, isProgram, root, vsixFile } from './places.ts';
import { projectNode } from './run.mjs';

/** Larger than this, something that should not ship does. */
const LIMIT_BYTES = 2 * 1024 * 1024;
/** The kinds of files that ship: nothing native, nothing that was not bundled. */
const shipped =
  /^(?:LICENSE|[^/]+\.md|package(?:\.nls(?:\.[a-z]+)?)?\.json|l10n\/bundle\.l10n\.[a-z]+\.json|dist\/(?:NOTICES\.md|(?:web\/)?[a-z]+\.cjs|server\/[\w.-]+\.mjs|web\/server\.js|webview\/[a-z]+\.(?:css|js)|[a-z]+\.schema\.json)|(?:images|schemas|syntaxes)\/.+\.(?:json|png|svg))$/;

function vsce(...args: readonly string[]): string {
  const script = at('node_modules', '@vscode', 'vsce', 'vsce');
  return execFileSync(projectNode(), [script, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Builds for release and packs; throws when something is missing or too much, and gives the path of the package. */
export async function packageExtension(): Promise<string> {
  const built = await build({ isForRelease: true });
  if (built.missing.length > 0) throw new Error(`what ships is not complete: ${built.missing.join(', ')}`);
  console.log(describeBuild(built));
  const files = vsce('ls', '--no-dependencies').split('\n');
  const strays = files.filter((file) => file !== '' && !shipped.test(file));
  const absent = [...built.made.map(({ file }) => file), noticesFile]
    .map((file) => `dist/${file}`)
    .filter((file) => !files.includes(file));
  if (absent.length > 0) throw new Error(`these files do not ship: ${absent.join(', ')}`);
  if (strays.length > 0) throw new Error(`these files must not ship: ${strays.join(', ')}`);
  // Links stay as written: the repository has no public address yet that they could be made absolute with.
  vsce('package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsixFile);
  const { size } = statSync(vsixFile);
  console.log(`dist/writ.vsix ${(size / 1024).toFixed(0)} kB`);
  if (size > LIMIT_BYTES) throw new Error(`dist/writ.vsix is larger than ${LIMIT_BYTES} bytes`);
  return vsixFile;
}

if (isProgram(import.meta.url)) {
  await packageExtension();
  await packageCommandLine(distFolder);
}
