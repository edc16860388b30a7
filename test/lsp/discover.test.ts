// Which projects lie in a folder and what belongs to each.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { discoverProjects, holdsPolicies } from '../../server/src/project/discover.ts';
import { type MemoryFile, memoryFiles } from './memory-files.ts';

type Found = Readonly<Record<string, readonly string[]>>;

async function checkProjects(files: Readonly<Record<string, MemoryFile>>, folders: readonly string[], expected: Found) {
  const found = await discoverProjects(memoryFiles(files), folders);
  assert.deepEqual(Object.fromEntries(found.map(({ root, files }) => [root, [...files.keys()]])), expected);
}

/** What a file of the only project of `/p` is read as. */
async function readOne(files: Readonly<Record<string, MemoryFile>>, path: string) {
  const [project] = await discoverProjects(memoryFiles(files), ['/p']);
  return project?.files.get(path);
}

describe('discovering projects', () => {
  it('takes all .writ files below a writ.json, sorted', () =>
    checkProjects(
      { '/p/writ.json': '{}', '/p/b.writ': '', '/p/a/c.writ': '', '/p/a.writ': '', '/p/readme.md': '' },
      ['/p'],
      { '/p': ['a.writ', 'a/c.writ', 'b.writ'] },
    ));

  it('takes a folder without settings for a project of its own', () =>
    checkProjects({ '/p/a.writ': '', '/p/x/b.writ': '' }, ['/p'], { '/p': ['a.writ', 'x/b.writ'] }));

  it('tells nested projects from the one around them', () =>
    checkProjects(
      { '/p/writ.json': '{}', '/p/a.writ': '', '/p/in/writ.json': '{}', '/p/in/b.writ': '', '/p/in/er/c.writ': '' },
      ['/p'],
      { '/p': ['a.writ'], '/p/in': ['b.writ', 'er/c.writ'] },
    ));

  it('finds the project of a folder inside of it, and none that lies beside the folder', () =>
    checkProjects(
      { '/p/writ.json': '{}', '/p/a.writ': '', '/p/in/b.writ': '', '/p/on/writ.json': '{}', '/p/on/c.writ': '' },
      ['/p/in'],
      { '/p': ['a.writ', 'in/b.writ'] },
    ));

  it('keeps workspace folders apart, one inside the other too', () =>
    checkProjects({ '/p/a.writ': '', '/p/in/b.writ': '', '/q/c.writ': '' }, ['/p', '/q', '/p/in'], {
      '/p': ['a.writ'],
      '/p/in': ['b.writ'],
      '/q': ['c.writ'],
    }));

  it('reads a project once that two workspace folders lie in', () =>
    checkProjects({ '/p/writ.json': '{}', '/p/a/a.writ': '', '/p/b/b.writ': '' }, ['/p/a', '/p/b'], {
      '/p': ['a/a.writ', 'b/b.writ'],
    }));

  it('leaves out dot-folders, node_modules and what other programs leave beside files', () =>
    checkProjects(
      {
        '/p/a.writ': '',
        '/p/.git/b.writ': '',
        '/p/x/node_modules/c.writ': '',
        '/p/._a.writ': 'Mac OS X',
        '/p/.#a.writ': { link: '/someone@host.1' },
        '/p/.github/writ.json': '{}',
      },
      ['/p'],
      { '/p': ['a.writ'] },
    ));

  it('gives a folder that the project around it leaves out a project of its own', () =>
    checkProjects(
      { '/p/writ.json': '{ "exclude": ["drafts"] }', '/p/a.writ': '', '/p/drafts/b.writ': '', '/p/.x/c.writ': '' },
      ['/p/drafts', '/p/.x', '/p'],
      { '/p': ['a.writ'], '/p/.x': ['c.writ'], '/p/drafts': ['b.writ'] },
    ));
});

describe('exclude', () => {
  const files = { '/p/a.writ': '', '/p/old/a.writ': '', '/p/x/old/b.writ': '', '/p/x/.c.writ': '' };
  const cases: Readonly<Record<string, readonly string[]>> = {
    'old/**': ['a.writ', 'x/.c.writ', 'x/old/b.writ'],
    old: ['a.writ', 'x/.c.writ', 'x/old/b.writ'],
    './old/': ['a.writ', 'x/.c.writ', 'x/old/b.writ'],
    '**/old': ['a.writ', 'x/.c.writ'],
    '*.writ': ['old/a.writ', 'x/.c.writ', 'x/old/b.writ'],
    '**/*.writ': [],
    'x/*': ['a.writ', 'old/a.writ'],
    '!old': ['a.writ', 'old/a.writ', 'x/.c.writ', 'x/old/b.writ'],
  };
  for (const [glob, left] of Object.entries(cases)) {
    it(`\`${glob}\` leaves ${left.length}`, () =>
      checkProjects({ ...files, '/p/writ.json': JSON.stringify({ exclude: [glob] }) }, ['/p'], { '/p': left }));
  }

  it('does not hide a project that lies in what another excludes', () =>
    checkProjects({ '/p/writ.json': '{ "exclude": ["x"] }', '/p/x/writ.json': '{}', '/p/x/a.writ': '' }, ['/p'], {
      '/p': [],
      '/p/x': ['a.writ'],
    }));

  it('counts as far as broken settings can be read', () =>
    checkProjects({ '/p/writ.json': '{ "exclude": ["x"], "rules": { "no', '/p/x/a.writ': '' }, ['/p'], { '/p': [] }));
});

describe('reading files', () => {
  it('reads UTF-8 with or without a byte order mark', async () => {
    assert.deepEqual(await readOne({ '/p/a.writ': 'group Büro' }, 'a.writ'), { text: 'group Büro' });
    assert.deepEqual(await readOne({ '/p/a.writ': '\ufeffgroup Büro' }, 'a.writ'), { text: 'group Büro' });
  });

  it('refuses other encodings as a whole', async () => {
    const windows = Uint8Array.from('group Büro', (each) => each.charCodeAt(0));
    assert.deepEqual(await readOne({ '/p/a.writ': windows }, 'a.writ'), { unreadable: 'it is not UTF-8' });
    const utf16 = new Uint8Array(Buffer.from('\ufeffgroup', 'utf16le'));
    assert.deepEqual(await readOne({ '/p/a.writ': utf16 }, 'a.writ'), { unreadable: 'it is not UTF-8' });
  });

  it('says of files and folders that they cannot be read', async () => {
    const files: Record<string, MemoryFile> = { '/p/a.writ': { locked: 'file' }, '/p/b': { locked: 'folder' } };
    assert.deepEqual(await readOne(files, 'a.writ'), { unreadable: 'permission denied' });
    assert.deepEqual(await readOne(files, 'b'), { unreadable: 'permission denied' });
    assert.deepEqual(await readOne({ '/p': { locked: 'folder' } }, '.'), { unreadable: 'permission denied' });
  });

  it('takes settings that cannot be read for the mark of a project all the same', async () => {
    const [project] = await discoverProjects(memoryFiles({ '/p/writ.json': { locked: 'file' } }), ['/p/x']);
    assert.deepEqual([project?.root, project?.settings], ['/p', { unreadable: 'permission denied' }]);
  });
});

describe('symbolic links', () => {
  it('are not followed in circles', () =>
    checkProjects({ '/p/a.writ': '', '/p/x/up': { link: '/p' }, '/p/self': { link: '/p/self' } }, ['/p'], {
      '/p': ['a.writ'],
    }));

  it('do not lead out of the project', async () => {
    const files = {
      '/p/a.writ': '',
      '/out/b.writ': '',
      '/p/out': { link: '/out' },
      '/p/b.writ': { link: '/out/b.writ' },
    };
    await checkProjects(files, ['/p'], { '/p': ['a.writ', 'b.writ'] });
    assert.deepEqual(await readOne(files, 'b.writ'), { unreadable: 'it is a link that leads out of the project' });
    const settings = { '/p/writ.json': { link: '/out/writ.json' }, '/out/writ.json': '{ "exclude": ["**"] }' };
    const [project] = await discoverProjects(memoryFiles({ ...settings, '/p/a.writ': '' }), ['/p']);
    assert.deepEqual(project?.settings, { unreadable: 'it is a link that leads out of the project' });
  });

  it('say where they lead nowhere', async () =>
    assert.deepEqual(await readOne({ '/p/a.writ': { link: '/p/gone.writ' } }, 'a.writ'), {
      unreadable: 'it is a link that leads nowhere',
    }));

  it('bring nothing twice, and what is left out otherwise once', () =>
    checkProjects(
      {
        '/p/a.writ': '',
        '/p/again.writ': { link: '/p/a.writ' },
        '/p/x/b.writ': '',
        '/p/y': { link: '/p/x' },
        '/p/node_modules/shared/c.writ': '',
        '/p/shared': { link: '/p/node_modules/shared' },
        '/p/in/writ.json': '{}',
        '/p/in/d.writ': '',
        '/p/into': { link: '/p/in' },
      },
      ['/p'],
      { '/p': ['a.writ', 'shared/c.writ', 'x/b.writ'], '/p/in': ['d.writ'] },
    ));

  it('may lead to the folder itself', () =>
    checkProjects({ '/real/a.writ': '', '/real/b.writ': { link: '/real/a.writ' }, '/p': { link: '/real' } }, ['/p'], {
      '/p': ['a.writ'],
    }));
});

describe('holdsPolicies', () => {
  it('looks for files that may belong to a project', async () => {
    const files = memoryFiles({ '/p/a/b/c.writ': '', '/q/x.md': '', '/q/.x/c.writ': '', '/r/s/writ.json': '{}' });
    assert.equal(await holdsPolicies(files, '/p'), true);
    assert.equal(await holdsPolicies(files, '/q'), false);
    assert.equal(await holdsPolicies(files, '/r'), true);
    assert.equal(await holdsPolicies(files, '/none'), false);
  });
});
