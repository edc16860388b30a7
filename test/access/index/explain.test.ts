// Explanations of the index against those of the decision.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { compile } from '../../../server/src/access/index/compile.ts';
import { decide } from '../../../server/src/access/index/decide.ts';
import { decideWithReason, reasonText, waysOf } from '../../../server/src/access/index/explain.ts';
import { reasonOf } from '../../../server/src/access/reason.ts';
import { share } from '../../support/share.ts';
import { cases, caseText, decision, questionsOf } from './questions.ts';
import { makeWorld, recordsOf, today } from './worlds.ts';

describe('access index: explain', () => {
  it('gives the ways and the words of the decision', () => {
    let compared = 0;
    for (let seed = 0; seed < share(15); seed++) {
      const world = makeWorld('explain', seed);
      const index = compile(world.model, today);
      for (const each of cases(index, [...recordsOf(world, 'full'), ...recordsOf(world, 'part').slice(0, 3)])) {
        const [inNumbers, byNames] = questionsOf(index, each);
        // A record in names is another one than the declared record that says the same: then that one's way is told too.
        const questions = world.model.semantics.autoShareReach === 'object' ? [inNumbers] : [inNumbers, byNames];
        for (const question of questions) {
          const reasoned = decideWithReason(index, question);
          assert.equal(reasoned?.verdict, decide(index, question));
          if (reasoned === undefined) continue;
          compared++;
          const right = decision(index, each);
          const ways = waysOf(index, reasoned);
          const what = `${seed}: ${caseText(each)}`;
          const same =
            ways.permissions.length === right.permissions.length &&
            ways.permissions.every((way, i) => isSame(way, right.permissions[i])) &&
            ways.sight.length === right.sight.length &&
            ways.sight.every((way, i) => isSame(way, right.sight[i]));
          if (!same) assert.fail(`${what}\n${world.text}`);
          assert.equal(reasonText(index, reasoned), reasonOf(right, each.principal), what);
        }
      }
    }
    assert.ok(compared > share(5000), `${compared}`);
  });
});

/** Symbols are compared as such, and formulas by what they say. */
function isSame(way: object, right: object | undefined): boolean {
  const entries = Object.entries(right ?? {});
  return (
    entries.length === Object.keys(way).length &&
    entries.every(([key, value]) => {
      const own = Object.entries(way).find(([name]) => name === key)?.[1];
      return own === value || (key === 'when' && text(own) === text(value));
    })
  );
}

function text(formula: unknown): string {
  return JSON.stringify(formula, (key, value) =>
    key === 'field' || key === 'group' || key === 'origin' ? value?.name : value,
  );
}
