// The index against the decision that it stands for, in thousands of random questions.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { compile } from '../../../server/src/access/index/compile.ts';
import { decide } from '../../../server/src/access/index/decide.ts';
import type { NamedRecord } from '../../../server/src/access/index/record.ts';
import { share } from '../../support/share.ts';
import { cases, caseText, decision, questionsOf, verdictOf } from './questions.ts';
import { makeWorld, recordsOf, soundModel, today } from './worlds.ts';

const worlds = share(40);

describe('access index: decide', () => {
  it('says what the decision says of records that are given whole', () => {
    const counts = new Map<string | undefined, number>();
    for (let seed = 0; seed < worlds; seed++) {
      const world = makeWorld(seed);
      const index = compile(world.model, today);
      for (const each of cases(index, recordsOf(world, 'full'))) {
        const right = verdictOf(decision(index, each));
        counts.set(right, (counts.get(right) ?? 0) + 1);
        for (const question of questionsOf(index, each)) {
          const answer = decide(index, question);
          if (answer !== right) assert.equal(answer, right, `${seed}: ${caseText(each)}\n${world.text}`);
        }
      }
    }
    // Every outcome is met often enough to say something.
    for (const outcome of ['allowed', 'no-role', 'no-data-access', 'inactive'])
      assert.ok((counts.get(outcome) ?? 0) > share(500), `${outcome} ${counts.get(outcome)}`);
    assert.equal(counts.get(undefined), undefined);
  });

  it('says nothing or the same of records that leave fields open', () => {
    let [said, all] = [0, 0];
    for (let seed = 0; seed < worlds; seed++) {
      const world = makeWorld(seed);
      const index = compile(world.model, today);
      for (const each of cases(index, recordsOf(world, 'part'))) {
        const right = verdictOf(decision(index, each));
        for (const question of questionsOf(index, each)) {
          const answer = decide(index, question);
          all++;
          if (answer === undefined) continue;
          said++;
          if (answer !== right) assert.equal(answer, right, `${seed}: ${caseText(each)}\n${world.text}`);
        }
      }
    }
    assert.ok(said / all > 0.5, `${said} of ${all}`);
  });

  it('takes a name in a field for what the field holds', () => {
    const text = `user ada "ada@a.cc"  group Sales { members ada }
      role Reader { members ada grants READ_RECORDS }
      app Desk {
        field Owner: user  field Team: group  field Due: date
        policy "Mine" { to ada when Owner is current user or Team contains current user or not Owner is in Sales }
      }`;
    const model = soundModel(text);
    const index = compile(model, today);
    const ask = (fields: NamedRecord['fields']) =>
      decide(index, { principal: 'ada', permission: 'READ_RECORDS', object: 'Desk', record: { fields } });
    assert.equal(ask({ Owner: 'ada', Team: null }), 'allowed');
    assert.equal(ask({ Owner: 'ada', Team: 'Sales' }), 'allowed');
    assert.equal(ask({ Owner: null, Team: null }), 'allowed');
    // A group is nobody's owner, and a user no team.
    assert.equal(ask({ Owner: 'Sales', Team: null }), undefined);
    assert.equal(ask({ Owner: 'ada', Team: 'ada' }), undefined);
    assert.equal(ask({ Owner: 'somebody else', Team: null }), undefined);
  });

  it('knows nobody by another name', () => {
    const { model, full } = makeWorld('names');
    const index = compile(model, today);
    const object = full[0]?.object.name;
    const allowed = { principal: 'ada', permission: 'CREATE_RECORDS', object };
    assert.notEqual(decide(index, allowed), undefined);
    assert.equal(decide(index, { ...allowed, principal: 'nobody' }), undefined);
    assert.equal(decide(index, { ...allowed, permission: 'View Records' }), undefined);
    assert.equal(decide(index, { ...allowed, object: 'Nowhere' }), undefined);
  });
});
