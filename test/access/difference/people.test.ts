// Who an entry speaks of: everyone, groups in place of their members, and who is left.

import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { PrincipalItem } from '../../../server/src/access/difference/types.ts';
import { compare } from './compared.ts';

const people = `
user alice "alice@acme.com"
user bob   "bob@acme.com"
user carol "carol@acme.com"
user dana  "dana@partner.io" { external }
group Agents { members alice, bob }
`;
const crowd = (count: number) => Array.from({ length: count }, (_, i) => `u${String(i).padStart(2, '0')}`);
const users = (names: readonly string[]) => names.map((name) => `user ${name} "${name}@acme.com"`).join('\n');

function said(item: PrincipalItem): string {
  if (item.kind === 'everyone') return `everyone but [${item.except.join(' ')}]`;
  const only = item.only === undefined ? '' : ` only ${item.only}`;
  if (item.kind !== 'group') return `${item.kind} ${item.name}${only}`;
  return `group ${item.name}${item.itself ? '' : ' members'} ${item.members} but [${item.except.join(' ')}]${only}`;
}

/** Of each entry its change and its principals. */
function who(text: string): string[] {
  return compare(text).entries.map(({ change, principals }) => `${change}: ${principals.map(said).join(', ')}`);
}

const role = (members: readonly string[]) => `role R { members ${members.join(', ')} grants READ_GROUPS }`;

/** Who gains what a role of the organization gives. */
const gained = (text: string, ...members: string[]) => who(`${text}\n--- before\n--- after\n${role(members)}`);

describe('difference: who', () => {
  it('sorts groups before users before service accounts, each by name', () => {
    const bots = 'role R { } app Desk { service account Zed { roles R } service account Bot { roles R } }';
    const text = `${people}\n${users(crowd(9))}\ngroup Crew { members dana, carol, u01 }\n--- before\n${bots}\n--- after\n`;
    assert.deepEqual(
      who(`${text}${bots.replace('role R { }', role(['dana', 'carol', 'Crew', 'bob', 'Agents', '"External Users"']))}`),
      [
        'gained: group "External Users" 1 but [], group Agents 2 but [], group Crew 3 but [], service account Desk.Bot, service account Desk.Zed',
      ],
    );
    const bare = 'app Desk { service account Zed { roles R } service account Bot { roles R } }';
    assert.deepEqual(who(`${people}\n${bare}\n--- before\nrole R { }\n--- after\n${role(['dana', 'alice'])}`), [
      'gained: user alice, user dana, service account Desk.Bot, service account Desk.Zed',
    ]);
  });

  it('a group stands for its members where at least half of them change', () => {
    const text = `${people}\n${users(crowd(9))}\n`;
    assert.deepEqual(gained(`${text}group G { members alice, bob, carol, dana }`, 'G'), ['gained: group G 4 but []']);
    const before = (had: readonly string[]) =>
      `group G { members u00, u01, u02, u03 }\nrole Old { members ${had.join(', ')} grants READ_GROUPS }`;
    const having = (...had: readonly string[]) => gained(`${text}${before(had)}`, 'G')[0];
    assert.deepEqual(
      [having('u00'), having('u01', 'u00'), having('u02', 'u01', 'u00'), having('u00', 'u01', 'u02', 'u03')],
      [
        'gained: group G 3 but [u00]',
        'gained: group G 2 but [u00 u01]',
        'gained: group G 0 but [], user u03',
        'gained: group G 0 but []',
      ],
    );
    assert.deepEqual(gained(`${text}group Empty { }`, 'Empty', 'alice'), ['gained: group Empty 0 but [], user alice']);
    assert.deepEqual(gained(`${text}group One { members u00 }`, 'One', 'alice'), [
      'gained: group One 1 but [], user alice',
    ]);
  });

  it('a group that does not change itself is named where two of its members do', () => {
    const text = (members: string) =>
      `${people}\n${users(crowd(9))}\ngroup G { members ${members} }\napp Desk { field F: text default policy }\n`;
    const gain = (members: string, ...others: string[]) =>
      who(
        `${text(members)}\n--- before\n--- after\napp Desk { role R { members ${['G', ...others].join(', ')} grants READ_RECORDS } }`,
      );
    assert.deepEqual(gain('u00, u01'), ['gained: group G members 2 but []']);
    assert.deepEqual(gain('u00'), ['gained: user u00']);
    assert.deepEqual(gain('u01, u00, dana'), ['gained: group G members 2 but [dana]']);
    assert.deepEqual(gain('u00, dana'), ['gained: user u00']);
    assert.deepEqual(gain('u00, u01', 'Agents', 'alice'), [
      'gained: group Agents members 2 but [], group G members 2 but []',
    ]);
  });

  it('marks those who are on one side only', () => {
    const all = `${people}\n${users(crowd(9))}\n`;
    const extra = `user erin "erin@acme.com"\ngroup Ops { members carol, u05 }\napp Desk { service account Bot { roles R } }\n`;
    const held = role(['erin', 'Ops', 'dana']);
    assert.deepEqual(who(`${all}--- before\nrole R { }\n--- after\n${extra}${held}`), [
      'gained: group Ops 2 but [] only after, user dana, user erin only after, service account Desk.Bot only after',
    ]);
    assert.deepEqual(who(`${all}--- before\n${extra}${held}\n--- after\nrole R { }`), [
      'lost: group Ops 2 but [] only before, user dana, user erin only before, service account Desk.Bot only before',
    ]);
  });

  it('names those who go by another name as they are called now', () => {
    const text = (user: string, group: string, account: string, held: boolean) =>
      `user ${user} "erin@acme.com"\ngroup ${group} { domain "x.com" }\napp Desk { service account ${account} { purpose "Works" roles R } }\nrole R { ${held ? `members ${user}, ${group} grants READ_GROUPS` : ''} }`;
    const all = `${people}\n${users(crowd(9))}\n`;
    assert.deepEqual(
      who(`${all}--- before\n${text('erin', 'Ops', 'Bot', false)}\n--- after\n${text('eve', 'Team', 'Robot', true)}`),
      ['gained: group Team 0 but [], user eve, service account Desk.Robot'],
    );
    assert.deepEqual(
      who(`${all}--- before\n${text('erin', 'Ops', 'Bot', true)}\n--- after\n${text('eve', 'Team', 'Robot', false)}`),
      ['lost: group Team 0 but [], user eve, service account Desk.Robot'],
    );
  });

  it('everyone: all, of at least four, or all but one of twenty', () => {
    const everybody = ['"Internal Users"', '"External Users"'];
    assert.deepEqual(gained('user a "a@x.com"\nuser b "b@x.com" { external }', ...everybody), [
      'gained: everyone but []',
    ]);
    assert.deepEqual(gained('user a "a@x.com"', ...everybody), [
      'gained: group "External Users" 0 but [], group "Internal Users" 1 but []',
    ]);
    assert.deepEqual(gained(`${users(crowd(17))}\nuser zed "z@x.com"`, ...everybody), ['gained: everyone but []']);
    const but = (count: number, n: number) => {
      const had = crowd(count).slice(0, n).reverse().join(', ');
      const [first = ''] = gained(
        `${users(crowd(count))}\nrole Old { members ${had} grants READ_GROUPS }`,
        ...everybody,
      );
      return first.slice(0, 40);
    };
    assert.deepEqual(
      [but(18, 1), but(19, 1), but(19, 2), but(38, 2), but(40, 2), but(41, 3)],
      [
        'gained: group "External Users" 0 but [],',
        'gained: everyone but [u00]',
        'gained: group "External Users" 0 but [],',
        'gained: group "External Users" 0 but [],',
        'gained: everyone but [u00 u01]',
        'gained: group "External Users" 0 but [],',
      ],
    );
    assert.deepEqual(gained(`${users(crowd(9))}\nuser off "off@x.com" { inactive }`, ...everybody), [
      'gained: everyone but []',
    ]);
  });
});
