// The edit that keeps a rule quiet at a place.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { ignoreHere } from '../../server/src/ide/ignore-here.ts';
import { editedSnapshot } from '../../server/src/project/edited.ts';
import { snapshotOf } from '../support/fixture.ts';

/** Ignores the first finding of the rule; gives the text then, and what is found in it. */
function ignored(rule: string, text: string): { text: string; rules: readonly string[] } | undefined {
  const snapshot = snapshotOf(text);
  const finding = snapshot.findings.find((each) => each.rule === rule);
  assert.ok(finding, `${rule} reports nothing`);
  const ignoring = ignoreHere(snapshot, finding);
  if (ignoring === undefined) return undefined;
  assert.equal(ignoring.title, `Ignore \`${rule}\` here…`);
  const after = editedSnapshot(snapshot, ignoring.edits);
  assert.ok(after);
  return { text: after.source('main.writ')?.text ?? '', rules: after.findings.map((each) => each.rule) };
}

describe('ignoring a finding', () => {
  const role = '  role R { description "Reads"  grants READ_RECORDS }';

  it('writes a line above, which hides nothing until its reason is written', () => {
    const got = ignored('unused-role', `app Desk {\n${role}\n}\n`);
    assert.equal(got?.text, `app Desk {\n  // writ-ignore unused-role: TODO\n${role}\n}\n`);
    assert.deepEqual(got?.rules, ['unused-suppression', 'unused-role']);
    const text = got?.text.replace('TODO', 'for the summer') ?? '';
    assert.deepEqual(snapshotOf(text).findings, []);
  });

  it('keeps the line ends of the file, and stands below the comments above', () => {
    const got = ignored(
      'unused-role',
      `app Desk {\r\n\t// Readers\r\n\trole R { description "x"  grants READ_RECORDS }\r\n}\r\n`,
    );
    assert.ok(got?.text.includes('\t// Readers\r\n\t// writ-ignore unused-role: TODO\r\n\trole'), got?.text);
  });

  it('adds to a suppression that is there for the line', () => {
    const bare = '  role R { grants READ_RECORDS }';
    const above = ignored('unused-role', `app Desk {\n  // writ-ignore missing-description: old\n${bare}\n}\n`);
    assert.equal(above?.text, `app Desk {\n  // writ-ignore missing-description, unused-role: old\n${bare}\n}\n`);
    assert.deepEqual(above?.rules, []);
    const behind = ignored('unused-role', `app Desk {\n${bare} // writ-ignore missing-description: old\n}\n`);
    assert.equal(behind?.text, `app Desk {\n${bare} // writ-ignore missing-description, unused-role: old\n}\n`);
  });

  it('is not offered twice, nor for what nobody can suppress', () => {
    assert.equal(ignored('unused-role', `app Desk {\n  // writ-ignore unused-role: TODO\n${role}\n}\n`), undefined);
    assert.equal(ignored('syntax', 'app Desk {'), undefined);
    assert.equal(ignored('settings', 'user a "a@b.example"\n--- file: writ.json\n{ "rules": 1 }'), undefined);
  });
});
