// Expectations and their outcomes, each in one line: nothing that broken text could turn around has held.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { snapshotOf } from '../support/fixture.ts';
import { outcomesOf } from './both-ways.ts';
import { project } from './project.ts';

/** `expectation => outcome: reason [counterexample]`, a line each, of the project with some words replaced. */
function check(lines: string, ...changes: readonly (readonly [string, string])[]): void {
  const expected = lines
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const asked = expected.map((line) => line.split(' => ')[0] ?? '');
  const text = changes.reduce((all, [from, to]) => {
    assert.ok(all.includes(from), from);
    return all.replace(from, to);
  }, project);
  const outcomes = outcomesOf(snapshotOf(text + asked.map((line) => `expect ${line}\n`).join('')));
  assert.deepEqual(
    outcomes.map((outcome, i) => `${asked[i]} => ${outcome}`),
    expected,
  );
}

describe('expectations', () => {
  it('hold, or fail with a record', () => {
    check(
      `
      ann can READ_RECORDS on r => held: allowed: role \`Agent\` through \`Team\`; shared on \`watch\`
      ann cannot READ_RECORDS on r => failed: allowed: role \`Agent\` through \`Team\`; shared on \`watch\` [ann: ]
      ann can READ_RECORDS in Desk => failed: allowed when Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew) [ann: Status "New", Total 2, Line Others]
      ann cannot READ_RECORDS in Desk => failed: allowed when Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew) [ann: Status "Open", Region "EU"]
      ann cannot READ_RECORDS in Desk when Status is "New" and Total is 1 and Line is empty => held: refused: no policy or share lets \`ann\` see the record
      ann can READ_RECORDS in Desk when Status is "Open" and Region is "EU" => held: allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`
      ann can READ_RECORDS in Desk when Status is "Open" => failed: allowed when Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew) [ann: Status "Open", Region "other", Owner ann, Total 2, Line Others]
      Desk.Bot can READ_RECORDS in Desk with { Owner Bot } => held: allowed: role \`Agent\`; policy \`Own\`
      Desk.Bot cannot READ_RECORDS in Desk with { Owner Bot } => failed: allowed: role \`Agent\`; policy \`Own\` [Desk.Bot: ]
      Desk.Bot can READ_RECORDS in Desk with { Owner bob } => failed: refused: no policy or share lets \`Desk.Bot\` see the record [Desk.Bot: ]
      zed cannot READ_RECORDS in Desk => held: refused: \`zed\` is inactive
      zed can READ_RECORDS in Desk => failed: refused: \`zed\` is inactive [zed: ]
      only Team, bob, cat, Desk.Bot can READ_RECORDS in Desk => held: nobody else can
      only Team, bob, Desk.Bot can READ_RECORDS in Desk => failed: \`cat\` can: allowed when Total > 3 or Line is Others [cat: Total 4]
      only Others, Team, bob can READ_RECORDS in Desk => failed: \`Desk.Bot\` can: allowed when Owner is Desk.Bot [Desk.Bot: Owner Desk.Bot]
      only Team, bob, Desk.Bot can READ_RECORDS in Desk when Total is 1 and Line is empty => held: nobody else can
      only bob can READ_RECORDS in Desk when Total is 1 and Line is empty and Status is "New" and Owner is empty => held: nobody else can
      nobody can READ_RECORDS in Shop => failed: \`bob\` can: allowed: role \`Admin\` (\`ADMIN\`) [bob: ]
      nobody can CREATE_CHARTS in Shop => failed: \`bob\` can: allowed: role \`Admin\` (\`ADMIN\`) [bob: ]
      nobody can CREATE_ROLES in organization => failed: \`bob\` can: allowed: role \`Admin\` (\`ADMIN\`) [bob: ]
      only bob can CREATE_ROLES in organization => held: nobody else can
      only Crew, bob can READ_MESSAGES and CREATE_RECORDS in Shop => held: nobody else can
      ann can invite "n@x.com" => held: allowed: role \`Host\` through \`Team\`
      ann cannot invite "n@x.com" => failed: allowed: role \`Host\` through \`Team\` [ann: ]
      ann can invite "n@y.com" => failed: refused: the invite policy does not take this address [ann: ]
      ann cannot invite "n@y.com" => held: refused: the invite policy does not take this address
      ann can use Desk.Bot => held: allowed
      ann cannot use Desk.Bot => failed: allowed [ann: ]
      bob cannot use Desk.Bot => held: refused: the account is not usable by \`bob\`
      bob can use Desk.Bot => failed: refused: the account is not usable by \`bob\` [bob: ]
      `,
    );
  });

  it('say nothing that a broken role or policy could turn around', () => {
    check(
      `
      ann can READ_RECORDS on r => held: allowed: role \`Agent\` through \`Team\`; shared on \`watch\`
      ann cannot READ_RECORDS in Desk when Status is "New" => failed: allowed when Status is "Open" and (Region is "EU" or Owner is empty) or Line is one of (Team, Crew) [ann: Status "New", Line Team]
      ann can READ_RECORDS in Desk when Status is "New" => error: allowed when Status is "Open" and (Region is "EU" or Owner is empty) or Line is one of (Team, Crew), but a declaration of the organization is broken and might allow more
      zed cannot READ_RECORDS in Desk => held: refused: \`zed\` is inactive
      nobody can CREATE_CHARTS in Shop => failed: \`bob\` can: allowed: role \`Admin\` (\`ADMIN\`) [bob: ]
      only bob can CREATE_ROLES in organization => error: a declaration of the organization is broken and might allow more
      ann cannot READ_ROLES in organization => error: refused: no role grants it to \`ann\`, but a declaration of the organization is broken and might allow more
      Desk.Bot cannot DELETE_RECORDS in Desk => failed: allowed when Owner is Desk.Bot [Desk.Bot: Owner Desk.Bot]
      ann can invite "n@y.com" => error: refused: the invite policy does not take this address, but a declaration of the organization is broken and might allow more
      ann cannot invite "n@y.com" => error: refused: the invite policy does not take this address, but a declaration of the organization is broken and might allow more
      ann can use Desk.Bot => held: allowed
      bob cannot use Desk.Bot => error: refused: the account is not usable by \`bob\`, but a declaration of the organization is broken and might put the principal in a group
      bob can use Desk.Bot => error: refused: the account is not usable by \`bob\`, but a declaration of the organization is broken and might put the principal in a group
      `,
      ['grants READ_ROLES expires 2026-11-20', 'grants expires x'],
      ['to Crew, Others when Total > 3', 'to Crew when Totl > 3'],
    );
  });

  it('say nothing of who or what is declared with an error', () => {
    check(
      `
      ann can READ_RECORDS on r => error: the expectation or what it names is broken
      ann cannot READ_RECORDS in Desk when Status is "New" => failed: allowed when Status is "Open" and (Region is "EU" or Owner is empty) or Line is one of (Team, Crew) [ann: Status "New", Line Team]
      ann can READ_RECORDS in Desk when Total > 3 => error: the expectation or what it names is broken
      ann can READ_RECORDS in Desk when Status is "Open" and Region is "EU" => held: allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`
      Desk.Bot cannot DELETE_RECORDS in Desk => failed: allowed when Owner is Desk.Bot [Desk.Bot: Owner Desk.Bot]
      Desk.Bot can DELETE_RECORDS in Desk => error: allowed when Owner is Desk.Bot, but a declaration of the organization is broken and might allow more
      nobody can READ_RECORDS in Desk => failed: \`Team\` can: allowed when Status is "Open" and Owner is empty or Line is Team [Team: Status "Open", Owner empty]
      nobody can READ_CHARTS in Desk => failed: \`bob\` can: allowed: role \`Admin\` (\`ADMIN\`) [bob: ]
      cat can READ_RECORDS on r => error: the expectation or what it names is broken
      cat cannot READ_RECORDS on r => error: the expectation or what it names is broken
      bob cannot use Desk.Bot => error: refused: the account is not usable by \`bob\`, but a declaration of the organization is broken and might put the principal in a group
      bob can use Desk.Bot => error: refused: the account is not usable by \`bob\`, but a declaration of the organization is broken and might put the principal in a group
      ann can use Desk.Bot => error: refused: the account is not usable by \`ann\`, but a declaration of the organization is broken and might put the principal in a group
      cat can use Desk.Bot => error: \`cat\` is declared with an error
      cat can invite "n@x.com" => error: \`cat\` is declared with an error
      only Crew can CREATE_RECORDS in Shop => error: \`cat\` is declared with an error
      `,
      ['usable by Team', 'usable by Tem'],
      ['roles Agent, organization.Host', 'roles Agnt'],
      ['{ external }', '{ extrnal }'],
      ['field Total: number', 'field Total: nmber'],
      ['role Clerk {', 'role Clerk { grants X'],
    );
  });

  it('do not rest on who is in no group where a group is broken', () => {
    check(
      `
      ann can READ_RECORDS on r => held: allowed: role \`Agent\` through \`Team\`; shared on \`watch\`
      ann can READ_RECORDS in Desk with { Owner zed Line Crew } => held: allowed: role \`Agent\` through \`Team\`; policy \`Seen\` through \`Crew\`
      ann can READ_RECORDS in Desk with { Owner zed Line Team } => held: allowed: role \`Agent\` through \`Team\`; policy \`Seen\` through \`Crew\`
      ann can READ_RECORDS in Desk when Owner is in Crew and Status is "Open" and Region is "EU" => error: allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`, but a declaration of the organization is broken and might change who is in a group
      ann can use Desk.Bot => held: allowed
      bob cannot use Desk.Bot => error: refused: the account is not usable by \`bob\`, but a declaration of the organization is broken and might put the principal in a group
      zed cannot use Desk.Bot => held: refused: \`zed\` is inactive
      `,
      ['members ann, bob, zed', 'members ann, bo'],
      ['to Crew, Others when Total > 3', 'to Crew when not (Owner is in Crew) and Line contains current user'],
    );
  });

  it('do not rest on a field that is declared twice', () => {
    check(
      `
      ann can READ_RECORDS in Desk when Status is "Open" and Region is "EU" => error: allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`, but a field is broken and might hold something else
      ann can READ_RECORDS in Desk when Total is 5 => held: allowed: role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`
      `,
      ['field Total: number', 'field Total: number\n  field Region: number'],
    );
  });
});
