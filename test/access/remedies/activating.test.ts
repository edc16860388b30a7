// What switching somebody on brings: everything that they are named for, by themselves and by groups that fill themselves.
import { describe } from 'mocha';
import { check } from './offered.ts';

describe('what activating somebody brings', () => {
  describe('a user', () => {
    check(
      `organization { domains "x.com" }
      user ann "a@x.com" { inactive }
      user bob "b@x.com"
      user out "o@z.com" { inactive external }
      group Team { members ann }
      group Same { domain "x.com" }
      group Zed { domain "z.com" }
      role Inner { members "Internal Users" grants READ_ROLES }
      role Outer { members "External Users", Zed grants READ_GROUPS }
      role Home { members Same grants READ_USERS }
      role Named { members ann, bob grants READ_ACTIVITY_LOGS }
      app Desk {
        field Owner: user
        field Line: group as assignee
        role Agent { members ann, Team grants READ_RECORDS }
        role Watcher { grants UPDATE_RECORDS auto-share on watch }
        policy A { to ann when Owner is current user }
        policy B { to Team, Zed when Owner is in Same }
        policy C { to bob when Owner is in Same }
        service account Bot { usable by ann, "Internal Users", out }
        service account Idle { inactive usable by ann }
      }
      record r in Desk { Owner ann watched by ann }
      record s in Desk { Owner bob Line Team watched by out, bob shared with out }`,
      `
      ? ann can READ_RECORDS on r
        activate ann | 7 more: READ_ACTIVITY_LOGS in Desk
      ? ann can UPDATE_RECORDS on r
        activate ann | 6 more: READ_ACTIVITY_LOGS in Desk, READ_RECORDS in Desk, READ_ACTIVITY_LOGS in the organization, READ_ROLES in the organization
      ? ann can READ_RECORDS on s
        activate ann | 6 more: READ_ACTIVITY_LOGS in Desk, READ_RECORDS in Desk, READ_ACTIVITY_LOGS in the organization, READ_ROLES in the organization
      ? ann can READ_ROLES in organization
        activate ann | 5 more: READ_ACTIVITY_LOGS in Desk, READ_RECORDS in Desk, READ_ACTIVITY_LOGS in the organization, READ_USERS in the organization
      ? ann can READ_ACTIVITY_LOGS in organization
        activate ann | 5 more: READ_ACTIVITY_LOGS in Desk, READ_RECORDS in Desk, READ_ROLES in the organization, READ_USERS in the organization
      ? out can READ_GROUPS in organization
        activate out | 1 more: the use of Desk.Bot
      ? out can UPDATE_RECORDS on s
        activate out | 2 more: READ_GROUPS in the organization, the use of Desk.Bot
      ? out can READ_RECORDS in Desk
        and 1 with managed roles
      ? ann can DELETE_RECORDS on r
        activate ann, and grant DELETE_RECORDS in role Watcher of Desk | 7 more: READ_ACTIVITY_LOGS in Desk
        activate ann, and grant DELETE_RECORDS in role Agent of Desk | 8 more: READ_ACTIVITY_LOGS in Desk
        activate ann, and grant DELETE_RECORDS in role Inner | 9 more: READ_ACTIVITY_LOGS in Desk | also 1: bob
        activate ann, and grant DELETE_RECORDS in role Home | 9 more: READ_ACTIVITY_LOGS in Desk | also 1: bob
        activate ann, and grant DELETE_RECORDS in role Named | 9 more: READ_ACTIVITY_LOGS in Desk | also 1: bob
        and 3 with managed roles
      `,
    );
  });

  describe('a service account', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com" { inactive }
      group Team { members ann, bob }
      role Org { grants READ_ROLES }
      app Desk {
        field Owner: user as assignee
        role Agent { grants READ_RECORDS }
        role Doer { grants UPDATE_RECORDS auto-share on assign }
        policy A { to Idle when Owner is current user }
        policy B { to Shop.Idle }
        service account Idle { inactive roles Agent, organization.Org usable by Team }
        service account Off { inactive usable by bob }
      }
      app Shop { service account Idle { inactive roles Desk.Agent } }
      record r in Desk { Owner Idle watched by Idle }`,
      `
      ? Desk.Idle can READ_RECORDS on r
        activate Desk.Idle | 3 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, READ_ROLES in the organization | also 1: ann
      ? Desk.Idle can READ_RECORDS in Desk
        activate Desk.Idle, and name Desk.Idle in policy B of Desk | 2 more: UPDATE_RECORDS in Desk, READ_ROLES in the organization | also 1: ann
        activate Desk.Idle, and add a policy of Desk for Desk.Idle | 2 more: UPDATE_RECORDS in Desk, READ_ROLES in the organization | also 1: ann
        and 1 with managed roles
      ? Desk.Idle can UPDATE_RECORDS on r
        activate Desk.Idle | 3 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, READ_ROLES in the organization | also 1: ann
      ? Desk.Idle can READ_ROLES in organization
        activate Desk.Idle | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: ann
      ? Desk.Off can READ_ROLES in organization
        activate Desk.Off, and give Desk.Off role Org
        and 1 with managed roles
      ? Shop.Idle can READ_RECORDS in Desk
        activate Shop.Idle | 1 more: UPDATE_RECORDS in Desk
      ? ann can use Desk.Idle
        activate Desk.Idle | also 1: Desk.Idle
      ? bob can use Desk.Off
        activate bob, and activate Desk.Off
      `,
    );
  });

  describe('beside a role that grants more, in the object of that role only', () => {
    check(
      `user ann "a@x.com" { inactive }
      user bob "b@x.com"
      app Desk {
        role Agent { members ann, bob grants READ_RECORDS }
        role "Agent changed" { members ann grants DELETE_RECORDS }
        default policy
      }
      app Shop { role Clerk { members bob grants READ_RECORDS } default policy }`,
      `
      ? ann can CREATE_RECORDS in Desk
        activate ann, and grant CREATE_RECORDS in role Agent changed of Desk | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        activate ann, and grant CREATE_RECORDS in role Agent of Desk | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk | also 1: bob
        and 6 with managed roles
      ? ann can CREATE_RECORDS in Shop
        and 6 with managed roles
      `,
    );
  });

  describe('named in a policy, a role, a relation and an account beside others', () => {
    check(
      `user ann "a@x.com" { inactive }
      user bob "b@x.com"
      group Team { members bob }
      role Org { members bob, ann, Team grants READ_ROLES }
      app Desk {
        field Owner: user
        role Agent { members bob, ann grants READ_RECORDS }
        role Watch { grants UPDATE_RECORDS auto-share on watch }
        policy A { to bob, ann when Owner is ann }
        policy B { to bob when Owner is bob }
        service account Bot { usable by bob, ann }
      }
      app Shop { field Owner: user role Clerk { members ann grants READ_RECORDS } policy A { to ann when Owner is empty } }
      record r in Desk { Owner ann watched by bob, ann }
      record s in Desk { Owner bob shared with ann, bob }
      record t in Shop { Owner ann }`,
      `
      ? ann can READ_RECORDS on r
        activate ann | 5 more: READ_RECORDS in Desk, UPDATE_RECORDS on this record, READ_RECORDS in Shop, READ_ROLES in the organization
      ? ann can READ_RECORDS on s
        activate ann | 4 more: READ_RECORDS in Desk, READ_RECORDS in Shop, READ_ROLES in the organization, the use of Desk.Bot
      ? ann can UPDATE_RECORDS on r
        activate ann | 4 more: READ_RECORDS in Desk, READ_RECORDS in Shop, READ_ROLES in the organization, the use of Desk.Bot
      ? ann can READ_RECORDS on t
        activate ann, and let the record say Owner empty | 4 more: READ_RECORDS in Shop, READ_RECORDS in Desk, READ_ROLES in the organization, the use of Desk.Bot
        activate ann, and share the record with ann | 4 more: READ_RECORDS in Shop, READ_RECORDS in Desk, READ_ROLES in the organization, the use of Desk.Bot
        activate ann, and add a policy of Shop for ann | 4 more: READ_RECORDS in Shop, READ_RECORDS in Desk, READ_ROLES in the organization, the use of Desk.Bot
        and 1 with managed roles
      ? ann can READ_RECORDS in Desk when Owner is ann
        activate ann | 3 more: READ_RECORDS in Shop, READ_ROLES in the organization, the use of Desk.Bot
      ? ann can CREATE_RECORDS in Desk
        activate ann, and grant CREATE_RECORDS in role Agent of Desk | 4 more: READ_RECORDS in Desk, READ_RECORDS in Shop, READ_ROLES in the organization, the use of Desk.Bot | also 1: bob
        activate ann, and grant CREATE_RECORDS in role Org | 6 more: READ_RECORDS in Desk, CREATE_RECORDS in Shop, READ_RECORDS in Shop, CREATE_RECORDS in the organization | also 1: bob
        and 6 with managed roles
      ? ann can CREATE_RECORDS in Shop
        activate ann, and grant CREATE_RECORDS in role Clerk of Shop | 4 more: READ_RECORDS in Shop, READ_RECORDS in Desk, READ_ROLES in the organization, the use of Desk.Bot
        activate ann, and grant CREATE_RECORDS in role Org | 6 more: READ_RECORDS in Shop, CREATE_RECORDS in Desk, READ_RECORDS in Desk, CREATE_RECORDS in the organization | also 1: bob
        and 6 with managed roles
      ? ann can DELETE_RECORDS on r
        activate ann, and grant DELETE_RECORDS in role Watch of Desk | 5 more: READ_RECORDS in Desk, UPDATE_RECORDS on this record, READ_RECORDS in Shop, READ_ROLES in the organization | also 1: bob
        activate ann, and grant DELETE_RECORDS in role Agent of Desk | 6 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk, UPDATE_RECORDS on this record, READ_RECORDS in Shop | also 1: bob
        activate ann, and grant DELETE_RECORDS in role Org | 8 more: READ_RECORDS in Desk | also 1: bob
        and 3 with managed roles
      `,
    );
  });

  describe('beside what roles and policies that name somebody would give besides', () => {
    check(
      `user ann "a@x.com" { inactive }
      user bob "b@x.com"
      role Past { members ann, bob grants READ_ROLES expires 2026-11-20 }
      app Desk {
        field Status: text
        role Agent { members ann grants READ_RECORDS }
        role Watch { grants UPDATE_RECORDS auto-share on watch }
        policy A { to ann when Status is "x" }
        policy B { to bob when Status is "y" }
        service account Idle { inactive roles Agent, organization.Past }
      }
      record r in Desk { Status "z" watched by ann }
      record s in Desk { Status "x" }
      --- file: writ.json
      { "semantics": { "autoShareReach": "object" } }`,
      `
      ? ann can READ_ROLES in organization
        activate ann, and extend role Past to 2026-11-21 | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: bob
        and 1 with managed roles
      ? ann can DELETE_RECORDS on s
        activate ann, and grant DELETE_RECORDS in role Watch of Desk | 3 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, DELETE_RECORDS in Desk
        activate ann, and grant DELETE_RECORDS in role Agent of Desk | 3 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, DELETE_RECORDS in Desk
        and 3 with managed roles
      ? ann can READ_RECORDS on r
        activate ann, and let the record say Status "x" | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        activate ann, and share the record with ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        activate ann, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 1 with managed roles
      ? ann can READ_RECORDS in Desk
        activate ann, and add a policy of Desk for ann | 1 more: UPDATE_RECORDS in Desk
        and 1 with managed roles
      ? Desk.Idle can READ_ROLES in organization
        activate Desk.Idle, and extend role Past to 2026-11-21 | also 1: bob
        and 1 with managed roles
      ? Desk.Idle can CREATE_RECORDS in Desk
        activate Desk.Idle, and grant CREATE_RECORDS in role Agent of Desk
        and 6 with managed roles
      `,
    );
  });
});
