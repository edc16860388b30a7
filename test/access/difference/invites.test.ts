// Who may invite whom, where the organization's policy differs: by whom, and in which words.
import { describe, it } from 'mocha';
import { checkBothWays } from './compared.ts';

describe('difference: inviting', () => {
  it('whoever administers invites anybody, before and after', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      managed role "Admin" { members a }
      role Inviter { members a, b grants CREATE_ORGANIZATION_USERS }
      --- before
      organization { domains "x.com" invites allowed-domains }
      --- after
      organization { domains "y.com" invites allowed-domains }`,
      `
      1 changed
      ~ \`b\` has the right to invite in the organization for other addresses
          before: when \`the address is of x.com\`
          now: when \`the address is of y.com\`
      --- back
      1 changed
      ~ \`b\` has the right to invite in the organization for other addresses
          before: when \`the address is of y.com\`
          now: when \`the address is of x.com\``,
    );
  });

  it('who may invite on one side only, and who has another role', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      role Other { members c, b, a grants READ_ROLES }
      --- before
      organization { domains "x.com" invites allowed-domains }
      role Inviter { members a, c grants CREATE_ORGANIZATION_USERS }
      --- after
      organization { domains "y.com", "x.com" invites allowed-domains }
      role Inviter { members b, c grants CREATE_ORGANIZATION_USERS }`,
      `
      2 gained, 1 widened, 2 lost
      + \`b\` gains the right to invite in the organization
          when \`the address is of x.com, y.com\`
      + \`b\` gains \`CREATE_ORGANIZATION_USERS\` in the organization
          now by role \`Inviter\`
      > \`c\` has the right to invite in the organization for more addresses
          before: when \`the address is of x.com\`
          now: when \`the address is of x.com, y.com\`
      - \`a\` loses the right to invite in the organization
          before: when \`the address is of x.com\`
      - \`a\` loses \`CREATE_ORGANIZATION_USERS\` in the organization
          before by role \`Inviter\`
      --- back
      2 gained, 1 narrowed, 2 lost
      + \`a\` gains the right to invite in the organization
          when \`the address is of x.com\`
      + \`a\` gains \`CREATE_ORGANIZATION_USERS\` in the organization
          now by role \`Inviter\`
      < \`c\` has the right to invite in the organization for fewer addresses
          before: when \`the address is of x.com, y.com\`
          now: when \`the address is of x.com\`
      - \`b\` loses the right to invite in the organization
          before: when \`the address is of x.com, y.com\`
      - \`b\` loses \`CREATE_ORGANIZATION_USERS\` in the organization
          before by role \`Inviter\``,
    );
  });

  it('who gains more than others', () => {
    checkBothWays(
      `user d "d@x.com"
      user e "e@x.com"
      --- before
      organization { domains "x.com" invites admins-only }
      managed role "Admin" { }
      role Inviter { grants CREATE_ORGANIZATION_USERS }
      --- after
      organization { domains "x.com" invites allowed-domains }
      managed role "Admin" { members d }
      role Inviter { members d, e grants CREATE_ORGANIZATION_USERS }`,
      `
      4 gained
      + \`d\` gains the right to invite in the organization
      + \`d\` gains everything, by \`ADMIN\` in the organization
          now by role \`Admin\`
      + \`e\` gains the right to invite in the organization
          when \`the address is of x.com\`
      + \`e\` gains \`CREATE_ORGANIZATION_USERS\` in the organization
          now by role \`Inviter\`
      --- back
      4 lost
      - \`d\` loses the right to invite in the organization
      - \`d\` loses everything, by \`ADMIN\` in the organization
          before by role \`Admin\`
      - \`e\` loses the right to invite in the organization
          before: when \`the address is of x.com\`
      - \`e\` loses \`CREATE_ORGANIZATION_USERS\` in the organization
          before by role \`Inviter\``,
    );
  });

  it('members of a group as it was', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      role Inviter { members G grants CREATE_ORGANIZATION_USERS }
      --- before
      organization { domains "x.com" invites allowed-domains }
      group G { members a, b }
      --- after
      organization { domains "x.com" invites admins-only }
      group G { members a }`,
      `
      2 lost
      - \`G\` (2 members) lose the right to invite in the organization
          before: when \`the address is of x.com\`
      - \`b\` loses \`CREATE_ORGANIZATION_USERS\` in the organization
          before by role \`Inviter\` through \`G\`
      --- back
      2 gained
      + \`G\` (2 members) gain the right to invite in the organization
          when \`the address is of x.com\`
      + \`b\` gains \`CREATE_ORGANIZATION_USERS\` in the organization
          now by role \`Inviter\` through \`G\``,
    );
  });

  it('domains in another order', () => {
    checkBothWays(
      `user a "a@x.com"
      role Inviter { members a grants CREATE_ORGANIZATION_USERS }
      --- before
      organization { domains "x.com", "y.com" invites allowed-domains }
      --- after
      organization { domains "y.com", "x.com" invites allowed-domains }`,
      `
      nobody may do more or less
      --- back
      nobody may do more or less`,
    );
  });
});
