// Remedies of every kind, text in and text out: what each question is refused for, and what is offered in which order.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { remediesFor, wishOf } from '../../../server/src/access/remedies/remedies.ts';
import { explainRemedies } from '../../../server/src/ide/explain-remedies.ts';
import { treeToText } from '../../../server/src/ide/explain-text.ts';
import { askQuestion } from '../../../server/src/project/ask.ts';
import { snapshotOf } from '../../support/fixture.ts';

const project = `organization { domains "x.com" invites allowed-domains }
user ann "a@x.com" { Region "EU" }
user bob "b@x.com"
user zed "z@x.com" { inactive }
group Team { members bob }
group Partners { domain "y.com" }
role Host { members bob grants CREATE_ORGANIZATION_USERS }
role Past { members ann grants READ_ROLES expires 2026-11-20 }
app Desk {
  field Status: choice("New", "Open")
  field Owner: user as assignee
  field Line: group as assignee
  role Agent { members Team grants READ_RECORDS }
  role Follower { grants UPDATE_RECORDS auto-share on watch }
  policy Local { to Team when Status is "Open" }
  auto-share records on watch, group-assign
  service account Bot { roles Agent usable by Team }
  service account Idle { inactive roles Agent usable by ann }
}
app Shop { role Clerk { members Team grants CREATE_RECORDS } }
record r in Desk { Status "New" Owner bob }
record s in Desk { Status "Open" }
`;

const snapshot = snapshotOf(project);

/** Questions after `#`, each with what is offered below it. */
function check(text: string): void {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  const expected = lines.map((line) => line.slice(indent));
  const found = expected.filter((line) => line.startsWith('# ')).flatMap((line) => remedies(line.slice(2)));
  assert.deepEqual(found, expected);
}

function remedies(line: string): string[] {
  const [text = ''] = line.split(' => ');
  const { question, answer } = askQuestion(snapshot, text);
  const wish = question && wishOf(question, snapshot.input.today);
  assert.ok(wish !== undefined && answer.kind === 'decision', text);
  const found = remediesFor(snapshot.model, wish, answer.decision);
  const shown = treeToText(snapshot, explainRemedies(snapshot.model, found));
  return [`# ${text} => ${answer.reason}`, ...shown.map((each) => each.replace(/ \(main\.writ:\d+\)/, ''))];
}

describe('what would allow it', () => {
  it('of one record', () => {
    check(`
      # ann can READ_RECORDS on r => refused: no role grants it to \`ann\`
      add \`ann\` to role \`Agent\` of \`Desk\`, and share the record with \`ann\`
        it grants nothing else
      add \`ann\` to role \`Agent\` of \`Desk\`, and add a policy of \`Desk\` for \`ann\`
        it also grants \`READ_RECORDS\` in \`Desk\`
      add \`ann\` to role \`Agent\` of \`Desk\`, and let \`ann\` watch the record
        it also grants \`UPDATE_RECORDS\` on this record
      add \`ann\` to group \`Team\`, and add a policy of \`Desk\` for \`ann\`
        it also grants \`READ_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\` in \`Shop\`, the use of \`Desk.Bot\`
      add \`ann\` to group \`Team\`, and share the record with \`ann\`
        it also grants \`READ_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\` in \`Shop\`, the use of \`Desk.Bot\`
      # ann can READ_RECORDS on s => refused: no role grants it to \`ann\`
      add \`ann\` to role \`Agent\` of \`Desk\`, and share the record with \`ann\`
        it grants nothing else
      add \`ann\` to role \`Agent\` of \`Desk\`, and name \`ann\` in policy \`Local\` of \`Desk\`
        it also grants \`READ_RECORDS\` in \`Desk\`
      add \`ann\` to role \`Agent\` of \`Desk\`, and add a policy of \`Desk\` for \`ann\`
        it also grants \`READ_RECORDS\` in \`Desk\`
      add \`ann\` to role \`Agent\` of \`Desk\`, and let \`ann\` watch the record
        it also grants \`UPDATE_RECORDS\` on this record
      add \`ann\` to group \`Team\`
        it also grants \`READ_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\` in \`Shop\`, the use of \`Desk.Bot\`
      # bob can READ_RECORDS on r => allowed when Line is Team
      let the record say \`Status "Open"\`
        it grants nothing else
      let the record say \`Line Team\`
        it grants nothing else
      share the record with \`bob\`
        it grants nothing else
      add a policy of \`Desk\` for \`bob\`
        it also grants \`READ_RECORDS\` in \`Desk\`
      let \`bob\` watch the record
        it also grants \`UPDATE_RECORDS\` on this record
      # ann can UPDATE_RECORDS on s => refused: no role grants it to \`ann\`
      let \`ann\` watch the record
        it grants nothing else
      add \`ann\` to role \`Follower\` of \`Desk\`, and share the record with \`ann\`
        it grants nothing else
      add \`ann\` to role \`Follower\` of \`Desk\`, and name \`ann\` in policy \`Local\` of \`Desk\`
        it also grants \`UPDATE_RECORDS\` in \`Desk\`
      add \`ann\` to role \`Follower\` of \`Desk\`, and add a policy of \`Desk\` for \`ann\`
        it also grants \`UPDATE_RECORDS\` in \`Desk\`
      add \`ann\` to group \`Team\`, and add \`ann\` to role \`Follower\` of \`Desk\`
        it also grants \`READ_RECORDS\`, \`UPDATE_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\` in \`Shop\`, the use of \`Desk.Bot\`
      # zed can READ_RECORDS on s => refused: \`zed\` is inactive
      activate \`zed\`, and add \`zed\` to group \`Team\`
        it also grants \`READ_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\` in \`Shop\`, the use of \`Desk.Bot\`
      activate \`zed\`, and add \`zed\` to managed role \`Admin\`
        it also grants \`CREATE_ASSIGNMENT_ENGINES\`, \`READ_ASSIGNMENT_ENGINES\`, \`UPDATE_ASSIGNMENT_ENGINES\`, \`DELETE_ASSIGNMENT_ENGINES\` in \`Desk\` and 349 more
      # ann can READ_RECORDS and UPDATE_RECORDS on s => refused: no role grants it to \`ann\`
      add \`ann\` to role \`Agent\` of \`Desk\`, and let \`ann\` watch the record
        it grants nothing else
      add \`ann\` to group \`Team\`, and let \`ann\` watch the record
        it also grants \`READ_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\` in \`Shop\`, the use of \`Desk.Bot\`
      add \`ann\` to group \`Team\`, and add \`ann\` to role \`Follower\` of \`Desk\`
        it also grants \`READ_RECORDS\`, \`UPDATE_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\` in \`Shop\`, the use of \`Desk.Bot\`
      add \`ann\` to managed role \`Bulk Import Admin\`, and share the record with \`ann\`
        it also grants \`CREATE_RECORDS\` in \`Desk\`, \`BULK_UPDATE_RECORDS\` on this record, \`CREATE_RECORDS\` in \`Shop\`, \`CREATE_RECORDS\` in the organization and 3 more
      add \`ann\` to managed role \`Bulk Import Admin\`, and let \`ann\` watch the record
        it also grants \`CREATE_RECORDS\` in \`Desk\`, \`BULK_UPDATE_RECORDS\` on this record, \`CREATE_RECORDS\` in \`Shop\`, \`CREATE_RECORDS\` in the organization and 3 more
    `);
  });

  it('of all records, and of the organization', () => {
    check(`
      # ann can READ_RECORDS in Desk => refused: no role grants it to \`ann\`
      add \`ann\` to role \`Agent\` of \`Desk\`, and add a policy of \`Desk\` for \`ann\`
        it grants nothing else
      add \`ann\` to group \`Team\`, and add a policy of \`Desk\` for \`ann\`
        it also grants \`CREATE_RECORDS\` in \`Shop\`, the use of \`Desk.Bot\`
      add \`ann\` to managed role \`Bulk Import Admin\`, and add a policy of \`Desk\` for \`ann\`
        it also grants \`CREATE_RECORDS\`, \`UPDATE_RECORDS\`, \`BULK_UPDATE_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\` in \`Shop\` and 4 more
      add \`ann\` to managed role \`External Update\`, and add a policy of \`Desk\` for \`ann\`
        it also grants \`READ_CONVERSATIONS\`, \`CREATE_MESSAGES\`, \`READ_MESSAGES\`, \`UPDATE_RECORDS\` in \`Desk\` and 5 more
      add \`ann\` to managed role \`External Create\`, and add a policy of \`Desk\` for \`ann\`
        it also grants \`READ_CONVERSATIONS\`, \`CREATE_MESSAGES\`, \`READ_MESSAGES\`, \`CREATE_RECORDS\` in \`Desk\` and 8 more
      # bob can READ_RECORDS in Desk => allowed when Status is "Open" or Line is Team
      add a policy of \`Desk\` for \`bob\`
        it grants nothing else
      add \`bob\` to managed role \`Admin\`
        it also grants \`CREATE_ASSIGNMENT_ENGINES\`, \`READ_ASSIGNMENT_ENGINES\`, \`UPDATE_ASSIGNMENT_ENGINES\`, \`DELETE_ASSIGNMENT_ENGINES\` in \`Desk\` and 346 more
      # bob can READ_RECORDS in Desk when Status is "New" => allowed when Status is "Open" or Line is Team
      add a policy of \`Desk\` for \`bob\` when \`Status is "New"\`
        it grants nothing else
      add \`bob\` to managed role \`Admin\`
        it also grants \`CREATE_ASSIGNMENT_ENGINES\`, \`READ_ASSIGNMENT_ENGINES\`, \`UPDATE_ASSIGNMENT_ENGINES\`, \`DELETE_ASSIGNMENT_ENGINES\` in \`Desk\` and 347 more
      # ann can READ_ROLES in organization => refused: no role grants it to \`ann\`
      extend role \`Past\` to 2026-11-21
        it grants nothing else
      add \`ann\` to managed role \`Admin\`
        it also grants \`CREATE_ASSIGNMENT_ENGINES\`, \`READ_ASSIGNMENT_ENGINES\`, \`UPDATE_ASSIGNMENT_ENGINES\`, \`DELETE_ASSIGNMENT_ENGINES\` in \`Desk\` and 348 more
      # ann can CREATE_RECORDS in Shop => refused: no role grants it to \`ann\`
      add \`ann\` to role \`Clerk\` of \`Shop\`
        it grants nothing else
      add \`ann\` to group \`Team\`
        it also grants \`READ_RECORDS\` in \`Desk\`, the use of \`Desk.Bot\`
      add \`ann\` to managed role \`Bulk Import Admin\`
        it also grants \`CREATE_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\`, \`READ_RECORDS\`, \`UPDATE_RECORDS\` in the organization and 1 more
      add \`ann\` to managed role \`External Create\`
        it also grants \`CREATE_RECORDS\` in \`Desk\`, \`READ_CONVERSATIONS\`, \`CREATE_MESSAGES\`, \`READ_MESSAGES\` in the organization and 3 more
      add \`ann\` to managed role \`Internal User\`
        it also grants \`CREATE_RECORDS\` in \`Desk\`, \`CREATE_ATTACHMENTS\`, \`READ_ATTACHMENTS\`, \`UPDATE_ATTACHMENTS\` in the organization and 9 more
    `);
  });

  it('of who may invite', () => {
    check(`
      # ann can invite "n@x.com" => refused: no role grants it to \`ann\`
      add \`ann\` to role \`Host\`
        it grants nothing else
      add \`ann\` to managed role \`Admin\`
        it also grants \`CREATE_ASSIGNMENT_ENGINES\`, \`READ_ASSIGNMENT_ENGINES\`, \`UPDATE_ASSIGNMENT_ENGINES\`, \`DELETE_ASSIGNMENT_ENGINES\` in \`Desk\` and 348 more
      # bob can invite "n@y.com" => refused: the invite policy does not take this address
      add the domain \`y.com\` to the organization
        it grants nothing else
      let any address be invited
        it also grants invitations of any address
      add \`bob\` to managed role \`Admin\`
        it also grants \`CREATE_ASSIGNMENT_ENGINES\`, \`READ_ASSIGNMENT_ENGINES\`, \`UPDATE_ASSIGNMENT_ENGINES\`, \`DELETE_ASSIGNMENT_ENGINES\` in \`Desk\` and 347 more
      # bob can invite "n@x.com" => allowed: role \`Host\`
      no one or two changes would
    `);
  });

  it('of who may use an account', () => {
    check(`
      # ann can use Desk.Bot => refused: the account is not usable by \`ann\`
      let \`ann\` use \`Desk.Bot\`
        it grants nothing else
      add \`ann\` to group \`Team\`
        it also grants \`READ_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\` in \`Shop\`
      # ann can use Desk.Idle => refused: the service account is inactive
      activate \`Desk.Idle\`
        it grants nothing else
      # zed can use Desk.Bot => refused: \`zed\` is inactive
      activate \`zed\`, and let \`zed\` use \`Desk.Bot\`
        it grants nothing else
      activate \`zed\`, and add \`zed\` to group \`Team\`
        it also grants \`READ_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\` in \`Shop\`
    `);
  });

  it('of what an account may do', () => {
    check(`
      # Desk.Bot can READ_RECORDS on s => refused: no policy or share lets \`Desk.Bot\` see the record
      share the record with \`Desk.Bot\`
        it grants nothing else
      name \`Desk.Bot\` in policy \`Local\` of \`Desk\`
        it also grants \`READ_RECORDS\` in \`Desk\`
      add a policy of \`Desk\` for \`Desk.Bot\`
        it also grants \`READ_RECORDS\` in \`Desk\`
      let \`Desk.Bot\` watch the record
        it also grants \`UPDATE_RECORDS\` on this record
      give \`Desk.Bot\` managed role \`Admin\`
        it also grants \`CREATE_ASSIGNMENT_ENGINES\`, \`READ_ASSIGNMENT_ENGINES\`, \`UPDATE_ASSIGNMENT_ENGINES\`, \`DELETE_ASSIGNMENT_ENGINES\` in \`Desk\` and 349 more
      # Desk.Bot can UPDATE_RECORDS on r => refused: no role grants it to \`Desk.Bot\`
      let \`Desk.Bot\` watch the record
        it also grants \`READ_RECORDS\` on this record
      give \`Desk.Bot\` role \`Follower\` of \`Desk\`, and share the record with \`Desk.Bot\`
        it also grants \`READ_RECORDS\` on this record
      give \`Desk.Bot\` role \`Follower\` of \`Desk\`, and add a policy of \`Desk\` for \`Desk.Bot\`
        it also grants \`READ_RECORDS\`, \`UPDATE_RECORDS\` in \`Desk\`
      grant \`UPDATE_RECORDS\` in role \`Agent\` of \`Desk\`, and share the record with \`Desk.Bot\`
        it also grants \`READ_RECORDS\` on this record
        1 other would be allowed more: \`bob\`
      grant \`UPDATE_RECORDS\` in role \`Agent\` of \`Desk\`, and add a policy of \`Desk\` for \`Desk.Bot\`
        it also grants \`READ_RECORDS\`, \`UPDATE_RECORDS\` in \`Desk\`
        1 other would be allowed more: \`bob\`
      # Desk.Idle can READ_RECORDS on s => refused: \`Desk.Idle\` is inactive
      activate \`Desk.Idle\`, and share the record with \`Desk.Idle\`
        1 other would be allowed more: \`ann\`
      activate \`Desk.Idle\`, and name \`Desk.Idle\` in policy \`Local\` of \`Desk\`
        it also grants \`READ_RECORDS\` in \`Desk\`
        1 other would be allowed more: \`ann\`
      activate \`Desk.Idle\`, and add a policy of \`Desk\` for \`Desk.Idle\`
        it also grants \`READ_RECORDS\` in \`Desk\`
        1 other would be allowed more: \`ann\`
      activate \`Desk.Idle\`, and let \`Desk.Idle\` watch the record
        it also grants \`UPDATE_RECORDS\` on this record
        1 other would be allowed more: \`ann\`
      activate \`Desk.Idle\`, and give \`Desk.Idle\` managed role \`Admin\`
        it also grants \`CREATE_ASSIGNMENT_ENGINES\`, \`READ_ASSIGNMENT_ENGINES\`, \`UPDATE_ASSIGNMENT_ENGINES\`, \`DELETE_ASSIGNMENT_ENGINES\` in \`Desk\` and 349 more
        1 other would be allowed more: \`ann\`
    `);
  });

  it('of what the members of a group may do', () => {
    check(`
      # Team can READ_RECORDS on r => allowed when Line is Team
      let the record say \`Status "Open"\`
        1 other would be allowed more: \`bob\`
      let the record say \`Line Team\`
        1 other would be allowed more: \`bob\`
      share the record with \`Team\`
        1 other would be allowed more: \`bob\`
      add a policy of \`Desk\` for \`Team\`
        it also grants \`READ_RECORDS\` in \`Desk\`
        1 other would be allowed more: \`bob\`
      let \`Team\` watch the record
        it also grants \`UPDATE_RECORDS\` on this record
        1 other would be allowed more: \`bob\`
      # Team can UPDATE_RECORDS on s => refused: no role grants it to \`Team\`
      let \`Team\` watch the record
        1 other would be allowed more: \`bob\`
      add \`Team\` to role \`Follower\` of \`Desk\`
        it also grants \`UPDATE_RECORDS\` in \`Desk\`
        1 other would be allowed more: \`bob\`
      grant \`UPDATE_RECORDS\` in role \`Agent\` of \`Desk\`
        it also grants \`UPDATE_RECORDS\` in \`Desk\`
        1 other would be allowed more: \`bob\`
      add \`Team\` to managed role \`Bulk Import Admin\`
        it also grants \`CREATE_RECORDS\`, \`UPDATE_RECORDS\`, \`BULK_UPDATE_RECORDS\` in \`Desk\`, \`CREATE_RECORDS\` in the organization and 3 more
        1 other would be allowed more: \`bob\`
      add \`Team\` to managed role \`External Update\`
        it also grants \`READ_CONVERSATIONS\`, \`CREATE_MESSAGES\`, \`READ_MESSAGES\`, \`UPDATE_RECORDS\` in \`Desk\` and 5 more
        1 other would be allowed more: \`bob\`
      # Partners can READ_RECORDS on s => refused: no role grants it to \`Partners\`
      add \`Partners\` to role \`Agent\` of \`Desk\`, and name \`Partners\` in policy \`Local\` of \`Desk\`
        it also grants \`READ_RECORDS\` in \`Desk\`
      add \`Partners\` to role \`Agent\` of \`Desk\`, and add a policy of \`Desk\` for \`Partners\`
        it also grants \`READ_RECORDS\` in \`Desk\`
      add \`Partners\` to role \`Agent\` of \`Desk\`, and let the record say \`Line Partners\`
        it also grants \`READ_RECORDS\` in \`Desk\`
      add \`Partners\` to role \`Agent\` of \`Desk\`, and share the record with \`Partners\`
        it also grants \`READ_RECORDS\` in \`Desk\`
      add \`Partners\` to role \`Agent\` of \`Desk\`, and let \`Partners\` watch the record
        it also grants \`READ_RECORDS\` in \`Desk\`, \`UPDATE_RECORDS\` on this record
      # "Internal Users" can READ_RECORDS on s => refused: no role grants it to \`"Internal Users"\`
      add \`Internal Users\` to role \`Agent\` of \`Desk\`, and share the record with \`Internal Users\`
        1 other would be allowed more: \`ann\`
      add \`Internal Users\` to role \`Agent\` of \`Desk\`, and name \`Internal Users\` in policy \`Local\` of \`Desk\`
        it also grants \`READ_RECORDS\` in \`Desk\`
        1 other would be allowed more: \`ann\`
      add \`Internal Users\` to role \`Agent\` of \`Desk\`, and add a policy of \`Desk\` for \`Internal Users\`
        it also grants \`READ_RECORDS\` in \`Desk\`
        2 others would be allowed more: \`ann\`, \`bob\`
      add \`Internal Users\` to role \`Agent\` of \`Desk\`, and let \`Internal Users\` watch the record
        it also grants \`UPDATE_RECORDS\` on this record
        2 others would be allowed more: \`ann\`, \`bob\`
      add \`Internal Users\` to managed role \`Bulk Import Admin\`, and share the record with \`Internal Users\`
        it also grants \`CREATE_RECORDS\` in \`Desk\`, \`UPDATE_RECORDS\`, \`BULK_UPDATE_RECORDS\` on this record, \`CREATE_RECORDS\` in \`Shop\` and 4 more
        2 others would be allowed more: \`ann\`, \`bob\`
      # "External Users" can READ_ROLES in organization => refused: no role grants it to \`"External Users"\`
      add \`External Users\` to managed role \`Admin\`
        it also grants \`CREATE_ASSIGNMENT_ENGINES\`, \`READ_ASSIGNMENT_ENGINES\`, \`UPDATE_ASSIGNMENT_ENGINES\`, \`DELETE_ASSIGNMENT_ENGINES\` in \`Desk\` and 348 more
    `);
  });
});
