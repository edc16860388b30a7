// Fixes before they are offered: what they do to access, which are held back, and all safe ones at once.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { titleOf } from '../../server/src/ide/fix-effect.ts';
import { editedSnapshot } from '../../server/src/project/edited.ts';
import { fixAll } from '../../server/src/project/fix-all.ts';
import { proveFixes } from '../../server/src/project/proved-fix.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import type { Finding, Fix } from '../../server/src/rules/finding.ts';
import { snapshotOf } from '../support/fixture.ts';

/** The titles of the fixes that are offered, with the rules of their findings. */
function offered(text: string): string[] {
  const snapshot = snapshotOf(text);
  return snapshot.findings.flatMap((finding) =>
    proveFixes(snapshot, finding).map((proved) => `${finding.rule}: ${titleOf(proved)}`),
  );
}

const desk = `user ann "a@x.com"
user bob "b@x.com"
group Team { members ann, bob }
app Desk {
  field Status: choice("New", "Open")
  role Clerk { description "d" members Team grants READ_RECORDS }
  policy P { to Team when Status is "Open" }
}
`;

function textOf(snapshot: Snapshot, path = 'main.writ'): string | undefined {
  return snapshot.source(path)?.text;
}

/** An edit that puts `to` in the place of the first `from`. */
function replacing(text: string, from: string, to: string): Fix['edits'][number] {
  const start = text.indexOf(from);
  assert.notEqual(start, -1);
  return { place: { file: 'main.writ', span: { start, end: start + from.length } }, text: to };
}

function fixOf(...edits: Fix['edits']): Fix {
  return { title: 'Do it', edits, safe: true, preferred: false };
}

/** A state in which some rule reports a finding for each fix. */
function withFixes(snapshot: Snapshot, fixes: readonly Fix[]): Snapshot {
  const place = { file: 'main.writ', span: { start: 0, end: 4 } };
  const finding: Finding = { rule: 'unused-role', severity: 'warning', message: 'm', place, related: [] };
  const byFinding = new Map(fixes.map((fix) => [{ ...finding }, fix]));
  return Object.create(snapshot, {
    findings: { value: [...byFinding.keys()] },
    fixesOf: { value: (each: Finding) => [byFinding.get(each)].filter((fix) => fix !== undefined) },
  });
}

const everything = { covers: () => true, isWanted: () => true };

describe('a fix says what it does to access', () => {
  it('who gains what where', () => {
    assert.deepEqual(offered(desk.replace('READ_RECORDS', 'READ_RECORD')), [
      'unknown-permission: Change to `READ_RECORDS` (`Team` (2 members) gain `READ_RECORDS` in `Desk`)',
    ]);
  });

  it('that nobody gains or loses anything', () => {
    assert.deepEqual(offered(`${desk}query Teem can READ_RECORDS in Desk\n`), [
      'unknown-principal: Change to `Team` (access unchanged)',
      'unknown-principal: Declare group `Teem` (access unchanged)',
      'unknown-principal: Declare user `Teem` as `teem@x.com` (access unchanged)',
    ]);
  });

  it('what further error it lays open, where no other fix does better', () => {
    const text = desk.replace(
      '  policy P',
      '  automation A { trigger createRecord built by ann action updateFeild where Status is "Open" }\n  policy P',
    );
    assert.deepEqual(
      offered(text)[0],
      'unknown-action: Change to `updateField` (access unchanged; then missing-permission)',
    );
  });
});

describe('an edited project', () => {
  it('takes over the line ends of the file', () => {
    const text = desk.replaceAll('\n', '\r\n');
    const edited = editedSnapshot(snapshotOf(text), [replacing(text, 'ann "', 'ann\n"')]);
    assert.match((edited && textOf(edited)) ?? '', /^user ann\r\n"/);
  });

  it('is none where edits overlap, leave their text, or speak of a file that is not there', () => {
    const snapshot = snapshotOf(desk);
    const edit = replacing(desk, 'user ann', 'user eve');
    const inside = replacing(desk, 'ann', 'eve');
    assert.equal(editedSnapshot(snapshot, [edit, inside]), undefined);
    const behind = { ...edit, place: { file: 'main.writ', span: { start: desk.length, end: desk.length + 1 } } };
    assert.equal(editedSnapshot(snapshot, [behind]), undefined);
    assert.equal(editedSnapshot(snapshot, [{ ...edit, place: { ...edit.place, file: 'b.writ' } }]), undefined);
  });

  it('can have other settings', () => {
    const snapshot = snapshotOf(`${desk}--- file: writ.json\n{ "rules": { "vague": "off" } }\n`);
    const [finding] = snapshot.findingsOf('settings');
    const start = 13;
    const edits = [{ place: { file: 'writ.json', span: { start, end: start + 7 } }, text: '"syntax"' }];
    assert.notEqual(editedSnapshot(snapshot, edits)?.findingsOf('settings')[0]?.message, finding?.message);
  });
});

describe('all safe fixes', () => {
  it('are made together, and what they lay open after them', () => {
    const snapshot = snapshotOf(desk);
    const fixes = [
      fixOf(replacing(desk, 'description "d"', 'description "Clerks"')),
      fixOf(replacing(desk, 'group Team', '// the team\ngroup Team')),
    ];
    const { after, made } = fixAll(withFixes(snapshot, fixes), everything);
    assert.equal(made.length, 2);
    assert.equal(
      textOf(after),
      desk.replace('description "d"', 'description "Clerks"').replace('group Team', '// the team\ngroup Team'),
    );
  });

  it('leave out what turns out to change access, whatever it says of itself', () => {
    const snapshot = snapshotOf(desk);
    const harmful = [
      fixOf(replacing(desk, 'members ann, bob', 'members ann')),
      fixOf(replacing(desk, 'READ_RECORDS', 'READ_RECORDS, CREATE_RECORDS')),
      fixOf(replacing(desk, ' when Status is "Open"', '')),
    ];
    for (const fix of harmful) assert.deepEqual(fixAll(withFixes(snapshot, [fix]), everything).made, []);
    const harmless = fixOf(replacing(desk, 'description "d"', 'description "Clerks"'));
    const { after, made } = fixAll(withFixes(snapshot, [...harmful, harmless]), everything);
    assert.deepEqual([made.length, textOf(after)], [1, desk.replace('"d"', '"Clerks"')]);
  });

  it('leave out what brings an error, or changes what is asked, expected or suppressed', () => {
    const text = `${desk}// writ-ignore unused-role: soon\nexpect ann can READ_RECORDS in Desk with { Status "Open" }\n`;
    const snapshot = snapshotOf(text);
    const wrong = [
      replacing(text, 'description "d"', 'description'),
      replacing(text, 'expect ann', 'expect bob'),
      replacing(text, 'with { Status "Open" }', 'with { Status "Open" } as of 2026-11-21'),
      replacing(text, ': soon', ': later'),
      replacing(text, '// writ-ignore unused-role: soon\n', ''),
    ];
    for (const edit of wrong)
      assert.deepEqual(fixAll(withFixes(snapshot, [fixOf(edit)]), everything).made, [], edit.text);
  });

  it('keep to the files and rules that are meant', () => {
    const fixes = [fixOf(replacing(desk, 'description "d"', 'description "Clerks"'))];
    const snapshot = withFixes(snapshotOf(desk), fixes);
    assert.equal(fixAll(snapshot, { ...everything, covers: (path) => path !== 'main.writ' }).made.length, 0);
    assert.equal(fixAll(snapshot, { ...everything, isWanted: (rule) => rule !== 'unused-role' }).made.length, 0);
    assert.equal(fixAll(snapshot, everything).made.length, 1);
  });
});
