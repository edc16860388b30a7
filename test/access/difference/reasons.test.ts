// What an entry says that allowed it and allows it: what is not the same on both sides.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Reason } from '../../../server/src/access/difference/types.ts';
import { compare } from './compared.ts';
import { modelsOf } from './sides.ts';

const people = `
user alice "alice@acme.com"
user bob   "bob@acme.com"
user carol "carol@acme.com"
user dana  "dana@partner.io" { external }
group Agents { members alice, bob }
group Crew { members alice, carol }
`;

/** Of each entry its change, and the reasons of either side. */
function why(text: string): string[] {
  return compare(people + text).entries.map(({ change, relations, origins }) => {
    const said = (reasons: readonly Reason[]) => reasons.map((reason) => reason.text).join(', ');
    return `${relations ? 'related ' : ''}${change}: before ${said(origins.before)}; after ${said(origins.after)}`;
  });
}

const desk = (rest: string) =>
  `app Desk { field F: text field Owner: user as assignee field Team: group as assignee ${rest} }`;
const change = (one: string, other: string, common = '') => why(`${common}\n--- before\n${one}\n--- after\n${other}`);

describe('difference: reasons', () => {
  it('of what is gained and lost only those of the one side', () => {
    const r = (members: string) => `role R { members ${members} grants READ_RECORDS }`;
    assert.deepEqual(change(desk('default policy'), desk(`default policy ${r('Agents, alice')}`)), [
      'gained: before ; after role `R`, role `R` through `Agents`',
    ]);
    assert.deepEqual(change(desk(`default policy ${r('Agents, Crew')}`), desk('default policy')), [
      'lost: before role `R` through `Agents`, role `R` through `Crew`; after ',
    ]);
    assert.deepEqual(change(desk(`default policy ${r('Crew')}`), desk(`default policy ${r('Agents')}`)), [
      'gained: before ; after role `R` through `Agents`',
      'lost: before role `R` through `Crew`; after ',
    ]);
    assert.deepEqual(change('', desk(r('alice').replace('READ_RECORDS', 'CREATE_RECORDS'))), [
      'gained: before ; after role `R`',
    ]);
    assert.deepEqual(
      change(
        desk('role R { members Agents grants CREATE_RECORDS } policy P { to alice when F is "x" }'),
        desk('role R { members Agents grants DELETE_RECORDS } policy P { to alice, Crew when F is "x" }'),
      ),
      [
        'gained: before ; after role `R` through `Agents`, policy `P` through `Crew`',
        'lost: before role `R` through `Agents`; after ',
      ],
    );
  });

  it('roles by what they grant, and by `ADMIN`', () => {
    assert.deepEqual(change('', 'role R { members alice grants READ_GROUPS grants READ_ACTIVITY_LOGS }'), [
      'gained: before ; after role `R`',
    ]);
    assert.deepEqual(
      change('managed role "Admin" { members bob }', 'managed role "Admin" { members bob, carol }', desk('')),
      ['gained: before ; after role `Admin`', 'gained: before ; after role `Admin` (`ADMIN`)'],
    );
    assert.deepEqual(
      change(
        'role R { members alice grants READ_GROUPS }',
        'role R { members alice grants READ_GROUPS, READ_ACTIVITY_LOGS } role S { members alice grants READ_GROUPS }',
      ),
      ['gained: before ; after role `R`'],
    );
  });

  it('policies by their conditions, with the groups that have other members', () => {
    const p = (name: string, when: string) => `policy ${name} { to carol when ${when} }`;
    const role = 'role R { members carol grants READ_RECORDS }';
    assert.deepEqual(change(desk(p('P', 'F is "x"')), desk(p('P', 'F is "x" or F is "y"')), desk(role)), [
      'widened: before policy `P`; after policy `P`',
    ]);
    assert.deepEqual(
      change(
        desk(`${p('P', 'F is "x"')} ${p('Q', 'F is "z"')}`),
        desk(`${p('P', 'F is "y"')} ${p('Q', 'F is "z"')}`),
        desk(role),
      ),
      ['changed: before policy `P`; after policy `P`'],
    );
    const both = desk(
      `${role} ${p('P', 'Owner is in Ops or Owner is in Agents or Owner is in More or Owner is in Ops')} ${p('Q', 'F is "x"')}`,
    );
    assert.deepEqual(
      change(
        'group Ops { members bob } group More { members alice }',
        'group Ops { members carol, bob } group More { members alice, dana }',
        both,
      ),
      [
        'widened: before policy `P` with the members of `Ops`, `More`; after policy `P` with the members of `Ops`, `More`',
      ],
    );
  });

  it('sharing where it is about records with a relation, each by its word', () => {
    const role = 'role R { members carol grants READ_RECORDS, CREATE_RECORDS }';
    for (const word of ['watch', 'mention', 'approval', 'assign', 'group-assign'])
      assert.deepEqual(change(desk(role), desk(`${role} auto-share records on ${word}`)).length > 0, true);
    assert.deepEqual(change(desk(role), desk(`${role} auto-share records on assign, watch`)), [
      'gained: before ; after shared on `assign`, shared on `watch`',
      'related widened: before ; after shared on `assign`, shared on `watch`',
    ]);
    assert.deepEqual(change(desk(role), desk(`${role} auto-share records on group-assign`)), [
      'gained: before ; after shared on `group-assign`',
      'related widened: before ; after shared on `group-assign`',
    ]);
    assert.deepEqual(change(desk(`${role} auto-share records on mention`), desk(role)), [
      'related narrowed: before shared on `mention`; after ',
    ]);
    assert.deepEqual(
      change(desk(role.replace(', CREATE_RECORDS', '')), desk(role), desk('auto-share records on assign')),
      ['gained: before ; after role `R`'],
    );
  });

  it('roles that relations give, each by its word', () => {
    const share = (words: string) => `role S { grants UPDATE_RECORDS auto-share on ${words} }`;
    assert.deepEqual(change(desk('default policy'), desk(`default policy ${share('watch, assign')}`)), [
      'gained: before ; after role `S` by auto-share on `watch`, role `S` by auto-share on `assign`',
      'related gained: before ; after role `S` by auto-share on `watch`, role `S` by auto-share on `assign`',
    ]);
    assert.deepEqual(change(desk(`default policy ${share('share')}`), desk(`default policy ${share('mention')}`)), [
      'related changed: before role `S` by auto-share on `share`; after role `S` by auto-share on `mention`',
      'related narrowed: before role `S` by auto-share on `share`; after role `S` by auto-share on `mention`',
    ]);
    assert.deepEqual(change(desk(`default policy ${share('approval')}`), desk('default policy')), [
      'related lost: before role `S` by auto-share on `approval`; after ',
    ]);
  });

  it('says where a grant stands, and a role that has none of it', () => {
    const text = '\n--- before\n--- after\nrole R { members alice\n grants READ_GROUPS, READ_ACTIVITY_LOGS }';
    const { after } = modelsOf(people + text);
    const [entry] = compare(people + text).entries;
    const grants = after.roles.get('R')?.grants ?? [];
    const [origin] = entry?.origins.after.map((reason) => reason.origin) ?? [];
    const named = entry?.matter.kind === 'permissions' ? entry.matter.constants[0] : undefined;
    const own = grants.find(({ permissions }) => permissions.some(({ constant }) => constant === named));
    assert.deepEqual(origin?.span, own?.origin.span);
  });
});
