// Who is looked at for a change: so many that whoever else was looked at in vain would be counted as perhaps allowed more.
import { describe } from 'mocha';
import { check } from './offered.ts';

const named = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const each = (names: readonly string[], text: (name: string) => string) => names.map(text).join('\n');
const many = named('u', 30);
const everybody = `user ann "a@x.com"
${each(many, (name) => `user ${name} "${name}@x.com"`)}
group All { members ${many.join()} }`;

describe('who is looked at for a change', () => {
  describe('only those to whom a policy opens the record that looks at what changes', () => {
    check(
      `${everybody}
      app Desk {
        field Status: text field Other: text
        role R { members ann, All grants READ_RECORDS }
        policy P { to ann when Status is "x" }
        policy Q { to All when Other is "y" }
        policy B { to All when Nope is "y" }
      }
      record it in Desk { Status "y" Other "z" }`,
      `
      ? ann can READ_RECORDS on it
        let the record say Status "x"
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      `,
    );
  });

  describe('only those who might invite, were it not for the address', () => {
    check(
      `organization { domains "x.com" invites admins-only }
      ${everybody}
      role Inviter { members ann grants CREATE_ORGANIZATION_USERS }
      role Other { members All grants READ_GROUPS }
      managed role "Admin" { members All }`,
      `
      ? ann can invite "n@x.com"
        add ann to managed role Admin | 158 more: ADMIN in the organization
        let addresses of the domains of the organization be invited
        let any address be invited | 1 more: invitations of any address
      `,
    );
  });

  describe('only where the group counts that somebody joins', () => {
    check(
      `${everybody}
      group Few { members ${many.slice(0, 24).join()} }
      group Ops { members ann }
      group Crew { }
      ${each(named('A', 40), (name) => `app ${name} { field F: text role R { members Ops grants CREATE_RECORDS } }`)}
      app Desk {
        field Owner: user field Line: user
        role C { members Crew grants CREATE_RECORDS }
        policy P { to Few when Owner is in Crew }
        policy Q { to All when Line is in Ops }
      }`,
      `
      ? ann can CREATE_RECORDS in Desk
        add ann to role C of Desk
        add ann to group Crew
        and 6 with managed roles
      `,
    );
  });

  describe('no group by a role that has ended', () => {
    const former = named('G', 25);
    check(
      `user ann "a@x.com"
      ${each(former, (name) => `group ${name} { }`)}
      group Real { }
      app Desk {
        role Old { members ${former.join()} grants CREATE_RECORDS expires 2026-01-01 }
        role New { members Real grants CREATE_RECORDS }
      }
      app Shop { role Z { members Real grants CREATE_RECORDS } }`,
      `
      ? ann can CREATE_RECORDS in Desk
        add ann to role New of Desk
        add ann to group Real | 1 more: CREATE_RECORDS in Shop
        and 6 with managed roles
      `,
    );
  });
});
