// The client's work that waits for a rest, on a clock that is moved by hand.
import { strict as assert } from 'node:assert';
import { mock } from 'node:test';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { restAfter } from '../../client/src/comparison/rest.ts';

describe('work that waits for a rest', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'] }));
  afterEach(() => mock.timers.reset());

  function begin() {
    let listener = () => {};
    let done = 0;
    const rest = restAfter(
      (listen) => {
        listener = () => listen();
        return { dispose: () => undefined };
      },
      () => done++,
    );
    return { rest, hear: () => listener(), done: () => done };
  }

  it('is done once for all that was heard', () => {
    const { hear, done } = begin();
    for (let i = 0; i < 5; i++) {
      hear();
      mock.timers.tick(199);
    }
    assert.equal(done(), 0);
    mock.timers.tick(1);
    assert.equal(done(), 1);
  });

  it('waits twice as long as it took', async () => {
    const { rest, hear, done } = begin();
    const measured = rest.measure(async () => mock.timers.tick(1000));
    await measured;
    // What is known already does not have it believed that the next is quick.
    await rest.measure(async () => undefined);
    hear();
    mock.timers.tick(999);
    assert.equal(done(), 0);
    mock.timers.tick(1);
    assert.equal(done(), 1);
  });

  it('is not done once it is ended', () => {
    const { rest, hear, done } = begin();
    hear();
    rest.dispose();
    mock.timers.tick(5000);
    assert.equal(done(), 0);
  });
});
