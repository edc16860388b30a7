// `writ check --watch`: runs again where something that it read may have changed, and only then.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { CheckResult } from '../../server/src/cli/check-result.ts';
import type { Failure } from '../../server/src/project/file-system.ts';
import { type Files, memoryDisk, writ } from './memory-host.ts';

const good = 'user alice "alice@acme.com"\nmanaged role Admin { members alice }\n';
const bad = 'group A { members nobody }\n';

/**
 * Makes each change once the run before it has printed; gives the numbers of findings of all runs, -1 where there was no project,
 * and the last status.
 */
async function watchRuns(
  first: Files,
  changes: readonly (Files | 'end')[],
  ...argv: string[]
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
    ['check', '--watch', '--format', 'json', ...argv],
    {},
    {
      disk,
      onInterrupt: (callback) => {
        end = callback;
      },
      onError: () => {
        counts.push(-1);
        setTimeout(step, 5);
      },
      onOutput: (text) => {
        if (text === '') return;
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

  it('waits for a project that went away, with the folder that it stood in or alone', async () => {
    const beside = { 'notes.md': '' };
    const base = { ...beside, 'sub/p/writ.json': '{}', 'sub/p/a.writ': good };
    const runs = await watchRuns(
      base,
      [
        { ...beside, 'sub/notes.md': '' },
        { ...base, 'sub/p/a.writ': good + bad },
        beside,
        { ...beside, 'sub/notes.md': '' },
        base,
        'end',
      ],
      '--project',
      'sub/p',
    );
    assert.deepEqual(runs, { counts: [0, -1, 1, -1, -1, 0], status: 0 });
  });

  it('ends with 2 where nothing can be watched', async () => {
    const disk = memoryDisk({ '/project/writ.json': '{}', '/project/a.writ': good });
    const full: Failure = { failure: 'the system watches no more folders', missing: false };
    const { status, err } = await writ(['check', '--watch'], {}, { disk: { ...disk, watch: () => full } });
    assert.equal(status, 2);
    assert.match(err, /^writ: `\/project` cannot be watched: the system watches no more folders$/m);
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
