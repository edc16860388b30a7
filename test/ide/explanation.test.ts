// Explanations as documents and as plain text: every kind of decision reads differently, and says what was taken as given.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type EvaluationRequest, evaluate, evaluationChoices } from '../../server/src/ide/evaluate.ts';
import { explainAnswer } from '../../server/src/ide/explain-answer.ts';
import { explanationText } from '../../server/src/ide/explain-text.ts';
import { explainQueryAt, explanationDocument } from '../../server/src/ide/explanation-document.ts';
import { findPrincipals } from '../../server/src/ide/find-principals.ts';
import { effectivePermissionsDocument } from '../../server/src/ide/permissions-document.ts';
import { fixture, onlyCursor, snapshotOf } from '../support/fixture.ts';

const project = `organization { domains "x.com" invites allowed-domains }
user ann "a@x.com" { Region "EU" }
user bob "b@x.com"
user zed "z@x.com" { inactive }
group Team { description "d" members ann }
managed role "Admin" { members bob }
role Host { description "d" members Team grants CREATE_ORGANIZATION_USERS expires 2026-12-31 }
app "The Desk" {
  field Status: choice("New", "Open")
  field Region: text
  field Owner: user as assignee
  role Agent { description "d" members Team grants READ_RECORDS }
  role Follower { description "d" grants UPDATE_RECORDS auto-share on watch }
  policy Local { to Team when Status is "Open" and (Region is current user.Region or not (Owner is not empty)) }
  policy Admins { to bob }
  auto-share records on watch
  service account Bot { purpose "Sorts" usable by Team }
}
record r in "The Desk" { Status "New" Owner bob }
query ann can READ_RECORDS on r
expect ann can READ_RECORDS in "The Desk"
`;

const snapshot = snapshotOf(project);

function explained(question: string): string {
  const asked = evaluate(snapshot, { question });
  return explanationText(snapshot, explainAnswer(snapshot, asked.question, asked.answer));
}

function check(question: string, expected: string): void {
  const lines = expected.replace(/^\n/, '').trimEnd().split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  assert.equal(explained(question), lines.map((line) => line.slice(indent)).join('\n'));
}

describe('explanation', () => {
  it('of what is allowed: who, by which group, role and grant', () => {
    check(
      'ann can READ_RECORDS in "The Desk" with { Status "Open" Region "EU" }',
      `
      allowed
        ✓ \`READ_RECORDS\` is granted
          ✓ role \`Agent\` of \`The Desk\` through \`Team\` (main.writ:12)
        ✓ the record is in sight
          ✓ policy \`Local\` through \`Team\` (main.writ:14)
            ✓ true: all of these
              ✓ true: \`Status is "Open"\` (\`Status\` is \`"Open"\`)
              ✓ true: at least one of these
                ✓ true: \`Region is current user.Region\` (\`Region\` is \`"EU"\`)
                ? unknown: not this
                  ? unknown: \`Owner is not empty\` (\`Owner\` is not said)`,
    );
  });

  it('of what no role grants: who would', () => {
    check(
      'Team can DELETE_RECORDS in "The Desk"',
      `
      refused: no role grants it
        ✗ no role of \`Team\` grants \`DELETE_RECORDS\` here
          managed role \`Admin\` would; its members are \`bob\` (main.writ:6)
        what would allow it
          grant \`DELETE_RECORDS\` in role \`Agent\` of \`The Desk\`, and name \`Team\` in policy \`Admins\` of \`The Desk\` (main.writ:12)
            it also grants \`READ_RECORDS\` in \`The Desk\`
            1 other would be allowed more: \`ann\`
          grant \`DELETE_RECORDS\` in role \`Agent\` of \`The Desk\`, and add a policy of \`The Desk\` for \`Team\` (main.writ:12)
            it also grants \`READ_RECORDS\` in \`The Desk\`
            1 other would be allowed more: \`ann\`
          grant \`DELETE_RECORDS\` in role \`Host\`, and name \`Team\` in policy \`Admins\` of \`The Desk\` (main.writ:7)
            it also grants \`READ_RECORDS\` in \`The Desk\`, \`DELETE_RECORDS\` in the organization
            1 other would be allowed more: \`ann\`
          grant \`DELETE_RECORDS\` in role \`Host\`, and add a policy of \`The Desk\` for \`Team\` (main.writ:7)
            it also grants \`READ_RECORDS\` in \`The Desk\`, \`DELETE_RECORDS\` in the organization
            1 other would be allowed more: \`ann\`
          add \`Team\` to managed role \`Content Editor\` of \`The Desk\`, and name \`Team\` in policy \`Admins\` of \`The Desk\` (main.writ:15)
            it also grants \`READ_ASSIGNMENT_ENGINES\`, \`READ_DATASOURCES\`, \`READ_ASPECTS\`, \`UPDATE_ASPECTS\` in \`The Desk\` and 50 more
            1 other would be allowed more: \`ann\``,
    );
  });

  it('of a record out of sight: which part of which condition fails, and what could change it', () => {
    check(
      'ann can READ_RECORDS on r',
      `
      refused: no data access
        ✓ \`READ_RECORDS\` is granted
          ✓ role \`Agent\` of \`The Desk\` through \`Team\` (main.writ:12)
        ✗ the record is not in sight
          ✗ policy \`Local\` through \`Team\` (main.writ:14)
            ✗ false: all of these
              ✗ false: \`Status is "Open"\` (\`Status\` is \`"New"\`)
              ? unknown: at least one of these
                ? unknown: \`Region is current user.Region\` (\`Region\` is not said)
                ✗ false: not this
                  ✓ true: \`Owner is not empty\` (\`Owner\` is \`bob\`)
          ✗ policy \`Admins\` is for \`bob\`, not for \`ann\` (main.writ:15)
        not said: the record would be in sight if it were shared, by auto-share on \`watch\` (main.writ:8)
        what would allow it
          let the record say \`Status "Open" Region "EU"\`
            it grants nothing else
          share the record with \`ann\`
            it grants nothing else
          name \`ann\` in policy \`Admins\` of \`The Desk\` (main.writ:15)
            it also grants \`READ_RECORDS\` in \`The Desk\`
          add a policy of \`The Desk\` for \`ann\` (main.writ:8)
            it also grants \`READ_RECORDS\` in \`The Desk\`
          let \`ann\` watch the record
            it also grants \`UPDATE_RECORDS\` on this record`,
    );
  });

  it('of what depends on a relation by auto-share', () => {
    assert.match(
      explained('ann can UPDATE_RECORDS on r'),
      /^refused: no role grants it\n.*not said: role `Follower` would count by auto-share on `watch` \(main\.writ:13\)/s,
    );
  });

  it('of an inactive user, of invitations and of accounts', () => {
    check(
      'zed can READ_RECORDS on r',
      `
      refused: inactive
        ✗ \`zed\` is inactive, and so is refused everything (main.writ:4)
        what would allow it
          activate \`zed\`, and add \`zed\` to managed role \`Admin\` (main.writ:4)
            it also grants \`CREATE_ASSIGNMENT_ENGINES\`, \`READ_ASSIGNMENT_ENGINES\`, \`UPDATE_ASSIGNMENT_ENGINES\`, \`DELETE_ASSIGNMENT_ENGINES\` in \`The Desk\` and 252 more`,
    );
    check(
      'ann can invite "e@y.com"',
      `
      refused: the invite policy does not take this address
        ✓ \`CREATE_ORGANIZATION_USERS\` is granted
          ✓ role \`Host\` through \`Team\` (main.writ:7)
        ✗ \`e@y.com\`: addresses of its domains may be invited (\`x.com\`) (main.writ:1)
        what would allow it
          add the domain \`y.com\` to the organization
            it grants nothing else
          let any address be invited
            it also grants invitations of any address
          add \`ann\` to managed role \`Admin\` (main.writ:6)
            it also grants \`CREATE_ASSIGNMENT_ENGINES\`, \`READ_ASSIGNMENT_ENGINES\`, \`UPDATE_ASSIGNMENT_ENGINES\`, \`DELETE_ASSIGNMENT_ENGINES\` in \`The Desk\` and 251 more`,
    );
    check(
      'bob can use "The Desk".Bot',
      `
      refused: not usable by \`bob\`
        ✗ \`Bot\` is usable by \`Team\`, which \`bob\` is not among (main.writ:17)
        what would allow it
          add \`bob\` to group \`Team\` (main.writ:5)
            it grants nothing else
          let \`bob\` use \`"The Desk".Bot\` (main.writ:17)
            it grants nothing else`,
    );
  });

  it('of lists: what needs no condition first', () => {
    check(
      'who can READ_RECORDS in "The Desk"',
      `
      2 principals
        ✓ \`bob\` always – role \`Admin\` (\`ADMIN\`) (main.writ:6)
        ? \`Team\` when \`Status is "Open" and Owner is empty\` – role \`Agent\`; policy \`Local\` (main.writ:12)`,
    );
  });

  it('of a broken question says what is wrong', () => {
    assert.equal(explained('ann can FOO in "The Desk"'), 'unknown permission `FOO`');
    assert.equal(explained(''), 'this is no question');
  });

  it('says what is in doubt as long as something is broken', () => {
    const broken = snapshotOf(project.replace('members Team grants READ_RECORDS', 'members Team grants READ_RECORD'));
    const asked = evaluate(broken, { question: 'ann can READ_RECORDS on r' });
    const text = explanationText(broken, explainAnswer(broken, asked.question, asked.answer));
    assert.match(text, /in doubt, as long as something is broken\n {4}a role or account of `The Desk` is broken/);
    assert.match(text, /\n {4}broken: unknown permission `READ_RECORD` \(main\.writ:\d+\)/);
  });

  it('names no error that leaves nothing of the question open', () => {
    const automation =
      '  automation Sorting { description "d" trigger no-such-trigger runs as publisher built by bob }\n';
    const broken = snapshotOf(
      `${project.replace('  service account Bot', `${automation}  service account Bot`)}group G { members noone }\n`,
    );
    const asked = evaluate(broken, { question: 'ann can READ_RECORDS on r' });
    const text = explanationText(broken, explainAnswer(broken, asked.question, asked.answer));
    assert.ok(broken.model.problems.some(({ rule }) => rule === 'unknown-trigger'));
    assert.match(text, /broken: unknown user, group or service account `noone`/);
    assert.doesNotMatch(text, /no-such-trigger/);
  });

  it('leads from what is in doubt to where the text is broken, of a few declarations', () => {
    const wrong = Array.from({ length: 5 }, (_, i) => `group G${i} { members nobody-${i} }\n`).join('');
    const broken = snapshotOf(
      project.replace('members Team grants READ_RECORDS', 'members Team grants READ_RECORD') + wrong,
    );
    const asked = evaluate(broken, { question: 'ann can READ_RECORDS on r' });
    const { tree } = explainAnswer(broken, asked.question, asked.answer);
    const { children = [] } = tree.at(-1) ?? {};
    const leads = children.map(({ origin }) => {
      const { file, span } = origin === undefined ? { file: '', span: { start: 0, end: 0 } } : broken.place(origin);
      return broken.source(file)?.text.slice(span.start, span.end);
    });
    assert.deepEqual(leads, ['nobody-0', 'READ_RECORD', 'nobody-0', 'nobody-1', 'nobody-2', undefined]);
    const text = explanationText(broken, explainAnswer(broken, asked.question, asked.answer));
    const lines = ['0', '1', '2'].map((n) => `    broken: unknown user, group or service account \`nobody-${n}\``);
    for (const line of lines) assert.ok(text.includes(line), line);
    assert.match(text, /\n {4}and 3 more places$/m);
  });
});

describe('explanation document', () => {
  it('has the question, the decision, why and what was given', () => {
    const asked = evaluate(snapshot, { principal: 'ann', permission: 'READ_RECORDS', on: 'r' });
    const text = explanationDocument(snapshot, asked, 'Access of ann');
    assert.deepEqual(
      text.split('\n').filter((line) => line !== '' && !/^ *- [✓✗?]/.test(line)),
      [
        '# Access of ann',
        '```writ',
        'ann can READ_RECORDS on r',
        '```',
        '✗ **refused: no data access**',
        '- not said: the record would be in sight if it were shared, by auto-share on `watch` – `main.writ:8`',
        '## What would allow it',
        '- let the record say `Status "Open"  Region "EU"`',
        '  - it grants nothing else',
        '- share the record with `ann`',
        '  - it grants nothing else',
        '- name `ann` in policy `Admins` of `The Desk` – `main.writ:15`',
        '  - it also grants `READ_RECORDS` in `The Desk`',
        '- add a policy of `The Desk` for `ann` – `main.writ:8`',
        '  - it also grants `READ_RECORDS` in `The Desk`',
        '- let `ann` watch the record',
        '  - it also grants `UPDATE_RECORDS` on this record',
        '## Taken as given',
        'Evaluated as of 2026-11-21, today.',
        'The record `r` of `The Desk`.',
        '- `Status`: `"New"`',
        '- `Owner`: `bob`',
        'Not said, and so unknown: `Region`.',
      ],
    );
  });

  it('explains the query and the expectation at a place', () => {
    const at = (words: string) => explainQueryAt(snapshot, 'main.writ', project.indexOf(words) + 3);
    assert.match(
      at('query ann') ?? '',
      /^# Why this answer\n\n```writ\nquery ann can READ_RECORDS on r\n```\n\n✗ \*\*refused/,
    );
    assert.match(
      at('expect ann') ?? '',
      /✗ \*\*failed\*\*\n\n- for example `ann`, on a record with `Status "New"[^\n]*: refused: no data access\n/,
    );
    assert.equal(at('user ann'), undefined);
  });

  it('keeps working in half a question', () => {
    const made = fixture('user a "a@x.com"\nquery a c$0an READ_');
    const { path, offset } = onlyCursor(made);
    assert.match(explainQueryAt(made.snapshot, path, offset) ?? '', /! \*\*/);
  });
});

describe('effective permissions', () => {
  it('by place, with where they come from', () => {
    assert.equal(
      effectivePermissionsDocument(snapshot, 'ann'),
      `# Effective permissions of ann

As of 2026-11-21, today.

## Organization, and so everywhere

- ✓ role \`Host\` through \`Team\`, until 2026-12-31: 1 permission – \`main.writ:7\`
  - \`CREATE_ORGANIZATION_USERS\`

## The Desk

- ✓ role \`Agent\` through \`Team\`: 1 permission – \`main.writ:12\`
  - \`READ_RECORDS\`
- sees records when \`Status is "Open" and (Region is current user.Region or not Owner is not empty)\` – policy \`Local\` through \`Team\` – \`main.writ:14\`
`,
    );
  });

  it('of an account by its qualified name, of the inactive and of nobody', () => {
    assert.match(
      effectivePermissionsDocument(snapshot, '"The Desk".Bot'),
      /^# Effective permissions of "The Desk"\.Bot\n/,
    );
    assert.match(effectivePermissionsDocument(snapshot, 'zed'), /Inactive: may do nothing\.\n$/);
    assert.match(effectivePermissionsDocument(snapshot, 'no`body'), /Nobody is named ``no`body``\./);
    assert.match(effectivePermissionsDocument(snapshot, 'bob'), /everything, by `ADMIN`\n\nSees every record\./);
  });
});

describe('evaluation', () => {
  it('offers principals, permissions and places as a question writes them', () => {
    const { permissions, places } = evaluationChoices(snapshot);
    const { principals } = findPrincipals(snapshot.model, { text: '' });
    assert.deepEqual(
      principals.map(({ name, kind, detail }) => `${kind} ${name}: ${detail}`),
      [
        'user ann: a@x.com',
        'user bob: b@x.com',
        'user zed: z@x.com, inactive',
        'group Team: 1 member',
        'service account "The Desk".Bot: Sorts',
        'group "Internal Users": 2 members',
        'group "External Users": 0 members',
      ],
    );
    const read = permissions.find(({ constant }) => constant === 'READ_RECORDS');
    assert.deepEqual(read, {
      constant: 'READ_RECORDS',
      name: 'View Records',
      group: 'Records',
      record: true,
      places: ['organization', 'object'],
    });
    assert.deepEqual(
      places.map(({ name, kind }) => `${kind} ${name}`),
      ['organization organization', 'app "The Desk"'],
    );
    assert.deepEqual(places[1]?.fields[0], { name: 'Status', type: 'choice', options: ['"New"', '"Open"'] });
    assert.deepEqual(places[1]?.records, ['r']);
  });

  it('asks what was chosen', () => {
    const outcome = (request: EvaluationRequest) => {
      const { text, answer } = evaluate(snapshot, request);
      return [text, answer.kind === 'decision' ? answer.decision.outcome : answer.reason];
    };
    assert.deepEqual(outcome({ principal: 'bob', permission: 'ADMIN', place: 'organization' }), [
      'bob can ADMIN in organization',
      'allowed',
    ]);
    const record = [
      { field: 'Status', value: '"Open"' },
      { field: 'Owner', value: 'empty' },
    ];
    assert.deepEqual(outcome({ principal: 'ann', permission: 'READ_RECORDS', place: '"The Desk"', record }), [
      'ann can READ_RECORDS in "The Desk" with { Status "Open"  Owner empty }',
      'allowed',
    ]);
    assert.equal(evaluate(snapshot, {}).answer.kind, 'error');
  });
});
