// What settings change, and what broken text leaves open: queries and expectations, each in one line.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { contentText } from '../../server/src/access/counterexample.ts';
import { snapshotOf } from '../support/fixture.ts';
import { ask, outcomesOf } from './both-ways.ts';
import { project } from './project.ts';

type Changes = readonly (readonly [string, string])[];

/** The project with some words replaced, and more declarations and files behind it. */
interface Changed {
  readonly changes?: Changes;
  readonly more?: string;
  readonly settings?: string;
}

/** `query …` and `expect …` with ` => ` and what comes of them, a line each. */
function check({ changes = [], more = '', settings = '{}' }: Changed, lines: string): void {
  const text = changes.reduce((all, [from, to]) => {
    assert.ok(all.includes(from), from);
    return all.replace(from, to);
  }, project);
  const expected = lines
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const asked = expected.map((line) => line.split(' => ')[0] ?? '');
  const expectations = asked.filter((line) => line.startsWith('expect '));
  const behind = `\n--- file: writ.json\n${settings}\n`;
  const snapshot = snapshotOf(`${text}${more}${behind}`);
  const outcomes = outcomesOf(snapshotOf(`${text}${more}${expectations.join('\n')}${behind}`));
  const came = new Map(expectations.map((line, i) => [line, outcomes[i] ?? assert.fail(line)]));
  const found = asked.map(
    (line) => `${line} => ${came.get(line) ?? ask(snapshot, line.replace('query ', '')).answer.reason}`,
  );
  assert.deepEqual(found, expected);
}

describe('decisions beside', () => {
  it('`usable by` that is broken', () => {
    check(
      { changes: [['usable by Team', 'usable by Tem']] },
      `
        query bob can use Desk.Bot => refused: the account is not usable by \`bob\` (\`usable by\` of \`Bot\` is broken and might name the principal)
        query ann can use Desk.Bot => refused: the account is not usable by \`ann\` (\`usable by\` of \`Bot\` is broken and might name the principal)
        query ann can use Desk.Idle => refused: the service account is inactive
        expect bob cannot use Desk.Bot => error: refused: the account is not usable by \`bob\`, but \`usable by\` of \`Bot\` is broken and might name the principal
        expect bob can use Desk.Bot => error: refused: the account is not usable by \`bob\`, but \`usable by\` of \`Bot\` is broken and might name the principal
      `,
    );
  });

  it('roles of an account that are broken', () => {
    check(
      { changes: [['roles Agent, organization.Host', 'roles Agnt, organization.Host']] },
      `
        query Desk.Bot can READ_RECORDS on r => refused: no role grants it to \`Desk.Bot\` (a role or account of \`Desk\` is broken and might allow more)
        query Desk.Bot can CREATE_RECORDS in Shop => refused: no role grants it to \`Desk.Bot\` (\`roles\` of \`Bot\` is broken and might name a role that grants it)
        query Desk.Bot can CREATE_ROLES in organization => refused: no role grants it to \`Desk.Bot\` (\`roles\` of \`Bot\` is broken and might name a role that grants it)
        query who can READ_RECORDS in Desk => bob; Team when Status is "Open" and Owner is empty or Line is Team; ann when Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew); cat when Total > 3 or Line is Others
        query cat can DELETE_RECORDS in Desk with { Line empty Owner empty } => refused: no role grants it to \`cat\` (a role or account of \`Desk\` is broken and might allow more)
        expect Desk.Bot cannot CREATE_RECORDS in Shop => error: refused: no role grants it to \`Desk.Bot\`, but \`roles\` of \`Bot\` is broken and might name a role that grants it
        expect only Crew, bob can CREATE_RECORDS in Shop => error: \`roles\` of \`Bot\` is broken and might name a role that grants it
        expect Desk.Idle cannot READ_RECORDS on r => held: refused: \`Desk.Idle\` is inactive
      `,
    );
  });

  it('a user who is declared with an error', () => {
    check(
      { changes: [['{ external }', '{ extrnal }']] },
      `
        query cat can READ_RECORDS in Desk => \`cat\` is declared with an error
        query what can cat do in Desk => \`cat\` is declared with an error
        query who can READ_RECORDS in Desk => bob; Team when Status is "Open" and Owner is empty or Line is Team; ann when Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew); Desk.Bot when Owner is Desk.Bot
        query cat can invite "n@x.com" => \`cat\` is declared with an error
        query cat can use Desk.Bot => \`cat\` is declared with an error
        expect only Team, bob, Desk.Bot can READ_RECORDS in Desk => error: a declaration of the organization is broken and might allow more
        expect only bob can CREATE_ROLES in organization => error: \`cat\` is declared with an error
        expect cat cannot READ_RECORDS in Desk => error: \`cat\` is declared with an error
      `,
    );
  });

  it('a user who is declared with an error, of one record', () => {
    const more = 'record t in Desk { Status "New" Region "x" Line empty Total 1 Owner empty shared with ann }\n';
    check({ more }, 'query who can READ_RECORDS on t => ann, bob');
    check(
      { more, changes: [['{ Region "EU" }', '{ Region "EU" extrnal }']] },
      'query who can READ_RECORDS on t => bob',
    );
  });

  it('a policy that is broken', () => {
    check(
      { changes: [['when Total > 3', 'when Totl > 3']] },
      `
        query ann can READ_RECORDS in Desk with { Status "New" Line empty } => refused: no policy or share lets \`ann\` see the record (a policy or share of \`Desk\` is broken and might open more)
        query cat can READ_RECORDS in Desk => allowed when Line is Others (a policy or share of \`Desk\` is broken and might open more)
        query cat can DELETE_RECORDS in Shop => refused: no role grants it to \`cat\`
        query cat can UPDATE_RECORDS in Desk => refused: no role grants it to \`cat\`
        query zed can READ_RECORDS on r => refused: \`zed\` is inactive
        query ann can CREATE_RECORDS in Shop => allowed: role \`Clerk\` through \`Crew\`
        query ann can READ_ROLES in organization => refused: no role grants it to \`ann\`
        expect cat cannot READ_RECORDS in Desk with { Line empty } => error: refused: no policy or share lets \`cat\` see the record, but a policy or share of \`Desk\` is broken and might open more
        expect cat cannot UPDATE_RECORDS in Desk with { Owner empty } => held: refused: no role grants it to \`cat\`
        expect nobody can READ_CHARTS in Desk => failed: \`bob\` can: allowed: role \`Admin\` (\`ADMIN\`) [bob: ]
        expect only Team, bob, cat, Desk.Bot can READ_RECORDS in Desk => held: nobody else can
        expect only bob can READ_CHARTS in Desk => held: nobody else can
        expect ann cannot READ_ROLES in organization => held: refused: no role grants it to \`ann\`
      `,
    );
  });

  it('a role of an object that is broken', () => {
    check(
      {
        changes: [
          [
            'role Clerk { members Crew grants CREATE_RECORDS, READ_MESSAGES }',
            'role Clerk { members Crew grants CREATE_RECRDS }',
          ],
        ],
      },
      `
        query cat can CREATE_RECORDS in Shop => refused: no role grants it to \`cat\` (a role or account of \`Shop\` is broken and might allow more)
        query ann can CREATE_RECORDS in Shop => refused: no role grants it to \`ann\` (a role or account of \`Shop\` is broken and might allow more)
        query cat can READ_RECORDS in Desk => allowed when Total > 3 or Line is Others
        expect only bob can CREATE_RECORDS in Shop => error: a role or account of \`Shop\` is broken and might allow more
        expect cat cannot CREATE_RECORDS in Shop => error: refused: no role grants it to \`cat\`, but a role or account of \`Shop\` is broken and might allow more
        expect only bob can READ_CHARTS in Desk => held: nobody else can
      `,
    );
  });

  it('a field that is broken', () => {
    check(
      { changes: [['field Paid: boolean', 'field Paid: bolean']] },
      `
        query cat can READ_RECORDS in Desk => allowed when Total > 3 or Line is Others (a role or account of \`Desk\` is broken and might allow more)
        query ann can READ_RECORDS in Desk when Status is "Open" and Owner is empty => allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`
        expect ann can READ_RECORDS in Desk when Status is "Open" and Owner is empty => held: allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`
        expect cat cannot READ_RECORDS in Desk with { Total 1 Line empty } => error: refused: no policy or share lets \`cat\` see the record, but a role or account of \`Desk\` is broken and might allow more
      `,
    );
  });

  it('a field of assignees that is broken', () => {
    check(
      { changes: [['field Line: group as assignee', 'field Line: grup as assignee']] },
      `
        query cat can READ_RECORDS in Desk => allowed when Total > 3 (a role or account of \`Desk\` is broken and might allow more)
        expect cat cannot READ_RECORDS in Desk with { Total 1 } => error: refused: no policy or share lets \`cat\` see the record, but a role or account of \`Desk\` is broken and might allow more
      `,
    );
  });

  it('an account that does not end', () => {
    check(
      {
        changes: [
          [
            'service account Idle { roles Agent inactive usable by ann, Crew }',
            'service account Idle { roles Agent inactive usable by ann, Crew ',
          ],
        ],
      },
      `
        query cat can READ_RECORDS in Desk => allowed when Total > 3 or Line is Others (a declaration of the organization is broken and might allow more)
        expect only bob can READ_CHARTS in Desk => error: a declaration of the organization is broken and might allow more
        expect only bob can CREATE_RECORDS in Shop => failed: \`Crew\` can: allowed: role \`Clerk\` [Crew: ]
      `,
    );
  });

  it('a group that is broken, and a condition on it', () => {
    check(
      {
        changes: [
          ['to Crew, Others when Total > 3', 'to Crew, Others when not (Owner is in Team)'],
          ['group Team { members ann }', 'group Team { members ann, an }'],
        ],
      },
      `
        query ann can READ_RECORDS in Desk with { Owner bob Line empty } => allowed: role \`Agent\` through \`Team\`; policy \`Seen\` through \`Crew\` (a declaration of the organization is broken and might change who is in a group)
        query ann can READ_RECORDS on r => allowed: role \`Agent\` through \`Team\`; shared on \`watch\`
        expect ann can READ_RECORDS in Desk with { Owner bob Line empty } => error: allowed: role \`Agent\` through \`Team\`; policy \`Seen\` through \`Crew\`, but a declaration of the organization is broken and might change who is in a group
        expect ann can READ_RECORDS in Desk with { Owner empty Line empty } => error: allowed: role \`Agent\` through \`Team\`; policy \`Seen\` through \`Crew\`, but a declaration of the organization is broken and might change who is in a group
        expect ann can READ_RECORDS on r => held: allowed: role \`Agent\` through \`Team\`; shared on \`watch\`
      `,
    );
  });

  it('auto-share that gives roles of the whole object', () => {
    check(
      { settings: '{ "semantics": { "autoShareReach": "object", "adminSeesAllRecords": false } }' },
      `
        query ann can UPDATE_RECORDS on s => allowed: role \`Follower\` by auto-share on \`watch\`; shared on \`group-assign\` through \`Team\`
        query ann can UPDATE_RECORDS in Desk => allowed when Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew)
        query Others can UPDATE_RECORDS in Desk => allowed when Total > 3 or Line is Others
        query cat can UPDATE_RECORDS on s => refused: no policy or share lets \`cat\` see the record
        query bob can DELETE_RECORDS on r => allowed: role \`Admin\` (\`ADMIN\`); policy \`Seen\` through \`Crew\`
        query Team can DELETE_RECORDS on r => allowed when Line is Team
        query Desk.Bot can DELETE_RECORDS on r => refused: no policy or share lets \`Desk.Bot\` see the record
        query who can UPDATE_RECORDS in Desk => Others when Total > 3 or Line is Others; ann when Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew); bob when Total > 3 or Line is Crew
        query bob can READ_ROLES in organization => allowed: role \`Admin\` (\`ADMIN\`)
        expect ann can UPDATE_RECORDS in Desk when Total > 3 => held: allowed: role \`Follower\` by auto-share on \`watch\`; policy \`Local\` through \`Team\`
        expect cat cannot UPDATE_RECORDS in Desk => failed: allowed when Total > 3 or Line is Others [cat: Total 4]
      `,
    );
  });

  it('administrators who see what they are shown', () => {
    check(
      { settings: '{ "semantics": { "adminSeesAllRecords": false } }' },
      `
        query bob can READ_RECORDS on r => allowed: role \`Admin\` (\`ADMIN\`); policy \`Seen\` through \`Crew\`
        query bob can READ_RECORDS in Desk => allowed when Total > 3 or Line is Crew
        query bob can DELETE_RECORDS on s => refused: no policy or share lets \`bob\` see the record
        query who can READ_RECORDS on s => Team
      `,
    );
  });

  it('other words of auto-share', () => {
    check(
      {
        changes: [
          ['auto-share records on watch, group-assign', 'auto-share records on assign, mention, approval'],
          ['to Crew, Others when Total > 3', 'to zed'],
        ],
        more: 'record t in Desk { mentions ann approved by Others Total 1 }\n',
      },
      `
        query bob can READ_RECORDS on s => allowed: role \`Admin\` (\`ADMIN\`)
        query bob can READ_RECORDS in Desk => allowed: role \`Admin\` (\`ADMIN\`)
        query ann can READ_RECORDS on s => allowed when Status is "Open"
        query ann can DELETE_RECORDS on s => allowed when Status is "Open"
        query Team can READ_RECORDS in Desk => allowed when Status is "Open" and Owner is empty or Owner is current user
        query Desk.Bot can READ_RECORDS on s => allowed: role \`Agent\`; shared on \`assign\`
        query ann can READ_RECORDS on t => allowed: role \`Agent\` through \`Team\`; shared on \`mention\`
        query cat can READ_RECORDS on t => allowed: role \`Agent\`; shared on \`approval\` through \`Others\`
        query cat can READ_RECORDS on r => refused: no policy or share lets \`cat\` see the record
        query ann can READ_RECORDS on r => allowed: role \`Agent\` through \`Team\`; shared with it through \`Crew\`
        query cat can READ_RECORDS in Desk => allowed when Owner is cat
        expect cat can READ_RECORDS in Desk => failed: allowed when Owner is cat [cat: Owner ann]
        expect cat can READ_RECORDS on t => held: allowed: role \`Agent\`; shared on \`approval\` through \`Others\`
      `,
    );
  });

  it('records of every kind of content', () => {
    check(
      {
        changes: [
          [
            'to Crew, Others when Total > 3',
            'to cat when Tags overlaps ("a", "b") or Due is 2026-01-02 or Sent is 2026-01-02T03:04Z or Paid is true or Owner is Bot or Line is Team or Region is "x"',
          ],
        ],
      },
      `
        expect cat cannot READ_RECORDS in Desk when Tags contains "a" and Line is empty => failed: allowed: role \`Agent\`; policy \`Seen\` [cat: Tags "a", Line empty]
        expect cat cannot READ_RECORDS in Desk when Tags contains "a" and Tags contains "b" and Line is empty => failed: allowed: role \`Agent\`; policy \`Seen\` [cat: Tags ("a", "b"), Line empty]
        expect cat cannot READ_RECORDS in Desk when Due is 2026-01-02 => failed: allowed: role \`Agent\`; policy \`Seen\` [cat: Due 2026-01-02]
        expect cat cannot READ_RECORDS in Desk when Sent is 2026-01-02T03:04Z => failed: allowed: role \`Agent\`; policy \`Seen\` [cat: Sent 2026-01-02T03:04Z]
        expect cat cannot READ_RECORDS in Desk when Paid is true => failed: allowed: role \`Agent\`; policy \`Seen\` [cat: Paid true]
        expect cat cannot READ_RECORDS in Desk when Owner is Bot and Due is empty => failed: allowed: role \`Agent\`; policy \`Seen\` [cat: Owner Desk.Bot, Due empty]
        expect cat cannot READ_RECORDS in Desk when Line is Team => failed: allowed: role \`Agent\`; policy \`Seen\` [cat: Line Team]
        expect cat can READ_RECORDS in Desk when not Tags overlaps ("a", "b") => failed: allowed when Tags is not empty or Due is 2026-01-02 or Sent is 2026-01-02T03:04Z or Paid is true or Owner is Desk.Bot or Line is one of (Team, Others) or Region is "x" [cat: Tags empty, Due 2026-01-01, Sent 2026-01-02T00:00Z, Paid false, Owner ann, Line Crew, Region "other"]
        expect cat can READ_RECORDS in Desk when Total is 1.5 and Tags is empty => failed: allowed when Tags is not empty or Due is 2026-01-02 or Sent is 2026-01-02T03:04Z or Paid is true or Owner is Desk.Bot or Line is one of (Team, Others) or Region is "x" [cat: Total 1.5, Tags empty, Due 2026-01-01, Sent 2026-01-02T00:00Z, Paid false, Owner ann, Line Crew, Region "other"]
        expect cat cannot READ_RECORDS in Desk when Region is "x" => failed: allowed: role \`Agent\`; policy \`Seen\` [cat: Region "x"]
      `,
    );
  });

  it('a field without options', () => {
    const field = snapshotOf(project).model.objects.get('Desk')?.fields.get('Tags') ?? assert.fail();
    assert.equal(contentText(field, new Set()), 'empty');
  });

  it('records of other objects, and who acts on none', () => {
    check(
      {
        more: 'user dan "d@x.com"\nuser eve "e@x.com"\nrecord x in Shop { watched by dan }\nrecord y in Desk { Owner eve }\n',
        settings: '{ "semantics": { "autoShareReach": "object" } }',
      },
      `
        query dan can UPDATE_RECORDS in Desk => refused: no role grants it to \`dan\`
        query dan can UPDATE_RECORDS on r => refused: no role grants it to \`dan\`
        query cat can UPDATE_RECORDS in Desk => allowed when Total > 3 or Line is Others
        query eve can DELETE_RECORDS on r => refused: no policy or share lets \`eve\` see the record
      `,
    );
  });

  it('an organization without administrators', () => {
    check(
      { changes: [['managed role "Admin" { members bob }', '']] },
      `
        expect nobody can READ_CHARTS in Desk => held: nobody can
        expect only bob can READ_CHARTS in Desk => held: nobody else can
      `,
    );
  });

  it('options of a field that are broken', () => {
    check(
      { changes: [['field Status: choice("New", "Open")', 'field Status: choice("New", "Open", )']] },
      `
        query ann can READ_RECORDS in Desk with { Status "Open" Owner empty } => allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\` (a field is broken and might hold something else)
        expect ann can READ_RECORDS in Desk when Status is "Open" and Owner is empty => error: allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`, but a field is broken and might hold something else
      `,
    );
  });

  it('an account without a name', () => {
    check(
      { changes: [['service account Idle {', 'service account {']] },
      `
        query cat can CREATE_RECORDS in Shop => refused: no role grants it to \`cat\`
        expect only bob can READ_CHARTS in Desk => error: a role or account of \`Desk\` is broken and might allow more
        expect only Crew, bob can CREATE_RECORDS in Shop => error: a service account of \`Desk\` is broken and might hold a role for it
        expect ann can use Desk.Bot => held: allowed
      `,
    );
  });

  it('a group that is broken, and a condition on the groups of who acts', () => {
    check(
      {
        changes: [
          ['to Crew, Others when Total > 3', 'to Crew, Others when not (Line contains current user)'],
          ['group Team { members ann }', 'group Team { members ann, an }'],
        ],
      },
      `
        query ann can READ_RECORDS in Desk with { Status "New" } => allowed: role \`Agent\` through \`Team\`; policy \`Seen\` through \`Crew\` (a declaration of the organization is broken and might change who is in a group)
        query ann can READ_RECORDS in Desk with { Line empty Status "New" } => allowed: role \`Agent\` through \`Team\`; policy \`Seen\` through \`Crew\` (a declaration of the organization is broken and might change who is in a group)
        expect ann can READ_RECORDS in Desk with { Line empty Status "New" } => error: allowed: role \`Agent\` through \`Team\`; policy \`Seen\` through \`Crew\`, but a declaration of the organization is broken and might change who is in a group
        expect ann can READ_RECORDS and DELETE_RECORDS on s => held: allowed: role \`Agent\` through \`Team\`; shared on \`group-assign\` through \`Team\`
      `,
    );
  });

  it('several permissions at once, and the inactive', () => {
    check(
      {},
      `
        query ann can READ_RECORDS and DELETE_RECORDS on s => allowed: role \`Agent\` through \`Team\`; shared on \`group-assign\` through \`Team\`
        query what can zed do in organization => nothing: \`zed\` is inactive
        query what can Desk.Idle do in Desk => nothing: \`Desk.Idle\` is inactive
        query Crew can CREATE_RECORDS in Shop => allowed: role \`Clerk\`
        query who can CREATE_RECORDS and READ_MESSAGES in Shop => ann, bob
        expect only Crew can CREATE_RECORDS in Shop => held: nobody else can
        expect only ann can CREATE_RECORDS in Shop => failed: \`Crew\` can: allowed: role \`Clerk\` [Crew: ]
      `,
    );
  });

  it('a field of assignees that says something more', () => {
    check(
      { changes: [['field Line: group as assignee', 'field Line: group as assignee as assignee']] },
      `
        query ann can READ_RECORDS in Desk with { Line Team Total 5 } => allowed: role \`Agent\` through \`Team\`; policy \`Seen\` through \`Crew\`
        query ann can READ_RECORDS in Desk with { Line Team } => allowed: role \`Agent\` through \`Team\`; shared on \`group-assign\` through \`Team\` (a field is broken and might hold something else)
        query ann can READ_RECORDS and DELETE_RECORDS in Desk with { Line Team Total 5 } => allowed: role \`Agent\` through \`Team\`; policy \`Seen\` through \`Crew\` (a field is broken and might hold something else)
        expect ann can READ_RECORDS and DELETE_RECORDS in Desk with { Line Team Total 5 } => error: allowed: role \`Agent\` through \`Team\`; policy \`Seen\` through \`Crew\`, but a field is broken and might hold something else
      `,
    );
  });

  it('a group that is broken, and a condition that holds of all the others', () => {
    check(
      {
        changes: [
          ['to Crew, Others when Total > 3', 'to Crew when Line is one of (Team, Crew, Others) or Line is empty'],
          ['group Team { members ann }', 'group Team { members ann, an }'],
        ],
      },
      `
        query ann can READ_RECORDS in Desk => allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\` (a declaration of the organization is broken and might change who is in a group)
        expect ann can READ_RECORDS in Desk => error: allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`, but a declaration of the organization is broken and might change who is in a group
      `,
    );
  });

  it('an account that cannot be read', () => {
    check(
      { changes: [['usable by Team', 'usabel by Team']] },
      `
        query ann can use Desk.Bot => \`Desk.Bot\` is declared with an error
        query what can Desk.Bot do in Desk => \`Desk.Bot\` is declared with an error
        query who can READ_RECORDS in Desk => bob; Team when Status is "Open" and Owner is empty or Line is Team; ann when Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew); cat when Total > 3 or Line is Others
        expect ann can use Desk.Bot => error: \`Desk.Bot\` is declared with an error
        expect bob cannot use Desk.Bot => error: \`Desk.Bot\` is declared with an error
        expect only Team, bob, cat can READ_RECORDS in Desk => error: a role or account of \`Desk\` is broken and might allow more
      `,
    );
  });

  it('another day', () => {
    check(
      {},
      `
        query who can READ_ROLES in organization => bob
        query who can READ_ROLES in organization as of 2026-11-20 => Team, bob
        query who can CREATE_ORGANIZATION_USERS in organization as of 2027-01-01 => bob
        expect only bob can READ_ROLES in organization => held: nobody else can
        expect only bob can READ_ROLES in organization as of 2026-11-20 => failed: \`Team\` can: allowed: role \`Past\` [Team: ]
        expect only bob can CREATE_ORGANIZATION_USERS in organization => failed: \`Team\` can: allowed: role \`Host\` [Team: ]
        expect only bob can CREATE_ORGANIZATION_USERS in organization as of 2027-01-01 => held: nobody else can
      `,
    );
  });

  it('addresses that only administrators invite, and that everybody may invite', () => {
    check(
      { changes: [['invites allowed-domains', 'invites admins-only']] },
      `
        query ann can invite "n@x.com" => refused: the invite policy does not take this address
        query bob can invite "n@x.com" => allowed: role \`Admin\` (\`ADMIN\`)
      `,
    );
    check(
      { changes: [['invites allowed-domains', 'invites any-domain']] },
      `
        query ann can invite "n@y.com" => allowed: role \`Host\` through \`Team\`
        query cat can invite "n@y.com" => refused: no role grants it to \`cat\`
      `,
    );
  });

  it('a role that is broken, of what is allowed all the same', () => {
    check(
      { changes: [['grants READ_ROLES expires', 'grants READ_ROLS expires']] },
      `
        query ann can invite "n@x.com" => allowed: role \`Host\` through \`Team\`
        query ann can invite "n@y.com" => refused: the invite policy does not take this address (a declaration of the organization is broken and might allow more)
        query zed can invite "n@x.com" => refused: \`zed\` is inactive
        query ann can use Desk.Bot => allowed
        query zed can use Desk.Bot => refused: \`zed\` is inactive
      `,
    );
  });
});
