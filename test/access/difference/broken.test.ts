// What broken text leaves open is said of the side where it is, and only where the sides differ.
import { describe, it } from 'mocha';
import { checkBothWays } from './compared.ts';

describe('difference: broken text', () => {
  it('of what is broken alike, where something else differs', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text policy P { to a when Nope is "x" } }
      --- before
      --- after
      role R { members a grants READ_GROUPS }`,
      `
      1 gained, 2 not decided
      + \`a\` gains \`READ_GROUPS\` in the organization
          now by role \`R\`
      ? not decided in \`Desk\`: before: a policy or share is broken and might allow more
      ? not decided in \`Desk\`: after: a policy or share is broken and might allow more
      --- back
      1 lost, 2 not decided
      - \`a\` loses \`READ_GROUPS\` in the organization
          before by role \`R\`
      ? not decided in \`Desk\`: before: a policy or share is broken and might allow more
      ? not decided in \`Desk\`: after: a policy or share is broken and might allow more`,
    );
  });

  it('of what is broken alike, where names differ', () => {
    checkBothWays(
      `app Desk { field F: text policy P { to "External Users" when Nope is "x" } }
      --- before
      user bob "b@x.com"
      --- after
      user robert "b@x.com"`,
      `
      2 not decided
      = user \`bob\` is now \`robert\`
      ? not decided in \`Desk\`: before: a policy or share is broken and might allow more
      ? not decided in \`Desk\`: after: a policy or share is broken and might allow more
      --- back
      2 not decided
      = user \`robert\` is now \`bob\`
      ? not decided in \`Desk\`: before: a policy or share is broken and might allow more
      ? not decided in \`Desk\`: after: a policy or share is broken and might allow more`,
    );
  });

  it('something else that is broken', () => {
    checkBothWays(
      `user a "a@x.com"
      --- before
      app Desk { field F: text policy P { to a when Nope is "x" } }
      --- after
      app Desk { field F: text policy P { to a when Nada is "x" } }`,
      `
      2 not decided
      ? not decided in \`Desk\`: before: a policy or share is broken and might allow more
      ? not decided in \`Desk\`: after: a policy or share is broken and might allow more
      --- back
      2 not decided
      ? not decided in \`Desk\`: before: a policy or share is broken and might allow more
      ? not decided in \`Desk\`: after: a policy or share is broken and might allow more`,
    );
  });

  it('the same in another order', () => {
    checkBothWays(
      `user a "a@x.com"
      --- before
      app Desk { field F: text policy P { to a when Nope is "x" } policy Q { to a when Nada is "x" } }
      --- after
      app Desk { field F: text policy Q { to a when Nada is "x" } policy P { to a when Nope is "x" } }`,
      `
      nobody may do more or less
      --- back
      nobody may do more or less`,
    );
  });

  it('by what is broken, object by object', () => {
    checkBothWays(
      `user a "a@x.com"
      app Sound { field F: text }
      --- before
      app Bots { field F: text }
      app Roles { field F: text }
      app "My Sights" { field F: text }
      --- after
      app Bots { field F: text service account B { roles Nope } }
      app Roles { field F: text role R { members nobody grants READ_RECORDS } }
      app "My Sights" { field F: text policy P { to a when Nope is "x" } role R { members nobody grants READ_RECORDS } }
      role Top { members nobody grants READ_GROUPS }`,
      `
      5 not decided
      ? not decided in the organization: after: a declaration of the organization is broken and might allow more
      ? not decided in \`Bots\`: after: a role or account is broken and might allow more
      ? not decided in \`Roles\`: after: a role or account is broken and might allow more
      ? not decided in \`"My Sights"\`: after: a role or account is broken and might allow more
      ? not decided in \`"My Sights"\`: after: a policy or share is broken and might allow more
      --- back
      5 not decided
      ? not decided in the organization: before: a declaration of the organization is broken and might allow more
      ? not decided in \`Bots\`: before: a role or account is broken and might allow more
      ? not decided in \`Roles\`: before: a role or account is broken and might allow more
      ? not decided in \`"My Sights"\`: before: a role or account is broken and might allow more
      ? not decided in \`"My Sights"\`: before: a policy or share is broken and might allow more`,
    );
  });

  it('a service account that is declared with an error', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text default policy role R { grants READ_RECORDS } }
      --- before
      app Desk { service account Bot { roles R } }
      --- after
      app Desk { service account Bot { roles R nonsense } }`,
      `
      2 not decided
      ? not decided in \`Desk\`: after: a role or account is broken and might allow more
      ? not decided: \`Desk.Bot\`: declared with an error
      --- back
      2 not decided
      ? not decided in \`Desk\`: before: a role or account is broken and might allow more
      ? not decided: \`Desk.Bot\`: declared with an error`,
    );
  });

  it('people of a directory of whom it cannot be said whether they are external', () => {
    checkBothWays(
      `directory "people.scim.json"
      app Desk { field F: text default policy role R { members "Internal Users" grants READ_RECORDS } }
      --- before
      organization { domains "x.com" }
--- file: people.scim.json
      { "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "Resources": [{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1", "userName": "ann", "active": true, "emails": [{ "value": "ann@x.com", "primary": true }] }] }
      --- after
      organization { domains "x.com", nonsense }
--- file: people.scim.json
      { "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "Resources": [{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1", "userName": "ann", "active": true, "emails": [{ "value": "ann@x.com", "primary": true }] }] }`,
      `
      1 lost, 1 not decided
      - \`ann\` loses \`READ_RECORDS\` in \`Desk\`
          before by role \`R\` through \`Internal Users\`, the default policy through \`Internal Users\`
      ? not decided in the organization: after: a declaration of the organization is broken and might allow more
      --- back
      1 gained, 1 not decided
      + \`ann\` gains \`READ_RECORDS\` in \`Desk\`
          now by role \`R\` through \`Internal Users\`, the default policy through \`Internal Users\`
      ? not decided in the organization: before: a declaration of the organization is broken and might allow more`,
    );
  });

  it('a policy that was broken, and one that is broken still', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      group Ops { members a, b }
      app Desk { field F: text role R { members a grants READ_RECORDS } policy Still { to a when Nada is "x" } }
      --- before
      app Desk { policy P { to a when Nope is "x" } }
      --- after
      app Desk { policy P { to a when F is "x" } }
      group More { members b }`,
      `
      1 gained, 2 not decided
      + \`a\` gains \`READ_RECORDS\` in \`Desk\`
          when \`F is "x"\`
          for example \`a\` in \`Desk\`, now: \`F "x"\`
          now by policy \`P\`
      ? not decided in \`Desk\`: before: a policy or share is broken and might allow more
      ? not decided in \`Desk\`: after: a policy or share is broken and might allow more
      --- back
      1 lost, 2 not decided
      - \`a\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`F is "x"\`
          for example \`a\` in \`Desk\`, before: \`F "x"\`
          before by policy \`P\`
      ? not decided in \`Desk\`: before: a policy or share is broken and might allow more
      ? not decided in \`Desk\`: after: a policy or share is broken and might allow more`,
    );
  });

  it('the same broken policies, where a group has other members', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      app Desk { field Owner: user role R { members a grants READ_RECORDS } policy P { to a when Nope is "x" } policy Q { to a when Owner is in Ops } }
      --- before
      group Ops { members a }
      --- after
      group Ops { members a, b }`,
      `
      1 widened, 2 not decided
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`Owner is in Ops\`
          now: when \`Owner is in Ops\`
          for example \`a\` in \`Desk\`, now: \`Owner b\`
          before by policy \`Q\` with the members of \`Ops\`
          now by policy \`Q\` with the members of \`Ops\`
      ? not decided in \`Desk\`: before: a policy or share is broken and might allow more
      ? not decided in \`Desk\`: after: a policy or share is broken and might allow more
      --- back
      1 narrowed, 2 not decided
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`Owner is in Ops\`
          now: when \`Owner is in Ops\`
          for example \`a\` in \`Desk\`, before: \`Owner b\`
          before by policy \`Q\` with the members of \`Ops\`
          now by policy \`Q\` with the members of \`Ops\`
      ? not decided in \`Desk\`: before: a policy or share is broken and might allow more
      ? not decided in \`Desk\`: after: a policy or share is broken and might allow more`,
    );
  });
});
