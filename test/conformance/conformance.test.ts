// The agreed readings of the language: what they say holds, holds; what must fail, fails, with the example that they name.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Answer } from '../../server/src/access/answer.ts';
import { counterexampleText } from '../../server/src/access/counterexample.ts';
import { conformanceProject, lineAt, otherOutcomes } from './outcomes.ts';

/** `alice: always`, `bob: when …`. */
function answerText(answer: Answer): string {
  if (answer.kind === 'error') return `error: ${answer.reason}`;
  if (answer.kind === 'decision') return answer.reason;
  return answer.entries
    .map(({ name, whenText }) => `${name}: ${whenText === undefined ? 'always' : `when ${whenText}`}`)
    .join('; ');
}

describe('conformance: desk', () => {
  it('every expectation holds', () => {
    const desk = conformanceProject('desk');
    assert.equal(desk.outcomes.length, 11);
    assert.deepEqual(otherOutcomes(desk, 'held'), []);
  });

  it('no finding is an error', () => {
    const desk = conformanceProject('desk');
    const errors = desk.findings.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ place, rule }) => `${lineAt(desk, place)} ${rule}`),
      [],
    );
  });

  it('the queries are answered as their comments say', () => {
    const desk = conformanceProject('desk');
    const answers = desk.answers.map(({ place, answer }) => [
      lineAt(desk, place).replace(/^\S+ query /, ''),
      answerText(answer),
    ]);
    const bot = 'Status is one of ("New", "Open") or Assignee is "Service Desk"."Triage Bot"';
    assert.deepEqual(answers.slice(0, 3).concat(answers.slice(4)), [
      ['alice can UPDATE_RECORDS on ticket', 'allowed: role `Admin` (`ADMIN`)'],
      [
        'bob can UPDATE_RECORDS in "Service Desk" with { Status "Open" }',
        'allowed when Assignee is bob or Priority >= 3',
      ],
      [
        'who can DELETE_RECORDS in "Service Desk"',
        'alice: always; bob: when Status is "Open" and Priority >= 3 or Assignee is bob; carol: always',
      ],
      ['alice can invite "x@gmail.com"', 'allowed: role `Admin` (`ADMIN`)'],
      ['alice can use "Service Desk"."Triage Bot"', 'allowed'],
    ]);
    const [, what = ''] = answers[3] ?? [];
    for (const constant of ['READ_RECORDS', 'UPDATE_RECORDS', 'CREATE_MESSAGES', 'READ_MESSAGES'])
      assert.ok(what.includes(`${constant}: when ${bot}`), constant);
    assert.ok(what.includes('CREATE_RECORDS: always'));
    // Auditor comes by assignment alone, for that one record.
    assert.ok(what.includes('READ_ACTIVITY_LOGS: when Assignee is "Service Desk"."Triage Bot"'));
  });
});

describe('conformance: shop', () => {
  it('every expectation of shop.writ holds', () => {
    const shop = conformanceProject('shop');
    assert.equal(shop.outcomes.filter(({ place }) => place.file === 'shop.writ').length, 30);
    assert.deepEqual(otherOutcomes(shop, 'held', 'shop.writ'), []);
  });

  it('no finding in shop.writ is an error', () => {
    const shop = conformanceProject('shop');
    const errors = shop.findings.filter(({ severity, place }) => severity === 'error' && place.file === 'shop.writ');
    assert.deepEqual(
      errors.map(({ place, rule }) => `${lineAt(shop, place)} ${rule}`),
      [],
    );
  });

  it('every expectation of must-fail.writ fails, with the principal and the record that it names', () => {
    const shop = conformanceProject('shop');
    const failed = shop.outcomes
      .filter(({ place }) => place.file === 'must-fail.writ')
      .map(({ outcome: { outcome, counterexample } }) => [
        outcome,
        counterexample?.principal.name,
        counterexample === undefined ? '' : counterexampleText(counterexample),
      ]);
    assert.deepEqual(failed, [
      ['failed', 'ada', ''],
      ['failed', 'ed', ''],
      ['failed', 'Sales', 'Team Sales'],
      ['failed', 'di', ''],
      ['failed', 'di', 'Paid true, Region "PX", Note "secret"'],
      ['failed', 'bo', 'Owner ada, Checker ada'],
      ['failed', 'Support', 'Owner ada, Checker bo'],
      ['failed', 'cy', ''],
      ['failed', 'Support', 'Team Support'],
    ]);
  });

  it('every expectation of must-fail.writ is a finding at the expectation', () => {
    const shop = conformanceProject('shop');
    const found = shop.findings
      .filter(({ rule }) => rule === 'failed-expectation')
      .map(({ place }) => lineAt(shop, place));
    const asked = shop.outcomes
      .filter(({ place }) => place.file === 'must-fail.writ')
      .map(({ place }) => lineAt(shop, place));
    assert.deepEqual(found, asked);
  });
});
