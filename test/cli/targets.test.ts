// Which projects a command line means, and what of each.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { CheckResult } from '../../server/src/cli/check-result.ts';
import { type Files, type Machine, writ } from './memory-host.ts';

/** Each project as `root files: file file`, the files being those with findings; every file below has one error. */
async function projects(argv: readonly string[], files: Files, machine: Machine = {}): Promise<string[]> {
  const { out, err } = await writ(['check', '--format', 'json', ...argv], files, machine);
  if (out === '') return [err.trim()];
  const result: CheckResult = JSON.parse(out);
  return result.projects.map(({ root, files: count, findings = [] }) => {
    const named = new Set(findings.map(({ file }) => file));
    return `${root} ${count}: ${[...named].join(' ')}`;
  });
}

const error = 'group A { members nobody }\n';

async function checkProjects(expected: readonly string[], argv: readonly string[], files: Files, machine?: Machine) {
  assert.deepEqual(await projects(argv, files, machine), expected, argv.join(' '));
}

const nested: Files = {
  'writ.json': '{ "exclude": ["drafts", "*.old.writ"] }',
  'a.writ': error,
  'sub/b.writ': error,
  'sub/deep/c.writ': error,
  'sub/inner/writ.json': '{}',
  'sub/inner/d.writ': error,
  'other/writ.json': '{}',
  'other/e.writ': error,
  'drafts/f.writ': error,
  'a.old.writ': error,
  '.hidden/g.writ': error,
  'node_modules/p/h.writ': error,
  '/elsewhere/writ.json': '{}',
  '/elsewhere/i.writ': error,
  '/elsewhere/below/j.writ': error,
};

const all = ['. 3: a.writ sub/b.writ sub/deep/c.writ', 'other 1: e.writ', 'sub/inner 1: d.writ'];

describe('without a PATH', () => {
  it('the project of the working folder counts, and those below it', () => checkProjects(all, [], nested));

  it('the working folder may lie deep in the project', async () => {
    const machine = { cwd: '/project/sub/deep' };
    const seen = ['../.. 3: a.writ sub/b.writ sub/deep/c.writ', '../../other 1: e.writ', '../inner 1: d.writ'];
    await checkProjects(seen, [], nested, machine);
  });

  it('--project names another', async () => {
    await checkProjects(['other 1: e.writ'], ['--project', 'other'], nested);
    await checkProjects(['../elsewhere 2: below/j.writ i.writ'], ['--project', '../elsewhere'], nested);
    await checkProjects(all, ['--project', '/project/sub/deep'], nested);
  });

  it('a folder below no writ.json is a project by itself', async () => {
    await checkProjects(['. 2: a.writ sub/b.writ'], [], { 'a.writ': error, 'sub/b.writ': error });
    const onlyBelow = { 'x/writ.json': '{}', 'x/a.writ': error, 'y/writ.json': '{}', 'y/b.writ': error };
    await checkProjects(['x 1: a.writ', 'y 1: b.writ'], [], onlyBelow);
  });
});

describe('a PATH', () => {
  it('counts in the project that it belongs to', async () => {
    await checkProjects(['. 1: sub/b.writ'], ['sub/b.writ'], nested);
    await checkProjects(['. 1: sub/deep/c.writ'], ['sub/deep'], nested);
    await checkProjects(['. 2: sub/b.writ sub/deep/c.writ', 'sub/inner 1: d.writ'], ['sub'], nested);
    await checkProjects(['sub/inner 1: d.writ'], ['sub/inner/d.writ'], nested);
  });

  it('may lie anywhere', async () => {
    await checkProjects(['../project 1: a.writ'], ['/project/a.writ'], nested, { cwd: '/elsewhere' });
    await checkProjects(['../elsewhere 1: below/j.writ'], ['/elsewhere/below'], nested);
    await checkProjects(['../elsewhere 1: i.writ'], ['../elsewhere/i.writ', '--project', '.'], nested);
  });

  it('may come with others', async () => {
    await checkProjects(['. 1: a.writ', 'other 1: e.writ'], ['a.writ', 'other'], nested);
    await checkProjects(['. 2: a.writ sub/b.writ'], ['sub/b.writ', 'a.writ', './a.writ'], nested);
    await checkProjects(all, ['.', 'sub/b.writ'], nested);
  });

  it('that its project leaves out is a project by itself', async () => {
    await checkProjects(['drafts 1: f.writ'], ['drafts'], nested);
    await checkProjects(['drafts 1: f.writ'], ['drafts/f.writ'], nested);
    await checkProjects(['. 1: a.old.writ'], ['a.old.writ'], nested);
    await checkProjects(['.hidden 1: g.writ'], ['.hidden'], nested);
    await checkProjects(['node_modules/p 1: h.writ'], ['node_modules/p/h.writ'], nested);
    await checkProjects([...all.slice(0, 1), 'drafts 1: f.writ', ...all.slice(1)], ['.', 'drafts'], nested);
  });

  it('below no writ.json is a project by itself', async () => {
    const loose = { 'a.writ': error, 'sub/b.writ': error, 'sub/c.writ': error, '.hidden/d.writ': error };
    await checkProjects(['. 1: a.writ'], ['a.writ'], loose);
    await checkProjects(['sub 2: b.writ c.writ'], ['sub'], loose);
    await checkProjects(['sub 2: b.writ c.writ'], ['sub/c.writ', 'sub/b.writ'], loose);
    await checkProjects(['. 3: a.writ sub/b.writ sub/c.writ'], ['.', 'sub'], loose);
    await checkProjects(['. 1: sub/b.writ'], ['sub/b.writ', '--project', '.'], loose);
    await checkProjects(['. 3: a.writ sub/b.writ sub/c.writ', '.hidden 1: d.writ'], ['.', '.hidden'], loose);
    await checkProjects(['.hidden 1: d.writ'], ['.hidden', '--project', '.'], loose);
  });

  it('may be the settings or a directory file', async () => {
    const files = { 'writ.json': '{ "nothing": 1 }', 'a.writ': 'directory "p.json"\n', 'p.json': '[]', 'q.json': '[]' };
    await checkProjects(['. 0: writ.json'], ['writ.json'], files);
    await checkProjects(['. 0: '], ['p.json'], files);
    assert.equal((await writ(['check', 'q.json'], files)).status, 2);
  });

  it('is read through links', async () => {
    const files: Files = {
      ...nested,
      'link.writ': { link: '/elsewhere/i.writ' },
      here: { link: 'sub/deep' },
      loop: { link: '.' },
    };
    await checkProjects(['../elsewhere 1: i.writ'], ['link.writ'], files);
    await checkProjects(['. 1: sub/deep/c.writ'], ['here'], files);
    await checkProjects(['. 1: sub/deep/c.writ'], ['here/c.writ'], files);
    await checkProjects(['. 1: a.writ'], ['loop/loop/a.writ'], files);
    await checkProjects(['../.. 1: sub/deep/c.writ'], ['.'], files, { cwd: '/project/here' });
  });
});

describe('on Windows', () => {
  const windows = { cwd: 'c:/orgs/acme/project', windows: true };
  const files: Files = {
    'c:/orgs/acme/project/writ.json': '{}',
    'c:/orgs/acme/project/sub/a.writ': error.replace('\n', '\r\n'),
    'd:/other/writ.json': '{}',
    'd:/other/b.writ': error,
  };
  it('paths are given with either slash and shown with `/`', async () => {
    await checkProjects(['. 1: sub/a.writ'], [], files, windows);
    await checkProjects(['. 1: sub/a.writ'], ['sub\\a.writ'], files, windows);
    await checkProjects(['. 1: sub/a.writ'], ['C:\\orgs\\acme\\project\\sub\\'], files, windows);
    await checkProjects(['. 1: sub/a.writ'], ['c:/orgs/acme/project/sub/a.writ'], files, windows);
  });
  it('a project on another drive is shown by its whole path', async () => {
    await checkProjects(['d:/other 1: b.writ'], ['D:\\other'], files, windows);
  });
});

describe('what PATH limits', () => {
  it('is the findings, not the model', async () => {
    const files = {
      'writ.json': '{}',
      'people.writ': 'user alice "alice@acme.com"\nuser bob "alice@acme.com"\n',
      'groups.writ': 'managed role Admin { members alice, bob }\n',
    };
    await checkProjects(['. 1: '], ['groups.writ'], files);
    await checkProjects(['. 2: people.writ'], ['.'], files);
  });
});
