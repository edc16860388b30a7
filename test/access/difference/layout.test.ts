// How entries are laid out: places, people and permissions in order, put together where they say the same.
import { describe, it } from 'mocha';
import { checkBothWays } from './compared.ts';

const crowd: readonly string[] = Array.from({ length: 42 }, (_, i) => `u${String(i).padStart(2, '0')}`);
const names = [...crowd].reverse().join(', ');
const users = [...crowd]
  .reverse()
  .map((name) => `user ${name} "${name}@x.com"`)
  .join('\n');
const apps = Array.from(
  { length: 12 },
  (_, i) => `app A${String.fromCharCode(76 - i)} { field F: text default policy }`,
).join('\n');
const many = Array.from(
  { length: 44 },
  (_, i) => `app B${String(43 - i).padStart(2, '0')} { field F: text default policy }`,
).join('\n');

describe('difference: layout', () => {
  it('who is missing at several places, and at which', () => {
    checkBothWays(
      `${users}
      group All { members ${names} }
      ${apps}
      app AC { role R { members u08, u07 grants READ_RECORDS } }
      app AB { role R { members u08, u09 grants READ_RECORDS } }
      --- before
      --- after
      role Top { members All grants READ_RECORDS }`,
      `
      2 gained
      + everyone but \`"External Users"\`, \`"Internal Users"\` gains \`READ_RECORDS\` in the organization
          now by role \`Top\` through \`All\`
      + members of \`All\` (42) gain \`READ_RECORDS\` in every object
          but not \`u07\` in \`AC\`, \`u08\` in \`AB\`, \`AC\`, \`u09\` in \`AB\`
          now by role \`Top\` through \`All\`
      --- back
      2 lost
      - everyone but \`"External Users"\`, \`"Internal Users"\` loses \`READ_RECORDS\` in the organization
          before by role \`Top\` through \`All\`
      - members of \`All\` (42) lose \`READ_RECORDS\` in every object
          but not \`u07\` in \`AC\`, \`u08\` in \`AB\`, \`AC\`, \`u09\` in \`AB\`
          before by role \`Top\` through \`All\``,
    );
  });

  it('every object but two, by name', () => {
    checkBothWays(
      `user z "z@x.com"
      ${many}
      app B07 { role R { members z grants READ_RECORDS } }
      app B03 { role R { members z grants READ_RECORDS } }
      --- before
      --- after
      role Top { members z grants READ_RECORDS }`,
      `
      1 gained
      + \`z\` gains \`READ_RECORDS\` in the organization, every object but \`B03\`, \`B07\`
          now by role \`Top\`
      --- back
      1 lost
      - \`z\` loses \`READ_RECORDS\` in the organization, every object but \`B03\`, \`B07\`
          before by role \`Top\``,
    );
  });

  it('the organization first, then every object, then one of them', () => {
    checkBothWays(
      `user z "z@x.com"
      user y "y@x.com"
      role Top { members z grants READ_RECORDS }
      app D { field F: text } app C { field F: text } app B { field F: text } app A { field F: text }
      --- before
      role Low { members y grants READ_GROUPS }
      --- after
      app D { default policy } app C { default policy } app B { default policy } app A { default policy }
      app A { role R { members y grants CREATE_RECORDS } }`,
      `
      2 gained, 1 lost
      - \`y\` loses \`READ_GROUPS\` in the organization
          before by role \`Low\`
      + \`z\` gains \`READ_RECORDS\` in every object
          now by the default policy through \`Internal Users\`
      + \`y\` gains \`CREATE_RECORDS\` in \`A\`
          now by role \`R\`
      --- back
      1 gained, 2 lost
      + \`y\` gains \`READ_GROUPS\` in the organization
          now by role \`Low\`
      - \`z\` loses \`READ_RECORDS\` in every object
          before by the default policy through \`Internal Users\`
      - \`y\` loses \`CREATE_RECORDS\` in \`A\`
          before by role \`R\``,
    );
  });

  it('everyone but two, by name', () => {
    checkBothWays(
      `${users}
      role Old { members u05, u04 grants READ_GROUPS }
      --- before
      --- after
      role New { members "Internal Users", "External Users" grants READ_GROUPS }`,
      `
      1 gained
      + everyone but \`u04\`, \`u05\` gains \`READ_GROUPS\` in the organization
          now by role \`New\` through \`Internal Users\`
      --- back
      1 lost
      - everyone but \`u04\`, \`u05\` loses \`READ_GROUPS\` in the organization
          before by role \`New\` through \`Internal Users\``,
    );
  });

  it('a few of a group that does not change itself', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      user d "d@x.com"
      user e "e@x.com"
      group G { members e, b, c, d, a }
      app Desk { field F: text default policy role R { members d, e, c grants READ_RECORDS } }
      --- before
      --- after
      app Desk { role S { members G grants READ_RECORDS } }`,
      `
      1 gained
      + \`a\`, \`b\` gain \`READ_RECORDS\` in \`Desk\`
          now by role \`S\` through \`G\`
      --- back
      1 lost
      - \`a\`, \`b\` lose \`READ_RECORDS\` in \`Desk\`
          before by role \`S\` through \`G\``,
    );
  });

  it('the others of a group, by name', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      user c "c@x.com"
      user d "d@x.com"
      group G { members d, c, b, a }
      app Desk { field F: text default policy role R { members d, c grants READ_RECORDS } }
      --- before
      --- after
      app Desk { role S { members G grants READ_RECORDS } }`,
      `
      1 gained
      + members of \`G\` (2, not \`c\`, \`d\`) gain \`READ_RECORDS\` in \`Desk\`
          now by role \`S\` through \`G\`
      --- back
      1 lost
      - members of \`G\` (2, not \`c\`, \`d\`) lose \`READ_RECORDS\` in \`Desk\`
          before by role \`S\` through \`G\``,
    );
  });

  it('the same by other ways at two places', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      group G { members b }
      app Desk { field F: text default policy }
      app Shop { field F: text default policy }
      --- before
      --- after
      app Desk { role R { members a grants READ_RECORDS } role S { members b grants READ_RECORDS } }
      app Shop { role T { members a, b grants READ_RECORDS } }`,
      `
      1 gained
      + \`a\`, \`b\` gain \`READ_RECORDS\` in \`Desk\`, \`Shop\`
          now by role \`R\`
      --- back
      1 lost
      - \`a\`, \`b\` lose \`READ_RECORDS\` in \`Desk\`, \`Shop\`
          before by role \`R\``,
    );
  });

  it('groups that are as much alike, by name', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      --- before
      group One { members a, b }
      group Two { members b, a }
      role R { members One grants READ_GROUPS }
      --- after
      group D { members a, b }
      group B { members b, a }
      group C { members a, b }
      group A { members b, a }
      role R { members B grants READ_GROUPS }`,
      `
      1 gained, 1 lost
      = group \`One\` is now \`A\`
      = group \`Two\` is now \`B\`
      + \`B\` (as a group) gains \`READ_GROUPS\` in the organization
          now by role \`R\`
      - \`A\` (as a group) loses \`READ_GROUPS\` in the organization
          before by role \`R\`
      --- back
      1 gained, 1 lost
      = group \`A\` is now \`One\`
      = group \`B\` is now \`Two\`
      + \`One\` (as a group) gains \`READ_GROUPS\` in the organization
          now by role \`R\`
      - \`Two\` (as a group) loses \`READ_GROUPS\` in the organization
          before by role \`R\``,
    );
  });

  it('the permissions that need no sight, beside those that do', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text policy P { to a when F is "x" } }
      --- before
      app Desk { role R { members a grants READ_RECORDS } }
      --- after
      app Desk { role R { members a grants READ_RECORDS, CREATE_RECORDS } policy Q { to a when F is "y" } }`,
      `
      1 gained, 1 widened
      + \`a\` gains \`CREATE_RECORDS\` in \`Desk\`
          now by role \`R\`
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`F is "x"\`
          now: when \`F is "x" or F is "y"\`
          for example \`a\` in \`Desk\`, now: \`F "y"\`
          now by policy \`Q\`
      --- back
      1 narrowed, 1 lost
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`F is "x" or F is "y"\`
          now: when \`F is "x"\`
          for example \`a\` in \`Desk\`, before: \`F "y"\`
          before by policy \`Q\`
      - \`a\` loses \`CREATE_RECORDS\` in \`Desk\`
          before by role \`R\``,
    );
  });

  it('a role of the organization in an object that is new', () => {
    checkBothWays(
      `user a "a@x.com"
      role Top { members a grants CREATE_RECORDS }
      --- before
      --- after
      app Desk { field F: text }`,
      `
      1 gained
      + \`a\` gains \`CREATE_RECORDS\` in \`Desk\` (new)
          now by role \`Top\`
      --- back
      1 lost
      - \`a\` loses \`CREATE_RECORDS\` in \`Desk\` (gone)
          before by role \`Top\``,
    );
  });

  it('names that are exchanged, of users and of groups', () => {
    checkBothWays(
      `role R { members a, A grants READ_GROUPS }
      --- before
      user a "one@x.com"
      user b "two@x.com"
      user c "c@x.com"
      user d "d@x.com"
      user e "e@x.com"
      group A { members c, d }
      group B { members e }
      --- after
      user b "one@x.com"
      user a "two@x.com"
      user c "c@x.com"
      user d "d@x.com"
      user e "e@x.com"
      group B { members c, d }
      group A { members e }`,
      `
      1 gained, 1 lost
      = user \`a\` is now \`b\`
      = user \`b\` is now \`a\`
      + \`a\`, \`e\` gain \`READ_GROUPS\` in the organization
          now by role \`R\` through \`A\`
      - \`b\`, \`c\`, \`d\` lose \`READ_GROUPS\` in the organization
          before by role \`R\` through \`A\`
      --- back
      1 gained, 1 lost
      = user \`a\` is now \`b\`
      = user \`b\` is now \`a\`
      + \`a\`, \`c\`, \`d\` gain \`READ_GROUPS\` in the organization
          now by role \`R\` through \`A\`
      - \`b\`, \`e\` lose \`READ_GROUPS\` in the organization
          before by role \`R\` through \`A\``,
    );
  });

  it('a name that another user has now', () => {
    checkBothWays(
      `role R { members b grants READ_GROUPS }
      --- before
      user a "one@x.com"
      user b "two@x.com"
      --- after
      user b "one@x.com"
      user c "three@x.com"`,
      `
      1 gained, 1 lost
      = user \`a\` is now \`b\`
      + \`b\` gains \`READ_GROUPS\` in the organization
          now by role \`R\`
      - \`b\` (gone) loses \`READ_GROUPS\` in the organization
          before by role \`R\`
      --- back
      1 gained, 1 lost
      = user \`b\` is now \`a\`
      + \`b\` (new) gains \`READ_GROUPS\` in the organization
          now by role \`R\`
      - \`a\` loses \`READ_GROUPS\` in the organization
          before by role \`R\``,
    );
  });

  it('a name that another user has now, and a group that is new', () => {
    checkBothWays(
      `role R { members b grants READ_GROUPS }
      --- before
      user a "one@x.com"
      user b "two@x.com"
      --- after
      user b "one@x.com"
      group G { }`,
      `
      1 gained, 1 lost
      = user \`a\` is now \`b\`
      + \`b\` gains \`READ_GROUPS\` in the organization
          now by role \`R\`
      - \`b\` (gone) loses \`READ_GROUPS\` in the organization
          before by role \`R\`
      --- back
      1 gained, 1 lost
      = user \`b\` is now \`a\`
      + \`b\` (new) gains \`READ_GROUPS\` in the organization
          now by role \`R\`
      - \`a\` loses \`READ_GROUPS\` in the organization
          before by role \`R\``,
    );
  });

  it('a name that another user has now, and a group that is renamed', () => {
    checkBothWays(
      `role R { members b grants READ_GROUPS }
      --- before
      user a "one@x.com"
      user b "two@x.com"
      user c "c@x.com"
      group G { members c }
      --- after
      user b "one@x.com"
      user c "c@x.com"
      group H { members c }`,
      `
      1 gained, 1 lost
      = group \`G\` is now \`H\`
      = user \`a\` is now \`b\`
      + \`b\` gains \`READ_GROUPS\` in the organization
          now by role \`R\`
      - \`b\` (gone) loses \`READ_GROUPS\` in the organization
          before by role \`R\`
      --- back
      1 gained, 1 lost
      = group \`H\` is now \`G\`
      = user \`b\` is now \`a\`
      + \`b\` (new) gains \`READ_GROUPS\` in the organization
          now by role \`R\`
      - \`a\` loses \`READ_GROUPS\` in the organization
          before by role \`R\``,
    );
  });

  it('a group of a domain that is gone', () => {
    checkBothWays(
      `user a "a@x.com"
      --- before
      role R { members G grants READ_GROUPS }
      group G { domain "x.com" }
      --- after`,
      `
      1 lost
      - \`G\` (gone, 1 member) lose \`READ_GROUPS\` in the organization
          before by role \`R\` through \`G\`
      --- back
      1 gained
      + \`G\` (new, 1 member) gain \`READ_GROUPS\` in the organization
          now by role \`R\` through \`G\``,
    );
  });

  it('relations that differ everywhere, and in an object too', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text role R { members a grants READ_RECORDS } }
      --- before
      role W { grants READ_RECORDS auto-share on watch }
      --- after
      role W { grants READ_RECORDS auto-share on mention }
      app Desk { auto-share records on approval }`,
      `
      1 widened, 1 changed
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          on records with a relation to them
          before: when \`shared with current user\`
          now: when \`shared with current user or approved by current user\`
          for example \`a\` in \`Desk\`, now: \`approved by a\`
          before by role \`W\` by auto-share on \`watch\`
          now by role \`W\` by auto-share on \`mention\`, shared on \`approval\`
      ~ \`"External Users"\`, \`"Internal Users"\` have \`READ_RECORDS\` in \`Desk\` for other records
          on records with a relation to them
          before: when \`watched by current user and shared with current user\`
          now: when \`mentions current user and (shared with current user or approved by current user)\`
          for example \`"Internal Users"\` in \`Desk\`, now: \`mentions someone in Internal Users shared with someone in Internal Users\`
          before by role \`W\` by auto-share on \`watch\`
          now by role \`W\` by auto-share on \`mention\`, shared on \`approval\`
      --- back
      1 changed, 1 narrowed
      ~ \`"External Users"\`, \`"Internal Users"\` have \`READ_RECORDS\` in \`Desk\` for other records
          on records with a relation to them
          before: when \`mentions current user and (shared with current user or approved by current user)\`
          now: when \`watched by current user and shared with current user\`
          for example \`"Internal Users"\` in \`Desk\`, now: \`watched by someone in Internal Users shared with someone in Internal Users\`
          before by role \`W\` by auto-share on \`mention\`, shared on \`approval\`
          now by role \`W\` by auto-share on \`watch\`
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          on records with a relation to them
          before: when \`shared with current user or approved by current user\`
          now: when \`shared with current user\`
          for example \`a\` in \`Desk\`, before: \`approved by a\`
          before by role \`W\` by auto-share on \`mention\`, shared on \`approval\`
          now by role \`W\` by auto-share on \`watch\``,
    );
  });

  it('of an administrator everything that can be granted there', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      app Desk { field F: text }
      --- before
      managed role "Admin" { members b }
      role Top { members a grants READ_GROUPS }
      --- after
      managed role "Admin" { members a }
      role Top { members a grants READ_GROUPS }`,
      `
      2 gained, 2 lost
      + \`a\` gains everything, by \`ADMIN\` in the organization
          now by role \`Admin\`
      - \`b\` loses everything, by \`ADMIN\` in the organization
          before by role \`Admin\`
      + \`a\` gains every permission of an object in \`Desk\`
          now by role \`Admin\` (\`ADMIN\`)
      - \`b\` loses every permission of an object in \`Desk\`
          before by role \`Admin\` (\`ADMIN\`)
      --- back
      2 gained, 2 lost
      + \`b\` gains everything, by \`ADMIN\` in the organization
          now by role \`Admin\`
      - \`a\` loses everything, by \`ADMIN\` in the organization
          before by role \`Admin\`
      + \`b\` gains every permission of an object in \`Desk\`
          now by role \`Admin\` (\`ADMIN\`)
      - \`a\` loses every permission of an object in \`Desk\`
          before by role \`Admin\` (\`ADMIN\`)`,
    );
  });
});
