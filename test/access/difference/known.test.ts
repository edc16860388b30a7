// Differences where it is known what goes by another name: that comes first, and what it leaves is told by what it is made of.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { difference } from '../../../server/src/access/difference/difference.ts';
import { type AnySymbol, allSymbols } from '../../../server/src/ide/all-symbols.ts';
import { differenceToText } from '../../../server/src/ide/difference-text.ts';
import type { Model } from '../../../server/src/model/model.ts';
import { modelsOf } from './sides.ts';

/** `role Desk.R`, `field Desk.F`, `group G`. */
function pathOf(symbol: AnySymbol): string {
  const inObject = 'object' in symbol && symbol.object !== undefined && symbol.kind !== 'record';
  return `${symbol.kind} ${inObject ? `${symbol.object.name}.` : ''}${symbol.name}`;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.replace(/^ {6}/, ''));
  return lines.filter((line) => line.trim() !== '');
}

/** What is not there after is known to be still what it was. */
function knownOf(before: Model, after: Model, lines: readonly string[]): ReadonlyMap<unknown, unknown> {
  const [old, now] = [before, after].map(
    (model) => new Map([...allSymbols(model)].map((each) => [pathOf(each), each])),
  );
  return new Map(
    lines.map((line) => {
      const [, kind = '', one = '', other = ''] = /^(\D+?) (\S+) is now (\S+)$/.exec(line) ?? [];
      const symbol = old?.get(`${kind} ${one}`);
      assert.ok(symbol !== undefined, line);
      return [symbol, now?.get(`${kind} ${other}`) ?? symbol];
    }),
  );
}

const people = 'user ann "ann@x.com"\nuser bob "bob@x.com"\nuser cat "cat@x.com"';

interface Case {
  readonly before: string;
  readonly after: string;
  /** In each line one: `group A is now B`. */
  readonly known: string;
}

/** The difference in words, without backticks. */
function said({ before, after, known }: Case): string {
  const sides = modelsOf(`${people}\n--- before\n${before}\n--- after\n${after}`);
  const made = difference(sides.before, sides.after, sides.today, knownOf(sides.before, sides.after, linesOf(known)));
  return differenceToText(made).replaceAll('`', '');
}

function check(one: Case, is: string): void {
  assert.equal(said(one), linesOf(is).join('\n'));
}

/** The same with and without what is known. */
function checkLeft(one: Case, is: string): void {
  check({ ...one, known: '' }, is);
  check(one, is);
}

/** Nothing but names differs. */
function checkNames(one: Case, ...names: readonly string[]): void {
  check(one, ['nobody may do more or less; names differ', ...names.map((name) => `= ${name}`)].join('\n'));
}

function desk(fields: string, when: string): string {
  return `app Desk { ${fields} role R { members ann grants READ_RECORDS } policy P { to ann when ${when} } }`;
}

describe('difference: known names', () => {
  it('of things of every kind that have nothing to be told by', () => {
    const inDesk = (text: string) => `app Desk { field F: text ${text} }`;
    const named: Readonly<Record<string, (name: string) => string>> = {
      user: (name) => `user ${name} "${name}@x.com" role R { members ${name} grants READ_ROLES }`,
      group: (name) => `group ${name} { } role R { members ${name} grants READ_ROLES }`,
      object: (name) => `app ${name} { }`,
      role: (name) => `role ${name} { }`,
    };
    const inObject: Readonly<Record<string, (name: string) => string>> = {
      role: (name) => inDesk(`role ${name} { }`),
      'service account': (name) => inDesk(`service account ${name} { usable by ann }`),
      field: (name) => inDesk(`field ${name}: choice("${name}")`),
    };
    const checkKind = (known: string, before: string, after: string) => {
      checkNames({ before, after, known }, known);
      assert.notEqual(said({ before, after, known: '' }), said({ before, after, known }));
    };
    for (const [kind, of] of Object.entries(named)) checkKind(`${kind} Old is now New`, of('Old'), of('New'));
    for (const [kind, of] of Object.entries(inObject))
      checkKind(`${kind} Desk.Old is now Desk.New`, of('Old'), of('New'));
  });

  it('come before what things are made of, and leave the rest to that', () => {
    const group = (name: string, members: string) => `group ${name} { members ${members} }`;
    // Each is like the one that the other has become.
    checkNames(
      {
        before: `${group('A', 'ann')} ${group('B', 'bob')}`,
        after: `${group('C', 'ann')} ${group('D', 'bob')}`,
        known: 'group A is now D',
      },
      'group A is now D',
    );
    // Both are like the one that A has become.
    checkNames(
      { before: `${group('A', 'cat')} ${group('B', 'bob')}`, after: group('D', 'bob'), known: 'group A is now D' },
      'group A is now D',
    );
    // A is like both.
    checkNames(
      {
        before: `${group('A', 'ann')} ${group('B', 'cat')}`,
        after: `${group('C', 'ann')} ${group('D', 'ann')} ${group('E', 'cat')}`,
        known: 'group A is now D',
      },
      'group A is now D',
      'group B is now E',
    );
    const role = (name: string, grants: string) => `role ${name} { grants ${grants} }`;
    checkNames(
      {
        before: `${role('A', 'READ_ROLES')} app Desk { ${role('A', 'READ_RECORDS')} ${role('B', 'CREATE_RECORDS')} }`,
        after: `${role('C', 'READ_ROLES')} app Desk { ${role('D', 'READ_RECORDS')} ${role('E', 'CREATE_RECORDS')} }`,
        known: 'role Desk.A is now Desk.E',
      },
      'role A is now C',
      'role Desk.A is now Desk.E',
    );
  });

  it('of users come before their addresses', () => {
    checkNames(
      {
        before: 'user dan "d@x.com" user eve "e@x.com"',
        after: 'user fay "d@x.com" user gus "g@x.com"',
        known: 'user dan is now gus',
      },
      'user dan is now gus',
    );
    checkNames(
      {
        before: 'user dan "d@x.com" user eve "e@x.com"',
        after: 'user fay "d@x.com" user gus "g@x.com"',
        known: 'user eve is now fay',
      },
      'user eve is now fay',
    );
  });

  it('of fields leave the others to the conditions', () => {
    // Where one of two is known, the other is the only one of its type.
    checkNames(
      {
        before: desk('field A: text field B: text', 'A is "x" and B is "y"'),
        after: desk('field C: text field D: text', 'D is "x" and C is "y"'),
        known: 'field Desk.A is now Desk.D',
      },
      'field Desk.A is now Desk.D',
      'field Desk.B is now Desk.C',
    );
    // What is known is not told by its type once more.
    checkNames(
      {
        before: desk('field S: text field A: text', 'S is "x"'),
        after: desk('field S: text field B: text field C: text', 'S is "x"'),
        known: 'field Desk.A is now Desk.C',
      },
      'field Desk.A is now Desk.C',
    );
    // Another type is another field.
    checkLeft(
      {
        before: desk('field A: text', 'A is empty'),
        after: desk('field B: number', 'B is empty'),
        known: 'field Desk.A is now Desk.B',
      },
      `
      1 changed
      ~ ann has READ_RECORDS in Desk for other records
          before: when A is empty
          now: when B is empty
          for example ann in Desk, now: B empty A "other"
          before by policy P
          now by policy P`,
    );
  });

  it('that say nothing of what has changed besides', () => {
    check(
      {
        before: 'group Old { members ann } role R { members Old grants READ_ROLES }',
        after: 'group New { members bob, cat } role R { members New grants READ_ROLES }',
        known: 'group Old is now New',
      },
      `
      1 gained, 1 lost
      = group Old is now New
      + bob, cat gain READ_ROLES in the organization
          now by role R through New
      - ann loses READ_ROLES in the organization
          before by role R through Old`,
    );
    check(
      {
        before: 'app Desk { role Old { members ann grants CREATE_RECORDS } default policy }',
        after: 'app Shop { role New { members bob grants DELETE_RECORDS } default policy }',
        known: 'object Desk is now Shop\nrole Desk.Old is now Shop.New',
      },
      `
      1 gained, 1 lost
      = object Desk is now Shop
      = role Desk.Old is now Shop.New
      + bob gains DELETE_RECORDS in Shop
          now by role New
      - ann loses CREATE_RECORDS in Shop
          before by role Old`,
    );
    check(
      {
        before: desk('field Old: choice("a", "b")', 'Old is "a"'),
        after: desk('field New: choice("a", "b", "c")', 'New is "a" or New is "c"'),
        known: 'field Desk.Old is now Desk.New',
      },
      `
      1 widened
      = field Desk.Old is now Desk.New
      > ann has READ_RECORDS in Desk for more records
          before: when Old is "a"
          now: when New is one of ("a", "c")
          for example ann in Desk, now: New "c"
          before by policy P
          now by policy P`,
    );
  });

  it('are left where both sides have the name, or one has not', () => {
    const groups = (one: string, other: string) =>
      `group ${one} { members ann } group ${other} { members bob }\nrole R { members ${one} grants READ_ROLES }`;
    checkLeft(
      { before: groups('A', 'B'), after: groups('B', 'A'), known: 'group A is now B\ngroup B is now A' },
      `
      1 gained, 1 lost
      + B (as a group) gains READ_ROLES in the organization
          now by role R
      - A (as a group) loses READ_ROLES in the organization
          before by role R`,
    );
    checkLeft(
      { before: groups('A', 'B'), after: groups('B', 'C'), known: 'group A is now B' },
      `
      1 gained, 1 lost
      + B (as a group) gains READ_ROLES in the organization
          now by role R
      - A (gone) loses READ_ROLES in the organization
          before by role R`,
    );
    checkLeft(
      { before: groups('A', 'B'), after: groups('C', 'D'), known: 'group A is now X\ngroup B is now B' },
      `
      nobody may do more or less; names differ
      = group A is now C
      = group B is now D`,
    );
  });
});
