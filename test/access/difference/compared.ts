// Differences of two texts in words: `--- before` and `--- after` what differs, before them what does not.
import { strict as assert } from 'node:assert';
import { difference } from '../../../server/src/access/difference/difference.ts';
import type { AccessDifference } from '../../../server/src/access/difference/types.ts';
import { differenceToText } from '../../../server/src/ide/difference-text.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { snapshotOf } from '../../support/fixture.ts';

const compared = (one: Snapshot, other: Snapshot) => difference(one.model, other.model, one.input.today);

export function sidesOf(text: string): readonly [Snapshot, Snapshot] {
  const [common = '', before = '', after = ''] = text.split(/^ *--- (?:before|after)$/m);
  return [snapshotOf(`${common}\n${before}`), snapshotOf(`${common}\n${after}`)];
}

export function compare(text: string): AccessDifference {
  return compared(...sidesOf(text));
}

export function check(text: string, expected: string): void {
  assert.equal(differenceToText(compare(text)), expected.replace(/^\n/, '').trimEnd());
}

/** What changes, and, below `--- back`, what changes the other way round; each line is indented as much as the first. */
export function checkBothWays(text: string, expected: string): void {
  const [before, after] = sidesOf(text);
  const forth = differenceToText(compared(before, after));
  const back = differenceToText(compared(after, before));
  const indent = /^\n( *)/.exec(expected)?.[1] ?? '';
  const lines = expected.split('\n').map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  assert.equal(`${forth}\n--- back\n${back}`, lines.join('\n').trim());
}
