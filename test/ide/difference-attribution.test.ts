// Which declarations a difference of access comes from, and what the lenses above them say.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { comparedStates } from '../../server/src/ide/difference/tree.ts';
import { differenceLenses } from '../../server/src/ide/lenses/difference.ts';
import { compareStates } from '../../server/src/project/compare-states.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { snapshotOf } from '../support/fixture.ts';

const base = `organization Acme { domains "acme.com" }
user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { members alice, bob }
group Watchers { members alice }
role Auditor { members alice  grants READ_ROLES }
app "Service Desk" {
  field Status: choice("New", "Open")
  role Agent { description "x"  members Agents  grants READ_RECORDS }
  role Writer { members bob  grants CREATE_RECORDS }
  policy "Open ones" { to Agents  when Status is "Open" }
}
app Other { field Owner: user  policy P { to alice when Owner is in Watchers }  role Reader { members alice  grants READ_RECORDS } }
`;

function lensesOf(before: Snapshot, after: Snapshot): string {
  const { tallies } = comparedStates(before, after, compareStates(before, after));
  const [path = ''] = after.input.files.keys();
  return differenceLenses(after, path, tallies)
    .map(({ key, title }) => `${key} ${title}`)
    .join(', ');
}

/** Replaces texts of the base, each once; says what stands above which declaration, from nothing and after an edit. */
function check(expected: string, ...changes: readonly (readonly [from: string, to: string])[]): void {
  const text = changes.reduce((all, [from, to]) => {
    assert.ok(all.includes(from), from);
    return all.replace(from, to);
  }, base);
  const [before, after] = [snapshotOf(base), snapshotOf(text)];
  assert.equal(lensesOf(before, after), expected);
  assert.equal(lensesOf(createSnapshot(before.input, after), after), expected, 'built upon the state of now');
  assert.equal(lensesOf(before, before), '');
}

describe('a difference comes from', () => {
  it('a role with other grants', () =>
    check('role "Service Desk".Agent +1', [
      'grants READ_RECORDS }\n  role W',
      'grants READ_RECORDS, DELETE_RECORDS }\n  role W',
    ]));

  it('a role of the organization with another member', () =>
    check('role Auditor +1', ['role Auditor { members alice', 'role Auditor { members alice, bob']));

  it('a policy with another condition', () =>
    check('policy "Service Desk"."Open ones" +1', ['when Status is "Open"', 'when Status is not empty']));

  it('a group without one of its members, and not the roles that it holds', () =>
    check('group Agents −1', ['group Agents { members alice, bob }', 'group Agents { members alice }']));

  it('a group that a condition asks about', () =>
    check('group Watchers ±1', ['group Watchers { members alice }', 'group Watchers { members bob }']));

  it('a user who is inactive now', () => check('user bob −2', ['"bob@acme.com"', '"bob@acme.com" { inactive }']));

  it('both a group and a role, where both are other ones', () =>
    check(
      'group Agents +1 −1, role "Service Desk".Agent +1 −1',
      ['group Agents { members alice, bob }', 'group Agents { members alice }'],
      ['grants READ_RECORDS }\n  role W', 'grants READ_RECORDS, DELETE_RECORDS }\n  role W'],
    ));

  it('the object that something is gone from', () =>
    check('object "Service Desk" −1', ['  role Writer { members bob  grants CREATE_RECORDS }\n', '']));

  it('nothing that stands anywhere, for what is gone from the organization', () =>
    check('', ['role Auditor { members alice  grants READ_ROLES }\n', '']));

  it('a role by its new name', () =>
    check('role "Service Desk".Author +1', [
      'role Writer { members bob  grants CREATE',
      'role Author { members bob  grants DELETE_RECORDS, CREATE',
    ]));

  it('what is in a new object', () =>
    check('role New.R +1', ['app Other', 'app New { role R { members bob  grants CREATE_RECORDS } }\napp Other']));

  it('no declaration that only reads differently', () =>
    check(
      '',
      ['description "x"', 'description "y"'],
      ['user alice', 'user   alice'],
      ['members alice, bob', 'members bob, alice'],
    ));
});
