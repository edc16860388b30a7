// What holds of the remedies in a random small organization: each allows what was refused and grants what it says, none is missing.
import { strict as assert } from 'node:assert';
import { lackOf } from '../../../server/src/access/remedies/candidates.ts';
import { gainsOf, ledgerOf, sideEffect } from '../../../server/src/access/remedies/gains.ts';
import { remediesFor, wishOf } from '../../../server/src/access/remedies/remedies.ts';
import { type Proved, provedChanges } from '../../../server/src/access/remedies/search.ts';
import type { Change, Gain, Gains, Remedies } from '../../../server/src/access/remedies/types.ts';
import { changeText } from '../../../server/src/ide/explain-remedies.ts';
import { toPlain } from '../../../server/src/ide/phrase.ts';
import { principalPath } from '../../../server/src/model/lookup.ts';
import { askQuestion } from '../../../server/src/project/ask.ts';
import { snapshotOf } from '../../support/fixture.ts';
import { othersGaining, ownGains, type State } from './brute-force.ts';
import { everyChange } from './every-change.ts';
import { applied, type Plan, textOf } from './plan.ts';
import { makePlan, questionsOf, today } from './random-plan.ts';

export interface Case {
  readonly seed: number;
  readonly plan: Plan;
  readonly question: string;
  readonly record: string | undefined;
  readonly state: State;
  readonly offered: Remedies;
  readonly proved: readonly Proved[];
}

/** The text of the plan, and the question asked of it. */
function ask(plan: Plan, question: string) {
  const snapshot = snapshotOf(textOf(plan), { today });
  const { answer, question: bound } = askQuestion(snapshot, question);
  assert.ok(bound !== undefined && answer.kind === 'decision', `${question}: ${answer.reason}\n${textOf(plan)}`);
  const wish = wishOf(bound, snapshot.input.today);
  assert.ok(wish !== undefined);
  return { state: { model: snapshot.model, wish }, decision: answer.decision, problems: snapshot.model.problems };
}

/** The refused questions of one organization. */
export function casesOf(seed: number): Case[] {
  const plan = makePlan(seed);
  return questionsOf(seed).flatMap(({ text: question, record }): Case[] => {
    const { state, decision, problems } = ask(plan, question);
    assert.deepEqual(problems, [], textOf(plan));
    if (decision.outcome !== 'refused') return [];
    const offered = remediesFor(state.model, state.wish, decision);
    return [{ seed, plan, question, record, state, offered, proved: provedChanges(state.model, state.wish) }];
  });
}

function inWords({ seed, plan, question, state }: Case, changes: readonly Change[]): string {
  const texts = changes.map((change) => toPlain(changeText(state.model, change)));
  return `${seed}: ${question}\n${texts.join(', and ')}\n${textOf(plan)}`;
}

function gainsIn({ state }: Case, proved: Proved): Gains {
  const gains = gainsOf(ledgerOf(state.model, state.wish), proved, Number.POSITIVE_INFINITY);
  assert.ok(gains !== undefined);
  return gains;
}

function gainText(gain: Gain): string {
  if (gain.kind === 'invite') return 'invite';
  if (gain.kind === 'use') return `use ${principalPath(gain.account)}`;
  return `${gain.permission.constant} ${typeof gain.place === 'string' ? gain.place : gain.place.name}`;
}

/** The same, or the grant of what is missing instead of all that was asked for. */
function isLike(of: Case, single: Change, change: Change): boolean {
  if (single.kind === 'grant-in-role' && change.kind === 'grant-in-role') return single.role === change.role;
  return inWords(of, [single]) === inWords(of, [change]);
}

/** Written into the text each remedy allows what was refused, and grants what it says. */
export function checkGrants(cases: readonly Case[]): void {
  for (const each of cases)
    for (const proved of each.proved) {
      const where = inWords(each, proved.changes);
      const after = ask(applied(each.plan, proved.changes, each.record), each.question);
      assert.equal(after.decision.outcome, 'allowed', where);
      const { own, others } = gainsIn(each, proved);
      const found = ownGains(each.state, after.state);
      assert.equal(own.count, found.length, `${where}\n${found.join(', ')}`);
      for (const gain of own.examples) assert.ok(found.includes(gainText(gain)), `${where}\n${gainText(gain)}`);
      const people = othersGaining(each.state, after.state);
      const told = others.examples.map(principalPath);
      assert.deepEqual([others.count, others.unexamined], [people.length, 0], `${where}\n${people.join()}`);
      assert.ok(
        told.every((name) => people.includes(name)),
        `${where}\n${told.join()}`,
      );
    }
}

/** Each single change that would do is among what is proved. */
export function checkSingles(cases: readonly Case[]): void {
  for (const each of cases) {
    // A question about records that there cannot be.
    if (lackOf(each.state.model, each.state.wish).needs.length === 0) continue;
    const singles = each.proved.flatMap(({ changes }) => (changes.length === 1 ? changes : []));
    // As many as are looked at: there may be more.
    if (singles.length >= 20) continue;
    for (const change of everyChange(each.state.model, each.state.wish)) {
      const after = ask(applied(each.plan, [change], each.record), each.question);
      const isKnown = singles.some((single) => isLike(each, single, change));
      assert.equal(isKnown, after.decision.outcome === 'allowed', inWords(each, [change]));
    }
  }
}

/** What is offered first grants the least else. */
export function checkOrder(cases: readonly Case[]): void {
  for (const each of cases) {
    assert.equal(each.offered.inDoubt, false);
    const ranked = each.proved
      .map((proved) => ({ ...proved, grants: sideEffect(gainsIn(each, proved)) }))
      .sort((a, b) => a.grants - b.grants || a.changes.length - b.changes.length || a.place - b.place);
    const texts = each.offered.remedies.map(({ changes }) => inWords(each, changes));
    assert.deepEqual(
      texts,
      ranked.slice(0, 5).map(({ changes }) => inWords(each, changes)),
    );
  }
}
