// Lock files name packages by version and checksum only, so that they install from whatever registry a machine reaches.
import { strict as assert } from 'node:assert';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { at, root } from '../../scripts/places.ts';

const lockFiles = globSync('**/package-lock.json', { cwd: root, exclude: (name) => name.endsWith('node_modules') });

type Entry = { readonly version?: string; readonly integrity?: string; readonly resolved?: string };

describe('lock files', () => {
  it('are found', () => {
    assert.ok(lockFiles.length >= 3, lockFiles.join(', '));
  });

  for (const file of lockFiles) {
    it(`${file} has a version and a checksum of every package, and no address`, () => {
      const { packages }: { packages: Record<string, Entry> } = JSON.parse(readFileSync(at(file), 'utf8'));
      const wrong = Object.entries(packages)
        .filter(([name]) => name !== '')
        .filter(([, entry]) => !entry.version || !entry.integrity || entry.resolved !== undefined)
        .map(([name]) => name);
      assert.deepEqual(wrong, []);
    });
  }
});
