// What a session at the keyboard leaves in memory: the text as it is, and none of those before.
import { strict as assert } from 'node:assert';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, it } from 'mocha';
import { createProject } from '../../server/src/project/project.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const megabyte = 1_000_000;
const count = 60;
const roleOf = (i: number, description: string) =>
  `role "The keepers of desk ${i}" {\n  description "${description} of desk ${i}"\n  grants READ_ROLES\n}\n`;

/** A long comment, and behind it some declarations, of which the first ones are written otherwise. */
function textOf(edited: number): string {
  const roles = Array.from({ length: count }, (_, i) => roleOf(i, i < edited ? 'What they keep' : 'What they kept'));
  return `/* ${'x'.repeat(megabyte)} */\n${roles.join('')}`;
}

describe('a project that is edited, one declaration after the other', () => {
  it('keeps no text of before', () => {
    const input = { files: new Map(), settings: undefined, directories: new Map(), today: 20_000 };
    const project = createProject('/desk', input);
    const used: number[] = [];
    for (let edited = 0; edited <= count; edited++) {
      project.applyChange('a.writ', { text: textOf(edited) });
      assert.deepEqual(project.snapshot().findingsOf('syntax'), []);
      if (edited > 0 && edited < count) continue;
      collect();
      used.push(process.memoryUsage().heapUsed);
    }
    const [before = 0, after = 0] = used;
    assert.ok(after - before < 10 * megabyte, `${Math.round((after - before) / megabyte)} MB more than before`);
  });
});
