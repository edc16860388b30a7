// The notation in which tests write projects.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { fixture, onlyCursor, snapshotOf } from './fixture.ts';

describe('a fixture', () => {
  it('is one file without headers', () => {
    const { files, snapshot } = fixture('user a "a@x.com"');
    assert.deepEqual([...files], [['main.writ', 'user a "a@x.com"']]);
    assert.ok(snapshot.model.users.has('a'));
  });
  it('is several files, settings and directories', () => {
    const text = '\n--- file: a.writ\nuser a "a@x.com"\n--- file: writ.json\n{}\n--- file: people.json\n[]\n';
    const { input } = fixture(text);
    assert.deepEqual([...input.files.keys()], ['a.writ']);
    assert.deepEqual([...input.directories.keys()], ['people.json']);
    assert.deepEqual(input.settings, { text: '{}' });
  });
  it('keeps what stands before the first header', () => {
    const { files } = fixture('role R { }\n--- file: b.writ\nrole S { }');
    assert.deepEqual([...files.keys()], ['main.writ', 'b.writ']);
  });
  it('takes cursors out', () => {
    const { files, cursors } = fixture('ro$0le $0R\n$0--- file: b.writ\nx$0');
    assert.equal(files.get('main.writ'), 'role R\n--- file: b.writ\nx');
    assert.deepEqual(
      cursors.map(({ offset }) => offset),
      [2, 5, 7, 25],
    );
    assert.throws(() => onlyCursor(fixture('$0 $0')), /2 cursors/);
    assert.deepEqual(onlyCursor(fixture('a\n--- file: b.writ\nb$0')), { path: 'b.writ', offset: 1 });
  });
  it('takes markers out and tells what stands above them', () => {
    const { files, markers } = fixture('role R { }\n     ^ the name\n  user$0 a\n//       ^ here\n');
    assert.equal(files.get('main.writ'), 'role R { }\n  user a\n');
    assert.deepEqual(markers, [
      { path: 'main.writ', span: { start: 5, end: 6 }, text: 'the name' },
      { path: 'main.writ', span: { start: 18, end: 19 }, text: 'here' },
    ]);
  });
  it('has a day of its own', () => {
    assert.equal(fixture('', { today: '1970-01-02' }).input.today, 1);
    assert.equal(snapshotOf('a $0').source('main.writ')?.text, 'a $0');
  });
});
