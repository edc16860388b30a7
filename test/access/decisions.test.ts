// Decisions as data: what each rests on, whether it holds, and what would change it.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Answer, Decision, PermissionWay, SightWay } from '../../server/src/access/answer.ts';
import { snapshotOf } from '../support/fixture.ts';
import { ask } from './both-ways.ts';
import { outcomeText } from './outcome-text.ts';
import { project } from './project.ts';

const through = (way: PermissionWay | SightWay) => (way.through === undefined ? '' : ` through ${way.through.name}`);
const listed = (of: readonly string[]) => of.join(', ') || 'none';

function held(way: PermissionWay): string {
  const admin = way.byAdmin ? ' by ADMIN' : '';
  const share = way.autoShare === undefined ? '' : ` on ${way.autoShare}`;
  return `${way.permission.constant} ${way.role.name}${admin}${through(way)}${share} ${way.holds}`;
}

function seen(way: SightWay): string {
  return `${way.by}${through(way)}${way.by === 'auto-share' ? ` on ${way.word} ${way.relation}` : ''} ${way.holds}`;
}

function shown({ outcome, refusal, when, needsSight, permissions, sight, openRelations }: Decision): string {
  return [
    outcome,
    refusal ?? '-',
    when.op,
    needsSight ? 'sight' : 'no sight',
    `ways ${listed(permissions.map(held))}`,
    `seen ${listed(sight.map(seen))}`,
    `open ${listed(openRelations.map(({ word, what }) => `${word} ${what.name}`))}`,
  ].join('; ');
}

/** `question => answer`, a line each, by how an answer is shown. */
function check(lines: string, show: (answer: Answer) => string, of = snapshotOf(project)): void {
  for (const line of lines
    .trim()
    .split('\n')
    .map((each) => each.trim())) {
    const [question = ''] = line.split(' => ');
    assert.equal(`${question} => ${show(ask(of, question).answer)}`, line);
  }
}

const reason = (answer: Answer) => answer.reason;
const data = (answer: Answer) => (answer.kind === 'decision' ? shown(answer.decision) : answer.reason);

describe('decisions', () => {
  it('have every way to what is asked, whether it holds or not', () => {
    check(
      `
      ann can READ_RECORDS on r => allowed; -; true; sight; ways READ_RECORDS Agent through Team true, READ_RECORDS Follower on watch true; seen policy through Team false, policy through Crew true, share through Crew true, auto-share on watch watch true, auto-share through Team on group-assign assign unknown, auto-share through Crew on group-assign assign unknown; open none
      ann can UPDATE_RECORDS in Desk => refused; no-role; false; sight; ways none; seen policy through Team unknown, policy through Crew unknown, auto-share through Team on group-assign assign unknown, auto-share through Crew on group-assign assign unknown; open watch Follower, share Desk, watch Desk, group-assign Desk
      ann can UPDATE_RECORDS on s => refused; no-role; false; sight; ways none; seen policy through Team unknown, policy through Crew false, auto-share through Team on group-assign assign true, auto-share through Team on group-assign assign true, auto-share through Crew on group-assign assign false; open watch Follower, share Desk, watch Desk, group-assign Desk
      ann can READ_RECORDS in Desk => allowed-when; -; or; sight; ways READ_RECORDS Agent through Team true; seen policy through Team unknown, policy through Crew unknown, auto-share through Team on group-assign assign unknown, auto-share through Crew on group-assign assign unknown; open share Desk, watch Desk, group-assign Desk
      ann can READ_RECORDS and UPDATE_RECORDS in Desk => refused; no-role; false; sight; ways READ_RECORDS Agent through Team true; seen policy through Team unknown, policy through Crew unknown, auto-share through Team on group-assign assign unknown, auto-share through Crew on group-assign assign unknown; open watch Follower, share Desk, watch Desk, group-assign Desk
      cat can CREATE_RECORDS in Shop => refused; no-role; false; no sight; ways none; seen none; open none
      zed can UPDATE_RECORDS in Desk => refused; inactive; false; sight; ways none; seen none; open none
      ann can READ_ROLES in organization => refused; no-role; false; no sight; ways none; seen none; open none
      Desk.Bot can DELETE_RECORDS in Desk => allowed-when; -; atom; sight; ways DELETE_RECORDS Doer on assign unknown; seen policy unknown; open assign Doer, share Desk, watch Desk, group-assign Desk
      cat can CREATE_RECORDS and UPDATE_RECORDS in Desk => refused; no-role; false; sight; ways none; seen policy through Others unknown, auto-share through Others on group-assign assign unknown; open none
      bob can UPDATE_RECORDS in Desk => allowed; -; true; sight; ways UPDATE_RECORDS Admin by ADMIN true; seen admin true, policy through Crew unknown, auto-share through Crew on group-assign assign unknown; open none
      ann can CREATE_RECORDS in Desk => refused; no-role; false; no sight; ways none; seen none; open none
      ann can DELETE_RECORDS on s => allowed; -; true; sight; ways DELETE_RECORDS Doer through Team on assign true, DELETE_RECORDS Doer on assign false, DELETE_RECORDS Doer through Team on assign true, DELETE_RECORDS Doer through Crew on assign false; seen policy through Team unknown, policy through Crew false, auto-share through Team on group-assign assign true, auto-share through Team on group-assign assign true, auto-share through Crew on group-assign assign false; open none
      ann can invite "n@x.com" => allowed; -; true; no sight; ways CREATE_ORGANIZATION_USERS Host through Team true; seen none; open none
      ann can invite "n@y.com" => refused; invite-policy; false; no sight; ways CREATE_ORGANIZATION_USERS Host through Team true; seen none; open none
      bob can invite "n@y.com" => allowed; -; true; no sight; ways ADMIN Admin by ADMIN true; seen none; open none
      zed can invite "n@x.com" => refused; inactive; false; no sight; ways none; seen none; open none
      cat can invite "n@x.com" => refused; no-role; false; no sight; ways none; seen none; open none
      ann can use Desk.Bot => allowed; -; true; no sight; ways none; seen none; open none
      bob can use Desk.Bot => refused; not-shared; false; no sight; ways none; seen none; open none
      zed can use Desk.Bot => refused; inactive; false; no sight; ways none; seen none; open none
      `,
      data,
    );
  });

  it('say who administrates, who is shared with, and whom a field may hold', () => {
    const text = project
      .replace('managed role "Admin" { members bob }', 'managed role "Admin" { members Crew }')
      .replace('policy Own { to Bot', 'policy Own { to Bot, Team');
    const records = `
      record u in Desk { Status "New" Line empty Total 1 }
      record v in Desk { Status "New" Line empty Total 1 Owner empty shared with Team }`;
    check(
      `
      bob can READ_RECORDS on r => allowed: role \`Admin\` (\`ADMIN\`) through \`Crew\`
      Team can READ_RECORDS in Desk => allowed when Status is "Open" and Owner is empty or Owner is current user or Line is Team
      Team can READ_RECORDS on u => refused: no policy or share lets \`Team\` see the record
      ann can READ_RECORDS on u => allowed: role \`Agent\` through \`Team\`; role \`Admin\` (\`ADMIN\`) through \`Crew\`
      ann can READ_RECORDS on v => allowed: role \`Agent\` through \`Team\`; role \`Admin\` (\`ADMIN\`) through \`Crew\`
      Team can READ_RECORDS on v => allowed: role \`Agent\`; shared with it through \`Team\`
      Crew can READ_RECORDS on v => allowed: role \`Admin\` (\`ADMIN\`)
      who can READ_RECORDS on v => Team, Crew
      ann can READ_MESSAGES in Shop => allowed: role \`Clerk\` through \`Crew\`; role \`Admin\` (\`ADMIN\`) through \`Crew\`
      ann can CREATE_CHARTS in Shop => allowed: role \`Admin\` (\`ADMIN\`) through \`Crew\`
      what can Crew do in organization => 159 permissions, 159 of them without condition
      `,
      reason,
      snapshotOf(text + records),
    );
  });

  it('say which relations would give a role where a record needs no sight', () => {
    check(
      'cat can CREATE_RECORDS in Desk => refused; no-role; false; no sight; ways none; seen none; open watch Follower',
      data,
      snapshotOf(project.replace('grants UPDATE_RECORDS,', 'grants CREATE_RECORDS,')),
    );
  });

  it('name the grant before the administrator', () => {
    check(
      `
      bob can READ_RECORDS on r => allowed: role \`Agent\`; role \`Admin\` (\`ADMIN\`)
      bob can DELETE_RECORDS on r => allowed: role \`Admin\` (\`ADMIN\`)
      `,
      reason,
      snapshotOf(project.replace('members Team, cat grants', 'members Team, cat, bob grants')),
    );
  });

  it('know in which group the person is whom a group stands for', () => {
    const condition = 'when Status is "Open" and (Region is current user.Region or not (Owner is not empty))';
    check(
      `
      Team can READ_RECORDS in Desk => allowed when Owner is in Team or Line is Team
      Team can READ_RECORDS in Desk when Owner is current user => allowed: role \`Agent\`; policy \`Local\`
      Crew can READ_RECORDS in Desk when Owner is current user => refused: no role grants it to \`Crew\`
      `,
      reason,
      snapshotOf(project.replace(condition, 'when Owner is in Team')),
    );
  });

  it('name what opens some of the records where everything together opens all', () => {
    const condition = ' and (Region is current user.Region or not (Owner is not empty))';
    const more =
      'policy Not { to Team when not (Status is "Open") }  policy Rich { to ann when Total > 3 }  policy Own {';
    check(
      `
      ann can READ_RECORDS in Desk with { Total 1 } => allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`
      ann can READ_RECORDS in Desk with { Total 4 } => allowed: role \`Agent\` through \`Team\`; policy \`Rich\`
      `,
      reason,
      snapshotOf(project.replace(condition, '').replace('policy Own {', more)),
    );
  });

  it('say when it is nobody, and nothing', () => {
    check(
      `
      who can CREATE_CHARTS in Shop => nobody
      who can READ_RECORDS in Desk with { Line empty Total 1 Status "New" } => Desk.Bot when Owner is Desk.Bot
      what can bob do in organization => nothing
      what can ann do in organization => 1 permissions, 1 of them without condition
      `,
      reason,
      snapshotOf(project.replace('managed role "Admin" { members bob }', '')),
    );
  });

  it('list with the place of the grant, or of the role', () => {
    const snapshot = snapshotOf(project);
    const places = (question: string) => {
      const { answer } = ask(snapshot, question);
      return (answer.kind === 'list' ? answer.entries.slice(0, 4) : []).map(({ name, place }) => {
        const start = place === undefined ? 0 : snapshot.place(place).span.start;
        return `${name}: ${project.slice(start, start + 7)}`;
      });
    };
    assert.deepEqual(places('what can bob do in Shop').slice(0, 1), ['CREATE_ASSIGNMENT_ENGINES: "Admin"']);
    assert.deepEqual(places('what can ann do on s'), ['READ_RECORDS: READ_RE', 'DELETE_RECORDS: DELETE_']);
    assert.deepEqual(places('who can READ_RECORDS in Desk'), [
      'Team: READ_RE',
      'ann: READ_RE',
      'bob: "Admin"',
      'cat: READ_RE',
    ]);
  });

  it('are made of a member where they cannot be made of the group', () => {
    const words = Array.from({ length: 10 }, (_, i) => `Note contains "w${String.fromCharCode(97 + i)}"`).join(' and ');
    const hard = `Note is field Region and ${words} and not Region contains "wa"`;
    const text = project
      .replace('field Region: text', 'field Region: text field Note: text')
      .replace('records on watch, group-assign', 'records on watch')
      .replace('to Crew, Others when', 'to Others when')
      .replace('when Status is "Open" and', `when ${hard} or Note is current user.Region or`)
      .replace('or (Region is current user.Region or not (Owner is not empty))', '');
    const { outcomes } = snapshotOf(`${text}expect only bob, cat, Desk.Bot can READ_RECORDS in Desk\n`);
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcomeText(outcome)),
      [`failed: \`ann\` can: allowed when ${hard} or Note is "EU" [ann: Note "EU"]`],
    );
  });

  it('are not made where the conditions are more than can be weighed', () => {
    const words = Array.from({ length: 14 }, (_, i) => `Note contains "w${String.fromCharCode(97 + i)}"`).join(' and ');
    const hard = project
      .replace('when Total > 3', `when Note is field Region and ${words} and not Region contains "wa"`)
      .replace('field Region: text', 'field Region: text field Note: text');
    const expectations = ['cat cannot READ_RECORDS in Desk', 'only Team, bob, Desk.Bot can READ_RECORDS in Desk'];
    const asked = expectations.map((text) => `expect ${text} when Line is empty\n`).join('');
    const { outcomes } = snapshotOf(hard + asked);
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcomeText(outcome)),
      [
        'error: not decided: the conditions are more than can be weighed',
        'error: not decided for `cat`: the conditions are more than can be weighed',
      ],
    );
  });
});
