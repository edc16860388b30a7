// Groups, roles and policies as resources of Terraform: what they say, what they are called, and what is refused.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { permissions } from '../../../server/src/catalogue/permissions.ts';
import { conformanceProject } from '../../conformance/outcomes.ts';
import { blocksOf, checklistOf, exportOf, textOf } from './exported.ts';

const people = `user ines "ines@acme.com"
user kofi "kofi@acme.com"
group Crew { members ines, kofi }
`;

const roleWith = (properties: string) => {
  const exported = exportOf(`${people}app Desk {\n  role Agent { ${properties} }\n}\n`);
  return blocksOf(exported).get('elementum_role.writ_desk__agent') ?? exported.lacking[0];
};

describe('a role exported to Terraform', () => {
  it('has its members, levels, permissions and auto-share', () => {
    const role = roleWith(
      'description "Works"  members ines, Crew, "Internal Users"  grants edit on Records, READ_CHARTS, view on Records  auto-share on watch, assign',
    );
    const [user = ''] = Object(role).user_ids;
    assert.match(user, /^\$\{data\.elementum_user\.writ_ines_0[0-9a-f]{16}\.id\}$/);
    assert.deepEqual(role, {
      object_id: '$\u007bdata.elementum_app.writ_desk.id}',
      name: 'Agent',
      description: 'Works',
      auto_share: ['ASSIGNEE', 'WATCHER'],
      user_ids: [user],
      group_ids: ['$\u007bdata.elementum_group.writ_internal_users.id}', '$\u007belementum_group.writ_crew.id}'],
      permissions: [
        { group: 'RECORDS', level: 'EDIT' },
        { group: 'ANALYTICS', level: 'CUSTOM', custom_permissions: ['READ_CHARTS'] },
      ],
    });
  });

  it('lists what a level grants where it grants more besides', () => {
    const { permissions } = Object(roleWith('grants view on Attachments, DELETE_ATTACHMENTS'));
    assert.deepEqual(permissions, [
      { group: 'ATTACHMENTS', level: 'CUSTOM', custom_permissions: ['DELETE_ATTACHMENTS', 'READ_ATTACHMENTS'] },
    ]);
  });

  it('is refused with the place of a level above the cap, never cut to it', () => {
    const exported = exportOf(`app Desk { role Agent { grants view on Records, admin on Attachments } }`);
    assert.deepEqual([...blocksOf(exported).keys()], []);
    assert.equal(exported.lacking[0], 'main.writ:1:17 role `Desk.Agent`: it is broken');
    const line =
      /^- \[ \] `main\.writ:1:\d+` wrong-scope: `admin on Attachments` cannot be granted in an object: `edit` is/m;
    assert.match(checklistOf(exported), line);
    assert.match(checklistOf(exported), /^- \[ \] Role `Agent`: mend it in the project \(`main\.writ:1:17`, /m);
  });

  it('finds every permission that an object grants in a group that a resource can name', () => {
    for (const { constant, scopes } of permissions)
      if (scopes.includes('object')) {
        const { permissions: entries } = Object(roleWith(`grants ${constant}`));
        assert.deepEqual(entries[0].custom_permissions, [constant]);
      }
  });

  it('is refused with blanks around a name in it, which the platform does not keep', () => {
    const around = (object: string, role: string, group: string) =>
      exportOf(`group "${group}" { }\napp "${object}" { role "${role}" { members "${group}" grants READ_RECORDS } }\n`);
    const reason = /^main\.writ:\d+:\d+ role .*: a name in it has blanks around it, or /;
    assert.match(around(' Desk', 'Agent', 'Crew').lacking[0] ?? '', reason);
    assert.match(around('Desk', 'Agent ', 'Crew').lacking[0] ?? '', reason);
    assert.match(around('Desk', ' ', 'Crew').lacking[0] ?? '', reason);
    const [group = '', role = ''] = around('Desk', 'Agent', 'Crew ').lacking;
    assert.match(group, /^main\.writ:1:7 group .*: a name in it has blanks around it, or /);
    assert.match(role, /: a group in it is not exported$/);
    assert.match(around('Desk', 'Agent', 'Crew').lacking.join('\n'), /^\d+ steps? by hand, [^\n]*$/);
  });

  it('is refused where it expires or is broken', () => {
    assert.match(String(roleWith('expires 2027-01-31')), /a resource cannot expire$/);
    assert.match(String(roleWith('members ines, nobody-there  grants READ_RECORDS')), /it is broken$/);
    assert.match(String(roleWith('grants READ_RECORDS, READ_RECORD')), /it is broken$/);
  });
});

describe('a group exported to Terraform', () => {
  it('keeps what the project does not speak of, and looks up what it does not fill', () => {
    const exported = exportOf(`${people}user x "x@a.b" { inactive }
group Partners { domain "partner.io" }
app Desk { policy P { to Crew, Partners, "External Users", ines } }
`);
    const blocks = blocksOf(exported);
    assert.equal(Object(blocks.get('elementum_group.writ_crew')).members.length, 2);
    assert.deepEqual(
      [...blocks.keys()].filter((address) => address.includes('elementum_group')),
      ['data.elementum_group.writ_external_users', 'data.elementum_group.writ_partners', 'elementum_group.writ_crew'],
    );
    assert.match(checklistOf(exported), /^- \[ \] Group `Partners`: dynamic, domain `partner\.io`$/m);
    assert.match(checklistOf(exported), /^- \[ \] Inactive: `x`$/m);
  });
});

describe('a policy exported to Terraform', () => {
  it('is one of its own for service accounts, which no resource can name', () => {
    const exported = exportOf(`${people}app Desk {
  service account Bot { purpose "Reads" }
  policy Both { to Crew, Bot }
  policy Alone { to Bot }
  default policy
}
`);
    const addresses = [...blocksOf(exported).keys()].filter((address) => address.startsWith('elementum_access_policy'));
    assert.deepEqual(addresses, [
      'elementum_access_policy.writ_desk__both',
      'elementum_access_policy.writ_desk__default__policy',
    ]);
    assert.match(
      checklistOf(exported),
      /- \[ \] Make a policy of its own like the policy `Both`: to `Desk\.Bot`; every record\n/,
    );
    assert.match(checklistOf(exported), /- \[ \] Make the policy `Alone`: to `Desk\.Bot`; every record \(/);
    assert.deepEqual(exported.lacking.slice(0, 2), [
      'main.writ:7:10 policy `Desk.Alone`: a resource cannot name a service account',
      'main.writ:6:10 policy `Desk.Both`: a resource cannot name `Desk.Bot`',
    ]);
  });

  it('is not there where it is broken, and is there for each of a table by hand', () => {
    const exported = exportOf(`${people}app Desk { policy P { to Crew when Nothing is 3 } }
table Rows { field N: number  policy Q { to Crew when N is 3 } }
`);
    assert.deepEqual(
      [...blocksOf(exported).keys()].filter((address) => address.includes('policy')),
      [],
    );
    assert.match(
      exported.lacking.join('\n'),
      /policy `Desk\.P`: it is broken\n.*policy `Rows\.Q`: a resource cannot be about a table/,
    );
    assert.match(checklistOf(exported), /- \[ \] Make the policy `Q`: to `Crew`; when `N is 3` \(/);
  });
});

describe('the labels of an export to Terraform', () => {
  const base = (roles: readonly string[]) =>
    `${people}app Desk {\n${roles.map((name) => `  role ${JSON.stringify(name)} { members ines  grants READ_RECORDS }`).join('\n')}\n}\n`;

  it('change nothing of what did not change', () => {
    const names = [
      'Agent',
      'agent',
      'AGENT',
      'Agent 1',
      'Ag ent',
      'Desk  Agent',
      'Ägent',
      '代理',
      '__proto__',
      'constructor',
    ];
    const whole = blocksOf(exportOf(base(names)));
    assert.equal([...whole.keys()].filter((address) => address.startsWith('elementum_role')).length, names.length);
    for (const gone of names) {
      const rest = names.filter((name) => name !== gone).reverse();
      const some = blocksOf(exportOf(base(rest)));
      const changed = [...whole].filter(
        ([address, body]) => JSON.stringify(some.get(address)) !== JSON.stringify(body),
      );
      assert.deepEqual(
        changed.map(([, { name }]) => name),
        [gone],
      );
      for (const address of some.keys()) assert.ok(whole.has(address), address);
    }
  });

  it('are a fixed form of the names', () => {
    const addresses = [
      ...blocksOf(exportOf(`${people}app "Service Desk" { role "Desk Agent" { members ines } }`)).keys(),
    ];
    assert.ok(addresses.includes('elementum_role.writ_service_desk__desk_agent'));
  });

  it('hold files to lengths that disks take', () => {
    const exported = exportOf(
      `${people}app ${JSON.stringify(`Desk ${'very '.repeat(2000)}`)} { policy P { to Crew } }`,
    );
    for (const { path } of exported.files) assert.ok(path.length < 100, path);
  });
});

describe('text of anyone’s in an export to Terraform', () => {
  const nasty = [
    '$\u007bfile("/etc/passwd")}',
    '%{ if true }',
    '$$\u007bx}',
    '"quoted"',
    'a\\nb\nc\td',
    '\b\f\\b',
    '代理',
    '__proto__',
    '`tick`',
    '</script>',
  ];

  it('is text, wherever it stands', () => {
    for (const name of nasty) {
      const quoted = JSON.stringify(name);
      const exported = exportOf(`user ${quoted} "a@acme.com"
group ${JSON.stringify(`g${name}`)} { members ${quoted} }
app ${quoted} {
  field ${quoted}: text
  role ${quoted} { description ${quoted}  members ${JSON.stringify(`g${name}`)}  grants READ_RECORDS }
  policy ${quoted} { to ${quoted}  when ${quoted} is ${quoted} }
}
`);
      const names = [...blocksOf(exported).values()].flatMap((body) => [body['name'], body['description']]);
      const doubled = name.replaceAll('$\u007b', '$$$\u007b').replaceAll('%{', '%%{');
      assert.ok(names.includes(doubled), name);
      assert.equal(
        checklistOf(exported)
          .split('\n')
          .some((line) => /^(?!- \[ \] |#|$|Terraform deploys)/.test(line)),
        false,
      );
    }
  });
});

describe('the export of the example of the language', () => {
  it('is a checklist in the order of the screens, without empty sections', () => {
    const exported = exportOf(conformanceProject('desk'));
    const headings = [...checklistOf(exported).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, [
      'Before the first `terraform apply`',
      'Org Settings › General',
      'Org Settings › Users',
      'Org Settings › Groups',
      'Org Settings › Roles & Permissions',
      'app `Service Desk` › Security › Roles & Permissions',
      'app `Service Desk` › Security › Data Access',
      'app `Service Desk` › Security › Service Accounts',
      'app `Service Desk` › Settings › Auto-share',
      'app `Service Desk` › Automations',
      'app `Service Desk` › Agents',
    ]);
    assert.match(
      checklistOf(exported),
      /\n- \[ \] User invite policy: addresses of its domains \(`ALLOWED_DOMAINS`\)\n/,
    );
    assert.match(
      checklistOf(exported),
      /\n- \[ \] Agent `Desk Helper`: run as the service account `Service Desk\.Triage Bot`\n/,
    );
  });

  it('says nothing of an empty project', () => {
    const exported = exportOf('');
    assert.deepEqual(exported.lacking, []);
    assert.equal(checklistOf(exported), '# By hand\n\nNothing.\n');
    assert.doesNotMatch(textOf(exported, 'writ-provider.tf.json'), /client|secret|"provider"/);
  });
});
