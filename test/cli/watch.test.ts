// `writ check --watch`: runs again where something that it read may have changed, and only then.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { CheckResult } from '../../server/src/cli/check-result.ts';
import { type Files, memoryDisk, writ } from './memory-host.ts';

const good = 'user alice "alice@acme.com"\nmanaged role Admin { members alice }\n';
const bad = 'group A { members nobody }\n';

/** Makes each change once the run before it has printed; gives the numbers of findings of all runs, and the last status. */
async function watchRuns(
  first: Files,
  changes: readonly (Files | 'end')[],
): Promise<{ counts: number[]; status: number }> {
  const absolute = (files: Files): Files =>
    Object.fromEntries(Object.entries(files).map(([name, entry]) => [`/project/${name}`, entry]));
  const disk = memoryDisk(absolute(first));
  const counts: number[] = [];
  let next = 0;
  let end: () => void = () => undefined;
  const step = () => {
    const change = changes[next++];
    if (change === undefined || change === 'end') end();
    else disk.change(absolute(change));
  };
  const { status } = await writ(
    ['check', '--watch', '--format', 'json'],
    {},
    {
      disk,
      onInterrupt: (callback) => {
        end = callback;
      },
      onOutput: (text) => {
        const { projects }: CheckResult = JSON.parse(text);
        counts.push(projects.reduce((sum, { findings = [] }) => sum + findings.length, 0));
        setTimeout(step, 5);
      },
    },
  );
  return { counts, status };
}

describe('--watch', () => {
  it('checks again where a file changes, comes or goes', async () => {
    const base = { 'writ.json': '{}', 'a.writ': good };
    const runs = await watchRuns(base, [
      { ...base, 'a.writ': good + bad },
      { ...base, 'a.writ': good },
      { ...base, 'b.writ': bad },
      { ...base, 'b.writ': bad, 'sub/c.writ': bad.replace('A', 'C') },
      base,
      'end',
    ]);
    assert.deepEqual(runs, { counts: [0, 1, 0, 1, 2, 0], status: 0 });
  });

  it('looks at settings and directory files too', async () => {
    const base = { 'writ.json': '{}', 'a.writ': `${good}directory "p.json"\n`, 'p.json': '[]' };
    const runs = await watchRuns(base, [{ ...base, 'p.json': '{' }, { ...base, 'writ.json': '{ "no": 1 }' }, 'end']);
    assert.deepEqual(runs, { counts: [0, 1, 1], status: 1 });
  });

  it('waits, whatever else is written beside the project', async () => {
    const base = { 'writ.json': '{}', 'a.writ': good };
    const disk = memoryDisk(Object.fromEntries(Object.entries(base).map(([name, text]) => [`/project/${name}`, text])));
    let runs = 0;
    await writ(
      ['check', '--watch'],
      {},
      {
        disk,
        onInterrupt: (end) => setTimeout(end, 250),
        onOutput: () => {
          runs++;
          disk.change({ '/project/writ.json': '{}', '/project/a.writ': good, '/project/out.log': `run ${runs}` });
        },
      },
    );
    assert.equal(runs, 1);
  });
});
