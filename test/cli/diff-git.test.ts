// `writ diff` in real git repositories: which states are compared, and what is said where one cannot be read.
import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { gitIn } from '../support/git.ts';
import { emptyFolder, newRepository, problemOf, removeRepositories, repositoryAt, summaryOf } from './repository.ts';

const people = 'user alice "alice@acme.com"\nuser bob "bob@acme.com"\n';
const reader = (...members: string[]) =>
  `${people}app Desk { role Reader { members ${members.join(', ')}  grants CREATE_RECORDS } }\n`;
const gains = '1 gained';
const same = 'nobody may do more or less';

describe('diff of revisions', () => {
  after(removeRepositories);

  it('compares HEAD with the working tree, from anywhere in the project', async () => {
    const repository = newRepository();
    repository.commit({ 'policies/writ.json': '{}', 'policies/a.writ': reader('alice'), 'policies/sub/b.writ': '' });
    assert.equal(await summaryOf(repository.writ(['diff'], 'policies')), same);
    repository.write({ 'policies/a.writ': reader('alice', 'bob') });
    assert.equal(await summaryOf(repository.writ(['diff'], 'policies')), gains);
    assert.equal(await summaryOf(repository.writ(['diff'], 'policies/sub')), gains);
    assert.equal(await summaryOf(repository.writ(['diff', '--project', 'policies'])), gains);
    assert.equal(await summaryOf(repository.writ(['diff', 'HEAD', 'HEAD'], 'policies')), same);
  });

  it('takes branches, tags, commits and folders', async () => {
    const repository = newRepository();
    const first = repository.commit({ 'writ.json': '{}', 'a.writ': reader('alice') });
    repository.git('tag', '-a', 'v1', '-m', 'one');
    repository.git('branch', 'feature/x');
    repository.commit({ 'a.writ': reader('alice', 'bob') });
    for (const revision of ['HEAD~1', 'v1', 'feature/x', first, first.slice(0, 8), 'main^']) {
      assert.equal(await summaryOf(repository.writ(['diff', revision])), gains, revision);
      assert.equal(await summaryOf(repository.writ(['diff', 'main', revision])), '1 lost', revision);
    }
    const other = emptyFolder();
    repository.git('worktree', 'add', '-q', path.join(other, 'before'), 'v1');
    assert.equal(await summaryOf(repository.writ(['diff', `${other}/before`])), gains);
    assert.equal(await summaryOf(repository.writ(['diff', `${other}/before`, 'v1'])), same);
    assert.equal(await summaryOf(repositoryAt(path.join(other, 'before')).writ(['diff', 'main'])), '1 lost');
  });

  it('reads directories and settings of the same revision', async () => {
    const repository = newRepository();
    const scim = (active: boolean) =>
      JSON.stringify([
        {
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
          id: '1',
          userName: 'eve',
          active,
        },
      ]);
    const text = 'directory "people.scim.json"\napp Desk { role Reader { members eve  grants CREATE_RECORDS } }\n';
    repository.commit({ 'a.writ': text, 'people.scim.json': scim(false), 'writ.json': '{ "exclude": ["b.writ"] }' });
    repository.write({ 'people.scim.json': scim(true) });
    assert.equal(await summaryOf(repository.writ(['diff'])), gains);
    repository.write({
      'people.scim.json': scim(false),
      'b.writ': 'user more "more@acme.com"\nrole R { members more grants READ_ROLES }\n',
    });
    assert.equal(await summaryOf(repository.writ(['diff'])), same);
    repository.write({ 'writ.json': '{}' });
    assert.equal(await summaryOf(repository.writ(['diff'])), gains);
  });

  it('knows files that were moved, and projects that begin and end', async () => {
    const repository = newRepository();
    repository.commit({ 'readme.md': '' });
    repository.commit({ 'p/writ.json': '{}', 'p/a.writ': reader('alice') });
    repository.git('mv', 'p/a.writ', 'p/b.writ');
    assert.equal(await summaryOf(repository.writ(['diff'], 'p')), same);
    const { out, err } = await repository.writ(['diff', 'HEAD~1'], 'p');
    assert.match(out, /^1 gained\n/);
    assert.match(
      err,
      /^writ: `HEAD~1 \([0-9a-f]{7}\)` has no `writ\.json` and no `\.writ` file there: nobody may do anything\n$/,
    );
    rmSync(`${repository.folder}/p`, { recursive: true });
    assert.equal(await summaryOf(repository.writ(['diff', 'HEAD', 'HEAD~1', '--project', 'p'])), '1 lost');
    assert.equal(await summaryOf(repository.writ(['diff', '--project', 'p'])), '1 lost');
  });

  it('follows links and submodules as a checkout has them', async () => {
    const inner = newRepository();
    inner.commit({ 'people.writ': people });
    const repository = newRepository();
    repository.commit({
      'writ.json': '{}',
      'lib/roles.writ': 'app Desk { role Reader { members alice  grants CREATE_RECORDS } }',
    });
    symlinkSync('lib/roles.writ', path.join(repository.folder, 'also.writ'));
    repository.git('submodule', 'add', '-q', inner.folder, 'sub');
    repository.commit({});
    assert.equal(await summaryOf(repository.writ(['diff'])), same);
    repository.write({ 'sub/people.writ': people.replace('"alice@acme.com"', '"alice@acme.com" { inactive }') });
    assert.equal(await summaryOf(repository.writ(['diff'])), '1 lost');
    repository.git('submodule', 'deinit', '-q', '-f', 'sub');
    const { status, err } = await repository.writ(['diff']);
    assert.deepEqual([status, err], [0, '']);
    rmSync(`${repository.folder}/sub`, { recursive: true });
    const gone = await repository.writ(['diff']);
    assert.equal(gone.status, 2);
    assert.match(gone.err, /`sub` cannot be read: it is a submodule whose commit is not in this clone/);
  });

  it('reads bare repositories', async () => {
    const repository = newRepository();
    repository.commit({ 'writ.json': '{}', 'a.writ': reader('alice') });
    repository.commit({ 'a.writ': reader('alice', 'bob') });
    const folder = emptyFolder();
    gitIn(folder, 'clone', '-q', '--bare', repository.folder, 'bare.git');
    const bare = repositoryAt(path.join(folder, 'bare.git'));
    assert.equal(await summaryOf(bare.writ(['diff', 'HEAD~1', 'HEAD'])), gains);
    assert.equal(await summaryOf(bare.writ(['diff', 'HEAD~1', 'HEAD'], 'refs')), gains);
    assert.equal(
      await problemOf(bare.writ(['diff'])),
      'writ: a bare repository has no working tree: name two revisions',
    );
  });

  it('says what is no revision, and why', async () => {
    const repository = newRepository();
    repository.write({ 'writ.json': '{}', 'a.writ': reader('alice') });
    assert.equal(
      await problemOf(repository.writ(['diff'])),
      'writ: `HEAD` is no revision: the repository has no commit yet',
    );
    repository.commit({});
    repository.commit({});
    const none = (text: string) => `writ: \`${text}\` is neither a folder nor a revision of the repository`;
    for (const text of [
      'nowhere',
      'HEAD:a.writ',
      'HEAD..main',
      'a b',
      'a\\nb',
      'a.writ',
      '$(touch x)',
      '; touch x',
      '|x',
    ])
      assert.equal(await problemOf(repository.writ(['diff', text])), none(text), text);
    assert.equal(await problemOf(repository.writ(['diff', 'HEAD', 'x\ny'])), none('x\\ny'));
    assert.equal(await problemOf(repository.writ(['diff', ''])), 'writ: an empty OLD or NEW names nothing');
    for (const text of ['--output=x', '-c', '--upload-pack=touch x'])
      assert.equal(
        await problemOf(repository.writ(['diff', '--', text])),
        `writ: \`${text}\` is no revision: it begins with \`-\``,
      );
    assert.ok(!existsSync(`${repository.folder}/x`));
    repository.git('branch', 'both');
    mkdirSync(`${repository.folder}/both`);
    writeFileSync(`${repository.folder}/both/b.writ`, people);
    assert.equal(
      await problemOf(repository.writ(['diff', 'both'])),
      'writ: `both` is a folder and a revision: write `./both` for the folder',
    );
    const shallow = emptyFolder();
    gitIn(shallow, 'clone', '-q', '--depth', '1', `file://${repository.folder}`, 'clone');
    assert.equal(
      await problemOf(repositoryAt(path.join(shallow, 'clone')).writ(['diff', 'HEAD~1'])),
      `${none('HEAD~1')}; the clone is shallow, so it may have to be fetched with more of its history`,
    );
  });

  it('needs a repository for revisions, and git', async () => {
    const folder = repositoryAt(emptyFolder());
    folder.write({ 'a.writ': people });
    const inTemporary = { env: { GIT_CEILING_DIRECTORIES: os.tmpdir() } };
    assert.equal(
      await problemOf(folder.writ(['diff'], '', inTemporary)),
      'writ: `HEAD` is no folder, and as a revision: the project is in no git repository',
    );
    const none = { git: async () => ({ failure: 'git is not installed, or not on the PATH' }) };
    assert.equal(
      await problemOf(folder.writ(['diff', 'main'], '', none)),
      'writ: `main` is no folder, and as a revision: git is not installed, or not on the PATH',
    );
    const inside = newRepository();
    assert.equal(
      await problemOf(inside.writ(['diff'], '.git')),
      'writ: `HEAD` is no folder, and as a revision: the folder is inside of a `.git` folder',
    );
  });

  it('takes what cannot be read for no difference nowhere', async () => {
    const repository = newRepository();
    repository.commit({ 'writ.json': '{}', 'a.writ': new Uint8Array([0x75, 0xff]) });
    repository.write({ 'a.writ': reader('alice') });
    const { status, err } = await repository.writ(['diff']);
    assert.equal(status, 2);
    assert.match(err, /^writ: in `HEAD \([0-9a-f]{7}\)`: `a\.writ` cannot be read: it is not UTF-8\n$/);
    repository.commit({ 'a.writ': people, 'writ.json': '[' });
    assert.equal((await repository.writ(['diff', 'HEAD', 'HEAD'])).status, 2);
    repository.commit({ 'writ.json': '{}', 'a.writ': `${people}directory "people.scim.json"\n` });
    repository.write({ 'people.scim.json': '[]' });
    assert.equal((await repository.writ(['diff'])).status, 1);
  });

  it('runs nothing that the repository names, and asks no network', async () => {
    const repository = newRepository();
    const trap = `touch ${repository.folder}/trapped`;
    repository.commit({ 'writ.json': '{}', 'a.writ': reader('alice'), '.gitattributes': '*.writ diff=x filter=x\n' });
    repository.git('config', 'diff.x.textconv', `${trap}; cat`);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'filter.x.smudge',
      'core.editor',
      'alias.cat-file',
    ])
      repository.git('config', key, key.startsWith('alias') ? `!${trap}` : trap);
    const clones = emptyFolder();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    gitIn(clones, 'clone', '-q', '--filter=blob:none', '--no-checkout', `file://${repository.folder}`, 'partial');
    const partial = repositoryAt(path.join(clones, 'partial'));
    partial.git('config', 'remote.origin.uploadpack', `${trap}; git-upload-pack`);
    partial.write({ 'writ.json': '{}', 'a.writ': reader('alice', 'bob') });
    const { status, err } = await partial.writ(['diff']);
    assert.equal(status, 2);
    assert.match(err, /`a\.writ` cannot be read: (?:its content is not in this clone|git says: could not fetch)/);
    repository.write({ 'a.writ': reader('alice', 'bob') });
    assert.equal(await summaryOf(repository.writ(['diff'])), gains);
    assert.ok(!existsSync(`${repository.folder}/trapped`));
  });

  it('reads more files than git is asked for at once, and whatever their names are', async () => {
    const repository = newRepository();
    const files = Object.fromEntries(
      Array.from({ length: 80 }, (_, i) => [`d${i % 7}/ü "${i}"\t.writ`, `user u${i} "u${i}@acme.com"\n`]),
    );
    repository.commit({ 'writ.json': '{}', ...files });
    assert.equal(await summaryOf(repository.writ(['diff'])), same);
    const { out } = await repository.writ(['diff', '--format', 'json']);
    const { before, after: now } = JSON.parse(out);
    assert.deepEqual([before.files, now.files], [80, 80]);
  });
});
