// In which order changes are tried, and where there is nothing to try.
import { describe } from 'mocha';
import { check } from './offered.ts';

describe('in which order changes are tried', () => {
  describe('the smaller changes first', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      user cat "c@x.com"
      group Two { members bob, cat }
      group One { members bob }
      group None { }
      role Wide { members Two grants READ_RECORDS, CREATE_RECORDS }
      role Held { members ann, Two grants READ_ROLES }
      role Alone { members ann grants READ_GROUPS }
      role Past { members ann grants CREATE_RECORDS, READ_ROLES expires 2026-11-20 }
      role Late { members ann, One grants CREATE_RECORDS expires 2026-11-20 }
      app Desk {
        role Big { members Two grants CREATE_RECORDS, READ_RECORDS, UPDATE_RECORDS, DELETE_RECORDS }
        role Small { members One, None grants CREATE_RECORDS }
        role Own { members ann, One grants READ_MESSAGES }
        policy A { to Two }
      }
      app Shop { field Owner: user role Clerk { members Two grants CREATE_RECORDS } policy P { to bob when Owner is in Two } }
      app Yard { role Clerk { members Two, One grants CREATE_RECORDS } }`,
      `
      ? ann can CREATE_RECORDS in Desk
        add ann to role Small of Desk
        add ann to role Big of Desk
        grant CREATE_RECORDS in role Own of Desk
        add ann to role Wide | 4 more: CREATE_RECORDS in Shop, CREATE_RECORDS in Yard, CREATE_RECORDS in the organization, READ_RECORDS in the organization
        grant CREATE_RECORDS in role Alone | 3 more: CREATE_RECORDS in Shop, CREATE_RECORDS in Yard, CREATE_RECORDS in the organization
        add ann to group None
        extend role Past to 2026-11-21 | 3 more: CREATE_RECORDS in Shop, CREATE_RECORDS in Yard, CREATE_RECORDS in the organization
        extend role Late to 2026-11-21 | 3 more: CREATE_RECORDS in Shop, CREATE_RECORDS in Yard, CREATE_RECORDS in the organization
        grant CREATE_RECORDS in role Held | 3 more: CREATE_RECORDS in Shop, CREATE_RECORDS in Yard, CREATE_RECORDS in the organization
        add ann to group One | 1 more: CREATE_RECORDS in Yard
        add ann to group Two | 8 more: READ_MESSAGES in Desk | also 1: bob
        and 6 with managed roles
      ? ann can CREATE_RECORDS in organization
        add ann to role Wide | 4 more: CREATE_RECORDS in Desk, CREATE_RECORDS in Shop, CREATE_RECORDS in Yard, READ_RECORDS in the organization
        grant CREATE_RECORDS in role Alone | 3 more: CREATE_RECORDS in Desk, CREATE_RECORDS in Shop, CREATE_RECORDS in Yard
        extend role Past to 2026-11-21 | 3 more: CREATE_RECORDS in Desk, CREATE_RECORDS in Shop, CREATE_RECORDS in Yard
        extend role Late to 2026-11-21 | 3 more: CREATE_RECORDS in Desk, CREATE_RECORDS in Shop, CREATE_RECORDS in Yard
        grant CREATE_RECORDS in role Held | 3 more: CREATE_RECORDS in Desk, CREATE_RECORDS in Shop, CREATE_RECORDS in Yard
        add ann to group Two | 8 more: READ_MESSAGES in Desk | also 1: bob
        and 4 with managed roles
      ? One can CREATE_RECORDS in Desk
      ? Two can READ_MESSAGES in Shop
        grant READ_MESSAGES in role Clerk of Shop, and add a policy of Shop for Two | 1 more: READ_RECORDS in Shop | also 2: bob, cat
        grant READ_MESSAGES in role Wide, and add a policy of Shop for Two | 3 more: READ_RECORDS in Shop, READ_MESSAGES in Desk, READ_MESSAGES in the organization | also 2: bob, cat
        grant READ_MESSAGES in role Held, and add a policy of Shop for Two | 3 more: READ_RECORDS in Shop, READ_MESSAGES in Desk, READ_MESSAGES in the organization | also 3: ann, bob, cat
        and 5 with managed roles
      `,
    );
  });

  describe('broken', () => {
    check(
      `user ann "a@x.com"
      app Desk { role Agent { members ann, nobody grants CREATE_RECORDS } policy P { to when } }`,
      `
      ?! ann can READ_RECORDS in Desk
        grant READ_RECORDS in role Agent of Desk, and add a policy of Desk for ann
        and 4 with managed roles
        in doubt
      `,
    );
  });

  describe('nothing lacks', () => {
    check(
      `user ann "a@x.com"
      app Desk { field Status: choice("a") role Agent { members ann grants READ_RECORDS } policy P { to ann when Status is "a" } default policy }`,
      `
      ?! ann can READ_RECORDS in Desk
      ?! ann can CREATE_RECORDS in Desk when Status is "a" and Status is empty
        grant CREATE_RECORDS in role Agent of Desk | 1 more: CREATE_RECORDS in Desk
        and 4 with managed roles
      `,
    );
  });
});
