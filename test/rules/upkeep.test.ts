// The rules about names, people, attributes and constants.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkFix } from './fixed-text.ts';
import { checkReported, messagesOf } from './reported.ts';

const people = `
user alice "alice@acme.com" { Department "Finance" }
user bob "bob@acme.com"
user carol "carol@acme.com"
user dana "dana@partner.example" { external }
user gone "gone@acme.com" { inactive }
group Agents { description "Work"  members alice, bob, gone }
group Everyone { description "All of us"  domain "acme.com" }
`;

describe('vague-name', () => {
  const groups = (names: string, reported: readonly string[]) =>
    checkReported(
      'vague-name',
      names
        .split(', ')
        .map((name) => `group ${name} { description "x" }`)
        .join('\n'),
      reported,
    );

  it('is on names of words that say nothing', () => {
    groups('Test, "Test 2", "New Group", "group 17", tmp, "1", "Copy of Group"', [
      'Test',
      '"Test 2"',
      '"New Group"',
      '"group 17"',
      'tmp',
      '"1"',
      '"Copy of Group"',
    ]);
    groups('Testers, "New Hires", Agents, "Other Carriers", "Group Finance", A, Copies, New', []);
  });

  it('takes the word for a thing as empty in the name of that thing alone', () => {
    checkReported(
      'vague-name',
      'app A { policy Group { to x }  policy "Policy" { to x }  role Users { description "x" }  role Role { description "x" } }',
      ['"Policy"', 'Role'],
    );
  });

  it('is on the later of names that only a number tells apart', () => {
    groups('Planners, "Planners 2"', ['"Planners 2"']);
    groups('"Planners 2", Planners', ['"Planners 2"']);
    groups('Planners1, Planners2, planners-3', ['Planners2', 'planners-3']);
    groups('"Planners 2"', []);
  });

  it('takes years, levels and places for meanings', () => {
    groups('"Audit 2025", "Audit 2026", "Tier 1", "Tier 2", "Gate 1", "Gate 2", P1, P2', []);
  });

  it('compares within one scope', () => {
    checkReported(
      'vague-name',
      'app A { role Clerk { description "x" } }\napp B { role "Clerk 2" { description "x" } }',
      [],
    );
  });
});

describe('individual-member', () => {
  const check = (members: string, words: readonly string[]) => {
    checkReported(
      'individual-member',
      `${people}role R { description "x"  members ${members}  grants READ_RECORDS }`,
      words,
    );
    checkReported('individual-member', `${people}app Desk { policy P { to ${members} } }`, words);
  };

  it('leaves administrators to be named one by one', () => {
    const text = (role: string) => `${people}${role}`;
    checkReported('individual-member', text('managed role Admin { members alice, bob, carol }'), []);
    checkReported('individual-member', text('role Owner { members alice, bob, carol  grants ADMIN }'), []);
    checkReported('individual-member', text('managed role Admin { members Everyone, alice }'), ['alice']);
    checkReported('individual-member', text('managed role "App Admin" { members alice, bob, carol }'), ['alice']);
  });

  it('is on people who are just the active ones of a group', () => {
    check('alice, bob', ['alice']);
    check('Everyone, dana', []);
    check('alice', []);
    check('alice, dana', []);
  });

  it('is on people beside a group that holds them', () => {
    check('alice, Agents', ['alice']);
    check('carol, Agents', []);
    check('Everyone, carol, dana', ['carol']);
    check('"Internal Users", bob', ['bob']);
  });

  it('is on three and more', () => {
    check('alice, bob, dana', ['alice']);
    check('carol, dana', []);
  });

  it('names the group in their place, or takes out who is in it', () => {
    const role = (members: string) => `${people}role R { description "x"  members ${members}  grants READ_RECORDS }\n`;
    checkFix('individual-member', role('bob, alice'), {
      title: 'Name `Agents` instead',
      text: role('Agents'),
      safe: false,
    });
    checkFix('individual-member', role('Agents, bob'), { title: 'Remove `bob`', text: role('Agents'), safe: true });
    const named = role('dana, Agents');
    checkReported('individual-member', named, []);
  });
});

describe('unknown-attribute', () => {
  const check = (condition: string, words: readonly string[], more = '') =>
    checkReported(
      'unknown-attribute',
      `${people}app Desk {\n field Note: text\n policy P { to alice when ${condition} }\n}\n${more}`,
      words,
    );

  it('is on the attribute, wherever it stands in a condition', () => {
    check('Note is current user.Van', ['Van']);
    check(
      'Note is not empty and not (Note contains current user.Van or Note is one of ("x", current user."Home Town"))',
      ['Van', '"Home Town"'],
    );
    check('Note is current user.Department', []);
    checkReported(
      'unknown-attribute',
      `${people}app Desk { field Note: text\n agent A { built by alice  tool searchAspect where Note is current user.Van } }`,
      ['Van'],
    );
    check('Note is "x"', ['Van'], 'query alice can READ_RECORDS in Desk when Note is current user.Van');
  });

  it('knows what else somebody may have', () => {
    const directory = 'directory "gone.json"';
    check('Note is current user.title', ['title']);
    check('Note is current user.title', [], directory);
    check('Note is current user.Van', ['Van'], directory);
    check('Note is current user.Van', [], 'user eve "eve@acme.com" { Van }');
    checkReported(
      'unknown-attribute',
      'app Desk { field Note: text\n policy P { to "Internal Users" when Note is current user.Van } }',
      [],
    );
  });

  it('offers the nearest', () => {
    const text = (name: string) =>
      `${people}app Desk {\n field Note: text\n policy P { to alice when Note is current user.${name} }\n}\n`;
    checkFix('unknown-attribute', text('department'), {
      title: 'Change to `Department`',
      text: text('Department'),
      safe: false,
    });
    assert.deepEqual(messagesOf('unknown-attribute', text('department')), [
      'no user has an attribute `department`: this is false for everybody; did you mean `Department`?',
    ]);
  });
});

describe('undocumented-permission', () => {
  it('is on constants, not on levels', () => {
    checkReported(
      'undocumented-permission',
      `${people}role R { description "x"  members alice  grants READ_FEATURES, view on Apps, UPDATE_USERS, READ_RECORDS }`,
      ['READ_FEATURES'],
    );
  });
});

describe('nested-directory-group', () => {
  const member = (id: number) => ({ value: `${id}` });
  const group = (id: number, members: readonly object[]) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    id: `${id}`,
    displayName: `Group ${id}`,
    members,
  });
  const text = (nested: number) => {
    const inner = Array.from({ length: nested }, (_, i) => group(i + 1, []));
    const outer = group(
      99,
      inner.map((_, i) => member(i + 1)),
    );
    return `directory "people.json"\n--- file: people.json\n${JSON.stringify([...inner, outer])}`;
  };

  it('names a few and counts the rest', () => {
    assert.equal(messagesOf('nested-directory-group', text(1)).length, 1);
    assert.equal(messagesOf('nested-directory-group', text(6)).length, 6);
    const many = messagesOf('nested-directory-group', text(20));
    assert.equal(many.length, 6);
    assert.ok(many.includes('15 more groups of it are inside of others'), many.join('\n'));
  });
});

describe('lost-sight', () => {
  const reads = 'role Reads { description "x"  members "Internal Users"  grants READ_RECORDS }';
  const check = (items: string, words: readonly string[], others = reads) =>
    checkReported(
      'lost-sight',
      `${people}app Desk {\n field Owner: user\n field Priority: number\n${items}\n${others}\n}`,
      words,
    );
  const role = (members: string, grants = 'CREATE_RECORDS') =>
    `role R { description "x"  members ${members}  grants ${grants} }`;

  it('is on members who see nothing', () => {
    check(role('alice'), ['alice']);
    check(`${role('alice, bob')}\npolicy P { to bob }`, ['alice']);
    check(`${role('alice')}\npolicy P { to alice when Owner is current user }`, []);
    check(`${role('alice')}\npolicy P { to alice when Priority > 2 and Priority < 1 }`, ['alice']);
    check(`${role('Agents')}\npolicy P { to bob }`, []);
    check(role('gone'), []);
  });

  it('leaves to others what they tell', () => {
    check(role('alice'), [], '');
    check(role('Agents'), [], reads.replace('"Internal Users"', 'bob'));
    check(role('alice, bob'), ['bob'], reads.replace('"Internal Users"', 'bob, dana'));
    check(role('alice', 'CREATE_RECORDS, READ_RECORDS'), []);
    check(`${role('alice, bob', 'CREATE_RECORDS, READ_RECORDS')}\npolicy P { to bob }`, ['alice']);
    check(`${role('alice')}\nauto-share records on watch`, []);
    check(`${role('alice')}\npolicy P { to nobody }`, []);
    check('managed role "Content Editor" { members alice }', []);
  });
});
