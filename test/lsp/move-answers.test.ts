// Answers stay at their questions while the text around them changes.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { moveAnswers } from '../../client/src/views/move-answers.ts';
import type { WireAnswer } from '../../server/src/lsp/protocol.ts';

type Spot = readonly [line: number, character: number];

const place = ([line, character]: Spot) => ({ line, character });
const change = (start: Spot, end: Spot, text: string) => ({ start: place(start), end: place(end), text });

/** A question on lines 5 to 7. */
const answer: WireAnswer = {
  start: place([5, 2]),
  end: place([7, 10]),
  state: 'allowed',
  short: 'allowed',
  full: 'allowed',
};

function checkMove(changes: readonly ReturnType<typeof change>[], expected: readonly [number, number] | undefined) {
  const [moved] = moveAnswers([answer], changes);
  assert.deepEqual(moved && [moved.start.line, moved.end.line], expected);
}

describe('moveAnswers', () => {
  it('moves with lines that come and go above', () => {
    checkMove([change([2, 0], [2, 0], '\n\n')], [7, 9]);
    checkMove([change([2, 0], [4, 0], '')], [3, 5]);
    checkMove([change([2, 0], [3, 0], 'a\r\nb\rc\n')], [7, 9]);
  });

  it('moves when its own line is pushed down', () => {
    checkMove([change([5, 0], [5, 0], '\n')], [6, 8]);
    checkMove([change([5, 2], [5, 2], '\n')], [6, 8]);
    checkMove([change([4, 9], [5, 0], '')], [4, 6]);
  });

  it('stays for changes below and on its line', () => {
    checkMove([change([8, 0], [9, 0], '\n\n\n')], [5, 7]);
    checkMove([change([6, 1], [6, 4], 'other')], [5, 7]);
    checkMove([change([7, 10], [7, 10], ' // said')], [5, 7]);
  });

  it('grows and shrinks with what happens inside', () => {
    checkMove([change([6, 1], [6, 1], '\n')], [5, 8]);
    checkMove([change([5, 8], [6, 3], '')], [5, 6]);
    checkMove([change([5, 8], [9, 3], '')], [5, 5]);
  });

  it('goes with its question', () => {
    checkMove([change([5, 2], [7, 10], '')], undefined);
    checkMove([change([4, 0], [9, 0], 'user x\n')], undefined);
  });

  it('takes several changes at once, in any order', () => {
    const changes = [change([1, 0], [1, 0], '\n'), change([6, 1], [6, 1], '\n'), change([3, 0], [4, 0], '')];
    checkMove(changes, [5, 8]);
    checkMove(changes.toReversed(), [5, 8]);
  });
});
