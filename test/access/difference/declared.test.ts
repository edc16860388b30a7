// Declared records that give a role of their whole object, and whom the settings reach.
import { describe, it } from 'mocha';
import { checkBothWays } from './compared.ts';

describe('difference: declared records', () => {
  it('only records of the object itself, where the settings say so', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      app Desk { field F: text role W { grants CREATE_RECORDS auto-share on watch } }
      app Shop { field F: text }
      record it in Nowhere { watched by b }
      --- before
--- file: writ.json
      { "semantics": { "autoShareReach": "object" } }
      --- after
      record that in Shop { watched by a }
      record other in Desk { watched by b }
--- file: writ.json
      { "semantics": { "autoShareReach": "object" } }`,
      `
      1 gained, 2 not decided
      + \`b\` gains \`CREATE_RECORDS\` in \`Desk\`
          now by role \`W\`
      ? not decided in the organization: before: a declaration of the organization is broken and might allow more
      ? not decided in the organization: after: a declaration of the organization is broken and might allow more
      --- back
      1 lost, 2 not decided
      - \`b\` loses \`CREATE_RECORDS\` in \`Desk\`
          before by role \`W\`
      ? not decided in the organization: before: a declaration of the organization is broken and might allow more
      ? not decided in the organization: after: a declaration of the organization is broken and might allow more`,
    );
  });

  it('none where the settings do not', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text role W { grants CREATE_RECORDS auto-share on watch } }
      --- before
      --- after
      app Desk { default policy role R { members a grants DELETE_RECORDS } }
      record it in Desk { watched by a }`,
      `
      1 gained
      + \`a\` gains \`DELETE_RECORDS\` in \`Desk\`
          now by role \`R\`, the default policy through \`Internal Users\`
      --- back
      1 lost
      - \`a\` loses \`DELETE_RECORDS\` in \`Desk\`
          before by role \`R\`, the default policy through \`Internal Users\``,
    );
  });

  it('users and groups, said of the record or held by a field that says who is assigned', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      group G { members b }
      app Desk { field Owner: user as assignee field Line: group as assignee field Boss: user field Late: user as assignee
        role W { grants CREATE_RECORDS auto-share on assign } }
      --- before
      record it in Desk { Owner empty }
--- file: writ.json
      { "semantics": { "autoShareReach": "object" } }
      --- after
      record it in Desk { Owner a Line G Boss c Late empty }
--- file: writ.json
      { "semantics": { "autoShareReach": "object" } }`,
      `
      1 widened
      > \`G\` (1 member), \`a\` have \`CREATE_RECORDS\` in \`Desk\` for more records
          before: when \`Owner is current user or Line contains current user or Late is current user\`
          now: always
          for example \`a\` in \`Desk\`, now: \`Owner "someone in no group" Late "someone in no group"\`
          now by role \`W\`
      --- back
      1 narrowed
      < \`G\` (1 member), \`a\` have \`CREATE_RECORDS\` in \`Desk\` for fewer records
          before: always
          now: when \`Owner is current user or Line contains current user or Late is current user\`
          for example \`a\` in \`Desk\`, before: \`Owner "someone in no group" Late "someone in no group"\`
          before by role \`W\``,
    );
  });

  it('a group that is related', () => {
    checkBothWays(
      `user a "a@x.com"
      group G { members a }
      app Desk { field F: text role W { grants CREATE_RECORDS auto-share on mention } }
      --- before
      record it in Desk { }
--- file: writ.json
      { "semantics": { "autoShareReach": "object" } }
      --- after
      record it in Desk { mentions G }
--- file: writ.json
      { "semantics": { "autoShareReach": "object" } }`,
      `
      1 gained
      + \`G\` (1 member) gain \`CREATE_RECORDS\` in \`Desk\`
          now by role \`W\` through \`G\`
      --- back
      1 lost
      - \`G\` (1 member) lose \`CREATE_RECORDS\` in \`Desk\`
          before by role \`W\` through \`G\``,
    );
  });

  it('by roles of one name, of the organization and of the object', () => {
    checkBothWays(
      `user a "a@x.com"
      role W { grants DELETE_RECORDS, CREATE_RECORDS auto-share on mention }
      app Desk { field F: text default policy role W { grants UPDATE_RECORDS auto-share on watch } }
      --- before
      record it in Desk { }
--- file: writ.json
      { "semantics": { "autoShareReach": "object" } }
      --- after
      record it in Desk { mentions a }
--- file: writ.json
      { "semantics": { "autoShareReach": "object" } }`,
      `
      1 gained
      + \`a\` gains \`CREATE_RECORDS\`, \`DELETE_RECORDS\` in \`Desk\`
          now by role \`W\`
      --- back
      1 lost
      - \`a\` loses \`CREATE_RECORDS\`, \`DELETE_RECORDS\` in \`Desk\`
          before by role \`W\``,
    );
  });

  it('another setting, and somebody who was inactive', () => {
    checkBothWays(
      `user b "b@x.com"
      role Top { members a, b grants READ_GROUPS }
      app Desk { field F: text service account Old { roles Top } }
      --- before
      user a "a@x.com" { inactive }
      user c "c@x.com" { inactive }
      user d "d@x.com"
      user f "f@x.com" { inactive }
      app Desk { service account Bot { roles Top inactive } service account Off { roles Top inactive } }
--- file: writ.json
      { "semantics": { "adminSeesAllRecords": true } }
      --- after
      user a "a@x.com"
      user c "c@x.com" { inactive }
      user e "e@x.com"
      app Desk { service account Bot { roles Top } service account Off { roles Top inactive } }
--- file: writ.json
      { "semantics": { "adminSeesAllRecords": false } }`,
      `
      1 gained
      + \`a\`, \`Desk.Bot\` gain \`READ_GROUPS\` in the organization
          now by role \`Top\`
      --- back
      1 lost
      - \`a\`, \`Desk.Bot\` lose \`READ_GROUPS\` in the organization
          before by role \`Top\``,
    );
  });
});
