// Differences between two policies in which people, groups, roles, objects, accounts and fields go by other names.
import { describe, it } from 'mocha';
import { checkBothWays } from './compared.ts';

describe('difference: names', () => {
  it('users by their addresses, and those whose address changed by their names', () => {
    checkBothWays(
      `group All { members ann, bob, cat, old }
      user ann "a@x.com"
      app Desk { field Owner: user role R { members All grants READ_RECORDS } policy P { to All when Owner is bob } }
      --- before
      user bob "b@x.com"
      user cat "c@x.com"
      user old "o@x.com"
      --- after
      user cat "b@x.com"
      user bob "new@x.com"
      user old "o2@x.com"`,
      `
      1 gained, 1 changed, 1 lost
      = user \`bob\` is now \`cat\`
      + \`bob\` (new) gains \`READ_RECORDS\` in \`Desk\`
          when \`Owner is bob\`
          for example \`bob\` in \`Desk\`, now: \`Owner bob\`
          now by role \`R\` through \`All\`, policy \`P\` through \`All\`
      ~ \`All\` (3 members, not \`bob\`) have \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`Owner is bob\`
          now: when \`Owner is bob\`
          for example \`ann\` in \`Desk\`, now: \`Owner bob\`
      - \`cat\` (gone) loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Owner is bob\`
          for example \`cat\` in \`Desk\`, before: \`Owner bob\`
          before by role \`R\` through \`All\`, policy \`P\` through \`All\`
      --- back
      1 gained, 1 changed, 1 lost
      = user \`cat\` is now \`bob\`
      + \`cat\` (new) gains \`READ_RECORDS\` in \`Desk\`
          when \`Owner is bob\`
          for example \`cat\` in \`Desk\`, now: \`Owner bob\`
          now by role \`R\` through \`All\`, policy \`P\` through \`All\`
      ~ \`All\` (3 members, not \`cat\`) have \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`Owner is bob\`
          now: when \`Owner is bob\`
          for example \`ann\` in \`Desk\`, now: \`Owner bob\`
      - \`bob\` (gone) loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Owner is bob\`
          for example \`bob\` in \`Desk\`, before: \`Owner bob\`
          before by role \`R\` through \`All\`, policy \`P\` through \`All\``,
    );
  });

  it('names that two users swap', () => {
    checkBothWays(
      `role R { members ann grants READ_ROLES }
      role S { members bob grants READ_GROUPS }
      --- before
      user ann "a@x.com"
      user bob "b@x.com"
      --- after
      user bob "a@x.com"
      user ann "b@x.com"`,
      `
      2 gained, 2 lost
      = user \`ann\` is now \`bob\`
      = user \`bob\` is now \`ann\`
      + \`ann\` gains \`READ_ROLES\` in the organization
          now by role \`R\`
      + \`bob\` gains \`READ_GROUPS\` in the organization
          now by role \`S\`
      - \`ann\` loses \`READ_GROUPS\` in the organization
          before by role \`S\`
      - \`bob\` loses \`READ_ROLES\` in the organization
          before by role \`R\`
      --- back
      2 gained, 2 lost
      = user \`ann\` is now \`bob\`
      = user \`bob\` is now \`ann\`
      + \`ann\` gains \`READ_ROLES\` in the organization
          now by role \`R\`
      + \`bob\` gains \`READ_GROUPS\` in the organization
          now by role \`S\`
      - \`ann\` loses \`READ_GROUPS\` in the organization
          before by role \`S\`
      - \`bob\` loses \`READ_ROLES\` in the organization
          before by role \`R\``,
    );
  });

  it('groups by two thirds of their members', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      user d "d@x.com"
      user e "e@x.com"
      --- before
      group One { members a, b }
      group Two { members c, d, e }
      group Empty { }
      group Zone { domain "z.com" }
      role R1 { members One grants READ_ROLES }
      role R2 { members Two grants READ_GROUPS }
      role R3 { members Empty, Zone grants READ_USERS }
      --- after
      group Uno { members a, b, c }
      group Due { members c, d }
      group Vuoto { }
      group Zona { domain "z.com" }
      role R1 { members Uno grants READ_ROLES }
      role R2 { members Due grants READ_GROUPS }
      role R3 { members Vuoto, Zona grants READ_USERS }`,
      `
      2 gained, 2 lost
      = group \`One\` is now \`Uno\`
      = group \`Two\` is now \`Due\`
      = group \`Zone\` is now \`Zona\`
      + \`Vuoto\` (new) gains \`READ_USERS\` in the organization
          now by role \`R3\`
      + \`c\` gains \`READ_ROLES\` in the organization
          now by role \`R1\` through \`Uno\`
      - \`Empty\` (gone) loses \`READ_USERS\` in the organization
          before by role \`R3\`
      - \`e\` loses \`READ_GROUPS\` in the organization
          before by role \`R2\` through \`Two\`
      --- back
      2 gained, 2 lost
      = group \`Due\` is now \`Two\`
      = group \`Uno\` is now \`One\`
      = group \`Zona\` is now \`Zone\`
      + \`Empty\` (new) gains \`READ_USERS\` in the organization
          now by role \`R3\`
      + \`e\` gains \`READ_GROUPS\` in the organization
          now by role \`R2\` through \`Two\`
      - \`Vuoto\` (gone) loses \`READ_USERS\` in the organization
          before by role \`R3\`
      - \`c\` loses \`READ_ROLES\` in the organization
          before by role \`R1\` through \`Uno\``,
    );
  });

  it('groups that are less alike are gone and new', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      --- before
      group One { members a, b }
      role R { members One grants READ_ROLES }
      --- after
      group Uno { members b, c }
      role R { members Uno grants READ_ROLES }`,
      `
      1 gained, 1 lost
      + \`Uno\` (new, 1 member, not \`b\`) gain \`READ_ROLES\` in the organization
          now by role \`R\` through \`Uno\`
      - \`One\` (gone, 1 member, not \`b\`) lose \`READ_ROLES\` in the organization
          before by role \`R\` through \`One\`
      --- back
      1 gained, 1 lost
      + \`One\` (new, 1 member, not \`b\`) gain \`READ_ROLES\` in the organization
          now by role \`R\` through \`One\`
      - \`Uno\` (gone, 1 member, not \`b\`) lose \`READ_ROLES\` in the organization
          before by role \`R\` through \`Uno\``,
    );
  });

  it('the most alike first', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      --- before
      group One { members a, b, c }
      group Two { members a, b }
      role R { members One grants READ_ROLES }
      role S { members Two grants READ_GROUPS }
      --- after
      group A { members a, b }
      group B { members a, b, c }
      role R { members B grants READ_ROLES }
      role S { members A grants READ_GROUPS }`,
      `
      nobody may do more or less; names differ
      = group \`One\` is now \`B\`
      = group \`Two\` is now \`A\`
      --- back
      nobody may do more or less; names differ
      = group \`A\` is now \`Two\`
      = group \`B\` is now \`One\``,
    );
  });

  it('objects by fields, roles, accounts and policies', () => {
    checkBothWays(
      `user a "a@x.com"
      --- before
      app Desk {
        field Status: choice("x", "y")
        field Total: number
        role R { members a grants READ_RECORDS }
        policy P { to a when Status is "x" }
        service account Bot { purpose "works" roles R }
      }
      table Rates { field Status: choice("x", "y") field Total: number policy P { to a } }
      --- after
      app Office {
        field Status: choice("x", "y")
        field Total: number
        role Clerk { members a grants READ_RECORDS }
        policy P { to a when Status is "x" or Total > 3 }
        service account Robot { purpose "works" roles Clerk usable by a }
      }
      app Rates { field Status: choice("x", "y") field Total: number policy P { to a } }`,
      `
      1 gained, 1 widened
      = object \`Desk\` is now \`Office\`
      = role \`Desk.R\` is now \`Office.Clerk\`
      = service account \`Desk.Bot\` is now \`Office.Robot\`
      + \`a\` gains the use of \`Office.Robot\`
          now by \`usable by\`
      > \`a\` has \`READ_RECORDS\` in \`Office\` for more records
          before: when \`Status is "x"\`
          now: when \`Status is "x" or Total > 3\`
          for example \`a\` in \`Office\`, now: \`Status "y" Total 4\`
          before by role \`R\`, policy \`P\`
          now by role \`Clerk\`, policy \`P\`
      --- back
      1 narrowed, 1 lost
      = object \`Office\` is now \`Desk\`
      = role \`Office.Clerk\` is now \`Desk.R\`
      = service account \`Office.Robot\` is now \`Desk.Bot\`
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`Status is "x" or Total > 3\`
          now: when \`Status is "x"\`
          for example \`a\` in \`Desk\`, before: \`Status "y" Total 4\`
          before by role \`Clerk\`, policy \`P\`
          now by role \`R\`, policy \`P\`
      - \`a\` loses the use of \`Desk.Bot\`
          before by \`usable by\``,
    );
  });

  it('roles and accounts in the organization and in objects', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      group G { members a, b }
      --- before
      role One { members a, G grants READ_ROLES, READ_GROUPS }
      app Desk {
        role In { members b grants READ_RECORDS, CREATE_RECORDS auto-share on watch }
        default policy
        service account Bot { roles In, organization.One usable by a }
        service account Idle { purpose "p" usable by a }
      }
      --- after
      role Uno { members a, G grants READ_ROLES, READ_GROUPS, READ_USERS }
      app Desk {
        role Dentro { members b grants READ_RECORDS, CREATE_RECORDS, DELETE_RECORDS auto-share on watch }
        default policy
        service account Robot { roles Dentro, organization.Uno usable by a, b }
        service account Lazy { purpose "q" usable by a }
      }`,
      `
      8 gained, 3 lost
      = role \`Desk.In\` is now \`Desk.Dentro\`
      = role \`One\` is now \`Uno\`
      = service account \`Desk.Bot\` is now \`Desk.Robot\`
      + \`G\` (2 members), \`Desk.Robot\` gain \`READ_USERS\` in the organization
          now by role \`Uno\`, role \`Uno\` through \`G\`
      + \`a\` gains the use of \`Desk.Lazy\`
          now by \`usable by\`
      + \`b\` gains \`DELETE_RECORDS\` in \`Desk\`
          now by role \`Dentro\`
      + \`b\` gains the use of \`Desk.Robot\`
          now by \`usable by\`
      - \`a\` loses the use of \`Desk.Idle\`
          before by \`usable by\`
      + \`Desk.Lazy\` (new) gains \`CREATE_RECORDS\` in \`Desk\`
          on records with a relation to them
          when \`watched by current user\`
          for example \`Desk.Lazy\` in \`Desk\`, now: \`watched by Desk.Lazy\`
          now by role \`Dentro\` by auto-share on \`watch\`
      + \`Desk.Lazy\` (new) gains \`READ_RECORDS\`, \`DELETE_RECORDS\` in \`Desk\`
          on records with a relation to them
          when \`watched by current user and shared with current user\`
          for example \`Desk.Lazy\` in \`Desk\`, now: \`watched by Desk.Lazy shared with Desk.Lazy\`
          now by role \`Dentro\` by auto-share on \`watch\`
      + \`Desk.Robot\` gains \`DELETE_RECORDS\` in \`Desk\`
          on records with a relation to them
          when \`shared with current user\`
          for example \`Desk.Robot\` in \`Desk\`, now: \`shared with Desk.Robot\`
          now by role \`Dentro\`, role \`Dentro\` by auto-share on \`watch\`
      + \`"External Users"\`, \`"Internal Users"\` (1 member, not \`b\`), \`G\` (1 member, not \`b\`) gain \`DELETE_RECORDS\` in \`Desk\`
          on records with a relation to them
          for the records in sight, which differ
          when \`watched by current user\`
          for example \`a\` in \`Desk\`, now: \`watched by a\`
          now by role \`Dentro\` by auto-share on \`watch\`
      - \`Desk.Idle\` (gone) loses \`CREATE_RECORDS\` in \`Desk\`
          on records with a relation to them
          before: when \`watched by current user\`
          for example \`Desk.Idle\` in \`Desk\`, before: \`watched by Desk.Idle\`
          before by role \`In\` by auto-share on \`watch\`
      - \`Desk.Idle\` (gone) loses \`READ_RECORDS\` in \`Desk\`
          on records with a relation to them
          before: when \`watched by current user and shared with current user\`
          for example \`Desk.Idle\` in \`Desk\`, before: \`watched by Desk.Idle shared with Desk.Idle\`
          before by role \`In\` by auto-share on \`watch\`
      --- back
      3 gained, 8 lost
      = role \`Desk.Dentro\` is now \`Desk.In\`
      = role \`Uno\` is now \`One\`
      = service account \`Desk.Robot\` is now \`Desk.Bot\`
      - \`G\` (2 members), \`Desk.Bot\` lose \`READ_USERS\` in the organization
          before by role \`Uno\`, role \`Uno\` through \`G\`
      + \`a\` gains the use of \`Desk.Idle\`
          now by \`usable by\`
      - \`a\` loses the use of \`Desk.Lazy\`
          before by \`usable by\`
      - \`b\` loses \`DELETE_RECORDS\` in \`Desk\`
          before by role \`Dentro\`
      - \`b\` loses the use of \`Desk.Bot\`
          before by \`usable by\`
      + \`Desk.Idle\` (new) gains \`CREATE_RECORDS\` in \`Desk\`
          on records with a relation to them
          when \`watched by current user\`
          for example \`Desk.Idle\` in \`Desk\`, now: \`watched by Desk.Idle\`
          now by role \`In\` by auto-share on \`watch\`
      + \`Desk.Idle\` (new) gains \`READ_RECORDS\` in \`Desk\`
          on records with a relation to them
          when \`watched by current user and shared with current user\`
          for example \`Desk.Idle\` in \`Desk\`, now: \`watched by Desk.Idle shared with Desk.Idle\`
          now by role \`In\` by auto-share on \`watch\`
      - \`Desk.Bot\` loses \`DELETE_RECORDS\` in \`Desk\`
          on records with a relation to them
          before: when \`shared with current user\`
          for example \`Desk.Bot\` in \`Desk\`, before: \`shared with Desk.Bot\`
          before by role \`Dentro\`, role \`Dentro\` by auto-share on \`watch\`
      - \`Desk.Lazy\` (gone) loses \`CREATE_RECORDS\` in \`Desk\`
          on records with a relation to them
          before: when \`watched by current user\`
          for example \`Desk.Lazy\` in \`Desk\`, before: \`watched by Desk.Lazy\`
          before by role \`Dentro\` by auto-share on \`watch\`
      - \`Desk.Lazy\` (gone) loses \`READ_RECORDS\`, \`DELETE_RECORDS\` in \`Desk\`
          on records with a relation to them
          before: when \`watched by current user and shared with current user\`
          for example \`Desk.Lazy\` in \`Desk\`, before: \`watched by Desk.Lazy shared with Desk.Lazy\`
          before by role \`Dentro\` by auto-share on \`watch\`
      - \`"External Users"\`, \`"Internal Users"\` (1 member, not \`b\`), \`G\` (1 member, not \`b\`) lose \`DELETE_RECORDS\` in \`Desk\`
          on records with a relation to them
          for the records in sight, which differ
          before: when \`watched by current user\`
          for example \`a\` in \`Desk\`, before: \`watched by a\`
          before by role \`Dentro\` by auto-share on \`watch\``,
    );
  });

  it('fields by what conditions say of them', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      --- before
      app Desk {
        field Status: text
        field Other: number
        field Boss: user
        role R { members a, b grants READ_RECORDS }
        policy P { to a when Status is "x" and Boss is current user }
        policy Q { to b when Status is "y" or Other > 3 }
      }
      --- after
      app Desk {
        field State: text
        field Count: number
        field Owner: user
        role R { members a, b grants READ_RECORDS }
        policy P { to a when State is "x" and Owner is current user }
        policy Q { to b when State is "y" or Count > 4 }
      }`,
      `
      2 changed
      ~ \`a\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`Status is "x" and Boss is current user\`
          now: when \`State is "x" and Owner is current user\`
          for example \`a\` in \`Desk\`, now: \`State "x" Owner a Status "other"\`
          before by policy \`P\`
          now by policy \`P\`
      ~ \`b\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`Status is "y" or Other > 3\`
          now: when \`State is "y" or Count > 4\`
          for example \`b\` in \`Desk\`, now: \`State "y" Status "other" Other 2\`
          before by policy \`Q\`
          now by policy \`Q\`
      --- back
      2 changed
      ~ \`a\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`State is "x" and Owner is current user\`
          now: when \`Status is "x" and Boss is current user\`
          for example \`a\` in \`Desk\`, now: \`Status "x" Boss a State "other"\`
          before by policy \`P\`
          now by policy \`P\`
      ~ \`b\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`State is "y" or Count > 4\`
          now: when \`Status is "y" or Other > 3\`
          for example \`b\` in \`Desk\`, now: \`Status "y" State "other" Count 3\`
          before by policy \`Q\`
          now by policy \`Q\``,
    );
  });

  it('fields of which there are two, or another type or other options', () => {
    checkBothWays(
      `user a "a@x.com"
      --- before
      app Desk {
        field One: text
        field Two: text
        field Three: choice("x", "y")
        field Four: number
        role R { members a grants READ_RECORDS }
        policy P { to a when One is "x" or Three is "x" or Four > 1 }
      }
      --- after
      app Desk {
        field Uno: text
        field Due: text
        field Tre: choice("x")
        field Quattro: date
        role R { members a grants READ_RECORDS }
        policy P { to a when Uno is "x" or Tre is "x" or Quattro after 2026-01-01 }
      }`,
      `
      1 changed
      ~ \`a\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`One is "x" or Three is "x" or Four > 1\`
          now: when \`Uno is "x" or Tre is "x" or Quattro after 2026-01-01\`
          for example \`a\` in \`Desk\`, now: \`Uno "x" One "other" Three "y" Four 0\`
          before by policy \`P\`
          now by policy \`P\`
      --- back
      1 changed
      ~ \`a\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`Uno is "x" or Tre is "x" or Quattro after 2026-01-01\`
          now: when \`One is "x" or Three is "x" or Four > 1\`
          for example \`a\` in \`Desk\`, now: \`One "x" Uno "other" Tre empty Quattro 2025-12-31\`
          before by policy \`P\`
          now by policy \`P\``,
    );
  });
});
