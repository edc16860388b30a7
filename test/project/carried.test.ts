// What one state takes over from the one before: declarations that an edit does not reach keep their symbols and findings.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { findingTexts } from '../fuzz/facts.ts';
import { inputOf } from '../support/fixture.ts';

const today = 20_000;

const start = new Map([
  [
    'people.writ',
    `organization "Acme" { domains "acme.com" }
user ada "ada@acme.com"  user bo "bo@acme.com"  user cy "cy@other.com" { external }
group Agents { members ada, bo }
role Reader { description "d" members Agents grants READ_RECORDS }
`,
  ],
  [
    'apps.writ',
    `app Desk {
  field Status: choice("Open", "Closed")
  role Clerk { members Agents, cy grants DELETE_RECORDS }
  policy Open { to Agents when Status is "Open" }
  policy Old { to Agents when Status is "Open" }
  service account bot { purpose "p" roles Clerk }
  automation Close { trigger record-updated runs as bot built by ada action update-record in Shop }
}
app Shop {
  field Total: number
  role Keeper { members bo grants CREATE_RECORDS, UPDATE_RECORDS }
  policy Large { to bo when Total > 100 and Total < 50 }
}
app Yard {
  field Open: boolean
  role Guard { members ada grants READ_RECORDS }
  service account van { purpose "p" roles Desk.Clerk }
}
app Lot {
  role Warden { members ada grants READ_RECORDS }
}
`,
  ],
  [
    'asked.writ',
    'record big in Shop { Total 500 }\nexpect bo cannot READ_RECORDS on big\nquery who can READ_RECORDS in Yard\n',
  ],
]);

interface Case {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The objects that are bound anew, with `people` where everything is. */
  readonly anew: readonly string[];
}

const cases: readonly Case[] = [
  { file: 'apps.writ', from: 'Total > 100', to: 'Total > 10', anew: ['Desk', 'Shop', 'Yard'] },
  { file: 'apps.writ', from: 'grants DELETE_RECORDS', to: 'grants READ_RECORDS', anew: ['Desk', 'Yard'] },
  { file: 'apps.writ', from: 'role Guard { members ada', to: 'role Guard { members bo', anew: ['Yard'] },
  { file: 'apps.writ', from: 'field Open: boolean', to: 'field Open:', anew: ['Yard'] },
  { file: 'apps.writ', from: '{ purpose "p" roles Clerk }', to: '{ purpose "p" }', anew: ['Desk', 'Yard'] },
  { file: 'apps.writ', from: 'app Yard {', to: 'app Court {', anew: ['Court', 'Desk', 'Lot', 'Shop', 'people'] },
  { file: 'people.writ', from: 'grants READ_RECORDS', to: 'grants READ_RECORDS, CREATE_RECORDS', anew: [] },
  { file: 'people.writ', from: 'members ada, bo', to: 'members ada', anew: ['Desk', 'Yard'] },
  { file: 'people.writ', from: 'members ada, bo', to: 'members ada, by', anew: ['Desk', 'Yard'] },
  { file: 'people.writ', from: 'group Agents', to: 'group Clerks', anew: ['Desk', 'Yard'] },
  // Behind a declaration a comment is none of its words; in it, it is.
  { file: 'people.writ', from: '{ external }', to: '{ external } // for now', anew: [] },
  { file: 'people.writ', from: 'group Agents', to: '/* all */\n\ngroup Agents', anew: [] },
  { file: 'apps.writ', from: '}\napp Lot', to: '}\n// the last\napp Lot', anew: [] },
  { file: 'people.writ', from: 'members ada, bo', to: 'members ada, /* and */ bo', anew: ['Desk', 'Yard'] },
  { file: 'asked.writ', from: 'Total 500', to: 'Total 5', anew: [] },
  { file: 'asked.writ', from: 'query who', to: 'query', anew: [] },
];

function edited({ file, from, to }: Case): Map<string, string> {
  const text = start.get(file) ?? '';
  assert.ok(text.includes(from), from);
  return new Map(start).set(file, text.replace(from, to));
}

function boundAnew(before: Snapshot, after: Snapshot): string[] {
  const objects = [...after.model.objects.values()].filter(({ name }) => {
    return after.model.objects.get(name) !== before.model.objects.get(name);
  });
  const isNew = before.model.users !== after.model.users;
  return [...objects.map(({ name }) => name), ...(isNew ? ['people'] : [])].sort();
}

describe('what is carried from one state to the next', () => {
  it('symbols of what an edit does not reach, and of nothing that names what it changes', () => {
    for (const each of cases) {
      const before = createSnapshot(inputOf(start, today));
      assert.ok(before.findings.length > 0);
      const after = createSnapshot(inputOf(edited(each), today), before);
      assert.deepEqual(boundAnew(before, after), each.anew, each.to);
      assert.deepEqual(findingTexts(after), findingTexts(createSnapshot(after.input)), each.to);
    }
  });

  it('everybody, where a group had an error or has one, whatever else is broken', () => {
    const other = 'role Others { members nobody-known grants READ_RECORDS }';
    const texts = ['members ada, bo', 'members ada, bob'].map((line) =>
      new Map(start).set('people.writ', `${start.get('people.writ')?.replace('members ada, bo', line)}${other}\n`),
    );
    for (const [from, to] of [texts, [...texts].reverse()]) {
      assert.ok(from !== undefined && to !== undefined);
      const before = createSnapshot(inputOf(from, today));
      assert.ok(before.findings.length > 0);
      const after = createSnapshot(inputOf(to, today), before);
      assert.equal(before.model.people, after.model.people);
      assert.deepEqual(findingTexts(after), findingTexts(createSnapshot(after.input)));
    }
  });

  it('findings, with the places that they have now', () => {
    const before = createSnapshot(inputOf(start, today));
    const ofDesk = ['shadowed-policy', 'external-without-expiry', 'missing-description'].flatMap((rule) =>
      before.findingsOf(rule).filter(({ message }) => /`(?:Old|Clerk)`/.test(message)),
    );
    assert.ok(ofDesk.length === 3);
    const files = edited({
      file: 'apps.writ',
      from: 'role Warden { members ada',
      to: 'role Warden { members bo',
      anew: [],
    });
    const after = createSnapshot(inputOf(files, today), before);
    for (const finding of ofDesk) assert.ok(after.findings.includes(finding), finding.message);
    const moved = new Map(start).set('apps.writ', `// moved\n${start.get('apps.writ')}`);
    const later = createSnapshot(inputOf(moved, today), after);
    assert.deepEqual(findingTexts(later), findingTexts(createSnapshot(later.input)));
  });

  it('no finding past the day, the settings or the accounts that it was found with', () => {
    const before = createSnapshot(inputOf(start, today));
    assert.ok(before.findings.length > 0);
    const lowered = new Map(start).set('writ.json', '{ "rules": { "shadowed-policy": "error", "vague-name": "off" } }');
    const inputs = [
      inputOf(start, today + 400),
      inputOf(lowered, today),
      inputOf(
        edited({ file: 'apps.writ', from: '{ purpose "p" roles Desk.Clerk }', to: '{ inactive }', anew: [] }),
        today,
      ),
    ];
    for (const input of inputs) {
      assert.deepEqual(findingTexts(createSnapshot(input, before)), findingTexts(createSnapshot(input)));
    }
  });

  it('fixes that speak of the text as it is now', () => {
    const before = createSnapshot(inputOf(start, today));
    assert.ok(before.findings.length > 0);
    const moved = new Map(start).set('apps.writ', `// moved\n\n${start.get('apps.writ')}`);
    const after = createSnapshot(inputOf(moved, today), before);
    const [old] = before.findingsOf('shadowed-policy');
    const [now] = after.findingsOf('shadowed-policy');
    assert.ok(old !== undefined && now !== undefined);
    const startOf = (snapshot: Snapshot, finding: typeof old) =>
      snapshot.fixesOf(finding).map(({ edits }) => edits[0]?.place.span.start);
    assert.deepEqual(
      startOf(after, now),
      startOf(before, old).map((each) => (each ?? 0) + '// moved\n\n'.length),
    );
  });
});
