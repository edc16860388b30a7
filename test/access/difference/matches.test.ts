// What has become what: things matched by their names, their addresses, and by what they are made of.

import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { matchModels } from '../../../server/src/access/difference/match.ts';
import type { Match } from '../../../server/src/access/difference/twins.ts';
import type { Field, Role, ServiceAccount } from '../../../server/src/model/symbols.ts';
import { modelsOf } from './sides.ts';

const people = `
user alice "alice@acme.com"
user bob   "bob@acme.com"
user carol "carol@acme.com"
`;

type Named = { readonly name: string; readonly object?: Role['object'] };

function path({ name, object }: Named | Field | ServiceAccount): string {
  return object === undefined ? name : `${object.name}.${name}`;
}

/** `a -> b`, `a gone`, `b new`: of what is not there on both sides by its name. */
function matches(text: string): string[] {
  const { before, after } = modelsOf(text);
  const twins = matchModels(before, after);
  const found: string[] = [];
  const say = <T extends Named>(kind: string, { pairs, gone, fresh, ...others }: Match<T>) => {
    for (const { before: one, after: other } of pairs) {
      if (one === undefined && other !== undefined) found.push(`${kind} ${path(other)} new`);
      else if (other === undefined && one !== undefined) found.push(`${kind} ${path(one)} gone`);
      else if (one !== undefined && other !== undefined && path(one) !== path(other))
        found.push(`${kind} ${path(one)} -> ${path(other)}`);
    }
    const ends = pairs.filter(({ before: one }) => one === undefined).map((pair) => pair.after);
    assert.deepEqual([...fresh], ends);
    assert.deepEqual(
      [...gone],
      pairs.filter(({ after: other }) => other === undefined).map((pair) => pair.before),
    );
    for (const [one, other] of others.after) assert.equal(others.before.get(other), one);
    assert.equal(others.before.size, others.after.size);
  };
  say('user', twins.users);
  say('group', twins.groups);
  say('object', twins.objects);
  say('role', twins.roles);
  say('account', twins.accounts);
  for (const [other, one] of twins.fields) found.push(`field ${path(one)} -> ${path(other)}`);
  const places = [...after.users.values()].map(({ index }) => twins.places[index]).join(' ');
  if (places !== [...after.users.keys()].map((_, i) => i).join(' ')) found.push(`places ${places}`);
  return found;
}

function check(before: string, after: string, ...expected: readonly string[]): void {
  assert.deepEqual(matches(`${people}\n--- before\n${before}\n--- after\n${after}`), expected);
}

describe('difference: matches', () => {
  it('users by address, else by name', () => {
    check('user erin "erin@acme.com"', 'user erin "erin@acme.com"');
    check('user erin "erin@acme.com"', 'user eve "erin@acme.com"', 'user erin -> eve');
    check('user erin "erin@acme.com"', 'user erin "eve@acme.com"');
    check('user erin "erin@acme.com"', 'user eve "eve@acme.com"', 'user erin gone', 'user eve new', 'places 0 1 2 -1');
    check('user erin "erin@acme.com"', '', 'user erin gone');
    check('', 'user erin "erin@acme.com"', 'user erin new', 'places 0 1 2 -1');
    check(
      'user erin "e@x.com" user frank "f@x.com"',
      'user frank "e@x.com" user erin "f@x.com"',
      'user erin -> frank',
      'user frank -> erin',
    );
    check('user erin "e@x.com" user frank "f@x.com"', 'user frank "f@x.com" user erin "e@x.com"', 'places 0 1 2 4 3');
    check('user erin "e@x.com" user frank "f@x.com"', 'user frank "e@x.com"', 'user erin -> frank', 'user frank gone');
    check(
      'user erin "e@x.com" user frank "f@x.com"',
      'user frank "e@x.com" user gina "g@x.com"',
      'user erin -> frank',
      'user frank gone',
      'user gina new',
      'places 0 1 2 3 -1',
    );
    check(
      'user erin "" user frank "f@x.com"',
      'user gina "" user frank "f@x.com"',
      'user erin gone',
      'user gina new',
      'places 0 1 2 -1 4',
    );
    check('user erin "e@x.com"', 'user zoe "z@x.com" user erin "e@x.com"', 'user zoe new', 'places 0 1 2 -1 3');
  });

  it('groups by members and domains', () => {
    check('group A { members alice, bob }', 'group B { members alice, bob }', 'group A -> B');
    check('group A { members alice, bob }', 'group B { members alice, bob, carol }', 'group A -> B');
    check('group A { members alice, bob }', 'group B { members alice, carol }', 'group A gone', 'group B new');
    check('group A { members alice }', 'group B { members alice, bob }', 'group A gone', 'group B new');
    check('group A { }', 'group B { }', 'group A gone', 'group B new');
    check('group A { domain "acme.com" }', 'group B { domain "acme.com" }', 'group A -> B');
    check('group A { domain "acme.com" }', 'group B { domain "acme.org" }', 'group A gone', 'group B new');
    check('group A { domain "acme.com" }', 'group B { members alice, bob, carol }', 'group A gone', 'group B new');
    check(
      'user erin "e@x.com" group A { members erin, alice }',
      'user eve "e@x.com" group B { members eve, alice }',
      'user erin -> eve',
      'group A -> B',
    );
    check(
      'group A { members alice, bob }',
      'group C { members alice, bob } group B { members bob, alice }',
      'group A -> B',
      'group C new',
    );
    check(
      'group A { members alice, bob } group C { members alice, bob, carol }',
      'group B { members alice, bob, carol }',
      'group C -> B',
      'group A gone',
    );
    check(
      'group C { members alice, bob } group A { members bob, alice }',
      'group B { members alice, bob }',
      'group A -> B',
      'group C gone',
    );
    check(
      'group A { members alice, bob } group C { members alice, bob, carol }',
      'group D { members alice, bob, carol } group B { members alice, bob }',
      'group A -> B',
      'group C -> D',
    );
  });

  it('objects by kind, fields, roles, accounts, policies, automations and agents', () => {
    const two = 'field A: text field B: text';
    check(
      `app Desk { ${two} }`,
      `app Shop { ${two} }`,
      'object Desk -> Shop',
      'role Desk.App Admin -> Shop.App Admin',
      'role Desk.Content Editor -> Shop.Content Editor',
      'role Desk.Content Viewer -> Shop.Content Viewer',
    );
    check(
      `app Desk { ${two} }`,
      `task Shop { ${two} }`,
      'object Desk gone',
      'object Shop new',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
      'role Shop.App Admin new',
      'role Shop.Content Editor new',
      'role Shop.Content Viewer new',
    );
    check(
      `app Desk { ${two} }`,
      `app Shop { ${two} field C: text }`,
      'object Desk -> Shop',
      'role Desk.App Admin -> Shop.App Admin',
      'role Desk.Content Editor -> Shop.Content Editor',
      'role Desk.Content Viewer -> Shop.Content Viewer',
    );
    check(
      `app Desk { ${two} }`,
      `app Shop { field A: text field C: text }`,
      'object Desk gone',
      'object Shop new',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
      'role Shop.App Admin new',
      'role Shop.Content Editor new',
      'role Shop.Content Viewer new',
    );
    check(
      `app Desk { ${two} }`,
      `app Shop { field A: text field B: number }`,
      'object Desk gone',
      'object Shop new',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
      'role Shop.App Admin new',
      'role Shop.Content Editor new',
      'role Shop.Content Viewer new',
    );
    check(
      `app Desk { field A: choice("a", "b") }`,
      `app Shop { field A: choice("a", "b") }`,
      'object Desk -> Shop',
      'role Desk.App Admin -> Shop.App Admin',
      'role Desk.Content Editor -> Shop.Content Editor',
      'role Desk.Content Viewer -> Shop.Content Viewer',
    );
    check(
      `app Desk { field A: choice("a", "b") }`,
      `app Shop { field A: choice("a", "c") }`,
      'object Desk gone',
      'object Shop new',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
      'role Shop.App Admin new',
      'role Shop.Content Editor new',
      'role Shop.Content Viewer new',
    );
    check(
      'app Desk { }',
      'app Shop { }',
      'object Desk gone',
      'object Shop new',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
      'role Shop.App Admin new',
      'role Shop.Content Editor new',
      'role Shop.Content Viewer new',
    );
    check(
      'app Desk { role R { grants READ_RECORDS, UPDATE_RECORDS } }',
      'app Shop { role S { grants UPDATE_RECORDS, READ_RECORDS } }',
      'object Desk -> Shop',
      'role Desk.App Admin -> Shop.App Admin',
      'role Desk.Content Editor -> Shop.Content Editor',
      'role Desk.Content Viewer -> Shop.Content Viewer',
      'role Desk.R -> Shop.S',
    );
    check(
      'app Desk { role R { grants READ_RECORDS } }',
      'app Shop { role S { grants UPDATE_RECORDS } }',
      'object Desk gone',
      'object Shop new',
      'role Desk.R gone',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
      'role Shop.S new',
      'role Shop.App Admin new',
      'role Shop.Content Editor new',
      'role Shop.Content Viewer new',
    );
    check(
      'app Desk { role R { members alice grants READ_RECORDS } }',
      'app Shop { role R { members bob grants UPDATE_RECORDS } }',
      'object Desk gone',
      'object Shop new',
      'role Desk.R gone',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
      'role Shop.R new',
      'role Shop.App Admin new',
      'role Shop.Content Editor new',
      'role Shop.Content Viewer new',
    );
    check(
      'app Desk { service account B { purpose "Sells" } }',
      'app Shop { service account C { purpose "Sells" } }',
      'object Desk -> Shop',
      'role Desk.App Admin -> Shop.App Admin',
      'role Desk.Content Editor -> Shop.Content Editor',
      'role Desk.Content Viewer -> Shop.Content Viewer',
      'account Desk.B -> Shop.C',
    );
    check(
      'app Desk { service account B { purpose "Sells" } }',
      'app Shop { service account B { purpose "Buys" } }',
      'object Desk gone',
      'object Shop new',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
      'role Shop.App Admin new',
      'role Shop.Content Editor new',
      'role Shop.Content Viewer new',
      'account Desk.B gone',
      'account Shop.B new',
    );
    check(
      'app Desk { service account B { } }',
      'app Shop { service account C { } }',
      'object Desk -> Shop',
      'role Desk.App Admin -> Shop.App Admin',
      'role Desk.Content Editor -> Shop.Content Editor',
      'role Desk.Content Viewer -> Shop.Content Viewer',
      'account Desk.B gone',
      'account Shop.C new',
    );
    check(
      'app Desk { policy P { to alice } }',
      'app Shop { policy P { to bob } }',
      'object Desk -> Shop',
      'role Desk.App Admin -> Shop.App Admin',
      'role Desk.Content Editor -> Shop.Content Editor',
      'role Desk.Content Viewer -> Shop.Content Viewer',
    );
    check(
      'app Desk { policy P { to alice } }',
      'app Shop { policy Q { to alice } }',
      'object Desk gone',
      'object Shop new',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
      'role Shop.App Admin new',
      'role Shop.Content Editor new',
      'role Shop.Content Viewer new',
    );
    check(
      'app Desk { automation P { } }',
      'app Shop { automation P { } }',
      'object Desk -> Shop',
      'role Desk.App Admin -> Shop.App Admin',
      'role Desk.Content Editor -> Shop.Content Editor',
      'role Desk.Content Viewer -> Shop.Content Viewer',
    );
    check(
      'app Desk { agent P { } }',
      'app Shop { agent P { } }',
      'object Desk -> Shop',
      'role Desk.App Admin -> Shop.App Admin',
      'role Desk.Content Editor -> Shop.Content Editor',
      'role Desk.Content Viewer -> Shop.Content Viewer',
    );
    check(
      'app Desk { agent P { } }',
      'app Shop { automation P { } }',
      'object Desk gone',
      'object Shop new',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
      'role Shop.App Admin new',
      'role Shop.Content Editor new',
      'role Shop.Content Viewer new',
    );
  });

  it('roles by what they give to whom', () => {
    const role = (name: string, rest: string) => `role ${name} { ${rest} }`;
    check(
      role('R', 'members alice grants READ_RECORDS'),
      role('S', 'members alice grants READ_RECORDS'),
      'role R -> S',
    );
    check(
      role('R', 'members alice grants READ_RECORDS'),
      role('S', 'members bob grants READ_RECORDS'),
      'role R gone',
      'role S new',
    );
    check(
      role('R', 'members alice grants READ_RECORDS, UPDATE_RECORDS'),
      role('S', 'members alice, bob grants READ_RECORDS, UPDATE_RECORDS'),
      'role R -> S',
    );
    check(role('R', 'auto-share on watch, mention'), role('S', 'auto-share on mention, watch'), 'role R -> S');
    check(role('R', 'auto-share on watch'), role('S', 'auto-share on mention'), 'role R gone', 'role S new');
    check(role('R', ''), role('S', ''), 'role R gone', 'role S new');
    check(
      `group A { members bob, carol } ${role('R', 'members A')}`,
      `group B { members bob, carol } ${role('S', 'members B')}`,
      'group A -> B',
      'role R -> S',
    );
    check(
      `user erin "e@x.com" ${role('R', 'members erin')}`,
      `user eve "e@x.com" ${role('S', 'members eve')}`,
      'user erin -> eve',
      'role R -> S',
    );
    check(
      `app Desk { ${role('R', 'members alice')} }`,
      role('S', 'members alice'),
      'object Desk gone',
      'role Desk.R gone',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
      'role S new',
    );
    check(
      `app Desk { ${role('R', 'members alice')} }`,
      `app Desk { ${role('S', 'members alice')} }`,
      'role Desk.R -> Desk.S',
    );
    check(
      `app Desk { ${role('R', 'members alice')} }\napp Shop { }`,
      `app Desk { }\napp Shop { ${role('S', 'members alice')} }`,
      'role Desk.R gone',
      'role Shop.S new',
    );
    check(
      `app Desk { field F: text ${role('R', 'grants READ_RECORDS')} }`,
      `app Shop { field F: text ${role('S', 'grants READ_RECORDS')} }`,
      'object Desk -> Shop',
      'role Desk.App Admin -> Shop.App Admin',
      'role Desk.Content Editor -> Shop.Content Editor',
      'role Desk.Content Viewer -> Shop.Content Viewer',
      'role Desk.R -> Shop.S',
    );
    check(
      `app Desk { ${role('R', 'grants READ_RECORDS')} }`,
      '',
      'object Desk gone',
      'role Desk.R gone',
      'role Desk.App Admin gone',
      'role Desk.Content Editor gone',
      'role Desk.Content Viewer gone',
    );
  });

  it('service accounts by purpose and roles', () => {
    const change = (one: string, other: string, ...expected: readonly string[]) => {
      const roles = 'role R { grants READ_RECORDS } role S { grants UPDATE_RECORDS }';
      check(`app Desk { ${roles} ${one} }`, `app Desk { ${roles} ${other} }`, ...expected);
    };
    change(
      'service account A { purpose "Sells" }',
      'service account B { purpose "Sells" }',
      'account Desk.A -> Desk.B',
    );
    change(
      'service account A { purpose "Sells" }',
      'service account B { purpose "Buys" }',
      'account Desk.A gone',
      'account Desk.B new',
    );
    change('service account A { roles R }', 'service account B { roles R }', 'account Desk.A -> Desk.B');
    change(
      'service account A { roles R }',
      'service account B { roles S }',
      'account Desk.A gone',
      'account Desk.B new',
    );
    change(
      'service account A { purpose "" }',
      'service account B { purpose "" }',
      'account Desk.A gone',
      'account Desk.B new',
    );
    change(
      'service account A { purpose "Sells" roles R }',
      'service account B { purpose "Buys" roles R }',
      'account Desk.A gone',
      'account Desk.B new',
    );
    change(
      'service account A { purpose "Sells" roles R, S }',
      'service account B { purpose "Sells" roles R }',
      'account Desk.A -> Desk.B',
    );
    change(
      'role T { grants CREATE_RECORDS } service account A { roles T }',
      'role U { grants CREATE_RECORDS } service account B { roles U }',
      'role Desk.T -> Desk.U',
      'account Desk.A -> Desk.B',
    );
  });

  it('fields by type, options and use, where the conditions say the same of them', () => {
    const change = (one: string, other: string, ...expected: readonly string[]) =>
      check(`app Desk { field Same: text ${one} }`, `app Desk { field Same: text ${other} }`, ...expected);
    change('field A: text', 'field B: text', 'field Desk.A -> Desk.B');
    change('field A: text', 'field B: number');
    change('field A: choice("a")', 'field B: choice("a")', 'field Desk.A -> Desk.B');
    change('field A: choice("a")', 'field B: choice("b")');
    change('field A: user', 'field B: user as assignee');
    change('field A: user as assignee', 'field B: user as assignee', 'field Desk.A -> Desk.B');
    change('field A: text field C: text', 'field B: text');
    change('field A: text', 'field B: text field C: text');
    change(
      'field A: text field C: number',
      'field B: text field D: number',
      'field Desk.A -> Desk.B',
      'field Desk.C -> Desk.D',
    );
    const p = (condition: string) => `policy P { to alice when ${condition} }`;
    const q = (condition: string) => `policy Q { to alice when ${condition} }`;
    change(`field A: text ${p('A is "x"')}`, `field B: text ${p('B is "x"')}`, 'field Desk.A -> Desk.B');
    change(`field A: text ${p('A is "x"')}`, `field B: text ${p('B is "y"')}`);
    change(`field A: text ${p('A is "x"')}`, `field B: text`);
    change(`field A: text`, `field B: text ${p('B is "y"')}`);
    change(`field A: text ${p('A is "x"')}`, `field B: text ${p('B is "x"')} ${q('B is "x"')}`);
    change(
      `field A: text ${p('A is "x"')} ${q('A is "y"')}`,
      `field B: text ${p('B is "y"')} ${q('B is "x"')}`,
      'field Desk.A -> Desk.B',
    );
    change(`field A: text ${p('A is "x"')} ${q('A is "x"')}`, `field B: text ${p('B is "x"')} ${q('B is "y"')}`);
    change(`field A: text ${p('Same is field A')}`, `field B: text ${p('Same is field B')}`, 'field Desk.A -> Desk.B');
    change(`field A: text ${p('Same is field A')}`, `field B: text ${p('Same is "x"')}`);
    change(`field A: text ${p('Same is "x"')}`, `field B: text ${p('Same is "y"')}`, 'field Desk.A -> Desk.B');
    change(`field A: text policy D { to alice }`, `field B: text policy D { to bob }`, 'field Desk.A -> Desk.B');
  });
});
