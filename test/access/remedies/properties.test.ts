// Remedies in random small organizations: written into the text each one allows what was refused, and grants what it says.
import { strict as assert } from 'node:assert';
import process from 'node:process';
import { describe, it } from 'mocha';
import { gainsOf, ledgerOf } from '../../../server/src/access/remedies/gains.ts';
import { remediesFor, wishOf } from '../../../server/src/access/remedies/remedies.ts';
import { provedChanges } from '../../../server/src/access/remedies/search.ts';
import type { Change, Gain, Remedy } from '../../../server/src/access/remedies/types.ts';
import { principalPath } from '../../../server/src/model/lookup.ts';
import { askQuestion } from '../../../server/src/project/ask.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { snapshotOf } from '../../support/fixture.ts';
import { othersGaining, ownGains, type State } from './brute-force.ts';
import { applied, type Plan, textOf } from './plan.ts';
import { makePlan, questionsOf, today } from './random-plan.ts';

const worlds = Number(process.env['REMEDY_WORLDS'] ?? 30);
const first = Number(process.env['REMEDY_FIRST'] ?? 0);

interface Case {
  readonly seed: number;
  readonly plan: Plan;
  readonly question: string;
  readonly record: string | undefined;
  readonly state: State;
  readonly remedies: readonly Remedy[];
}

function stateOf(snapshot: Snapshot, question: string): { state: State; outcome: string } | undefined {
  const asked = askQuestion(snapshot, question);
  const wish = asked.question && wishOf(asked.question, snapshot.input.today);
  if (wish === undefined || asked.answer.kind !== 'decision') return undefined;
  return { state: { model: snapshot.model, wish }, outcome: asked.answer.decision.outcome };
}

function* cases(): Generator<Case> {
  for (let seed = first; seed < first + worlds; seed++) {
    const plan = makePlan(seed);
    const snapshot = snapshotOf(textOf(plan), { today });
    const errors = snapshot.model.problems.filter(({ rule }) => rule !== 'missing-description');
    assert.deepEqual(
      errors.map(({ message }) => message),
      [],
      textOf(plan),
    );
    for (const { text: question, record } of questionsOf(seed)) {
      const { answer, question: bound } = askQuestion(snapshot, question);
      assert.ok(bound !== undefined && answer.kind === 'decision', `${question}: ${answer.kind}`);
      const wish = wishOf(bound, snapshot.input.today);
      if (wish === undefined || answer.decision.outcome !== 'refused') continue;
      const found = remediesFor(snapshot.model, wish, answer.decision);
      assert.equal(found.kind, 'offered');
      const ledger = ledgerOf(snapshot.model, wish);
      const remedies = provedChanges(snapshot.model, wish).flatMap((proved) => {
        const gains = gainsOf(ledger, proved, Number.POSITIVE_INFINITY);
        return gains === undefined ? [] : [{ changes: proved.changes, gains }];
      });
      yield { seed, plan, question, record, state: { model: snapshot.model, wish }, remedies };
    }
  }
}

const inWords = (changes: readonly Change[]) =>
  changes
    .map((change) => {
      const parts = Object.entries(change).map(([key, value]) => {
        if (typeof value === 'object' && value !== null && 'name' in value) return value.name;
        if (Array.isArray(value)) return value.map((each) => each.constant).join('+');
        if (value instanceof Map)
          return [...value].map(([field, held]) => `${field.name} ${held?.name ?? held}`).join();
        return key === 'facts' ? '' : value;
      });
      return parts.join(' ');
    })
    .join(' AND ');

const gainText = (gain: Gain) => {
  if (gain.kind === 'use') return `use ${principalPath(gain.account)}`;
  return `${gain.permission.constant} ${typeof gain.place === 'string' ? gain.place : gain.place.name}`;
};

describe('remedies in random organizations', () => {
  const all = [...cases()];
  const kinds = new Map<string, number>();

  it('allow what was refused, and grant what they say', function () {
    this.timeout(600_000);
    for (const { seed, plan, question, record, state, remedies } of all)
      for (const { changes, gains } of remedies) {
        const where = `${seed}: ${question}\n${inWords(changes)}\n${textOf(plan)}`;
        for (const { kind } of changes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        const snapshot = snapshotOf(textOf(applied(plan, changes, record)), { today });
        const after = stateOf(snapshot, question);
        assert.equal(after?.outcome, 'allowed', where);
        if (gains.others.unexamined > 0) continue;
        const own = ownGains(state, after.state);
        assert.equal(gains.own.count, own.length, `${where}\n${own.join(', ')}\n${gains.own.examples.map(gainText)}`);
        for (const gain of gains.own.examples) assert.ok(own.includes(gainText(gain)), `${where}\n${gainText(gain)}`);
        const others = othersGaining(state, after.state);
        kinds.set('others', (kinds.get('others') ?? 0) + (others.length > 0 ? 1 : 0));
        kinds.set('all', (kinds.get('all') ?? 0) + 1);
        const told = gains.others.examples.map(principalPath).sort();
        assert.equal(gains.others.count, others.length, `${where}\n${others.join()}\n${told.join()}`);
        for (const name of told) assert.ok(others.includes(name), where);
      }
    console.log(all.length, [...kinds]);
  });
});
