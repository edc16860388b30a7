// An organization as Cedar: text in, Cedar's text out. That Cedar takes it and decides as the language does is test/oracle/cedar's to say.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { exportCedar } from '../../server/src/exchange/cedar/cedar.ts';
import { bareRecordType } from '../../server/src/exchange/cedar/names.ts';
import type { Exported } from '../../server/src/exchange/exporter.ts';
import { conformanceProject } from '../conformance/outcomes.ts';
import { snapshotOf } from '../support/fixture.ts';

function exportOf(text: string): Exported {
  return exportCedar({ model: snapshotOf(text).model, problems: [], place: () => '' });
}

function fileOf({ files }: Exported, path: string): string {
  return files.find((file) => file.path === path)?.text ?? '';
}

function policiesOf(text: string): string {
  return fileOf(exportOf(text), 'policies.cedar');
}

/** Compares without the indentation that both have. */
function checkText(actual: string, expected: string): void {
  const lines = expected.replace(/^\n/, '').split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  assert.equal(
    actual.trimEnd(),
    lines
      .map((line) => line.slice(indent))
      .join('\n')
      .trimEnd(),
  );
}

const desk = `
organization "Acme" { domains "acme.com" invites allowed-domains }
user ann "ann@acme.com" { Region "EU" }
user bob "bob@acme.com"
user eve "eve@acme.com" { inactive }
group Agents { members bob, eve }
managed role Admin { members ann }
role Inviter { members bob grants CREATE_ORGANIZATION_USERS, READ_RECORDS expires 2027-01-31 }
app Desk {
  field Status: choice("New", "Open")
  field Lead: user as assignee
  role Agent { members Agents grants READ_RECORDS, CREATE_RECORDS }
  role Watcher { grants READ_RECORDS, READ_CHARTS auto-share on watch }
  policy "Open ones" { to Agents, Bot when Status is "Open" }
  auto-share records on assign
  service account Bot { roles Agent usable by Agents, ann }
}
`;

const small = `
user ann "ann@acme.com"
group Agents { members ann }
role Auditor { members ann grants READ_RECORDS, READ_ROLES expires 2027-01-31 }
app Desk {
  field Status: choice("New", "Open")
  role Agent { members Agents grants READ_RECORDS, CREATE_RECORDS }
  policy "Open ones" { to Agents when Status is "Open" }
  service account Bot { usable by Agents, ann }
}
`;

/** What opens records of an object, of a policy with the condition. */
function conditionOf(fields: string, condition: string, more = ''): string {
  const text = policiesOf(`
user ann "ann@acme.com" { Region "EU" }
user bob "bob@acme.com" { Region "US*" }
group Agents { members ann }
${more}
role Reader { members ann grants READ_RECORDS }
app Desk { ${fields} policy P { to ann when ${condition} } service account Bot { } }
`);
  const [, ground = ''] = /\/\/ policy "P"\n([\s\S]*?)( \|\|)?\n {2}\/\/ shared/.exec(text) ?? [];
  return ground
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .replace(/^\(? ?principal == Writ::User::"ann" && ([\s\S]*?) ?\)?$/, '$1')
    .replaceAll(/\( /g, '(')
    .replaceAll(/ \)/g, ')');
}

describe('a Cedar export', () => {
  it('has every role as policies, and records only where they are in sight', () => {
    checkText(
      policiesOf(small),
      `
      // role "Auditor" of the organization
      @id("role Auditor")
      permit (
        principal in Writ::Role::"Auditor",
        action in [Writ::Action::"READ_RECORDS", Writ::Action::"READ_ROLES"],
        resource
      )
      when { principal.active }
      when { context.today <= datetime("2027-01-31") }
      when { resource is Writ::Organization || !(action in Writ::Action::"needs sight") };

      // role "Agent" of "Desk"
      @id("role Desk.Agent")
      permit (
        principal in Writ::Role::"Desk.Agent",
        action in Writ::Action::"CREATE_RECORDS",
        resource in Writ::Object::"Desk"
      )
      when { principal.active };

      // records of app "Desk": who holds what, and what is in sight
      @id("records of Desk")
      permit (
        principal,
        action in Writ::Action::"needs sight",
        resource is Writ::Desk_Record
      )
      when { principal.active }
      when {
        // role "Auditor" of the organization
        (
          principal in Writ::Role::"Auditor" &&
          action in Writ::Action::"READ_RECORDS" &&
          context.today <= datetime("2027-01-31")
        ) ||
        // role "Agent" of "Desk"
        (principal in Writ::Role::"Desk.Agent" && action in Writ::Action::"READ_RECORDS")
      }
      when {
        // policy "Open ones"
        (principal in Writ::Group::"Agents" && resource has Status && resource.Status == "Open") ||
        // shared with the principal
        (resource has shares && resource.shares.contains(principal)) ||
        (resource has shareGroups && principal in resource.shareGroups)
      };

      // service account "Bot" of "Desk": who may use it
      @id("use service account Desk.Bot")
      permit (
        principal,
        action in Writ::Action::"use",
        resource == Writ::User::"service account Desk.Bot"
      )
      when { principal.active }
      when { resource.active }
      when { principal == Writ::User::"ann" || principal in Writ::Group::"Agents" };
      `,
    );
  });

  it('has everybody with groups and roles as entities', () => {
    checkText(
      fileOf(exportOf(desk), 'entities.json'),
      `
      [
      {"uid":{"type":"Writ::Group","id":"Agents"},"attrs":{},"parents":[{"type":"Writ::Role","id":"Desk.Agent"}]},
      {"uid":{"type":"Writ::Group","id":"External Users"},"attrs":{},"parents":[]},
      {"uid":{"type":"Writ::Group","id":"Internal Users"},"attrs":{},"parents":[]},
      {"uid":{"type":"Writ::Object","id":"Desk"},"attrs":{},"parents":[{"type":"Writ::Organization","id":"Acme"}]},
      {"uid":{"type":"Writ::Organization","id":"Acme"},"attrs":{},"parents":[]},
      {"uid":{"type":"Writ::Role","id":"Admin"},"attrs":{},"parents":[]},
      {"uid":{"type":"Writ::Role","id":"Desk.Agent"},"attrs":{},"parents":[]},
      {"uid":{"type":"Writ::Role","id":"Desk.Watcher"},"attrs":{},"parents":[]},
      {"uid":{"type":"Writ::Role","id":"Inviter"},"attrs":{},"parents":[]},
      {"uid":{"type":"Writ::User","id":"ann"},"attrs":{"active":true},"parents":[{"type":"Writ::Group","id":"Internal Users"},{"type":"Writ::Role","id":"Admin"}]},
      {"uid":{"type":"Writ::User","id":"bob"},"attrs":{"active":true},"parents":[{"type":"Writ::Group","id":"Agents"},{"type":"Writ::Group","id":"Internal Users"},{"type":"Writ::Role","id":"Inviter"}]},
      {"uid":{"type":"Writ::User","id":"eve"},"attrs":{"active":false},"parents":[{"type":"Writ::Group","id":"Agents"}]},
      {"uid":{"type":"Writ::User","id":"service account Desk.Bot"},"attrs":{"active":true},"parents":[{"type":"Writ::Role","id":"Desk.Agent"}]}
      ]
      `,
    );
  });

  it('has a type of records for each object, and the permissions as actions', () => {
    const schema = fileOf(exportOf(desk), 'schema.cedarschema');
    assert.match(schema, /^namespace Writ \{\n/);
    assert.match(
      schema,
      /\n {2}entity Desk_Record in \[Object\] = \{\n {4}"Lead"\?: User,\n {4}"Status"\?: String,\n {4}"watchers"/,
    );
    assert.match(
      schema,
      /"READ_RECORDS" in \["every permission", "needs sight", .*\] appliesTo \{\n {4}principal: \[User\],\n {4}resource: \[Organization, Desk_Record\],/,
    );
    assert.match(schema, /resource: \[Organization, Object, Desk_Record\]/);
    assert.match(schema, /"today": datetime,\n {6}"domain": String,/);
  });

  it('is the same whatever the order of declarations and files', () => {
    const [first, ...blocks] = desk.split(/\n(?=user|group|managed|role|app)/);
    const turned = [first, ...blocks.reverse()].join('\n');
    assert.deepEqual(exportOf(turned), exportOf(desk));
    const files = blocks.map((block, i) => `--- file: f${i}.writ\n${block}`).join('\n');
    assert.deepEqual(exportOf(`${first}\n${files}`), exportOf(desk));
  });

  it('has ADMIN as everything, and without adminSeesAllRecords not as every record', () => {
    assert.match(
      policiesOf(desk),
      /"role Admin"\)\npermit \(\n {2}principal in Writ::Role::"Admin",\n.*\n {2}resource\n\)\nwhen \{ principal\.active \};/,
    );
    const blind = policiesOf(`${desk}--- file: writ.json\n{ "semantics": { "adminSeesAllRecords": false } }\n`);
    assert.match(blind, /principal in Writ::Role::"Admin" && action in Writ::Action::"needs sight"\)/);
    assert.match(blind, /resource is Writ::Organization \|\| !\(action in Writ::Action::"needs sight"\)/);
  });

  it('follows who may invite whom', () => {
    const invites = (policy: string) =>
      /"role Inviter invites"\)[\s\S]*?;/.exec(policiesOf(desk.replace('invites allowed-domains', policy)))?.[0];
    assert.match(invites('invites allowed-domains') ?? '', /when \{ context\.domain == "acme\.com" \};$/);
    assert.match(invites('invites any-domain') ?? '', /when \{ context\.today <= datetime\("2027-01-31"\) \};$/);
    assert.equal(invites('invites admins-only'), undefined);
  });

  it('lets records that are declared share a whole object where that is how auto-share reaches', () => {
    const record = 'record one in Desk { Status empty watched by bob, Agents }\n';
    assert.doesNotMatch(policiesOf(desk + record), /everywhere/);
    const far = policiesOf(`${desk}${record}--- file: writ.json\n{ "semantics": { "autoShareReach": "object" } }\n`);
    assert.match(far, /"role Desk\.Watcher by auto-share in Desk, everywhere"/);
    assert.match(far, /when \{ principal == Writ::User::"bob" \|\| principal in Writ::Group::"Agents" \}/);
  });

  it('has no policy that is too long for Amazon Verified Permissions, in any script, and none with an empty line', () => {
    for (const letter of ['x', '門']) {
      const item = (i: number) => {
        const name = `${letter.repeat(40)} ${i}`;
        return `  role "${name}" { members a grants READ_RECORDS }\n  policy "${name}" { to a when T is "${name}" }\n`;
      };
      const items = Array.from({ length: 200 }, (_, i) => item(i));
      const text = policiesOf(`user a "a@acme.com"\napp D {\n  field T: text\n${items.join('')}}\n`);
      const statements = text.split('\n\n');
      for (const statement of statements) {
        assert.ok(Buffer.byteLength(statement) < 10_000, statement.slice(0, 200));
        assert.match(statement, /^(?:\/\/.*\n)*@id\([\s\S]*;\n?$/);
      }
      assert.ok(statements.length > 20);
    }
  });

  it('is four files, and lacks nothing of the agreed example', () => {
    const { files, lacking } = exportCedar({ model: conformanceProject('desk').model, problems: [], place: () => '' });
    assert.deepEqual(lacking, []);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['schema.cedarschema', 'policies.cedar', 'entities.json', 'report.md'],
    );
  });
});

describe('a condition in Cedar', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['A: text', 'A is "x"', 'resource has A && resource.A == "x"'],
    ['A: text', 'A is not "x"', '!(resource has A && resource.A == "x")'],
    ['A: text', 'A is ""', ''],
    [
      'A: text field B: text',
      'A is field B',
      'resource has A && resource has B && resource.A == resource.B && resource.A != ""',
    ],
    [
      'A: text',
      'A is one of ("x", "y", current user.Region)',
      'resource has A && (["x", "y"].contains(resource.A) || (principal has Region && resource.A == principal.Region && resource.A != ""))',
    ],
    ['A: text', 'A contains "50%*\\\\"', 'resource has A && resource.A like "*50%\\*\\\\*"'],
    [
      'A: text',
      'A starts with "x" or A ends with "y"',
      '((resource has A && resource.A like "x*") || (resource has A && resource.A like "*y"))',
    ],
    [
      'A: text',
      'A starts with current user.Region',
      'resource has A && principal has Region && ((principal.Region == "EU" && resource.A like "EU*") || (principal.Region == "US*" && resource.A like "US\\**"))',
    ],
    [
      'A: text',
      'not (A ends with current user.Region)',
      '!(resource has A && principal has Region && ((principal.Region == "EU" && resource.A like "*EU") || (principal.Region == "US*" && resource.A like "*US\\*") || (resource.A != "" && principal.Region != "" && principal.Region != "EU" && principal.Region != "US*")))',
    ],
    ['A: text', 'A is empty', '!(resource has A && resource.A != "")'],
    ['"Due date": date', '"Due date" is not empty', 'resource has "Due date"'],
    ['N: number', 'N >= 3', 'resource has N && resource.N.greaterThanOrEqual(decimal("3.0"))'],
    ['N: number', 'N > 1.00005', 'resource has N && resource.N.greaterThan(decimal("1.0"))'],
    ['N: number', 'N < -1.00005', 'resource has N && resource.N.lessThanOrEqual(decimal("-1.0001"))'],
    ['N: number', 'N is 1.00005', ''],
    ['N: number', 'N is not 1.00005', 'principal == Writ::User::"ann"'],
    ['N: number', 'N > 999999999999999', ''],
    [
      'N: number',
      'N between -2.5 and 100',
      'resource has N && resource.N.greaterThanOrEqual(decimal("-2.5")) && resource.N.lessThanOrEqual(decimal("100.0"))',
    ],
    ['N: number field M: number', 'N < field M', 'resource has N && resource has M && resource.N.lessThan(resource.M)'],
    ['D: date', 'D before 2026-11-21', 'resource has D && resource.D < datetime("2026-11-21")'],
    [
      'D: date',
      'D in the last 30 days',
      'resource has D && resource.D >= context.today.offset(duration("-30d")) && resource.D <= context.today',
    ],
    [
      'D: date',
      'D in the next 2 weeks',
      'resource has D && resource.D >= context.today && resource.D <= context.today.offset(duration("14d"))',
    ],
    [
      'D: date',
      'D in the last 3 months',
      'resource has D && resource.D >= context.monthsAgo3 && resource.D <= context.today',
    ],
    [
      'T: datetime',
      'T is 2026-11-21',
      'resource has T && resource.T >= datetime("2026-11-21") && resource.T < datetime("2026-11-22")',
    ],
    [
      'T: datetime',
      'T after 2026-11-21T09:30:00.5+01:00',
      'resource has T && resource.T > datetime("2026-11-21T08:30:00.500Z")',
    ],
    [
      'T: datetime',
      'T before 9999-12-31T23:59-01:00',
      'resource has T && resource.T < datetime("1970-01-01").offset(duration("253402304340000ms"))',
    ],
    [
      'T: datetime',
      'T in the next 2 years',
      'resource has T && resource.T >= context.today && resource.T < context.monthsAhead24.offset(duration("1d"))',
    ],
    ['Y: boolean', 'Y is true', 'resource has Y && resource.Y == true'],
    ['L: choices("a", "b")', 'L contains "a"', 'resource has L && resource.L.contains("a")'],
    ['L: choices("a", "b")', 'L overlaps ("a", "b")', 'resource has L && resource.L.containsAny(["a", "b"])'],
    ['L: choices("a", "b")', 'L is empty', '!(resource has L && !(resource.L.isEmpty()))'],
    ['U: user', 'U is Bot', 'resource has U && resource.U == Writ::User::"service account Desk.Bot"'],
    ['U: user', 'U is not current user', '!(resource has U && resource.U == principal)'],
    [
      'U: user',
      'U is one of (ann, bob)',
      'resource has U && [Writ::User::"ann", Writ::User::"bob"].contains(resource.U)',
    ],
    ['U: user', 'U is in "Internal Users"', 'resource has U && resource.U in Writ::Group::"Internal Users"'],
    ['G: group', 'G contains current user', 'resource has G && principal in resource.G'],
    ['G: group', 'G is Agents', 'resource has G && resource.G == Writ::Group::"Agents"'],
  ];
  for (const [fields, condition, expected] of cases)
    it(`${condition.replaceAll('\n', ' ')}`, () => {
      assert.equal(conditionOf(`field ${fields}`, condition), expected);
    });
});

describe('names in Cedar', () => {
  it('are quoted, whatever they are', () => {
    const text = policiesOf(`
user "a\\"b\\n" "a@acme.com"
role "R\\u202e" { members "a\\"b\\n" grants READ_RECORDS }
app "Desk */ }" { field "x\\"]": text policy "P\\n}" { to "a\\"b\\n" when "x\\"]" is "\\u0000" } }
`);
    assert.match(text, /principal in Writ::Role::"R\\u\{202e\}"/);
    assert.match(text, /\/\/ policy "P\\n\}"\n/);
    assert.match(text, /principal == Writ::User::"a\\"b\\n"/);
    assert.match(text, /resource has "x\\"\]" &&\s+resource\["x\\"\]"\] == "\\u\{0\}"/);
    assert.doesNotMatch(text.replaceAll('\n', ''), /\p{Cc}|\u202e/u);
  });

  it('are never those of something else', () => {
    const text = `
user "service account Desk.Bot" "a@acme.com"
user "active" "b@acme.com" { active "x" }
role "Desk.Agent" { members "active" grants READ_ROLES }
app Desk {
  field watchers: user
  field A: text
  role Agent { members "active" grants READ_RECORDS }
  policy P { to Bot when watchers is current user and A is current user.active }
  service account Bot { }
}
app "De.sk" { role Agent { members "active" grants CREATE_RECORDS } }
`;
    const exported = exportOf(text);
    const ids = JSON.parse(fileOf(exported, 'entities.json')).map(
      ({ uid }: { uid: { type: string; id: string } }) => `${uid.type} ${uid.id}`,
    );
    assert.equal(new Set(ids).size, ids.length);
    for (const id of [
      'Writ::User \\service account Desk.Bot',
      'Writ::User service account Desk.Bot',
      'Writ::Role Desk\\.Agent',
      'Writ::Role Desk.Agent',
      'Writ::Role De\\.sk.Agent',
    ])
      assert.ok(ids.includes(id), id);
    const policies = fileOf(exported, 'policies.cedar');
    assert.match(policies, /resource\["field watchers"\] == principal/);
    assert.match(policies, /principal\["attribute active"\]/);
  });

  it('of types of records are identifiers, each its own', () => {
    const type = (name: string) => bareRecordType({ name });
    assert.equal(type('Service Desk'), 'Service_Desk_Record');
    const names = [
      'Service Desk',
      'Service_Desk',
      'Service  Desk',
      ' Service Desk',
      'service desk',
      'o__',
      'o',
      '3D',
      '',
      '日本',
      'é',
      'e\u0301',
      '\u{1f600}',
      'o _0020',
      'Desk Record',
      'Desk',
    ];
    const types = names.map(type);
    assert.equal(new Set(types).size, names.length);
    for (const each of types) assert.match(each, /^[A-Za-z][A-Za-z0-9_]*$/);
  });
});

describe('what Cedar cannot say', () => {
  const report = (text: string) => fileOf(exportOf(text), 'report.md');

  it('is left out with its reason, and told of', () => {
    const users = Array.from({ length: 101 }, (_, i) => `user u${i} "u${i}@acme.com" { Region "r${i}" }`).join('\n');
    const text = `${users}
role R { members u1 grants READ_RECORDS }
app Desk {
  field A: text
  field D: date
  policy P { to u1 when A contains current user.Region }
  policy Q { to u1 when D in the last 2000 years }
  policy S { to u1 when A is "x" }
}
`;
    const exported = exportOf(text);
    assert.deepEqual(exported.lacking, [
      '1 policy (`Desk: P`): `Region` has 101 values, and only 100 can be spelt out in patterns',
      '1 policy (`Desk: Q`): it reaches 2000 years away, and a request can say at most 1000 years',
    ]);
    assert.ok(exported.lacking.every((line) => report(text).includes(`- ${line}\n`)));
    assert.doesNotMatch(fileOf(exported, 'policies.cedar'), /policy "[PQ]"/);
    assert.match(fileOf(exported, 'policies.cedar'), /policy "S"/);
  });

  it('and what is broken is counted', () => {
    const text = `
user ann "ann@acme.com" { Shoe "44" }
user carl "no address"
group All { domain "acme.com" }
role R { members ann grants READ_RECORDS, NO_SUCH }
role Old { members ann grants READ_RECORDS expires 2026-02-30 }
app Desk {
  field A: text
  field B: numbr
  policy P { to ann when A is 3 }
  automation Auto { trigger createRecord built by ann action recordSearch }
}
record one in Desk { A "x" }
query ann can READ_RECORDS on one
expect ann can READ_RECORDS in organization
`;
    checkText(
      report(text).split('## Not exported\n\n')[1] ?? '',
      `
      - 1 policy (\`Desk: P\`): broken, so nothing is opened
      - 1 role (\`R\`): broken in part: what is sound counts
      - 1 role (\`Old\`): never in force: the day of expiry cannot be read
      - 1 user (\`carl\`): broken, so not active
      - 11 managed roles that the project does not write: without members
      - 1 field (\`Desk.B\`): without a type that can be read
      - 1 attribute (\`Shoe\`): named by no condition
      - 1 group (\`All\`): filled by domain: exported are the members of now
      - 1 automation: checked by \`writ check\`, not asked of Cedar
      - 1 record: the data of whoever asks Cedar
      - 1 query: asked of Writ
      - 1 expectation: checked by \`writ check\`
      `,
    );
    const exported = exportOf(text);
    assert.deepEqual(exported.lacking, []);
    assert.match(fileOf(exported, 'entities.json'), /"id":"carl"\},"attrs":\{"active":false\}/);
    assert.doesNotMatch(fileOf(exported, 'policies.cedar'), /role Old|policy "P"/);
  });

  it('and names with half a letter, which only a directory can spell', () => {
    const broken = 'a\\ud800';
    const exported = exportOf(`directory "people.json"
user ann "ann@acme.com"
role R { members ann, All grants READ_RECORDS }
app Desk { policy P { to All } }
--- file: people.json
[{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "${broken}", "id": "1",
   "emails": [{ "value": "x@acme.com", "primary": true }] },
 { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "All", "id": "2", "members": [{ "value": "1" }] }]
`);
    assert.deepEqual(exported.lacking, [
      '1 name (`a\ufffd`): no text that Cedar can hold; what is called so is left out',
    ]);
    for (const { text } of exported.files) assert.ok(text.isWellFormed());
    assert.doesNotMatch(fileOf(exported, 'entities.json'), /"id":"a(?!nn)/);
  });

  it('has problems of the project in its report', () => {
    const { model } = snapshotOf('user ann "ann@acme.com"');
    const problems = [{ place: 'a.writ:1:2', message: 'syntax: a `b`\n# c' }];
    assert.match(
      fileOf(exportCedar({ model, problems, place: () => '' }), 'report.md'),
      /## Broken\n\n.*\n\n- `a\.writ:1:2` syntax: a `b`\\n# c\n$/,
    );
  });
});
