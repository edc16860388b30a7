// What would let somebody do something with all records of an object, or with those of which a condition holds.
import { describe } from 'mocha';
import { check } from './offered.ts';

describe('what would let somebody act on all records', () => {
  describe('policies that cover the records only together', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group Team { members bob }
      app Desk {
        field Status: choice("New", "Open")
        field Total: number
        role Agent { members ann, Team grants READ_RECORDS }
        role Maker { members bob grants CREATE_RECORDS, DELETE_RECORDS }
        policy A { to ann when Status is "New" }
        policy B { to ann when Status is "Open" }
        policy C { to Team when Status is empty }
        policy D { to Team when Total > 3 }
        policy E { to Team }
      }
      record r in Desk { Status "New" }`,
      `
      ? ann can READ_RECORDS in Desk
        name ann in policy C of Desk
        name ann in policy E of Desk
        add a policy of Desk for ann
        add ann to group Team
        and 1 with managed roles
      ? ann can READ_RECORDS in Desk when Status is not empty
      ? ann can READ_RECORDS in Desk when Total > 5
        name ann in policy C of Desk | 1 more: READ_RECORDS in Desk
        name ann in policy D of Desk | 1 more: READ_RECORDS in Desk
        name ann in policy E of Desk | 1 more: READ_RECORDS in Desk
        add a policy of Desk for ann when Total > 5
        add ann to group Team | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? ann can DELETE_RECORDS in Desk
        add ann to role Maker of Desk, and name ann in policy C of Desk | 2 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk
        add ann to role Maker of Desk, and name ann in policy E of Desk | 2 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk
        add ann to role Maker of Desk, and add a policy of Desk for ann | 2 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk
        grant DELETE_RECORDS in role Agent of Desk, and name ann in policy C of Desk | 1 more: READ_RECORDS in Desk
        grant DELETE_RECORDS in role Agent of Desk, and name ann in policy E of Desk | 1 more: READ_RECORDS in Desk
        grant DELETE_RECORDS in role Agent of Desk, and add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        add ann to group Team, and add ann to role Maker of Desk | 2 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk
        add ann to group Team, and grant DELETE_RECORDS in role Agent of Desk | 1 more: READ_RECORDS in Desk
        and 9 with managed roles
      ? ann can DELETE_RECORDS in Desk when Status is "New"
        add ann to role Maker of Desk | 2 more: CREATE_RECORDS in Desk, DELETE_RECORDS in Desk
        grant DELETE_RECORDS in role Agent of Desk | 1 more: DELETE_RECORDS in Desk
        and 3 with managed roles
      ? ann can DELETE_RECORDS and CREATE_RECORDS in Desk
        add ann to role Maker of Desk, and name ann in policy C of Desk | 1 more: READ_RECORDS in Desk
        add ann to role Maker of Desk, and name ann in policy E of Desk | 1 more: READ_RECORDS in Desk
        add ann to role Maker of Desk, and add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        grant DELETE_RECORDS, CREATE_RECORDS in role Agent of Desk, and name ann in policy C of Desk | 1 more: READ_RECORDS in Desk
        grant DELETE_RECORDS, CREATE_RECORDS in role Agent of Desk, and name ann in policy E of Desk | 1 more: READ_RECORDS in Desk
        grant DELETE_RECORDS, CREATE_RECORDS in role Agent of Desk, and add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        add ann to group Team, and add ann to role Maker of Desk | 1 more: READ_RECORDS in Desk
        add ann to group Team, and grant DELETE_RECORDS, CREATE_RECORDS in role Agent of Desk | 1 more: READ_RECORDS in Desk
        and 9 with managed roles
      ? ann can CREATE_RECORDS on r
        add ann to role Maker of Desk | 1 more: DELETE_RECORDS in Desk
        grant CREATE_RECORDS in role Agent of Desk
        and 6 with managed roles
      ? ann can DELETE_RECORDS on r
        add ann to role Maker of Desk | 2 more: CREATE_RECORDS in Desk, DELETE_RECORDS in Desk
        grant DELETE_RECORDS in role Agent of Desk | 1 more: DELETE_RECORDS in Desk
        and 3 with managed roles
      ? bob can UPDATE_RECORDS in Desk when Total > 5
        grant UPDATE_RECORDS in role Maker of Desk | 1 more: UPDATE_RECORDS in Desk
        grant UPDATE_RECORDS in role Agent of Desk | 1 more: UPDATE_RECORDS in Desk | also 1: ann
        and 7 with managed roles
      `,
    );
  });

  describe('what is asked for is no side effect', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group Team { members bob }
      role Org { members bob grants READ_RECORDS, CREATE_RECORDS }
      app Desk {
        field Status: choice("New", "Open")
        role Agent { members Team grants READ_RECORDS, CREATE_RECORDS }
        policy A { to Team, ann when Status is "New" }
        policy B { to Team when Status is "Open" }
        policy C { to ann when Status is "Open" }
      }
      app Shop { role Clerk { members Team grants READ_RECORDS } default policy }
      record r in Desk { Status "New" }`,
      `
      ? ann can READ_RECORDS on r
        add ann to role Agent of Desk | 2 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk
        add ann to role Org | 6 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk, CREATE_RECORDS in Shop, READ_RECORDS in Shop
        add ann to group Team | 3 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk, READ_RECORDS in Shop
        and 8 with managed roles
      ? ann can CREATE_RECORDS on r
        add ann to role Agent of Desk | 1 more: READ_RECORDS in Desk
        add ann to role Org | 5 more: READ_RECORDS in Desk, CREATE_RECORDS in Shop, READ_RECORDS in Shop, CREATE_RECORDS in the organization
        add ann to group Team | 2 more: READ_RECORDS in Desk, READ_RECORDS in Shop
        and 6 with managed roles
      ? ann can READ_RECORDS and CREATE_RECORDS on r
        add ann to role Agent of Desk | 1 more: READ_RECORDS in Desk
        add ann to role Org | 5 more: READ_RECORDS in Desk, CREATE_RECORDS in Shop, READ_RECORDS in Shop, CREATE_RECORDS in the organization
        add ann to group Team | 2 more: READ_RECORDS in Desk, READ_RECORDS in Shop
        and 6 with managed roles
      ? ann can READ_RECORDS in Desk
        add ann to role Agent of Desk, and add a policy of Desk for ann | 1 more: CREATE_RECORDS in Desk
        add ann to role Org, and add a policy of Desk for ann | 5 more: CREATE_RECORDS in Desk, CREATE_RECORDS in Shop, READ_RECORDS in Shop, CREATE_RECORDS in the organization
        add ann to group Team, and add a policy of Desk for ann | 2 more: CREATE_RECORDS in Desk, READ_RECORDS in Shop
        and 5 with managed roles
      ? ann can READ_RECORDS in Desk when Status is "New"
        add ann to role Agent of Desk | 2 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk
        add ann to role Org | 6 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk, CREATE_RECORDS in Shop, READ_RECORDS in Shop
        add ann to group Team | 3 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk, READ_RECORDS in Shop
        and 8 with managed roles
      ? ann can READ_RECORDS in Desk when Status is not empty
        add ann to role Agent of Desk | 1 more: CREATE_RECORDS in Desk
        add ann to role Org | 5 more: CREATE_RECORDS in Desk, CREATE_RECORDS in Shop, READ_RECORDS in Shop, CREATE_RECORDS in the organization
        add ann to group Team | 2 more: CREATE_RECORDS in Desk, READ_RECORDS in Shop
        and 8 with managed roles
      ? ann can READ_RECORDS in organization
        add ann to role Org | 5 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk, CREATE_RECORDS in Shop, READ_RECORDS in Shop
        and 5 with managed roles
      ? ann can CREATE_RECORDS in organization
        add ann to role Org | 5 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk, CREATE_RECORDS in Shop, READ_RECORDS in Shop
        and 4 with managed roles
      ? ann can READ_RECORDS in Shop
        add ann to role Clerk of Shop
        add ann to role Org | 5 more: CREATE_RECORDS in Shop, CREATE_RECORDS in Desk, READ_RECORDS in Desk, CREATE_RECORDS in the organization
        add ann to group Team | 2 more: CREATE_RECORDS in Desk, READ_RECORDS in Desk
        and 8 with managed roles
      `,
    );
  });

  describe('administrators', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      managed role "Admin" { members bob }
      group Boss { members bob }
      app Desk {
        field Status: text
        managed role "App Admin" { members Boss }
        role Local { members bob grants READ_RECORDS }
        policy A { to bob when Status is "Open" }
      }
      record r in Desk { Status "New" }`,
      `
      ? ann can UPDATE_RECORDS on r
        add ann to managed role Admin | 256 more: CREATE_ASSIGNMENT_ENGINES in Desk
        add ann to group Boss, and share the record with ann | 96 more: CREATE_ASSIGNMENT_ENGINES in Desk
        add ann to group Boss, and add a policy of Desk for ann | 97 more: CREATE_ASSIGNMENT_ENGINES in Desk
        add ann to managed role App Admin of Desk, and share the record with ann | 96 more: CREATE_ASSIGNMENT_ENGINES in Desk
        add ann to managed role App Admin of Desk, and add a policy of Desk for ann | 97 more: CREATE_ASSIGNMENT_ENGINES in Desk
        and 10 with managed roles
      ? ann can READ_RECORDS in Desk
        add ann to managed role Admin | 255 more: CREATE_ASSIGNMENT_ENGINES in Desk
        add ann to role Local of Desk, and add a policy of Desk for ann
        add ann to group Boss, and add a policy of Desk for ann | 96 more: CREATE_ASSIGNMENT_ENGINES in Desk
        and 5 with managed roles
      ? ann can READ_ROLES in organization
        add ann to managed role Admin | 255 more: CREATE_ASSIGNMENT_ENGINES in Desk
      ? ann can ADMIN in organization
        add ann to managed role Admin | 255 more: CREATE_ASSIGNMENT_ENGINES in Desk
      ? bob can READ_RECORDS on r
      `,
    );
  });

  describe('administrators who do not see all records', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      managed role "Admin" { members bob }
      app Desk {
        field Status: text
        role Local { members ann grants READ_RECORDS }
        policy A { to bob when Status is "Open" }
      }
      record r in Desk { Status "New" }
      --- file: writ.json
      { "semantics": { "adminSeesAllRecords": false } }`,
      `
      ? ann can READ_RECORDS on r
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
      ? ann can UPDATE_RECORDS on r
        add ann to managed role Admin, and share the record with ann | 255 more: CREATE_ASSIGNMENT_ENGINES in Desk
        grant UPDATE_RECORDS in role Local of Desk, and share the record with ann | 1 more: READ_RECORDS on this record
        add ann to managed role Admin, and add a policy of Desk for ann | 256 more: CREATE_ASSIGNMENT_ENGINES in Desk
        grant UPDATE_RECORDS in role Local of Desk, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 12 with managed roles
      ? bob can READ_RECORDS on r
        let the record say Status "Open" | 19 more: CREATE_ATTACHMENTS on this record
        share the record with bob | 19 more: CREATE_ATTACHMENTS on this record
        add a policy of Desk for bob | 20 more: CREATE_ATTACHMENTS in Desk
      `,
    );
  });

  describe('one policy of several, one record of several', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      app Desk {
        field Status: choice("New", "Open")
        field Total: number
        role Agent { members ann, bob grants READ_RECORDS }
        policy A { to bob when Status is "Open" }
        policy B { to bob when Status is "New" or Total > 3 }
      }
      app Shop { field Status: text role Agent { members ann grants READ_RECORDS } policy A { to bob } }
      record r in Desk { Status "Open" Total 1 }
      record s in Desk { Status "New" Total 9 }`,
      `
      ? ann can READ_RECORDS in Desk when Status is "Open"
        name ann in policy A of Desk
        add a policy of Desk for ann when Status is "Open"
        and 1 with managed roles
      ? ann can READ_RECORDS in Desk when Status is "Open" and Total > 3
        name ann in policy A of Desk | 1 more: READ_RECORDS in Desk
        name ann in policy B of Desk | 1 more: READ_RECORDS in Desk
        add a policy of Desk for ann when Status is "Open" and Total > 3
        and 1 with managed roles
      ? ann can READ_RECORDS on r
        share the record with ann
        name ann in policy A of Desk | 1 more: READ_RECORDS in Desk
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? ann can READ_RECORDS on s
        share the record with ann
        name ann in policy B of Desk | 1 more: READ_RECORDS in Desk
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? ann can READ_RECORDS in Shop
        name ann in policy A of Shop
        add a policy of Shop for ann
        and 1 with managed roles
      `,
    );
  });

  describe('of several permissions those that lack, and sight where one of them needs it', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group Team { members bob }
      app Desk {
        field Status: text
        role Agent { members ann, Team grants READ_RECORDS, CREATE_RECORDS }
        role Clerk { members Team grants DELETE_RECORDS }
        policy A { to Team }
      }
      app Open { role Agent { members ann grants READ_RECORDS } default policy }
      record r in Desk { Status "x" }
      record s in Open { }`,
      `
      ? ann can READ_RECORDS and CREATE_RECORDS on r
        share the record with ann
        name ann in policy A of Desk | 1 more: READ_RECORDS in Desk
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        add ann to group Team | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        and 1 with managed roles
      ? ann can CREATE_RECORDS and READ_RECORDS in Desk
        name ann in policy A of Desk
        add a policy of Desk for ann
        add ann to group Team | 1 more: DELETE_RECORDS in Desk
        and 1 with managed roles
      ? ann can READ_RECORDS and DELETE_RECORDS on s
        grant DELETE_RECORDS in role Agent of Open | 1 more: DELETE_RECORDS in Open
        and 3 with managed roles
      ? ann can DELETE_RECORDS and READ_RECORDS in Open
        grant DELETE_RECORDS in role Agent of Open
        and 3 with managed roles
      ? Team can READ_RECORDS and CREATE_RECORDS on s
        and 11 with managed roles
      `,
    );
  });

  describe('no role that is not managed is made to grant ADMIN', () => {
    check(
      `user ann "a@x.com"
      role Plain { members ann grants READ_ROLES }
      app Desk { role Local { members ann grants READ_RECORDS } }`,
      `
      ? ann can ADMIN in organization
        and 1 with managed roles
      ? ann can ADMIN and READ_GROUPS in organization
        and 1 with managed roles
      ? ann can READ_GROUPS in organization
        grant READ_GROUPS in role Plain
        and 1 with managed roles
      ? ann can READ_ROLES and READ_RECORDS in organization
        grant READ_RECORDS in role Plain
        and 5 with managed roles
      `,
    );
  });
});
