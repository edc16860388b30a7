// Rules about what the organization's roles reach, and about roles that reach nothing: what their pages have no room for.
import { describe, it } from 'mocha';
import { checkReported } from './reported.ts';

describe('overbroad-org-grant and org-role-used-once, with tables', () => {
  const text = (table: string, grants: string) => `
user alice "alice@acme.com"
group Agents { description "Work"  members alice }
role Clerk { description "Works"  members Agents  grants ${grants} }
app Desk { field Subject: text  policy Tickets { to Agents } }
app Payroll { field Salary: number }
table Countries { field Code: text  ${table} }`;

  it('take what everybody sees in a table for no use of a role', () => {
    for (const table of ['', 'default policy', 'policy All { to "Internal Users" }'])
      checkReported('overbroad-org-grant', text(table, 'READ_RECORDS'), ['Clerk']);
    checkReported('org-role-used-once', text('default policy', 'READ_CHARTS'), ['Clerk']);
    checkReported('overbroad-org-grant', text('policy Own { to Agents }', 'READ_RECORDS'), []);
    checkReported('org-role-used-once', text('policy Own { to Agents }', 'READ_CHARTS'), []);
  });

  it('find what a policy says of the holders themselves, wherever it stands', () => {
    const [own, all] = ['policy Own { to Agents }', 'default policy'];
    for (const table of [`${own} ${all}`, `${all} ${own}`, 'policy Both { to "Internal Users", Agents }'])
      checkReported('overbroad-org-grant', text(table, 'READ_RECORDS'), []);
  });

  it('are silent where everything is needed, tables that everybody sees among it', () => {
    const all = text('default policy', 'READ_RECORDS').replace('field Salary: number', 'default policy');
    checkReported('overbroad-org-grant', all, []);
  });
});

describe('role-without-data-access, for accounts', () => {
  const text = (items: string) => `
user alice "alice@acme.com"
app Desk {
  field Subject: text
  role Import { description "Loads"  grants READ_RECORDS }
  service account Loader { purpose "Loads"  roles Import }
  ${items}
}`;

  it('leaves one that is idle altogether to another rule', () => {
    checkReported('role-without-data-access', text(''), []);
    checkReported(
      'role-without-data-access',
      text('automation A { trigger temporal  runs as Loader  built by alice  action notification }'),
      ['Import'],
    );
    checkReported(
      'role-without-data-access',
      text('policy None { to Loader  when Subject is "a" and Subject is "b" }'),
      ['Import'],
    );
    checkReported('role-without-data-access', text('policy Some { to Loader  when Subject is "a" }'), []);
  });
});

describe('unused-role', () => {
  it('leaves open what a wrong name in the roles of an account means', () => {
    const text = (roles: string) => `
role Everywhere { description "Reads"  grants READ_RECORDS }
app Desk {
  role Import { description "Loads"  grants READ_RECORDS }
  service account Loader { purpose "Loads"  ${roles} }
}
app Other { role Import { description "Loads"  grants READ_RECORDS } }`;
    checkReported('unused-role', text(''), ['Everywhere', 'Import', 'Import']);
    checkReported('unused-role', text('roles Import'), ['Everywhere', 'Import']);
    checkReported('unused-role', text('roles "Data Loading"'), ['Everywhere', 'Import']);
  });
});

describe('rules about groups of a directory', () => {
  it('know who is in a group, nested or not', () => {
    const nested = { value: 'inner', type: 'Group' };
    const resources = [
      { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], id: '1', userName: 'alice' },
      group('inner', [{ value: '1', type: 'User' }]),
      group('outer', [nested]),
    ];
    const project = `--- file: main.writ
organization "Acme" { domains "acme.com" }
directory "people.scim.json"
app Desk {
  field Subject: text
  policy Shown { to outer }
}
--- file: people.scim.json
${JSON.stringify(resources)}`;
    checkReported('data-access-without-permission', project, ['Shown']);
  });
});

function group(name: string, members: readonly unknown[]): unknown {
  return { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], id: name, displayName: name, members };
}
