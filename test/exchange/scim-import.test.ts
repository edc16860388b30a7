// SCIM as Writ: what becomes of each user and group, what is said of the rest, and that both forms mean the same.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Imported } from '../../server/src/exchange/importer.ts';
import { importScim } from '../../server/src/exchange/scim-import.ts';
import { addressOf, attributesOf } from '../../server/src/model/profiles.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';

type Sources = Readonly<Record<string, string | Uint8Array>>;

function imported(sources: Sources, form = 'declarations'): Imported {
  const files = Object.entries(sources).map(([path, text]) => ({
    path,
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  }));
  return importScim(files, { form, linkTo: (path) => (path.startsWith('..') ? undefined : path) });
}

function print({ files, notes }: Imported): string {
  const said = notes.map(({ path, line, gravity, message }) => `${path}:${(line ?? -1) + 1}: ${gravity}: ${message}`);
  return [...files.map(({ path, text }) => `--- ${path}\n${text}`), ...said].join('\n').trim();
}

function check(sources: Sources | string, expected: string, form?: string): void {
  const all = typeof sources === 'string' ? { 'a.json': sources } : sources;
  assert.equal(print(imported(all, form)), expected.replace(/^ {6}/gm, '').trim());
}

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

const erin = { id: 'u1', userName: 'erin', emails: [{ value: 'Erin@acme.com', primary: true }], title: 'Auditor' };
const finn = {
  id: 'u2',
  userName: 'finn@acme.com',
  active: false,
  [enterprise]: { organization: 'Acme', division: '' },
};
const auditors = { id: 'g1', displayName: 'Auditors', members: [{ value: 'u1' }, { value: 'u2' }] };

function lines(...values: readonly unknown[]): string {
  return values.map((each) => JSON.stringify(each)).join('\n');
}

function page(start: number, total: number, ...resources: readonly unknown[]): string {
  return JSON.stringify(
    { schemas: [listSchema], totalResults: total, startIndex: start, Resources: resources },
    null,
    1,
  );
}

describe('an import of SCIM', () => {
  it('declares users with what the directory tells of them, and groups with their members', () => {
    check(
      lines(
        erin,
        finn,
        { userName: 'gus', userType: 'external', emails: [{ value: 'g@x.io', primary: true }] },
        auditors,
      ),
      `
      --- users.writ
      user erin "Erin@acme.com" { userName "erin" title "Auditor" }
      user "finn@acme.com" "finn@acme.com" { inactive userName "finn@acme.com" "organization" "Acme" division "" }
      user gus "g@x.io" { external userName "gus" userType "external" }

      --- groups.writ
      group Auditors {
        members erin, "finn@acme.com"
      }`,
    );
    assert.deepEqual(
      imported({ 'a.json': lines(erin, finn, auditors) }).counts.map(({ what, count }) => `${what} ${count}`),
      ['users 2', 'inactive users 1', 'external users 0', 'groups 1'],
    );
  });

  it('reads several files as pages of one directory, in any order', () => {
    const team = { displayName: 'Team', members: [{ value: 'u2' }] };
    const [users, more, groups] = [
      page(1, 3, erin, { userName: 'gus@acme.com' }),
      page(3, 3, finn),
      page(1, 2, auditors, team),
    ];
    const members =
      /^group Auditors \{\n {2}members erin, "finn@acme.com"\n\}\n\ngroup Team \{\n {2}members "finn@acme.com"\n\}\n$/;
    const orders = [
      [users, more, groups],
      [groups, more, users],
      [more, groups, users],
      [more, users, groups],
    ];
    for (const [first = '', second = '', third = ''] of orders) {
      const { files, notes } = imported({ 'p1.json': first, 'p10.json': second, 'p2.json': third });
      assert.deepEqual(notes, []);
      assert.match(files.find(({ path }) => path === 'groups.writ')?.text ?? '', members);
    }
    assert.deepEqual(imported({ 'a.json': page(7, 0) }).notes, []);
    const { notes } = imported({ 'p1.json': users, 'p2.json': groups });
    assert.deepEqual(
      notes.map(({ path, message }) => `${path} ${message}`),
      [
        'p1.json the directory holds 2 of the 3 resources that this list has, at `totalResults`',
        'p2.json no User or Group of the directory has the id `u2`, at `Resources[0].members[1].value`',
        'p2.json no User or Group of the directory has the id `u2`, at `Resources[1].members[0].value`',
      ],
    );
  });

  it('reads what the interfaces of providers give, each in its own way', () => {
    const core = 'urn:ietf:params:scim:schemas:core:2.0:';
    const meta = (resourceType: string) => ({
      resourceType,
      created: '2026-01-05T08:00:00Z',
      location: 'https://id.acme.com/v2/x',
    });
    const wordy = {
      schemas: [`${core}User`, enterprise],
      id: '00u1',
      externalId: 'e-7',
      userName: 'mia@acme.com',
      name: { givenName: 'Mia', familyName: 'Berg', formatted: 'Mia Berg' },
      displayName: 'Mia Berg',
      emails: [{ primary: true, value: 'mia@acme.com', type: 'work', display: 'mia@acme.com' }],
      phoneNumbers: [{ value: '+41 44 000 00 00', type: 'work' }],
      addresses: [{ type: 'work', locality: 'Basel', primary: true }],
      groups: [{ value: '00g1', display: 'Agents', $ref: 'https://id.acme.com/v2/Groups/00g1' }],
      roles: [],
      locale: 'de-CH',
      active: true,
      [enterprise]: { employeeNumber: '7', department: 'Claims', manager: { value: '00u2', displayName: 'Noa' } },
      'urn:acme:params:scim:schemas:extension:site:2.0:User': { site: 'B2' },
      meta: meta('User'),
    };
    const bare = {
      id: 'b0-11',
      userName: 'noa@acme.com',
      displayName: null,
      emails: [],
      active: false,
      meta: meta('User'),
    };
    const typed = { schemas: [`${core}Group`], id: '00g1', displayName: 'Agents', meta: meta('Group') };
    const members = [
      { value: '00u1', display: 'Mia Berg', type: 'User', $ref: '../Users/00u1' },
      { value: 'b0-11', $ref: null },
    ];
    const { files, notes } = imported({
      'users.json': JSON.stringify({
        schemas: [listSchema],
        totalResults: 2,
        itemsPerPage: 2,
        startIndex: 1,
        Resources: [wordy, bare],
      }),
      'group.json': JSON.stringify({ ...typed, members }),
    });
    assert.deepEqual(notes, []);
    assert.equal(
      files.map(({ text }) => text).join('\n'),
      `user "mia@acme.com" "mia@acme.com" {
  userName "mia@acme.com"
  displayName "Mia Berg"
  locale "de-CH"
  employeeNumber "7"
  department "Claims"
}
user "noa@acme.com" "noa@acme.com" { inactive userName "noa@acme.com" }

group Agents {
  members "mia@acme.com", "noa@acme.com"
}
`,
    );
  });

  it('makes one user of two with one address, and says so', () => {
    const twin = { id: 'u9', userName: 'e.admin', active: false, emails: [{ value: 'ERIN@acme.com', primary: true }] };
    check(
      lines(erin, twin, { displayName: 'Admins', members: [{ value: 'u9' }, { value: 'u1' }] }),
      `
      --- users.writ
      user erin "Erin@acme.com" { inactive userName "erin" title "Auditor" }

      --- groups.writ
      group Admins {
        members erin
      }

      a.json:2: lost: the user \`e.admin\` has the address of \`erin\`: they are one user, and inactive`,
    );
  });

  it('takes the first of two with one id or name', () => {
    check(
      lines(
        erin,
        { ...erin, title: 'Other' },
        { id: 'u7', userName: 'erin' },
        auditors,
        { displayName: 'Auditors' },
        erin,
      ),
      `
      --- users.writ
      user erin "Erin@acme.com" { userName "erin" title "Auditor" }

      --- groups.writ
      group Auditors {
        members erin
      }

      a.json:2: lost: a second User with the id \`u1\`, at \`[1].id\`
      a.json:3: lost: a second User with the userName \`erin\`, at \`[2].userName\`
      a.json:4: lost: no User or Group of the directory has the id \`u2\`, at \`[3].members[1].value\`
      a.json:5: lost: a second Group with the displayName \`Auditors\`, at \`[4].displayName\``,
    );
  });

  it('flattens groups inside groups, however they circle', () => {
    const outer = { id: 'g2', displayName: 'All', members: [{ value: 'g1' }] };
    const inner = { id: 'g1', displayName: 'Some', members: [{ value: 'u1' }, { value: 'g2' }] };
    check(
      lines(erin, outer, inner),
      `
      --- users.writ
      user erin "Erin@acme.com" { userName "erin" title "Auditor" }

      --- groups.writ
      group All {
        members erin
      }

      group Some {
        members erin
      }

      a.json:2: changed: \`Some\` is a group inside \`All\`: its members count as members of \`All\`, at \`[1].members[0].value\`
      a.json:3: changed: \`All\` is a group inside \`Some\`: its members count as members of \`Some\`, at \`[2].members[1].value\``,
    );
  });

  it('gives a name that is taken, or is no text, another one, and leaves the groups of the platform alone', () => {
    const a = { userName: 'Ops', emails: [{ value: 'ops@acme.com', primary: true }] };
    const b = { userName: 'External Users', emails: [{ value: 'b@acme.com', primary: true }] };
    check(
      lines(a, b, { displayName: 'Ops' }, { displayName: 'Internal Users' }, { displayName: '\ud800' }),
      `
      --- users.writ
      user Ops "ops@acme.com" { userName "Ops" }
      user "External Users (2)" "b@acme.com" { userName "External Users" }

      --- groups.writ
      group "Ops (2)" {}
      group "\ufffd" {}

      a.json:2: changed: the user \`External Users\` is called \`External Users (2)\`, as the name is taken or no text
      a.json:3: changed: the group \`Ops\` is called \`Ops (2)\`, as the name is taken or no text
      a.json:4: lost: \`Internal Users\` is the platform's own, which nobody is put into: the group is not imported
      a.json:5: changed: the group \`\ufffd\` is called \`\ufffd\`, as the name is taken or no text`,
    );
  });

  it('says once who has no address', () => {
    check(
      lines(
        { userName: 'Kiosk 1' },
        { userName: 'a@acme.com' },
        { userName: 'kiosk/1', emails: [{ value: 'l@acme.com' }] },
      ),
      `
      --- users.writ
      user "Kiosk 1" "kiosk-1@missing.invalid" { userName "Kiosk 1" }
      user "a@acme.com" "a@acme.com" { userName "a@acme.com" }
      user "kiosk/1" "kiosk-1-2@missing.invalid" { userName "kiosk/1" }

      a.json:1: changed: the user \`Kiosk 1\` and 1 more have no primary e-mail that is an address: one of \`missing.invalid\`, which nobody has, stands in its place`,
    );
  });

  it('counts nobody as active whom it cannot read, and says what it could not', () => {
    check(
      {
        'a.json': lines({ userName: 'a@acme.com', active: 'True' }, { active: true }, 7, { schemas: ['urn:x:Role'] }),
        'b.json': `[${JSON.stringify(erin)},\n{"userName":"torn`,
      },
      `
      --- users.writ
      user "a@acme.com" "a@acme.com" { inactive userName "a@acme.com" }
      user erin "Erin@acme.com" { userName "erin" title "Auditor" }

      a.json:1: lost: \`active\` must be true or false, not a string, at \`[0].active\`
      a.json:2: lost: this is neither a SCIM User nor a Group, at \`[1]\`
      a.json:3: lost: expected a SCIM ListResponse, User or Group, at \`[2]\`
      a.json:4: lost: this is neither a SCIM User nor a Group, at \`[3]\`
      b.json:2: lost: this is not JSON: a string that is not closed, at \`[1]\``,
    );
  });

  it('says where a name stands twice in an object, in whatever case', () => {
    const text = `[{"userName": "a@acme.com",\n"active": false, "ACTIVE": true, "x": {"y": [{"y": 1}, {"y": 2}]},\n"\\u0061ctive": false}]`;
    check(
      text,
      `
      --- users.writ
      user "a@acme.com" "a@acme.com" { inactive userName "a@acme.com" }

      a.json:2: lost: \`ACTIVE\` stands in this object already: only one of the two counts
      a.json:3: lost: \`active\` stands in this object already: only one of the two counts`,
    );
    const many = `[{"userName": "a@acme.com"${', "x": 1'.repeat(500)}}]`;
    assert.ok(imported({ 'a.json': many }).notes.length < 120);
  });

  it('keeps `__proto__` a name like any other', () => {
    check(
      '{"userName": "a@acme.com", "__proto__": "x", "constructor": "y"}',
      `
      --- users.writ
      user "a@acme.com" "a@acme.com" { userName "a@acme.com" __proto__ "x" constructor "y" }`,
    );
    check(
      '[{"__proto__": {"userName": "a@acme.com"}, "id": "__proto__"}, {"displayName": "__proto__", "members": [{"value": "__proto__"}]}]',
      `
      --- groups.writ
      group __proto__ {}

      a.json:1: lost: no User or Group of the directory has the id \`__proto__\`, at \`[1].members[0].value\`
      a.json:1: lost: this is neither a SCIM User nor a Group, at \`[0]\``,
    );
  });

  it('reads UTF-8 with a byte order mark, and nothing else', () => {
    const bytes = new TextEncoder().encode(`\ufeff${lines(erin)}`);
    const wide = Uint8Array.from([0xff, 0xfe, ...[...lines(erin)].flatMap((each) => [each.charCodeAt(0), 0])]);
    check(
      { 'a.json': bytes, 'b.json': wide, 'c.json': Uint8Array.from([0x5b, 0xff, 0x5d]) },
      `
      --- users.writ
      user erin "Erin@acme.com" { userName "erin" title "Auditor" }

      b.json:0: lost: the file is UTF-16 instead of UTF-8, and nothing of it is imported
      c.json:0: lost: the file is not UTF-8, and nothing of it is imported`,
    );
  });

  it('survives values of any depth and size', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const twice = `[{"id":"1","userName":"a@acme.com","x":${deep}},{"id":"1","userName":"a@acme.com","x":${deep}}]`;
    check(twice, '--- users.writ\nuser "a@acme.com" "a@acme.com" { userName "a@acme.com" }');
    const long = 'x'.repeat(5_000_000);
    const { files, notes } = imported({
      'a.json': `[{"userName":"${long}"},{"${long}":[{"value":{"${long}`,
      'b.json': deep,
    });
    assert.ok((files[0]?.text.length ?? 0) > long.length);
    for (const { message } of notes) assert.ok(message.length < 300, message.slice(0, 400));
    const pages = `[${Array.from({ length: 200_000 }, () => '{"Resources":[],"totalResults":1}').join()}]`;
    assert.equal(imported({ 'a.json': pages }).notes.length, 1);
  });

  it('means as declarations what it means as a directory', () => {
    const text = lines(erin, finn, { userName: 'gus@x.io', userType: 'External' }, auditors, {
      displayName: 'All',
      members: [{ value: 'u1' }],
    });
    const peopleOf = (form: string) => {
      const files = new Map(
        [...imported({ 'a.json': text }, form).files].map(({ path, text: writ }) => [path, { text: writ }]),
      );
      const directories = new Map([['a.json', { text }]]);
      const { model } = createSnapshot({ files, directories, settings: undefined, today: 20_000 });
      assert.deepEqual(
        model.problems.map(({ message }) => message),
        [],
      );
      const users = [...model.users.values()].map((user) => ({
        ...{ name: user.name, address: addressOf(model, user), external: user.external, inactive: user.inactive },
        attributes: [...attributesOf(model, user)],
      }));
      const groups = [...model.groups.values()].map(({ name, members }) => [
        name,
        [...members].map((each) => each.name).sort(),
      ]);
      return { users, groups };
    };
    assert.deepEqual(peopleOf('declarations'), peopleOf('directory'));
    assert.equal(peopleOf('directory').users.length, 3);
  });
});

describe('an import of SCIM as a directory', () => {
  it('names each file, and copies nothing of it', () => {
    check(
      {
        'in/a.json': lines(erin),
        'b "c".json': lines(finn),
        '../out.json': lines(finn),
        'bad.json': '{',
        'none.json': '[]',
      },
      `
      --- directory.writ
      directory "in/a.json"
      directory "b \\"c\\".json"
      directory "none.json"

      ../out.json:0: lost: the file lies outside of the project, which a \`directory\` cannot name: copy it there, or import declarations
      bad.json:1: lost: this is not JSON: expected a name in double quotes or \`}\`, not the end of the text`,
      'directory',
    );
  });

  it('says that pages in several files are not read together', () => {
    const { notes } = imported(
      { 'u.json': page(1, 2, erin), 'v.json': page(2, 2, finn), 'g.json': page(1, 1, auditors) },
      'directory',
    );
    assert.ok(notes.some(({ message }) => message.startsWith('each file is read alone')));
    assert.ok(notes.some(({ path, message }) => path === 'g.json' && message.includes('has the id `u1`')));
    const alone = imported({ 'a.json': lines(erin, auditors) }, 'directory').notes;
    assert.deepEqual(
      alone.map(({ message }) => message),
      ['no User or Group of the directory has the id `u2`, at `[1].members[1].value`'],
    );
  });

  it('says who is left out because the name is taken', () => {
    const a = { userName: 'Ops', emails: [{ value: 'ops@acme.com', primary: true }] };
    check(
      {
        'a.json': lines(a, { displayName: 'Ops' }),
        'b.json': lines(
          { userName: 'Ops@acme.com' },
          { userName: 'Ops', emails: [{ value: 'p@acme.com', primary: true }] },
          { displayName: 'External Users' },
        ),
      },
      `
      --- directory.writ
      directory "a.json"
      directory "b.json"

      a.json:2: lost: the group \`Ops\` is left out: the name is taken
      b.json:2: lost: the user \`Ops\` is left out: the name is taken
      b.json:3: lost: the group \`External Users\` is left out: the name is taken`,
      'directory',
    );
  });
});
