// The rules about grants that are too many or too few: corner cases that their pages have no room for.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkReported, findingsOf, messagesOf } from './reported.ts';

const people = `
user alice "alice@acme.com"
user bob "bob@acme.com"
user gone "gone@acme.com" { inactive }
group Agents { description "Work"  members alice, bob }
group Seniors { description "Train"  members alice }
`;

function desk(items: string, more = ''): string {
  return `${people}\napp Desk {\n  field Priority: number\n  default policy\n${items}\n}\n${more}`;
}

const role = (name: string, members: string, grants: string, more = '') =>
  `role ${name} { description "Does"  members ${members}  grants ${grants}  ${more} }`;

describe('redundant-grant', () => {
  const check = (items: string, words: readonly string[], more = '') =>
    checkReported('redundant-grant', desk(items, more), words);

  it('keeps the first of grants that come to the same', () => {
    check(role('A', 'Agents', 'READ_RECORDS, READ_RECORDS'), ['READ_RECORDS']);
    check(role('A', 'Agents', 'view on Records, edit on Records'), ['view on Records']);
    check(role('A', 'Agents', 'CREATE_ATTACHMENTS, edit on Attachments'), ['CREATE_ATTACHMENTS']);
  });

  it('knows that ADMIN is everything, in one role', () => {
    const text = `${people}\nrole Owner { description "Owns"  members alice  grants READ_ROLES, ADMIN, view on Users }`;
    checkReported('redundant-grant', text, ['READ_ROLES', 'view on Users']);
  });

  it('takes a grant away from the later of two roles, and never from both', () => {
    check(`${role('A', 'Agents', 'READ_RECORDS, CREATE_RECORDS')}\n${role('B', 'Agents', 'READ_RECORDS')}`, [
      'READ_RECORDS',
    ]);
    const text = desk(`${role('A', 'Agents', 'READ_RECORDS')}\n${role('B', 'Agents', 'READ_RECORDS')}`);
    const [finding, ...more] = findingsOf('redundant-grant', text);
    assert.deepEqual(more, []);
    assert.equal(finding?.message, 'everybody who holds `B` has `READ_RECORDS` already, by `A`');
    assert.deepEqual(
      finding?.related.map(({ message }) => message),
      ['`A` grants it to them'],
    );
  });

  it('asks for every holder', () => {
    const base = role('A', 'Seniors', 'READ_RECORDS');
    check(`${base}\n${role('B', 'alice', 'READ_RECORDS')}`, ['READ_RECORDS']);
    check(`${base}\n${role('B', 'alice, bob', 'READ_RECORDS')}`, []);
    check(`${base}\n${role('C', 'bob', 'READ_RECORDS')}\n${role('B', 'alice, bob', 'READ_RECORDS')}`, ['READ_RECORDS']);
    check(`${base}\n${role('B', 'alice, gone', 'READ_RECORDS')}`, ['READ_RECORDS']);
    const account = 'service account Bot { purpose "Works"  roles B }';
    check(`${base}\n${role('B', 'alice', 'READ_RECORDS')}\n${account}`, []);
    check(`${base}\n${role('B', 'alice', 'READ_RECORDS')}\n${account.replace('roles B', 'roles B, A')}`, [
      'READ_RECORDS',
    ]);
    check(`${base}\n${role('B', 'alice', 'READ_RECORDS')}\n${account.replace('roles B', 'roles B  inactive')}`, []);
  });

  it('takes a group for more than its members of today', () => {
    check(`${role('A', 'Agents', 'READ_RECORDS')}\n${role('B', 'Seniors', 'READ_RECORDS')}`, []);
    check(role('B', 'Seniors', 'READ_RECORDS'), [], 'managed role "Internal User" { members "Internal Users" }');
  });

  it('takes what everybody has for a floor, and a role that restates it for whole in itself', () => {
    const floor = (members: string) => role('Requester', members, 'READ_RECORDS, CREATE_RECORDS');
    const committee = role('Committee', 'alice, bob', 'READ_RECORDS, UPDATE_RECORDS');
    check(`${floor('"Internal Users"')}\n${committee}`, []);
    check(`${floor('Everyone')}\n${committee}`, [], 'group Everyone { description "All"  domain "acme.com" }');
    check(`${floor('Agents')}\n${committee}`, ['READ_RECORDS']);
    check(`${floor('"Internal Users"')}\n${role('Reader', '"Internal Users"', 'READ_RECORDS')}`, ['READ_RECORDS']);
  });

  it('is one finding where a role comes to nothing', () => {
    const both = `${role('A', 'Agents', 'READ_RECORDS, CREATE_RECORDS')}\n${role('B', 'Agents', 'READ_RECORDS, CREATE_RECORDS')}`;
    check(both, ['B']);
    assert.deepEqual(messagesOf('redundant-grant', desk(both)), [
      'everybody who holds `B` has all that it grants already, by `A`',
    ]);
    check(both.replace('CREATE_RECORDS  ', 'CREATE_RECORDS, UPDATE_RECORDS  '), ['B']);
    check(
      `${role('A', 'Agents', 'edit on Records')}\n${role('B', 'Agents', 'READ_RECORDS, CREATE_RECORDS, READ_MESSAGES')}`,
      ['READ_RECORDS', 'CREATE_RECORDS'],
    );
  });

  it('counts roles of the organization in every object, and not the other way round', () => {
    const everywhere = role('A', 'Agents', 'READ_RECORDS');
    check(role('B', 'Agents', 'READ_RECORDS, CREATE_RECORDS'), ['READ_RECORDS'], everywhere);
    check(role('B', 'Agents', 'READ_RECORDS, CREATE_RECORDS'), [], `task Other { field A: number  ${everywhere} }`);
  });

  it('takes whole levels only', () => {
    check(`${role('A', 'Agents', 'edit on Records')}\n${role('B', 'Agents', 'view on Records')}`, ['view on Records']);
    check(`${role('A', 'Agents', 'view on Records')}\n${role('B', 'Agents', 'edit on Records')}`, ['view on Records']);
  });

  it('does not rely on roles that end before, on auto-share, or on being an administrator', () => {
    const b = role('B', 'Agents', 'READ_RECORDS', 'expires 2027-01-01');
    const ending = (date: string) => role('A', 'Agents', 'READ_RECORDS', `expires ${date}`);
    check(`${ending('2026-12-31')}\n${b}`, ['READ_RECORDS']);
    check(`${ending('2027-01-01')}\n${b}`, ['READ_RECORDS']);
    check(`${ending('2025-01-01')}\n${b}`, []);
    check(`${role('A', 'Agents', 'READ_RECORDS')}\n${role('B', 'Agents', 'READ_RECORDS', 'auto-share on watch')}`, [
      'READ_RECORDS',
    ]);
    check(role('B', 'alice', 'READ_RECORDS'), [], 'managed role Admin { members alice }');
  });

  it('says nothing of roles with an error', () => {
    check(`${role('A', 'Agents', 'READ_RECORDS')}\n${role('B', 'Agents, nobody', 'READ_RECORDS')}`, []);
    check(role('A', 'Agents', 'READ_RECORDS, READ_RECORDS, READ_RECORD'), []);
  });
});

describe('write-without-read', () => {
  const check = (items: string, words: readonly string[], more = '') =>
    checkReported('write-without-read', desk(items, more), words);

  it('is one finding for each resource', () => {
    check(role('A', 'Agents', 'DELETE_RECORDS, BULK_UPDATE_RECORDS, CREATE_MESSAGES'), [
      'DELETE_RECORDS',
      'CREATE_MESSAGES',
    ]);
    assert.deepEqual(
      messagesOf('write-without-read', desk(role('A', 'Agents', 'DELETE_RECORDS, BULK_UPDATE_RECORDS'))),
      ['`DELETE_RECORDS` and `BULK_UPDATE_RECORDS` without `READ_RECORDS`'],
    );
  });

  it('is not about what has nothing to be read by', () => {
    check(role('A', 'Agents', 'CREATE_RECORD_SHARING, DELETE_ELEMENT_RELATIONS'), []);
    const text = `${people}\n${role('A', 'alice', 'CREATE_ORGANIZATION_USERS, UPDATE_USERS, DELETE_OAUTH_TOKENS')}`;
    checkReported('write-without-read', text, []);
  });

  it('counts levels as they are, and looks for the right to read among them', () => {
    check(role('A', 'Agents', 'admin on Apps, edit on Records'), []);
    check(role('A', 'Agents', 'DELETE_MESSAGES, view on Conversations'), []);
  });

  it('asks whether every member can read anyway', () => {
    const write = role('A', 'alice, Seniors', 'UPDATE_RECORDS');
    check(`${write}\n${role('B', 'Agents', 'READ_RECORDS')}`, []);
    check(`${role('A', 'alice, bob', 'UPDATE_RECORDS')}\n${role('B', 'Seniors', 'READ_RECORDS')}`, ['UPDATE_RECORDS']);
    check(role('A', 'alice', 'UPDATE_RECORDS'), [], 'managed role Admin { members alice }');
  });

  it('is not about roles of accounts, of nobody or with an error', () => {
    check('role A { description "Does"  grants CREATE_RECORDS }\nservice account Bot { purpose "Works"  roles A }', []);
    check('role A { description "Does"  grants CREATE_RECORDS }', []);
    check('role A { description "Does"  grants CREATE_MESSAGES  auto-share on watch }', ['CREATE_MESSAGES']);
    check(role('A', 'Agents', 'CREATE_RECORDS, READ_RECORD'), []);
    checkReported('write-without-read', `${people}\n${role('A', 'alice', 'ADMIN, CREATE_RECORDS')}`, []);
  });
});

describe('dead-invite-grant', () => {
  const invites = role('A', 'alice', 'CREATE_ORGANIZATION_USERS');
  const check = (organization: string, words: readonly string[], roles = invites) =>
    checkReported('dead-invite-grant', `${organization}\n${people}\n${roles}`, words);

  it('holds where nothing else is said', () => {
    check('', ['CREATE_ORGANIZATION_USERS']);
    check('organization "Acme" { domains "acme.com" }', ['CREATE_ORGANIZATION_USERS']);
    check('organization "Acme" { invites any-domain }', []);
  });

  it('points to what says so', () => {
    const text = `organization "Acme" { invites admins-only }\n${people}\n${invites}`;
    const [finding] = findingsOf('dead-invite-grant', text);
    assert.deepEqual(
      finding?.related.map(({ place: { span } }) => text.slice(span.start, span.end)),
      ['invites admins-only'],
    );
  });

  it('says nothing of who can invite anyway, or where an error hides the policy', () => {
    check('', [], role('A', 'alice', 'ADMIN, CREATE_ORGANIZATION_USERS'));
    check('', [], role('A', 'alice', 'edit on Users'));
    check('organization "Acme" { invites allowed }', []);
    check('organisation "Acme" { invites any-domain }', []);
  });
});

describe('missing-purpose', () => {
  it('takes a blank one for none', () => {
    checkReported(
      'missing-purpose',
      'app Desk { service account Bot { purpose " " }  service account Old { inactive } }',
      ['Bot', 'Old'],
    );
  });

  it('says nothing of an account that cannot be read', () => {
    checkReported('missing-purpose', 'app Desk { service account Bot { purpos "Works" } }', []);
  });
});
