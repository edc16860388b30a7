// What granting more in a role and extending it bring: to whoever asks, and to everybody who holds the role.
import { describe } from 'mocha';
import { check } from './offered.ts';

describe('what a role would grant to its holders', () => {
  describe('members, groups, accounts and relations', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      user cat "c@x.com" { inactive }
      user dan "d@x.com"
      group Team { members ann, dan }
      role Past { members ann, bob, cat grants READ_ROLES, READ_RECORDS expires 2026-11-20 }
      role Today { members ann grants READ_GROUPS expires 2026-11-21 }
      role Unread { members ann grants READ_ROLES expires 2026-02-30 }
      app Desk {
        field Owner: user as assignee
        role Old { members Team, bob grants READ_RECORDS expires 2026-01-01 }
        role Now { members Team, bob grants CREATE_RECORDS }
        role Watch { grants UPDATE_RECORDS auto-share on watch }
        role Gone { grants DELETE_RECORDS auto-share on watch expires 2026-01-01 }
        default policy
        service account Bot { roles Now, Old, organization.Past }
      }
      record r in Desk { Owner ann watched by ann, dan }
      record s in Desk { Owner bob }`,
      `
      ? ann can READ_ROLES in organization
        grant READ_ROLES in role Today
        extend role Past to 2026-11-21 | 2 more: READ_RECORDS in Desk, READ_RECORDS in the organization | also 2: bob, Desk.Bot
        and 1 with managed roles
      ? ann can READ_GROUPS in organization
      ? ann can READ_USERS in organization
        grant READ_USERS in role Today
        and 1 with managed roles
      ? ann can READ_RECORDS in Desk
        grant READ_RECORDS in role Today | 1 more: READ_RECORDS in the organization
        grant READ_RECORDS in role Now of Desk | also 2: dan, bob
        extend role Old of Desk to 2026-11-21 | also 2: dan, bob
        extend role Past to 2026-11-21 | 2 more: READ_RECORDS in the organization, READ_ROLES in the organization | also 2: bob, Desk.Bot
        and 8 with managed roles
      ? ann can READ_RECORDS on r
        grant READ_RECORDS in role Watch of Desk | also 1: dan
        grant READ_RECORDS in role Today | 2 more: READ_RECORDS in Desk, READ_RECORDS in the organization
        grant READ_RECORDS in role Now of Desk | 1 more: READ_RECORDS in Desk | also 2: dan, bob
        extend role Old of Desk to 2026-11-21 | 1 more: READ_RECORDS in Desk | also 2: dan, bob
        extend role Past to 2026-11-21 | 3 more: READ_RECORDS in Desk, READ_RECORDS in the organization, READ_ROLES in the organization | also 2: bob, Desk.Bot
        and 8 with managed roles
      ? ann can READ_MESSAGES in Desk
        grant READ_MESSAGES in role Today | 1 more: READ_MESSAGES in the organization
        grant READ_MESSAGES in role Now of Desk | also 2: dan, bob
        and 7 with managed roles
      ? ann can DELETE_RECORDS on r
        grant DELETE_RECORDS in role Watch of Desk | also 1: dan
        extend role Gone of Desk to 2026-11-21 | also 1: dan
        grant DELETE_RECORDS in role Today | 2 more: DELETE_RECORDS in Desk, DELETE_RECORDS in the organization
        grant DELETE_RECORDS in role Now of Desk | 1 more: DELETE_RECORDS in Desk | also 2: dan, bob
        and 3 with managed roles
      ? ann can DELETE_RECORDS on s
        grant DELETE_RECORDS in role Today | 2 more: DELETE_RECORDS in Desk, DELETE_RECORDS in the organization
        grant DELETE_RECORDS in role Now of Desk | 1 more: DELETE_RECORDS in Desk | also 2: dan, bob
        and 3 with managed roles
      ? Team can READ_RECORDS on s
        grant READ_RECORDS in role Now of Desk, and share the record with Team | also 3: ann, dan, bob
        extend role Old of Desk to 2026-11-21, and share the record with Team | also 3: ann, dan, bob
        grant READ_RECORDS in role Now of Desk, and add a policy of Desk for Team | 1 more: READ_RECORDS in Desk | also 3: ann, dan, bob
        extend role Old of Desk to 2026-11-21, and add a policy of Desk for Team | 1 more: READ_RECORDS in Desk | also 3: ann, dan, bob
        and 11 with managed roles
      ? Desk.Bot can READ_RECORDS on s
        grant READ_RECORDS in role Now of Desk, and share the record with Desk.Bot | also 3: ann, dan, bob
        extend role Old of Desk to 2026-11-21, and share the record with Desk.Bot | also 3: ann, dan, bob
        grant READ_RECORDS in role Now of Desk, and add a policy of Desk for Desk.Bot | 1 more: READ_RECORDS in Desk | also 3: ann, dan, bob
        extend role Old of Desk to 2026-11-21, and add a policy of Desk for Desk.Bot | 1 more: READ_RECORDS in Desk | also 3: ann, dan, bob
        extend role Past to 2026-11-21, and share the record with Desk.Bot | 2 more: READ_RECORDS in the organization, READ_ROLES in the organization | also 2: ann, bob
        extend role Past to 2026-11-21, and add a policy of Desk for Desk.Bot | 3 more: READ_RECORDS in Desk, READ_RECORDS in the organization, READ_ROLES in the organization | also 2: ann, bob
        and 9 with managed roles
      ? Desk.Bot can DELETE_RECORDS on s
        grant DELETE_RECORDS in role Now of Desk, and share the record with Desk.Bot | also 3: ann, dan, bob
        grant DELETE_RECORDS in role Now of Desk, and add a policy of Desk for Desk.Bot | 1 more: DELETE_RECORDS in Desk | also 3: ann, dan, bob
        and 5 with managed roles
      ? "Internal Users" can READ_RECORDS on s
        and 8 with managed roles
      `,
    );
  });

  describe('relations that reach the whole object', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group Team { members bob }
      app Desk {
        field Owner: user as assignee
        field Line: group as assignee
        role Watch { grants UPDATE_RECORDS, READ_RECORDS auto-share on watch }
        role Gone { grants DELETE_RECORDS auto-share on assign expires 2026-01-01 }
        role Line { grants CREATE_RECORDS auto-share on group-assign }
        default policy
      }
      app Shop { role Watch { grants CREATE_RECORDS auto-share on watch } }
      record r in Desk { Owner ann Line Team }
      record s in Desk { watched by bob }
      record t in Desk { watched by Team }
      record u in Shop { watched by Team }
      --- file: writ.json
      { "semantics": { "autoShareReach": "object" } }`,
      `
      ? ann can UPDATE_RECORDS on r
        add ann to group Team | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        let ann watch the record | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to role Watch of Desk | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 7 with managed roles
      ? ann can UPDATE_RECORDS in Desk
        add ann to group Team | 1 more: READ_RECORDS in Desk
        add ann to role Watch of Desk | 1 more: READ_RECORDS in Desk
        and 7 with managed roles
      ? ann can DELETE_RECORDS on s
        extend role Gone of Desk to 2026-11-21 | 1 more: DELETE_RECORDS in Desk | also 1: bob
        and 3 with managed roles
      ? ann can DELETE_RECORDS in Desk
        extend role Gone of Desk to 2026-11-21 | also 1: bob
        and 3 with managed roles
      ? ann can CREATE_RECORDS on s
        add ann to role Line of Desk
        and 6 with managed roles
      ? ann can CREATE_RECORDS in Shop
        add ann to group Team | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to role Watch of Shop
        and 6 with managed roles
      ? bob can DELETE_RECORDS on r
        grant DELETE_RECORDS in role Watch of Desk | 1 more: DELETE_RECORDS in Desk
        extend role Gone of Desk to 2026-11-21 | 1 more: DELETE_RECORDS in Desk | also 1: ann
        and 3 with managed roles
      `,
    );
  });

  describe('what several roles give at once, at several places', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group Team { members ann }
      group Crew { members bob }
      role Org { members Crew grants READ_ROLES, READ_RECORDS, UPDATE_RECORDS }
      role Wide { members ann grants READ_GROUPS }
      app Desk {
        field Status: text
        field Owner: user as assignee
        role Agent { members Team grants CREATE_RECORDS }
        role Linked { grants READ_RECORDS auto-share on watch, mention }
        policy A { to Team when Status is "x" }
        policy B { to Crew when Status is "y" }
      }
      app Shop {
        field Status: text
        role Clerk { members Crew, ann grants READ_RECORDS }
        policy A { to ann when Status is "x" }
        policy B { to Crew when Status is "x" or Status is "y" }
      }
      app Yard { role Clerk { members Crew grants READ_RECORDS } }
      record r in Desk { Status "x" Owner bob watched by ann mentions Crew }
      record s in Shop { Status "y" }`,
      `
      ? ann can READ_ROLES in organization
        grant READ_ROLES in role Wide
        add ann to role Org | 5 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, UPDATE_RECORDS in Shop, READ_RECORDS in the organization
        add ann to group Crew | 6 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, READ_RECORDS in Shop, UPDATE_RECORDS in Shop
        and 1 with managed roles
      ? ann can UPDATE_RECORDS on r
        grant UPDATE_RECORDS in role Linked of Desk
        grant UPDATE_RECORDS in role Agent of Desk | 1 more: UPDATE_RECORDS in Desk
        grant UPDATE_RECORDS in role Wide | 3 more: UPDATE_RECORDS in Desk, UPDATE_RECORDS in Shop, UPDATE_RECORDS in the organization
        add ann to role Org | 6 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, UPDATE_RECORDS in Shop, READ_RECORDS in the organization
        add ann to group Crew | 7 more: READ_RECORDS in Desk
        and 7 with managed roles
      ? ann can UPDATE_RECORDS in Shop when Status is "x"
        grant UPDATE_RECORDS in role Clerk of Shop
        grant UPDATE_RECORDS in role Wide | 2 more: UPDATE_RECORDS in Desk, UPDATE_RECORDS in the organization
        add ann to role Org | 5 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, READ_RECORDS in the organization, UPDATE_RECORDS in the organization
        add ann to group Crew | 7 more: READ_RECORDS in Shop
        and 7 with managed roles
      ? ann can READ_RECORDS on s
        let the record say Status "x"
        share the record with ann
        name ann in policy B of Shop | 1 more: READ_RECORDS in Shop
        add a policy of Shop for ann | 1 more: READ_RECORDS in Shop
        add ann to group Crew | 7 more: READ_RECORDS in Shop
        and 1 with managed roles
      ? bob can READ_RECORDS on r
        let the record say Status "y" | 1 more: UPDATE_RECORDS on this record
        share the record with bob | 1 more: UPDATE_RECORDS on this record
        name bob in policy A of Desk | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add a policy of Desk for bob | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add bob to group Team | 3 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 1 with managed roles
      ? bob can DELETE_RECORDS on r
        grant DELETE_RECORDS in role Linked of Desk, and let the record say Status "y" | 2 more: READ_RECORDS on this record, UPDATE_RECORDS on this record
        grant DELETE_RECORDS in role Linked of Desk, and share the record with bob | 2 more: READ_RECORDS on this record, UPDATE_RECORDS on this record | also 1: ann
        grant DELETE_RECORDS in role Linked of Desk, and name bob in policy A of Desk | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: ann
        grant DELETE_RECORDS in role Linked of Desk, and add a policy of Desk for bob | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: ann
        add bob to group Team, and grant DELETE_RECORDS in role Linked of Desk | 3 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: ann
        grant DELETE_RECORDS in role Org, and let the record say Status "y" | 5 more: DELETE_RECORDS in Desk, READ_RECORDS on this record, UPDATE_RECORDS on this record, DELETE_RECORDS in Shop
        grant DELETE_RECORDS in role Org, and share the record with bob | 5 more: DELETE_RECORDS in Desk, READ_RECORDS on this record, UPDATE_RECORDS on this record, DELETE_RECORDS in Shop
        grant DELETE_RECORDS in role Org, and name bob in policy A of Desk | 5 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, DELETE_RECORDS in Desk, DELETE_RECORDS in Shop
        grant DELETE_RECORDS in role Org, and add a policy of Desk for bob | 5 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, DELETE_RECORDS in Desk, DELETE_RECORDS in Shop
        add bob to group Team, and grant DELETE_RECORDS in role Org | 6 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk, UPDATE_RECORDS in Desk, DELETE_RECORDS in Desk
        and 11 with managed roles
      ? Crew can CREATE_RECORDS on r
        grant CREATE_RECORDS in role Linked of Desk | also 1: bob
        add Crew to role Agent of Desk | also 1: bob
        grant CREATE_RECORDS in role Org | 3 more: CREATE_RECORDS in Shop, CREATE_RECORDS in Yard, CREATE_RECORDS in the organization | also 1: bob
        and 6 with managed roles
      ? Team can READ_RECORDS on r
        let Team watch the record
        mention Team in the record
        add Team to role Linked of Desk | 1 more: READ_RECORDS in Desk | also 1: ann
        grant READ_RECORDS in role Agent of Desk | 1 more: READ_RECORDS in Desk | also 1: ann
        add Team to role Org | 5 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, READ_RECORDS in the organization, UPDATE_RECORDS in the organization | also 1: ann
        and 8 with managed roles
      `,
    );
  });
});
