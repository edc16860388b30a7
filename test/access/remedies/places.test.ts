// What a change brings where: to roles, groups and records beside the ones that it is about.
import { describe } from 'mocha';
import { check } from './offered.ts';

describe('what a change brings where', () => {
  describe('a group or an account that may not join groups', () => {
    check(
      `user ann "a@x.com"
      group Team { members ann }
      group Crew { members ann }
      app Desk { field F: text role R { members Team grants CREATE_RECORDS } service account Two { usable by Team } service account Bot { } }`,
      `
      ? Crew can use Desk.Two
        let Crew use Desk.Two
      ? Desk.Bot can use Desk.Two
      ? Crew can CREATE_RECORDS in Desk
        add Crew to role R of Desk
        and 6 with managed roles
      ? Desk.Bot can CREATE_RECORDS in Desk
        give Desk.Bot role R of Desk
        and 6 with managed roles
      `,
    );
  });

  describe('a policy that is broken', () => {
    check(
      `user ann "a@x.com"
      group Crew { }
      app Desk { field F: text role R { members Crew grants UPDATE_RECORDS } policy P { to Crew when Nope is "x" } policy Q { to Crew when F is "x" } }
      record it in Desk { F "x" }`,
      `
      ? ann can UPDATE_RECORDS on it
        add ann to group Crew | 1 more: UPDATE_RECORDS in Desk
        add ann to role R of Desk, and share the record with ann
        add ann to role R of Desk, and name ann in policy Q of Desk | 1 more: UPDATE_RECORDS in Desk
        add ann to role R of Desk, and add a policy of Desk for ann | 1 more: UPDATE_RECORDS in Desk
        and 16 with managed roles
      ? Crew can READ_RECORDS on it
        grant READ_RECORDS in role R of Desk | 1 more: READ_RECORDS in Desk
        and 8 with managed roles
      `,
    );
  });

  describe('roles of two places', () => {
    check(
      `user ann "a@x.com"
      group G { }
      role X { members G grants CREATE_RECORDS }
      role Own { members ann grants READ_GROUPS }
      app Desk { field F: text role Y { grants READ_AGENTS, READ_ACTIVITY_LOGS } }
      app Shop { field F: text }`,
      `
      ? ann can CREATE_RECORDS and READ_AGENTS in Desk
        grant CREATE_RECORDS, READ_AGENTS in role Own | 4 more: CREATE_RECORDS in Shop, READ_AGENTS in Shop, CREATE_RECORDS in the organization, READ_AGENTS in the organization
        add ann to role X, and add ann to role Y of Desk | 3 more: READ_ACTIVITY_LOGS in Desk, CREATE_RECORDS in Shop, CREATE_RECORDS in the organization
        add ann to group G, and add ann to role Y of Desk | 3 more: READ_ACTIVITY_LOGS in Desk, CREATE_RECORDS in Shop, CREATE_RECORDS in the organization
        and 11 with managed roles
      `,
    );
  });

  describe('a role that is called like a changed one', () => {
    check(
      `user ann "a@x.com"
      app Desk { field F: text role R { grants READ_AGENTS } role "R changed" { members ann grants CREATE_RECORDS } role "R changed again" { members ann grants READ_ACTIVITY_LOGS } }`,
      `
      ? ann can CREATE_RECORDS and READ_AGENTS in Desk
        add ann to role R of Desk
        grant READ_AGENTS in role R changed of Desk
        grant READ_AGENTS in role R changed again of Desk
        and 4 with managed roles
      `,
    );
  });

  describe('an account that holds one of two changed roles', () => {
    check(
      `user ann "a@x.com"
      app Desk { field F: text role Old { members ann grants CREATE_RECORDS expires 2026-01-01 } role X { grants READ_AGENTS } role Z { grants CREATE_RECORDS }
        service account Bot { roles Old, Z } }`,
      `
      ? ann can CREATE_RECORDS and READ_AGENTS in Desk
        add ann to role X of Desk, and add ann to role Z of Desk
        add ann to role X of Desk, and extend role Old of Desk to 2026-11-21
        and 11 with managed roles
      `,
    );
  });

  describe('somebody of a group that is asked for joins another one', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group Ops { members ann }
      group Crew { }
      app Desk { field Owner: user field Team: group role R { members ann grants READ_RECORDS } role C { members Crew grants CREATE_RECORDS } policy P { to ann when Owner is in Ops } }
      app Shop { field Team: group role R { members ann grants READ_RECORDS } policy P { to ann when Team contains current user } }
      app Mine { field Owner: user role R { members bob grants READ_RECORDS } policy P { to bob when Owner is in Crew } }`,
      `
      ? ann can CREATE_RECORDS in Desk
        add ann to role C of Desk
        grant CREATE_RECORDS in role R of Desk
        add ann to group Crew | 1 more: READ_RECORDS in Shop | also 1: bob
        and 6 with managed roles
      `,
    );
  });

  describe('who is asked for is somebody else after joining', () => {
    check(
      `user u1 "1@x.com"
      user u2 "2@x.com"
      user u3 "3@x.com"
      user bob "b@x.com"
      user ann "a@x.com"
      group Crew { }
      app Desk {
        field Owner: user field F: text
        role R { members ann, bob grants CREATE_RECORDS }
        policy P { to bob when Owner is in Crew }
        policy S { to Crew when F is "x" }
      }`,
      `
      ? ann can UPDATE_RECORDS in Desk when F is "x"
        grant UPDATE_RECORDS in role R of Desk, and name ann in policy S of Desk
        grant UPDATE_RECORDS in role R of Desk, and add a policy of Desk for ann when F is "x"
        add ann to group Crew, and grant UPDATE_RECORDS in role R of Desk | also 1: bob
        and 19 with managed roles
      `,
    );
  });

  describe('an inactive user of groups', () => {
    check(
      `user ann "a@x.com" { inactive }
      user bob "b@x.com"
      group Crew { members ann }
      app Desk { field Owner: user role C { members Crew grants CREATE_RECORDS } role R { members bob grants READ_RECORDS } policy P { to bob when Owner is in Crew } policy Q { to bob when not Owner is in "Internal Users" } }`,
      `
      ? ann can CREATE_RECORDS in Desk
        activate ann
      `,
    );
  });

  describe('a record of another object where records give roles of the whole object', () => {
    check(
      `user ann "a@x.com"
      group Crew { }
      app Desk { field F: text role W { grants CREATE_RECORDS auto-share on watch } role Old { grants CREATE_RECORDS auto-share on watch expires 2026-01-01 } }
      app Shop { field F: text role V { grants CREATE_RECORDS auto-share on watch } }
      record it in Desk { watched by Crew }
      record that in Shop { watched by Crew, ann }
--- file: writ.json
      { "semantics": { "autoShareReach": "object" } }`,
      `
      ? ann can CREATE_RECORDS in Desk
        add ann to group Crew
        add ann to role W of Desk
        and 6 with managed roles
      `,
    );
  });

  describe('an object that only has fields for groups', () => {
    check(
      `user ann "a@x.com"
      group Crew { }
      app Desk { role C { members Crew grants CREATE_RECORDS } }
      app Shop { field Team: group role R { members ann grants READ_RECORDS } policy P { to ann when Team contains current user } }`,
      `
      ? ann can CREATE_RECORDS in Desk
        add ann to role C of Desk
        add ann to group Crew | 1 more: READ_RECORDS in Shop
        and 6 with managed roles
      `,
    );
  });

  describe('no system group of whom it cannot be said whether they are external', () => {
    check(
      `organization { domains "x.com", nonsense }
      directory "people.scim.json"
      role In { members "Internal Users" grants READ_GROUPS }
--- file: people.scim.json
{ "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "Resources": [{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1", "userName": "ann", "active": false, "emails": [{ "value": "ann@x.com", "primary": true }] }] }`,
      `
      ? ann can READ_GROUPS in organization
        activate ann, and add ann to role In
        and 1 with managed roles
      `,
    );
  });
});
