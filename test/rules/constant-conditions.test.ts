// The two rules about conditions that leave out everything or nothing: which part they report, and for whom.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkReported, messagesOf } from './reported.ts';

const people = `
user alice "alice@acme.com" { Region "EU" }
user bob "bob@acme.com"
group Agents { description "Work"  members alice }
group Nobody { description "Nobody yet" }
group Partners { description "Of the partner"  domain "partner.example" }
`;

const fields = `
  field Status: choice("New", "Open", "Closed")
  field Priority: number
  field Limit: number
  field Note: text
  field Region: text
  field Owner: user
  field Checker: user
  field Team: group
  field Due: date
  field Opened: datetime
  field Labels: choices("vip", "rush")
  field Paid: boolean
`;

/** A policy for some people with the condition. */
function project(condition: string, to = 'alice'): string {
  return `${people}\napp Desk {${fields}
  service account Bot { purpose "Works" }
  service account Other { purpose "Works, too" }
  policy P { to ${to}  when ${condition} }\n}`;
}

function checkNever(condition: string, words: readonly string[], to?: string): void {
  checkReported('never-true', project(condition, to), words);
}

function checkAlways(condition: string, words: readonly string[], to?: string): void {
  checkReported('always-true', project(condition, to), words);
}

const either = 'anybody whom the policy names';

describe('never-true', () => {
  it('is on the narrowest neighbours that cannot be met together', () => {
    checkNever('Status is "Open" and Priority < 1 and Priority > 2 and Paid is true', [
      'Priority < 1 and Priority > 2',
    ]);
    checkNever('Priority < 1 and Status is "Open" and Priority > 2', [
      'Priority < 1 and Status is "Open" and Priority > 2',
    ]);
    checkNever('Paid is true or (Priority is 1 and Priority is 2)', ['Priority is 1 and Priority is 2']);
  });

  it('is not on what a part of it makes impossible', () => {
    checkNever('Note is "" and Status is "Open" and (Priority is 1 or Note is "")', ['Note is ""', 'Note is ""']);
    checkNever('not (Note is not "" or Priority is 1)', []);
    checkAlways('not (Note is not "" or Priority is 1)', ['Note is not ""']);
  });

  it('is on a part that is impossible beside another part that is', () => {
    checkNever('(Priority is 1 and Priority is 2) or (Due is empty and Due after 2026-01-01)', [
      'Priority is 1 and Priority is 2',
      'Due is empty and Due after 2026-01-01',
    ]);
  });

  it('is on single comparisons that nothing meets', () => {
    checkNever('Limit < field Limit', ['Limit < field Limit']);
    checkNever('Note contains ""', ['Note contains ""']);
    checkNever('Team is "Internal Users"', ['Team is "Internal Users"']);
    checkNever('Owner is in Nobody', ['Owner is in Nobody']);
  });

  it('knows options, whole days, instants and sets of options', () => {
    checkNever('Status is not "New" and Status is not "Open" and Status is not "Closed" and Status is not empty', [
      'Status is not "New" and Status is not "Open" and Status is not "Closed" and Status is not empty',
    ]);
    checkNever('Due after 2026-01-01 and Due before 2026-01-02', ['Due after 2026-01-01 and Due before 2026-01-02']);
    checkNever('Opened after 2026-01-01 and Opened before 2026-01-02', [
      'Opened after 2026-01-01 and Opened before 2026-01-02',
    ]);
    checkNever('Opened is 2026-01-01 and Opened is not 2026-01-01', [
      'Opened is 2026-01-01 and Opened is not 2026-01-01',
    ]);
    checkNever('Labels contains "vip" and not (Labels overlaps ("vip", "rush"))', [
      'Labels contains "vip" and not (Labels overlaps ("vip", "rush"))',
    ]);
    checkNever('Due in the last 3 days and Due in the next 2 weeks', []);
    checkNever('Due before 2020-01-01 and Due in the last 2 years', [
      'Due before 2020-01-01 and Due in the last 2 years',
    ]);
  });

  it('leaves a condition alone that says too much by itself and can be met', () => {
    checkNever('Status is "Open" and (Status is "Closed" or Priority > 3)', []);
    checkNever('Priority > 3 and Priority > 5', []);
  });

  it('is asked for whoever the policy names', () => {
    checkNever(
      'Owner is current user and Owner is not current user',
      ['Owner is current user and Owner is not current user'],
      'Agents, bob, Bot',
    );
    checkNever('Team contains current user', ['Team contains current user'], 'Bot, Other');
    checkNever('Team contains current user', [], 'Bot, Agents');
    checkNever('Region is current user.Region', ['Region is current user.Region'], 'Bot');
    checkNever('Region is current user.Region', ['Region is current user.Region'], 'bob');
    checkNever('Region is current user.Region', [], 'bob, alice');
    checkNever('Owner is current user and Owner is bob', ['Owner is current user and Owner is bob'], 'alice');
    checkNever('Owner is current user and Owner is bob', ['Owner is current user and Owner is bob'], 'Agents');
    checkNever(
      'Owner is current user and Checker is current user and Owner is not field Checker',
      ['Owner is current user and Checker is current user and Owner is not field Checker'],
      'Agents',
    );
  });

  it('does not count on who is in a group that fills itself', () => {
    checkNever('Owner is in Partners', []);
    checkNever('Owner is current user and Priority > 3', [], 'Partners');
    checkNever('Owner is current user and Owner is in Partners', [], 'Partners');
    checkNever('Region is current user.Region', [], 'Partners');
  });

  it('does not repeat that an attribute is nobody’s', () => {
    checkNever('Region is current user.Van', [], 'bob');
    checkNever('Region is current user.Van and Priority > 1', [], 'Agents, Bot');
  });

  it('says for whom where that makes a difference', () => {
    assert.deepEqual(messagesOf('never-true', project('Team contains current user', 'Bot')), [
      'no record meets `Team contains current user` for `Desk.Bot`',
    ]);
    assert.deepEqual(messagesOf('never-true', project('Team contains current user', 'Bot, Other')), [
      `no record meets \`Team contains current user\` for ${either}`,
    ]);
    assert.deepEqual(messagesOf('never-true', project('Note is ""', 'Bot')), ['no record meets `Note is ""`']);
  });

  it('puts a condition of several lines on one, and does not repeat a long one', () => {
    assert.deepEqual(messagesOf('never-true', project('Priority < 1\n    and Priority > 2')), [
      'no record meets `Priority < 1 and Priority > 2`',
    ]);
    const long = Array.from({ length: 9 }, (_, i) => `Priority is not ${i}`).join(' and ');
    assert.deepEqual(messagesOf('never-true', project(`Priority is one of (0, 8) and ${long}`)), [
      'no record meets this',
    ]);
  });

  it('looks at actions, tools and questions as well', () => {
    const where = (runsAs: string) => `${people}\napp Desk {${fields}
  service account Bot { purpose "Works"  usable by alice }
  agent A { runs as ${runsAs}  built by alice  tool searchAspect where Owner is current user and Owner is in Agents }\n}`;
    checkReported('never-true', where('Bot'), ['Owner is current user and Owner is in Agents']);
    checkReported('never-true', where('current user'), []);
    checkReported('never-true', where('publisher'), []);
    const asked = (question: string) => `${people}\napp Desk {${fields}}\n${question}`;
    checkReported('never-true', asked('expect nobody can READ_RECORDS in Desk when Priority is 1 and Priority is 2'), [
      'Priority is 1 and Priority is 2',
    ]);
    checkReported('never-true', asked('query who can READ_RECORDS in Desk when Note is ""'), ['Note is ""']);
    // Whom a group asked about stands for has no attributes.
    checkReported('never-true', asked('expect Agents cannot READ_RECORDS in Desk when Region is current user.Region'), [
      'Region is current user.Region',
    ]);
  });

  it('says nothing where something else is wrong', () => {
    checkNever('Priority < 1 and Priority > 2 and Nothing is 1', []);
    const field = 'field Status: choice("New", "Old", )  field Priority: number';
    checkReported(
      'never-true',
      `${people}\napp Desk { ${field}\n policy P { to alice when Status is not "New" and Status is not "Old" and Status is not empty } }`,
      [],
    );
    checkReported(
      'never-true',
      'user a "a@b.example"\ngroup G { members nobody }\napp Desk { field Owner: user\n policy P { to a when Owner is in G } }',
      [],
    );
  });
});

describe('always-true', () => {
  it('is on the narrowest neighbours of which one is always met', () => {
    checkAlways('Status is "Open" or Priority is empty or Priority < 3 or Priority >= 3', [
      'Priority is empty or Priority < 3 or Priority >= 3',
    ]);
    checkAlways('Paid is true and (Owner is empty or Owner is not empty)', ['Owner is empty or Owner is not empty']);
  });

  it('remembers that a field may be empty', () => {
    checkAlways('Priority >= 3 or Priority < 3', []);
    checkAlways('Status is one of ("New", "Open", "Closed")', []);
    checkAlways('Status is one of ("New", "Open", "Closed") or Status is empty', [
      'Status is one of ("New", "Open", "Closed") or Status is empty',
    ]);
    checkAlways('Paid is true or Paid is false', []);
    checkAlways('not (Paid is true) or not (Paid is false)', ['not (Paid is true) or not (Paid is false)']);
    checkAlways('Owner is current user or Owner is not current user', [
      'Owner is current user or Owner is not current user',
    ]);
    checkAlways('Labels contains "vip" or not (Labels contains "vip")', [
      'Labels contains "vip" or not (Labels contains "vip")',
    ]);
  });

  it('is asked for whoever the policy names', () => {
    checkAlways(
      'Owner is not current user or Owner is not bob',
      ['Owner is not current user or Owner is not bob'],
      'alice',
    );
    checkAlways('Owner is not current user or Owner is not bob', [], 'alice, bob');
    checkAlways('not (Team contains current user)', [], 'Bot, Agents');
    checkNever('Team contains current user', ['Team contains current user'], 'Bot');
  });

  it('is on a part that leaves nothing out though the whole does', () => {
    checkAlways('Priority > 3 and (Status is not "Open" or Status is not "Closed")', [
      'Status is not "Open" or Status is not "Closed"',
    ]);
  });

  it('stands beside what is never met in the same condition', () => {
    const condition = '(Paid is empty or Paid is not empty) and Priority < 1 and Priority > 2';
    checkAlways(condition, ['Paid is empty or Paid is not empty']);
    checkNever(condition, ['Priority < 1 and Priority > 2']);
  });
});
