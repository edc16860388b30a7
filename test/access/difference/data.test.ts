// What the data of a difference says and its words leave out: kinds of places, silent conditions, and where grants stand.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { permissions } from '../../../server/src/catalogue/permissions.ts';
import { compare } from './compared.ts';
import { modelsOf } from './sides.ts';

describe('difference: data', () => {
  it('names the object in which something is broken', () => {
    const text = 'app Desk { field F: text }\n--- before\n--- after\napp Desk { policy P { to a when Nope is "x" } }';
    assert.deepEqual(
      compare(`user a "a@x.com"\n${text}`).unknown.map(({ places, broken }) => ({ places, broken })),
      [{ places: [{ kind: 'object', name: 'Desk', only: undefined }], broken: 'after' }],
    );
  });

  it('names places by their kinds', () => {
    const placesOf = (...lines: readonly string[]) =>
      compare(`user a "a@x.com"\napp Desk { default policy }\n${lines.join('\n')}`).entries.map(({ places }) => places);
    assert.deepEqual(placesOf('--- before', '--- after', 'app Shop { role R { members a grants CREATE_RECORDS } }'), [
      [{ kind: 'object', name: 'Shop', only: 'after' }],
    ]);
    assert.deepEqual(placesOf('--- before', '--- after', 'role R { members a grants READ_GROUPS, CREATE_RECORDS }'), [
      [{ kind: 'organization' }],
      [{ kind: 'object', name: 'Desk', only: undefined }],
    ]);
  });

  it('says nothing of the side on which nobody is invited', () => {
    const inviting = (invites: string) => `organization { domains "x.com" invites ${invites} }`;
    const { entries } = compare(
      `user a "a@x.com"\nrole R { members a grants CREATE_ORGANIZATION_USERS }\n--- before\n${inviting('admins-only')}\n--- after\n${inviting('allowed-domains')}`,
    );
    assert.deepEqual(
      entries.map(({ change, before, after }) => ({ change, before, after })),
      [{ change: 'gained', before: undefined, after: 'the address is of x.com' }],
    );
  });

  it('says where the grant stands that allows it, not the first one of the role', () => {
    const text = '\n--- before\n--- after\nrole R { members a grants READ_GROUPS,\n READ_ACTIVITY_LOGS }';
    const { after } = modelsOf(`user a "a@x.com"${text}`);
    const { entries } = compare(`user a "a@x.com"${text}`);
    const [first, second] = after.roles.get('R')?.grants ?? [];
    assert.deepEqual(
      entries.map(({ matter }) => matter),
      [{ kind: 'permissions', constants: ['READ_ACTIVITY_LOGS', 'READ_GROUPS'] }],
    );
    assert.notDeepEqual(second?.origin.span, first?.origin.span);
    assert.deepEqual(
      entries.flatMap(({ origins }) => origins.after.map((reason) => reason.origin?.span)),
      [second?.origin.span],
    );
  });

  it('tells permissions apart whose numbers look alike when they are written without spaces', () => {
    const of = (...at: readonly number[]) => at.map((i) => permissions[i]?.constant ?? '').sort();
    // In words of 32 bits: 2 and 42, and 24 and 2.
    const [one, other] = [of(1, 33, 35, 37), of(3, 4, 33)];
    const { entries } = compare(
      `user a "a@x.com"\nuser b "b@x.com"\n--- before\n--- after\nrole R { members a grants ${one.join()} } role S { members b grants ${other.join()} }`,
    );
    const gained = entries.map(({ principals, matter }) => [
      principals.map((item) => ('name' in item ? item.name : item.kind)).join(),
      matter.kind === 'permissions' ? [...matter.constants].sort() : [],
    ]);
    assert.deepEqual(gained, [
      ['a', one],
      ['b', other],
    ]);
  });
});
