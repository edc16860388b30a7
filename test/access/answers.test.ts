// Questions and what is answered, each in one line.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { snapshotOf } from '../support/fixture.ts';
import { ask } from './both-ways.ts';
import { project } from './project.ts';

/** `question => answer`, a line each. */
function check(lines: string): void {
  const snapshot = snapshotOf(project);
  for (const line of lines.trim().split('\n')) {
    const [question = ''] = line.trim().split(' => ');
    const { answer, problems } = ask(snapshot, question);
    assert.deepEqual(problems, [], question);
    assert.equal(`${question} => ${answer.reason}`, line.trim());
  }
}

describe('answers', () => {
  it('by roles, policies, shares and relations', () => {
    check(`
      ann can READ_RECORDS on r => allowed: role \`Agent\` through \`Team\`; shared on \`watch\`
      ann can READ_RECORDS in Desk => allowed when Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew)
      ann can UPDATE_RECORDS on r => allowed: role \`Follower\` by auto-share on \`watch\`; shared on \`watch\`
      ann can DELETE_RECORDS on s => allowed: role \`Doer\` through \`Team\` by auto-share on \`assign\`; shared on \`group-assign\` through \`Team\`
      bob can DELETE_RECORDS on s => allowed: role \`Admin\` (\`ADMIN\`)
      bob can READ_RECORDS on r => allowed: role \`Admin\` (\`ADMIN\`)
      cat can READ_RECORDS on r => allowed: role \`Agent\`; policy \`Seen\` through \`Others\`
      cat can READ_RECORDS in Desk => allowed when Total > 3 or Line is Others
      cat can UPDATE_RECORDS on r => allowed: role \`Follower\` through \`Others\` by auto-share on \`watch\`; policy \`Seen\` through \`Others\`
      Others can UPDATE_RECORDS on r => allowed: role \`Follower\` through \`Others\` by auto-share on \`watch\`; policy \`Seen\`
      Team can READ_RECORDS in Desk => allowed when Status is "Open" and Owner is empty or Line is Team
      Team can READ_RECORDS on s => allowed: role \`Agent\`; shared on \`group-assign\` through \`Team\`
      Team can DELETE_RECORDS on s => allowed: role \`Doer\` through \`Team\` by auto-share on \`assign\`; shared on \`group-assign\` through \`Team\`
      Team can DELETE_RECORDS in Desk => allowed when Line is Team
      Crew can READ_RECORDS on r => refused: no role grants it to \`Crew\`
      zed can READ_RECORDS on r => refused: \`zed\` is inactive
      Desk.Bot can READ_RECORDS on r => refused: no policy or share lets \`Desk.Bot\` see the record
      Desk.Bot can READ_RECORDS in Desk => allowed when Owner is Desk.Bot
      Desk.Bot can READ_RECORDS in Desk with { Owner Bot } => allowed: role \`Agent\`; policy \`Own\`
      Desk.Bot can DELETE_RECORDS on s => refused: no policy or share lets \`Desk.Bot\` see the record
      Desk.Idle can READ_RECORDS on r => refused: \`Desk.Idle\` is inactive
      ann can READ_ROLES in organization => refused: no role grants it to \`ann\`
      ann can READ_ROLES in organization as of 2026-11-20 => allowed: role \`Past\` through \`Team\`
      bob can READ_ROLES in organization => allowed: role \`Admin\` (\`ADMIN\`)
      ann can CREATE_RECORDS in Shop => allowed: role \`Clerk\` through \`Crew\`
      ann can CREATE_RECORDS and READ_MESSAGES in Shop => allowed: role \`Clerk\` through \`Crew\`; the default policy through \`Internal Users\`
      cat can CREATE_RECORDS in Shop => refused: no role grants it to \`cat\`
      ann can READ_RECORDS in Desk when Status is "Open" and Owner is empty => allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`
      ann can READ_RECORDS in Desk when Status is "New" and Total < 1 => allowed when Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew)
    `);
  });

  it('of invitations and of accounts', () => {
    check(`
      ann can invite "n@x.com" => allowed: role \`Host\` through \`Team\`
      ann can invite "n@y.com" => refused: the invite policy does not take this address
      cat can invite "n@x.com" => refused: no role grants it to \`cat\`
      bob can invite "n@y.com" => allowed: role \`Admin\` (\`ADMIN\`)
      zed can invite "n@x.com" => refused: \`zed\` is inactive
      Desk.Bot can invite "n@x.com" => allowed: role \`Host\`
      ann can invite "n@x.com" as of 2027-01-01 => refused: no role grants it to \`ann\`
      ann can use Desk.Bot => allowed
      bob can use Desk.Bot => refused: the account is not usable by \`bob\`
      Team can use Desk.Bot => allowed
      zed can use Desk.Bot => refused: \`zed\` is inactive
      ann can use Desk.Idle => refused: the service account is inactive
    `);
  });

  it('of lists', () => {
    check(`
      who can READ_RECORDS in Desk => bob; Team when Status is "Open" and Owner is empty or Line is Team; ann when Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew); cat when Total > 3 or Line is Others; Desk.Bot when Owner is Desk.Bot
      who can READ_RECORDS on r => Others, ann, bob; Team when Line is Team
      who can DELETE_RECORDS on s => Team, bob
      who can DELETE_RECORDS in Desk => bob; Team when Line is Team; Crew when Owner is current user and Total > 3 or Line is Crew; Others when Owner is current user and Total > 3 or Line is Others; ann when Owner is ann and (Status is "Open" and Region is "EU" or Total > 3) or Line is one of (Team, Crew); cat when Owner is cat and Total > 3 or Line is Others; Desk.Bot when Owner is Desk.Bot
      who can CREATE_ORGANIZATION_USERS in organization => Team, bob, Desk.Bot
      who can CREATE_RECORDS in Shop => Crew
      who can READ_RECORDS and UPDATE_RECORDS on r => Others, ann, bob
      what can ann do in Desk => 2 permissions, 0 of them without condition
      what can ann do on r => 3 permissions, 2 of them without condition
      what can bob do in organization => 159 permissions, 159 of them without condition
      what can zed do in Desk => nothing: \`zed\` is inactive
      what can cat do in Shop => nothing
      what can Desk.Bot do in Desk => 2 permissions, 0 of them without condition
      what can Team do in Desk => 2 permissions, 0 of them without condition
    `);
  });

  it('of lists, with where each entry comes from', () => {
    const snapshot = snapshotOf(project);
    const shown = (question: string) => {
      const { answer } = ask(snapshot, question);
      const entries = answer.kind === 'list' ? answer.entries.slice(0, 3) : [];
      return entries.map(({ name, whenText = 'always', origin }) => `${name}: ${whenText}: ${origin}`);
    };
    assert.deepEqual(shown('who can READ_RECORDS on r'), [
      'Team: Line is Team: role `Agent`; policy `Local`',
      'Others: always: role `Follower` through `Others` by auto-share on `watch`; policy `Seen`',
      'ann: always: role `Agent` through `Team`; shared on `watch`',
    ]);
    assert.deepEqual(shown('what can ann do on r'), [
      'READ_RECORDS: always: role `Agent` through `Team`; shared on `watch`',
      'UPDATE_RECORDS: always: role `Follower` by auto-share on `watch`; shared on `watch`',
      'DELETE_RECORDS: Line is one of (Team, Crew): role `Doer` by auto-share on `assign`; shared on `watch`',
    ]);
    assert.deepEqual(shown('what can bob do in organization'), [
      'ADMIN: always: role `Admin`',
      'CREATE_ASSIGNMENT_ENGINES: always: role `Admin` (`ADMIN`)',
      'READ_ASSIGNMENT_ENGINES: always: role `Admin` (`ADMIN`)',
    ]);
  });
});
