// The rules about policies that other policies make meaningless, and about policies and roles of which one half is missing.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkReported, findingsOf, messagesOf } from './reported.ts';

const people = `
user alice "alice@acme.com" { Region "EU" }
user bob "bob@acme.com"
user carol "carol@acme.com"
user dana "dana@partner.example" { external }
user gone "gone@acme.com" { inactive }
group Agents { description "Work"  members alice, bob }
group Seniors { description "Train"  members alice }
group Empty { description "Nobody yet" }
managed role "Internal User" { members "Internal Users" }
`;

const fields = `
  field Status: choice("New", "Open", "Closed")
  field Priority: number
  field Owner: user
  field Region: text
  service account Bot { purpose "Works" }
  service account Other { purpose "Works, too" }
`;

function desk(items: string): string {
  return `${people}\napp Desk {${fields}\n${items}\n}`;
}

function checkShadowed(items: string, names: readonly string[]): void {
  checkReported('shadowed-policy', desk(items), names);
}

describe('shadowed-policy', () => {
  it('keeps one of policies that say the same', () => {
    const same = (name: string) => `policy ${name} { to Agents when Priority > 1 }`;
    checkShadowed(`${same('A')}\n${same('B')}\n${same('C')}`, ['B', 'C']);
  });

  it('prefers to keep the one that covers others alone', () => {
    checkShadowed(
      'policy Low { to bob when Priority < 3 }\npolicy High { to bob when Priority >= 3 }\npolicy All { to bob when Priority is not empty }',
      ['Low', 'High'],
    );
  });

  it('tells which ones cover it, and no more than are needed', () => {
    const items = `policy A { to Agents when Priority < 3 }
      policy B { to Agents when Priority > 2 and Status is "Open" }
      policy C { to Agents when Priority > 2 and Status is not "Open" }
      policy D { to Agents when Status is "Closed" }
      policy E { to Seniors when Priority between 1 and 9 }`;
    const [finding, ...more] = findingsOf('shadowed-policy', desk(items));
    assert.deepEqual(more, []);
    assert.equal(finding?.related.length, 3);
    assert.equal(finding?.message, '`E` adds nothing: `A`, `B` and `C` already show its people all of its records');
  });

  it('covers everybody whom the policy names, or is none', () => {
    checkShadowed('policy A { to Seniors }\npolicy B { to Agents when Priority > 1 }', []);
    checkShadowed('policy A { to Agents }\npolicy B { to Seniors, Bot when Priority > 1 }', []);
    checkShadowed('policy A { to Agents, Bot }\npolicy B { to Seniors, Bot when Priority > 1 }', ['B']);
    checkShadowed('policy A { to Bot }\npolicy B { to Other when Priority > 1 }', []);
    checkShadowed('policy A { to Agents }\npolicy B { to Bot }\npolicy C { to bob, Bot when Priority > 1 }', ['C']);
  });

  it('takes `current user` for whoever it is', () => {
    checkShadowed(
      'policy A { to Agents when Owner is current user or Priority > 1 }\npolicy B { to Seniors when Owner is current user }',
      ['B'],
    );
    checkShadowed('policy A { to Agents when Owner is current user }\npolicy B { to Agents when Owner is alice }', []);
    checkShadowed('policy A { to Agents when Owner is current user }\npolicy B { to alice when Owner is alice }', [
      'B',
    ]);
    checkShadowed(
      'policy A { to Agents when Owner is in Agents }\npolicy B { to Agents when Owner is current user and Priority > 1 }',
      ['B'],
    );
    checkShadowed(
      'policy A { to Agents when Region is current user.Region }\npolicy B { to Seniors when Region is "EU" }',
      [],
    );
    checkShadowed(
      'policy A { to Agents when Region is current user.Region }\npolicy B { to alice when Region is "EU" }',
      ['B'],
    );
  });

  it('is no policy that shows nobody anything, and none with an error', () => {
    checkShadowed('policy A { to Agents }\npolicy B { to Agents when Priority < 1 and Priority > 2 }', []);
    checkShadowed('policy A { to Agents }\npolicy B { to gone, Empty when Priority < 1 }', []);
    checkShadowed('policy A { to Agents, nobody }\npolicy B { to Agents when Priority < 1 }', []);
    checkShadowed('policy A { to Agents }\npolicy B { to Agents when Priority is "x" }', []);
  });

  it('leaves to the other rule what the default policy shows', () => {
    const items = 'default policy\npolicy A { to Agents }\npolicy B { to Agents when Priority > 1 }';
    checkShadowed(items, []);
    checkReported('default-policy-in-effect', desk(items), ['A', 'B']);
  });

  it('counts the default policy beside another one', () => {
    checkShadowed('default policy\npolicy A { to Bot }\npolicy B { to Agents, Bot when Priority > 1 }', ['B']);
  });
});

describe('default-policy-in-effect', () => {
  const check = (items: string, names: readonly string[]) =>
    checkReported('default-policy-in-effect', desk(`default policy\n${items}`), names);

  it('is about people inside only', () => {
    check('policy A { to dana when Priority > 1 }', []);
    check('policy A { to "External Users", Bot }', []);
    check('policy A { to "Internal Users" when Priority > 1 }', ['A']);
    check('policy A { to gone, Empty when Priority > 1 }', []);
  });

  it('stands on those of several for whom the policy means nothing', () => {
    check('policy A { to dana, Agents, Bot, carol when Priority > 1 }', ['Agents', 'carol']);
    check('policy A { to gone, Agents when Priority > 1 }', ['A']);
  });

  it('says nothing of a policy with an error', () => {
    check('policy A { to Agents when Nothing is 1 }', []);
  });
});

describe('unconditional-policy', () => {
  const severities = (items: string, settings = '') =>
    findingsOf('unconditional-policy', `${desk(items)}${settings}`).map(({ severity }) => severity);

  it('is a hint where it is for service accounts alone', () => {
    assert.deepEqual(severities('policy A { to Bot }\npolicy B { to Bot, Agents }\npolicy C { to carol }'), [
      'hint',
      'info',
      'info',
    ]);
  });

  it('weighs what writ.json says', () => {
    const settings = '\n--- file: writ.json\n{ "rules": { "unconditional-policy": "warning" } }\n';
    assert.deepEqual(severities('policy A { to Bot }\npolicy C { to carol }', settings), ['warning', 'warning']);
    const off = '\n--- file: writ.json\n{ "rules": { "unconditional-policy": "off" } }\n';
    assert.deepEqual(severities('policy A { to Bot }', off), []);
  });

  it('says whom it shows everything', () => {
    assert.deepEqual(messagesOf('unconditional-policy', desk('policy A { to Bot, Agents }')), [
      '`A` shows `Desk.Bot` and `Agents` every record of `Desk`',
    ]);
  });

  it('is no policy with an error, and not the default policy', () => {
    assert.deepEqual(severities('default policy\npolicy A { to nobody }\npolicy B { }'), []);
  });
});

describe('role-without-data-access', () => {
  const check = (items: string, names: readonly string[], more = '') =>
    checkReported('role-without-data-access', `${desk(items)}\n${more}`, names);
  const role = 'role Agent { description "Works"  members Agents  grants READ_RECORDS }';

  it('asks for one holder who sees one record', () => {
    check(role, ['Agent']);
    check(`${role}\npolicy P { to bob when Owner is current user }`, []);
    check(`${role}\npolicy P { to carol }`, ['Agent']);
    check(`${role}\npolicy P { to "Internal Users" when Priority > 1 }`, []);
    check(`${role}\npolicy P { to Agents when Priority > 1 and Priority < 1 }`, ['Agent']);
  });

  it('knows of ADMIN, shares and auto-share', () => {
    check(role, [], 'managed role Admin { members bob }');
    const strict =
      'managed role Admin { members bob }\n--- file: writ.json\n{ "semantics": { "adminSeesAllRecords": false } }';
    check(role, ['Agent'], strict);
    check(role, [], 'record r in Desk { shared with alice }');
    check(role, ['Agent'], 'record r in Desk { shared with carol }');
    check(`${role}\nauto-share records on mention`, []);
    check('role Agent { description "Works"  grants READ_RECORDS  auto-share on share }', []);
  });

  it('is not about roles that nobody holds or that are over', () => {
    check('role Agent { description "Works"  members gone, Empty  grants READ_RECORDS }', []);
    check('role Agent { description "Works"  members Agents  grants READ_RECORDS  expires 2025-01-01 }', []);
    check('role Agent { description "Works"  members Agents  grants CREATE_RECORDS, READ_CHARTS }', []);
    check('managed role "Content Editor" { members Agents }', []);
  });

  it('says nothing where an error leaves open who sees what', () => {
    check(`${role}\npolicy P { to Agents when Nothing is 1 }`, []);
    check('role Agent { description "Works"  members Agents, nobody  grants READ_RECORDS }', []);
  });

  it('leaves to the action what it does not see', () => {
    const bot = `role Reader { description "Reads" grants READ_RECORDS }
      service account Reads { purpose "Reads"  roles Reader  usable by alice }
      automation A { trigger temporal  runs as Reads  built by alice  action recordSearch }`;
    check(bot, []);
    check(bot.replace('action recordSearch', 'action notification'), ['Reader']);
  });
});

describe('data-access-without-permission', () => {
  const outside = people.replace(/managed role.*/, '');
  const check = (items: string, names: readonly string[], more = '') =>
    checkReported('data-access-without-permission', `${outside}\napp Desk {${fields}\n${items}\n}\n${more}`, names);

  it('asks for one of its people who can read', () => {
    check('policy P { to Agents }', ['P']);
    check('policy P { to Agents }\nrole R { description "Reads"  members bob  grants READ_RECORDS }', []);
    check('policy P { to bob }\nrole R { description "Reads"  members Agents  grants READ_MESSAGES }', []);
    check('policy P { to Seniors }\nrole R { description "Reads"  members bob  grants READ_RECORDS }', ['P']);
    check('policy P { to Seniors }\nrole R { description "Writes"  members alice  grants UPDATE_RECORDS }', ['P']);
    check('policy P { to Bot, carol }\nmanaged role "Content Viewer" { members carol }', []);
  });

  it('knows of ADMIN and of roles that are over', () => {
    check('policy P { to alice }', [], 'managed role Admin { members alice }');
    const over = 'role R { description "Reads"  members alice  grants READ_RECORDS  expires 2026-01-01 }';
    check(`policy P { to alice }\n${over}`, ['P']);
  });

  it('does not know whom a record gives a role', () => {
    check('policy P { to alice }\nrole R { description "Reads"  grants READ_RECORDS  auto-share on mention }', []);
    check('policy P { to alice }\nrole R { description "Writes"  grants CREATE_MESSAGES  auto-share on mention }', [
      'P',
    ]);
  });

  it('says nothing of nobody, and nothing where an error leaves it open', () => {
    check('policy P { to gone, Empty }', []);
    check('policy P { to alice }\nrole R { description "Reads"  members alise  grants READ_RECORDS }', []);
    check('policy P { to alice }\nrole R { description "Reads"  members alice  grants READ_RECORD }', []);
    check('policy P { to alice }\nrole R { description "Charts"  members bob, carl  grants READ_CHARTS }', ['P']);
    check('policy P { to B }\nservice account B { purpose "Works"  roles Reeder }', []);
  });
});
