// Refactorings: text with a cursor or a selection (two `$0`) in, the text afterwards or the refusal out.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { prove } from '../../server/src/ide/refactor/prove.ts';
import { selectionIn } from '../../server/src/ide/refactor/refactoring.ts';
import { offersAt } from '../../server/src/ide/refactor/registry.ts';
import { fixture } from '../support/fixture.ts';

function offers(text: string) {
  const { snapshot, cursors, input } = fixture(text);
  const [from, to = from] = cursors;
  if (from === undefined || to === undefined) throw new Error('the text has no cursor');
  const selected = selectionIn(snapshot, from.path, { start: from.offset, end: to.offset });
  return { selected, input, all: selected === undefined ? [] : offersAt(selected) };
}

function titles(text: string): string[] {
  return offers(text).all.map(({ title }) => title);
}

/** The title with its effect and the project afterwards, file after file; or why it is refused. */
function made(text: string, title: string): { readonly title: string; readonly text: string } {
  const { selected, input, all } = offers(text);
  const offer = all.find((each) => each.title.startsWith(title));
  if (selected === undefined || offer === undefined) throw new Error(`${title}: only ${titles(text).join(', ')}`);
  const found = prove(selected, offer);
  if ('refused' in found) return { title: found.refused, text: '' };
  return {
    title: found.title,
    text: [...input.files.keys()].map((path) => found.after.source(path)?.text).join('\n---\n'),
  };
}

function check(text: string, title: string, expected: { readonly title: string; readonly text: string }): void {
  assert.deepEqual(made(text, title), expected);
}

function checkRefused(text: string, title: string, why: RegExp): void {
  const found = made(text, title);
  assert.equal(found.text, '');
  assert.match(found.title, why);
}

const people = `user alice "alice@acme.com"
user bob "bob@acme.com"
user carol "carol@acme.com"
`;

describe('extracting a group', () => {
  it('takes what is selected of the members of a role', () => {
    check(
      `${people}role Auditor { description "d" members $0alice, bob$0, carol grants READ_RECORDS expires 2027-01-31 }\n`,
      'Extract',
      {
        title: 'Extract `alice` and `bob` into a new group (access unchanged)',
        text: `${people}group "Auditor members" { members alice, bob }
role Auditor { description "d" members "Auditor members", carol grants READ_RECORDS expires 2027-01-31 }
`,
      },
    );
  });

  it('takes all users of a list at a cursor, of policies and accounts as well', () => {
    check(
      `${people}group Old { members alice }
app Desk {
  policy "P q" { to Old, bob, "Internal Users", ca$0rol }
  service account Bot { purpose "p" usable by alice }
}`,
      'Extract',
      {
        title: 'Extract `bob` and `carol` into a new group (access unchanged)',
        text: `${people}group Old { members alice }
group "P q readers" { members bob, carol }
app Desk {
  policy "P q" { to Old, "P q readers", "Internal Users" }
  service account Bot { purpose "p" usable by alice }
}`,
      },
    );
  });

  it('chooses a name that nothing has', () => {
    const { text } = made(
      `${people}group "R members" { members carol }
app Other { service account "R members 2" { purpose "p" } }
role R { description "d" members al$0ice, bob grants READ_RECORDS }`,
      'Extract',
    );
    assert.match(text, /group "R members 3" \{ members alice, bob \}/);
  });

  it('keeps lines, line ends and signs beyond the first plane', () => {
    const text = `user "😀" "a@x.com"\r\nuser bob "b@x.com"\r\nrole R {\r\n  description "d"\r\n  members\r\n    "😀",\r\n    b$0ob\r\n  grants READ_RECORDS\r\n}\r\n`;
    assert.equal(
      made(text, 'Extract').text,
      `user "😀" "a@x.com"\r\nuser bob "b@x.com"\r\n\r\ngroup "R members" { members "😀", bob }\r\nrole R {\r\n  description "d"\r\n  members "R members"\r\n  grants READ_RECORDS\r\n}\r\n`,
    );
  });

  it('is refused where a new group changes what a condition means', () => {
    checkRefused(
      `${people}app Desk { field T: group  policy P { to $0alice, bob$0 when T contains current user } role R { description "d" members alice, bob grants READ_RECORDS } }`,
      'Extract',
      /^access would change: members of `"P readers"` \(new, 2\) gain `READ_RECORDS` in `Desk`$/,
    );
  });

  it('is refused where an expectation speaks of everybody', () => {
    checkRefused(
      `${people}role R { description "d" members al$0ice, bob grants READ_AUDIT_LOGS }\nexpect only alice, bob can READ_AUDIT_LOGS in organization`.replaceAll(
        'READ_AUDIT_LOGS',
        'READ_ACTIVITY_LOGS',
      ),
      'Extract',
      /an expectation would come out otherwise/,
    );
  });

  it('is refused where a comment speaks of one of them', () => {
    checkRefused(
      `${people}role R {\n  description "d"\n  members\n    al$0ice,\n    // for the summer\n    bob\n  grants READ_RECORDS\n}`,
      'Extract',
      /a comment would be lost/,
    );
  });

  it('is not offered in half a list, for one user, or in a group', () => {
    assert.deepEqual(titles(`${people}role R { members al$0ice, , bob }`), []);
    assert.deepEqual(titles(`${people}role R { members al$0ice grants READ_RECORDS }`), []);
    assert.deepEqual(titles(`${people}group G { members al$0ice, bob }`), []);
  });
});

describe('naming a group instead', () => {
  it('of exactly its members, as part of a list too', () => {
    check(
      `${people}group Team { members bob, alice }
role R { description "d" members al$0ice, carol, bob grants READ_ACTIVITY_LOGS }`,
      'Name group `Team`',
      {
        title:
          'Name group `Team` instead of `alice` and `bob` (`Team` (as a group) gains `READ_ACTIVITY_LOGS` in the organization)',
        text: `${people}group Team { members bob, alice }
role R { description "d" members Team, carol grants READ_ACTIVITY_LOGS }`,
      },
    );
  });

  it('names the organization’s where an account has the name', () => {
    const { text } = made(
      `${people}group Bot { members bob, alice }
app Desk { role R { description "d" members al$0ice, bob grants READ_RECORDS } service account Bot { purpose "p" } }`,
      'Name group `Bot`',
    );
    assert.match(text, /members organization\.Bot grants/);
  });

  it('is not offered for a group with somebody else in it', () => {
    assert.deepEqual(
      titles(`${people}group Team { members bob, alice, carol }\nrole R { members al$0ice, bob grants READ_RECORDS }`),
      ['Extract `alice` and `bob` into a new group'],
    );
  });
});

describe('moving a role', () => {
  const desk = `app Desk {
  policy P { to alice }
}
`;

  it('into an object, with its comments and its accounts', () => {
    check(
      `${people}// What clerks do.
role Cl$0erk {
  description "d"
  members alice
  grants READ_RECORDS // and no more
}

${desk}app Other {
  service account Bot { purpose "p" roles Clerk }
}
`,
      'Move `Clerk` into `Desk`',
      {
        title: 'Move `Clerk` into `Desk` (`alice`, `Other.Bot` lose `READ_RECORDS` in the organization)',
        text: `${people}
app Desk {
  policy P { to alice }
  // What clerks do.
  role Clerk {
    description "d"
    members alice
    grants READ_RECORDS // and no more
  }
}
app Other {
  service account Bot { purpose "p" roles Desk.Clerk }
}
`,
      },
    );
  });

  it('out of its object', () => {
    check(
      `${people}app Desk {
  // What clerks do.
  role Cl$0erk {
    description "d"
    members alice
    grants READ_RECORDS
  }

  policy P { to alice }
}
app Other {
  role Clerk { description "d" grants READ_MESSAGES }
  service account Bot { purpose "p" roles Desk.Clerk, Clerk }
}
`,
      'Move `Clerk` out of',
      {
        title:
          'Move `Clerk` out of `Desk` into the organization (`alice`, `Other.Bot` gain `READ_RECORDS` in the organization)',
        text: `${people}// What clerks do.
role Clerk {
  description "d"
  members alice
  grants READ_RECORDS
}
app Desk {
  policy P { to alice }
}
app Other {
  role Clerk { description "d" grants READ_MESSAGES }
  service account Bot { purpose "p" roles organization.Clerk, Clerk }
}
`,
      },
    );
  });

  it('is refused where the place has no room for it', () => {
    checkRefused(
      `${people}role Clerk { grants READ_RECORDS }\napp Desk { role Cl$0erk { grants READ_RECORDS } }`,
      'Move',
      /the organization has a role `Clerk`/,
    );
    const offered = titles(`${people}role Cl$0erk { members alice grants CREATE_ORGANIZATION_USERS }\n${desk}`);
    assert.deepEqual(offered, ['Expect what `Clerk` gives today']);
  });

  it('is refused where an expectation would come out otherwise', () => {
    checkRefused(
      `${people}role Cl$0erk { description "d" members alice grants READ_RECORDS }\n${desk}expect alice can READ_RECORDS in organization`,
      'Move `Clerk` into `Desk`',
      /an expectation/,
    );
  });
});

describe('expecting what holds today', () => {
  const project = `${people}group Team { members alice }
managed role "Admin" { members carol }
app Desk {
  field Open: boolean
  role Clerk { description "d" members Team grants READ_RECORDS, CREATE_RECORDS }
  role Boss { description "d" members bob grants DELETE_RECORDS }
  policy P { to Team when Open is true }
}
`;

  /** The test that comes behind the project. */
  function checkTest(marked: string, title: string, lines: readonly string[]): void {
    const [, name = ''] = /^Expect (.*) today$/.exec(title) ?? [];
    const test = [
      `test "${name.replace(/^w/, 'W').replaceAll('`', '')}" {`,
      ...lines.map((each) => `  expect ${each}`),
      '}',
    ];
    check(marked, title, { title: `${title} (access unchanged)`, text: `${project}\n${test.join('\n')}\n` });
  }

  it('of a user', () => {
    checkTest(project.replace('user alice', 'user al$0ice'), 'Expect what `alice` may do today', [
      'alice can CREATE_RECORDS in Desk',
      'alice can READ_RECORDS in Desk when Open is true',
      'alice cannot READ_RECORDS in Desk when not Open is true',
      'alice cannot DELETE_RECORDS in Desk',
    ]);
    checkTest(project.replace('user carol', 'user ca$0rol'), 'Expect what `carol` may do today', [
      'carol can CREATE_RECORDS and READ_RECORDS and DELETE_RECORDS in Desk',
    ]);
  });

  it('of a role and of an object', () => {
    checkTest(project.replace('role Clerk', 'role Cl$0erk'), 'Expect what `Clerk` gives today', [
      'Team can CREATE_RECORDS in Desk',
      'Team can READ_RECORDS in Desk when Open is true',
      'Team cannot READ_RECORDS in Desk when not Open is true',
    ]);
    checkTest(project.replace('app Desk', 'app De$0sk'), 'Expect who may do what in `Desk` today', [
      'only Team, carol can CREATE_RECORDS in Desk',
      'only Team, carol can READ_RECORDS in Desk',
      'only carol can DELETE_RECORDS in Desk',
    ]);
  });

  it('is refused of who may do nothing', () => {
    checkRefused(
      project.replace('user carol', 'user dora "d@acme.com"\nuser carol').replace('user dora', 'user do$0ra'),
      'Expect',
      /nothing can be said/,
    );
  });
});

describe('sorting a list', () => {
  it('puts each name once, where it is cheapest to read', () => {
    check(`${people}role R { description "d" members carol, al$0ice, bob, "alice" grants READ_RECORDS }`, 'Sort', {
      title: 'Sort `members`, each once (access unchanged)',
      text: `${people}role R { description "d" members alice, bob, carol grants READ_RECORDS }`,
    });
  });

  it('of an expectation', () => {
    assert.match(
      made(
        `${people}managed role "Admin" { members alice, bob }\nexpect only b$0ob, alice can READ_RECORDS in organization`,
        'Sort',
      ).text,
      /only alice, bob can/,
    );
  });

  it('is not offered where it is sorted, and for options', () => {
    assert.deepEqual(
      titles(`${people}role R { members alice, b$0ob grants READ_RECORDS }`).filter((each) => each.startsWith('Sort')),
      [],
    );
    assert.deepEqual(titles('app Desk { field S: choice("b", "$0a") }'), []);
  });

  it('is refused where a comment would go', () => {
    checkRefused(
      `${people}role R {\n  members\n    al$0ice,\n    bob,\n    alice // again\n  grants READ_RECORDS\n}`,
      'Sort',
      /a comment/,
    );
  });
});
