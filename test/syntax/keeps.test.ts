// Breaks after which a reader sees at once what goes on: the outline still has all of that, whatever it says of the break.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { parseFile, syntaxProblems } from '../../server/src/syntax/parse.ts';
import { printFile } from '../support/tree.ts';

/** The outline of the text holds these lines one below the other, and the text has a problem. */
function checkKeeps(text: string, ...lines: readonly string[]): void {
  const file = parseFile(text);
  const outline = `\n${printFile(file)}\n`;
  assert.ok(outline.includes(`\n${lines.join('\n')}\n`), `the outline lacks\n${lines.join('\n')}\n\n${outline}`);
  assert.notEqual(syntaxProblems(file).length, 0);
}

const appGoesOn = ['  policy q', '    to bob', '  field X: text', 'user c "c@d.e"'];

describe('syntax: an object goes on after', () => {
  const inApp = (broken: string) => `app A {\n  ${broken}\n  policy q { to bob }\n  field X: text\n}\nuser c "c@d.e"\n`;
  const breaks: Readonly<Record<string, string>> = {
    'a role without `{`': 'role R members alice grants B }',
    'a managed role without `{`': 'managed role "App Admin" members alice }',
    'a policy without `{`': 'policy p to alice }',
    'a service account without `{`': 'service account S purpose "x" usable by alice }',
    'an automation without `{`': 'automation U trigger a built by b }',
    'an agent without `{`': 'agent G built by b tool c }',
    'a role with a closing brace too many': 'role R { members alice } }',
    'a policy with a closing brace too many': 'policy p { to alice } }',
    'an agent with a closing brace too many': 'agent G { built by b tool c } }',
    '`managed` without `role`': 'managed "App Admin" { members bob }',
    '`managed` alone': 'managed',
    '`managed` twice': 'managed managed role "App Admin" { members bob }',
    'a field without a colon': 'field Y user',
    'a field of type group without a colon': 'field Y group as assignee',
    'a type that stands twice': 'field Y: user user',
    '`curent user`': 'policy p { to a when X is curent user and Y is 3 }',
    '`current user user`': 'policy p { to a when X is current user user }',
    '`user` in place of `current user`': 'policy p { to a when X is user or Y is 3 }',
    '`runs as user`': 'agent G { runs as user built by b }',
    'a group in `is in` that is a keyword': 'policy p { to a when X is in group }',
    '`role` in place of `roles`': 'service account S { role R usable by b }',
    'a trigger that is not yet typed': 'automation U { built by b trigger\n  }',
    'an action that is not yet typed, with its braces': 'automation U { trigger a built by b action\n  }',
  };
  for (const [title, broken] of Object.entries(breaks)) it(title, () => checkKeeps(inApp(broken), ...appGoesOn));

  it('an automation that ends with `trigger`', () => {
    checkKeeps(
      'app A {\n  automation U {\n    trigger\n  agent G { built by b }\n}\nuser c "c@d.e"',
      '  agent G',
      '    built by b',
      'user c "c@d.e"',
    );
  });
  it('an automation that ends with `action`', () => {
    checkKeeps(
      'app A {\n  automation U { trigger a built by b action\n  policy q { to bob }\n}\nuser c "c@d.e"',
      '  policy q',
      '    to bob',
      'user c "c@d.e"',
    );
  });
});

describe('syntax: the next declaration begins after', () => {
  const breaks: Readonly<Record<string, string>> = {
    'a dot': 'query a can use Desk.',
    'a dot after `organization`': 'group G { members organization.',
    'a dot in an expectation': 'expect only organization.',
    'a colon': 'app A { field X:',
    '`current`': 'app A { policy p { to a when X is current',
    '`trigger`': 'app A { automation U { trigger',
    '`on`': 'query a can B on',
    '`in`': 'query a can B in',
    '`managed`': 'managed',
    'a level': 'role R { grants view on',
  };
  const next: Readonly<Record<string, string>> = {
    user: 'user c "c@d.e"',
    group: 'group c\n  members d',
    app: 'app c\n  field X: text',
    query: 'query can c [D] (in E)',
    test: 'test c',
    directory: 'directory "c"',
    organization: 'organization c\n  invites any-domain',
  };
  const text: Readonly<Record<string, string>> = {
    user: 'user c "c@d.e"',
    group: 'group c { members d }',
    app: 'app c { field X: text }',
    query: 'query c can D in E',
    test: 'test c {}',
    directory: 'directory "c"',
    organization: 'organization c { invites any-domain }',
  };
  for (const [title, broken] of Object.entries(breaks))
    it(title, () => {
      for (const [word, tree] of Object.entries(next)) checkKeeps(`${broken}\n${text[word]}\n`, ...tree.split('\n'));
    });
  it('`managed` without `role`', () => checkKeeps('managed "Admin" { members a }\nuser c "c@d.e"', 'user c "c@d.e"'));
});

describe('syntax: a test goes on after', () => {
  const breaks: Readonly<Record<string, string>> = {
    '`organization` without `in`': 'expect a can B organization as of 2026-12-01',
    '`organization` twice': 'expect a can B in organization organization as of 2026-12-01',
    'a misspelled `as`': 'expect a can B in organization ass of 2026-12-01',
    'a dot': 'expect a.',
    'a principal that is a keyword': 'expect user can B in C',
  };
  for (const [title, broken] of Object.entries(breaks))
    it(title, () =>
      checkKeeps(
        `test "t" {\n  ${broken}\n  expect d can E in F\n}\nuser c "c@d.e"`,
        '  expect can d [E] (in F)',
        'user c "c@d.e"',
      ),
    );
});

describe('syntax: roles do not change their owner', () => {
  // A role of an object would count everywhere if it were read as one of the organization.
  const owner = (text: string) =>
    printFile(parseFile(text))
      .split('\n')
      .some((line) => /^(?:managed )?role /.test(line));
  const breaks: Readonly<Record<string, string>> = {
    'when the object is misspelled': 'ap A {\n  role R { members a grants B }\n}',
    'when the object lacks its `{`': 'app A\n  role R { members a grants B }\n}',
    'when the object lacks its name and `{`': 'app\n  role R { members a grants B }\n}',
    'when a brace is closed too many': 'app A {\n  policy p { to a } }\n  role R { members a grants B }\n}',
    'when a role before lacks its `{`': 'app A {\n  role S members a }\n  role R { members a grants B }\n}',
    'when the object is one that the language has not': 'workspace A {\n  role R { members a grants B }\n}',
    'when a managed role comes with a brace too many':
      'app A {\n  policy p { to a } }\n  managed role "App Admin" { members a }\n}',
  };
  for (const [title, text] of Object.entries(breaks)) it(title, () => assert.equal(owner(text), false));
});
