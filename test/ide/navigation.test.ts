// From names to declarations and back: `$0` is the cursor, `^^^` stands under what is found.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { declaration } from '../../server/src/ide/declaration.ts';
import { definition } from '../../server/src/ide/definition.ts';
import { implementation } from '../../server/src/ide/implementation.ts';
import { locate } from '../../server/src/ide/locate.ts';
import { highlights, references } from '../../server/src/ide/references.ts';
import { workspaceSymbols } from '../../server/src/ide/symbols.ts';
import { typeDefinition } from '../../server/src/ide/type-definition.ts';
import type { Place } from '../../server/src/rules/finding.ts';
import { type Fixture, fixture, onlyCursor, snapshotOf } from '../support/fixture.ts';

function places(all: readonly Place[]): string[] {
  return all.map(({ file, span }) => `${file} ${span.start}-${span.end}`).sort();
}

function marked({ markers }: Fixture, words?: string): string[] {
  return markers
    .filter(({ text }) => words === undefined || (words === '' ? text === '' : text.startsWith(words)))
    .map(({ path, span }) => `${path} ${span.start}-${span.end}`)
    .sort();
}

/** The name that is asked about is marked as `from`, if anything is. */
function checkLeads(find: typeof definition, text: string): void {
  const made = fixture(text);
  const { path, offset } = onlyCursor(made);
  const found = find(made.snapshot, path, offset);
  assert.deepEqual(places(found?.to ?? []), marked(made, ''));
  for (const each of made.markers.filter((marker) => marker.text === 'from')) assert.deepEqual(found?.from, each.span);
}

const checkDefinition = (text: string) => checkLeads(definition, text);

function checkReferences(text: string): void {
  const made = fixture(text);
  const { path, offset } = onlyCursor(made);
  assert.deepEqual(places(references(made.snapshot, path, offset, true)), marked(made));
  const uses = references(made.snapshot, path, offset, false);
  assert.deepEqual(places(uses), marked(made, 'use'));
  const here = highlights(made.snapshot, path, offset);
  const own = made.markers.filter((marker) => marker.path === path);
  assert.deepEqual(places(here), marked({ ...made, markers: own }));
}

describe('definition', () => {
  it('goes from a member to its user, across files', () => {
    checkDefinition(`--- file: a.writ
group Team { members al$0ice }
--- file: b.writ
user alice "a@acme.com"
     ^^^^^`);
  });

  it('goes from a name in a condition to its field', () => {
    checkDefinition(`app Desk {
  field Status: choice("New")
        ^^^^^^
  policy P { to "Internal Users" when Stat$0us is "New" }
}`);
  });

  it('goes to every place where an object is opened', () => {
    checkDefinition(`app Desk { field A: text }
    ^^^^
record r in De$0sk { A "x" }
app Desk { field B: text }
    ^^^^`);
  });

  it('tells an account from its object in a qualified name', () => {
    checkDefinition(`user a "a@x.com"
query a can use Desk.Bo$0t
app Desk { service account Bot { usable by a } }
                           ^^^`);
    checkDefinition(`user a "a@x.com"
query a can use De$0sk.Bot
app Desk { service account Bot { usable by a } }
    ^^^^`);
  });

  it('goes from a role and a record of a test to their own', () => {
    checkDefinition(`app Desk {
  role Agent { description "d" grants READ_RECORDS }
       ^^^^^
  service account Bot { roles Ag$0ent }
}`);
    checkDefinition(`user a "a@x.com"
app Desk { field A: text }
record r in Desk { A "1" }
test "t" {
  record r in Desk { A "2" }
         ^
  expect a cannot READ_RECORDS on r$0
}`);
  });

  it('stays where the cursor is on a declaration', () => {
    checkDefinition(`user al$0ice "a@acme.com"
     ^^^^^^^`);
  });

  it('goes into the directory file', () => {
    const made = fixture(`--- file: main.writ
directory "people.json"
group Team { members er$0in }
--- file: people.json
[ { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "erin" } ]`);
    const { path, offset } = onlyCursor(made);
    const [place] = definition(made.snapshot, path, offset)?.to ?? [];
    assert.equal(place?.file, 'people.json');
    assert.equal(place?.span.start, made.files.get('people.json')?.indexOf('{'));
    const link = definition(made.snapshot, 'main.writ', 14);
    assert.deepEqual(link, { from: { start: 10, end: 23 }, to: [{ file: 'people.json', span: { start: 0, end: 0 } }] });
  });

  it('goes from an option to where its field lists it', () => {
    checkDefinition(`app Desk {
  policy P { to "Internal Users" when Status is one of ("Old", "Ne$0w") }
                                                               ^^^^^^^ from
  field Other: choice("New")
  field Status: choice("Old", "New")
                              ^^^^^
}`);
  });

  it('has nothing to say of the platform’s own and of unknown names', () => {
    for (const text of [
      'app A { field S: choice("N") policy P { to B when S is "M$0" } }',
      'group G { members no$0body }',
      'app A { policy P { to "Internal$0 Users" } }',
      '$0',
      '// a$0',
    ])
      checkDefinition(text);
  });
});

describe('declaration', () => {
  it('of an object is where it is opened first', () => {
    checkLeads(
      declaration,
      `--- file: b.writ
app Desk { field B: text }
record r in De$0sk { B "x" }
            ^^^^^^ from
--- file: a.writ
app Desk { field A: text }
    ^^^^`,
    );
  });

  it('of whom a directory brings is the directory, of everybody else the definition', () => {
    checkLeads(
      declaration,
      `--- file: main.writ
directory "people.json"
          ^^^^^^^^^^^^^
group Team { members er$0in }
--- file: people.json
[ { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "erin" } ]`,
    );
    checkLeads(declaration, 'user al "a@x.com"\n     ^^\ngroup Team { members a$0l }\n                     ^^^^ from');
    checkLeads(declaration, 'app A { policy P { to "Internal$0 Users" } }');
  });
});

describe('type definition', () => {
  it('of a record is its object, wherever that is opened', () => {
    checkLeads(
      typeDefinition,
      `user a "a@x.com"
app Desk { field A: text }
    ^^^^
record r in Desk { A "x" }
query a can READ_RECORDS on r$0
                            ^^^ from
app Desk { field B: text }
    ^^^^`,
    );
  });

  it('of a field and of an option is the type of the field', () => {
    const desk = (cursor: string) => `app Desk {
  field Owner: user as assignee
               ^^^^${cursor.includes('Own') ? '' : ' other'}
  field Status: choice("New", "Old")
                ^^^^^^${cursor.includes('Own') ? ' other' : ''}
  policy P { to "Internal Users" when ${cursor} }
}`;
    for (const cursor of ['Own$0er is empty', 'Stat$0us is "New"', 'Status is "N$0ew"'])
      checkLeads(typeDefinition, desk(cursor));
  });

  it('is there for nothing else', () => {
    for (const text of [
      'us$0er a "a@x.com"',
      'user a$0 "a@x.com"',
      'app A$0 { }',
      'role R$0 { description "d" grants READ_RECORDS }',
      'role R { description "d" grants READ_$0RECORDS }',
      'app A { field S$0 }',
      'app A { field S: }\nrecord r in A { S$0 "x" }',
      '$0',
    ])
      checkLeads(typeDefinition, text);
  });
});

describe('implementation', () => {
  it('of a permission are the grants that come to it, in all roles', () => {
    checkLeads(
      implementation,
      `--- file: a.writ
query who can READ_$0RECORDS in organization
              ^^^^^^^^^^^^^^ from
role Reader { description "d" grants CREATE_RECORDS, READ_RECORDS }
                                                     ^^^^^^^^^^^^
role Editor { description "d" grants edit on Records }
                                     ^^^^^^^^^^^^^^^
role Other { description "d" grants READ_MESSAGES }
--- file: b.writ
app Desk {
  managed role "App Admin" { members "Internal Users" }
               ^^^^^^^^^^^
}
role Boss { description "d" grants ADMIN }
     ^^^^`,
    );
  });

  it('of a level are the roles that grant it so, and of nothing else there is any', () => {
    checkLeads(
      implementation,
      `role A { description "d" grants ed$0it on Records }
                                ^^^^^^^^^^^^^^^^^
role B { description "d" grants view on Records, edit on Analytics }`,
    );
    for (const text of ['user a$0 "a@x.com"', 'role R$0 { grants READ_RECORDS }', 'role R { grants NO$0PE }', '$0'])
      checkLeads(implementation, text);
  });
});

describe('references and highlights', () => {
  it('of an option are those of its field alone', () => {
    checkReferences(`app Desk {
  field Status: choice("New", "Old")
                       ^^^^^ declaration
  field Other: choice("New")
  policy P { to "Internal Users" when Status is "N$0ew" and Other is "New" }
                                                ^^^^^^^ use
}
record r in Desk { Status "New" }
                          ^^^^^ use`);
  });

  it('of an attribute are those of all users', () => {
    checkReferences(`user a "a@x.com" { Region "EU" }
                   ^^^^^^ use
app Desk { field R: text policy P { to a when R is current user.Reg$0ion } }
                                                                ^^^^^^^^ use`);
  });

  it('of a user', () => {
    checkReferences(`--- file: a.writ
user ali$0ce "a@acme.com"
     ^^^^^^^ declaration
group Team { members alice }
                     ^^^^^ use
--- file: b.writ
query alice can READ_RECORDS in organization
      ^^^^^ use
group "other" { description "alice" }`);
  });

  it('of a quoted name with its quotes', () => {
    checkReferences(`app "Service Desk" { field A: text }
    ^^^^^^^^^^^^^^ declaration
record r in "Service$0 Desk" { A "x" }
            ^^^^^^^^^^^^^^^^ use`);
  });

  it('of a permission, wherever it is named', () => {
    checkReferences(`--- file: a.writ
role R { description "READ_RECORDS" grants READ_RE$0CORDS }
                                           ^^^^^^^^^^^^^^ use
--- file: b.writ
query who can READ_RECORDS and DELETE_RECORDS in organization
              ^^^^^^^^^^^^ use`);
  });

  it('of a level, by its group', () => {
    checkReferences(`role R { description "d" grants vi$0ew on Records, view on Analytics }
                                ^^^^^^ use
role S { description "d" grants view on Records, edit on Records }
                                ^^^^ use`);
  });

  it('of a group that the platform brings', () => {
    checkReferences(`app A { policy P { to "Internal$0 Users" } }
                      ^^^^^^^^^^^^^^^^^^ use
app B { policy Q { to "Internal Users" } }
                      ^^^^^^^^^^^^^^^^ use`);
  });

  it('find nothing where nothing is named', () => {
    checkReferences('role R { description "d$0" }');
  });
});

describe('locate', () => {
  it('gives the way down the tree', () => {
    const made = fixture('app A { policy P { to Internal when not (S is "x$0") } }');
    const { path, offset } = onlyCursor(made);
    const kinds = locate(made.snapshot, path, offset)?.nodes.map((node) => ('kind' in node ? node.kind : '-'));
    assert.deepEqual(kinds, ['object', 'policy', 'when', 'not', 'parenthesis', 'comparison', '-', 'string']);
  });

  it('gives a name to the cursor at either end of it, and the later of two that touch', () => {
    const snapshot = snapshotOf('user a "a@x.com"\ngroup G{members a}');
    const named = (offset: number) => locate(snapshot, 'main.writ', offset)?.symbol?.symbol.name;
    assert.deepEqual([4, 5, 6, 7].map(named), [undefined, 'a', 'a', undefined]);
    assert.deepEqual([22, 23, 24, 25].map(named), [undefined, 'G', 'G', undefined]);
  });
});

describe('workspace symbols', () => {
  const snapshot = snapshotOf(`--- file: a.writ
app "Service Desk" { role Desk { description "d" } field Deskside: text }
user dk "d@x.com"
query dk can READ_RECORDS in "Service Desk"
--- file: b.writ
test "desk holds" { expect dk cannot READ_RECORDS in "Service Desk" }`);
  const shown = (query: string, max?: number) =>
    workspaceSymbols(snapshot, query, max).map(({ kind, name, container }) => `${kind} ${name} in ${container ?? '-'}`);

  it('come best first, whatever their case', () => {
    assert.deepEqual(shown('DESK'), [
      'role Desk in Service Desk',
      'field Deskside in Service Desk',
      'test desk holds in -',
      'app Service Desk in -',
    ]);
    assert.deepEqual(shown('dk')[0], 'user dk in -');
    assert.deepEqual(shown('dk').length, 5);
    assert.deepEqual(shown('nothing'), []);
  });

  it('come in order of the text without a query, and no more than asked for', () => {
    assert.deepEqual(shown('', 2), ['app Service Desk in -', 'role Desk in Service Desk']);
  });
});
