// A user of whom something else is said is the same one to everything that names them, and what follows from it is as from nothing.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import { outcomeTexts } from '../fuzz/facts.ts';
import { inputOf } from '../support/fixture.ts';
import { everything, isAsFromNothing } from './everything.ts';

const today = 20_000;

const people = `organization "Acme" { domains "acme.com" }
user ada "ada@acme.com" { Region "EU"  Floor "2" }
user bo "bo@acme.com" { Region "US" }
user cy "cy@other.com" { external }
user di "di@acme.com" { inactive }
group Everybody { domain "acme.com" }
group Agents { members ada, bo, cy }
`;
const desk = `app Desk {
  field Region: text
  role Clerk { description "d" members Agents, di grants READ_RECORDS }
  policy Own { to Agents when Region is current user.Region }
  policy Lost { to bo when Region is current user.Regio }
}
expect ada can READ_RECORDS in Desk with { Region "EU" }
expect bo cannot READ_RECORDS in Desk with { Region "EU" }
expect cy cannot READ_RECORDS in Desk
query who can READ_RECORDS in Desk with { Region "EU" }
query ada can READ_RECORDS in Desk with { Region "EU" }
`;
const inDirectory = 'directory "people.json"\n';

const start = new Map([
  ['desk.writ', desk],
  ['people.writ', people],
]);

function edited(files: ReadonlyMap<string, string>, from: string, to: string): Map<string, string> {
  const text = files.get('people.writ') ?? '';
  assert.ok(text.includes(from), from);
  return new Map(files).set('people.writ', text.replace(from, to));
}

/** What a keystroke makes of a text, and whether everybody is still the same then. */
type Row = readonly [from: string, to: string, same: boolean];

const rows: readonly Row[] = [
  ['"ada@', '"ada.b@', true],
  ['"2"', '"3"', true],
  ['{ Region "EU"', '{ /* here */ Region "EU"', true],
  ['user ada', 'user  ada', true],
  // A condition asks for it.
  ['"EU"', '"US"', false],
  // Other attributes are there, and may be what was meant.
  ['Region "EU"', 'Regio "EU"', false],
  [' Floor "2"', '', false],
  ['{ Region "US" }', '{ Region "US"  Floor "1" }', false],
  // A group fills itself by the domain.
  ['"ada@acme', '"ada@acm', false],
  // Somebody has it already.
  ['"ada@', '"bo@', false],
  // Who is external or inactive is in other groups.
  ['{ external }', '', false],
  ['{ inactive }', '', false],
  ['{ inactive }', '{ inactiv }', false],
  // Another one, or nobody.
  ['user ada', 'user ad', false],
  ['"ada@acme.com"', '"ada@acme.com', false],
  ['"ada@acme.com"', '"ada"', false],
  ['"ada@acme.com"', '', false],
];

describe('what a user says of itself', () => {
  for (const [from, to, same] of rows)
    it(`leaves everybody ${same ? 'the same' : 'in doubt'}: ${from} to ${to}`, () => {
      const before = createSnapshot(inputOf(start, today));
      everything(before);
      const after = createSnapshot(inputOf(edited(start, from, to), today), before);
      assert.equal(after.model.users === before.model.users, same);
      isAsFromNothing(after, 'there');
      const back = createSnapshot(before.input, after);
      isAsFromNothing(back, 'and back');
      assert.equal(back.model.users === after.model.users, same);
      isAsFromNothing(before, 'the state before');
    });

  it('is what conditions go by that are written later', () => {
    const before = createSnapshot(inputOf(start, today));
    everything(before);
    const moved = edited(start, '"2"', '"3"');
    const after = createSnapshot(inputOf(moved, today), before);
    everything(after);
    for (const floor of ['2', '3', '2']) {
      const asked = desk
        .replace('current user.Region\n', 'current user.Floor\n')
        .replace('current user.Region }', 'current user.Floor }')
        .replaceAll('"EU"', `"${floor}"`);
      const later = createSnapshot(inputOf(new Map(moved).set('desk.writ', asked), today), after);
      assert.match(outcomeTexts(later)[0] ?? '', floor === '3' ? / held / : / failed /);
      isAsFromNothing(later, floor);
    }
  });

  it('is told of twice in an edit of two', () => {
    const before = createSnapshot(inputOf(start, today));
    everything(before);
    for (const [ada, bo, same] of [
      ['a@acme.com', 'b@acme.com', true],
      ['bo@acme.com', 'ada@acme.com', false],
      ['x@acme.com', 'x@acme.com', false],
    ] as const) {
      const files = edited(edited(start, 'ada "ada@acme.com"', `ada "${ada}"`), 'bo "bo@acme.com"', `bo "${bo}"`);
      const after = createSnapshot(inputOf(files, today), before);
      assert.equal(after.model.users === before.model.users, same);
      isAsFromNothing(after, `${ada} ${bo}`);
    }
  });

  it('is put together with a directory anew', () => {
    const file = JSON.stringify([{ userName: 'eve', emails: [{ value: 'ada.b@acme.com' }], title: 'Lead' }]);
    const files = new Map(start).set('people.writ', inDirectory + people).set('people.json', file);
    const before = createSnapshot(inputOf(files, today));
    everything(before);
    const after = createSnapshot(inputOf(edited(files, '"ada@', '"ada.b@'), today), before);
    isAsFromNothing(after, 'with a directory');
    assert.notEqual(after.model.users, before.model.users);
  });
});
