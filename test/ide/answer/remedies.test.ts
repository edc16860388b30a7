// What would allow what is refused, written into the text: each edit is one after which the question is allowed.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { answerTree, remedyEdits } from '../../../server/src/ide/answer/answer-tree.ts';
import { assuming, findAssumptions } from '../../../server/src/ide/answer/assumptions.ts';
import { editedSnapshot } from '../../../server/src/project/edited.ts';
import { writeName } from '../../../server/src/syntax/keywords.ts';
import { snapshotOf } from '../../support/fixture.ts';
import { diskProject } from '../../support/snapshot.ts';

/** Of each remedy of a question that can be written: its words, and the lines that the text has then and had not. */
function written(text: string, question: string): Record<string, string[]> {
  const snapshot = snapshotOf(text);
  const request = { question };
  const before = new Set(['', ...text.split('\n').map((line) => line.trim())]);
  const all = (answerTree(snapshot, { request })?.remedies ?? []).flatMap(({ key }) => {
    if (key === undefined) return [];
    const edits = remedyEdits(snapshot, request, key);
    const after = edits && editedSnapshot(snapshot, edits);
    assert.ok(after, key);
    assert.equal(answerTree(after, { request })?.headline, 'allowed', key);
    const lines = (after.source('main.writ')?.text ?? '').split('\n').map((line) => line.trim());
    return [[key, lines.filter((line) => !before.has(line))] as const];
  });
  return Object.fromEntries(all);
}

/** Of those that put somebody into a role that grants everything, nothing is checked here. */
function check(text: string, question: string, expected: Readonly<Record<string, readonly string[]>>): void {
  const found = Object.entries(written(text, question)).filter(([key]) => !key.includes('Admin'));
  assert.deepEqual(Object.fromEntries(found), expected);
}

const alice = 'user alice "alice@acme.com"\n';
const inviters = `${alice}role Inviters { description "d" members alice grants CREATE_ORGANIZATION_USERS }\n`;
const desk = `${alice}user bob "bob@acme.com"
app Desk {
  field Status: choice("New", "Open")
  field Prio: number
  field Owner: user
  role Agent { description "d" members alice grants READ_RECORDS }
  policy Open { to alice when Status is "Open" and Prio > 3 }
  policy Own { to alice when Owner is current user }
}
`;
const readers = (rest: string) => `role Readers { description "d" members ${rest} }\n`;

describe('what would allow what is refused, written', () => {
  it('activates a user and a service account', () => {
    const question = 'eve can READ_ROLES in organization';
    const grants = readers('eve grants READ_ROLES');
    check(`user eve "e@acme.com" { external inactive }\n${grants}`, question, {
      'activate `eve`': ['user eve "e@acme.com" { external }'],
    });
    check(`user eve "e@acme.com" {\n  external\n  inactive\n}\n${grants}`, question, { 'activate `eve`': [] });
    check(`user eve "e@acme.com" { inactive } // back in May\n${grants}`, question, {
      'activate `eve`': ['user eve "e@acme.com" // back in May'],
    });
    const account = '  service account Bot { purpose "p"  roles Agent  usable by alice  inactive }\n}\n';
    check(desk.replace(/\}\n$/, account), 'alice can use Desk.Bot', {
      'activate `Desk.Bot`': ['service account Bot { purpose "p"  roles Agent  usable by alice }'],
    });
  });

  it('lets a role last until today', () => {
    const expired = `${alice}${readers('alice grants READ_ROLES expires 2020-01-01')}`;
    check(expired, 'alice can READ_ROLES in organization', {
      'extend role `Readers` to 2026-11-21': [readers('alice grants READ_ROLES expires 2026-11-21').trim()],
    });
  });

  it('widens whom the organization lets be invited', () => {
    const both =
      'add the domain `b.com` to the organization and let addresses of the domains of the organization be invited';
    const any = 'let any address be invited';
    const question = 'alice can invite "x@b.com"';
    check(inviters, question, {
      [both]: ['organization { domains "b.com"  invites allowed-domains }'],
      [any]: ['organization { invites any-domain }'],
    });
    check(`organization { }\n${inviters}`, question, {
      [both]: ['organization { domains "b.com"  invites allowed-domains }'],
      [any]: ['organization { invites any-domain }'],
    });
    check(`organization Acme {\n  domains "a.com" // ours\n}\n${inviters}`, question, {
      [both]: ['domains "a.com", "b.com" // ours', 'invites allowed-domains'],
      [any]: ['invites any-domain'],
    });
    check(`organization Acme { domains "b.com"  invites admins-only }\n${inviters}`, question, {
      'let addresses of the domains of the organization be invited': [
        'organization Acme { domains "b.com"  invites allowed-domains }',
      ],
      [any]: ['organization Acme { domains "b.com"  invites any-domain }'],
    });
    check(`organization Acme { domains "a.com"  invites allowed-domains }\n${inviters}`, question, {
      'add the domain `b.com` to the organization': [
        'organization Acme { domains "a.com", "b.com"  invites allowed-domains }',
      ],
      [any]: ['organization Acme { domains "a.com"  invites any-domain }'],
    });
  });

  it('lets a declared record say something else, or have to do with somebody', () => {
    const record = 'record one in Desk { Status "New"  Owner bob  shared with bob }\n';
    check(`${desk}${record}`, 'alice can READ_RECORDS on one', {
      'let the record say `Status "Open" Prio 4`': [
        'record one in Desk { Status "Open"  Owner bob  shared with bob  Prio 4 }',
      ],
      'let the record say `Owner alice`': ['record one in Desk { Status "New"  Owner alice  shared with bob }'],
      'share the record with `alice`': ['record one in Desk { Status "New"  Owner bob  shared with bob, alice }'],
      'add a policy of `Desk` for `alice`': ['policy "For alice" { to alice }'],
    });
    const bare = `${desk}record one in Desk {\n  Status "New"\n  Owner empty\n}\n`;
    const found = written(bare, 'alice can READ_RECORDS on one');
    assert.deepEqual(found['let the record say `Owner alice`'], ['Owner alice']);
    assert.deepEqual(found['share the record with `alice`'], ['shared with alice']);
  });

  it('writes nothing of a record that only the question describes, and nothing into what is half read', () => {
    const described = written(desk, 'alice can READ_RECORDS in Desk with { Status "New"  Owner bob }');
    assert.deepEqual(
      Object.keys(described).filter((key) => !key.includes('Admin')),
      ['add a policy of `Desk` for `alice`'],
    );
    const half = `organization Acme { domains "a.com"  invites }\n${inviters}`;
    const found = Object.keys(written(half, 'alice can invite "x@b.com"'));
    assert.deepEqual(
      found.filter((key) => !key.includes('Admin')),
      [],
    );
  });

  it('is offered beside what is broken, and then allows it by what is sound alone', () => {
    const broken = desk.replace('grants READ_RECORDS', 'grants READ_RECORDS, DELETE_RECORD');
    check(broken, 'alice can DELETE_RECORDS in Desk', {
      'add `alice` to managed role `Content Editor` of `Desk` and add a policy of `Desk` for `alice`': [
        'managed role "Content Editor" { members alice }',
        'policy "For alice" { to alice }',
      ],
      'grant `DELETE_RECORDS` in role `Agent` of `Desk` and add a policy of `Desk` for `alice`': [
        'role Agent { description "d" members alice grants READ_RECORDS, DELETE_RECORD, DELETE_RECORDS }',
        'policy "For alice" { to alice }',
      ],
    });
    const [last] =
      answerTree(snapshotOf(broken), { request: { question: 'alice can DELETE_RECORDS in Desk' } })?.remedies.slice(
        -1,
      ) ?? [];
    assert.deepEqual(
      [last?.text, last?.key],
      ['once what is broken is mended, it may be allowed as it is, and these may grant more', undefined],
    );
  });

  it('can be applied for every refusal of a sample in which much is broken', async () => {
    const snapshot = await diskProject('samples', 'overgrown');
    const { users, groups, objects } = snapshot.model;
    let count = 0;
    for (const name of [...users.keys(), ...groups.keys()])
      for (const object of objects.keys()) {
        const question = `${writeName(name)} can DELETE_RECORDS in ${writeName(object)}`;
        const tree = answerTree(snapshot, { request: { question } });
        if (tree?.state !== 'false') continue;
        assert.ok(
          tree.remedies.some(({ key }) => key !== undefined),
          question,
        );
        count++;
      }
    assert.ok(count > 40, `${count} refusals`);
  });

  it('may be assumed', () => {
    const text = `user eve "e@acme.com" { inactive }\n${readers('eve grants READ_ROLES expires 2020-01-01')}`;
    const snapshot = snapshotOf(text);
    const question = 'eve can READ_ROLES in organization';
    const assume = ['activate `eve`', 'extend role `Readers` to 2026-11-21'];
    const { assumptions } = findAssumptions(snapshot, question, '');
    for (const each of assume) assert.ok(assumptions.includes(each), assumptions.join());
    assert.ok(assuming(snapshot, question, assume));
    assert.equal(answerTree(snapshot, { request: { question }, assume })?.headline, 'allowed');
  });
});
