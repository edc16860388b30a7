// What is published, when, and for which files.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { startSession } from './session.ts';

const desk = {
  '/desk/writ.json': '{}',
  '/desk/people.writ': 'user alice "alice@acme.com"\n',
  '/desk/desk.writ': 'group Agents { description "Queue" members alice, bob }\n',
};

describe('diagnostics', () => {
  it('come for closed files, with the rule, its severity and the exact place', async () => {
    const session = await startSession({ files: desk });
    assert.equal(session.published('/desk/people.writ'), undefined);
    const [finding] = session.published('/desk/desk.writ')?.diagnostics ?? [];
    assert.equal(finding?.code, 'unknown-principal');
    assert.equal(finding?.source, 'writ');
    assert.equal(finding?.severity, 1);
    assert.deepEqual(finding?.range, { start: { line: 0, character: 47 }, end: { line: 0, character: 50 } });
  });
});
