// URIs to paths and back, as clients of all platforms write them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { baseName, driveOf, pathOfUri, uriOfPath } from '../../server/src/lsp/paths.ts';
import { parentPath, relativeTo } from '../../server/src/project/file-system.ts';

const paths: Readonly<Record<string, string | undefined>> = {
  'file:///desk/a.writ': '/desk/a.writ',
  'file:///desk/': '/desk',
  'file:///': '/',
  'file:///Caf%C3%A9/%5Bx%5D%20%23%3F%25.writ': '/Café/[x] #?%.writ',
  'file:///c%3A/Desk/a.writ': 'c:/Desk/a.writ',
  'file:///C:/Desk/a.writ': 'c:/Desk/a.writ',
  'file:///C:/': 'c:/',
  'file://server/share/a.writ': '//server/share/a.writ',
  'memfs:/desk/a%20b.writ': 'memfs:/desk/a b.writ',
  'memfs:/': 'memfs:/',
  'vscode-vfs://github/acme/desk/': 'vscode-vfs@github:/acme/desk',
  'vscode-remote://wsl%2Bubuntu/home/a.writ': 'vscode-remote@wsl+ubuntu:/home/a.writ',
  'vscode-remote://127.0.0.1:3000/ws': 'vscode-remote@127.0.0.1:3000:/ws',
  'vscode-notebook-cell:/desk/a.ipynb#W0': undefined,
  'untitled:Untitled-1': undefined,
  'git:/desk/a.writ?ref': undefined,
  'no uri at all': undefined,
  '': undefined,
  '%': undefined,
};

describe('paths', () => {
  for (const [uri, path] of Object.entries(paths)) {
    it(`of \`${uri}\``, () => assert.equal(pathOfUri(uri), path));
    if (path !== undefined) it(`\`${path}\` and back`, () => assert.equal(pathOfUri(uriOfPath(path)), path));
  }

  it('are written as VS Code writes them', () => {
    assert.equal(uriOfPath('c:/Desk/a b.writ'), 'file:///c%3A/Desk/a%20b.writ');
    assert.equal(uriOfPath('/desk/a.writ'), 'file:///desk/a.writ');
    assert.equal(uriOfPath('vscode-remote@wsl+ubuntu:/a.writ'), 'vscode-remote://wsl%2Bubuntu/a.writ');
  });

  it('tell what is on no disk of the machine', () => {
    const drives = ['/desk', 'c:/desk', '//server/share', 'memfs:/desk', 'vscode-remote@127.0.0.1:3000:/ws'].map(
      driveOf,
    );
    assert.deepEqual(drives, [undefined, undefined, undefined, 'memfs', 'vscode-remote@127.0.0.1:3000']);
  });

  it('have a last part', () => {
    assert.equal(baseName('file:///desk/a%20b.writ'), 'a b.writ');
    assert.equal(baseName('untitled:Untitled-1'), 'Untitled-1');
  });

  it('have parents up to the top', () => {
    assert.deepEqual(['/a/b', '/a', '/', 'c:/a', 'c:/'].map(parentPath), ['/a', '/', undefined, 'c:/', undefined]);
    assert.deepEqual(['vfs@hub:/a/b', 'vfs@hub:/a', 'vfs@hub:/'].map(parentPath), [
      'vfs@hub:/a',
      'vfs@hub:/',
      undefined,
    ]);
    assert.deepEqual(
      [relativeTo('/a', '/a/b'), relativeTo('/a', '/a'), relativeTo('/a', '/ab'), relativeTo('/', '/a')],
      ['b', '', undefined, 'a'],
    );
  });
});
