// Differences in who may pick service accounts, whom the organization lets invite, and who administers it.
import { describe, it } from 'mocha';
import { checkBothWays } from './compared.ts';

describe('difference: use and invitations', () => {
  it('accounts that are named, switched on and off, new and gone', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com" { inactive }
      user c "c@x.com"
      group G { members a, b }
      app Desk { service account Same { usable by a, G } }
      --- before
      app Shop {
        service account One { usable by a, G }
        service account Two { inactive usable by c, G }
        service account Three { usable by c }
        service account Four { usable by b, c }
      }
      --- after
      app Shop {
        service account One { usable by c }
        service account Two { usable by c, G }
        service account Four { inactive usable by b, c }
        service account Five { usable by a, c }
      }`,
      `
      3 gained, 3 lost
      + \`G\` (1 member), \`c\` gain the use of \`Shop.Two\`
          now by \`usable by\`
      + \`a\`, \`c\` gain the use of \`Shop.Five\`
          now by \`usable by\`
      + \`c\` gains the use of \`Shop.One\`
          now by \`usable by\`
      - \`G\` (1 member) lose the use of \`Shop.One\`
          before by \`usable by\`
      - \`c\` loses the use of \`Shop.Four\`
          before by \`usable by\`
      - \`c\` loses the use of \`Shop.Three\`
          before by \`usable by\`
      --- back
      3 gained, 3 lost
      + \`G\` (1 member) gain the use of \`Shop.One\`
          now by \`usable by\`
      + \`c\` gains the use of \`Shop.Four\`
          now by \`usable by\`
      + \`c\` gains the use of \`Shop.Three\`
          now by \`usable by\`
      - \`G\` (1 member), \`c\` lose the use of \`Shop.Two\`
          before by \`usable by\`
      - \`a\`, \`c\` lose the use of \`Shop.Five\`
          before by \`usable by\`
      - \`c\` loses the use of \`Shop.One\`
          before by \`usable by\``,
    );
  });

  it('who is in a group that may pick one', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      app Desk { service account One { usable by G } service account Two { usable by b } }
      --- before
      group G { members a }
      --- after
      group G { members a, b }`,
      `
      1 gained
      + \`b\` gains the use of \`Desk.One\`
          now by \`usable by\`
      --- back
      1 lost
      - \`b\` loses the use of \`Desk.One\`
          before by \`usable by\``,
    );
  });

  it('invitations by domain', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      group G { members a }
      managed role "Admin" { members c }
      role Inviter { members G grants CREATE_ORGANIZATION_USERS }
      --- before
      organization { domains "x.com", "y.com" invites allowed-domains }
      --- after
      organization { domains "z.com", "x.com" invites allowed-domains }`,
      `
      1 changed
      ~ \`G\` (1 member) have the right to invite in the organization for other addresses
          before: when \`the address is of x.com, y.com\`
          now: when \`the address is of x.com, z.com\`
      --- back
      1 changed
      ~ \`G\` (1 member) have the right to invite in the organization for other addresses
          before: when \`the address is of x.com, z.com\`
          now: when \`the address is of x.com, y.com\``,
    );
  });

  it('invitations of anybody, and of nobody', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      organization { domains "x.com" invites allowed-domains }
      role Other { members b grants READ_ROLES, CREATE_ORGANIZATION_USERS }
      --- before
      role Inviter { members a grants CREATE_ORGANIZATION_USERS }
      --- after
      role Inviter { members b grants CREATE_ORGANIZATION_USERS }`,
      `
      1 lost
      - \`a\` loses \`CREATE_ORGANIZATION_USERS\` in the organization
          before by role \`Inviter\`
      --- back
      1 gained
      + \`a\` gains \`CREATE_ORGANIZATION_USERS\` in the organization
          now by role \`Inviter\``,
    );
  });

  it('from no domain to any', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      group G { members b }
      role Inviter { members a, G grants CREATE_ORGANIZATION_USERS }
      app Desk { service account Bot { roles organization.Inviter } }
      --- before
      organization { domains "x.com" invites admins-only }
      --- after
      organization { domains "x.com" invites any-domain }`,
      `
      1 gained
      + \`G\` (1 member), \`a\` gain the right to invite in the organization
      --- back
      1 lost
      - \`G\` (1 member), \`a\` lose the right to invite in the organization`,
    );
  });

  it('from some domains to any, and who comes and goes', () => {
    checkBothWays(
      `user b "b@x.com"
      role Inviter { members "Internal Users" grants CREATE_ORGANIZATION_USERS }
      --- before
      organization { domains "x.com" invites allowed-domains }
      user a "a@x.com"
      --- after
      organization { domains "x.com" invites any-domain }
      user c "c@x.com"`,
      `
      2 gained, 1 widened, 2 lost
      + \`c\` (new) gains the right to invite in the organization
      + \`c\` (new) gains \`CREATE_ORGANIZATION_USERS\` in the organization
          now by role \`Inviter\` through \`Internal Users\`
      > \`"Internal Users"\` (1 member, not \`c\`) have the right to invite in the organization for more addresses
          before: when \`the address is of x.com\`
          now: always
      - \`a\` (gone) loses the right to invite in the organization
          before: when \`the address is of x.com\`
      - \`a\` (gone) loses \`CREATE_ORGANIZATION_USERS\` in the organization
          before by role \`Inviter\` through \`Internal Users\`
      --- back
      2 gained, 1 narrowed, 2 lost
      + \`a\` (new) gains the right to invite in the organization
          when \`the address is of x.com\`
      + \`a\` (new) gains \`CREATE_ORGANIZATION_USERS\` in the organization
          now by role \`Inviter\` through \`Internal Users\`
      < \`"Internal Users"\` (1 member, not \`c\`) have the right to invite in the organization for fewer addresses
          before: always
          now: when \`the address is of x.com\`
      - \`c\` (gone) loses the right to invite in the organization
      - \`c\` (gone) loses \`CREATE_ORGANIZATION_USERS\` in the organization
          before by role \`Inviter\` through \`Internal Users\``,
    );
  });

  it('administrators', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      organization { domains "x.com" invites admins-only }
      app Desk { field Status: text role R { members a grants READ_RECORDS } policy P { to a when Status is "x" } }
      --- before
      managed role "Admin" { members b }
      --- after
      managed role "Admin" { members a }`,
      `
      2 gained, 1 widened, 2 lost
      + \`a\` gains everything, by \`ADMIN\` in the organization
          now by role \`Admin\`
      - \`b\` loses everything, by \`ADMIN\` in the organization
          before by role \`Admin\`
      + \`a\` gains \`admin on Apps\`, \`edit on Attachments\`, \`admin on Conversations\`, \`admin on Automations\`, \`edit on Relationships\`, \`edit on Analytics\`, \`admin on "AI Providers"\`, 35 more permissions in \`Desk\`
          now by role \`Admin\` (\`ADMIN\`)
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`Status is "x"\`
          now: always
          for example \`a\` in \`Desk\`, now: \`Status "other"\`
          now by role \`Admin\` (\`ADMIN\`)
      - \`b\` loses every permission of an object in \`Desk\`
          before by role \`Admin\` (\`ADMIN\`)
      --- back
      2 gained, 1 narrowed, 2 lost
      + \`b\` gains everything, by \`ADMIN\` in the organization
          now by role \`Admin\`
      - \`a\` loses everything, by \`ADMIN\` in the organization
          before by role \`Admin\`
      + \`b\` gains every permission of an object in \`Desk\`
          now by role \`Admin\` (\`ADMIN\`)
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: always
          now: when \`Status is "x"\`
          for example \`a\` in \`Desk\`, before: \`Status "other"\`
          before by role \`Admin\` (\`ADMIN\`)
      - \`a\` loses \`admin on Apps\`, \`edit on Attachments\`, \`admin on Conversations\`, \`admin on Automations\`, \`edit on Relationships\`, \`edit on Analytics\`, \`admin on "AI Providers"\`, 35 more permissions in \`Desk\`
          before by role \`Admin\` (\`ADMIN\`)`,
    );
  });
});
