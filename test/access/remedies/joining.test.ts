// What joining a group changes for others: conditions that ask who is in it, and what the group is named in.
import { describe } from 'mocha';
import { check } from './offered.ts';

describe('what joining a group changes', () => {
  describe('conditions that ask who is in it', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      user cat "c@x.com"
      user dan "d@x.com" { inactive }
      group Team { members bob }
      group Other { members cat }
      app Desk {
        field Owner: user
        field Second: user
        field Status: text
        role Agent { members Team, bob, cat, dan grants READ_RECORDS }
        policy A { to bob when Owner is in Team }
        policy B { to cat when not (Owner is in Team) }
        policy C { to dan when Owner is in Team }
        default policy
      }
      app Shop {
        field Owner: user
        field Second: user
        field Status: text
        role Clerk { members bob, cat, Team grants READ_RECORDS }
        policy A { to bob when Status is "x" and (Owner is in Team or Owner is in Other) }
        policy B { to cat when not (Owner is in Team) or Status is "y" }
        service account Bot { roles Clerk inactive }
      }`,
      `
      ? ann can READ_RECORDS in Desk
        add ann to role Agent of Desk
        add ann to group Team | also 1: bob
        and 8 with managed roles
      `,
    );
  });

  describe('what nobody gains by it', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      user cat "c@x.com"
      group Team { members cat }
      app Desk {
        field Owner: user
        role Agent { members Team, bob grants READ_RECORDS }
        policy A { to bob when not (Owner is in Team) and Owner is not empty }
        policy B { to Team }
      }`,
      `
      ? ann can READ_RECORDS in Desk
        add ann to group Team
        add ann to role Agent of Desk, and name ann in policy B of Desk
        add ann to role Agent of Desk, and add a policy of Desk for ann
        and 11 with managed roles
      `,
    );
  });

  describe('what the one who joins gains by it', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group Team { members bob }
      role Org { members Team grants READ_ROLES }
      app Desk {
        field Owner: user
        field Line: group
        role Agent { members Team grants READ_RECORDS }
        role Mine { members ann grants DELETE_RECORDS }
        policy A { to ann when Owner is in Team }
        policy B { to Team when Owner is empty }
        policy C { to ann when Line contains current user }
        service account Bot { usable by Team }
      }
      app Shop {
        field Line: group
        role Mine { members ann grants UPDATE_RECORDS }
        policy C { to ann when Line contains current user }
      }
      app Field { role Mine { members ann grants UPDATE_RECORDS } policy C { to Team } }
      record r in Desk { Owner empty Line Team }`,
      `
      ? ann can READ_RECORDS on r
        add ann to group Team | 6 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk, UPDATE_RECORDS in Shop, UPDATE_RECORDS in Field
        add ann to role Agent of Desk, and let the record say Owner bob | 2 more: READ_RECORDS in Desk, DELETE_RECORDS on this record
        add ann to role Agent of Desk, and share the record with ann | 2 more: READ_RECORDS in Desk, DELETE_RECORDS on this record
        grant READ_RECORDS in role Mine of Desk, and let the record say Owner bob | 2 more: READ_RECORDS in Desk, DELETE_RECORDS on this record
        grant READ_RECORDS in role Mine of Desk, and share the record with ann | 2 more: READ_RECORDS in Desk, DELETE_RECORDS on this record
        add ann to role Agent of Desk, and name ann in policy B of Desk | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        add ann to role Agent of Desk, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        grant READ_RECORDS in role Mine of Desk, and name ann in policy B of Desk | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        grant READ_RECORDS in role Mine of Desk, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        and 21 with managed roles
      ? ann can READ_ROLES in organization
        add ann to role Org
        add ann to group Team | 5 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk, UPDATE_RECORDS in Shop, UPDATE_RECORDS in Field
        and 1 with managed roles
      ? ann can DELETE_RECORDS on r
        let the record say Owner bob
        share the record with ann
        name ann in policy B of Desk | 1 more: DELETE_RECORDS in Desk
        add a policy of Desk for ann | 1 more: DELETE_RECORDS in Desk
        add ann to group Team | 6 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk, UPDATE_RECORDS in Shop, UPDATE_RECORDS in Field
        and 1 with managed roles
      `,
    );
  });
});
