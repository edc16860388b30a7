// At every offset of a text, whole or cut off, completion answers with stretches of the cursor's own line.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { complete } from '../../../server/src/ide/completion/complete.ts';
import { withoutPlaceholders } from '../../../server/src/ide/completion/snippet.ts';
import { checkReplace } from '../../support/check-completion.ts';
import { snapshotOf } from '../../support/fixture.ts';
import { inBase } from './base.ts';

const text = `${inBase(`
role "Night Watch" {
  description "Reads \\"at night\\", é and 🌙"  members Nurses, ann
  grants READ_RECORDS, view on "AI Providers"  auto-share on watch, mention  expires 2027-01-31
}
app Ward {
  policy "Own" { to Nurses, Porter  when State is one of ("New", "Left") and (Nurse is current user or Beds >= 3) }
  policy Recent { to Nurses when Admitted in the last 30 days and not (Note is current user.Department) } // writ-ignore vague-name: it is
  auto-share records on watch, group-assign
  automation Sort {
    trigger createRecord  runs as Porter  built by ben
    action updateField where Beds between 1 and field Rooms
    action createRecord in Visits
  }
  agent Helper { built by ben  tool searchAspect where Nurse is in Nurses runs as current user }
}
record first in Ward { State "New"  Tags ("urgent", "late")  Nurse empty  watched by ben }
query who can READ_RECORDS and UPDATE_RECORDS in Ward with { State "Left" }
query what can "Front Desk"."Mail Bot" do in Ward
test "T" {
  expect nobody but ann can DELETE_RECORDS in Ward when Beds > 3 as of 2027-01-01
  expect ann can invite "x@y.com"
}
`).replaceAll('--- file: base.writ', '')}`;

describe('completion at every offset', () => {
  it('never fails in the whole text', () => {
    const snapshot = snapshotOf(text);
    let count = 0;
    for (let offset = 0; offset <= text.length; offset++) {
      for (const item of complete(snapshot, 'main.writ', offset).items) {
        checkReplace(item, text, offset);
        count++;
      }
    }
    assert.ok(count > text.length);
  });
  it('offers every word that stands there, but names that are declared and numbers', () => {
    const snapshot = snapshotOf(text);
    const missing = [...text.matchAll(/[a-z][\w-]*/giu)].filter(({ 0: word, index }) => {
      const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
      const isOwn = /(?:^|\s)(?:app|task|table|user|group|role|field|record|policy|account|automation|agent) $/u.test(
        line,
      );
      const isText = line.replaceAll('\\"', '').split('"').length % 2 === 0 || line.includes('//');
      if (isOwn || isText) return false;
      return !complete(snapshot, 'main.writ', index + 1).items.some(({ insertText }) => insertText.includes(word));
    });
    assert.deepEqual(
      missing.map(({ 0: word, index }) => `${text.slice(index - 20, index)}[${word}]`),
      [],
    );
  });
  it('never fails where the text ends', () => {
    for (let end = 0; end <= text.length; end += 5) {
      const cut = text.slice(0, end);
      for (const item of complete(snapshotOf(cut), 'main.writ', end).items) checkReplace(item, cut, end);
    }
  });
  it('never fails where a stretch is missing', () => {
    for (let start = 0; start + 11 <= text.length; start += 17) {
      const cut = text.slice(0, start) + text.slice(start + 11);
      const snapshot = snapshotOf(cut);
      for (const offset of [start - 3, start, start + 4])
        for (const item of complete(snapshot, 'main.writ', offset).items)
          checkReplace(item, cut, Math.min(Math.max(offset, 0), cut.length));
    }
  });
  it('answers outside of the text and for files that are not there', () => {
    const snapshot = snapshotOf('role R { }');
    assert.deepEqual(complete(snapshot, 'other.writ', 0), { items: [], incomplete: false });
    assert.ok(complete(snapshot, 'main.writ', -4).items.length > 0);
    assert.deepEqual(complete(snapshot, 'main.writ', 400), complete(snapshot, 'main.writ', 10));
  });
  it('works with any line ends', () => {
    for (const end of ['\r\n', '\r']) {
      const broken = 'role R {\n  members ann\n  \n}'.replaceAll('\n', end);
      const items = complete(snapshotOf(broken), 'main.writ', broken.indexOf(`  ${end}}`) + 2).items;
      assert.deepEqual(
        items.map(({ label }) => label),
        ['grants', 'description', 'auto-share on', 'expires'],
      );
    }
  });
});

describe('a snippet without its placeholders', () => {
  it('is its defaults, first choices and the text between', () => {
    assert.equal(withoutPlaceholders(`group \${1:Agents} { invites \${2|a,b|} $0}`), 'group Agents { invites a }');
    assert.equal(withoutPlaceholders('"\\$0 \\} \\\\"'), '"$0 } \\"');
  });
});
