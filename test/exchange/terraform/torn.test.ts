// Exports that are cut off or damaged: never a throw, never anything that opens more than what was there.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readHcl } from '../../../server/src/exchange/terraform/hcl.ts';
import { parseFile, syntaxProblems } from '../../../server/src/syntax/parse.ts';
import { importOf, written } from './imported.ts';
import { jsonOf, orchard } from './organization.ts';

const json = jsonOf(readHcl('main.tf', orchard).blocks);

/** What each policy opens, by name: `when` conditions, blanks aside. */
function policiesOf(text: string): Map<string, string> {
  const found = [...text.matchAll(/policy ("[^"]+"|\w+) \{\s*to (.*?)\s*(?:when (.*?))?\s*\}|(default policy)/gs)];
  return new Map(
    found.map(([, name, to, when = 'all', byDefault]) => [
      name ?? byDefault ?? '',
      `${to} ${when.replace(/\s+/g, ' ')}`,
    ]),
  );
}

function checkSound(text: string): void {
  for (const file of importOf(text).files) {
    const tree = parseFile(file.text);
    assert.deepEqual(syntaxProblems(tree), [], file.text);
  }
}

describe('an export of Terraform that is cut off', () => {
  const whole = policiesOf(written(importOf(orchard)));

  it('has no policy that the whole one has not, or one that opens nothing', () => {
    assert.equal(whole.size, 3);
    for (let end = 0; end < orchard.length; end += 41)
      for (const [name, policy] of policiesOf(written(importOf(orchard.slice(0, end))))) {
        if (policy.includes('unreadable: ')) continue;
        assert.equal(policy, whole.get(name), `cut at ${end}`);
      }
  });

  it('is no export at all in JSON', () => {
    for (let end = 0; end < json.length - 1; end += 101)
      assert.deepEqual(importOf(`--- file: a.tf.json\n${json.slice(0, end)}`).files, []);
  });

  it('lacks a line, and has no policy of another condition than the whole one, unless that line was a part of it', () => {
    const lines = orchard.split('\n');
    for (let i = 0; i < lines.length; i++) {
      if (/^\s*(?:\}|\{|\]|\},?|\},)\s*$/.test(lines[i] ?? '') === false) continue;
      const text = lines.filter((_, at) => at !== i).join('\n');
      for (const [name, policy] of policiesOf(written(importOf(text)))) {
        // Of a group that lost its declaration a placeholder without members is left.
        const known = policy.replace('night_keepers', '"Night Keepers"');
        const isNobody = known === 'internal_users all';
        if (!known.includes('unreadable: ') && !isNobody) assert.equal(known, whole.get(name), `without line ${i + 1}`);
      }
    }
  });
});

describe('an export of Terraform that is damaged', () => {
  const seed = 20261127;
  const damage = fc.array(
    fc.record({
      at: fc.nat(),
      length: fc.nat({ max: 12 }),
      put: fc.oneof(
        fc.constantFrom('"', '{', '}', '[', ']', '<<EOT\n', '/*', '*/', '${', '\\', '\n', ',', '='),
        fc.string(),
      ),
    }),
    { minLength: 1, maxLength: 6 },
  );

  for (const [name, text, path] of [
    ['HCL', orchard, 'a.tf'],
    ['JSON', json, 'a.tf.json'],
  ] as const)
    it(`in ${name} is read without a throw, and what is written of it is Writ`, () => {
      fc.assert(
        fc.property(damage, (places) => {
          let damaged: string = text;
          for (const { at, length, put } of places) {
            const from = at % damaged.length;
            damaged = damaged.slice(0, from) + put + damaged.slice(from + length);
          }
          checkSound(`--- file: ${path}\n${damaged}`);
        }),
        { seed, numRuns: 80 },
      );
    });

  it('that is no text of this kind at all is read without a throw', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.json(), (text, value) => {
        checkSound(`--- file: a.tf\n${text}`);
        checkSound(`--- file: a.tf.json\n{"resource": ${value}}`);
      }),
      { seed, numRuns: 150 },
    );
  });
});
