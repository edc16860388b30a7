// The worked example of docs/cedar.md, done as the page says it: what it prints is what the page shows.
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import { at } from '../../scripts/places.ts';
import { ensureInstalled, projectNode } from '../../scripts/run.mjs';
import { exportCedar } from '../../server/src/exchange/cedar/cedar.ts';
import { diskProject } from '../support/snapshot.ts';

const page = readFileSync(at('docs', 'cedar.md'), 'utf8');

/** The first block of code behind a word of the page. */
function blockBehind(word: string): string {
  const [, text] = /```\w*\n([\s\S]*?)```/.exec(page.slice(page.indexOf(word))) ?? [];
  assert.ok(text !== undefined, word);
  return text;
}

/** In a folder with the export of the sample, the record of the page, and Cedar. */
async function withExport(work: (folder: string) => Promise<void> | void): Promise<void> {
  const home = at('test', 'oracle', 'cedar');
  await ensureInstalled(home);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'writ-cedar-'));
  try {
    mkdirSync(path.join(folder, 'cedar'));
    const { model } = await diskProject('samples', 'service-desk');
    for (const { path: name, text } of exportCedar({ model, problems: [], place: ({ file }) => file }).files)
      writeFileSync(path.join(folder, 'cedar', name), text);
    writeFileSync(path.join(folder, 'record.json'), blockBehind('in `record.json`'));
    const scope = path.join('node_modules', '@cedar-policy');
    cpSync(path.join(home, scope), path.join(folder, scope), { recursive: true });
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const run = (folder: string, ...args: readonly string[]) =>
  execFileSync(projectNode(), args, { cwd: folder, encoding: 'utf8' }).trim();

/** Asks everybody's every permission twice: by the sets of the page, and by all policies and entities at once. Prints the answers. */
const comparing = `
import { readFileSync } from 'node:fs';
import { preparsePolicySet, preparseSchema, schemaToJson, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { decide } from './decide.mjs';

const read = (file) => readFileSync(file, 'utf8');
const [record, entities] = [JSON.parse(read('record.json')), JSON.parse(read('cedar/entities.json'))];
const of = (...types) => entities.map(({ uid }) => uid).filter(({ type }) => types.includes(type));
const object = { type: 'Writ::Object', id: 'Service Desk' };
const places = [
  { resource: record.uid, object, record },
  ...of('Writ::Object').map((uid) => ({ resource: uid, object: uid })),
  ...of('Writ::Organization').map((uid) => ({ resource: uid })),
];
const schema = read('cedar/schema.cedarschema');
const permissions = Object.keys(schemaToJson(schema).json.Writ.actions);
const context = { today: { __extn: { fn: 'datetime', arg: '2026-11-21' } } };
preparseSchema('all', schema);
preparsePolicySet('all', { staticPolicies: read('cedar/policies.cedar') });
const all = { preparsedSchemaName: 'all', preparsedPolicySetId: 'all', validateRequest: true };
const counts = { allowed: 0, refused: 0, different: [] };
for (const principal of of('Writ::User'))
  for (const permission of permissions)
    for (const { resource, object, record } of places) {
      const action = { type: 'Writ::Action', id: permission };
      const there = record ? [...entities, record] : entities;
      const whole = statefulIsAuthorized({ ...all, principal, action, resource, context, entities: there });
      const expected = whole.type === 'success' && whole.response.decision === 'allow';
      const decided = decide({ principal, permission, resource, object, record, context });
      counts[expected ? 'allowed' : 'refused']++;
      if (decided !== expected) counts.different.push([principal.id, permission, resource.id, expected]);
    }
console.log(JSON.stringify(counts));
`;

describe('the examples of the page about Cedar', function () {
  this.timeout(240_000);

  it('answer as the page says', () =>
    withExport((folder) => {
      writeFileSync(path.join(folder, 'ask.mjs'), blockBehind('in `ask.mjs`'));
      const said = [...page.matchAll(/^\$ node ask\.mjs (\S+) (\S+)\n(\w+)$/gm)];
      assert.ok(said.length >= 3);
      for (const [, who = '', what = '', decision] of said)
        assert.equal(run(folder, 'ask.mjs', who, what), decision, `${who} ${what}`);
    }));

  it('decide with the policies of one place as with all of them', () =>
    withExport((folder) => {
      writeFileSync(path.join(folder, 'decide.mjs'), blockBehind('## When one machine is outgrown'));
      writeFileSync(path.join(folder, 'compare.mjs'), comparing);
      const { allowed, refused, different } = JSON.parse(run(folder, 'compare.mjs'));
      assert.deepEqual(different, []);
      assert.ok(allowed > 50 && refused > 50, `${allowed} allowed, ${refused} refused`);
    }));
});
