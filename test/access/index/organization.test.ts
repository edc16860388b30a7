// The made-up organizations of the benchmarks: the index, the model and the plain reading of the data decide alike.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { compile } from '../../../server/src/access/index/compile.ts';
import { decide } from '../../../server/src/access/index/decide.ts';
import { askModel, byNames, inNumbers, today } from '../../bench/asking.ts';
import { makeOrganization, type SizeName, sizes } from '../../bench/organization.ts';
import { boundOrganization } from '../../bench/organization-model.ts';
import { makeQuestions } from '../../bench/questions.ts';
import { referenceOf } from '../../bench/reference.ts';
import { askSketch, buildSketch } from '../../bench/sketch.ts';
import { share } from '../../support/share.ts';

function check(size: SizeName, count: number, seed: string): void {
  const organization = makeOrganization(sizes[size], seed);
  const reference = referenceOf(organization);
  const index = compile(boundOrganization(organization).model, today);
  const sketch = buildSketch(reference);
  const questions = makeQuestions(reference, count, seed);
  assert.equal(questions.filter(({ allowed }) => allowed).length, count / 2);
  for (const question of questions) {
    const named = byNames(question);
    const what = JSON.stringify(question);
    assert.equal(decide(index, named) === 'allowed', question.allowed, what);
    assert.equal(decide(index, inNumbers(index, named)) === 'allowed', question.allowed, what);
    assert.equal(askModel(index, named), question.allowed, what);
    assert.equal(askSketch(sketch, question), question.allowed, what);
  }
}

describe('access index: made-up organizations', () => {
  it('decides ten thousand questions of the small one', () => check('S', share(10_000), 'small'));

  it('decides questions of the middle one', () => check('M', share(1000), 'middle'));

  it('decides alike when more is asked than it keeps', () => {
    const organization = makeOrganization(sizes.M, 'crowded');
    const reference = referenceOf(organization);
    const { model } = boundOrganization(organization);
    const index = compile(model, today);
    const questions = makeQuestions(reference, 500, 'crowded').map((question) => ({
      question,
      named: byNames(question),
    }));
    const objects = organization.apps.slice(0, 10).map(({ name }) => name);
    let [asked, rows] = [0, 0];
    for (const object of objects) {
      for (const principal of organization.users) {
        decide(index, { principal, permission: 'CREATE_RECORDS', object });
        asked++;
      }
      rows = Math.max(rows, index.holdings.rows);
      for (const { question, named } of questions)
        assert.equal(decide(index, named) === 'allowed', question.allowed, JSON.stringify(question));
    }
    assert.ok(asked > 2 * rows && index.holdings.cells.byteLength < 2 ** 21, `${asked} asked, ${rows} kept`);
  });
});
