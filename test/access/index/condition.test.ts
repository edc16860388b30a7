// Conditions as closures against the evaluation of their formulas, comparison by comparison.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { actorOf, groupsOf } from '../../../server/src/access/actor.ts';
import { commonOf } from '../../../server/src/access/index/compile.ts';
import { compileCondition } from '../../../server/src/access/index/condition.ts';
import { open } from '../../../server/src/access/index/named-condition.ts';
import { numberOf, peopleOf } from '../../../server/src/access/index/people.ts';
import { holdsOf } from '../../../server/src/access/index/policies.ts';
import { nameOf, recordOfFacts } from '../../../server/src/access/index/record.ts';
import { evaluate } from '../../../server/src/condition/evaluate.ts';
import { printFormula } from '../../../server/src/condition/print.ts';
import type { Formula, RecordFacts } from '../../../server/src/model/symbols.ts';
import { parseFile } from '../../../server/src/syntax/parse.ts';
import { randomOf } from '../../fuzz/random.ts';
import { share } from '../../support/share.ts';
import { inNames } from './questions.ts';
import { bindSource, condition, describe as describeFacts, makeWorld, principalsOf, today } from './worlds.ts';

describe('access index: conditions', () => {
  it('hold where their formulas do', () => {
    const counts = { true: 0, false: 0 };
    let byName = 0;
    for (let seed = 0; seed < share(6); seed++) {
      const world = makeWorld('conditions', seed);
      const random = randomOf('conditions', seed);
      const texts = Array.from({ length: share(120) }, (_, i) => condition(random, i < share(90) ? 0 : 2));
      const policies = texts.map((when, i) => `policy "Q${i}" { to ada when ${when} }`);
      const text = `${world.text}\napp Desk { ${policies.join('\n')} }`;
      const model = bindSource(parseFile(text), world.model.semantics);
      assert.deepEqual(model.problems, [], text);
      const object = model.objects.get('Desk');
      assert.ok(object !== undefined);
      const people = peopleOf(model);
      const slots = new Map([...object.fields.values()].map((field, i) => [field, i]));
      const formulas = object.policies.flatMap(({ when }) => when ?? []);
      const compiled = formulas.map((formula) =>
        compileCondition(formula, { ...commonOf(model, people, today), slots }),
      );
      const records = [...model.records.values()].flatMap(({ facts }) => (facts?.object === object ? [facts] : []));
      for (const principal of principalsOf(model))
        for (const facts of records) {
          const { values } = recordOfFacts(people, facts);
          formulas.forEach((formula, i) => {
            const one = compiled[i];
            const held = one === undefined ? open : holdsOf(one, values, numberOf(people, principal));
            const right = truth(formula, facts);
            const named = one?.byName?.(inNames(facts).fields, nameOf(principal));
            if (named !== undefined) byName++;
            if (named !== undefined && right !== (['false', 'true'][named] ?? 'unknown'))
              assert.equal(named, right, `by name: ${printFormula(formula)}: ${describeFacts(facts)}`);
            if (held === open) return;
            counts[`${held === 1}`]++;
            if (right !== `${held === 1}`)
              assert.equal(
                `${held === 1}`,
                right,
                `${printFormula(formula)} of ${principal.name}: ${describeFacts(facts)}`,
              );
          });

          function truth(formula: Formula, { values: said }: RecordFacts) {
            const actor = actorOf(model, principal);
            return evaluate(formula, {
              actor,
              today,
              value: (field) => said.get(field),
              groupsOf: (person) => groupsOf(model, person),
            });
          }
        }
    }
    assert.ok(Math.min(counts.true, counts.false, byName) > share(share(20_000)), JSON.stringify([counts, byName]));
  });
});
