// Who conditions speak of: attributes, groups and relations of whoever acts, and examples for each of them.
import { describe, it } from 'mocha';
import { checkBothWays } from './compared.ts';

describe('difference: actors', () => {
  it('nobody is in a group by being a service account', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text role R { members a grants READ_RECORDS } service account Bot { roles R } }
      --- before
      --- after
      app Desk { auto-share records on group-assign }`,
      `
      1 widened
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          on records with a relation to them
          before: when \`shared with current user\`
          now: when \`shared with current user or assigned to a group of current user\`
          for example \`a\` in \`Desk\`, now: \`assigned to a group of a\`
          now by shared on \`group-assign\`
      --- back
      1 narrowed
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          on records with a relation to them
          before: when \`shared with current user or assigned to a group of current user\`
          now: when \`shared with current user\`
          for example \`a\` in \`Desk\`, before: \`assigned to a group of a\`
          before by shared on \`group-assign\``,
    );
  });

  it('nobody is assigned by standing for a group', () => {
    checkBothWays(
      `user a "a@x.com"
      group G { members a }
      app Desk { field F: text role R { members a, G grants READ_RECORDS } service account Bot { roles R } }
      --- before
      --- after
      app Desk { auto-share records on assign }`,
      `
      1 widened
      > \`a\`, \`Desk.Bot\` have \`READ_RECORDS\` in \`Desk\` for more records
          on records with a relation to them
          before: when \`shared with current user\`
          now: when \`shared with current user or assigned to current user\`
          for example \`a\` in \`Desk\`, now: \`assigned to a\`
          now by shared on \`assign\`
      --- back
      1 narrowed
      < \`a\`, \`Desk.Bot\` have \`READ_RECORDS\` in \`Desk\` for fewer records
          on records with a relation to them
          before: when \`shared with current user or assigned to current user\`
          now: when \`shared with current user\`
          for example \`a\` in \`Desk\`, before: \`assigned to a\`
          before by shared on \`assign\``,
    );
  });

  it('both, by a role', () => {
    checkBothWays(
      `user a "a@x.com"
      group G { members a }
      app Desk { field F: text service account Bot { } }
      --- before
      --- after
      app Desk { role R { grants CREATE_RECORDS auto-share on assign } }`,
      `
      1 gained
      + everyone gains \`CREATE_RECORDS\` in \`Desk\`
          on records with a relation to them
          when \`assigned to current user or assigned to a group of current user\`
          for example \`a\` in \`Desk\`, now: \`assigned to a\`
          now by role \`R\` by auto-share on \`assign\`
      --- back
      1 lost
      - everyone loses \`CREATE_RECORDS\` in \`Desk\`
          on records with a relation to them
          before: when \`assigned to current user or assigned to a group of current user\`
          for example \`a\` in \`Desk\`, before: \`assigned to a\`
          before by role \`R\` by auto-share on \`assign\``,
    );
  });

  it('a relation of a group to a record', () => {
    checkBothWays(
      `user a "a@x.com"
      group G { members a }
      group None { }
      app Desk { field F: text role R { members None grants READ_RECORDS } }
      --- before
      --- after
      app Desk { auto-share records on mention }`,
      `
      1 widened
      > \`None\` (as a group) has \`READ_RECORDS\` in \`Desk\` for more records
          on records with a relation to them
          before: when \`shared with current user\`
          now: when \`shared with current user or mentions current user\`
          for example \`None\` in \`Desk\`, now: \`mentions someone in None\`
          now by shared on \`mention\`
      --- back
      1 narrowed
      < \`None\` (as a group) has \`READ_RECORDS\` in \`Desk\` for fewer records
          on records with a relation to them
          before: when \`shared with current user or mentions current user\`
          now: when \`shared with current user\`
          for example \`None\` in \`Desk\`, before: \`mentions someone in None\`
          before by shared on \`mention\``,
    );
  });

  it('whoever is new, with attributes', () => {
    checkBothWays(
      `user a "a@x.com" { Region "EU" }
      app Desk { field Region: text role R { members "Internal Users" grants READ_RECORDS } policy P { to "Internal Users" when Region is current user.Region } }
      --- before
      --- after
      user b "b@x.com" { Region "US" }
      user c "c@x.com"`,
      `
      1 gained
      + \`b\` (new) gains \`READ_RECORDS\` in \`Desk\`
          when \`Region is current user.Region\`
          for example \`b\` in \`Desk\`, now: \`Region "US"\`
          now by role \`R\` through \`Internal Users\`, policy \`P\` through \`Internal Users\`
      --- back
      1 lost
      - \`b\` (gone) loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Region is current user.Region\`
          for example \`b\` in \`Desk\`, before: \`Region "US"\`
          before by role \`R\` through \`Internal Users\`, policy \`P\` through \`Internal Users\``,
    );
  });

  it('whoever has an attribute more', () => {
    checkBothWays(
      `app Desk { field Region: text role R { members "Internal Users" grants READ_RECORDS } policy P { to "Internal Users" when Region is current user.Region } }
      --- before
      user a "a@x.com"
      user b "b@x.com" { Area "1" }
      --- after
      user a "a@x.com" { Region "EU" }
      user b "b@x.com" { Area "1" Region "US" }`,
      `
      1 gained
      + \`a\`, \`b\` gain \`READ_RECORDS\` in \`Desk\`
          when \`Region is current user.Region\`
          for example \`a\` in \`Desk\`, now: \`Region "EU"\`
      --- back
      1 lost
      - \`a\`, \`b\` lose \`READ_RECORDS\` in \`Desk\`
          before: when \`Region is current user.Region\`
          for example \`a\` in \`Desk\`, before: \`Region "EU"\``,
    );
  });

  it('whoever has other attributes than before, among others', () => {
    checkBothWays(
      `user a "a@x.com" { Region "EU" }
      user b "b@x.com" { Region "EU" }
      app Desk { field Region: text field Status: text role R { members "Internal Users" grants READ_RECORDS }
        policy P { to "Internal Users" when Region is current user.Region } }
      --- before
      user c "c@x.com" { Region "EU" }
      role S { members "Internal Users" grants UPDATE_RECORDS }
      --- after
      user c "c@x.com" { Region "US" }
      role S { members "Internal Users" grants UPDATE_RECORDS, DELETE_RECORDS }`,
      `
      2 gained, 1 changed
      + \`"Internal Users"\` (3 members) gain \`DELETE_RECORDS\` in the organization
          now by role \`S\` through \`Internal Users\`
      + members of \`"Internal Users"\` (3) gain \`DELETE_RECORDS\` in \`Desk\`
          when \`Region is current user.Region\`
          for example \`c\` in \`Desk\`, now: \`Region "US"\`
          now by role \`S\` through \`Internal Users\`
      ~ \`c\` has \`READ_RECORDS\`, \`UPDATE_RECORDS\` in \`Desk\` for other records
          before: when \`Region is "EU"\`
          now: when \`Region is "US"\`
          for example \`c\` in \`Desk\`, now: \`Region "US"\`
      --- back
      1 changed, 2 lost
      - \`"Internal Users"\` (3 members) lose \`DELETE_RECORDS\` in the organization
          before by role \`S\` through \`Internal Users\`
      ~ \`c\` has \`READ_RECORDS\`, \`UPDATE_RECORDS\` in \`Desk\` for other records
          before: when \`Region is "US"\`
          now: when \`Region is "EU"\`
          for example \`c\` in \`Desk\`, now: \`Region "EU"\`
      - members of \`"Internal Users"\` (3) lose \`DELETE_RECORDS\` in \`Desk\`
          before: when \`Region is current user.Region\`
          for example \`c\` in \`Desk\`, before: \`Region "US"\`
          before by role \`S\` through \`Internal Users\``,
    );
  });

  it('who is in other groups, and who has only another attribute', () => {
    checkBothWays(
      `user a "a@x.com"
      user c "c@x.com"
      app Desk { field Team: group role R { members "Internal Users" grants READ_RECORDS } policy P { to "Internal Users" when Team contains current user } }
      --- before
      user b "b@x.com" { Region "EU" }
      group Crew { members a, c }
      --- after
      user b "b@x.com" { Region "US" }
      group Crew { members c }`,
      `
      1 lost
      - \`a\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Team contains current user\`
          for example \`a\` in \`Desk\`, before: \`Team Crew\`
      --- back
      1 gained
      + \`a\` gains \`READ_RECORDS\` in \`Desk\`
          when \`Team contains current user\`
          for example \`a\` in \`Desk\`, now: \`Team Crew\``,
    );
  });

  it('the groups that fill themselves are no group of a field', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field Team: group role R { members a grants READ_RECORDS } }
      --- before
      --- after
      app Desk { policy P { to a when Team contains current user } }`,
      `
      nobody may do more or less
      --- back
      nobody may do more or less`,
    );
  });

  it('an example for each of whom something else is said', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      group G { members b }
      app Desk { field Owner: user role R { members a grants READ_RECORDS } role S { members b grants UPDATE_RECORDS } role T { members G grants DELETE_RECORDS } }
      --- before
      --- after
      app Desk { policy P { to a, G when Owner is current user } }`,
      `
      3 gained
      + \`G\` (as a group) gains \`DELETE_RECORDS\` in \`Desk\`
          when \`Owner is current user\`
          for example \`G\` in \`Desk\`, now: \`Owner "someone in G"\`
          now by policy \`P\`
      + \`a\` gains \`READ_RECORDS\` in \`Desk\`
          when \`Owner is current user\`
          for example \`a\` in \`Desk\`, now: \`Owner a\`
          now by policy \`P\`
      + \`b\` gains \`UPDATE_RECORDS\`, \`DELETE_RECORDS\` in \`Desk\`
          when \`Owner is current user\`
          for example \`b\` in \`Desk\`, now: \`Owner b\`
          now by policy \`P\` through \`G\`
      --- back
      3 lost
      - \`G\` (as a group) loses \`DELETE_RECORDS\` in \`Desk\`
          before: when \`Owner is current user\`
          for example \`G\` in \`Desk\`, before: \`Owner "someone in G"\`
          before by policy \`P\`
      - \`a\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Owner is current user\`
          for example \`a\` in \`Desk\`, before: \`Owner a\`
          before by policy \`P\`
      - \`b\` loses \`UPDATE_RECORDS\`, \`DELETE_RECORDS\` in \`Desk\`
          before: when \`Owner is current user\`
          for example \`b\` in \`Desk\`, before: \`Owner b\`
          before by policy \`P\` through \`G\``,
    );
  });

  it('an attribute beside a relation that not everybody can have', () => {
    checkBothWays(
      `user a "a@x.com" { Region "EU" }
      user b "b@x.com" { Region "US" }
      app Desk { field Region: text role R { members a, b grants READ_RECORDS } service account Bot { roles R }
        policy P { to a, b, Bot when Region is current user.Region } }
      --- before
      --- after
      app Desk { auto-share records on group-assign }`,
      `
      1 widened
      > \`a\`, \`b\` have \`READ_RECORDS\` in \`Desk\` for more records
          on records with a relation to them
          before: when \`Region is current user.Region or shared with current user\`
          now: when \`Region is current user.Region or shared with current user or assigned to a group of current user\`
          for example \`a\` in \`Desk\`, now: \`Region "other" assigned to a group of a\`
          now by shared on \`group-assign\`
      --- back
      1 narrowed
      < \`a\`, \`b\` have \`READ_RECORDS\` in \`Desk\` for fewer records
          on records with a relation to them
          before: when \`Region is current user.Region or shared with current user or assigned to a group of current user\`
          now: when \`Region is current user.Region or shared with current user\`
          for example \`a\` in \`Desk\`, before: \`Region "other" assigned to a group of a\`
          before by shared on \`group-assign\``,
    );
  });

  it('the same of several with words that are their own', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      app Desk { field Owner: user field Other: user role R { members a, b grants READ_RECORDS } policy P { to a, b when Owner is current user and Other is in Ops } }
      --- before
      group Ops { members c }
      --- after
      group Ops { members c, a, b }`,
      `
      1 widened
      > \`a\`, \`b\` have \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`Owner is current user and Other is in Ops\`
          now: when \`Owner is current user and Other is in Ops\`
          for example \`a\` in \`Desk\`, now: \`Owner a Other a\`
          before by policy \`P\` with the members of \`Ops\`
          now by policy \`P\` with the members of \`Ops\`
      --- back
      1 narrowed
      < \`a\`, \`b\` have \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`Owner is current user and Other is in Ops\`
          now: when \`Owner is current user and Other is in Ops\`
          for example \`a\` in \`Desk\`, before: \`Owner a Other a\`
          before by policy \`P\` with the members of \`Ops\`
          now by policy \`P\` with the members of \`Ops\``,
    );
  });

  it('groups that conditions ask for, of which some have the same people', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      group Ops { members a }
      group Crew { members b }
      app Desk { field Owner: user field Other: user role R { members c grants READ_RECORDS } }
      --- before
      app Desk { policy P { to c when Owner is in Ops } }
      --- after
      app Desk { policy P { to c when Owner is in Crew } }`,
      `
      1 changed
      ~ \`c\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`Owner is in Ops\`
          now: when \`Owner is in Crew\`
          for example \`c\` in \`Desk\`, now: \`Owner b\`
          before by policy \`P\`
          now by policy \`P\`
      --- back
      1 changed
      ~ \`c\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`Owner is in Crew\`
          now: when \`Owner is in Ops\`
          for example \`c\` in \`Desk\`, now: \`Owner a\`
          before by policy \`P\`
          now by policy \`P\``,
    );
  });

  it('groups that are asked for at different places', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      group Ops { members a }
      group Crew { members b }
      app Desk { field Owner: user role R { members c grants READ_RECORDS } }
      app Shop { field Owner: user role R { members c grants READ_RECORDS } }
      --- before
      --- after
      app Desk { policy P { to c when Owner is in Ops } }
      app Shop { policy P { to c when Owner is in Crew } }`,
      `
      2 gained
      + \`c\` gains \`READ_RECORDS\` in \`Desk\`
          when \`Owner is in Ops\`
          for example \`c\` in \`Desk\`, now: \`Owner a\`
          now by policy \`P\`
      + \`c\` gains \`READ_RECORDS\` in \`Shop\`
          when \`Owner is in Crew\`
          for example \`c\` in \`Shop\`, now: \`Owner b\`
          now by policy \`P\`
      --- back
      2 lost
      - \`c\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Owner is in Ops\`
          for example \`c\` in \`Desk\`, before: \`Owner a\`
          before by policy \`P\`
      - \`c\` loses \`READ_RECORDS\` in \`Shop\`
          before: when \`Owner is in Crew\`
          for example \`c\` in \`Shop\`, before: \`Owner b\`
          before by policy \`P\``,
    );
  });

  it('a group of people who are new', () => {
    checkBothWays(
      `user c "c@x.com"
      app Desk { field Owner: user role R { members c grants READ_RECORDS } }
      --- before
      --- after
      user a "a@x.com"
      group Ops { members a }
      app Desk { policy P { to c when Owner is in Ops } }`,
      `
      1 gained
      + \`c\` gains \`READ_RECORDS\` in \`Desk\`
          when \`Owner is in Ops\`
          for example \`c\` in \`Desk\`, now: \`Owner a\`
          now by policy \`P\`
      --- back
      1 lost
      - \`c\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Owner is in Ops\`
          for example \`c\` in \`Desk\`, before: \`Owner a\`
          before by policy \`P\``,
    );
  });

  it('as many people as there are fields', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      user d "d@x.com"
      group Ops { members a, b, d }
      app Desk { field Owner: user field Other: user field Third: user role R { members c grants READ_RECORDS } }
      --- before
      --- after
      app Desk { policy P { to c when Owner is in Ops and Other is in Ops and Third is in Ops and Owner is not field Other and Owner is not field Third and Other is not field Third and Owner is not a } }`,
      `
      1 gained
      + \`c\` gains \`READ_RECORDS\` in \`Desk\`
          when \`Owner is in Ops and Other is in Ops and Third is in Ops and Owner is not field Other and Owner is not field Third and Other is not field Third and Owner is not a\`
          for example \`c\` in \`Desk\`, now: \`Owner b Other a Third d\`
          now by policy \`P\`
      --- back
      1 lost
      - \`c\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Owner is in Ops and Other is in Ops and Third is in Ops and Owner is not field Other and Owner is not field Third and Other is not field Third and Owner is not a\`
          for example \`c\` in \`Desk\`, before: \`Owner b Other a Third d\`
          before by policy \`P\``,
    );
  });

  it('people who are new in a group with other members too', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      app Desk { field Owner: user field F: text role R { members c grants READ_RECORDS } }
      app Shop { field Owner: user role R { members c grants READ_RECORDS } policy P { to c when Owner is in Ops } }
      --- before
      group Ops { members a, b }
      app Desk { policy P { to c when Owner is in Ops } }
      --- after
      user d "d@x.com"
      group Ops { members a, d }
      app Desk { policy P { to c when Owner is in Ops or F is "x" } }`,
      `
      1 changed, 1 narrowed
      ~ \`c\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`Owner is in Ops\`
          now: when \`Owner is in Ops or F is "x"\`
          for example \`c\` in \`Desk\`, now: \`Owner "someone in no group" F "x"\`
          before by policy \`P\` with the members of \`Ops\`
          now by policy \`P\` with the members of \`Ops\`
      < \`c\` has \`READ_RECORDS\` in \`Shop\` for fewer records
          before: when \`Owner is in Ops\`
          now: when \`Owner is in Ops\`
          for example \`c\` in \`Shop\`, before: \`Owner b\`
          before by policy \`P\` with the members of \`Ops\`
          now by policy \`P\` with the members of \`Ops\`
      --- back
      1 widened, 1 changed
      ~ \`c\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`Owner is in Ops or F is "x"\`
          now: when \`Owner is in Ops\`
          for example \`c\` in \`Desk\`, now: \`Owner b F "other"\`
          before by policy \`P\` with the members of \`Ops\`
          now by policy \`P\` with the members of \`Ops\`
      > \`c\` has \`READ_RECORDS\` in \`Shop\` for more records
          before: when \`Owner is in Ops\`
          now: when \`Owner is in Ops\`
          for example \`c\` in \`Shop\`, now: \`Owner b\`
          before by policy \`P\` with the members of \`Ops\`
          now by policy \`P\` with the members of \`Ops\``,
    );
  });

  it('people who are new in a group of the same members', () => {
    checkBothWays(
      `user a "a@x.com"
      user c "c@x.com"
      app Desk { field Owner: user field F: text role R { members c grants READ_RECORDS } }
      --- before
      group Ops { members a }
      app Desk { policy P { to c when F is "x" or Owner is in Ops } }
      --- after
      user d "d@x.com"
      group Ops { members a, d }
      app Desk { policy P { to c when Owner is in Ops or F is "x" } }`,
      `
      nobody may do more or less
      --- back
      nobody may do more or less`,
    );
  });

  it('a group that has members now', () => {
    checkBothWays(
      `user c "c@x.com"
      app Desk { field Owner: user field F: text role R { members c grants READ_RECORDS } }
      --- before
      group Ops { }
      app Desk { policy P { to c when F is "x" } }
      --- after
      user d "d@x.com"
      group Ops { members d }
      app Desk { policy P { to c when Owner is in Ops or F is "x" } }`,
      `
      1 widened
      > \`c\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`F is "x"\`
          now: when \`Owner is in Ops or F is "x"\`
          for example \`c\` in \`Desk\`, now: \`Owner d F "other"\`
          before by policy \`P\`
          now by policy \`P\`
      --- back
      1 narrowed
      < \`c\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`Owner is in Ops or F is "x"\`
          now: when \`F is "x"\`
          for example \`c\` in \`Desk\`, before: \`Owner d F "other"\`
          before by policy \`P\`
          now by policy \`P\``,
    );
  });

  it('as many people as there are fields, somebody new among them', () => {
    checkBothWays(
      `user a "a@x.com"
      user c "c@x.com"
      app Desk { field Owner: user field Other: user role R { members c grants READ_RECORDS } }
      --- before
      group Ops { members a }
      --- after
      user d "d@x.com"
      group Ops { members a, d }
      app Desk { policy P { to c when Owner is in Ops and Other is in Ops and Owner is not field Other } }`,
      `
      1 gained
      + \`c\` gains \`READ_RECORDS\` in \`Desk\`
          when \`Owner is in Ops and Other is in Ops and Owner is not field Other\`
          for example \`c\` in \`Desk\`, now: \`Owner a Other d\`
          now by policy \`P\`
      --- back
      1 lost
      - \`c\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Owner is in Ops and Other is in Ops and Owner is not field Other\`
          for example \`c\` in \`Desk\`, before: \`Owner a Other d\`
          before by policy \`P\``,
    );
  });
});
