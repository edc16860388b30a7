// `writ export`: one document or files of a folder, and with which status it ends.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Disk } from '../../server/src/cli/disk.ts';
import { type Files, memoryDisk, writ } from './memory-host.ts';

const desk: Files = {
  'writ.json': '{}',
  'desk.writ': `user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open")
  role Agent { description "Works the queue"  members alice  grants READ_RECORDS }
  policy "Open ones" { to alice  when Status is "Open" }
}
expect alice cannot READ_RECORDS in organization
`,
};

function diskWith(files: Files): Disk {
  return memoryDisk(Object.fromEntries(Object.entries(files).map(([name, entry]) => [`/project/${name}`, entry])));
}

async function textOf(disk: Disk, file: string): Promise<string> {
  const read = await disk.read(file);
  return 'bytes' in read ? new TextDecoder().decode(read.bytes) : read.failure;
}

async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  const listed = await disk.list(folder);
  return 'entries' in listed ? listed.entries.map(({ name }) => name).sort() : [listed.failure];
}

const names = ['entities.json', 'policies.cedar', 'report.md', 'schema.cedarschema'];

describe('export', () => {
  it('prints one document of Markdown, the report first', async () => {
    const { status, out: printed, err } = await writ(['export', 'cedar'], desk);
    assert.deepEqual([status, err], [0, '']);
    const headings = [...printed.matchAll(/^#{1,2} (.*)$/gm)].map(([, heading]) => heading);
    const files = ['schema.cedarschema', 'policies.cedar', 'entities.json'];
    assert.deepEqual(headings, ['Cedar export', 'What a request says', 'Not exported', ...files]);
    assert.match(printed, /\n```cedar\n\/\/ records of app "Desk": /);
    assert.match(printed, /\n```\n$/);
  });

  it('prints it file by file, and never holds all of it at once', async () => {
    const pieces: string[] = [];
    const { out } = await writ(['export', 'cedar'], desk, { onOutput: (text) => pieces.push(text) });
    assert.equal(pieces.join(''), out);
    for (const name of names.filter((each) => !each.endsWith('.md')))
      assert.equal(
        pieces.filter((piece) => piece.includes(`## ${name}\n`) && !piece.includes('permit')).length,
        1,
        name,
      );
    assert.ok(pieces.every((piece) => names.filter((name) => piece.includes(`## ${name}\n`)).length < 2));
  });

  it('divides policies by empty lines, each with a line that says what it is about', async () => {
    const disk = diskWith({
      ...desk,
      'more.writ': `role "Any\\nresource" { description "x"  members alice  grants READ_ROLES }
app "In\\n\\n  resource" { role Own { description "x"  members alice  grants CREATE_RECORDS READ_RECORDS } service account Bot { purpose "x" } }
`,
    });
    await writ(['export', 'cedar', '--out', 'out'], {}, { disk });
    const statements = (await textOf(disk, '/project/out/policies.cedar')).split('\n\n');
    const scopes = statements.map((each) => /^ {2}resource(?: (is|in|==) Writ::.+)?$/m.exec(each)?.slice(0, 2));
    assert.ok(!scopes.includes(undefined), statements.join('\n----\n'));
    assert.deepEqual([...new Set(scopes.map((each) => each?.[1] ?? 'any'))].sort(), ['any', 'in', 'is']);
    for (const each of statements) assert.match(each, /^\/\/ .*\n@id\(".*"\)\npermit \(\n {2}principal/);
  });

  it('keeps names out of the fences of its document', async () => {
    const { out: printed } = await writ(['export', 'cedar'], {
      'a.writ': 'user "```" "a@acme.com"\nrole R { members "```" grants READ_ROLES }\n',
    });
    assert.match(printed, /\n````json\n\[\n/);
  });

  it('writes its files into a folder, and nothing else', async () => {
    const disk = diskWith(desk);
    const { status, out: printed, err } = await writ(['export', 'cedar', '--out', 'new/deep'], {}, { disk });
    assert.deepEqual([status, printed, err], [0, '', '']);
    assert.deepEqual(await namesIn(disk, '/project/new/deep'), names);
    const whole = (await writ(['export', 'cedar'], desk)).out;
    for (const name of names) assert.ok(whole.includes(await textOf(disk, `/project/new/deep/${name}`)), name);
  });

  it('replaces what it wrote before and leaves other files alone', async () => {
    const disk = diskWith({ ...desk, 'again/policies.cedar': 'old', 'again/other.txt': 'mine' });
    await writ(['export', 'cedar', '--out', 'again'], {}, { disk });
    assert.deepEqual(await namesIn(disk, '/project/again'), [...names, 'other.txt'].sort());
    assert.match(await textOf(disk, '/project/again/policies.cedar'), /^\/\/ records of/);
    assert.equal(await textOf(disk, '/project/again/other.txt'), 'mine');
  });

  it('has status 2 where the folder cannot be written', async () => {
    const disk = { ...diskWith(desk), write: async () => ({ failure: 'the disk is full', missing: false }) };
    const { status, err } = await writ(['export', 'cedar', '--out', 'x'], {}, { disk });
    assert.deepEqual([status, err], [2, 'writ: `x` cannot be written: the disk is full\n']);
    const empty = await writ(['export', 'cedar', '--out', ''], desk);
    assert.deepEqual([empty.status, empty.out], [2, '']);
  });

  it('has status 1 where something is broken, suppressed or not, and names it in the report', async () => {
    const broken: Files = {
      ...desk,
      'more.writ': `// writ-ignore unknown-permission: later
role Other { members alice, nobody-there  grants READ_ROLE }
role Half {
`,
    };
    const { status, out: printed, err } = await writ(['export', 'cedar'], broken);
    assert.equal(status, 1);
    assert.match(err, /^writ: exported without what is broken: more\.writ:2:\d+ unknown-\w+: .*, and \d+ more\n$/);
    const [, list = ''] = /## Broken\n\n.*\n\n([\s\S]*?)\n\n## /.exec(printed) ?? [];
    const rules = [...list.matchAll(/^- `more\.writ:\d+:\d+` ([a-z-]+): /gm)].map(([, rule]) => rule);
    assert.deepEqual([...new Set(rules)].sort(), ['syntax', 'unknown-permission', 'unknown-principal']);
    assert.doesNotMatch(printed, /READ_ROLE"\]/);
  });

  it('is well where only an expectation does not hold: no part of the export rests on it', async () => {
    const failing = { ...desk, 'more.writ': 'expect alice can ADMIN in organization\n' };
    assert.equal((await writ(['export', 'cedar'], failing)).status, 0);
  });

  it('tells of policies that the format cannot say', async () => {
    const { status, err } = await writ(['export', 'cedar'], {
      'a.writ': `user a "a@acme.com"
app Desk { field D: date  policy "P\\u001b" { to a when D in the last 2000 years } }
`,
    });
    assert.equal(status, 0);
    assert.match(err, /^writ: not exported: 1 policy \(`Desk: P\\u001b`\): it reaches 2000 years away/);
  });

  it('has status 2 where something of the project could not be read', async () => {
    const { status, out: printed, err } = await writ(['export', 'cedar'], { ...desk, 'x.writ': { denied: true } });
    assert.equal(status, 2);
    assert.match(printed, /role "Agent"/);
    assert.match(err, /^writ: `x\.writ` cannot be read: permission denied$/m);
    assert.equal((await writ(['export', 'cedar', '--project', 'nowhere'], desk)).status, 2);
  });

  it('knows its formats', async () => {
    const { status, err } = await writ(['export', 'casbin'], desk);
    assert.equal(status, 2);
    assert.match(err, /cedar/);
    assert.equal((await writ(['export'], desk)).status, 2);
  });

  it('writes Terraform and a checklist, and says what is left to do', async () => {
    const disk = diskWith(desk);
    const run = () => writ(['export', 'terraform', '--out', 'tf'], {}, { disk });
    const { status, out: printed, err } = await run();
    assert.deepEqual([status, printed], [0, '']);
    const files = ['checklist.md', 'writ-people.tf.json', 'writ-provider.tf.json', 'writ_desk.tf.json'];
    assert.deepEqual(await namesIn(disk, '/project/tf'), files);
    const [first = '', ...more] = err.trimEnd().split('\n');
    assert.match(
      first,
      /^writ: not exported: desk\.writ:5:10 policy `Desk\.Open ones`: the ids of its options are known/,
    );
    assert.match(more.at(-1) ?? '', /^writ: not exported: \d+ steps by hand, in `checklist\.md`$/);
    const bytes = new TextEncoder().encode('user alice "alice@acme.com"\n');
    await disk.write('/project', [{ path: '/project/desk.writ', bytes }]);
    const left = await run();
    assert.equal(left.status, 1);
    assert.match(
      left.err,
      /^writ: `tf\/writ_desk\.tf\.json` is of an export before, and is still deployed: delete it$/m,
    );
    assert.doesNotMatch(left.err, /writ-provider|checklist/);
  });

  it('puts Terraform beside an export of the vendor’s tool, which it reads', async () => {
    const vendors = {
      'ei/app.tf': `resource "elementum_app" "my_desk" {
  name           = "Desk"
  status_options = [{ label = "Open" }]
}
provider "elementum" {
  client_secret = "s3cret"
}
resource "elementum_role" "old" {
  object_id = elementum_app.my_desk.id
  name      = "Agent"
}
`,
    };
    const { status, out: printed } = await writ(['export', 'terraform', '--beside', 'ei'], { ...desk, ...vendors });
    assert.equal(status, 0);
    assert.match(printed, /"value": "\$\{elementum_app\.my_desk\.status_option_ids_by_label\[\\"Open\\"\]\}"/);
    assert.match(
      printed,
      /- \[ \] Remove from `ei\/app\.tf` the roles and policies, .*: `elementum_role\.old` \(line 8\)\n/,
    );
    assert.doesNotMatch(printed, /s3cret|required_providers/);
  });

  it('has status 2 where what it is put beside cannot be read, or nothing can stand beside', async () => {
    const none = await writ(['export', 'terraform', '--beside', 'nowhere'], desk);
    assert.deepEqual([none.status, none.out], [2, '']);
    assert.match(none.err, /^writ: `nowhere` cannot be read/);
    const cedar = await writ(['export', 'cedar', '--beside', '.'], desk);
    assert.deepEqual([cedar.status, cedar.out], [2, '']);
    assert.match(cedar.err, /^writ: `cedar` stands beside nothing: leave out --beside\n$/);
  });

  it('takes a project, and the day changes nothing', async () => {
    const inside = { ...desk, 'inner/writ.json': '{}', 'inner/a.writ': 'role Zoo { grants READ_ROLES }\n' };
    assert.match((await writ(['export', 'cedar', '--project', 'inner'], inside)).out, /role "Zoo"/);
    const today = await writ(['export', 'cedar'], desk);
    assert.deepEqual(await writ(['export', 'cedar', '--as-of', '2030-01-01'], desk), today);
  });
});
