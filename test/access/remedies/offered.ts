// Everything that would allow what is refused in a text, a line for each: the changes, what else they grant, and to whom.
import { strict as assert } from 'node:assert';
import { it } from 'mocha';
import { gainsOf, ledgerOf } from '../../../server/src/access/remedies/gains.ts';
import { remediesFor, wishOf } from '../../../server/src/access/remedies/remedies.ts';
import { provedChanges } from '../../../server/src/access/remedies/search.ts';
import type { Change, Remedy } from '../../../server/src/access/remedies/types.ts';
import { changeText, gainText } from '../../../server/src/ide/explain-remedies.ts';
import { toPlain } from '../../../server/src/ide/phrase.ts';
import { principalPath } from '../../../server/src/model/lookup.ts';
import type { Model } from '../../../server/src/model/model.ts';
import { askQuestion } from '../../../server/src/project/ask.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { snapshotOf } from '../../support/fixture.ts';

const plain = (text: string) => text.replaceAll('`', '');

/** Of more gains than these the first is shown. */
const many = 6;

function line(model: Model, { changes, gains: { own, others } }: Remedy): string {
  const parts = [changes.map((change) => plain(toPlain(changeText(model, change)))).join(', and ')];
  const examples = own.count > many ? own.examples.slice(0, 1) : own.examples;
  const names = examples.map((gain) => plain(toPlain(gainText(gain)))).join(', ');
  if (own.count > 0) parts.push(`${own.count} more: ${names}`);
  if (others.count > 0) parts.push(`also ${others.count}: ${others.examples.map(principalPath).join(', ')}`);
  if (others.unexamined > 0) parts.push(`perhaps ${others.unexamined}`);
  return parts.join(' | ');
}

/** Those with managed roles that the text does not name are only counted: they are much the same everywhere. */
function lines(model: Model, remedies: readonly Remedy[]): string[] {
  const told = remedies.filter(({ changes }) => !changes.some(isUnnamed));
  const left = remedies.length - told.length;
  return [...told.map((remedy) => line(model, remedy)), ...(left > 0 ? [`and ${left} with managed roles`] : [])];
}

function isUnnamed(change: Change): boolean {
  return 'role' in change && change.role.managed && change.role.origin === undefined;
}

const snapshots = new Map<string, Snapshot>();

function snapshotOnce(text: string): Snapshot {
  const snapshot = snapshots.get(text) ?? snapshotOf(text);
  snapshots.set(text, snapshot);
  return snapshot;
}

function asked(text: string, question: string) {
  const snapshot = snapshotOnce(text);
  const { model } = snapshot;
  const { question: bound, answer } = askQuestion(snapshot, question);
  const wish = bound && wishOf(bound, snapshot.input.today);
  assert.ok(wish !== undefined && answer.kind === 'decision', `${question}: ${answer.reason}`);
  return { model, wish, decision: answer.decision };
}

/** All that is proved, in the order in which it is found. */
export function proved(text: string, question: string): string[] {
  const { model, wish } = asked(text, question);
  const remedies = provedChanges(model, wish).map((each): Remedy => {
    const gains = gainsOf(ledgerOf(model, wish), each, Number.POSITIVE_INFINITY);
    assert.ok(gains !== undefined);
    return { changes: each.changes, gains };
  });
  return lines(model, remedies);
}

/** What is offered, the best first. */
export function offered(text: string, question: string): string[] {
  const { model, wish, decision } = asked(text, question);
  const found = remediesFor(model, wish, decision);
  return [...lines(model, found.remedies), ...(found.inDoubt ? ['in doubt'] : [])];
}

/** A test for each question after `?`: all that is proved stands below it, or, where it is `?!`, what is offered. */
export function check(project: string, questions: string): void {
  const text = project.replace(/^ {6}/gm, '');
  for (const each of questions.split(/^ *\?(?=!? )/m).slice(1)) {
    const [question = '', ...expected] = each.trim().split(/\n */);
    it(question, () => {
      const found = question.startsWith('! ') ? offered(text, question.slice(2)) : proved(text, question);
      assert.deepEqual(found, expected);
    });
  }
}
