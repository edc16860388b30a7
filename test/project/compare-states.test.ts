// Two states of a project: that one does not differ from itself, and that no broken text passes for no difference.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { differenceToText } from '../../server/src/ide/difference-text.ts';
import { compareStates } from '../../server/src/project/compare-states.ts';
import { snapshotOf } from '../support/fixture.ts';

const sound = `organization Acme { domains "acme.com" }
user alice "alice@acme.com"
app Desk { role Reader { members alice  grants CREATE_RECORDS } }
`;

const broken: readonly string[] = [
  'role { grants ADMIN }',
  'role R { grantz ADMIN }',
  'role R { members bob  grants ADMIN }',
  'group G { members bob }',
  'app Other { policy P { to alice when Nothing is 1 } }',
  '} stray',
  '"unclosed',
  'user carol "carol@acme"',
  'directory "people.scim.json"',
];

const compare = (before: string, after: string) => compareStates(snapshotOf(before), snapshotOf(after));

describe('states that are compared', () => {
  for (const text of broken) {
    it(`\`${text}\` does not differ from itself`, () => {
      assert.equal(differenceToText(compare(sound + text, sound + text)), 'nobody may do more or less');
    });

    it(`\`${text}\` is no \`${sound.slice(0, 12)}…\` alone, and not that with a letter more`, () => {
      const other = text.replace(/ADMIN|bob|Nothing|stray|closed|acme|people/, '$&x');
      assert.notEqual(other, text);
      for (const [before, after] of [
        [sound, sound + text],
        [sound + text, sound],
        [sound + text, sound + other],
        [sound + other, sound + text],
      ] as const)
        assert.ok(compare(before, after).summary.unknown > 0, `${before}---\n${after}`);
    });
  }

  it('a question with an error leaves nothing open', () => {
    const { summary } = compare(
      `${sound}query bob can CREATE_RECORDS in Desk`,
      `${sound}query eve can CREATE_RECORDS in Desk`,
    );
    assert.equal(summary.unknown, 0);
  });
});
