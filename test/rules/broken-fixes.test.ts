// The fixes of rules about broken policy: names, values, members and scopes.
import { describe, it } from 'mocha';
import { checkFixes } from './fixed-text.ts';

const people = 'user alice "alice@acme.com"\nuser bob "bob@acme.com"\n';

/** The fixes of a rule, each with what it makes of the part of a text that follows the users. */
function check(rule: string, text: string, wanted: Readonly<Record<string, string>>): void {
  const entries = Object.entries(wanted).map(([title, fixed]) => [title, `${people}${fixed}`]);
  checkFixes(rule, `${people}${text}`, Object.fromEntries(entries));
}

/** The same where the users change as well. */
function whole(rule: string, text: string, wanted: Readonly<Record<string, string>>): void {
  checkFixes(rule, `${people}${text}`, wanted);
}

describe('fixes: unknown names', () => {
  it('declare somebody where such stand, first what the name looks like', () => {
    whole('unknown-principal', '\nrole R { members alice, carol }\n', {
      'Declare user `carol` as `carol@acme.com`': `${people}user carol "carol@acme.com"\n\nrole R { members alice, carol }\n`,
      'Declare group `carol`': `${people}\ngroup carol {}\n\nrole R { members alice, carol }\n`,
    });
    whole('unknown-principal', 'group B {\n  members bob\n}\n\nrole R { members Crew }', {
      'Declare group `Crew`': `${people}group B {\n  members bob\n}\n\ngroup Crew {}\n\nrole R { members Crew }`,
      'Declare user `Crew` as `crew@acme.com`': `${people}user Crew "crew@acme.com"\ngroup B {\n  members bob\n}\n\nrole R { members Crew }`,
    });
  });

  it('declare what alone can stand there', () => {
    whole('unknown-principal', 'group B { members carol }', {
      'Declare user `carol` as `carol@acme.com`': `${people}user carol "carol@acme.com"\ngroup B { members carol }`,
    });
    check('unknown-principal', 'app A {\n  agent X { runs as Sorter  built by alice }\n}', {
      'Declare service account `Sorter` in `A`':
        'app A {\n  service account Sorter { usable by alice }\n  agent X { runs as Sorter  built by alice }\n}',
    });
    check('unknown-principal', 'app A {\n  field O: user\n  policy P { to bob  when O is in Crew }\n}', {
      'Declare group `Crew`': 'group Crew {}\napp A {\n  field O: user\n  policy P { to bob  when O is in Crew }\n}',
    });
  });

  it('guess no address where people have addresses of several domains', () => {
    checkFixes('unknown-principal', 'user a "a@x.com"\nuser b "b@y.com"\ngroup G { members carol }', {});
    checkFixes('unknown-principal', 'user a "a@x.com" { external }\nuser b "b@y.com"\ngroup G { members carol }', {
      'Declare user `carol` as `carol@y.com`':
        'user a "a@x.com" { external }\nuser b "b@y.com"\nuser carol "carol@y.com"\ngroup G { members carol }',
    });
  });

  it('offer an address in each domain that the organization names', () => {
    const organization = 'organization A { domains "x.com", "y.com" }\n';
    checkFixes('unknown-principal', `${organization}user carol "carol@x.com"\ngroup G { members dora }`, {
      'Declare user `dora` as `dora@x.com`': `${organization}user carol "carol@x.com"\nuser dora "dora@x.com"\ngroup G { members dora }`,
      'Declare user `dora` as `dora@y.com`': `${organization}user carol "carol@x.com"\nuser dora "dora@y.com"\ngroup G { members dora }`,
    });
  });

  it('declare a quoted name as well', () => {
    check('unknown-principal', 'app A { field T: group }\nrecord r in A { T "Night Crew" }', {
      'Declare group `Night Crew`': 'group "Night Crew" {}\napp A { field T: group }\nrecord r in A { T "Night Crew" }',
    });
  });

  it('declare a role where it is looked for first', () => {
    check('unknown-role', 'app A {\n  field N: number\n  service account Bot { roles Runner }\n}', {
      'Declare role `Runner` in `A`':
        'app A {\n  field N: number\n  role Runner {}\n  service account Bot { roles Runner }\n}',
    });
    check('unknown-role', 'role R {}\napp A { service account Bot { roles organization.Runner } }', {
      'Declare role `Runner`': 'role R {}\nrole Runner {}\napp A { service account Bot { roles organization.Runner } }',
    });
  });

  it('declare an object, with what is named of it', () => {
    check('unknown-object', 'query alice can READ_RECORDS in Desk', {
      'Declare app `Desk`': '\napp Desk {}\nquery alice can READ_RECORDS in Desk'.slice(1),
    });
    check('unknown-object', 'query Desk.Bot can READ_RECORDS in organization', {
      'Declare app `Desk`': 'app Desk { service account Bot }\nquery Desk.Bot can READ_RECORDS in organization',
    });
    check('unknown-object', 'app A { service account Bot { roles Desk."Night Clerk" } }', {
      'Declare app `Desk`':
        'app A { service account Bot { roles Desk."Night Clerk" } }\napp Desk { role "Night Clerk" {} }',
    });
  });

  it('declare a field of the type that fits what is said of it', () => {
    const cases: Readonly<Record<string, string>> = {
      'F is "a"': 'text',
      'F > 3': 'number',
      'F is one of (1, 2)': 'number',
      'F between 2026-01-01 and 2026-02-01': 'date',
      'F after 2026-01-01T10:00Z': 'datetime',
      'F in the last 3 days': 'date',
      'F overlaps ("a", "b")': 'choices("a", "b")',
      'F is true': 'boolean',
      'F is alice': 'user',
      'F is current user': 'user',
      'F is current user.Team': 'text',
      'F is G': 'group',
      'F contains current user': 'group',
      'F is in G': 'user',
      'F is field C': 'choice("x")',
      'C is field F': 'choice("x")',
      'F is empty': 'text',
    };
    for (const [condition, type] of Object.entries(cases)) {
      const policy = `  policy P { to alice  when ${condition} }\n}`;
      check('unknown-field', `group G {}\napp A {\n  field C: choice("x")\n${policy}`, {
        'Declare field `F` in `A`': `group G {}\napp A {\n  field C: choice("x")\n  field F: ${type}\n${policy}`,
      });
    }
  });

  it('declare a field in the object that is spoken of', () => {
    const report = 'app A { automation X { trigger onDemand built by alice action recordSearch in B where N > 1 } }\n';
    check('unknown-field', `${report}task B {}`, { 'Declare field `N` in `B`': `${report}task B { field N: number }` });
    check('unknown-field', 'app A {}\nrecord r in A { L ("a", "b") }', {
      'Declare field `L` in `A`': 'app A { field L: choices("a", "b") }\nrecord r in A { L ("a", "b") }',
    });
  });

  it('leave a bare name room where a quoted one needed none', () => {
    check('unknown-field', 'app A { field Owner: user }\nrecord r in A { "Owner "alice }', {
      'Change to `Owner`': 'app A { field Owner: user }\nrecord r in A { Owner alice }',
      'Declare field `Owner ` in `A`':
        'app A { field Owner: user field "Owner ": user }\nrecord r in A { "Owner "alice }',
    });
  });

  it('declare nothing in the middle of text that cannot be read', () => {
    const broken = 'role R {}\n  policy P {\n  default policy\n}\n';
    whole('unknown-object', `${broken}record r in Desk {}`, {
      'Declare app `Desk`': `${people}app Desk {}\n${broken}record r in Desk {}`,
    });
  });

  it('declare nothing that has no name', () => {
    check('unknown-principal', 'role R { members "" }', {});
    check('unknown-role', 'app A { service account B { roles "" } }', {});
    check('unknown-object', 'query alice can READ_RECORDS in ""', {});
    check('unknown-record', 'app A {}\nquery alice can READ_RECORDS on ""', {});
  });

  it('add an option', () => {
    const policy = 'policy P { to alice  when S is "C" } }';
    check('unknown-option', `app A { field S: choice("Aa", "Bb")  ${policy}`, {
      'Add option `C` to `S`': `app A { field S: choice("Aa", "Bb", "C")  ${policy}`,
    });
  });

  it('declare a record of each object that may be meant, or ask about all of them', () => {
    check('unknown-record', 'app A {}\n\ntask B {}\n\nquery alice can READ_RECORDS on r', {
      'Declare record `r` in `A`': 'app A {}\n\ntask B {}\n\nrecord r in A {}\n\nquery alice can READ_RECORDS on r',
      'Declare record `r` in `B`': 'app A {}\n\ntask B {}\n\nrecord r in B {}\n\nquery alice can READ_RECORDS on r',
    });
    check('unknown-record', 'app A {}\nquery alice can READ_RECORDS on A', {
      'Ask about all records: `in A`': 'app A {}\nquery alice can READ_RECORDS in A',
    });
  });
});

describe('fixes: what stands twice', () => {
  it('add what the second list names to the first', () => {
    check('duplicate-name', 'group G {\n  members alice\n  members bob, alice\n}', {
      'Add it to the first `members`': 'group G {\n  members alice, bob\n}',
      'Remove the second `members`': 'group G {\n  members alice\n}',
    });
  });

  it('leave alone what cannot be taken out because it is half read', () => {
    check('duplicate-name', 'role R { members alice  grants members bob }', {});
    check('duplicate-name', 'group G { members alice }\ngroup G { members bob, 3 }', {
      'Rename the second group to `"G 2"`': 'group G { members alice }\ngroup "G 2" { members bob, 3 }',
    });
  });

  it('remove a second property, element, attribute, field or relation', () => {
    check('duplicate-name', 'role R { expires 2027-01-01  expires 2028-01-01 }', {
      'Remove the second `expires`': 'role R { expires 2027-01-01 }',
    });
    check('duplicate-name', 'app A { field S: choice("x", "y", "x") }', {
      'Remove the second "x"': 'app A { field S: choice("x", "y") }',
    });
    check('duplicate-name', 'app A { field N: number }\nrecord r in A { N 1  N 2 }', {
      'Remove the second `N`': 'app A { field N: number }\nrecord r in A { N 1 }',
    });
    check('duplicate-name', 'app A {}\nrecord r in A { watched by alice  watched by bob }', {
      'Add it to the first `watched by`': 'app A {}\nrecord r in A { watched by alice, bob }',
      'Remove the second `watched by`': 'app A {}\nrecord r in A { watched by alice }',
    });
  });

  it('remove a declaration that says nothing more', () => {
    check('duplicate-name', 'role R { grants ADMIN }\nrole R {\n  grants ADMIN\n}', {
      'Remove the second role `R`': 'role R { grants ADMIN }\n',
    });
    check('duplicate-name', 'role R { grants ADMIN }\nrole R { grants ADMIN }\n', {
      'Remove the second role `R`': 'role R { grants ADMIN }\n',
    });
    check('duplicate-name', 'group G { members alice }\ngroup G {}', {
      'Remove the second group `G`': 'group G { members alice }\n',
    });
  });

  it('give another one a name that is free, or its members to the first', () => {
    check('duplicate-name', 'group G { members alice }\ngroup "G 2" {}\ngroup G { members bob }', {
      'Add its members to the first group `G`': 'group G { members alice, bob }\ngroup "G 2" {}\n',
      'Rename the second group to `"G 3"`': 'group G { members alice }\ngroup "G 2" {}\ngroup "G 3" { members bob }',
      'Remove the second group `G`': 'group G { members alice }\ngroup "G 2" {}\n',
    });
  });

  it('open an object as what it is', () => {
    check('duplicate-name', 'app A {}\ntask A {}', { 'Open `A` as app, like the first time': 'app A {}\napp A {}' });
  });

  it('remove a second user of an address unless something names it', () => {
    check('duplicate-name', 'user al "ALICE@acme.com"\n', { 'Remove user `al`': '' });
    check('duplicate-name', 'user al "ALICE@acme.com"\ngroup G { members al }', {});
  });
});

describe('fixes: members that cannot be', () => {
  it('let an account name the role', () => {
    check('invalid-member', 'app A {\n  role R { members alice, Bot }\n  service account Bot\n}', {
      'Name `R` in the `roles` of `Bot` instead':
        'app A {\n  role R { members alice }\n  service account Bot { roles R }\n}',
      'Remove `Bot` from `members`': 'app A {\n  role R { members alice }\n  service account Bot\n}',
    });
    check('invalid-member', 'role R { members A.Bot }\napp A { service account Bot { roles A.R }  role R {} }', {
      'Name `R` in the `roles` of `Bot` instead':
        'role R {}\napp A { service account Bot { roles A.R, organization.R }  role R {} }',
      'Remove `Bot` from `members`': 'role R {}\napp A { service account Bot { roles A.R }  role R {} }',
    });
  });

  it('name the members of a group instead of it', () => {
    check('invalid-member', 'group G { members alice, bob }\ngroup H { members bob, G }', {
      'Name the members of `G` instead': 'group G { members alice, bob }\ngroup H { members bob, alice }',
      'Remove `G` from `members`': 'group G { members alice, bob }\ngroup H { members bob }',
    });
  });

  it('take for the roles of an account the role of whom it names, or its users', () => {
    const role = 'app A {\n  role R { members alice }\n';
    check('invalid-member', `${role}  service account Bot { roles alice }\n}`, {
      'Change to `R`': `${role}  service account Bot { roles R }\n}`,
      'Name `alice` in `usable by` instead': `${role}  service account Bot { usable by alice }\n}`,
      'Remove `alice` from `roles`': `${role}  service account Bot {}\n}`,
    });
  });

  it('let somebody of a group build', () => {
    check('invalid-member', 'group G { members bob }\napp A { agent X { built by G } }', {
      'Change to `bob`': 'group G { members bob }\napp A { agent X { built by bob } }',
    });
  });

  it('leave a group its members or its domain', () => {
    check('invalid-member', 'group G { members alice  domain "acme.com" }', {
      'Remove `domain`': 'group G { members alice }',
      'Remove `members`': 'group G { domain "acme.com" }',
    });
  });
});

describe('fixes: scopes and managed roles', () => {
  it('move a grant to a role that the same have', () => {
    const role = 'app A { role R { members bob  grants READ_RECORDS, READ_GROUPS } }';
    check('wrong-scope', `role All { members bob  grants ADMIN }\n${role}`, {
      "Move `READ_GROUPS` to the organization's role `All`":
        'role All { members bob  grants ADMIN, READ_GROUPS }\napp A { role R { members bob  grants READ_RECORDS } }',
      'Remove `READ_GROUPS`':
        'role All { members bob  grants ADMIN }\napp A { role R { members bob  grants READ_RECORDS } }',
    });
  });

  it('move it to a new one, which the accounts take too', () => {
    const app = (grants: string, roles: string) =>
      `app A {\n  role R { members bob${grants}  expires 2027-01-01 }\n  service account Bot { roles ${roles} }\n}`;
    check('wrong-scope', app('  grants READ_GROUPS', 'R'), {
      'Move `READ_GROUPS` to a new role `A R` of the organization': `role "A R" { description "What R of A needs of the organization"  members bob  grants READ_GROUPS  expires 2027-01-01 }\n${app('', 'R, "A R"')}`,
      'Remove `READ_GROUPS`': app('', 'R'),
    });
  });

  it('lower a level', () => {
    check('wrong-scope', 'app A { role R { grants admin on Attachments } }', {
      'Change to `edit`': 'app A { role R { grants edit on Attachments } }',
      'Remove `admin on Attachments`': 'app A { role R {} }',
    });
  });

  it('make an object one that has such an item, or take that out', () => {
    check('wrong-scope', 'table T { role R {} }', {
      'Make `T` an element': 'element T { role R {} }',
      'Make `T` an app': 'app T { role R {} }',
      'Remove the role': 'table T {}',
    });
  });

  it('leave a managed role its members, or make it one of the organization', () => {
    check('managed-role-fixed', 'managed role Admin { members alice  description "d" }', {
      'Remove `description`': 'managed role Admin { members alice }',
      'Make it the custom role `Custom Admin`': 'role "Custom Admin" { members alice  description "d" }',
    });
    check('managed-role-fixed', 'managed role Boss { members alice }', {
      'Make `Boss` a custom role': 'role Boss { members alice }',
    });
    check('managed-role-fixed', 'role Admin { members alice }', {
      'Make it the managed role `Admin`': 'managed role Admin { members alice }',
      'Rename the role to `Custom Admin`': 'role "Custom Admin" { members alice }',
    });
  });
});

describe('fixes: operators and values', () => {
  const fields = [
    'N: number',
    'D: date',
    'I: datetime',
    'L: choices("a", "b")',
    'S: choice("x", "y")',
    'B: boolean',
    'U: user',
    'G: group',
    'T: text',
  ];
  const app = (condition: string) =>
    `group Crew {}\napp A {\n${fields.map((field) => `  field ${field}\n`).join('')}  policy P { to bob  when ${condition} }\n}`;

  function conditions(rule: string, from: string, wanted: Readonly<Record<string, string>>): void {
    const entries = Object.entries(wanted).map(([title, to]) => [title, app(to)]);
    check(rule, app(from), Object.fromEntries(entries));
  }

  it('take the operator that means the same of the type', () => {
    conditions('operator-type', 'L is "a"', { 'Change to `contains`': 'L contains "a"' });
    conditions('operator-type', 'L is not "a"', { 'Change to `not L contains "a"`': 'not L contains "a"' });
    conditions('operator-type', 'L is one of ("a")', { 'Change to `overlaps`': 'L overlaps ("a")' });
    conditions('operator-type', 'B is not true', { 'Change to `not B is true`': 'not B is true' });
    conditions('operator-type', 'U is Crew', { 'Change to `is in`': 'U is in Crew' });
    conditions('operator-type', 'U is in bob', { 'Change to `is`': 'U is bob' });
    conditions('operator-type', 'G is in Crew', { 'Change to `is`': 'G is Crew' });
    conditions('operator-type', 'S contains "x"', { 'Change to `is`': 'S is "x"' });
    conditions('operator-type', 'D > 2026-01-01', {
      'Change to `after`': 'D after 2026-01-01',
      'Change to `is`': 'D is 2026-01-01',
      'Change to `before`': 'D before 2026-01-01',
    });
  });

  it('take none for a value that would not fit it', () => {
    conditions('operator-type', 'N contains "x"', {});
    conditions('operator-type', 'S contains "z"', {});
  });

  it('say the value in the type of the field', () => {
    conditions('operator-type', 'N is "5"', { 'Change to `5`': 'N is 5' });
    conditions('operator-type', 'T is 5', { 'Change to `"5"`': 'T is "5"' });
    conditions('operator-type', 'S is x', { 'Change to `"x"`': 'S is "x"' });
    conditions('operator-type', 'B is "True"', { 'Change to `true`': 'B is true' });
    conditions('operator-type', 'D is 2026-01-01T09:00Z', { 'Change to `2026-01-01`': 'D is 2026-01-01' });
    conditions('operator-type', 'N is "five"', {});
  });

  it('write the date that was meant', () => {
    conditions('invalid-value', 'D is 2026-02-30', { 'Change to `2026-02-28`': 'D is 2026-02-28' });
    conditions('invalid-value', 'D is 2026-31-01', { 'Change to `2026-01-31`': 'D is 2026-01-31' });
    conditions('invalid-value', 'D is 31-12-2026', { 'Change to `2026-12-31`': 'D is 2026-12-31' });
    conditions('invalid-value', 'D is 3-4-2026', {
      'Change to `2026-04-03`': 'D is 2026-04-03',
      'Change to `2026-03-04`': 'D is 2026-03-04',
    });
    conditions('invalid-value', 'I after 2026-01-01T10:00', {
      'Change to `2026-01-01T10:00Z`': 'I after 2026-01-01T10:00Z',
    });
    conditions('invalid-value', 'D is 2026-99-99', {});
  });

  it('swap the ends of a range', () => {
    conditions('invalid-value', 'N between 5 and 2', { 'Swap the ends: `2 and 5`': 'N between 2 and 5' });
  });

  it('trim addresses and domains', () => {
    checkFixes('invalid-value', 'user a "A <a@x.com>"', { 'Change to `"a@x.com"`': 'user a "a@x.com"' });
    checkFixes('invalid-value', 'user a " a@x.com "', { 'Change to `"a@x.com"`': 'user a "a@x.com"' });
    checkFixes('invalid-value', 'group G { domain "@x.com" }', { 'Change to `"x.com"`': 'group G { domain "x.com" }' });
    checkFixes('invalid-value', 'organization { domains "https://x.com/a" }', {
      'Change to `"x.com"`': 'organization { domains "x.com" }',
    });
    checkFixes('invalid-value', 'user a "nobody"', {});
  });

  it('take out an empty option, and say that a field is empty', () => {
    checkFixes('invalid-value', 'app A { field S: choice("a", "") }', {
      'Remove the empty option': 'app A { field S: choice("a") }',
    });
    checkFixes('invalid-value', 'app A { field S: choices("a") }\nrecord r in A { S () }', {
      'Change to `S empty`': 'app A { field S: choices("a") }\nrecord r in A { S empty }',
    });
  });

  it('take an assignee from a field that can hold nobody', () => {
    checkFixes('operator-type', 'app A { field T: text as assignee }', {
      'Remove `as assignee`': 'app A { field T: text }',
      'Make it a user field': 'app A { field T: user as assignee }',
    });
  });
});
