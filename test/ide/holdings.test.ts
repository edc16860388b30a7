// What a principal holds, in full and at a glance: both say the same of the same objects.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { holdingsOf } from '../../server/src/ide/holdings.ts';
import type { Principal } from '../../server/src/model/symbols.ts';
import { snapshotOf } from '../support/fixture.ts';

const head = `organization { domains "x.com" }
user ann "a@x.com" { Region "EU" }
user bob "b@x.com"
user out "o@y.com" { external }
group Team { description "d" members ann }
role Reader { description "d" members bob grants READ_RECORDS }
managed role "Admin" { members out }
`;

const roles = ['', 'role R { members ann grants READ_RECORDS }', 'role R { members Team grants READ_ROLES }'];
const expired = 'role R { members bob grants READ_RECORDS expires 2020-01-01 }';
const policies = [
  '',
  'default policy',
  'policy P { to Team when S is "N" }',
  'policy P { to ann, Team when T is current user.Region }',
  'policy P { to bob when T is current user.Region }',
  'policy P { to "Internal Users", ann when not (S is "N" and U is current user) }',
];
const shares = ['', 'auto-share records on assign, watch'];

describe('holdings at a glance', () => {
  const objects = [...roles, expired].flatMap((role) =>
    policies.flatMap((policy) => shares.map((share) => [role, policy, share].join('\n'))),
  );
  const fields = 'field S: choice("N", "O") field T: text field U: user as assignee';
  const apps = objects.map((items, i) => `app A${i} {\n${fields}\n${items}\nservice account Bot { roles Reader }\n}`);
  const { model, input } = snapshotOf(head + apps.join('\n'));
  const principals: Principal[] = [...model.users.values(), ...model.groups.values()];
  principals.push(...[...model.objects.values()].flatMap(({ accounts }) => [...accounts.values()]).slice(0, 3));

  for (const principal of principals) {
    it(`are what they are in full, for ${principal.kind} ${principal.name}`, () => {
      const whole = holdingsOf(model, principal, input.today);
      const names = whole.objects.map(({ object }) => object?.name);
      assert.deepEqual(whole.more, []);
      for (const full of [0, 3]) {
        const brief = holdingsOf(model, principal, input.today, { full });
        const found = [...brief.objects.map(({ object }) => object), ...brief.more].map((object) => object?.name);
        assert.deepEqual(found, names);
        assert.deepEqual(brief.objects, whole.objects.slice(0, full));
        assert.deepEqual(brief.blind, whole.blind);
      }
    });
  }

  it('differ between principals', () => {
    const counts = principals.map((each) => holdingsOf(model, each, input.today).objects.length);
    assert.ok(new Set(counts).size > 3, counts.join(', '));
  });

  it('look at the objects that are asked for', () => {
    const [first, second] = model.objects.values();
    const ann = model.users.get('ann');
    assert.ok(ann !== undefined && first !== undefined && second !== undefined);
    const { objects, more } = holdingsOf(model, ann, input.today, { only: new Set([first, second]), full: 0 });
    assert.deepEqual(objects, []);
    assert.ok(more.every((each) => each === first || each === second));
  });
});
