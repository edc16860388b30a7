// Names that are typed together: `^^^` stands under each of them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { linkedEditing } from '../../server/src/ide/linked-editing.ts';
import { fixture, onlyCursor } from '../support/fixture.ts';

function checkLinked(text: string): string | undefined {
  const made = fixture(text);
  const { path, offset } = onlyCursor(made);
  const found = linkedEditing(made.snapshot, path, offset);
  const spans = [...(found?.spans ?? [])].sort((a, b) => a.start - b.start);
  assert.deepEqual(
    spans,
    made.markers.map(({ span }) => span),
  );
  return found?.pattern;
}

const before = 'user a "a@x.com"\napp Desk { field A: text }\nrecord r in Desk { A "1" }\n';

describe('linked editing', () => {
  it('joins a record of a test and its uses in it, and no record of that name elsewhere', () => {
    const pattern = checkLinked(`${before}test "one" {
  record r$0 in Desk { A "2" }
         ^^^
  expect a cannot READ_RECORDS on r
                                  ^
  expect a cannot READ_RECORDS on "r"
                                   ^
}
test "two" {
  record r in Desk { A "3" }
  expect a cannot READ_RECORDS on r
}
expect a cannot READ_RECORDS on r`);
    assert.ok(pattern);
    const whole = new RegExp(`^${pattern}$`);
    for (const typed of ['r2', 'Ähre', 'a-b_c']) assert.match(typed, whole);
    for (const typed of ['', 'a b', 'a"', 'a{', 'a.b', 'a//', 'a\\']) assert.doesNotMatch(typed, whole);
  });

  it('takes blanks only where all are quoted', () => {
    const pattern = checkLinked(`${before}test "one" {
  record "r$0 \u{1F600}" in Desk { A "2" }
          ^^^^^^
  expect a cannot READ_RECORDS on "r \u{1F600}"
                                   ^^^^
}`);
    assert.match('a b', new RegExp(`^${pattern}$`));
    assert.doesNotMatch('a"b', new RegExp(`^${pattern}$`));
  });

  it('is not offered at a use, where another name is meant, nor of anything that others may name', () => {
    for (const text of [
      `${before}test "one" { record r in Desk { A "2" } expect a cannot READ_RECORDS on r$0 }`,
      `${before}test "one" { record "\\u0072"$0 in Desk { A "2" } expect a cannot READ_RECORDS on r }`,
      `${before}test "o$0ne" { record r in Desk { A "2" } }`,
      before.replace('record r', 'record r$0'),
      before.replace('user a', 'user a$0'),
      before.replace('field A', 'field A$0'),
      '$0',
      'test "t" { record $0',
    ])
      assert.equal(checkLinked(text), undefined, text);
  });
});
