// Differences in what records give by relations: shares, words of auto-share, assignee fields, and conditions beside them.
import { describe, it } from 'mocha';
import { checkBothWays } from './compared.ts';

describe('difference: relations', () => {
  it('words of records', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      group G { members a }
      app Desk {
        field Status: text
        field Owner: user as assignee
        field Line: group as assignee
        role R { members a, G grants READ_RECORDS }
        policy P { to G when Status is "x" }
        service account Bot { roles R }
      }
      --- before
      app Desk { auto-share records on watch, assign }
      --- after
      app Desk { auto-share records on mention, group-assign, approval }`,
      `
      3 changed, 1 lost
      ~ \`G\` (1 member) have \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`Status is "x" or Owner is current user\`
          now: when \`Status is "x" or Line contains current user\`
          for example \`a\` in \`Desk\`, now: \`Status "other" Line G Owner "someone in no group"\`
          before by shared on \`watch\`, shared on \`assign\`
          now by shared on \`mention\`, shared on \`group-assign\`, shared on \`approval\`
      - \`Desk.Bot\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Owner is current user\`
          for example \`Desk.Bot\` in \`Desk\`, before: \`Owner Desk.Bot\`
          before by shared on \`watch\`, shared on \`assign\`
      ~ \`Desk.Bot\` has \`READ_RECORDS\` in \`Desk\` for other records
          on records with a relation to them
          before: when \`shared with current user or Owner is current user or watched by current user or assigned to current user\`
          now: when \`shared with current user or Line contains current user or mentions current user or assigned to a group of current user or approved by current user\`
          for example \`Desk.Bot\` in \`Desk\`, now: \`Owner "someone in no group" mentions Desk.Bot\`
          before by shared on \`watch\`, shared on \`assign\`
          now by shared on \`mention\`, shared on \`group-assign\`, shared on \`approval\`
      ~ \`G\` (1 member) have \`READ_RECORDS\` in \`Desk\` for other records
          on records with a relation to them
          before: when \`Status is "x" or shared with current user or Owner is current user or watched by current user or assigned to current user\`
          now: when \`Status is "x" or shared with current user or Line contains current user or mentions current user or assigned to a group of current user or approved by current user\`
          for example \`a\` in \`Desk\`, now: \`Status "other" Line empty Owner "someone in no group" mentions a\`
          before by shared on \`watch\`, shared on \`assign\`
          now by shared on \`mention\`, shared on \`group-assign\`, shared on \`approval\`
      --- back
      1 gained, 3 changed
      + \`Desk.Bot\` gains \`READ_RECORDS\` in \`Desk\`
          when \`Owner is current user\`
          for example \`Desk.Bot\` in \`Desk\`, now: \`Owner Desk.Bot\`
          now by shared on \`watch\`, shared on \`assign\`
      ~ \`G\` (1 member) have \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`Status is "x" or Line contains current user\`
          now: when \`Status is "x" or Owner is current user\`
          for example \`a\` in \`Desk\`, now: \`Status "other" Owner a Line empty\`
          before by shared on \`mention\`, shared on \`group-assign\`, shared on \`approval\`
          now by shared on \`watch\`, shared on \`assign\`
      ~ \`Desk.Bot\` has \`READ_RECORDS\` in \`Desk\` for other records
          on records with a relation to them
          before: when \`shared with current user or Line contains current user or mentions current user or assigned to a group of current user or approved by current user\`
          now: when \`shared with current user or Owner is current user or watched by current user or assigned to current user\`
          for example \`Desk.Bot\` in \`Desk\`, now: \`Owner "someone in no group" watched by Desk.Bot\`
          before by shared on \`mention\`, shared on \`group-assign\`, shared on \`approval\`
          now by shared on \`watch\`, shared on \`assign\`
      ~ \`G\` (1 member) have \`READ_RECORDS\` in \`Desk\` for other records
          on records with a relation to them
          before: when \`Status is "x" or shared with current user or Line contains current user or mentions current user or assigned to a group of current user or approved by current user\`
          now: when \`Status is "x" or shared with current user or Owner is current user or watched by current user or assigned to current user\`
          for example \`a\` in \`Desk\`, now: \`Status "other" Owner "someone in no group" Line empty watched by a\`
          before by shared on \`mention\`, shared on \`group-assign\`, shared on \`approval\`
          now by shared on \`watch\`, shared on \`assign\``,
    );
  });

  it('words of a role', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      group G { members a }
      app Desk {
        field Status: text
        field Owner: user as assignee
        policy P { to G when Status is "x" }
        service account Bot { }
      }
      --- before
      app Desk { role R { grants READ_RECORDS auto-share on watch } role S { members b grants UPDATE_RECORDS } }
      --- after
      app Desk { role R { grants READ_RECORDS, DELETE_RECORDS auto-share on watch, assign, share } role S { members b grants UPDATE_RECORDS auto-share on approval } }`,
      `
      4 gained, 2 widened
      + \`G\` (1 member) gain \`DELETE_RECORDS\` in \`Desk\`
          when \`Owner is current user and Status is "x"\`
          for example \`a\` in \`Desk\`, now: \`Owner a Status "x"\`
          now by role \`R\` by auto-share on \`watch\`, role \`R\` by auto-share on \`assign\`, role \`R\` by auto-share on \`share\`
      + \`G\` (1 member) gain \`READ_RECORDS\` in \`Desk\`
          when \`Owner is current user and Status is "x"\`
          for example \`a\` in \`Desk\`, now: \`Owner a Status "x"\`
          now by role \`R\` by auto-share on \`watch\`, role \`R\` by auto-share on \`assign\`, role \`R\` by auto-share on \`share\`
      + everyone gains \`DELETE_RECORDS\` in \`Desk\`
          on records with a relation to them
          for the records in sight, which differ
          when \`Owner is current user or watched by current user or assigned to current user or assigned to a group of current user or shared with current user\`
          for example \`Desk.Bot\` in \`Desk\`, now: \`shared with Desk.Bot\`
          now by role \`R\` by auto-share on \`watch\`, role \`R\` by auto-share on \`assign\`, role \`R\` by auto-share on \`share\`
      + \`"External Users"\`, \`"Internal Users"\` (1 member, not \`b\`), \`G\` (1 member), \`Desk.Bot\` gain \`UPDATE_RECORDS\` in \`Desk\`
          on records with a relation to them
          for the records in sight, which differ
          when \`approved by current user\`
          for example \`Desk.Bot\` in \`Desk\`, now: \`approved by Desk.Bot shared with Desk.Bot\`
          now by role \`S\` by auto-share on \`approval\`
      > \`G\` (1 member) have \`READ_RECORDS\` in \`Desk\` for more records
          on records with a relation to them
          before: when \`watched by current user and (Status is "x" or shared with current user)\`
          now: when \`(Owner is current user or watched by current user or assigned to current user or assigned to a group of current user) and Status is "x" or shared with current user\`
          for example \`a\` in \`Desk\`, now: \`Owner "someone in no group" Status "x" assigned to a\`
          now by role \`R\` by auto-share on \`assign\`, role \`R\` by auto-share on \`share\`
      > \`"External Users"\`, \`"Internal Users"\` (1 member, not \`a\`), \`Desk.Bot\` have \`READ_RECORDS\` in \`Desk\` for more records
          on records with a relation to them
          before: when \`watched by current user and shared with current user\`
          now: when \`shared with current user\`
          for example \`Desk.Bot\` in \`Desk\`, now: \`shared with Desk.Bot\`
          now by role \`R\` by auto-share on \`assign\`, role \`R\` by auto-share on \`share\`
      --- back
      2 narrowed, 4 lost
      - \`G\` (1 member) lose \`DELETE_RECORDS\` in \`Desk\`
          before: when \`Owner is current user and Status is "x"\`
          for example \`a\` in \`Desk\`, before: \`Owner a Status "x"\`
          before by role \`R\` by auto-share on \`watch\`, role \`R\` by auto-share on \`assign\`, role \`R\` by auto-share on \`share\`
      - \`G\` (1 member) lose \`READ_RECORDS\` in \`Desk\`
          before: when \`Owner is current user and Status is "x"\`
          for example \`a\` in \`Desk\`, before: \`Owner a Status "x"\`
          before by role \`R\` by auto-share on \`watch\`, role \`R\` by auto-share on \`assign\`, role \`R\` by auto-share on \`share\`
      < \`G\` (1 member) have \`READ_RECORDS\` in \`Desk\` for fewer records
          on records with a relation to them
          before: when \`(Owner is current user or watched by current user or assigned to current user or assigned to a group of current user) and Status is "x" or shared with current user\`
          now: when \`watched by current user and (Status is "x" or shared with current user)\`
          for example \`a\` in \`Desk\`, before: \`Owner "someone in no group" Status "x" assigned to a\`
          before by role \`R\` by auto-share on \`assign\`, role \`R\` by auto-share on \`share\`
      < \`"External Users"\`, \`"Internal Users"\` (1 member, not \`a\`), \`Desk.Bot\` have \`READ_RECORDS\` in \`Desk\` for fewer records
          on records with a relation to them
          before: when \`shared with current user\`
          now: when \`watched by current user and shared with current user\`
          for example \`Desk.Bot\` in \`Desk\`, before: \`shared with Desk.Bot\`
          before by role \`R\` by auto-share on \`assign\`, role \`R\` by auto-share on \`share\`
      - everyone loses \`DELETE_RECORDS\` in \`Desk\`
          on records with a relation to them
          for the records in sight, which differ
          before: when \`Owner is current user or watched by current user or assigned to current user or assigned to a group of current user or shared with current user\`
          for example \`Desk.Bot\` in \`Desk\`, before: \`shared with Desk.Bot\`
          before by role \`R\` by auto-share on \`watch\`, role \`R\` by auto-share on \`assign\`, role \`R\` by auto-share on \`share\`
      - \`"External Users"\`, \`"Internal Users"\` (1 member, not \`b\`), \`G\` (1 member), \`Desk.Bot\` lose \`UPDATE_RECORDS\` in \`Desk\`
          on records with a relation to them
          for the records in sight, which differ
          before: when \`approved by current user\`
          for example \`Desk.Bot\` in \`Desk\`, before: \`approved by Desk.Bot shared with Desk.Bot\`
          before by role \`S\` by auto-share on \`approval\``,
    );
  });

  it('a role of the organization that expires', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field Status: text default policy }
      app Shop { field Status: text field Owner: user as assignee }
      --- before
      role R { grants READ_RECORDS auto-share on mention, assign }
      --- after
      role R { grants READ_RECORDS auto-share on mention, assign expires 2026-11-20 }`,
      `
      2 lost
      - \`"External Users"\`, \`"Internal Users"\` (1 member) lose \`READ_RECORDS\` in \`Desk\`
          on records with a relation to them
          for the records in sight, which differ
          before: when \`mentions current user or assigned to current user or assigned to a group of current user\`
          for example \`a\` in \`Desk\`, before: \`mentions a\`
          before by role \`R\` by auto-share on \`mention\`, role \`R\` by auto-share on \`assign\`
      - \`"External Users"\`, \`"Internal Users"\` (1 member) lose \`READ_RECORDS\` in \`Shop\`
          on records with a relation to them
          before: when \`(Owner is current user or mentions current user or assigned to current user or assigned to a group of current user) and shared with current user\`
          for example \`a\` in \`Shop\`, before: \`Owner a shared with a\`
          before by role \`R\` by auto-share on \`mention\`, role \`R\` by auto-share on \`assign\`
      --- back
      2 gained
      + \`"External Users"\`, \`"Internal Users"\` (1 member) gain \`READ_RECORDS\` in \`Desk\`
          on records with a relation to them
          for the records in sight, which differ
          when \`mentions current user or assigned to current user or assigned to a group of current user\`
          for example \`a\` in \`Desk\`, now: \`mentions a\`
          now by role \`R\` by auto-share on \`mention\`, role \`R\` by auto-share on \`assign\`
      + \`"External Users"\`, \`"Internal Users"\` (1 member) gain \`READ_RECORDS\` in \`Shop\`
          on records with a relation to them
          when \`(Owner is current user or mentions current user or assigned to current user or assigned to a group of current user) and shared with current user\`
          for example \`a\` in \`Shop\`, now: \`Owner a shared with a\`
          now by role \`R\` by auto-share on \`mention\`, role \`R\` by auto-share on \`assign\``,
    );
  });

  it('a field that says who is assigned', () => {
    checkBothWays(
      `user a "a@x.com"
      group G { members a }
      role R { members a grants READ_RECORDS }
      --- before
      app Desk { field Owner: user field Line: group auto-share records on assign, group-assign }
      --- after
      app Desk { field Owner: user as assignee field Line: group as assignee auto-share records on assign, group-assign }`,
      `
      1 gained
      + \`a\` gains \`READ_RECORDS\` in \`Desk\`
          when \`Owner is current user or Line contains current user\`
          for example \`a\` in \`Desk\`, now: \`Owner a\`
          now by shared on \`assign\`, shared on \`group-assign\`
      --- back
      1 lost
      - \`a\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Owner is current user or Line contains current user\`
          for example \`a\` in \`Desk\`, before: \`Owner a\`
          before by shared on \`assign\`, shared on \`group-assign\``,
    );
  });

  it('sight without relations where a role is held by them', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      app Desk { field Status: text field Owner: user as assignee role R { grants UPDATE_RECORDS, CREATE_RECORDS auto-share on assign } }
      --- before
      app Desk { policy P { to a, b when Status is "x" } }
      --- after
      app Desk { policy P { to a when Status is "y" } policy Q { to b when Status is "x" and Owner is a } }`,
      `
      1 changed, 1 lost
      ~ \`a\` has \`UPDATE_RECORDS\` in \`Desk\` for other records
          before: when \`Owner is current user and Status is "x"\`
          now: when \`Owner is current user and Status is "y"\`
          for example \`a\` in \`Desk\`, now: \`Owner a Status "y"\`
          before by policy \`P\`
          now by policy \`P\`
      - \`b\` loses \`UPDATE_RECORDS\` in \`Desk\`
          before: when \`Owner is current user and Status is "x"\`
          for example \`b\` in \`Desk\`, before: \`Owner b Status "x"\`
          before by policy \`P\`
      --- back
      1 gained, 1 changed
      + \`b\` gains \`UPDATE_RECORDS\` in \`Desk\`
          when \`Owner is current user and Status is "x"\`
          for example \`b\` in \`Desk\`, now: \`Owner b Status "x"\`
          now by policy \`P\`
      ~ \`a\` has \`UPDATE_RECORDS\` in \`Desk\` for other records
          before: when \`Owner is current user and Status is "y"\`
          now: when \`Owner is current user and Status is "x"\`
          for example \`a\` in \`Desk\`, now: \`Owner a Status "x"\`
          before by policy \`P\`
          now by policy \`P\``,
    );
  });
});
