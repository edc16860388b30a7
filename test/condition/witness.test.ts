// Contents made from what is demanded of them, and examples that read better.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { atomsOf } from '../../server/src/condition/operands.ts';
import { example, witness } from '../../server/src/condition/witness.ts';
import type { Content } from '../../server/src/model/symbols.ts';
import { formula } from '../support/formulas.ts';

function shown(content: Content | undefined): string {
  if (content === undefined) return 'none';
  if (content === null) return 'empty';
  return content instanceof Set ? `(${[...content].join(' ')})` : JSON.stringify(content);
}

/** `demands => content / example`: `;` between demands, `!` before those that are not to hold. */
function check(...lines: readonly string[]): void {
  for (const line of lines) {
    const [given = '', expected] = line.split(' => ');
    const demands = given
      .split('; ')
      .flatMap((text) =>
        atomsOf(formula(text.replace('!', ''))).map((atom) => ({ atom, holds: !text.startsWith('!') })),
      );
    const field = demands[0]?.atom.field ?? assert.fail(line);
    assert.equal(`${shown(witness(field, demands))} / ${shown(example(field, demands))}`, expected, line);
  }
}

describe('a content', () => {
  it('has the parts that are demanded, and no more', () => {
    check(
      'Note contains "a" => "xax" / "a"',
      'Note starts with "ab"; Note ends with "bc" => "abxbc" / "abbc"',
      'Note starts with "ab"; Note ends with "bc"; !Note contains "abbc" => "abxbc" / "abxbc"',
      'Note starts with "ab"; Note starts with "abc"; Note contains "d" => "abcxdx" / "abcxdx"',
      'Note starts with "ab"; Note starts with "ac" => none / none',
      'Note starts with "abc"; Note starts with "ab"; Note contains "d" => "abcxdx" / "abcabd"',
      'Note starts with "s"; Note contains "a"; Note contains "b"; Note ends with "e"; !Note contains "ab" => "sxaxbxe" / "sbae"',
      'Note starts with "s"; Note contains "a"; Note contains "b"; Note ends with "e"; !Note contains "ba" => "sxaxbxe" / "sabe"',
      'Note starts with "a"; Note contains "b" => "axbx" / "ab"',
      'Note starts with "ab"; Note contains "a" => "abxax" / "ab"',
      'Note contains "a"; Note contains "ba" => "xaxbax" / "ba"',
      'Note contains "a"; Note contains "b"; !Note contains "ab" => "xaxbx" / "ba"',
      'Note contains "a"; Note contains "b"; !Note contains "ab"; !Note contains "ba" => "xaxbx" / "xaxbx"',
      'Note contains "x"; !Note contains "xy" => "zxz" / "x"',
      '!Note contains "a"; !Note contains "x" => "y" / ""',
      'Note contains "ab"; Note ends with "cd"; !Note starts with "ab" => "xabxcd" / "xabxcd"',
      'Note contains "ab"; Note contains "cd"; !Note starts with "ab" => "xabxcdx" / "cdab"',
    );
  });

  it('is what it is to equal', () => {
    check(
      'Note is "a"; Note contains "a" => "a" / "a"',
      'Note is "a"; !Note contains "a" => none / none',
      'Note is one of ("a", "b"); !Note is "a" => "b" / "b"',
      'Note is one of ("a", "b"); Note is one of ("b", "c") => "b" / "b"',
      'Note is one of ("a", "b"); Note is "c" => none / none',
      '!Note is "a" => "x" / ""',
      'Note is empty => empty / ""',
      'Note is empty; Note contains "a" => none / none',
      '!Note is empty => "x" / "x"',
      'Note is field Note => "x" / "x"',
      'Note is field Note; Note contains "a" => "xax" / "a"',
      '!Note is field Note; Note is empty => empty / ""',
      '!Note is field Note; Note contains "a" => none / none',
      'Note starts with "ab"; !Note is "ab" => "abx" / "abx"',
      'Note contains "ab"; Note contains "bc"; !Note is "abbc" => "xabxbcx" / "bcab"',
    );
  });

  it('is a set of the options that are demanded, and of none that is not to be', () => {
    check(
      'Tags contains "gift" => (gift) / (gift)',
      '!Tags contains "gift"; !Tags is empty => (rush) / (rush)',
      'Tags contains "gift"; !Tags contains "rush" => (gift) / (gift)',
      'Tags overlaps ("gift", "rush"); !Tags contains "gift" => (rush) / (rush)',
      'Tags overlaps ("gift", "rush"); Tags overlaps ("rush", "b2b") => (gift rush) / (gift rush)',
      'Tags overlaps ("gift", "rush"); !Tags overlaps ("rush", "gift") => none / none',
      '!Tags contains "gift"; !Tags contains "rush"; !Tags is empty => (b2b) / (b2b)',
      '!Tags contains "gift"; !Tags contains "rush"; !Tags contains "b2b" => () / ()',
      '!Tags contains "gift"; !Tags contains "rush"; !Tags contains "b2b"; !Tags is empty => none / none',
      'Tags is empty => empty / empty',
      'Tags is empty; Tags contains "gift" => none / none',
    );
  });
});
