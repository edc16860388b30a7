// The access index of one state after the other: what an edit does not touch stays, and answers are those of a fresh state.
import { strict as assert } from 'node:assert';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, it } from 'mocha';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { ProjectInput, Snapshot } from '../../server/src/project/types.ts';
import { answerTexts, outcomeTexts } from '../fuzz/facts.ts';
import { inputOf } from '../support/fixture.ts';

const today = 20_000;

const organization = `
user ada "ada@acme.com"  user bo "bo@acme.com"  user cy "cy@acme.com" { external }
group Agents { members ada, bo }
role Reader { members Agents, cy grants READ_RECORDS }
app Desk {
  field Status: choice("Open", "Closed")  field Owner: user as assignee
  role Clerk { members bo grants UPDATE_RECORDS auto-share on watch }
  policy "Open ones" { to "Internal Users" when Status is "Open" or Owner is current user }
}
app Shop {
  field Total: number
  policy "Large ones" { to Agents when Total > 100 }
}
record watched in Desk { Status "Closed" watched by cy }
`;

const questions = `
query who can READ_RECORDS in Desk
query who can UPDATE_RECORDS in Desk
query who can READ_RECORDS in Shop
query who can UPDATE_RECORDS on watched
expect only Agents can READ_RECORDS in Shop
expect nobody but bo can UPDATE_RECORDS in Desk
expect nobody can DELETE_RECORDS in Shop
`;

/** Each does something to one file of the project. */
const edits: readonly (readonly [file: string, from: string, to: string])[] = [
  ['main.writ', 'members Agents, cy grants', 'members bo grants'],
  ['main.writ', 'Total > 100', 'Total > 10 or Total is empty'],
  ['main.writ', 'grants UPDATE_RECORDS', 'grants UPDATE_RECORDS, DELETE_RECORDS'],
  ['main.writ', 'members ada, bo }', 'members ada }'],
  ['main.writ', 'to Agents when', 'to Nobody when'],
  ['main.writ', 'to Nobody when', 'to cy, Agents when'],
  ['writ.json', '"record"', '"object"'],
  ['main.writ', 'watched by cy', 'watched by ada'],
  ['main.writ', 'app Shop {', 'app Shop { service account bot { roles organization.Reader }'],
  ['main.writ', 'role Reader {', 'role Reader '],
  ['main.writ', 'role Reader ', 'role Reader {'],
  ['main.writ', 'auto-share on watch', 'expires 2024-01-01'],
];

const start = new Map([
  ['main.writ', organization],
  ['questions.writ', questions],
  ['writ.json', '{ "semantics": { "autoShareReach": "record" } }'],
]);

function edited(files: ReadonlyMap<string, string>, [file, from, to]: (typeof edits)[number]): Map<string, string> {
  const text = files.get(file) ?? '';
  assert.ok(text.includes(from), from);
  return new Map(files).set(file, text.replace(from, to));
}

function assertFresh(warm: Snapshot, input: ProjectInput, what: string): void {
  const cold = createSnapshot(input);
  assert.deepEqual(answerTexts(warm), answerTexts(cold), what);
  assert.deepEqual(outcomeTexts(warm), outcomeTexts(cold), what);
}

describe('the access index of a project', () => {
  it('answers after each edit as that of a fresh state', () => {
    let files: ReadonlyMap<string, string> = start;
    let snapshot = createSnapshot(inputOf(files, today));
    assertFresh(snapshot, snapshot.input, 'at first');
    for (const edit of edits) {
      files = edited(files, edit);
      const input = inputOf(files, today);
      snapshot = createSnapshot(input, snapshot);
      assertFresh(snapshot, input, edit[2]);
    }
    const tomorrow = inputOf(files, today + 1);
    assertFresh(createSnapshot(tomorrow, snapshot), tomorrow, 'a day later');
  });

  it('keeps what an edit does not touch, and nothing when more than declarations changed', () => {
    const before = createSnapshot(inputOf(start, today));
    const [desk, shop] = before.accessIndex.objects;
    const after = createSnapshot(inputOf(edited(start, ['main.writ', 'Total > 100', 'Total > 10']), today), before);
    assert.equal(after.accessIndex.objects[0]?.table, desk?.table);
    assert.notEqual(after.accessIndex.objects[1]?.table, shop?.table);
    const elsewhere = createSnapshot(inputOf(edited(start, ['writ.json', '"record"', '"object"']), today), before);
    assert.notEqual(elsewhere.accessIndex.objects[0]?.table, desk?.table);
    const later = createSnapshot(inputOf(start, today + 1), before);
    assert.equal(later.accessIndex.today, today + 1);
  });

  it('holds on to no state before once it is made', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const { before, after } = twoStates();
    for (let round = 0; round < 5 && before.deref() !== undefined; round++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      collect();
    }
    assert.equal(before.deref(), undefined);
    assert.ok(after.accessIndex.objects.length > 0);
  });
});

function twoStates(): { readonly before: WeakRef<object>; readonly after: Snapshot } {
  const before = createSnapshot(inputOf(start, today));
  assert.ok(before.answers.length > 0);
  const after = createSnapshot(inputOf(edited(start, ['main.writ', 'Total > 100', 'Total > 10']), today), before);
  assert.ok(after.answers.length > 0);
  return { before: new WeakRef(before.model), after };
}
