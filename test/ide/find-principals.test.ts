// Principals by what is typed of them: the best first, and of tens of thousands a few.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { findPrincipals, type PrincipalSearch } from '../../server/src/ide/find-principals.ts';
import { snapshotOf } from '../support/fixture.ts';

const { model } = snapshotOf(`user "Ann Lee" "ann@acme.com"
user joann "jo@acme.com"
user bob "bob@leeds.com"
user Lee "lee@acme.com"
group Annual { description "Those of the year" members bob }
app "Service Desk" { service account "Triage Bot" { purpose "Routes" } }
`);

function found(text: string, rest: Omit<PrincipalSearch, 'text'> = {}): string[] {
  return findPrincipals(model, { text, ...rest }).principals.map(({ name }) => name);
}

describe('principals', () => {
  it('are found by how they begin, then by what is in them, in any case', () => {
    assert.deepEqual(found('ann'), ['"Ann Lee"', 'Annual', 'joann']);
    assert.deepEqual(found('LEE'), ['Lee', '"Ann Lee"', 'bob']);
    assert.deepEqual(found('lee ann'), ['"Ann Lee"']);
    assert.deepEqual(found('of the year'), ['Annual']);
    assert.deepEqual(found('nobody'), []);
  });

  it('are found as a question writes them', () => {
    assert.deepEqual(found('"Service Desk"."Triage Bot"'), ['"Service Desk"."Triage Bot"']);
    assert.deepEqual(found('"Ann Lee"'), ['"Ann Lee"']);
  });

  it('are of the kinds that are asked for; without letters everybody, the platform’s own groups last', () => {
    assert.deepEqual(found('', { kinds: ['group'] }), ['Annual', '"Internal Users"', '"External Users"']);
    assert.deepEqual(found('').slice(-2), ['"Internal Users"', '"External Users"']);
  });

  it('are few, whoever fits, and it is said how many more there are', () => {
    const users = Array.from({ length: 20_000 }, (_, i) => `user u${i} "u${i}@acme.com"`).join('\n');
    const many = findPrincipals(snapshotOf(users).model, { text: 'u1' });
    assert.equal(many.principals.length, 50);
    assert.equal(many.principals[0]?.name, 'u1');
    assert.equal(many.principals.length + many.more, 11_111);
  });
});
