// What must not stand in any file: places of one machine, addresses of one registry, and leftovers.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { files, read } from './sources.ts';

const isText =
  /\.(?:ts|mjs|cjs|js|json|md|writ|txt|svg|yml|yaml|tokens|spans|tmLanguage|code-workspace)$|\/\.[a-z]+[^/]*$|^\.[^/]+$|LICENSE$|\.ci\/run$/;
/** Lists them to forbid them. */
const own = new Set(['test/guards/repository.test.ts']);

const all = [...files('**/*'), ...files('.*'), ...files('.ci/*')].filter((name) => isText.test(name) && !own.has(name));

function lines(pattern: RegExp, where: readonly string[] = all): string[] {
  return where.flatMap((name) =>
    read(name)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${name}:${i + 1} ${line.trim().slice(0, 120)}`] : [])),
  );
}

describe('guard: repository', () => {
  it('is looked at', () => {
    for (const name of [
      'package.json',
      'package-lock.json',
      '.gitignore',
      'server/src/syntax/parse.ts',
      'samples/overgrown/claims.writ',
    ])
      assert.ok(all.includes(name), name);
  });

  it('names no folder of a machine', () => {
    assert.deepEqual(lines(/(?<![\w.:/@-])\/(?:work|tmp|root|home|Users|var|opt|mnt)\/\w/), []);
    assert.deepEqual(lines(/\b[A-Z]:\\\\?(?:Users|Windows|Program)/), []);
  });

  it('names no folder beside the repository', () => {
    assert.deepEqual(lines(/\.\.\/shared\b/), []);
  });

  it('names no host that packages come from', () => {
    assert.deepEqual(lines(/registry\.(?:npmjs|yarnpkg|npmmirror)|"resolved":|artifactory|verdaccio|\bnexus\b/i), []);
  });

  it('has text files with LF, without a byte order mark, ending with a line', () => {
    // The catalogue is kept byte for byte as it came.
    const written = all.filter((name) => !/^server\/src\/catalogue\/.*\.json$/.test(name));
    const wrong = written.filter((name) => {
      const text = read(name);
      return text.includes('\r') || text.startsWith('\ufeff') || (text !== '' && !text.endsWith('\n'));
    });
    assert.deepEqual(wrong, []);
  });

  it('has no marks of a merge', () => {
    assert.deepEqual(lines(/^(?:<{7}|>{7}|={7})(?: |$)/), []);
  });
});
