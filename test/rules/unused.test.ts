// The rules about what nothing names or uses: groups, accounts, records, roles past their date, and suppressions.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkFix } from './fixed-text.ts';
import { checkReported, findingsOf, messagesOf } from './reported.ts';

const people = `
user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { description "Work"  members alice, bob }
`;

const desk = (items: string, more = '') =>
  `${people}\napp Desk {\n  field Status: choice("New", "Open")\n${items}\n}\n${more}`;

describe('unused-group', () => {
  const check = (text: string, names: readonly string[]) => checkReported('unused-group', text, names);

  it('takes every way to name it', () => {
    check(desk(''), ['Agents']);
    check(desk('', 'role R { description "Reads"  members Agents  grants READ_RECORDS }'), []);
    check(desk('policy P { to Agents }'), []);
    check(desk('service account Bot { purpose "Works"  usable by Agents }'), []);
    check(desk('field Team: group\npolicy P { to alice when Team is Agents }'), []);
    check(
      desk(
        'field Team: group\nautomation A { trigger createRecord  built by alice  action updateField where Team is Agents }',
      ),
      [],
    );
    check(desk('field Owner: user\npolicy P { to alice when Owner is in Agents }'), []);
    check(desk('', 'record r in Desk { shared with Agents }'), []);
    check(desk('', 'query Agents can READ_RECORDS in Desk'), []);
    check(desk('', 'expect nobody but Agents can READ_RECORDS in Desk'), []);
  });

  it('is not said where records give something to whatever group they name', () => {
    check(desk('field Team: group\npolicy P { to alice when Team contains current user }'), []);
    check(desk('field Team: group as assignee\nauto-share records on group-assign'), []);
    check(desk('field Team: group\nauto-share records on watch'), ['Agents']);
  });

  it('counts broken text that may mean it, and leaves alone a group with an error', () => {
    check(desk('policy P { to Agnets }'), []);
    check(desk('', 'rule R { members Agents }'), []);
    check(desk('', 'rule R { members Others }'), ['Agents']);
    check('user alice "alice@acme.com"\ngroup Agents { members alice, nobody }', []);
  });

  it('is removed by its fix, with the comment about it', () => {
    checkFix(
      'unused-group',
      'user alice "alice@acme.com"\n\n// Of the old days\ngroup Old { description "Gone"  members alice }\n',
      {
        title: 'Remove the group `Old`',
        text: 'user alice "alice@acme.com"\n',
        safe: true,
      },
    );
  });
});

describe('unused-service-account', () => {
  const account = 'service account Bot { purpose "Works"  usable by alice }';
  const check = (items: string, names: readonly string[], more = '') =>
    checkReported('unused-service-account', desk(items, more), names);

  it('is about an active account that nothing names', () => {
    check(account, ['Bot']);
    check('service account Bot { purpose "Works"  inactive }', []);
    check('service account Bot { purpos "Works" }', []);
  });

  it('takes every way to name it', () => {
    check(`${account}\nautomation A { trigger createRecord  built by alice  runs as Bot  action notification }`, []);
    check(`${account}\nagent A { built by alice  tool mcp runs as Bot }`, []);
    check(`${account}\npolicy P { to Bot }`, []);
    check(`${account}\nfield Owner: user\npolicy P { to alice when Owner is Bot }`, []);
    check(account, [], 'query alice can use Desk.Bot');
    check(account, [], 'record r in Desk { mentions Desk.Bot }');
    // Elsewhere it cannot run anything, and is named all the same.
    check(
      account,
      [],
      'app Other { automation A { trigger createRecord  built by alice  runs as Desk.Bot  action notification } }',
    );
  });

  it('says what it holds, and is switched off by its fix', () => {
    const text =
      'app Desk {\n  role R { description "Reads"  grants READ_RECORDS }\n  service account Bot {\n    roles R\n  }\n}\n';
    assert.deepEqual(messagesOf('unused-service-account', text), [
      'nothing runs as the service account `Bot` or names it, and it holds a role',
    ]);
    checkFix('unused-service-account', text, {
      title: 'Switch `Bot` off',
      text: text.replace('    roles', '    inactive\n    roles'),
      safe: false,
    });
  });
});

describe('unused-record', () => {
  const check = (more: string, names: readonly string[]) => checkReported('unused-record', desk('', more), names);

  it('is about a record that no question speaks of', () => {
    check('record r in Desk { Status "New" }', ['r']);
    check('record r in Desk { Status "New" }\nquery alice can READ_RECORDS on r', []);
    check('record r in Desk { Status "New" }\nexpect alice cannot READ_RECORDS on r', []);
    check('record r in Desk { Status "New" }\ntest "T" { expect alice cannot READ_RECORDS on r }', []);
  });

  it('tells a record of a test from one of the project', () => {
    check('record r in Desk { }\ntest "T" { record r in Desk { }  expect alice cannot READ_RECORDS on r }', ['r']);
    check('test "T" { record r in Desk { }  expect alice cannot READ_RECORDS in Desk }', ['r']);
  });

  it('is not said where a relation to one record reaches the whole object', () => {
    const settings = '--- file: writ.json\n{ "semantics": { "autoShareReach": "object" } }';
    check(`record r in Desk { watched by alice }\n${settings}`, []);
  });

  it('is removed by its fix, safely where it says of nobody', () => {
    const text = desk('', 'record r in Desk { Status "New" }\n');
    const without = text.replace(/record.*\n/, '');
    checkFix('unused-record', text, { title: 'Remove the record `r`', text: without, safe: true });
    checkFix('unused-record', text.replace('Status "New"', 'shared with bob'), {
      title: 'Remove the record `r`',
      text: without,
      safe: false,
    });
  });
});

describe('expired-role', () => {
  const role = (date: string) => `role R { description "Reads"  members alice  grants READ_RECORDS  expires ${date} }`;

  it('is in force through its day, and told of two weeks before', () => {
    const said = (date: string) =>
      findingsOf('expired-role', `${people}${role(date)}`).map(({ severity, message }) => `${severity}: ${message}`);
    assert.deepEqual(said('2026-11-20'), ['warning: the role `R` ended with 2026-11-20: it grants nothing since']);
    assert.deepEqual(said('2026-11-21'), ['info: the role `R` ends today, after 2026-11-21']);
    assert.deepEqual(said('2026-11-22'), ['info: the role `R` ends tomorrow, after 2026-11-22']);
    assert.deepEqual(said('2026-12-05'), ['info: the role `R` ends in 14 days, after 2026-12-05']);
    assert.deepEqual(said('2026-12-06'), []);
    assert.deepEqual(said('2026-02-30'), []);
  });

  it('is removed with where accounts name it', () => {
    const text =
      'app Desk {\n  role Old { description "Was"  grants READ_RECORDS  expires 2020-01-01 }\n  role Own { description "Is"  grants READ_RECORDS }\n  service account Bot { purpose "Works"  roles Old, Own }\n}\n';
    checkFix('expired-role', text, {
      title: 'Remove the role `Old`',
      text: text.replace(/ {2}role Old.*\n/, '').replace('Old, ', ''),
      safe: true,
    });
  });

  it('is not removed safely where a question looks back', () => {
    const text = `${people}${role('2020-01-01')}\nexpect alice can READ_RECORDS in organization as of 2019-12-31\n`;
    checkFix('expired-role', text, { title: 'Remove the role `R`', text: text.replace(/role.*\n/, ''), safe: false });
  });
});

describe('unused-suppression', () => {
  const held = 'role R { description "Reads"  members alice  grants READ_RECORDS }';
  const free = 'role R { description "Reads"  grants READ_RECORDS }';
  const check = (text: string, words: readonly string[]) =>
    checkReported('unused-suppression', `${people}${text}`, words);
  const agents = 'query Agents can READ_RECORDS in organization\n';

  it('is on the name of a rule that reports nothing there', () => {
    check(`${agents}${held} // writ-ignore unused-role: later`, ['unused-role']);
    check(`${agents}${free} // writ-ignore unused-role: later`, []);
    check(`${agents}// writ-ignore unused-role, missing-description: later\n${free}`, ['missing-description']);
    check(`${agents}// writ-ignore unused-role: later\n\n${free}`, ['unused-role']);
    check(`${agents}// writ-ignore unused-role: later`, ['unused-role']);
  });

  it('tells of a rule that is switched off', () => {
    const text = `${people}${agents}${free} // writ-ignore unused-role: later\n--- file: writ.json\n{ "rules": { "unused-role": "off" } }`;
    assert.deepEqual(messagesOf('unused-suppression', text), ['`unused-role` is switched off: this hides nothing']);
  });

  it('is on a suppression without a reason, which hides nothing', () => {
    for (const reason of ['', ':', ': ', ': TODO', ': todo.']) {
      const comment = `// writ-ignore unused-role${reason}`;
      check(`${agents}${comment}\n${free}`, [comment]);
      checkReported('unused-role', `${people}${agents}${comment}\n${free}`, ['R']);
    }
    check(`${agents}// writ-ignore unused-role: TODO by Dana in May\n${free}`, []);
    check(`${agents}// writ-ignore: later\n${free}`, ['// writ-ignore: later']);
    check(`${agents}// writ-ignored unused-role: this is prose\n${free}`, []);
  });

  it('is on names of no rule, and of rules that cannot be suppressed', () => {
    check('// writ-ignore unused-roll: later\n', ['unused-roll']);
    assert.deepEqual(messagesOf('unused-suppression', '// writ-ignore unused-roll, syntax: later\n'), [
      'unknown rule `unused-roll`; did you mean `unused-role`?',
      '`syntax` cannot be suppressed',
    ]);
  });

  it('does not guess what an error keeps from being reported', () => {
    check(`${agents}${held} // writ-ignore unused-role: later\nrole S { members nobody }`, []);
    check(`${agents}${held} // writ-ignore unused-role: later\nrole S { members`, []);
    check(`${agents}${held} // writ-ignore unused-roll: later\nrole S { members`, ['unused-roll']);
  });

  it('can be suppressed itself, and that suppression can be unused', () => {
    check(
      `${agents}// writ-ignore unused-suppression: the role comes and goes\n// writ-ignore unused-role: later\n${held}`,
      [],
    );
    check(`${agents}${held} // writ-ignore unused-role, unused-suppression: comes and goes`, []);
    check(`${agents}// writ-ignore unused-suppression: never\n${held}`, ['unused-suppression']);
  });

  it('is mended by removing the name or the comment', () => {
    const fix = (text: string, title: string, wanted: string) =>
      checkFix('unused-suppression', text, { title, text: wanted, safe: false });
    fix('user a "a@b.example" // writ-ignore unused-role: later\n', 'Remove the suppression', 'user a "a@b.example"\n');
    fix(
      '// writ-ignore unused-role: later\nuser a "a@b.example"\n',
      'Remove the suppression',
      'user a "a@b.example"\n',
    );
    const kept = 'role R { description "Reads"  grants READ_RECORDS }\n';
    fix(
      `// writ-ignore vague-name, unused-role: later\n${kept}`,
      'Remove `vague-name` from the suppression',
      `// writ-ignore unused-role: later\n${kept}`,
    );
    fix(
      `// writ-ignore unused-role, vague-name: later\n${kept}`,
      'Remove `vague-name` from the suppression',
      `// writ-ignore unused-role: later\n${kept}`,
    );
    const grantless = 'role R { grants READ_RECORDS } // writ-ignore unused-role, missing-description: later\n';
    fix(grantless.replace('description', 'descriptions'), 'Change to `missing-description`', grantless);
  });
});
