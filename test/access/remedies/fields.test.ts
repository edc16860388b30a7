// What a record would have to hold: the fewest fields changed, by contents that somebody can write down.
import { describe } from 'mocha';
import { check } from './offered.ts';

describe('what a record would have to hold', () => {
  describe('a record that a role is held by', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      app Desk { field Owner: user as assignee field F: text role R { grants CREATE_RECORDS, UPDATE_RECORDS auto-share on assign } policy P { to ann when F is "x" } }
      record it in Desk { Owner bob F "x" }
      record that in Desk { Owner bob F "y" }`,
      `
      ? ann can CREATE_RECORDS on it
        let the record say Owner ann | 1 more: UPDATE_RECORDS on this record
        add ann to role R of Desk | 1 more: UPDATE_RECORDS in Desk
        and 6 with managed roles
      ? ann can UPDATE_RECORDS on it
        let the record say Owner ann | 1 more: CREATE_RECORDS on this record
        add ann to role R of Desk | 2 more: CREATE_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 7 with managed roles
      ? ann can UPDATE_RECORDS on that
        let the record say Owner ann F "x" | 1 more: CREATE_RECORDS on this record
        add ann to role R of Desk, and let the record say F "x" | 2 more: CREATE_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to role R of Desk, and share the record with ann | 2 more: CREATE_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to role R of Desk, and add a policy of Desk for ann | 2 more: CREATE_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 13 with managed roles
      `,
    );
  });

  describe('nine fields', () => {
    check(
      `user ann "a@x.com"
      app Desk { field A: number field B: number field C: number field D: number field E: number field F: number field G: number field H: number field I: number
        role R { members ann grants READ_RECORDS }
        policy P { to ann when A is 1 and B is 1 and C is 1 and D is 1 and E is 1 and F is 1 and G is 1 and H is 1 and I is 1 } }
      record last in Desk { A 1 B 1 C 1 D 1 E 1 F 1 G 1 H 1 I 2 }
      record first in Desk { A 2 B 1 C 1 D 1 E 1 F 1 G 1 H 1 I 1 }`,
      `
      ? ann can READ_RECORDS on last
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? ann can READ_RECORDS on first
        let the record say A 1
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      `,
    );
  });

  describe('people whom nobody can write down', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group Team { members ann }
      app Desk { field Owner: user role R { members ann, Team grants READ_RECORDS } policy P { to ann, Team when Owner is not bob } }
      app Full { field Owner: user role R { members ann, Team grants READ_RECORDS } policy P { to ann, Team when Owner is not bob and Owner is not empty } }
      app Else { field Owner: user as assignee role R { members ann grants READ_RECORDS } policy P { to ann when Owner is not bob and Owner is not current user } }
      app None { field Owner: user role R { members ann grants READ_RECORDS } policy P { to ann when Owner is not bob and Owner is not current user and Owner is not empty } }
      app Two { field Owner: user field Other: user role R { members ann grants READ_RECORDS } policy P { to ann when Owner is current user and Owner is not field Other and Other is not empty } }
      app Three { field Owner: user field Other: user role R { members ann grants READ_RECORDS } policy P { to ann when Other is not bob and Owner is not field Other and Owner is not bob } }
      app Own { field Owner: user role R { members Team grants READ_RECORDS } policy P { to Team when Owner is current user } }
      record desk in Desk { Owner bob }
      record own in Own { Owner bob }
      record full in Full { Owner bob }
      record else in Else { Owner bob }
      record none in None { Owner bob }
      record two in Two { Owner bob Other ann }
      record three in Three { Owner bob Other bob }`,
      `
      ? ann can READ_RECORDS on desk
        let the record say Owner ann
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? Team can READ_RECORDS on desk
        let the record say Owner ann | also 1: ann
        share the record with Team | also 1: ann
        add a policy of Desk for Team | 1 more: READ_RECORDS in Desk | also 1: ann
        and 1 with managed roles
      ? Team can READ_RECORDS on own
        share the record with Team | also 1: ann
        add a policy of Own for Team | 1 more: READ_RECORDS in Own | also 1: ann
        and 1 with managed roles
      ? ann can READ_RECORDS on full
        let the record say Owner ann
        share the record with ann
        add a policy of Full for ann | 1 more: READ_RECORDS in Full
        and 1 with managed roles
      ? Team can READ_RECORDS on full
        let the record say Owner ann | also 1: ann
        share the record with Team | also 1: ann
        add a policy of Full for Team | 1 more: READ_RECORDS in Full | also 1: ann
        and 1 with managed roles
      ? ann can READ_RECORDS on else
        let the record say Owner empty
        share the record with ann
        add a policy of Else for ann | 1 more: READ_RECORDS in Else
        and 1 with managed roles
      ? ann can READ_RECORDS on none
        share the record with ann
        add a policy of None for ann | 1 more: READ_RECORDS in None
        and 1 with managed roles
      ? ann can READ_RECORDS on two
        let the record say Owner ann Other bob
        share the record with ann
        add a policy of Two for ann | 1 more: READ_RECORDS in Two
        and 1 with managed roles
      ? ann can READ_RECORDS on three
        let the record say Other ann Owner empty
        share the record with ann
        add a policy of Three for ann | 1 more: READ_RECORDS in Three
        and 1 with managed roles
      `,
    );
  });

  describe('only what is needed', () => {
    check(
      `user ann "a@x.com"
      app Desk { field A: number field B: number field C: number role R { members ann grants READ_RECORDS }
        policy P { to ann when (A is 1 or B is 1) and (A is 2 or C is 1) and (A is 3 or C is 1) } }
      record it in Desk { B 2 C 2 }
      record that in Desk { A 5 B 2 C 2 }`,
      `
      ? ann can READ_RECORDS on it
        let the record say A 1 C 1
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? ann can READ_RECORDS on that
        let the record say A 1 C 1
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      `,
    );
  });

  describe('who else a changed record is opened to', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      user cat "c@x.com"
      app Desk { field Status: text field Other: text field Owner: user as assignee role R { members ann, bob, cat grants READ_RECORDS }
        policy P { to ann when Status is "x" and Owner is not cat } policy Q { to bob when Status is field Other } policy S { to cat when Other is "z" } }
      record it in Desk { Status "y" Other "x" Owner cat }`,
      `
      ? ann can READ_RECORDS on it
        let the record say Status "x" Owner ann | also 1: bob
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      `,
    );
  });
});
