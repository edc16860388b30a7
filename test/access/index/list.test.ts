// Lists and expectations about everybody, with the index and without it: the same, of sound text and of broken.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { answerQuestion } from '../../../server/src/access/answer-question.ts';
import { checkExpectation } from '../../../server/src/access/expectation.ts';
import { compile } from '../../../server/src/access/index/compile.ts';
import { mayHold } from '../../../server/src/access/index/list.ts';
import type { Model } from '../../../server/src/model/model.ts';
import type { BoundExcept, BoundPlace, BoundWho } from '../../../server/src/model/question.ts';
import type { ObjectSymbol, Principal, RecordFacts } from '../../../server/src/model/symbols.ts';
import { parseFile } from '../../../server/src/syntax/parse.ts';
import { type Random, randomOf } from '../../fuzz/random.ts';
import { share } from '../../support/share.ts';
import { damaged } from './damaged.ts';
import { askedPermissions, bindSource, makeWorld, principalsOf, today } from './worlds.ts';

function placesIn(model: Model, random: Random): BoundPlace[] {
  const open = (object: ObjectSymbol): RecordFacts => ({ object, values: new Map(), relations: new Map() });
  const objects = [...model.objects.values()].map((object): BoundPlace => {
    return { kind: 'object', object, facts: open(object), record: undefined, given: false, when: undefined };
  });
  const records = [...model.records.values()].flatMap(({ facts }): BoundPlace[] => {
    if (facts === undefined || !random.chance(0.2)) return [];
    return [{ kind: 'object', object: facts.object, facts, record: undefined, given: true, when: undefined }];
  });
  const described = objects.flatMap((place): BoundPlace[] => {
    if (place.kind !== 'object') return [];
    const when = place.object.policies.find((policy) => policy.when?.op === 'atom')?.when;
    return when === undefined ? [] : [{ ...place, when }];
  });
  return [{ kind: 'organization' }, ...objects, ...records, ...described];
}

function exceptions(random: Random, model: Model): Principal[] {
  const all = principalsOf(model);
  return all.length === 0 ? [] : Array.from({ length: random.below(8) }, () => random.pick(all));
}

interface Tally {
  listed: number;
  narrowed: number;
  readonly outcomes: Map<string, number>;
}

function compareAll(model: Model, random: Random, tally: Tally, what: string): void {
  const index = compile(model, today);
  for (const place of placesIn(model, random))
    for (const permission of askedPermissions) {
      const permissions = random.chance(0.2) ? askedPermissions.slice(0, 2) : [permission];
      const asked = { asOf: undefined, permissions, place } as const;
      const who: BoundWho = { ...asked, kind: 'who' };
      const [list, right] = [answerQuestion(model, who, today, () => index), answerQuestion(model, who, today)];
      assert.deepEqual(linesOf(list), linesOf(right), what);
      tally.listed += list.kind === 'list' ? list.entries.length : 0;
      const except: BoundExcept = { ...asked, kind: 'except', form: 'nobody', except: exceptions(random, model) };
      const [outcome, slow] = [
        checkExpectation(model, except, today, () => index),
        checkExpectation(model, except, today),
      ];
      assert.deepEqual([outcome.outcome, outcome.reason], [slow.outcome, slow.reason], what);
      assert.equal(outcome.counterexample?.principal, slow.counterexample?.principal, what);
      assert.deepEqual(outcome.counterexample?.open, slow.counterexample?.open, what);
      if (mayHold(index, except) !== undefined) tally.narrowed++;
      tally.outcomes.set(outcome.outcome, (tally.outcomes.get(outcome.outcome) ?? 0) + 1);
    }
}

function linesOf(answer: ReturnType<typeof answerQuestion>): unknown {
  if (answer.kind !== 'list') return answer;
  const lines = answer.entries.map(({ name, principal, whenText, origin, place }) => {
    return [name, principal === undefined, whenText, origin, place?.span];
  });
  return [answer.reason, ...lines];
}

const newTally = (): Tally => ({ listed: 0, narrowed: 0, outcomes: new Map() });

describe('access index: lists', () => {
  it('are those that are made without it', () => {
    const tally = newTally();
    for (let seed = 0; seed < share(12); seed++) {
      const { model, text } = makeWorld('lists', seed);
      compareAll(model, randomOf('lists', seed), tally, `${seed}\n${text}`);
    }
    assert.ok(tally.listed > share(1000) && tally.narrowed > share(50), JSON.stringify([tally, ...tally.outcomes]));
    assert.ok((tally.outcomes.get('held') ?? 0) > share(20) && (tally.outcomes.get('failed') ?? 0) > share(20));
  });

  it('are those that are made without it of broken text', () => {
    const tally = newTally();
    for (let seed = 0; seed < share(24); seed++) {
      const random = randomOf('broken lists', seed);
      const world = makeWorld('broken lists', seed);
      const text = damaged(random, damaged(random, world.text));
      const model = bindSource(parseFile(text), world.model.semantics);
      compareAll(model, random, tally, `${seed}\n${text}`);
    }
    assert.ok(tally.listed > share(1000), JSON.stringify([tally, ...tally.outcomes]));
    assert.ok((tally.outcomes.get('error') ?? 0) > share(20), JSON.stringify([...tally.outcomes]));
  });
});
