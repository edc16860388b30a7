// The fixes of rules about what acts, what is expected, and text and settings that cannot be read.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { applyEdits } from '../../server/src/text/edit.ts';
import { fixture } from '../support/fixture.ts';
import { checkFixes } from './fixed-text.ts';

const people = 'user alice "alice@acme.com"\nuser bob "bob@acme.com"\n';

/** The fixes of a rule, each with what it makes of the part of a text that follows the users. */
function check(rule: string, text: string, wanted: Readonly<Record<string, string>>): void {
  const entries = Object.entries(wanted).map(([title, fixed]) => [title, `${people}${fixed}`]);
  checkFixes(rule, `${people}${text}`, Object.fromEntries(entries));
}

describe('fixes: permissions that an actor lacks', () => {
  const app = (reader: string, more: string, roles: string) => `group Team { members alice, bob }
app A {
  role Reader { members Team  grants ${reader} }
${more}  policy All { to Bot }
  service account Bot { roles ${roles}  usable by alice }
  automation X { trigger onDemand  runs as Bot  built by alice  action updateField }
}`;

  it('are granted in a role that it has, by another role, or by a new one', () => {
    const writer = '  role Writer { grants UPDATE_RECORDS }\n';
    check('missing-permission', app('READ_RECORDS', writer, 'Reader'), {
      'Give `Bot` the role `Writer` of `A`': app('READ_RECORDS', writer, 'Reader, Writer'),
      'Grant `UPDATE_RECORDS` in role `Reader` of `A`': app('READ_RECORDS, UPDATE_RECORDS', writer, 'Reader'),
      'Give `Bot` a new role `Bot rights` of `A`': app(
        'READ_RECORDS',
        `${writer}  role "Bot rights" { description "What Bot needs"  grants UPDATE_RECORDS }\n`,
        'Reader, "Bot rights"',
      ),
    });
  });

  it('are never granted by a managed role or with ADMIN', () => {
    const admin = '  managed role "App Admin" { members bob }\n';
    check('missing-permission', `role Boss { grants ADMIN }\n${app('READ_RECORDS', admin, 'Reader')}`, {
      'Grant `UPDATE_RECORDS` in role `Reader` of `A`': `role Boss { grants ADMIN }\n${app('READ_RECORDS, UPDATE_RECORDS', admin, 'Reader')}`,
      'Give `Bot` a new role `Bot rights` of `A`': `role Boss { grants ADMIN }\n${app(
        'READ_RECORDS',
        `${admin}  role "Bot rights" { description "What Bot needs"  grants UPDATE_RECORDS }\n`,
        'Reader, "Bot rights"',
      )}`,
    });
  });

  it('come from the object that the action works in, or the organization where only that grants them', () => {
    const both = (roles: string, task: string) => `app A {
  service account Bot { ${roles}usable by alice }
  automation X { trigger onDemand  runs as Bot  built by alice  action createRecord in T }
}
task T { ${task}}`;
    check('missing-permission', both('', 'field N: number '), {
      'Give `Bot` a new role `Bot rights` of `T`': both(
        'roles T."Bot rights"  ',
        'field N: number role "Bot rights" { description "What Bot needs"  grants CREATE_RECORDS } ',
      ).replace('Bot rights"  usable', 'Bot rights" usable'),
    });
    const search = (roles: string) =>
      `app A {\n  service account Bot { usable by alice${roles} }\n  automation X { trigger onDemand  runs as Bot  built by alice  action userGroupSearch }\n}`;
    checkFixes('missing-permission', `${people}${search('')}`, {
      'Give `Bot` a new role `Bot rights` of the organization': `${people}role "Bot rights" { description "What Bot needs"  grants READ_GROUPS }\n${search('').replace('{ usable', '{ roles "Bot rights" usable')}`,
    });
  });

  it('are those of the publisher where that acts', () => {
    const agent = '  agent H { built by alice  tool executeWorkflow }\n}';
    check('missing-permission', `app A {\n  field N: number\n${agent}`, {
      'Give `alice` a new role `alice rights` of `A`': `app A {\n  field N: number\n  role "alice rights" { description "What alice needs"  members alice  grants READ_WORKFLOWS }\n${agent}`,
    });
  });
});

describe('fixes: records that an actor cannot see', () => {
  const app = (policies: string) => `app A {
  field N: number
  role R { grants READ_RECORDS }
${policies}  service account Bot { roles R  usable by alice }
  automation X { trigger onDemand  runs as Bot  built by alice  action recordSearch where N > 5 }
}`;

  it('are opened by the narrowest policies that cover them, or a new one', () => {
    const narrow = (to: string) => `  policy Narrow { to ${to}  when N > 3 }\n`;
    const wide = (to: string) => `  policy Wide { to ${to} }\n`;
    const other = '  policy Other { to bob  when N < 3 }\n';
    check('missing-data-access', app(`${wide('bob')}${other}${narrow('bob')}`), {
      'Name `Bot` in policy `Narrow`': app(`${wide('bob')}${other}${narrow('bob, Bot')}`),
      'Name `Bot` in policy `Wide`': app(`${wide('bob, Bot')}${other}${narrow('bob')}`),
      'Add policy `X by Bot` to `A` when `N > 5`': app(
        `${wide('bob')}${other}${narrow('bob')}  policy "X by Bot" { to Bot  when N > 5 }\n`,
      ),
    });
  });
});

describe('fixes: who builds and acts', () => {
  it('share an account with its builder, by name or by a group', () => {
    const app = (usable: string, members: string) =>
      `group Team { members ${members} }\napp A {\n  service account Bot { usable by ${usable} }\n  agent H { runs as Bot  built by bob }\n}`;
    check('service-account-not-shared', app('Team', 'alice'), {
      'Add `bob` to `usable by` of `Bot`': app('Team, bob', 'alice'),
      'Add `bob` to group `Team`': app('Team', 'alice, bob'),
    });
  });

  it('take an account of the object, or the publisher', () => {
    const app = (as: string) =>
      `app A {\n  service account Own { usable by alice }\n  agent H { runs as ${as}  built by alice }\n}\napp B { service account Other }`;
    check('service-account-elsewhere', app('Other'), {
      'Change to `Own`': app('Own'),
      'Change to `publisher`': app('publisher'),
    });
  });

  it('activate who acts, or take another one', () => {
    const app = (off: string, as: string) =>
      `app A {\n  service account Off { usable by alice${off} }\n  service account On { usable by alice }\n  agent H { runs as ${as}  built by alice }\n}`;
    check('inactive-actor', app('  inactive', 'Off'), {
      'Activate `Off`': app('', 'Off'),
      'Change to `On`': app('  inactive', 'On'),
    });
  });

  it('add what is missing of somebody who is there', () => {
    const app = (to: string) =>
      `app A {\n  role R { members alice, bob  grants READ_RECORDS }\n  policy P { to alice }\n  policy Q {${to}}\n}`;
    check('missing-property', app(''), { 'Add `to bob`': app(' to bob ') });
    const built = (text: string) =>
      `app A {\n  agent H { built by alice }\n  automation X {\n${text}    action createRecord\n  }\n}`;
    check('missing-property', built('    trigger onDemand\n'), {
      'Add `built by alice`': built('    trigger onDemand\n    built by alice\n'),
    });
    check('missing-property', built('    built by bob\n'), {
      'Add `trigger onDemand`': built('    trigger onDemand\n    built by bob\n'),
    });
    check('missing-property', 'app A { agent H {} }', {});
  });
});

describe('fixes: what is expected', () => {
  const desk =
    'group Team { members alice }\napp A {\n  field N: number\n  role R { members Team  grants READ_RECORDS }\n  policy P { to Team  when N > 1 }\n}\n';

  function becomes(expectation: string, title: string, now: string): void {
    check('failed-expectation', `${desk}expect ${expectation}`, { [title]: `${desk}expect ${now}` });
  }

  it('is what holds today', () => {
    becomes('alice can DELETE_RECORDS in A', 'Expect `cannot`', 'alice cannot DELETE_RECORDS in A');
    becomes('alice cannot READ_RECORDS in A with { N 5 }', 'Expect `can`', 'alice can READ_RECORDS in A with { N 5 }');
    becomes('alice can READ_RECORDS in A', 'Expect `can` when `N > 1`', 'alice can READ_RECORDS in A when N > 1');
    becomes('alice cannot READ_RECORDS in A', 'Expect `can` when `N > 1`', 'alice can READ_RECORDS in A when N > 1');
    becomes('nobody can READ_RECORDS in A', 'Expect `nobody but Team can`', 'nobody but Team can READ_RECORDS in A');
    becomes('only bob can READ_RECORDS in A', 'Expect `only Team can`', 'only Team can READ_RECORDS in A');
    becomes('alice can invite "x@y.com"', 'Expect `cannot`', 'alice cannot invite "x@y.com"');
  });

  it('is left alone where it cannot be decided', () => {
    check('failed-expectation', `${desk}expect alice can READ_RECORDS in B`, {});
  });
});

describe('fixes: text that does not parse', () => {
  it('insert the one sign or word that is missing', () => {
    const cases: Readonly<Record<string, readonly [title: string, text: string]>> = {
      'group G { members alice bob }': ['Insert `,`', 'group G { members alice, bob }'],
      'group G {\n  members alice\n': ['Insert `}`', 'group G {\n  members alice\n}\n'],
      'group G { members alice': ['Insert `}`', 'group G { members alice }'],
      'app A { field N number }': ['Insert `:`', 'app A { field N: number }'],
      'app A { default }': ['Insert `policy`', 'app A { default policy }'],
      'app A { agent H { built alice } }': ['Insert `by`', 'app A { agent H { built by alice } }'],
      'app A { policy P to alice }': ['Insert `{`', 'app A { policy P { to alice }'],
      'query what can alice in organization': ['Insert `do`', 'query what can alice do in organization'],
    };
    for (const [text, [title, fixed]] of Object.entries(cases)) {
      const { snapshot } = fixture(`${people}${text}`);
      const [fix] = snapshot.findingsOf('syntax').flatMap(snapshot.fixesOf);
      const edits = fix?.edits.map(({ place, text: put }) => ({ span: place.span, text: put })) ?? [];
      assert.deepEqual([fix?.title, applyEdits(`${people}${text}`, edits)], [title, `${people}${fixed}`]);
    }
  });
});

describe('fixes: settings', () => {
  it('take out what is set twice, named twice or unknown, with its comma', () => {
    const cases: Readonly<Record<string, string>> = {
      '{ "rules": { "unused-role": "off", "unused-role": "hint" } }': '{ "rules": { "unused-role": "off" } }',
      '{ "zzzzzzzz": 1, "exclude": [] }': '{ "exclude": [] }',
      '{ "exclude": [], "zzzzzzzz": 1 }': '{ "exclude": [] }',
      '{ "zzzzzzzz": 1 }': '{  }',
    };
    for (const [text, fixed] of Object.entries(cases)) {
      const { snapshot } = fixture(`user a "a@b.com"\n--- file: writ.json\n${text}`);
      const fixes = snapshot.findingsOf('settings').flatMap(snapshot.fixesOf);
      assert.deepEqual(
        fixes.map(({ title, edits }) => [
          title,
          applyEdits(
            text,
            edits.map(({ place, text: put }) => ({ span: place.span, text: put })),
          ),
        ]),
        [['Remove it', fixed]],
      );
    }
  });
});
