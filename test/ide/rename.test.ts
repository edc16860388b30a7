// Another name for something: text with `$0` in, the text with the new name or the refusal out.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { prepareRename, rename } from '../../server/src/ide/rename.ts';
import { editedSnapshot } from '../../server/src/project/edited.ts';
import { fixture, onlyCursor } from '../support/fixture.ts';

/** The project after the rename at the cursor, file after file; or why it is refused. */
function renamed(text: string, name: string): string {
  const made = fixture(text);
  const spot = onlyCursor(made);
  const found = rename(made.snapshot, spot, name);
  if (found === undefined) return 'nothing';
  if ('refused' in found) return found.refused;
  const after = editedSnapshot(made.snapshot, found.edits);
  return [...made.input.files.keys()].map((path) => after?.source(path)?.text).join('\n---\n');
}

function checkRename(text: string, name: string, expected: string): void {
  assert.equal(renamed(text, name), expected);
}

/** Of every name in the text, one after the other: what must come is the text with each `$0` name as the new one. */
function checkEach(text: string, name: string): void {
  const { files, cursors } = fixture(text);
  const [path = ''] = files.keys();
  const plain = files.get(path) ?? '';
  const word = /^[\w-]+/;
  const expected = cursors.reduceRight((made, { offset }) => {
    const rest = made.slice(offset);
    return `${made.slice(0, offset)}${rest.replace(word, name)}`;
  }, plain);
  for (const { offset } of cursors) checkRename(`${plain.slice(0, offset)}$0${plain.slice(offset)}`, name, expected);
}

const people = 'user alice "alice@acme.com"\nuser bob "bob@acme.com"\n';

describe('rename', () => {
  it('of a user, across files', () => {
    checkRename(
      `--- file: a.writ
user al$0ice "alice@acme.com"
group Team { members alice }
--- file: b.writ
app Desk {
  field Owner: user
  policy P { to alice when Owner is alice or Owner is "alice" }
  automation A { trigger createRecord built by alice action createRecord }
}
record r in Desk { Owner alice watched by alice }
query alice can READ_RECORDS on r`,
      'bob',
      `user bob "alice@acme.com"
group Team { members bob }
---
app Desk {
  field Owner: user
  policy P { to bob when Owner is bob or Owner is "bob" }
  automation A { trigger createRecord built by bob action createRecord }
}
record r in Desk { Owner bob watched by bob }
query bob can READ_RECORDS on r`,
    );
  });

  it('of a group, a role and an account, from wherever they are named', () => {
    checkEach(
      `${people}group $0Team { members alice }\nrole R { description "d" members $0Team grants ADMIN }\nexpect only $0Team can READ_RECORDS in organization`,
      'Crew',
    );
    checkEach(
      `app Desk { role $0Agent { description "d" grants READ_RECORDS } service account Bot { roles $0Agent } }
app Other { service account Two { roles Desk.$0Agent } }`,
      'Clerk',
    );
    checkEach(
      `app Desk { service account $0Bot { } policy P { to $0Bot } agent A { built by $0Bot runs as $0Bot } }
query what can Desk.$0Bot do in Desk`.replace('built by $0Bot ', ''),
      'Robot',
    );
  });

  it('of an object that is opened twice, and of a field', () => {
    checkEach(
      `${people}app $0Desk { field A: text }\nrecord r in $0Desk { A "x" }\napp $0Desk { field B: text }\nquery alice can use $0Desk.Bot\napp $0Desk { service account Bot { usable by alice } }`,
      'Office',
    );
    checkEach(
      `app Desk { field $0A: text  field B: text  policy P { to "Internal Users" when $0A is "x" or B is field $0A } }
record r in Desk { $0A "x" }`,
      'C',
    );
  });

  it('of policies, automations, agents, records and tests', () => {
    checkEach('app Desk { policy $0P { to "Internal Users" } }', 'Q');
    checkEach(`${people}app Desk { automation $0A { trigger createRecord built by alice } }`, 'B');
    checkEach(`${people}app Desk { agent $0A { built by alice } }`, 'B');
    checkEach(
      `${people}app Desk { field F: text }\ntest $0T { record r in Desk { F "1" } expect alice cannot READ_RECORDS on r }`,
      'U',
    );
    checkEach(
      `${people}app Desk { field F: text }\nrecord $0r in Desk { F "1" }\nquery alice can READ_RECORDS on $0r`,
      's',
    );
    checkEach(
      `${people}app Desk { field F: text }\nrecord r in Desk { F "1" }\ntest T { record $0r in Desk { F "2" } expect alice cannot READ_RECORDS on $0r }`,
      's',
    );
  });

  it('of an organization that has a name', () => {
    checkRename(
      'organization A$0cme { domains "acme.com" }',
      'Acme Inc',
      'organization "Acme Inc" { domains "acme.com" }',
    );
    assert.match(renamed('organi$0zation { domains "acme.com" }', 'X'), /has no name here/);
  });

  it('of an option, wherever its field is spoken of', () => {
    checkRename(
      `app Desk {
  field Status: choice("New", "Open")
  field Labels: choices("Open", "x")
  field Text: text
  policy P { to "Internal Users" when Status is "Op$0en" or Status is one of ("New", "Open") or Labels contains "Open" or Text is "Open" }
}
record r in Desk { Status "Open" Labels ("Open", "x") }`,
      'Under way',
      `app Desk {
  field Status: choice("New", "Under way")
  field Labels: choices("Open", "x")
  field Text: text
  policy P { to "Internal Users" when Status is "Under way" or Status is one of ("New", "Under way") or Labels contains "Open" or Text is "Open" }
}
record r in Desk { Status "Under way" Labels ("Open", "x") }`,
    );
    checkRename(
      'app Desk { field L: choices("$0a", "b") policy P { to "Internal Users" when L overlaps ("a", "b") } }\nrecord r in Desk { L ("a", "b") }',
      'c "d"',
      'app Desk { field L: choices("c \\"d\\"", "b") policy P { to "Internal Users" when L overlaps ("c \\"d\\"", "b") } }\nrecord r in Desk { L ("c \\"d\\"", "b") }',
    );
  });

  it('of an attribute', () => {
    checkEach(
      'user alice "a@x.com" { $0Team "red" }\napp Desk { field T: text policy P { to "Internal Users" when T is current user.$0Team } }',
      'Crew',
    );
  });

  it('writes quotes where they are needed, and keeps those that were chosen', () => {
    const text = (name: string) =>
      `group ${name} { members alice }\n${people}role R { description "d" members ${name} grants ADMIN }`;
    const from = (name: string) => text(name).replace(name, `${name.slice(0, 2)}$0${name.slice(2)}`);
    checkRename(from('Team'), 'Help Desk', text('"Help Desk"'));
    checkRename(from('Team'), 'members', text('"members"'));
    checkRename(from('Team'), 'not', text('"not"'));
    checkRename(from('"Help Desk"'), 'Team', text('Team'));
    checkRename(from('"Team"'), 'Crew', text('"Crew"'));
    checkRename(from('Team'), '"Help \\"Desk\\""', text('"Help \\"Desk\\""'));
    checkRename(from('Team'), '  Crew ', text('Crew'));
    checkRename(`${people}group"He$0lp Desk"{members alice}`, 'Team', `${people}group"Team"{members alice}`);
    checkRename(from('Team'), 'Team', text('Team'));
  });

  it('is refused for names that are none', () => {
    for (const [name, why] of [
      ['', /`""` is no name/],
      ['""', /`""` is no name/],
      ['"a\\q"', /no escape of JSON/],
      ['a\ud800', /surrogate/],
    ] as const)
      assert.match(renamed(`group Te$0am { members alice }\n${people}`, name), why);
  });
});

describe('rename is refused', () => {
  const refuses = (text: string, why: RegExp, name = 'Other') => {
    assert.match(renamed(text, name), why);
    const made = fixture(text);
    const { path, offset } = onlyCursor(made);
    return prepareRename(made.snapshot, path, offset);
  };

  it('of what is the platform’s or a directory’s, before a name is asked for', () => {
    const directory = `--- file: main.writ
directory "people.json"
group Team { members er$0in }
--- file: people.json
[ { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "erin" } ]`;
    for (const [text, why] of [
      ['managed role "Ad$0min" { members alice }', /`Admin` is a managed role/],
      ['app A { policy P { to "Internal$0 Users" } }', /`Internal Users` is a group of the platform/],
      ['app A { def$0ault policy }', /the default policy/],
      ['role R { description "d" grants READ_RE$0CORDS }', /`READ_RECORDS` is the platform's/],
      [directory, /`erin` comes from the directory file `people.json`/],
    ] as const) {
      const prepared = refuses(text, why);
      assert.ok(prepared !== undefined && 'refused' in prepared, text);
      assert.match(prepared.refused, why);
    }
  });

  it('where the name is taken', () => {
    refuses(`${people}group Te$0am { members alice }`, /bob/, 'bob');
    refuses('app De$0sk { field A: text }\ntask Other { field A: text }', /Other/);
    refuses('app Desk { field A$0: text field Other: text }', /Other/);
    refuses('app Desk { field S: choice("A$0", "Other") }', /`S` has an option `Other`/);
    refuses('user u "u@x.com" { A$0 "1" Other "2" }', /there is an attribute `Other`/);
    refuses('role R$0 { description "d" grants ADMIN }', /Admin/, 'Admin');
  });

  it('where a name without qualifier would mean something else', () => {
    // In Desk the account would stand before the user.
    refuses(
      `user bob "b@x.com"\napp Desk { field A: text service account B$0ot { } policy P { to bob } }`,
      /bob.*would mean something else/,
      'bob',
    );
    // What names nothing would name it.
    refuses(
      `${people}group Te$0am { members alice }\nrole R { description "d" members Other grants ADMIN }`,
      /names nothing now/,
    );
  });

  it('where options of two fields are compared', () => {
    const text =
      'app D { field A: choice("x$0", "y") field B: choice("x", "z") policy P { to "Internal Users" when A is field B } }';
    refuses(text, /`A` is compared with `B`, which has an option `x`/);
    refuses(text.replace('x$0', 'x').replace('"y"', '"y$0"'), /`A` is compared with `B`, which has an option `z`/, 'z');
  });

  it('comes to an end where the name is empty and text cannot be read', () => {
    for (const text of [
      `${people}user "$0" "x@acme.com"\nrole R { flub Team }`,
      `${people}group "$0" { members a b }\n@`,
    ])
      assert.ok(renamed(text, 'Crew').length > 0);
  });

  it('where the name stands in text that cannot be read, and nowhere else', () => {
    const broken = `${people}group Te$0am { members alice }\nrole R { description "d" members bob, , Team @ grants ADMIN }`;
    const made = renamed(broken, 'Crew');
    assert.ok(/cannot be read/.test(made) || !/\bTeam\b/.test(made), made);
    refuses(
      `group Te$0am { members alice }\n${people}role R { flub Team }`,
      /`Team` also stands in main.writ:4, where the text cannot be read/,
    );
    checkRename(
      `group Te$0am { members alice, nobody }\n${people}role R { flub bob }`,
      'Crew',
      `group Crew { members alice, nobody }\n${people}role R { flub bob }`,
    );
  });

  it('not at all where nothing has a name', () => {
    for (const text of ['$0', 'gro$0up G { description "d" }', 'group G { description "d$0" }', '// a$0'])
      assert.equal(renamed(text, 'x'), 'nothing');
  });
});

describe('a rename says', () => {
  it('that access is unchanged, however little the thing is like itself', () => {
    const made = fixture(
      `user alice "alice@acme.com"\ngroup Em$0pty { description "d" }\nrole R { description "d" members Empty grants ADMIN }`,
    );
    const found = rename(made.snapshot, onlyCursor(made), 'Full');
    assert.ok(found !== undefined && 'label' in found, JSON.stringify(found));
    assert.equal(found.label, 'Rename `Empty` to `Full` (access unchanged)');
  });
});
