// The licences of what ships inside of the bundles: each package is named with its text, and none is unknown.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import packageJson from '../../package.json' with { type: 'json' };
import { noticesText, packagesOf } from '../../scripts/notices.ts';
import { sources } from './sources.ts';

/** The packages that the sources import; what those import comes with the bundles alone. */
const imported = [
  ...new Set(
    sources.flatMap(({ imports }) =>
      imports.flatMap(({ specifier }) => {
        const [name = ''] = /^(?:@[^/]+\/)?[^/.]+/.exec(specifier) ?? [];
        return Object.hasOwn(packageJson.devDependencies, name) ? [name] : [];
      }),
    ),
  ),
];

describe('guard: licences', () => {
  it('every package that a source imports has a licence that may ship', () => {
    assert.ok(imported.length > 5);
    const found = packagesOf(imported.map((name) => `node_modules/${name}/index.js`));
    assert.deepEqual(found.map(({ name }) => name).sort(), imported.sort());
    for (const { name, text } of found) assert.ok(text.length > 200, name);
  });

  it('a package counts once, and what is of the project itself does not', () => {
    const paths = ['node_modules/commander/a.js', 'node_modules/commander/lib/b.js', 'server/src/text/span.ts'];
    assert.deepEqual(
      packagesOf(paths).map(({ name }) => name),
      ['commander'],
    );
  });

  it('other terms stop the build', () => {
    assert.throws(() => packagesOf(['node_modules/@biomejs/biome/index.js']), /which nobody has looked at/);
  });

  it('stand in one document, letter by letter', () => {
    const text = 'MIT License\n\n* <b>as is</b>';
    const all = noticesText([{ name: 'a', version: '1.0.0', license: 'MIT', text }]);
    assert.ok(all.includes('## a 1.0.0 (MIT)\n\n    MIT License\n\n    * <b>as is</b>\n'));
  });
});
