// `writ import terraform` from the command to the files: a folder in, a project out, and nothing secret anywhere.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { orchard } from '../exchange/terraform/organization.ts';
import { memoryDisk, writ } from './memory-host.ts';

const provider = 'provider "elementum" {\n  client_secret = "c4n4ry"\n}\n';

describe('writ import terraform', () => {
  it('reads the files of a folder, and writes one for each object', async () => {
    const disk = memoryDisk({
      '/project/export/app-greenhouse.tf': orchard,
      '/project/export/providers.tf': provider,
      '/project/export/notes.md': 'resource "elementum_app" "no" {\n}\n',
    });
    const { status, out, err } = await writ(['import', 'terraform', 'export', '--out', 'access'], {}, { disk });
    assert.deepEqual([status, out], [1, '']);
    assert.match(err, /^imported: users 2, .* apps 2, elements 1, /m);
    assert.match(err, /^export\/app-greenhouse\.tf:\d+: lost: the field `Yield`/m);
    for (const name of ['writ.json', 'organization.writ', 'greenhouse.writ', 'plants.writ', 'approvals.writ'])
      assert.ok('bytes' in (await disk.read(`/project/access/${name}`)), name);
    const checked = await writ(['check', 'access'], {}, { disk });
    const errors = checked.out.split('\n').filter((line) => line.includes(': error:'));
    assert.equal(errors.length, 2, checked.out);
    for (const line of errors) assert.match(line, /needs `built by`/);
    assert.doesNotMatch(out + err + checked.out, /c4n4ry/);
  });

  it('prints one document where no folder is named, without what is secret', async () => {
    const { out, err } = await writ(['import', 'terraform', 'a.tf', 'b.tf'], {
      'a.tf': orchard,
      'b.tf': `${provider}"c4n4ry`,
    });
    assert.match(out, /^## greenhouse\.writ$/m);
    assert.match(err, /^b\.tf:4: lost: a block could not be read/m);
    assert.doesNotMatch(out + err, /c4n4ry/);
  });

  it('ends with 2 where there is nothing to import', async () => {
    const { status, out } = await writ(['import', 'terraform', 'a.tf'], { 'a.tf': provider });
    assert.deepEqual([status, out], [2, '']);
  });
});
