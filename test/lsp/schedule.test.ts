// When projects are looked at, and in which order the disk is read.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Host } from '../../server/src/lsp/host.ts';
import { createQueue } from '../../server/src/lsp/queue.ts';
import { createSchedule } from '../../server/src/lsp/schedule.ts';
import { memoryFiles } from './memory-files.ts';
import { startSession } from './session.ts';

interface Stage {
  readonly host: Host;
  readonly log: string[];
  /** Does what waits now, and gives when that is done. */
  play(): Promise<void>;
}

function makeStage(): Stage & { now: number } {
  const tasks: { readonly name: string; readonly task: () => void }[] = [];
  const stage = {
    now: 0,
    log: [] as string[],
    host: {
      files: memoryFiles({}),
      now: () => stage.now,
      soon: (task: () => void) => wait('soon', task),
      after: (milliseconds: number, task: () => void) => wait(`after ${milliseconds}`, task),
    },
    async play() {
      for (const { name, task } of tasks.splice(0)) {
        stage.log.push(name);
        task();
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  const wait = (name: string, task: () => void) => {
    const entry = { name, task };
    tasks.push(entry);
    return () => {
      const at = tasks.indexOf(entry);
      if (at >= 0) tasks.splice(at, 1);
    };
  };
  return stage;
}

describe('the schedule', () => {
  const scheduleOf = (stage: Stage & { now: number }, cost: () => number) =>
    createSchedule(stage.host, {
      ready: async () => {},
      async look(root) {
        stage.log.push(`look ${root}`);
        stage.now += cost();
      },
      failed: (error) => stage.log.push(String(error)),
    });

  it('looks once for several changes, at each project', async () => {
    const stage = makeStage();
    const schedule = scheduleOf(stage, () => 1);
    for (const root of ['a', 'b', 'a', 'a']) schedule.add(root);
    await stage.play();
    assert.deepEqual(stage.log, ['soon', 'soon', 'look a', 'look b']);
  });

  it('lets a burst of changes end where looking takes long, and no longer', async () => {
    const stage = makeStage();
    let cost = 100;
    const schedule = scheduleOf(stage, () => cost);
    schedule.add('a');
    await stage.play();
    schedule.add('a');
    schedule.add('a');
    cost = 1;
    await stage.play();
    schedule.add('a');
    await stage.play();
    assert.deepEqual(stage.log, ['soon', 'look a', 'after 50', 'look a', 'soon', 'look a']);
  });

  it('waits only for what has arrived meanwhile where one change follows a look that took long', async () => {
    const stage = makeStage();
    const schedule = scheduleOf(stage, () => 100);
    schedule.add('a');
    await stage.play();
    schedule.add('a');
    await stage.play();
    assert.deepEqual(stage.log, ['soon', 'look a', 'after 5', 'look a']);
  });

  it('takes a change during a long look for a burst', async () => {
    const stage = makeStage();
    let change = () => {};
    const schedule = scheduleOf(stage, () => {
      change();
      return 100;
    });
    schedule.add('a');
    await stage.play();
    change = () => {
      change = () => {};
      schedule.add('a');
    };
    schedule.add('a');
    await stage.play();
    await stage.play();
    assert.deepEqual(stage.log, ['soon', 'look a', 'after 5', 'look a', 'after 50', 'look a']);
  });

  it('does not look at what is gone, and goes on after a failure', async () => {
    const stage = makeStage();
    let isBroken = true;
    const schedule = scheduleOf(stage, () => {
      if (isBroken) throw new Error('a bug');
      return 1;
    });
    schedule.add('a');
    schedule.remove('a');
    schedule.add('b');
    await stage.play();
    isBroken = false;
    schedule.add('b');
    await stage.play();
    assert.deepEqual(stage.log, ['soon', 'look b', 'Error: a bug', 'soon', 'look b']);
    schedule.add('b');
    schedule.dispose();
    await stage.play();
    assert.equal(stage.log.length, 5);
  });
});

describe('the queue', () => {
  it('does one after the other, also after a failure', async () => {
    const log: string[] = [];
    const queue = createQueue((error) => log.push(String(error)));
    assert.equal(queue.isBusy, false);
    queue.add(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      log.push('first');
    });
    queue.add(() => Promise.reject(new Error('a bug')));
    queue.add(async () => {
      log.push('last');
    });
    assert.equal(queue.isBusy, true);
    await queue.idle();
    assert.deepEqual(log, ['first', 'Error: a bug', 'last']);
    assert.equal(queue.isBusy, false);
  });
});

describe('watched files', () => {
  it('are named as the client can take it', async () => {
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const files = { '/desk/a.writ': 'directory "in/staff {1}.json"\n' };
    const session = await startSession({ files, capabilities });
    // The old registration goes once the new one is there.
    const expected = ['**/*.writ', '**/writ.json', '**/*', '**/staff ?1?.json'];
    await session.until(() => session.watched().join() === expected.join());
  });
});
