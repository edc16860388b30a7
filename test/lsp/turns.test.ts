// What is found in a large project is found in turns: requests come in between, and what is no longer wanted is left.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Hover } from 'vscode-languageserver';
import type { Host } from '../../server/src/lsp/host.ts';
import { findInTurns } from '../../server/src/lsp/turns.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { memoryFiles } from './memory-files.ts';
import { startSession } from './session.ts';

/** A host on whose clock each look takes as long as a turn may. */
function slowHost(log: string[]): Host {
  let now = 0;
  return {
    files: memoryFiles({}),
    now: () => {
      now += 20;
      return now;
    },
    soon: (task) => {
      log.push('others');
      queueMicrotask(task);
      return () => {};
    },
    after: () => () => {},
  };
}

describe('what takes long', () => {
  const text = 'group Nobody { }';
  const files = new Map([['a.writ', { text }]]);
  const snapshot = createSnapshot({ files, settings: undefined, directories: new Map(), today: 20_000 });

  it('lets others have their turn', async () => {
    const log: string[] = [];
    assert.equal(await findInTurns(slowHost(log), snapshot, () => true), true);
    assert.ok(log.length > 10 && log.length <= rules.length, `${log.length} turns`);
  });

  it('is left as soon as nobody wants it', async () => {
    const log: string[] = [];
    assert.equal(await findInTurns(slowHost(log), snapshot, () => log.length < 3), false);
    assert.equal(log.length, 3);
  });

  it('is published of the last of several versions, and requests between them are answered', async () => {
    const path = '/desk/a.writ';
    const session = await startSession({ files: { [path]: 'group A { }\n' } });
    await session.looked('/desk', () => session.open(path));
    session.slowDown(20);
    await session.edit(path, 'group A', 'group Ab');
    const hover = session.request<Hover | null>('textDocument/hover', session.at(path, 'Ab'));
    await session.edit(path, 'group Ab', 'group Abc');
    assert.notEqual(await hover, null);
    await session.until(() => session.published(path)?.version === 3);
    assert.match(
      session
        .published(path)
        ?.diagnostics.map(({ message }) => message)
        .join() ?? '',
      /`Abc`/,
    );
    assert.deepEqual(session.errors, []);
  });
});
