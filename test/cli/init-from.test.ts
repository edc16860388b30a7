// `writ init --from`: a new project of what another system exports, which then checks.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { orchard } from '../exchange/terraform/organization.ts';
import { runInFolder } from './folder-run.ts';
import { type Files, writ } from './memory-host.ts';

const erin = { id: 'u1', userName: 'erin', emails: [{ value: 'erin@acme.com', primary: true }] };
const people = JSON.stringify([erin, { displayName: 'Agents', members: [{ value: 'u1' }] }]);

const run = (args: readonly string[], files: Files) => runInFolder(['init', ...args], files);

describe('writ init --from', () => {
  it('makes a project of users and groups, and says what to do next', async () => {
    const { status, out, err, disk, textOf } = await run(['acme', '--from', 'people.json'], { 'people.json': people });
    assert.equal(
      out,
      `acme/writ.json
acme/organization.writ
acme/users.writ
acme/groups.writ
4 files made in acme

Next: put the domains of the organization into \`acme/organization.writ\`, and see what it comes to with
  writ check acme
`,
    );
    assert.match(err, /^imported: users 1, /);
    assert.equal(status, 0);
    assert.equal(await textOf('acme/organization.writ'), 'organization acme {}\n');
    assert.equal((await writ(['check', 'acme'], {}, { disk })).status, 0);
    assert.equal((await writ(['fmt', '--check', 'acme'], {}, { disk })).status, 0);
  });

  it('makes one of an export of Terraform, whose organization gets its name', async () => {
    const { status, err, disk, textOf } = await run(['acme', '--name', 'Tall "Grass"', '--from', 'a.TF', 'more'], {
      'a.TF': orchard,
      'more/b.tf.json': '{}',
    });
    assert.equal(status, 1);
    assert.match(err, /^a\.TF:\d+: lost: /m);
    assert.match(await textOf('acme/organization.writ'), /^organization "Tall \\"Grass\\"" \{\}\n\nuser /);
    assert.equal((await writ(['fmt', '--check', 'acme'], {}, { disk })).status, 0);
    const checked = await writ(['check', 'acme'], {}, { disk });
    assert.doesNotMatch(checked.out, /duplicate|syntax/);
  });

  it('makes a directory of a file that lies in the new project, and of no other', async () => {
    const within = await run(['--from', 'data/people.json', '--as', 'directory'], { 'data/people.json': people });
    assert.equal(within.status, 0);
    assert.equal(await within.textOf('directory.writ'), 'directory "data/people.json"\n');
    assert.equal((await writ(['check'], {}, { disk: within.disk })).status, 0);
    // The new project is one of its own, and what lies in the one around it lies outside.
    const files = { 'people.json': people, 'writ.json': '{}' };
    const outside = await run(['acme', '--from', 'people.json', '--as', 'directory'], files);
    assert.equal(outside.status, 2);
    assert.match(outside.err, /lost: the file lies outside of the project/);
    assert.match(await outside.textOf('acme/writ.json'), /no such file/);
  });

  it('refuses what tells no format, or two, and makes nothing', async () => {
    const files = { 'a.tf': orchard, 'b.json': people, 'c.txt': people, 'empty/x': '' };
    for (const [names, said] of [
      [['c.txt'], /^writ: the name of `c\.txt` tells no format that can be imported$/m],
      [['b.json', 'a.tf'], /^writ: `b\.json` and `a\.tf` are of two formats: begin with one, and import the other$/m],
      [['empty'], /holds no file that ends with/],
      [['none.json'], /`none\.json` cannot be read/],
      [['a.tf', '--as', 'directory'], /not imported `--as directory`/],
      [['b.json', '--template', 'minimal'], /cannot be used with/],
    ] as const) {
      const { status, out, err, textOf } = await run(['acme', '--from', ...names], files);
      assert.deepEqual([status, out], [2, ''], err);
      assert.match(err, said);
      assert.match(await textOf('acme/writ.json'), /no such file/);
    }
    const { status, err } = await run(['--as', 'directory'], files);
    assert.equal(status, 2);
    assert.match(err, /`--as` needs `--from`/);
  });

  it('leaves a folder alone that has a project', async () => {
    const { status, err, textOf } = await run(['acme', '--from', 'b.json'], { 'b.json': people, 'acme/own.writ': 'x' });
    assert.equal(status, 2);
    assert.equal(err, 'writ: no project is made in `acme`: `own.writ` is there already\n');
    assert.match(await textOf('acme/users.writ'), /no such file/);
  });
});
