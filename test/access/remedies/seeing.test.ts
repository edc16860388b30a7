// What would let somebody see one record: policies, fields that the record would hold, relations, groups to join.
import { describe } from 'mocha';
import { check } from './offered.ts';

describe('what would let somebody see a record', () => {
  describe('fields of the record', () => {
    check(
      `user ann "a@x.com" { Region "EU" }
      user bob "b@x.com"
      group Team { members bob }
      group Crew { members ann }
      app Desk {
        field Status: choice("New", "Open", "Done")
        field Tags: choices("a", "b")
        field Total: number
        field Due: date
        field Paid: boolean
        field Title: text
        field Owner: user
        field Boss: user
        field Line: group
        role Agent { members Crew, bob grants READ_RECORDS, UPDATE_RECORDS }
        policy A { to ann when Status is "Open" and Total > 3 }
        policy B { to ann when Tags contains "b" and Paid is true }
        policy C { to ann, bob when Owner is current user }
        policy D { to Crew when Line contains current user and not (Title is empty) }
        policy E { to ann when Due is 2026-01-02 and Boss is bob and Total is 7 and Status is "Done" }
        policy F { to ann when Owner is not empty and Owner is not bob and Owner is not ann and Boss is empty }
        policy G { to bob when Title is "x" }
      }
      record r in Desk { Status "New" Tags ("a") Total 1 Due 2026-01-01 Paid false Title "t" Owner bob Boss ann Line Team }
      record s in Desk { Status "New" Total 9 Paid false Owner empty Boss empty }
      record t in Desk { Tags ("b") Line Crew }`,
      `
      ? ann can READ_RECORDS on r
        add ann to group Team | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        let the record say Status "Open" Total 4 | 1 more: UPDATE_RECORDS on this record
        let the record say Tags "b" Paid true | 1 more: UPDATE_RECORDS on this record
        let the record say Owner ann | 1 more: UPDATE_RECORDS on this record
        let the record say Line Crew | 1 more: UPDATE_RECORDS on this record
        share the record with ann | 1 more: UPDATE_RECORDS on this record
        add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 1 with managed roles
      ? ann can UPDATE_RECORDS and READ_RECORDS on s
        let the record say Status "Open"
        let the record say Tags "b" Paid true
        let the record say Owner ann
        let the record say Line Crew Title "other"
        share the record with ann
        add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 1 with managed roles
      ? ann can READ_RECORDS on t
        let the record say Status "Open" Total 4 | 1 more: UPDATE_RECORDS on this record
        let the record say Paid true | 1 more: UPDATE_RECORDS on this record
        let the record say Owner ann | 1 more: UPDATE_RECORDS on this record
        let the record say Title "other" | 1 more: UPDATE_RECORDS on this record
        share the record with ann | 1 more: UPDATE_RECORDS on this record
        add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 1 with managed roles
      ? bob can READ_RECORDS on s
        let the record say Owner bob | 1 more: UPDATE_RECORDS on this record
        let the record say Title "x" | 1 more: UPDATE_RECORDS on this record | also 1: ann
        share the record with bob | 1 more: UPDATE_RECORDS on this record
        add a policy of Desk for bob | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 1 with managed roles
      ?! ann can READ_RECORDS on r
        let the record say Status "Open" Total 4 | 1 more: UPDATE_RECORDS on this record
        let the record say Tags "b" Paid true | 1 more: UPDATE_RECORDS on this record
        let the record say Owner ann | 1 more: UPDATE_RECORDS on this record
        let the record say Line Crew | 1 more: UPDATE_RECORDS on this record
        share the record with ann | 1 more: UPDATE_RECORDS on this record
      `,
    );
  });

  describe('a role that a field gives', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group Team { members ann }
      group Free { members bob }
      app Desk {
        field Owner: user as assignee
        field Line: group as assignee
        field Status: text
        role Doer { grants READ_RECORDS, DELETE_RECORDS auto-share on assign }
        role Liner { grants UPDATE_RECORDS auto-share on group-assign }
        role Watcher { grants CREATE_RECORDS auto-share on watch, mention }
        policy Open { to ann, Team when Status is "Open" }
        auto-share records on assign, watch
      }
      record r in Desk { Owner bob Line Free Status "Open" }
      record s in Desk { Owner empty Line empty Status "New" watched by bob mentions Free }
      record t in Desk { Status "New" approved by Team }`,
      `
      ? ann can READ_RECORDS on r
        add ann to group Free | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        let the record say Owner ann | 1 more: DELETE_RECORDS on this record
        add ann to role Doer of Desk | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        and 8 with managed roles
      ? ann can DELETE_RECORDS on s
        let the record say Owner ann | 1 more: READ_RECORDS on this record
        add ann to role Doer of Desk, and let the record say Status "Open" | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        add ann to role Doer of Desk, and share the record with ann | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        add ann to role Doer of Desk, and let ann watch the record | 3 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk, CREATE_RECORDS on this record
        add ann to role Doer of Desk, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        and 9 with managed roles
      ? ann can UPDATE_RECORDS on r
        add ann to role Liner of Desk | 1 more: UPDATE_RECORDS in Desk
        and 7 with managed roles
      ? ann can UPDATE_RECORDS and DELETE_RECORDS on s
        grant UPDATE_RECORDS, DELETE_RECORDS in role Doer of Desk, and let the record say Owner ann | 2 more: UPDATE_RECORDS in Desk, READ_RECORDS on this record | also 1: bob
        and 11 with managed roles
      ? ann can CREATE_RECORDS on r
        let ann watch the record
        mention ann in the record
        add ann to role Watcher of Desk
        and 6 with managed roles
      ? ann can CREATE_RECORDS on s
        add ann to group Free | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        let ann watch the record
        mention ann in the record
        add ann to role Watcher of Desk
        and 6 with managed roles
      ? Team can READ_RECORDS on s
        let the record say Line Team Status "Open" | 1 more: DELETE_RECORDS on this record | also 1: ann
        add Team to role Doer of Desk, and let the record say Status "Open" | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk | also 1: ann
        add Team to role Doer of Desk, and share the record with Team | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk | also 1: ann
        add Team to role Doer of Desk, and let Team watch the record | 3 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk, CREATE_RECORDS on this record | also 1: ann
        add Team to role Doer of Desk, and add a policy of Desk for Team | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk | also 1: ann
        and 17 with managed roles
      ? bob can READ_RECORDS on s
        let the record say Owner bob | 1 more: DELETE_RECORDS on this record
        grant READ_RECORDS in role Watcher of Desk
        add bob to role Doer of Desk | 1 more: DELETE_RECORDS on this record
        and 8 with managed roles
      ? ann can READ_RECORDS on t
        let the record say Owner ann | 1 more: DELETE_RECORDS on this record
        add ann to role Doer of Desk, and let the record say Status "Open" | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        add ann to role Doer of Desk, and share the record with ann | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        add ann to role Doer of Desk, and let ann watch the record | 3 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk, CREATE_RECORDS on this record
        add ann to role Doer of Desk, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, DELETE_RECORDS in Desk
        and 17 with managed roles
      ? ann can READ_RECORDS in Desk
        add ann to role Doer of Desk, and add a policy of Desk for ann | 1 more: DELETE_RECORDS in Desk
        and 6 with managed roles
      ? ann can CREATE_RECORDS in Desk
        add ann to role Watcher of Desk
        and 6 with managed roles
      ? ann can READ_RECORDS in Desk when Status is "Open"
        add ann to role Doer of Desk | 1 more: DELETE_RECORDS in Desk
        and 8 with managed roles
      `,
    );
  });

  describe('relations of the record', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group One { members ann }
      group Two { members ann }
      group Three { members ann }
      group Four { members ann }
      group Empty { members bob }
      app Desk {
        field Status: text
        role All { members "Internal Users", Bot grants READ_RECORDS }
        role Mention { grants UPDATE_RECORDS auto-share on mention }
        role Approve { grants UPDATE_RECORDS, DELETE_RECORDS auto-share on approval, group-assign }
        auto-share records on group-assign, mention
        service account Bot { roles All }
      }
      record r in Desk { shared with bob }
      record s in Desk { shared with Empty, Two mentions bob assigned to Empty }`,
      `
      ? ann can READ_RECORDS on r
        share the record with ann
        assign the record to One
        assign the record to Two
        assign the record to Three
        mention ann in the record | 1 more: UPDATE_RECORDS on this record
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? ann can UPDATE_RECORDS on r
        mention ann in the record | 1 more: READ_RECORDS on this record
        share the record with ann, and put ann in the approval chain of the record | 2 more: READ_RECORDS on this record, DELETE_RECORDS on this record
        assign the record to One, and put ann in the approval chain of the record | 2 more: READ_RECORDS on this record, DELETE_RECORDS on this record
        assign the record to Two, and put ann in the approval chain of the record | 2 more: READ_RECORDS on this record, DELETE_RECORDS on this record
        assign the record to Three, and put ann in the approval chain of the record | 2 more: READ_RECORDS on this record, DELETE_RECORDS on this record
        add ann to role Mention of Desk, and share the record with ann | 1 more: READ_RECORDS on this record
        add ann to role Mention of Desk, and assign the record to One | 1 more: READ_RECORDS on this record
        add ann to role Mention of Desk, and assign the record to Two | 1 more: READ_RECORDS on this record
        add ann to role Mention of Desk, and assign the record to Three | 1 more: READ_RECORDS on this record
        add ann to role Approve of Desk, and share the record with ann | 2 more: READ_RECORDS on this record, DELETE_RECORDS on this record
        add ann to role Approve of Desk, and assign the record to One | 2 more: READ_RECORDS on this record, DELETE_RECORDS on this record
        add ann to role Approve of Desk, and assign the record to Two | 2 more: READ_RECORDS on this record, DELETE_RECORDS on this record
        add ann to role Approve of Desk, and assign the record to Three | 2 more: READ_RECORDS on this record, DELETE_RECORDS on this record
        add a policy of Desk for ann, and put ann in the approval chain of the record | 2 more: READ_RECORDS in Desk, DELETE_RECORDS on this record
        add ann to role Mention of Desk, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        grant UPDATE_RECORDS in role All of Desk, and share the record with ann | 1 more: READ_RECORDS on this record | also 1: bob
        grant UPDATE_RECORDS in role All of Desk, and assign the record to One | 1 more: READ_RECORDS on this record | also 1: bob
        grant UPDATE_RECORDS in role All of Desk, and assign the record to Two | 1 more: READ_RECORDS on this record | also 1: bob
        grant UPDATE_RECORDS in role All of Desk, and assign the record to Three | 1 more: READ_RECORDS on this record | also 1: bob
        add ann to role Approve of Desk, and add a policy of Desk for ann | 3 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, DELETE_RECORDS in Desk
        grant UPDATE_RECORDS in role All of Desk, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: bob
        and 11 with managed roles
      ? ann can UPDATE_RECORDS on s
        mention ann in the record
        put ann in the approval chain of the record | 1 more: DELETE_RECORDS on this record
        add ann to role Mention of Desk
        add ann to role Approve of Desk | 1 more: DELETE_RECORDS on this record
        grant UPDATE_RECORDS in role All of Desk
        and 7 with managed roles
      ? ann can UPDATE_RECORDS and DELETE_RECORDS on s
        put ann in the approval chain of the record
        add ann to role Approve of Desk
        grant UPDATE_RECORDS, DELETE_RECORDS in role All of Desk | also 1: bob
        and 3 with managed roles
      ? One can READ_RECORDS on r
        add One to role All of Desk, and share the record with One | also 1: ann
        add One to role All of Desk, and assign the record to One | also 1: ann
        add One to role All of Desk, and mention One in the record | 1 more: UPDATE_RECORDS on this record | also 1: ann
        add One to role All of Desk, and add a policy of Desk for One | 1 more: READ_RECORDS in Desk | also 1: ann
        and 25 with managed roles
      ? One can UPDATE_RECORDS on s
        mention One in the record | also 1: ann
        share the record with One, and put One in the approval chain of the record | 1 more: DELETE_RECORDS on this record | also 1: ann
        assign the record to One, and put One in the approval chain of the record | 1 more: DELETE_RECORDS on this record | also 1: ann
        add One to role Mention of Desk, and share the record with One | also 1: ann
        add One to role Mention of Desk, and assign the record to One | also 1: ann
        add One to role Approve of Desk, and share the record with One | 1 more: DELETE_RECORDS on this record | also 1: ann
        add One to role Approve of Desk, and assign the record to One | 1 more: DELETE_RECORDS on this record | also 1: ann
        add a policy of Desk for One, and put One in the approval chain of the record | 1 more: DELETE_RECORDS on this record | also 1: ann
        add One to role Mention of Desk, and add a policy of Desk for One | 1 more: UPDATE_RECORDS in Desk | also 1: ann
        add One to role Approve of Desk, and add a policy of Desk for One | 2 more: UPDATE_RECORDS in Desk, DELETE_RECORDS in Desk | also 1: ann
        and 10 with managed roles
      ? Desk.Bot can READ_RECORDS on r
        share the record with Desk.Bot
        mention Desk.Bot in the record | 1 more: UPDATE_RECORDS on this record
        add a policy of Desk for Desk.Bot | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? Desk.Bot can UPDATE_RECORDS on r
        mention Desk.Bot in the record | 1 more: READ_RECORDS on this record
        share the record with Desk.Bot, and put Desk.Bot in the approval chain of the record | 2 more: READ_RECORDS on this record, DELETE_RECORDS on this record
        give Desk.Bot role Mention of Desk, and share the record with Desk.Bot | 1 more: READ_RECORDS on this record
        give Desk.Bot role Approve of Desk, and share the record with Desk.Bot | 2 more: READ_RECORDS on this record, DELETE_RECORDS on this record
        add a policy of Desk for Desk.Bot, and put Desk.Bot in the approval chain of the record | 2 more: READ_RECORDS in Desk, DELETE_RECORDS on this record
        give Desk.Bot role Mention of Desk, and add a policy of Desk for Desk.Bot | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        grant UPDATE_RECORDS in role All of Desk, and share the record with Desk.Bot | 1 more: READ_RECORDS on this record | also 1: bob
        give Desk.Bot role Approve of Desk, and add a policy of Desk for Desk.Bot | 3 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk, DELETE_RECORDS in Desk
        grant UPDATE_RECORDS in role All of Desk, and add a policy of Desk for Desk.Bot | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: bob
        and 5 with managed roles
      ? bob can UPDATE_RECORDS on r
        mention bob in the record
        put bob in the approval chain of the record | 1 more: DELETE_RECORDS on this record
        add bob to role Mention of Desk
        add bob to role Approve of Desk | 1 more: DELETE_RECORDS on this record
        grant UPDATE_RECORDS in role All of Desk
        and 7 with managed roles
      `,
    );
  });

  describe('groups that are seen by what the record and policies say', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group Named { members bob }
      group Asked { members bob }
      group Held { members bob }
      group Shared { members bob }
      group Watch { members bob }
      group Outer { domain "z.com" }
      app Desk {
        field Owner: user
        field Line: group
        field Other: group as assignee
        role All { members ann, bob grants READ_RECORDS }
        role Assigned { grants UPDATE_RECORDS auto-share on assign, watch }
        policy A { to Named, Outer when Owner is not empty }
        policy B { to bob, ann when Owner is in Asked and Line contains current user }
        policy C { to ann when Owner is in Asked }
        policy D { to ann when Line contains current user }
      }
      record r in Desk { Owner ann Line Held Other Shared shared with Shared watched by Watch }
      record s in Desk { Owner empty Line Held watched by Watch }`,
      `
      ? ann can READ_RECORDS on r
        add ann to group Held | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to group Shared | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        let the record say Owner bob
        share the record with ann
        name ann in policy A of Desk | 1 more: READ_RECORDS in Desk
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        add ann to group Named | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to group Asked | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 1 with managed roles
      ? ann can UPDATE_RECORDS on r
        add ann to group Shared | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to group Held, and add ann to group Watch | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to group Held, and assign the record to ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to group Held, and let ann watch the record | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to group Watch, and let the record say Owner bob | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to group Watch, and share the record with ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        let the record say Owner bob, and assign the record to ann | 1 more: READ_RECORDS on this record
        let the record say Owner bob, and let ann watch the record | 1 more: READ_RECORDS on this record
        share the record with ann, and assign the record to ann | 1 more: READ_RECORDS on this record
        share the record with ann, and let ann watch the record | 1 more: READ_RECORDS on this record
        add ann to group Held, and add ann to role Assigned of Desk | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to role Assigned of Desk, and let the record say Owner bob | 2 more: UPDATE_RECORDS in Desk, READ_RECORDS on this record
        add ann to role Assigned of Desk, and share the record with ann | 2 more: UPDATE_RECORDS in Desk, READ_RECORDS on this record
        add ann to group Held, and grant UPDATE_RECORDS in role All of Desk | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: bob
        add ann to group Watch, and name ann in policy A of Desk | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to group Watch, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        grant UPDATE_RECORDS in role All of Desk, and let the record say Owner bob | 2 more: UPDATE_RECORDS in Desk, READ_RECORDS on this record | also 1: bob
        grant UPDATE_RECORDS in role All of Desk, and share the record with ann | 2 more: UPDATE_RECORDS in Desk, READ_RECORDS on this record | also 1: bob
        name ann in policy A of Desk, and assign the record to ann | 1 more: READ_RECORDS in Desk
        name ann in policy A of Desk, and let ann watch the record | 1 more: READ_RECORDS in Desk
        add a policy of Desk for ann, and assign the record to ann | 1 more: READ_RECORDS in Desk
        add a policy of Desk for ann, and let ann watch the record | 1 more: READ_RECORDS in Desk
        add ann to role Assigned of Desk, and name ann in policy A of Desk | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to role Assigned of Desk, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        grant UPDATE_RECORDS in role All of Desk, and name ann in policy A of Desk | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: bob
        grant UPDATE_RECORDS in role All of Desk, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: bob
        and 6 with managed roles
      ? ann can READ_RECORDS on s
        add ann to group Held | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        let the record say Owner bob | also 1: bob
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? ann can UPDATE_RECORDS on s
        add ann to group Held, and add ann to group Watch | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to group Held, and assign the record to ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to group Held, and let ann watch the record | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to group Watch, and let the record say Owner bob | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: bob
        add ann to group Watch, and share the record with ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        let the record say Owner bob, and assign the record to ann | 1 more: READ_RECORDS on this record | also 1: bob
        let the record say Owner bob, and let ann watch the record | 1 more: READ_RECORDS on this record | also 1: bob
        share the record with ann, and assign the record to ann | 1 more: READ_RECORDS on this record
        share the record with ann, and let ann watch the record | 1 more: READ_RECORDS on this record
        add ann to group Held, and add ann to role Assigned of Desk | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        add ann to role Assigned of Desk, and let the record say Owner bob | 2 more: UPDATE_RECORDS in Desk, READ_RECORDS on this record | also 1: bob
        add ann to role Assigned of Desk, and share the record with ann | 2 more: UPDATE_RECORDS in Desk, READ_RECORDS on this record
        add ann to group Held, and grant UPDATE_RECORDS in role All of Desk | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: bob
        add ann to group Watch, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        grant UPDATE_RECORDS in role All of Desk, and let the record say Owner bob | 2 more: UPDATE_RECORDS in Desk, READ_RECORDS on this record | also 1: bob
        grant UPDATE_RECORDS in role All of Desk, and share the record with ann | 2 more: UPDATE_RECORDS in Desk, READ_RECORDS on this record | also 1: bob
        add a policy of Desk for ann, and assign the record to ann | 1 more: READ_RECORDS in Desk
        add a policy of Desk for ann, and let ann watch the record | 1 more: READ_RECORDS in Desk
        add ann to role Assigned of Desk, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        grant UPDATE_RECORDS in role All of Desk, and add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk | also 1: bob
        and 7 with managed roles
      `,
    );
  });

  describe('accounts that go by the same name are different values', () => {
    check(
      `user ann "a@x.com"
      app Desk {
        field Owner: user
        role Agent { members ann grants READ_RECORDS }
        policy A { to ann when Owner is Bot }
        policy B { to ann when Owner is Shop.Bot }
        policy C { to ann when not (Owner is empty) and Owner is Bot }
        service account Bot { }
      }
      app Shop { service account Bot { } }
      record r in Desk { Owner empty }`,
      `
      ? ann can READ_RECORDS on r
        let the record say Owner Desk.Bot
        let the record say Owner Shop.Bot
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      `,
    );
  });

  describe('options are compared as sets', () => {
    check(
      `user ann "a@x.com"
      app Desk {
        field Tags: choices("a", "b", "c")
        field Status: text
        role Agent { members ann grants READ_RECORDS }
        policy A { to ann when Tags contains "a" and Tags contains "b" }
        policy B { to ann when Tags contains "b" and Tags contains "a" and Status is "x" }
        policy C { to ann when Tags contains "a" and Tags contains "c" }
        policy D { to ann when Tags contains "a" and Tags contains "c" and Tags contains "b" }
      }
      record r in Desk { Tags ("c") Status "y" }
      record s in Desk { Tags empty Status "x" }`,
      `
      ? ann can READ_RECORDS on r
        let the record say Tags ("a", "b")
        let the record say Tags ("a", "c")
        let the record say Tags ("a", "c", "b")
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? ann can READ_RECORDS on s
        let the record say Tags ("a", "b")
        let the record say Tags ("a", "c")
        let the record say Tags ("a", "c", "b")
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      `,
    );
  });

  describe('what a condition needs, and no more', () => {
    check(
      `user ann "a@x.com" { Region "EU" }
      user bob "b@x.com"
      app Desk {
        field A: number
        field B: number
        field C: number
        field D: number
        field Owner: user
        field Other: user
        role Agent { members ann, bob grants READ_RECORDS }
        policy P1 { to ann when A > 1 and B > 1 and C > 1 }
        policy P2 { to bob when A > 1 and B > 1 and C > 1 and D > 1 }
        policy P3 { to ann when A is field B and B is field C }
        policy P4 { to ann when Owner is field Other and Owner is not empty }
        policy P5 { to bob when Owner is not empty or A is 5 }
        policy P6 { to ann when Owner is not ann and Other is not empty and Other is not ann }
      }
      record r in Desk { A 1 B 2 C 1 D 1 Owner empty Other bob }
      record s in Desk { A 1 B 1 C 1 D 1 Owner empty Other empty }
      record t in Desk { A 1 B 3 Owner ann Other empty }`,
      `
      ? ann can READ_RECORDS on r
      ? bob can READ_RECORDS on r
        let the record say A 2 C 2 D 2
        let the record say Owner ann
        share the record with bob
        name bob in policy P6 of Desk | 1 more: READ_RECORDS in Desk
        add a policy of Desk for bob | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? ann can READ_RECORDS on s
      ? bob can READ_RECORDS on s
        let the record say Owner ann
        share the record with bob
        name bob in policy P3 of Desk | 1 more: READ_RECORDS in Desk
        add a policy of Desk for bob | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? ann can READ_RECORDS on t
        let the record say A 2 C 2
        let the record say A 3 C 3
        let the record say Other ann
        let the record say Owner bob Other bob
        share the record with ann
        name ann in policy P5 of Desk | 1 more: READ_RECORDS in Desk
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      `,
    );
  });

  describe('people whom nobody can write down', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      app Desk {
        field Owner: user
        field Other: user
        field A: number
        field B: number
        role Agent { members ann, bob grants READ_RECORDS }
        policy P1 { to ann when Owner is not bob }
        policy P2 { to bob when Owner is not bob and Owner is not empty }
        policy P3 { to bob when A is 1 or B is 1 }
        policy P4 { to bob when Other is not empty and Other is not field Owner }
      }
      record r in Desk { Owner bob }
      record s in Desk { Owner bob Other bob A 0 B 0 }
      record t in Desk { Owner empty Other empty A 0 B 0 }`,
      `
      ? ann can READ_RECORDS on r
        let the record say Owner ann | also 1: bob
        share the record with ann
        add a policy of Desk for ann | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? bob can READ_RECORDS on r
        let the record say Owner ann | also 1: ann
        let the record say A 1
        let the record say Other ann
        share the record with bob
        add a policy of Desk for bob | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? bob can READ_RECORDS on s
        let the record say Owner ann | also 1: ann
        let the record say A 1
        let the record say Other ann
        share the record with bob
        add a policy of Desk for bob | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      ? bob can READ_RECORDS on t
        let the record say Owner ann
        let the record say A 1
        let the record say Other ann
        share the record with bob
        name bob in policy P1 of Desk | 1 more: READ_RECORDS in Desk
        add a policy of Desk for bob | 1 more: READ_RECORDS in Desk
        and 1 with managed roles
      `,
    );
  });

  describe('whom a changed field lets see the record besides', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      user cat "c@x.com"
      user dan "d@x.com"
      group Team { members cat }
      group Line { members dan }
      app Desk {
        field Status: text
        field Other: text
        field Owner: user as assignee
        field Line: group as assignee
        role Agent { members ann, bob, cat, dan grants READ_RECORDS }
        role Doer { grants UPDATE_RECORDS auto-share on assign }
        policy A { to ann when Status is "x" }
        policy B { to Team when Status is "x" and Other is empty }
        policy C { to bob when Other is empty }
        policy D { to ann when Owner is bob }
        policy E { to ann when Line is Line }
        policy F { to ann when Other is "z" }
      }
      record r in Desk { Status "y" Other "q" Owner empty Line empty }`,
      `
      ? ann can READ_RECORDS on r
        let the record say Status "x"
        let the record say Owner bob
        let the record say Line Line
        let the record say Other "z"
        share the record with ann
        add a policy of Desk for ann | 2 more: READ_RECORDS in Desk, UPDATE_RECORDS in Desk
        and 1 with managed roles
      `,
    );
  });

  describe('where a field says who is assigned, the field is changed', () => {
    check(
      `user ann "a@x.com"
      group Team { members ann }
      app Users {
        field Owner: user as assignee
        role R { grants READ_RECORDS auto-share on assign, watch }
        auto-share records on assign, group-assign
      }
      app Groups {
        field Line: group as assignee
        role R { grants READ_RECORDS auto-share on assign, group-assign }
        auto-share records on assign, group-assign
      }
      app None {
        role R { grants READ_RECORDS auto-share on assign }
        role All { members ann, Team grants UPDATE_RECORDS }
        auto-share records on assign, group-assign
      }
      record r in Users { }
      record s in Groups { }
      record t in None { }`,
      `
      ? ann can READ_RECORDS on r
        let the record say Owner ann
        share the record with ann, and let ann watch the record
        add ann to role R of Users, and share the record with ann
        add a policy of Users for ann, and let ann watch the record
        add ann to role R of Users, and add a policy of Users for ann | 1 more: READ_RECORDS in Users
        and 7 with managed roles
      ? Team can READ_RECORDS on r
        assign the record to Team | also 1: ann
        share the record with Team, and let Team watch the record | also 1: ann
        add Team to role R of Users, and share the record with Team | also 1: ann
        add a policy of Users for Team, and let Team watch the record | also 1: ann
        add Team to role R of Users, and add a policy of Users for Team | 1 more: READ_RECORDS in Users | also 1: ann
        and 7 with managed roles
      ? ann can READ_RECORDS on s
        let the record say Line Team
        assign the record to ann
        add ann to role R of Groups, and share the record with ann
        add ann to role R of Groups, and assign the record to Team
        grant READ_RECORDS in role R of Groups, and assign the record to Team
        add ann to role R of Groups, and add a policy of Groups for ann | 1 more: READ_RECORDS in Groups
        and 10 with managed roles
      ? Team can READ_RECORDS on s
        let the record say Line Team | also 1: ann
        add Team to role R of Groups, and share the record with Team | also 1: ann
        add Team to role R of Groups, and add a policy of Groups for Team | 1 more: READ_RECORDS in Groups | also 1: ann
        and 9 with managed roles
      ? ann can READ_RECORDS on t
        assign the record to ann | 1 more: UPDATE_RECORDS on this record
        add ann to role R of None, and share the record with ann | 1 more: UPDATE_RECORDS on this record
        add ann to role R of None, and assign the record to Team | 1 more: UPDATE_RECORDS on this record
        add ann to role R of None, and add a policy of None for ann | 2 more: READ_RECORDS in None, UPDATE_RECORDS in None
        grant READ_RECORDS in role All of None, and share the record with ann | 1 more: UPDATE_RECORDS on this record
        grant READ_RECORDS in role All of None, and assign the record to Team | 1 more: UPDATE_RECORDS on this record
        grant READ_RECORDS in role All of None, and add a policy of None for ann | 2 more: READ_RECORDS in None, UPDATE_RECORDS in None
        and 13 with managed roles
      ? Team can UPDATE_RECORDS on t
        share the record with Team | also 1: ann
        assign the record to Team | 1 more: READ_RECORDS on this record | also 1: ann
        add a policy of None for Team | 1 more: UPDATE_RECORDS in None | also 1: ann
        and 1 with managed roles
      ? ann can UPDATE_RECORDS on t
        share the record with ann
        assign the record to ann | 1 more: READ_RECORDS on this record
        assign the record to Team | 1 more: READ_RECORDS on this record
        add a policy of None for ann | 1 more: UPDATE_RECORDS in None
        and 1 with managed roles
      `,
    );
  });
});
