// Whom changed declarations reach, and where: nobody else is compared.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { matchModels } from '../../../server/src/access/difference/match.ts';
import { touchedBy } from '../../../server/src/access/difference/touched.ts';
import { principalPath } from '../../../server/src/model/lookup.ts';
import type { Principal } from '../../../server/src/model/symbols.ts';
import { modelsOf } from './sides.ts';

const people = `
user alice "alice@acme.com" { Region "EU" }
user bob   "bob@acme.com"
user carol "carol@acme.com"
user dana  "dana@partner.io" { external }
group Agents { members alice, bob }
group Crew { members carol }
group Partners { domain "partner.io" }
`;

/** What is reached, in words; nothing is said of what is empty. */
function reached(text: string): string[] {
  const { before, after, today } = modelsOf(text);
  const touched = touchedBy(matchModels(before, after), today);
  const names = (some: Iterable<Principal>) => [...some].map(principalPath).sort().join(', ');
  const said = (word: string, some: ReadonlySet<Principal>) => (some.size === 0 ? [] : [`${word}: ${names(some)}`]);
  const { relations } = touched;
  return [
    ...(touched.all ? ['all'] : []),
    ...said('everywhere', touched.everywhere),
    ...[...touched.at].map(([object, who]) => `at ${object.name}: ${who === 'everyone' ? who : names(who)}`),
    ...said('selves', touched.selves),
    ...said('named', touched.named),
    ...said('other members', touched.otherMembers),
    ...(relations === 'everywhere' ? ['relations everywhere'] : [...relations].map(({ name }) => `relations: ${name}`)),
  ];
}

function check(text: string, ...expected: readonly string[]): void {
  assert.deepEqual(reached(people + text), expected);
}

const settings = (name: string, value: string) => `--- file: writ.json\n{ "semantics": { "${name}": ${value} } }`;

describe('difference: what is touched', () => {
  it('nobody by what is the same, or by a word that gives nothing', () => {
    check(`
--- before
role R { description "One" members alice grants READ_RECORDS }
app Desk { description "One" field F: text policy P { to alice when F is "x" } }
--- after
role R { description "Two" members alice grants READ_RECORDS }
app Desk { description "Two" field F: text policy Q { to alice when F is "x" } }
`);
  });

  it('everybody by each of the settings', () => {
    check(`\n--- before\n--- after\n${settings('adminSeesAllRecords', 'false')}`, 'all');
    check(`\n--- before\n--- after\n${settings('autoShareReach', '"object"')}`, 'all');
  });

  it('users by being new or gone, with the groups that fill themselves', () => {
    check(`\n--- before\nuser erin "erin@acme.com"\n--- after\n`, 'everywhere: erin', 'selves: erin');
    check(`\n--- before\n--- after\nuser erin "erin@partner.io" { external }`, 'everywhere: erin', 'selves: erin');
    check(
      `\n--- before\ngroup Big { members alice, bob, erin } user erin "erin@acme.com"\n--- after\ngroup Big { members alice, bob }`,
      'everywhere: erin',
      'selves: erin',
    );
  });

  it('users themselves by their attributes, and by being external, inactive or broken', () => {
    const erin = (rest: string) => `user erin "erin@acme.com" { ${rest} }`;
    const change = (one: string, other: string) => `\n--- before\n${one}\n--- after\n${other}`;
    check(change(erin('Region "EU"'), erin('Region "US"')), 'everywhere: erin', 'selves: erin');
    check(change(erin('Region "EU"'), erin('Area "EU"')), 'everywhere: erin', 'selves: erin');
    check(change(erin('Region "EU"'), erin('')), 'everywhere: erin', 'selves: erin');
    check(change(erin(''), erin('inactive')), 'everywhere: erin', 'selves: erin', 'other members: "Internal Users"');
    check(change(erin('inactive'), erin('')), 'everywhere: erin', 'selves: erin', 'other members: "Internal Users"');
    check(
      change(erin('external'), erin('')),
      'everywhere: erin',
      'selves: erin',
      'other members: "External Users", "Internal Users"',
    );
    check(change(erin(''), erin('nonsense =')), 'everywhere: erin', 'selves: erin');
    check(change('user erin "erin@acme.com"', 'user erin "erin"'), 'everywhere: erin', 'selves: erin');
    check(change(erin('Region "EU"'), 'user erin "erin@acme.com" { Region "EU" }'));
    check(change('user erin "erin@acme.com"', 'user eve "erin@acme.com"'));
  });

  it('groups by being new or gone, and their members by being in them', () => {
    check(
      '\n--- before\n--- after\ngroup Ops { members alice, dana }',
      'everywhere: Ops, alice, dana',
      'selves: alice, dana',
    );
    check('\n--- before\ngroup Ops { members alice }\n--- after', 'everywhere: Ops, alice', 'selves: alice');
    check('\n--- before\ngroup Ops { members alice, bob }\n--- after\ngroup Ops { members bob, alice }');
    check(
      '\n--- before\ngroup Ops { members alice, bob }\n--- after\ngroup Ops { members bob, carol }',
      'everywhere: alice, carol',
      'selves: alice, carol',
      'other members: Ops',
    );
    check(
      '\n--- before\ngroup Ops { members alice, bob }\n--- after\ngroup Ops { members alice, bob, carol }',
      'everywhere: carol',
      'selves: carol',
      'other members: Ops',
    );
    check('\n--- before\ngroup Ops { members alice, bob }\n--- after\ngroup Crows { members alice, bob }');
    check(
      '\n--- before\ngroup Ops { domain "partner.io" }\n--- after\ngroup Ops { domain "acme.com" }',
      'everywhere: alice, bob, carol, dana',
      'selves: alice, bob, carol, dana',
      'other members: Ops',
    );
    check('\n--- before\ngroup Ops { domain "partner.io" }\n--- after\ngroup Ops { members dana }');
    check(
      '\n--- before\ngroup Ops { domain "partner.io" }\n--- after\ngroup Ops { members dana, alice }',
      'everywhere: alice',
      'selves: alice',
      'other members: Ops',
    );
    check(
      '\n--- before\ngroup Ops { members alice }\n--- after\ngroup Ops { domain "partner.io" }',
      'everywhere: alice, dana',
      'selves: alice, dana',
      'other members: Ops',
    );
    check('\nuser erin "erin@x.com"\ngroup Ops { domain "acme.com" }\n--- before\n--- after\n');
  });

  it('service accounts by being new or gone, switched off, or of other roles', () => {
    const desk = (rest: string) => `app Desk { role R { grants READ_RECORDS } role S { grants READ_RECORDS } ${rest} }`;
    const change = (one: string, other: string) => `\n--- before\n${desk(one)}\n--- after\n${desk(other)}`;
    const bot = (rest: string) => `service account Bot { purpose "Works" ${rest} }`;
    check(change(bot('roles R'), bot('roles R')));
    check(change(bot('roles R'), ''), 'everywhere: Desk.Bot');
    check(change('', bot('roles R')), 'everywhere: Desk.Bot');
    check(change(bot('roles R'), bot('roles R inactive')), 'everywhere: Desk.Bot');
    check(change(bot('roles R'), bot('roles R, S')), 'everywhere: Desk.Bot');
    check(change(bot('roles R'), bot('roles S')), 'everywhere: Desk.Bot');
    check(change(bot('roles R, S'), bot('roles S, R')));
    check(change(bot('roles R'), bot('roles R, Nobody')));
    check(change(bot('roles R'), 'service account Robot { purpose "Works" roles R }'));
  });

  it('who holds a role that is another one, where it is', () => {
    const change = (one: string, other: string) => `\n--- before\n${one}\n--- after\n${other}`;
    const top = (members: string, rest = 'grants READ_RECORDS') => `role Top { ${members} ${rest} }`;
    check(change('', top('members Agents, carol')), 'everywhere: Agents, alice, bob, carol', 'named: Agents');
    check(change(top('members carol'), ''), 'everywhere: carol');
    check(change(top('members carol', ''), top('members alice', '')));
    check(
      change(top('members carol'), top('members Agents')),
      'everywhere: Agents, alice, bob, carol',
      'named: Agents',
    );
    check(change(top('members alice, carol'), top('members carol, alice')));
    check(change(top('members alice, carol'), top('members carol, alice, bob')), 'everywhere: bob');
    check(
      change(top('members carol'), top('members carol', 'grants READ_RECORDS, UPDATE_RECORDS')),
      'everywhere: carol',
    );
    check(
      change(top('members alice'), top('members alice', 'grants READ_RECORDS expires 2026-01-01')),
      'everywhere: alice',
    );
    check(
      change(
        top('members alice', 'grants READ_RECORDS expires 2026-01-02'),
        top('members bob', 'grants READ_RECORDS expires 2026-01-01'),
      ),
    );
    check(
      change(
        top('members alice', 'grants READ_RECORDS expires 2027-01-02'),
        top('members alice', 'grants READ_RECORDS expires 2027-01-01'),
      ),
    );
    check(
      change(top('members alice'), top('members alice', 'grants READ_RECORDS auto-share on watch')),
      'all',
      'everywhere: alice',
      'relations everywhere',
    );
    check(
      change(
        top('members alice', 'grants READ_RECORDS auto-share on watch'),
        top('members alice', 'grants READ_RECORDS auto-share on mention'),
      ),
      'all',
      'everywhere: alice',
      'relations everywhere',
    );
    check(
      change(
        top('members alice', 'grants READ_RECORDS auto-share on watch, mention'),
        top('members bob', 'grants READ_RECORDS auto-share on mention, watch'),
      ),
      'everywhere: alice, bob',
    );
    check(change('', top('', 'grants READ_RECORDS auto-share on watch')), 'all', 'relations everywhere');
  });

  it('who holds a role of an object, in the object', () => {
    const change = (one: string, other: string) =>
      `\n--- before\napp Desk { ${one} }\napp Shop { }\n--- after\napp Desk { ${other} }\napp Shop { }`;
    check(change('', 'role R { members Agents grants READ_RECORDS }'), 'at Desk: Agents, alice, bob', 'named: Agents');
    check(
      change('role R { members carol grants READ_RECORDS }', 'role R { members dana grants READ_RECORDS }'),
      'at Desk: carol, dana',
    );
    check(
      change(
        'role R { members carol grants READ_RECORDS }',
        'role R { members carol grants READ_RECORDS auto-share on assign }',
      ),
      'at Desk: everyone',
      'relations: Desk',
    );
    check(
      change(
        'service account Bot { roles R } role R { grants READ_RECORDS }',
        'service account Bot { roles R } role R { grants UPDATE_RECORDS }',
      ),
      'at Desk: Desk.Bot',
    );
    check(
      '\nrole Top { grants READ_RECORDS }\napp Desk { service account Bot { roles Top } }\n--- before\n--- after\nrole More { grants READ_RECORDS }',
    );
    check(
      '\napp Desk { service account Bot { roles Top } service account Off { } }\n--- before\nrole Top { grants READ_RECORDS }\n--- after\nrole Top { grants UPDATE_RECORDS }',
      'everywhere: Desk.Bot',
    );
    check(
      '\napp Desk { service account Bot { roles Top } }\n--- before\nuser erin "erin@acme.com"\nrole Top { members erin, Agents, carol grants READ_RECORDS }\n--- after\nuser eve "erin@acme.com"\nrole Top { members eve, Agents, dana grants READ_RECORDS }',
      'everywhere: carol, dana',
    );
    check(
      '\n--- before\ngroup Ops { members alice, bob, carol }\nrole Top { members Ops, Crew grants READ_RECORDS }\n--- after\ngroup Workers { members alice, bob, carol }\nrole Top { members Workers, Crew grants READ_RECORDS }',
    );
  });

  it('everybody where an object is new or gone, and where its sharing or its assignees differ', () => {
    const change = (one: string, other: string) => `\n--- before\n${one}\n--- after\n${other}`;
    check(change('', 'app Desk { }'), 'at Desk: everyone');
    check(change('app Desk { }', ''), 'at Desk: everyone');
    check(change('', 'app Desk { auto-share records on mention }'), 'at Desk: everyone', 'relations: Desk');
    check(change('app Desk { auto-share records on mention }', ''), 'at Desk: everyone', 'relations: Desk');
    check(change('app Desk { }', 'app Desk { auto-share records on mention }'), 'at Desk: everyone', 'relations: Desk');
    check(
      change('app Desk { auto-share records on mention, watch }', 'app Desk { auto-share records on watch, mention }'),
    );
    check(
      change('app Desk { auto-share records on mention }', 'app Desk { auto-share records on watch }'),
      'at Desk: everyone',
      'relations: Desk',
    );
    check(change('app Desk { field F: user }', 'app Desk { field F: user as assignee }'), 'at Desk: everyone');
    check(
      change('app Desk { field F: user as assignee }', 'app Desk { field F: group as assignee }'),
      'at Desk: everyone',
    );
    check(
      change(
        'app Desk { field F: user as assignee field G: user }',
        'app Desk { field G: user field F: user as assignee }',
      ),
    );
    check(
      change(
        'app Desk { field F: user as assignee field G: user as assignee }',
        'app Desk { field G: user as assignee field F: user as assignee }',
      ),
    );
    check(
      change(
        'app Desk { field F: user as assignee field G: user }',
        'app Desk { field F: user field G: user as assignee }',
      ),
      'at Desk: everyone',
    );
  });

  it('whom a policy is for that is another one', () => {
    const of = (policies: string) => `app Desk { field F: text ${policies} }`;
    const change = (one: string, other: string) => `\n--- before\n${of(one)}\n--- after\n${of(other)}`;
    const one = 'policy P { to alice when F is "x" }';
    const two = 'policy Q { to Crew when F is "y" }';
    check(change(one, ''), 'at Desk: alice');
    check(change('', two), 'at Desk: Crew, carol', 'named: Crew');
    check(change(`${one} ${two}`, `${two} ${one}`));
    check(change(`${one} ${two}`, two), 'at Desk: alice');
    check(change(one, 'policy P { to alice, bob when F is "x" }'), 'at Desk: bob');
    check(change('policy P { to alice, bob when F is "x" }', 'policy P { to bob, alice when F is "x" }'));
    check(
      change('policy P { to alice, bob when F is "x" }', 'policy P { to bob, carol when F is "x" }'),
      'at Desk: alice, carol',
    );
    check(change(one, 'policy P { to alice when F is "y" }'), 'at Desk: alice');
    check(change(one, 'policy P { to alice }'), 'at Desk: alice');
    check(change(one, 'policy P { to alice when Nothing is "x" }'), 'at Desk: alice');
    check(change('policy P { to alice when Nothing is "x" }', 'policy P { to bob when Nothing is "x" }'));
    check(change('default policy', ''), 'at Desk: "Internal Users", alice, bob, carol', 'named: "Internal Users"');
    check(
      change(
        'policy P { to alice when F is "x" } policy P2 { to bob when F is "x" }',
        'policy P2 { to bob when F is "x" } policy P { to carol when F is "x" }',
      ),
      'at Desk: alice, carol',
    );
    check(
      change(
        'policy A { to alice when F is "x" } policy B { to bob when F is "x" }',
        'policy C { to carol when F is "x" }',
      ),
      'at Desk: alice, bob, carol',
    );
    check(
      change(
        'policy A { to alice when F is "x" }',
        'policy C { to carol when F is "x" } policy D { to dana when F is "x" }',
      ),
      'at Desk: alice, carol, dana',
    );
  });

  it('whom a policy is for that asks about a group with other members', () => {
    check(
      '\napp Desk { field F: user policy P { to carol when F is in Ops } }\n--- before\ngroup Ops { members alice, bob }\n--- after\ngroup Ops { members alice }',
      'everywhere: bob',
      'at Desk: carol',
      'selves: bob',
      'other members: Ops',
    );
    check(
      '\napp Desk { field F: user policy P { to carol when F is in Crew } }\n--- before\ngroup Ops { members alice, bob }\n--- after\ngroup Ops { members alice }',
      'everywhere: bob',
      'selves: bob',
      'other members: Ops',
    );
  });

  it('everybody where declared records give a role to others', () => {
    const object = settings('autoShareReach', '"object"');
    const roles = `role W { grants CREATE_RECORDS auto-share on watch }`;
    const of = (records: string, rest = '') =>
      `app Desk { field F: user as assignee field G: group as assignee ${roles} ${rest} }\n${records}\n${object}`;
    const change = (one: string, other: string) => `\n--- before\n${one}\n--- after\n${other}`;
    check(change(of(''), of('record it in Desk { watched by carol }')), 'at Desk: everyone');
    check(change(of('record it in Desk { watched by carol }'), of('record other in Desk { watched by carol }')));
    check(
      change(
        of('record it in Desk { watched by carol, alice }'),
        of('record it in Desk { watched by alice } record that in Desk { watched by carol }'),
      ),
    );
    check(
      change(of('record it in Desk { watched by carol }'), of('record it in Desk { watched by alice }')),
      'at Desk: everyone',
    );
    check(change(of('record it in Desk { mentions carol }'), of('record it in Desk { mentions alice }')));
    const old = 'role Old { grants CREATE_RECORDS auto-share on mention expires 2026-01-01 }';
    check(change(of('record it in Desk { mentions carol }', old), of('record it in Desk { mentions alice }', old)));
    const assign = 'role A { grants CREATE_RECORDS auto-share on assign }';
    check(
      change(of('record it in Desk { F carol }', assign), of('record it in Desk { F alice }', assign)),
      'at Desk: everyone',
    );
    check(
      change(of('record it in Desk { G Agents }', assign), of('record it in Desk { G Crew }', assign)),
      'at Desk: everyone',
    );
    check(change(of('record it in Desk { F carol }', assign), of('record it in Desk { assigned to carol }', assign)));
    check(change(of('record it in Desk { F carol }'), of('record it in Desk { F alice }')));
  });
});
