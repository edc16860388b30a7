// The licences of the packages that ship inside of the bundles, as one document.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.ts';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json has it, an SPDX expression. */
  readonly license: string;
  /** The text that it ships with. */
  readonly text: string;
}

/** What may ship with the extension, which is under the MIT licence itself. */
const taken: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'BlueOak-1.0.0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
]);

/** Takes the files that bundles were made of, from the root; throws where a package has no licence that can be taken. */
export function packagesOf(inputs: Iterable<string>): readonly ShippedPackage[] {
  const folders = new Set<string>();
  for (const input of inputs) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input.replaceAll('\\', '/')) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  const all = [...folders].map(packageIn);
  const known = new Map(all.map((each) => [`${each.name} ${each.version}`, each]));
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function packageIn(folder: string): ShippedPackage {
  const at = path.join(root, folder);
  const { name, version, license }: Omit<ShippedPackage, 'text'> = JSON.parse(
    readFileSync(path.join(at, 'package.json'), 'utf8'),
  );
  const file = readdirSync(at).find((each) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(each));
  if (!taken.has(license)) throw new Error(`${name} is under ${license}, which nobody has looked at`);
  if (file === undefined) throw new Error(`${name} ships without the text of its licence`);
  return { name, version, license, text: readFileSync(path.join(at, file), 'utf8').replaceAll('\r\n', '\n').trim() };
}

export function noticesText(packages: readonly ShippedPackage[]): string {
  const parts = packages.map(
    ({ name, version, license, text }) => `## ${name} ${version} (${license})\n\n${indented(text)}\n`,
  );
  return `# Third-party notices\n\nWrit is under the MIT licence. Its bundles contain parts of these packages.\n\n${parts.join('\n')}`;
}

/** As Markdown shows it letter by letter. */
function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `    ${line.trimEnd()}`))
    .join('\n');
}
