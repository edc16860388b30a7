// Directories read from SCIM: text in, text out.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { placeInDirectory, readDirectory } from '../../server/src/exchange/scim.ts';

/** One line for each user, group and problem. */
function print(text: string): string {
  const { users, groups, problems } = readDirectory(text);
  const lines = users.map((user) => {
    const attributes = [...user.attributes].map(([name, value]) => `${name}=${value}`).join(' ');
    return `user ${user.name} <${user.address}>${user.active ? '' : ' inactive'} ${attributes}`.trimEnd();
  });
  lines.push(...groups.map((group) => `group ${group.name}: ${group.members.join(', ')}`.trimEnd()));
  lines.push(...problems.map((each) => `${each.kind} at ${each.line}:${each.character} ${each.path}: ${each.message}`));
  return lines.join('\n');
}

function checkDirectory(text: string, expected: string): void {
  assert.equal(print(text), expected.trim().replace(/^ +/gmu, ''));
}

const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

const erin = { schemas: [userSchema], id: 'u1', userName: 'erin', emails: [{ value: 'erin@acme.com', primary: true }] };
const finn = { schemas: [userSchema], id: 'u2', userName: 'finn@acme.com', active: false };
const auditors = {
  schemas: [groupSchema],
  id: 'g1',
  displayName: 'Auditors',
  members: [{ value: 'u1' }, { value: 'u2' }],
};

function listOf(resources: readonly unknown[], more: object = {}): string {
  return JSON.stringify({ schemas: [listSchema], totalResults: resources.length, Resources: resources, ...more });
}

function lines(...values: readonly unknown[]): string {
  return values.map((each) => JSON.stringify(each)).join('\n');
}

const people = `
  user erin <erin@acme.com> userName=erin
  user finn@acme.com <finn@acme.com> inactive userName=finn@acme.com
  group Auditors: erin, finn@acme.com`;

describe('a SCIM directory', () => {
  it('is a ListResponse, several of them, or an array of Users and Groups', () => {
    checkDirectory(listOf([erin, finn, auditors]), people);
    checkDirectory(`[${listOf([erin, finn])}, ${listOf([auditors])}]`, people);
    checkDirectory(`${listOf([erin, finn])}\n${listOf([auditors])}\n`, people);
    checkDirectory(listOf([auditors]) + listOf([erin, finn]), people);
    checkDirectory(JSON.stringify([erin, finn, auditors]), people);
    checkDirectory([erin, finn, auditors].map((each) => JSON.stringify(each)).join('\r\n'), people);
    checkDirectory(`\uFEFF${listOf([erin, finn, auditors])}`, people);
    checkDirectory(`\uFEFF${listOf([erin])}\n${listOf([finn, auditors])}`, people);
  });

  it('may be empty', () => {
    for (const text of ['[]', listOf([]), '{"Resources": []}', `{"schemas":["${listSchema}"],"totalResults":0}`]) {
      checkDirectory(text, '');
    }
  });

  it('takes the primary e-mail as the address, else the name', () => {
    const emails = (list: unknown) => JSON.stringify([{ userName: 'ann', emails: list }]);
    checkDirectory(emails([{ value: 'b@x' }, { value: 'a@x', primary: true }]), 'user ann <a@x> userName=ann');
    checkDirectory(emails([{ value: 'b@x' }, { value: 'c@x', primary: false }]), 'user ann <ann> userName=ann');
    checkDirectory(emails(null), 'user ann <ann> userName=ann');
  });

  it('takes attributes from the User and its enterprise extension, by their SCIM names', () => {
    const user = {
      userName: 'ann',
      id: 'u',
      externalId: 'e',
      password: 'secret',
      Title: 'Auditor',
      userType: 'External',
      nickName: null,
      shoeSize: 43,
      badge: 'B7',
      name: { givenName: 'Ann' },
      [enterpriseSchema]: {
        department: 'Audit',
        COSTCENTER: '77',
        manager: { displayName: 'Bo' },
        employeeNumber: '1',
      },
    };
    const expected =
      'userName=ann title=Auditor userType=External badge=B7 department=Audit costCenter=77 employeeNumber=1';
    checkDirectory(JSON.stringify([user]), `user ann <ann> ${expected}`);
    assert.equal(readDirectory(JSON.stringify([user])).users[0]?.userType, 'External');
  });

  it('ignores the case of attribute names and schemas, as SCIM does', () => {
    const user = { SCHEMAS: [userSchema.toUpperCase()], ID: 'u1', USERNAME: 'ann', Active: false };
    const group = { displayname: 'G', MEMBERS: [{ VALUE: 'u1' }] };
    checkDirectory(JSON.stringify({ resources: [user, group] }), 'user ann <ann> inactive userName=ann\n group G: ann');
  });

  it('tells users from groups by schema, resource type, or what they hold', () => {
    checkDirectory(
      JSON.stringify([
        { meta: { resourceType: 'Group' }, displayName: 'A', userName: 'x' },
        { displayName: 'B' },
        { userName: 'c', displayName: 'C' },
        { schemas: ['urn:x:Role'], displayName: 'D' },
      ]),
      `user c <c> userName=c displayName=C
      group A:
      group B:
      unreadable at 0:123 [3]: this is neither a SCIM User nor a Group`,
    );
  });

  it('takes nobody for a group who has a name to show', () => {
    checkDirectory(
      lines(
        { displayName: 'Ann', emails: [{ value: 'ann@acme.com', primary: true }], active: true },
        { displayName: 'Bo', userPrincipalName: 'bo@acme.com', mail: 'bo@acme.com' },
        { displayName: 'Agents', mailNickname: 'agents', securityEnabled: true },
        { displayName: 'Cy', primaryEmail: 'cy@acme.com' },
        { displayName: 'Real', externalId: 'x', members: [] },
      ),
      `group Real:
      unreadable at 0:0 [0]: a User needs a \`userName\`
      unreadable at 1:0 [1]: this is neither a SCIM User nor a Group
      unreadable at 2:0 [2]: this is neither a SCIM User nor a Group
      unreadable at 3:0 [3]: this is neither a SCIM User nor a Group`,
    );
  });

  it('has names with quotes, line breaks and lone surrogates', () => {
    const { users, problems } = readDirectory('[{"userName":"a\\"\\n\\ud800","title":"\\udfff"}]');
    assert.equal(users[0]?.name, 'a"\n\ud800');
    assert.deepEqual(problems, []);
  });

  it('says where a resource stands, when asked', () => {
    const text = `${listOf([erin])}\n[\n  ${JSON.stringify(finn)}\n]`;
    const place = readDirectory(text).users[1]?.place ?? -1;
    const found = placeInDirectory(text, place);
    assert.deepEqual([found?.path, found?.line, found?.character], ['[1][0]', 2, 2]);
    assert.equal(placeInDirectory(text, 7), undefined);
  });
});

describe('groups of a directory', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, userName: id.toUpperCase() }));
  const group = (id: string, ...members: string[]) => ({
    id,
    displayName: id.toUpperCase(),
    members: members.map((value) => ({ value })),
  });
  const groupsOf = (...resources: unknown[]) =>
    print(JSON.stringify([a, b, c, ...resources]))
      .split('\n')
      .filter((line) => !line.startsWith('user'))
      .map((line) => line.replace(/ at \d+:\d+/u, ''));

  it('are flattened, each nesting with a finding', () => {
    assert.deepEqual(groupsOf(group('x', 'a', 'y', 'a'), group('y', 'b', 'z'), group('z', 'a', 'c')), [
      'group X: A, B, C',
      'group Y: B, A, C',
      'group Z: A, C',
      'nested-group [3].members[1].value: `Y` is a group inside `X`: its members count as members of `X`',
      'nested-group [4].members[1].value: `Z` is a group inside `Y`: its members count as members of `Y`',
    ]);
  });

  it('may circle', () => {
    const found = groupsOf(group('x', 'y', 'a'), group('y', 'x', 'b'), group('z', 'z', 'c'));
    assert.deepEqual(found.slice(0, 3), ['group X: A, B', 'group Y: B, A', 'group Z: C']);
    assert.equal(found.filter((line) => line.startsWith('nested-group')).length, 3);
  });

  it('come in several pages', () => {
    assert.deepEqual(groupsOf(group('x', 'a'), group('y', 'b'), group('x', 'a', 'c')), ['group X: A, C', 'group Y: B']);
  });

  it('may nest further than there is memory for', () => {
    const users = Array.from({ length: 4000 }, (_, i) => ({ id: `u${i}`, userName: `u${i}` }));
    const nested = users.map((user, i) => group(`g${i}`, user.id, `g${i + 1}`));
    const { groups, problems } = readDirectory(JSON.stringify([...users, ...nested, group('g4000')]));
    assert.equal(groups.length, 4001);
    assert.ok(groups.reduce((sum, each) => sum + each.members.length, 0) < 5_000_000);
    assert.equal(problems.filter((each) => each.kind === 'unreadable').length, 1);
  });

  it('do not stop at what they do not know', () => {
    assert.deepEqual(groupsOf(group('x', 'nobody', 'a')), [
      'group X: A',
      'unknown-member [3].members[0].value: no User or Group of the directory has the id `nobody`',
    ]);
  });

  it('do not ask twice about a resource that is left out', () => {
    const found = groupsOf({ id: 'd', active: true, schemas: [userSchema] }, group('x', 'd', 'a'));
    assert.deepEqual(found, ['group X: A', 'unreadable [3]: a User needs a `userName`']);
  });

  it('go by the type of a member where an id is shared', () => {
    const shared = { id: 'a', displayName: 'Shared', members: [{ value: 'b' }] };
    const outer = { id: 'o', displayName: 'Outer', members: [{ value: 'a', type: 'Group' }] };
    assert.equal(groupsOf(shared, outer)[1], 'group Outer: B');
  });
});

describe('what is wrong with a directory', () => {
  it('is text that is no JSON, at the token where it stops being', () => {
    checkDirectory('', 'unreadable at 0:0 : this is not JSON: the file is empty');
    checkDirectory('\n  nope', 'unreadable at 1:2 : this is not JSON: expected a value, not `nope`');
    checkDirectory(
      '[{"userName": "a"},\n // two\n {"userName": "b"}]',
      `user a <a> userName=a
      user b <b> userName=b
      unreadable at 1:1 : this is not JSON: expected a value, not a comment`,
    );
    checkDirectory(
      '{"Resources": [\n{"userName": "a"}\n{"userName": "b"}]}',
      `user a <a> userName=a
      user b <b> userName=b
      unreadable at 2:0 : this is not JSON: expected \`,\` or \`]\`, not \`{\``,
    );
  });

  it('keeps whole resources around one that is broken', () => {
    checkDirectory(
      '{"Resources": [\n{"userName": "a"},\n{"userName": "b", "active": fals},\n{"userName": "c"}]}',
      `user a <a> userName=a
      user c <c> userName=c
      unreadable at 2:28 Resources[1]: this is not JSON: expected a value, not \`fals\``,
    );
    checkDirectory(
      '[{"userName": "a"},\n{"userName": "b\n},{"userName": "c"}]',
      `user a <a> userName=a
      user c <c> userName=c
      unreadable at 1:13 [1]: this is not JSON: a string that is not closed`,
    );
    checkDirectory(
      '[{"userName": "a"}, {"userName": "b", "emails": [{"value"',
      `user a <a> userName=a
      unreadable at 0:57 [1]: this is not JSON: expected \`:\`, not the end of the text`,
    );
    checkDirectory(
      '{"userName": "a"}\n{"userName" "b"}\n{"userName": "c"}',
      `user a <a> userName=a
      user c <c> userName=c
      unreadable at 1:12 [1]: this is not JSON: expected \`:\`, not \`"b"\``,
    );
  });

  it('leaves out what may be half of a resource', () => {
    checkDirectory(
      '{"Resources": [{"userName": "a"}, {"userName": "b"}, "active": false}, {"userName": "c"}]}',
      `user a <a> userName=a
      unreadable at 0:61 : this is not JSON: expected \`,\` or \`]\`, not \`:\``,
    );
    checkDirectory(
      '[{"userName": "a"}, {"userName": "b"}, "active": false, {"userName": "c"}]',
      `user a <a> userName=a
      user c <c> userName=c
      unreadable at 0:47 : this is not JSON: expected \`,\` or \`]\`, not \`:\``,
    );
  });

  it('does not follow a fault further: members that may have stood in it are not unknown', () => {
    checkDirectory(
      '[{"displayName": "G", "members": [{"value": "x"}]}, {"id": "x",}]',
      `group G:
      unreadable at 0:63 [1]: this is not JSON: expected a name in double quotes, not \`}\``,
    );
  });

  it('is JSON that is no SCIM', () => {
    checkDirectory('7', 'unreadable at 0:0 : expected a SCIM ListResponse, User or Group');
    checkDirectory(' [null]', 'unreadable at 0:2 [0]: expected a SCIM ListResponse, User or Group');
    checkDirectory('{"a": 1}', 'unreadable at 0:0 : this is neither a SCIM User nor a Group');
    checkDirectory('{"Resources": {}}', 'unreadable at 0:14 Resources: `Resources` must be a list');
    checkDirectory(
      '{"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "detail": "no token", "status": "401"}',
      'unreadable at 0:0 : this is a SCIM error response, not a list: no token',
    );
  });

  it('is a value of a wrong type, at the value', () => {
    checkDirectory(
      `[{"userName": "a", "id": 7, "title": 1, "emails": "a@x",\n "${enterpriseSchema}": {"department": ["x"]}}]`,
      `user a <a> userName=a
      unreadable at 0:25 [0].id: \`id\` must be a string, not a number
      unreadable at 0:37 [0].title: \`title\` must be a string, not a number
      unreadable at 0:50 [0].emails: \`emails\` must be a list, not a string
      unreadable at 1:78 [0]["${enterpriseSchema}"].department: \`department\` must be a string, not a list`,
    );
    checkDirectory(
      '[{"userName": 3}, {"displayName": ""}, {"displayName": "G", "members": [{"value": 3}]}]',
      `group G:
      unreadable at 0:14 [0].userName: \`userName\` must be a string, not a number
      unreadable at 0:34 [1].displayName: \`displayName\` must be a string that is not empty
      unreadable at 0:72 [2].members[0]: a member needs a \`value\` that is the id of a User or Group`,
    );
  });

  it('leaves whoever is not clearly active inactive', () => {
    checkDirectory(
      '[{"userName": "a", "active": "True"}, {"userName": "b", "active": null}]',
      `user a <a> inactive userName=a
      user b <b> userName=b
      unreadable at 0:29 [0].active: \`active\` must be true or false, not a string`,
    );
  });

  it('is a second user or group of one name or id; the first counts', () => {
    checkDirectory(
      JSON.stringify([
        { id: '1', userName: 'a' },
        { id: '1', userName: 'b' },
        { id: '2', userName: 'a' },
        { id: '1', userName: 'a' },
        { id: '3', displayName: 'G', members: [{ value: '1' }, { value: '2' }] },
        { id: '4', displayName: 'G' },
        { id: '3', displayName: 'H' },
      ]),
      `user a <a> userName=a
      group G: a
      duplicate at 0:33 [1].id: a second User with the id \`1\`
      duplicate at 0:74 [2].userName: a second User with the userName \`a\`
      duplicate at 0:198 [5].displayName: a second Group with the displayName \`G\`
      duplicate at 0:209 [6].id: a second Group with the id \`3\``,
    );
  });

  it('is a list of which pages are missing', () => {
    const page = (first: number, count: number, total: number) =>
      listOf(
        Array.from({ length: count }, (_, i) => ({ userName: `u${first + i}` })),
        { totalResults: total, startIndex: first },
      );
    const problemsOf = (...pages: string[]) =>
      readDirectory(`[${pages.join()}]`).problems.map((each) => `${each.kind} ${each.path}: ${each.message}`);
    assert.deepEqual(problemsOf(page(1, 2, 3), page(3, 1, 3)), []);
    assert.deepEqual(problemsOf(page(1, 2, 4), page(3, 1, 4), page(11, 1, 1)), []);
    assert.deepEqual(problemsOf(page(1, 2, 5), listOf([auditors])), [
      'incomplete [0].totalResults: the directory holds 2 of the 5 resources that this list has',
      'unknown-member [1].Resources[0].members[0].value: no User or Group of the directory has the id `u1`',
      'unknown-member [1].Resources[0].members[1].value: no User or Group of the directory has the id `u2`',
    ]);
    const cursor = (name: string) => listOf([{ userName: name }], { totalResults: 2, nextCursor: 'x' });
    assert.deepEqual(problemsOf(cursor('a'), cursor('b'), listOf([auditors, erin, finn])), []);
  });

  it('keeps long words out of messages', () => {
    const text = JSON.stringify([{ displayName: 'G', members: [{ value: '😀'.repeat(500_000) }] }]);
    const [problem] = readDirectory(text).problems;
    assert.ok(problem && problem.message.length < 200 && !/[\ud800-\udfff]/u.test(problem.message));
  });
});

describe('hostile directories', () => {
  it('nest deeply', () => {
    const deep = 100_000;
    for (const text of ['['.repeat(deep), '{"a":'.repeat(deep), '[{"Resources":'.repeat(deep)]) {
      assert.ok(readDirectory(text).problems.length > 0);
    }
    const value = `${'['.repeat(deep)}${']'.repeat(deep)}`;
    checkDirectory(
      `[{"userName": "a", "x": ${value}, "active": 0}]`,
      `user a <a> inactive userName=a
      unreadable at 0:${deep * 2 + 36} [0].active: \`active\` must be true or false, not a number`,
    );
  });

  it('use names that mean something to objects', () => {
    const text =
      '[{"userName":"__proto__","__proto__":"x","constructor":"y","id":"__proto__"},{"displayName":"toString","members":[{"value":"__proto__"}]}]';
    checkDirectory(
      text,
      `user __proto__ <__proto__> userName=__proto__ __proto__=x constructor=y
      group toString: __proto__`,
    );
  });

  it('never make it throw, and its problems stand in the text', () => {
    const whole = `${listOf([erin, finn, auditors])}\n${JSON.stringify([{ displayName: 'G', members: [{ value: 'g1' }] }])}`;
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(20),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 5 }),
          fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '//', '/*', '\\'),
        ),
        (at, cut, put) => {
          const text = whole.slice(0, at) + put + whole.slice(at + cut);
          for (const { offset, length, line, character } of readDirectory(text).problems) {
            assert.ok(offset >= 0 && length >= 0 && offset + length <= text.length && line >= 0 && character >= 0);
          }
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.json(), (text) => Array.isArray(readDirectory(text).problems)));
  });

  it('are listed up to what somebody may go through, the rest counted', () => {
    const of = (text: string) => readDirectory(text).problems.map(({ kind, message }) => `${kind} ${message}`);
    const strangers = of(`[${'7,'.repeat(5000)}${JSON.stringify(erin)}]`);
    assert.equal(strangers.length, 1001);
    assert.equal(strangers.at(-1), 'unreadable 4000 more of what is reported here');
    assert.equal(readDirectory(`[${'7,'.repeat(5000)}${JSON.stringify(erin)}]`).users.length, 1);
    // Groups inside groups leave a directory whole: what breaks it is among those that are listed, wherever it stands.
    const nested = Array.from({ length: 110 }, (_, i) => ({ id: `g${i}`, displayName: `G${i}` }));
    const everyGroup = nested.map(({ id }) => ({ value: id }));
    const full = (members: readonly object[]) =>
      JSON.stringify(nested.map((each, i) => ({ ...each, members: i === 109 ? members : everyGroup })));
    const whole = of(full(everyGroup));
    assert.equal(whole.length, 10_001);
    assert.equal(whole.at(-1), 'nested-group 2100 more of what is reported here');
    const broken = of(full([...everyGroup, { value: 'nobody' }]));
    assert.equal(broken.length, 10_001);
    assert.equal(broken.filter((each) => each.startsWith('unknown-member')).length, 1);
    assert.equal(broken.at(-1), 'nested-group 2101 more of what is reported here');
  });
});
