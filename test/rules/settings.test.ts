// The rule `settings` over whole projects: one finding for each fault, at its place, with a fix that removes it where one is clear.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { editedSnapshot } from '../../server/src/project/edited.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import { textOf } from '../../server/src/project/sources.ts';
import type { Snapshot } from '../../server/src/project/types.ts';

function snapshotWith(text: string): Snapshot {
  const files = new Map([['a.writ', { text: 'user alice "alice@acme.com"\n' }]]);
  return createSnapshot({ files, settings: { text }, directories: new Map(), today: 20_778 });
}

const findingsOf = (snapshot: Snapshot) => snapshot.findings.filter(({ rule }) => rule === 'settings');

/** Takes settings; gives each fault as the words that it stands on. */
function faults(text: string): string[] {
  return findingsOf(snapshotWith(text)).map(({ place: { span } }) => text.slice(span.start, span.end));
}

/** The text after the one fix of the one fault, which is then gone. */
function fixed(text: string): string | undefined {
  const before = snapshotWith(text);
  const [finding, ...more] = findingsOf(before);
  assert.ok(finding !== undefined && more.length === 0, text);
  const [fix, ...others] = before.fixesOf(finding);
  assert.deepEqual(others, []);
  if (fix === undefined) return undefined;
  const after = editedSnapshot(before, fix.edits);
  assert.ok(after !== undefined, text);
  assert.deepEqual(findingsOf(after), [], text);
  return textOf(after.input.settings);
}

describe('faults of settings', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['{ "exlude": [] }', '{ "exclude": [] }'],
    ['\uFEFF{ "Rules": {} }', '\uFEFF{ "rules": {} }'],
    ['{ "rules": { "unused-rol": "off" } }', '{ "rules": { "unused-role": "off" } }'],
    ['{ "rules": { "unused_role": "off" } }', '{ "rules": { "unused-role": "off" } }'],
    ['{ "rules": { "unused-role": "warn" } }', '{ "rules": { "unused-role": "warning" } }'],
    ['{ "rules": { "unused-role": 2 } }', '{ "rules": { "unused-role": "error" } }'],
    ['{ "rules": { "unused-role": false } }', '{ "rules": { "unused-role": "off" } }'],
    ['{ "rules": { "syntax": "off" } }', '{ "rules": { "syntax": "error" } }'],
    [
      '{ "duties": [{ "name": "a", "frist": ["SCIM"], "second": ["ADMIN"] }] }',
      '{ "duties": [{ "name": "a", "first": ["SCIM"], "second": ["ADMIN"] }] }',
    ],
    [
      '{ "duties": [{ "name": "a", "first": ["Update Roles"], "second": ["ADMIN"] }] }',
      '{ "duties": [{ "name": "a", "first": ["UPDATE_ROLES"], "second": ["ADMIN"] }] }',
    ],
    [
      '{ "duties": [{ "name": "a", "first": "SCIM", "second": ["ADMIN"] }] }',
      '{ "duties": [{ "name": "a", "first": ["SCIM"], "second": ["ADMIN"] }] }',
    ],
    ['{ "exclude": "drafts/**" }', '{ "exclude": ["drafts/**"] }'],
    ['{ "exclude": ["drafts\\\\old"] }', '{ "exclude": ["drafts/old"] }'],
    ['{ "semantics": { "autoShareReach": "objects" } }', '{ "semantics": { "autoShareReach": "object" } }'],
    ['{ "semantics": { "adminSeesAll": true } }', '{ "semantics": { "adminSeesAllRecords": true } }'],
    ['{ "semantics": { "adminSeesAllRecords": "false" } }', '{ "semantics": { "adminSeesAllRecords": false } }'],
    ['{ "semantics": { "adminSeesAllRecords": True } }', '{ "semantics": { "adminSeesAllRecords": true } }'],
    ['{ rules: {} }', '{ "rules": {} }'],
    ["{ 'rules': {} }", '{ "rules": {} }'],
    ['{ "rules": {}, }', '{ "rules": {} }'],
    ['{ "rules": {}, "rules": {} }', '{ "rules": {} }'],
    ['{ "rules": {} /* all */ }', '{ "rules": {}  }'],
    ['{\r\n  // why\r\n  "rules": {}\r\n}', '{\r\n  \r\n  "rules": {}\r\n}'],
    ['', '{}\n'],
  ];
  for (const [text, expected] of cases)
    it(`are mended: ${JSON.stringify(text)}`, () => assert.equal(fixed(text), expected));

  it('stand on what is wrong, each once', () => {
    const places: readonly (readonly [string, ...string[]])[] = [
      ['{ "rules": {}, "rules": {} }', '"rules"'],
      ['{ "rules": {} ', ''],
      ['{ "rules": {} } x', 'x'],
      ['{ "rules" {} }', '{'],
      ['{,}', ','],
      ['{ "a\u0000b": 1 }', '"a\u0000b"'],
      ['{ "exclude": ["a" "b"] }', '"b"'],
      ['{ "exclude": ["C:\\\\x"] }', '"C:\\\\x"'],
      ['{ "semantics": { "adminSeesAllRecords": yes } }', 'yes'],
      ['{ "__proto__": {}, "rules": { "__proto__": "off" } }', '"__proto__"', '"__proto__"'],
      ['{ "duties": [{ "name": "a", "__proto__": {}, "first": ["SCIM"], "second": ["ADMIN"] }] }', '"__proto__"'],
    ];
    for (const [text, ...expected] of places) assert.deepEqual(faults(text), expected, text);
  });

  it('have no fix that would be wrong as well', () => {
    for (const text of ['{ "exclude": ["C:\\\\x"] }', '{ "exclude": ["..\\\\x"] }', '{ "rules": {} } x'])
      assert.equal(fixed(text), undefined, text);
  });
});
