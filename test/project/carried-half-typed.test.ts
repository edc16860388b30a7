// A name that is half typed in a group or a role of the organization leaves open what anybody may do: everything is as from
// nothing then, though hardly anything is made anew.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { outcomeTexts } from '../fuzz/facts.ts';
import { inputOf } from '../support/fixture.ts';
import { everything, isAsFromNothing } from './everything.ts';

const today = 20_000;

const people = `organization "Acme" { domains "acme.com" }
user ada "ada@acme.com"
user bo "bo@acme.com"
user cy "cy@other.com" { external }
group Everybody { domain "acme.com" }
group Agents { description "d" members ada, bo }
group Guests { description "d" members cy }
group Agents { members cy }
group Empty { description "d" }
role Office { description "d" members Agents grants READ_USERS, CREATE_ASPECTS }
role Reading { description "d" members Guests, bo grants READ_RECORDS }
`;
const desk = `app Desk {
  field Status: choice("New", "Done")
  field Owner: user
  role Clerk { description "d" members Agents grants READ_RECORDS, UPDATE_RECORDS }
  policy Own { to Agents when Status is "New" and Owner is in Guests }
  policy Never { to Agents when Owner is in Empty }
  policy Rest { to Guests when Status is "Done" }
  service account Bot { purpose "p" roles Clerk, organization.Office usable by ada, Guests }
  automation Closing { description "d" trigger createRecord built by bo runs as publisher action assignGroup where Status is "New" }
  automation Opening { description "d" trigger createRecord built by bo runs as Bot action assignGroup where Status is "New" }
}
app Elsewhere {
  field Name: text
  field Keeper: user
  role Clerk { description "d" members Everybody grants READ_RECORDS }
  policy All { to cy, bo when Name is not empty }
  policy Strangers { to cy, bo when not Keeper is in "Internal Users" and not Keeper is in "External Users" }
}
expect ada can READ_RECORDS in Desk
expect bo cannot READ_RECORDS in Desk
expect cy cannot READ_RECORDS in Desk with { Status "New" }
expect only Agents can UPDATE_RECORDS in Desk
expect nobody can DELETE_RECORDS in Elsewhere
expect only cy can READ_RECORDS in Elsewhere
query who can READ_RECORDS in Desk
query what can bo do in Desk
`;
const start = new Map([
  ['desk.writ', desk],
  ['people.writ', people],
]);

/** Each edit, and whether the object that nothing in it is about stays what it is. */
const rows: readonly (readonly [from: string, to: string, stays: boolean])[] = [
  ['members ada, bo', 'members ada, b', true],
  ['members ada, bo', 'members ada,', true],
  ['members ada, bo', 'members ada, Guests', true],
  ['members ada, bo', 'members ada "bo', true],
  ['members ada, bo', 'member ada, bo', true],
  ['"d" members ada, bo', '"de" members ada, bo', true],
  ['members ada, bo', 'description "e" members ada, bo', false],
  ['members ada, bo }', 'members ada, bo', true],
  ['group Agents { members cy }', 'group Agent { members cy }', false],
  ['group Agents { members cy }', 'group Agents { members c }', false],
  ['group Agents { description', 'group Agent { description', true],
  ['members Agents grants READ_USERS', 'members Agent grants READ_USERS', true],
  ['READ_USERS', 'READ_USER', true],
  ['READ_USERS, CREATE_ASPECTS', 'READ_USERS, ADMIN', true],
  ['members Guests, bo', 'members Guest, bo', true],
  ['members Guests, bo', 'members Guests, bo, ada', true],
  ['grants READ_RECORDS }', 'grants READ_RECORD }', true],
  ['grants READ_RECORDS }', 'expires 2020-01-01 grants READ_RECORDS }', true],
  ['grants READ_RECORDS }', 'expires 2020-01-0 grants READ_RECORDS }', true],
  ['group Empty { description "d" }', 'group Empty { description "d" members ad }', true],
  ['group Empty { description "d" }', 'group Empty { description "d" member ada }', true],
  ['group Everybody { domain "acme.com" }', 'group Everybody { domain "acme" }', false],
  // Names that come, go and are somebody else's.
  ['role Reading', 'role Read', true],
  ['role Reading', 'role Office', true],
  ['role Reading', 'role Admin', false],
  ['role Reading', 'managed role Reading', false],
  ['role Office { description "d" members Agents grants READ_USERS, CREATE_ASPECTS }', '', true],
  ['group Empty', 'group Emptied', true],
  ['group Empty', 'group Guests', false],
  ['group Empty', 'group cy', false],
  ['group Guests { description "d" members cy }', '', true],
  ['user bo', 'group Staff { members ada }\nuser bo', true],
];

function edited(files: ReadonlyMap<string, string>, from: string, to: string): Map<string, string> {
  const text = files.get('people.writ') ?? '';
  assert.ok(text.includes(from), from);
  return new Map(files).set('people.writ', text.replace(from, to));
}

const elsewhere = ({ model }: Snapshot) => model.objects.get('Elsewhere');

describe('what is half typed', () => {
  for (const [from, to, stays] of rows)
    it(`leaves other objects ${stays ? 'as they are' : 'in doubt'}: ${from} to ${to}`, () => {
      // Without the second `Agents`, but for the rows about it: an error that stands elsewhere hides what an edit opens.
      const isAboutIt = from.includes('members cy');
      const first = isAboutIt ? start : edited(start, 'group Agents { members cy }\n', '');
      const before = createSnapshot(inputOf(first, today));
      everything(before);
      const after = createSnapshot(inputOf(edited(first, from, to), today), before);
      isAsFromNothing(after, 'there');
      assert.equal(elsewhere(after) === elsewhere(before), stays);
      const back = createSnapshot(before.input, after);
      isAsFromNothing(back, 'and back');
      const again = createSnapshot(after.input, back);
      isAsFromNothing(again, 'and there again');
      isAsFromNothing(before, 'the state before');
    });

  it('may be the name of something new, letter by letter', () => {
    const first = edited(start, 'group Agents { members cy }\n', '');
    const written = [
      'role Helper { description "d" members Agents, Later grants READ_RECORDS }',
      'group Later { description "d" members bo, cy }',
      'record mine in Desk { Status "New"  Owner bo }',
      'test Later { expect bo cannot READ_RECORDS on mine  record mine in Desk { Status "Done" } }',
      'expect only Later can READ_RECORDS in Desk',
    ];
    let text = '';
    let state = createSnapshot(inputOf(first, today));
    const write = (more: string) => {
      everything(state);
      const people = `${text}${more}\n${first.get('people.writ') ?? ''}`;
      state = createSnapshot(inputOf(new Map(first).set('people.writ', people), today), state);
      isAsFromNothing(state, `${text}${more}`);
      return state;
    };
    for (const declaration of written) {
      const from = text === '' ? write('') : state;
      const typed = Array.from({ length: declaration.length / 3 }, (_, i) => declaration.slice(0, (i + 1) * 3));
      for (const part of typed) write(part);
      const done = write(declaration);
      assert.equal(elsewhere(done), elsewhere(from), declaration);
      assert.equal(done.model.users, from.model.users, declaration);
      text = `${text}${declaration}\n`;
    }
    // The first ones go: the others name what is not there any more.
    for (const declaration of written) {
      text = text.replace(`${declaration}\n`, '');
      write('');
    }
  });

  it('is another state for each of two edits that are open at once', () => {
    const first = edited(start, 'group Agents { members cy }\n', '');
    const one = edited(first, 'members ada, bo', 'members ada, b');
    const both = edited(one, 'READ_USERS', 'READ_USER');
    const other = edited(first, 'READ_USERS', 'READ_USER');
    let state = createSnapshot(inputOf(first, today));
    for (const files of [one, both, other, both, one, first, both, first, other, first]) {
      everything(state);
      state = createSnapshot(inputOf(files, today), state);
      isAsFromNothing(state, [...files.values()].join('\n'));
    }
  });

  it('is never taken for sound, and sound again is never taken for broken', () => {
    const first = edited(start, 'group Agents { members cy }\n', '');
    const sound = createSnapshot(inputOf(first, today));
    const broken = createSnapshot(inputOf(edited(first, 'READ_USERS', 'READ_USER'), today), sound);
    const mended = createSnapshot(sound.input, broken);
    const states = (snapshot: Snapshot) =>
      outcomeTexts(snapshot).map((text) => / (held|failed|error) /.exec(text)?.[1]);
    assert.deepEqual(states(sound), ['failed', 'failed', 'held', 'held', 'held', 'failed']);
    assert.deepEqual(states(broken), ['error', 'failed', 'error', 'error', 'error', 'failed']);
    assert.deepEqual(states(mended), states(sound));
  });
});
